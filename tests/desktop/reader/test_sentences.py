import pytest

from desktop.reader.document import ReaderDocument
from desktop.reader.sentences import sentence_at
from tests.desktop.reader.conftest import OpenText

FIRST = "会开了。各级组织要与大家保持意志统一，各族各"
SECOND = "界中的代表要坚持下去。后来散会。"


def document_of(read: OpenText, text: str) -> ReaderDocument:
    return ReaderDocument(read(text), title="", format="text")


@pytest.mark.parametrize("inside", ["级", "各\n", "\n\n", "中", "去。后"])
def test_a_sentence_goes_on_over_a_page_break_and_its_blank_lines(read: OpenText, inside: str) -> None:
    text = f"上一段。\n{FIRST}\n\n \n{SECOND}\n下一段。"
    start, end = sentence_at(document_of(read, text), text.index(inside))
    assert text[start:end] == "各级组织要与大家保持意志统一，各族各\n\n \n界中的代表要坚持下去。"


def test_a_sentence_may_be_cut_twice(read: OpenText) -> None:
    text = f"{FIRST}\n又，一次，很长很长很长很长很长很长很长很长很长很长地，各族各\n\n{SECOND}"
    document = document_of(read, text)
    expected = (text.index("各级"), text.index("。后来") + 1)
    assert {sentence_at(document, text.index(mark)) for mark in ("各级", "又", "界")} == {expected}


def test_a_sentence_ends_with_a_paragraph_that_is_not_cut(read: OpenText) -> None:
    text = "上一段没有句号\n这一段。\n下一段"
    assert sentence_at(document_of(read, text), 9) == (8, 12)
    text = f"{FIRST}\n\n二、{SECOND}"
    assert sentence_at(document_of(read, text), text.index("级")) == (4, len(FIRST))


def test_the_other_sentences_of_a_cut_paragraph_stay_by_themselves(read: OpenText) -> None:
    text = f"{FIRST}\n{SECOND}"
    document = document_of(read, text)
    assert sentence_at(document, 1) == (0, 4)
    assert sentence_at(document, len(text)) == (text.index("后来"), len(text))


def test_nothing_is_cut_out_of_a_grapheme_where_no_end_is_found(read: OpenText) -> None:
    family = "👨‍👩‍👧"
    document = document_of(read, family * 3000)
    start, end = sentence_at(document, 6001)
    assert start < 6001 < end
    assert start % len(family) == end % len(family) == 0
    assert end - start <= 8000


def test_a_break_of_many_pages_is_no_cut(read: OpenText) -> None:
    text = FIRST + "\n" * 60 + SECOND
    assert sentence_at(document_of(read, text), 6) == (4, len(FIRST))


def test_an_empty_text_has_an_empty_sentence(read: OpenText) -> None:
    assert sentence_at(document_of(read, ""), 0) == (0, 0)
