import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.reader.document import ReaderDocument
from desktop.reader.selection import (
    Selection,
    Unit,
    extent,
    next_grapheme,
    next_word_end,
    previous_grapheme,
    previous_word_start,
    sentence_at,
)  # fmt: skip
from tests.desktop.reader.conftest import OpenText


def document_of(read: OpenText, text: str) -> ReaderDocument:
    return ReaderDocument(read(text), title="", format="text")


def test_start_and_end_do_not_depend_on_the_direction() -> None:
    assert (Selection(9, 4).start, Selection(9, 4).end) == (4, 9)
    assert Selection(4, 4).is_empty


GRAPHEMES = ["a", "好", "𠮷", "😀", "e\u0301", "👨‍👩‍👧", "葛\U000e0100", "\n"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(GRAPHEMES), max_size=25))
def test_steps_go_by_whole_graphemes_there_and_back(read: OpenText, parts: list[str]) -> None:
    document = document_of(read, "".join(parts))
    position, visited = 0, [0]
    for part in parts:
        position = next_grapheme(document, position)
        visited.append(visited[-1] + len(part))
        assert position == visited[-1]
    assert next_grapheme(document, position) == position
    for place in reversed(visited[:-1]):
        position = previous_grapheme(document, position)
        assert position == place
    assert previous_grapheme(document, 0) == 0


@pytest.mark.parametrize(
    ("text", "inside", "sentence"),
    [
        ("前句。他说：“好。”后句！", "他", "他说：“好。”"),
        ("前句。他说：“好。”后句！", "后", "后句！"),
        ("无标点的一行", "点", "无标点的一行"),
        ("Pi is 3.14 here. Next one.", "3", "Pi is 3.14 here."),
        ("Pi is 3.14 here. Next one.", "N", "Next one."),
        ("会开了.他走了;她来了", "他", "他走了;"),
        ("等等……然后。", "然", "然后。"),
        ("𠮷😀。é好。", "é", "é好。"),
    ],
)
def test_a_sentence_takes_its_end_and_closing_quotes_along(
    read: OpenText, text: str, inside: str, sentence: str
) -> None:
    start, end = sentence_at(document_of(read, text), text.index(inside))
    assert text[start:end] == sentence


def test_a_sentence_does_not_leave_its_paragraph(read: OpenText) -> None:
    document = document_of(read, "上一段没有句号\n这一段。\n下一段")
    assert extent(document, Unit.SENTENCE, 9) == (8, 12)
    assert extent(document, Unit.PARAGRAPH, 9) == (8, 12)


def test_a_word_is_a_word_of_the_language(read: OpenText) -> None:
    text = "𠮷😀人民政协是组织\n"
    document = document_of(read, text)
    start, end = extent(document, Unit.WORD, text.index("政"))
    assert text[start:end] in {"政协", "人民政协"}
    assert extent(document, Unit.WORD, len(text)) == (len(text), len(text))


def test_words_are_stepped_over_with_the_punctuation_between_them(read: OpenText) -> None:
    text = "协商，民主。\n\n  新的 words here"
    document = document_of(read, text)
    assert next_word_end(document, 0) == 2
    assert next_word_end(document, 2) == 5
    assert next_word_end(document, 5) >= text.index("新") + 1
    assert next_word_end(document, len(text) - 2) == len(text)
    assert previous_word_start(document, 5) == 3
    assert previous_word_start(document, text.index("新")) == 3
    assert previous_word_start(document, 0) == 0


def test_an_empty_text_has_empty_extents(read: OpenText) -> None:
    document = document_of(read, "")
    assert {extent(document, unit, 0) for unit in Unit} == {(0, 0)}
    assert next_word_end(document, 0) == previous_word_start(document, 0) == 0
