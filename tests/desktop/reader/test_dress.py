"""What an outline and a file say of a text, as it is set: no position moves."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.reader.document import ReaderDocument
from desktop.reader.dress import Dress
from desktop.reader.markdown import Look
from desktop.reader.roles import Role
from library.chinese.outlining import outline_of
from library.elements import Element, Marks
from library.headings import Aside, Heading, Outline
from tests.desktop.reader.conftest import OpenText, ShowText

TEXT = "第一章 起\n\n一、甲事😀\n\n（一）𠮷一\n文。\n（二）二\n文。\n\n二、乙。后面是正文。\n"


def roles(document: ReaderDocument) -> list[Role]:
    blocks = [document.block(index) for index in range(document.block_count)]
    return [document.role(index, block) for index, block in enumerate(blocks) if block]


def outline(*rows: tuple[int, str, str]) -> Outline:
    found = [(level, TEXT.index(words), words, kind) for level, words, kind in rows]
    return Outline(Heading(level, words, at, at + len(words), kind) for level, at, words, kind in found)  # type: ignore[arg-type]


OUTLINE = outline(
    (1, "第一章 起", "chapter"), (2, "一、甲事😀", "section"), (3, "（一）𠮷一", "section"), (3, "（二）二", "section"),
    (2, "二、乙。", "run_in"),
)  # fmt: skip


def test_headings_are_set_by_what_they_stand_under(read: OpenText) -> None:
    document = ReaderDocument(read(TEXT), title="", format="text", dress=Dress(OUTLINE))
    high, low, body = Role.HEADING, Role.SUBHEADING, Role.BODY
    assert roles(document) == [high, high, low, body, low, body, body]
    index = document.block_at(TEXT.index("二、乙"))
    assert document.parts(index, document.block(index)) == [(0, 4, Look.STRONG)]


def test_books_chapters_and_sections_in_one_another_are_told_apart(read: OpenText) -> None:
    text = "第一编 甲\n第一章 乙\n第一节 丙\n一、丁\n文。\n第二编 戊\n文。\n"
    dress = Dress(
        Outline(
            Heading(level, words, text.index(words), text.index(words) + len(words), kind)  # type: ignore[arg-type]
            for level, words, kind in (
                (1, "第一编 甲", "chapter"), (2, "第一章 乙", "chapter"), (3, "第一节 丙", "chapter"),
                (4, "一、丁", "section"), (1, "第二编 戊", "chapter"),
            )
        )
    )  # fmt: skip
    document = ReaderDocument(read(text), title="", format="text", dress=dress)
    part, high, low, body = Role.PART, Role.HEADING, Role.SUBHEADING, Role.BODY
    assert roles(document) == [part, high, low, low, body, part, body]


def test_a_removed_heading_is_text_again_in_markdown_too(read: OpenText) -> None:
    text = "# 一\n\n文\n\n# 二\n"
    dress = Dress(Outline(removed=[text.index("# 二")]))
    document = ReaderDocument(read(text), title="", format="markdown", dress=dress)
    assert roles(document) == [Role.HEADING, Role.BODY, Role.BODY]


def test_marks_of_bold_are_hidden_around_a_run_in_heading(read: OpenText) -> None:
    text = "# 题\n\n**强化引领作用。**把学习放在前面。\n\n**做好服务工作。**把事情办成。\n"
    document = ReaderDocument(read(text), title="题", format="text", dress=Dress(outline_of(text)))
    index = document.block_at(text.index("**强化"))
    found = document.parts(index, document.block(index))
    assert found == [(0, 2, Look.HIDDEN), (2, 9, Look.STRONG), (9, 11, Look.HIDDEN)]


def test_what_a_file_sets_apart_is_set_apart_across_lines(read: OpenText) -> None:
    text = "甲乙丙\n丁𠮷😀戊"
    elements = [Element(1, 6, "strong"), Element(2, 3, "emphasis"), Element(6, 7, "link", "https://a.example")]
    dress = Dress(Outline(), Marks([*elements, Element(4, 4, "heading", "2")]))
    document = ReaderDocument(read(text), title="", format="docx", dress=dress)
    assert document.parts(0, "甲乙丙") == [(1, 2, Look.STRONG), (2, 3, Look.STRONG | Look.EMPHASIS)]
    assert document.parts(1, "丁𠮷😀戊") == [(0, 2, Look.STRONG), (2, 3, Look.LINK)]
    assert dress.element_at(6) == elements[2]
    assert dress.element_at(2) is None


ELEMENTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12), st.sampled_from(["strong", "link"])), max_size=9)


@given(ELEMENTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_parts_are_those_of_each_character(read: OpenText, rows: list[tuple[int, int, str]]) -> None:
    text = "甲𠮷乙\n😀丙丁戊己\n\n庚辛壬癸子丑寅卯\n辰巳午未申酉戌亥"
    elements = sorted(
        (Element(at, min(at + length, len(text)), kind) for at, length, kind in rows if at < len(text)),  # type: ignore[arg-type]
        key=lambda element: element.start,
    )
    document = ReaderDocument(read(text), title="", format="docx", dress=Dress(Outline(), Marks(elements)))
    for index in range(document.block_count):
        start, block = document.start(index), document.block(index)
        looks = [0] * len(block)
        for part in document.parts(index, block):
            looks[part.start : part.end] = [part.look] * (part.end - part.start)
        for place in range(len(block)):
            kinds = {row.kind for row in elements if row.start <= start + place < row.end}
            expected = Look.STRONG * ("strong" in kinds) | Look.LINK * ("link" in kinds)
            assert looks[place] == expected


@pytest.mark.parametrize("place", [0, TEXT.index("（二）")])
def test_a_dress_that_comes_later_keeps_the_place_and_the_text(show: ShowText, place: int) -> None:
    pane = show(TEXT * 30, place=place)
    flow = pane.flow
    assert flow is not None
    before = [layout.role for layout, _ in flow.visible()]
    pane.set_dress(Dress(outline_of(TEXT * 30)))
    assert pane.place() == place
    assert [layout.role for layout, _ in flow.visible()] != before
    assert flow.document.text.text() == TEXT * 30
    pane.set_dress(None)
    assert [layout.role for layout, _ in flow.visible()] == before


def test_what_stands_beside_the_headings_is_set_apart_and_has_no_number(show: ShowText) -> None:
    text = "议事简报\n第 12 期\n题目在此\n正文一段。\n一、𠮷祥里\n主任 李秀英\n正文又一段。\n(办公室)\n"
    kinds = {"议事简报": "particular", "第 12 期": "particular", "主任 李秀英": "byline", "(办公室)": "signature"}
    asides = [Aside(text.index(words), text.index(words) + len(words), kind) for words, kind in kinds.items()]  # type: ignore[arg-type]
    start = text.index("一、")
    heading = Heading(1, "一、𠮷祥里", start, start + 6, "section")
    pane = show(text, title="题目在此")
    pane.set_dress(Dress(Outline([heading], asides=asides)))
    assert pane.flow is not None
    laid = [pane.flow.layout(index) for index in range(8)]
    assert [block.role for block in laid] == [
        Role.PARTICULAR, Role.PARTICULAR, Role.TITLE, Role.BODY, Role.HEADING, Role.BYLINE, Role.BODY, Role.SIGNATURE,
    ]  # fmt: skip
    assert [block.number for block in laid if block.number] == [4, 7]
    assert [part.look for part in pane.flow.document.parts(5, laid[5].painted)] == [Look.SOFT]
