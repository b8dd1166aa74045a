"""Outlines: found, kept, corrected, undone; and what highlights know of them."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library import derived
from library import headings as headings_module
from library.chinese.outlining import outline_of
from library.correcting import Way, moved
from library.elements import Element
from library.errors import InvalidName, InvalidSpan, NotFound
from library.headings import Outline, packed, parents_of, unpacked
from library.models import Document, Draft, PreparedDraft
from library.outlines import LONGEST_HEADING, keep_outline
from tests.library.conftest import Desk, prove, refuse

TEXT = (
    "关于𠮷祥里停车的意见\n\n一、基本情况😀\n\n小区有车位三十个，不够用。\n\n（一）白天\n\n白天空着。\n\n"
    "（二）夜里\n\n夜里挤。\n\n二、意见\n\n分时使用。\n\n四、落实\n\n年底前办完。\n"
)


def titles(outline: Outline) -> list[tuple[int, str]]:
    return [(heading.level, heading.title) for heading in outline.headings]


def outline(desk: Desk, document: Document) -> Outline:
    return desk.library.outlines.of_document(document.id)


def start(document_text: str, words: str) -> int:
    return document_text.index(words)


def add_marked(desk: Desk, text: str, *elements: Element) -> Document:
    draft = Draft(text, "文", "docx", elements=elements)
    prepared = PreparedDraft(draft, desk.library.texts.add_text(text), "", "", "")
    return desk.library.documents.add_drafts([prepared])[0][0]


def test_the_headings_of_a_text_and_the_number_it_leaves_out(desk: Desk) -> None:
    found = outline(desk, desk.add(TEXT))
    assert titles(found) == [
        (1, "一、基本情况😀"),
        (2, "（一）白天"),
        (2, "（二）夜里"),
        (1, "二、意见"),
        (1, "四、落实"),
    ]
    assert [TEXT[heading.start : heading.end] for heading in found.headings] == [row.title for row in found.headings]
    (gap,) = found.missing
    assert gap.number == "三、"
    assert TEXT[gap.start : gap.end].strip() == "分时使用。"


def test_the_headings_of_a_file_go_before_those_of_its_text(desk: Desk) -> None:
    text = "书名😀\n前言\n文一。\n一、甲事\n文二。\n三、丙事\n文三。"
    places = [(words, level) for words, level in (("书名😀", "1"), ("前言", "2"), ("一、甲事", "2"), ("三、丙事", "2"))]
    marked = [Element(start(text, words), start(text, words) + len(words), "heading", level) for words, level in places]
    found = outline(desk, add_marked(desk, text, *marked))
    assert titles(found) == [(1, "书名😀"), (2, "前言"), (2, "一、甲事"), (2, "三、丙事")]
    assert [gap.number for gap in found.missing] == ["二、"]


def test_what_a_file_marks_as_its_title_is_no_heading() -> None:
    text = "书名😀\n\n前言\n\n1. 甲事\n"
    title, heading = Element(0, 3, "title"), Element(5, 7, "heading", "1")
    assert titles(outline_of(text, [title, heading])) == [(1, "前言")]
    assert titles(outline_of(text, [title])) == []


def test_a_file_that_marks_its_title_alone_leaves_the_headings_to_the_text(desk: Desk) -> None:
    found = outline(desk, add_marked(desk, TEXT, Element(0, TEXT.index("\n"), "heading", "1")))
    assert len(found.headings) == 5


def test_the_first_heading_of_a_file_stays_where_its_title_stands_above() -> None:
    text = "论文大题\n\n一级\n\n文一。\n\n二级\n\n文二。"
    marked = [
        Element(start(text, words), start(text, words) + 2, "heading", level)
        for words, level in (("一级", "1"), ("二级", "2"))
    ]
    assert titles(outline_of(text, marked)) == [(1, "一级"), (2, "二级")]


def test_nothing_is_guessed_of_lists_and_notes_where_a_file_marks_its_title() -> None:
    text = "渡口\n\n河上有船。\n\n1. 甲\n\n船停了。\n\n2. 乙\n\n桥修好了。\n\nE=mc2 H2O\n\n水是水。\n"
    assert outline_of(text).headings
    assert outline_of(text, [Element(0, 2, "heading", "1")]) == Outline()


@pytest.mark.parametrize("text", ["", "\n\n", "只有一段话，没有标题。"])
def test_a_text_without_headings(desk: Desk, text: str) -> None:
    assert outline(desk, desk.add(text)) == Outline()


def test_an_outline_is_kept_and_read_again_without_the_rules(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    document = desk.add(TEXT)
    desk.library.outlines.waits = False
    assert desk.library.outlines.find(document) is None
    made = outline(desk, document)
    desk.reopen().outlines.waits = False
    assert desk.library.outlines.find(document) == made
    monkeypatch.setattr(headings_module, "RULES", headings_module.RULES + 1)
    desk.reopen().outlines.waits = False
    assert desk.library.outlines.find(document) is None


@pytest.mark.parametrize("spoiled", [b"", b"{", b"[2]", b"[2,[[1]],[],[]]", b"\xff\xfe", b"7"])
def test_what_was_spoiled_on_disk_is_made_again(desk: Desk, spoiled: bytes) -> None:
    document = desk.add(TEXT)
    desk.library.texts.keep_derived(document.text_sha, ".outline", spoiled)
    assert len(outline(desk, document).headings) == 5


def test_texts_read_long_ago_are_let_go(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derived, "HELD", 6)
    first, second = desk.add(TEXT), desk.add(TEXT + "\n五、附则\n\n即日施行。\n", "另一篇")
    assert [len(outline(desk, document).headings) for document in (first, second, first)] == [5, 6, 5]


def test_demote_and_promote_take_what_stands_below_along(desk: Desk) -> None:
    document = desk.add(TEXT)
    second, fourth = start(TEXT, "二、"), start(TEXT, "四、")
    prove(desk, lambda library: library.outlines.move(document.id, "in", second), "Demote heading")
    prove(desk, lambda library: library.outlines.move(document.id, "in", second, fourth), "Demote 2 headings")
    assert [level for level, _ in titles(outline(desk, document))] == [1, 2, 2, 3, 2]
    prove(desk, lambda library: library.outlines.move(document.id, "out", start(TEXT, "（一）")), "Promote heading")
    assert [level for level, _ in titles(outline(desk, document))] == [1, 1, 2, 3, 2]


def test_what_cannot_move_stays_and_is_no_step(desk: Desk) -> None:
    document = desk.add(TEXT)
    before = desk.rows()
    desk.library.outlines.move(document.id, "out", start(TEXT, "一、"))
    desk.library.outlines.move(document.id, "in", start(TEXT, "一、"))
    desk.library.outlines.move(document.id, "in", start(TEXT, "（一）"))
    assert desk.rows() == before


def test_remove_and_add_again(desk: Desk) -> None:
    document = desk.add(TEXT)
    first = start(TEXT, "一、")
    prove(desk, lambda library: library.outlines.remove(document.id, first), "Remove heading")
    found = outline(desk, document)
    assert titles(found) == [(1, "（一）白天"), (1, "（二）夜里"), (1, "二、意见"), (1, "四、落实")]
    assert found.removed == (first,)
    prove(desk, lambda library: library.outlines.add(document.id, first, first), "Add heading")
    assert len(outline(desk, document).headings) == 5
    assert desk.table("heading") == []


def test_a_removed_heading_leaves_no_number_out(desk: Desk) -> None:
    document = desk.add(TEXT)
    desk.library.outlines.remove(document.id, start(TEXT, "四、"))
    assert outline(desk, document).missing == ()
    desk.library.undo()
    desk.library.outlines.remove(document.id, start(TEXT, "二、意"))
    assert outline(desk, document).missing == ()


def test_an_added_heading_stands_beside_the_one_before_it_and_goes_for_good(desk: Desk) -> None:
    text = TEXT.replace("分时使用。", "另外，三、𠮷分时使用。😀办法如下。")
    document = desk.add(text)
    at = start(text, "三、")
    prove(desk, lambda library: library.outlines.add(document.id, at, at + 8), "Add heading")
    found = outline(desk, document)
    assert (1, "三、𠮷分时使用") in titles(found)
    assert found.missing == ()
    added = next(heading for heading in found.headings if heading.title.startswith("三、"))
    assert text[added.start : added.end] == "三、𠮷分时使用。"
    prove(desk, lambda library: library.outlines.remove(document.id, added.start), "Remove heading")
    assert desk.table("heading") == []


def test_a_caret_adds_its_line_or_the_first_words_of_a_long_one(desk: Desk) -> None:
    text = "题目\n\n  短短一行 \n\n第一句话。" + "后面很长" * 40 + "。\n\n关于𠮷祥里：" + "说来话长" * 40 + "\n"
    document = desk.add(text)
    made = [
        desk.library.outlines.add(document.id, start(text, words), start(text, words))
        for words in ("一行", "很长", "说来")
    ]
    assert [(text[row.start : row.end], row.title) for row in made] == [
        ("短短一行", "短短一行"),
        ("第一句话。", "第一句话"),
        ("关于𠮷祥里", "关于𠮷祥里"),
    ]


def test_a_long_paragraph_that_begins_with_a_long_sentence_becomes_no_heading(desk: Desk) -> None:
    document = desk.add("题目\n\n" + "这一句说了很久，" * 12 + "才说完。后来散会了。\n")
    refuse(desk, InvalidSpan, lambda library: library.outlines.add(document.id, 9, 9))


def test_the_words_of_a_heading_are_put_right_and_given_back(desk: Desk) -> None:
    document = desk.add(TEXT)
    first, night = start(TEXT, "一、"), start(TEXT, "（二）")

    def rename(at: int, title: str) -> None:
        was = next(row.title for row in outline(desk, document).headings if row.start == at)
        prove(desk, lambda library: library.outlines.rename(document.id, at, title), f"Rename heading “{was}”")

    rename(first, " 一、𠮷祥里的\n情况 ")
    assert titles(outline(desk, document))[0] == (1, "一、𠮷祥里的 情况")
    desk.library.outlines.move(document.id, "in", start(TEXT, "二、意"))
    desk.library.outlines.move(document.id, "out", night)
    rename(night, "（二）深夜")
    assert (1, "（二）深夜") in titles(outline(desk, document))
    desk.library.outlines.move(document.id, "in", night)
    assert (2, "（二）深夜") in titles(outline(desk, document))
    for at in (first, night):
        rename(at, "")
    assert titles(outline(desk, document))[:3] == [(1, "一、基本情况😀"), (2, "（一）白天"), (2, "（二）夜里")]
    before = desk.rows()
    desk.library.outlines.rename(document.id, first, "一、基本情况😀")
    assert desk.rows() == before
    refuse(desk, InvalidName, lambda library: library.outlines.rename(document.id, first, "长" * 201))
    refuse(desk, NotFound, lambda library: library.outlines.rename(document.id, first + 1, "别的"))


def test_a_number_put_right_is_missing_no_more_and_a_heading_of_ones_own_gets_its_words_back(desk: Desk) -> None:
    document = desk.add(TEXT)
    at = start(TEXT, "分时")
    desk.library.outlines.add(document.id, at, at)
    desk.library.outlines.rename(document.id, at, "三、分时")
    assert outline(desk, document).missing == ()
    desk.library.outlines.rename(document.id, at, "")
    assert (1, "分时使用") in titles(outline(desk, document))


def test_what_is_no_heading_is_refused(desk: Desk) -> None:
    document = desk.add("空行在下\n\n" + "长" * (LONGEST_HEADING + 1) + "\n一行")
    add = desk.library.outlines.add
    refuse(desk, InvalidSpan, lambda library: add(document.id, 4, 6))
    refuse(desk, InvalidSpan, lambda library: add(document.id, 0, 7))
    refuse(desk, InvalidSpan, lambda library: add(document.id, 6, 6))
    add(document.id, 0, 2)
    refuse(desk, InvalidSpan, lambda library: add(document.id, 1, 3))
    refuse(desk, NotFound, lambda library: library.outlines.remove(document.id, 1))
    refuse(desk, NotFound, lambda library: library.outlines.move("no such", "in", 0))


def test_corrections_go_with_their_document(desk: Desk) -> None:
    document = desk.add(TEXT)
    desk.library.outlines.remove(document.id, start(TEXT, "一、"))
    desk.library.documents.remove(document.id)
    prove(desk, lambda library: library.documents.erase(document.id), "Delete document")
    assert desk.table("heading") == []


def test_highlights_know_the_headings_they_stand_below(desk: Desk) -> None:
    document = desk.add(TEXT)
    for words in ("小区", "白天空", "分时", "𠮷祥"):
        at = start(TEXT, words)
        desk.library.highlights.add(document.id, at, at + len(words))
    found = {row.highlight.quote: (row.headings, row.heading) for row in desk.library.excerpts.all()}
    assert found == {
        "𠮷祥": ((), ""),
        "小区": (("一、基本情况😀",), "一、基本情况😀"),
        "白天空": (("一、基本情况😀", "（一）白天"), "（一）白天"),
        "分时": (("二、意见",), "二、意见"),
    }
    desk.library.outlines.remove(document.id, start(TEXT, "（一）"))
    assert {row.highlight.quote: row.heading for row in desk.library.excerpts.all()}["白天空"] == "一、基本情况😀"


LEVELS = st.lists(st.integers(1, 5), min_size=1, max_size=12)


@given(LEVELS, st.data(), st.sampled_from(["in", "out"]))
def test_a_move_keeps_every_branch_and_out_takes_in_back(levels: list[int], data: st.DataObject, way: Way) -> None:
    index = data.draw(st.integers(0, len(levels) - 1))
    after = moved(levels, [index], way)
    end = next((at for at in range(index + 1, len(levels)) if levels[at] <= levels[index]), len(levels))
    assert [level - levels[at] for at, level in enumerate(after)] == [
        after[index] - levels[index] if index <= at < end else 0 for at in range(len(levels))
    ]
    assert min(after) >= 1
    before, now = parents_of(levels), parents_of(after)
    if after != levels and way == "out":
        assert now[index] == before[before[index]]
    elif after != levels:
        assert before[now[index]] == before[index]
    elif way == "out":
        assert before[index] == -1


@given(st.text(alphabet="一二三、（）\n。文😀𠮷 #", max_size=60))
def test_any_text_has_an_outline_that_survives_being_kept(text: str) -> None:
    made = outline_of(text)
    assert unpacked(packed(made)) == made
    assert all(0 <= row.start <= row.end <= len(text) for row in made.headings)


def test_an_import_keeps_the_outline_of_its_text(desk: Desk) -> None:
    sha = desk.library.texts.add_text(TEXT)
    made = keep_outline(desk.library.texts, sha, TEXT)
    with closing(desk.library.texts.open(sha)) as text:
        assert text.text() == TEXT
    document = desk.add(TEXT)
    desk.library.outlines.waits = False
    assert desk.library.outlines.find(document) == made
