from desktop.reader.document import ReaderDocument
from desktop.reader.selection import Selection, extent, next_word_end, previous_word_start, whole
from desktop.reader.units import Unit
from tests.desktop.reader.conftest import OpenText


def document_of(read: OpenText, text: str) -> ReaderDocument:
    return ReaderDocument(read(text), title="", format="text")


def test_start_and_end_do_not_depend_on_the_direction() -> None:
    assert (Selection(9, 4).start, Selection(9, 4).end) == (4, 9)
    assert Selection(4, 4).is_empty


def test_a_selection_holds_whole_graphemes(read: OpenText) -> None:
    document = document_of(read, "𠮷👍🏽e\u0301好")
    assert whole(document, Selection(2, 4)) == Selection(1, 5)
    assert whole(document, Selection(4, 2)) == Selection(5, 1)
    assert whole(document, Selection(2, 2)) == Selection(1, 1)
    assert whole(document, Selection(-3, 99)) == Selection(0, 6)


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


def test_a_long_stretch_without_words_is_gone_over_in_parts(read: OpenText) -> None:
    text = "词" + "，\n" * 1200 + "词"
    document = document_of(read, text)
    stops, position = 0, 1
    while position < len(text):
        position, stops = next_word_end(document, position), stops + 1
    assert 2 <= stops <= 4
    while position > 0:
        position, stops = previous_word_start(document, position), stops + 1
    assert stops <= 8
