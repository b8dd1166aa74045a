"""Footnotes that do not end on their page."""

from pathlib import Path

import pytest

from library.pages import Pages
from tests.library.importers.test_pdf import saved
from tests.paper import Paper

BODY = "会议上的发言应当记录在案，并在下一次会议上宣读，由到会的人认可，"


def paper_with(note: str) -> Paper:
    """Return two pages: a note at the foot of the first, small type without a mark at that of the second."""
    paper = Paper()
    first, second = paper.page(), paper.page()
    first.lines(60, 760, [*[BODY] * 6, BODY[:10] + "①。"])
    first.lines(60, 100, ["① " + "这一条注释很长，" * 5, note], 8, 12)
    second.lines(60, 760, [*[BODY] * 6, BODY[:10] + "②。"])
    second.lines(60, 100, ["它的下半在第二页。", "② 见记录。"], 8, 12)
    return paper


def test_a_note_runs_on_to_the_next_page(tmp_path: Path) -> None:
    draft = saved(paper_with("它在第一页没有写完，" * 4), tmp_path)
    assert draft.text.splitlines()[-2:] == [
        "① " + "这一条注释很长，" * 5 + "它在第一页没有写完，" * 4 + "它的下半在第二页。",
        "② 见记录。",
    ]
    assert [span.number for span in Pages(draft.elements).spans] == [1, 2, 1, 2, 2]


@pytest.mark.parametrize("note", ["它在第一页写完了，" * 3 + "它在第一页写完了。", "它在第一页写完了"])
def test_a_note_that_is_at_its_end_does_not(note: str, tmp_path: Path) -> None:
    assert "① " + "这一条注释很长，" * 5 + note + "\n② 见记录。" in saved(paper_with(note), tmp_path).text


def test_an_index_in_small_type_is_no_note(tmp_path: Path) -> None:
    paper = paper_with("它在第一页没有写完，" * 4)
    paper.pages[1].content.clear()
    paper.pages[1].put(60, 790, "索引")
    paper.pages[1].lines(60, 760, ["安徽，三", "北京，七", "重庆，九"], 8, 12)
    paper.page().lines(60, 760, [BODY] * 9)
    assert saved(paper, tmp_path).text.endswith("它在第一页没有写完，" * 4)
