"""How much there is in a text."""

from library.chinese.counts import Counts, counts


def test_characters_words_sentences_and_paragraphs() -> None:
    text = "第一段，𠮷野家。还有Zhupi的don't。\n\n 😀第二段 2018 年\n"
    assert counts(text) == Counts(characters=31, han=13, other_words=2, sentences=3, paragraphs=2, repeated=0)


def test_what_stands_twice_is_counted_once() -> None:
    text = "一段话。\n一段 话。\n末尾。"
    assert counts(text, [(5, 10)]) == Counts(7, 5, 0, 2, 2, repeated=4)


def test_an_empty_text_has_nothing() -> None:
    assert counts("") == Counts(0, 0, 0, 0, 0, 0)
