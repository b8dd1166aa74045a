"""Characters that stand otherwise than from left to right."""

from pathlib import Path

from tests.library.importers.test_pdf import saved
from tests.paper import Paper


def test_words_turned_beside_the_text(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page()
    page.lines(60, 780, ["The text of this page runs level and is", "the most of it by far.", "Method"], 12, 20)
    page.turned(300, 600, "written upwards", 12)
    text = saved(paper, tmp_path).text
    assert text == "The text of this page runs level and is the most of it by far.\nMethod\nwritten upwards"


def test_letters_written_from_right_to_left(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page()
    for row, line in enumerate(("שלום לכל מי שקורא", "את הספר הזה")):
        for place, letter in enumerate(line):
            page.put(400 - 6 * place, 700 - 20 * row, letter, 12)
    assert saved(paper, tmp_path).text.split() == ["שלום", "לכל", "מי", "שקורא", "את", "הספר", "הזה"]
