"""What of a text goes into the index: chunks that overlap, and their tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.chinese.folding import fold
from library.search import chunks
from library.search.chunks import GAP, LONGEST_WORD, REACH, cuts, is_spaced, tokens
from library.storage.blocks import build_table
from library.storage.texts import ReadingText

TEXTS = st.lists(
    st.sampled_from(["政协", "協", "𠮷", "word", "x" * 90, " ", "\n", "、", "①", "e\u0301", "don't "])
).map("".join)


def reading(text: str) -> ReadingText:
    return ReadingText(text.encode(), build_table(text))


@pytest.fixture(autouse=True)
def short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut texts into many chunks, short as they are, and fold few characters at a time."""
    monkeypatch.setattr(chunks, "_CHUNK", 9)
    monkeypatch.setattr(chunks, "_PIECE", 20)


@settings(deadline=None)
@given(TEXTS)
def test_they_follow_one_another_and_are_the_key(text: str) -> None:
    found = list(cuts(reading(text), set()))
    assert "".join(cut.key[: cut.main] for cut in found).replace(GAP, "") == fold(text).text


@settings(deadline=None)
@given(TEXTS)
def test_each_reaches_into_the_next(text: str) -> None:
    for cut in cuts(reading(text), set()):
        key = fold(text[cut.start :]).text
        plain = cut.key.replace(GAP, "")
        assert key.startswith(plain)
        behind = cut.key[cut.main :].replace(GAP, "").replace(" ", "")
        assert plain == key or REACH <= len(behind) <= REACH + LONGEST_WORD


@settings(deadline=None)
@given(TEXTS)
def test_what_is_kept_says_again_what_the_tokens_were(text: str) -> None:
    words: set[str] = set()
    for cut in cuts(reading(text), words):
        assert tokens(cut.key.replace(GAP, "")) == cut.tokens
        whole = {token for token in cut.tokens.split() if is_spaced(token) and len(token) <= LONGEST_WORD}
        assert whole <= words


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("政协abc企业2018年", "政 协 abc 企 业 2018 年"),
        ("collection of newspapers", "collection of newspapers"),
        ("𠮷😀", "𠮷 😀"),
        ("", ""),
    ],
)
def test_tokens(key: str, expected: str) -> None:
    assert tokens(key) == expected


def test_without_letters_there_is_no_chunk() -> None:
    assert list(cuts(reading(""), set())) == list(cuts(reading("，。\n" * 40), set())) == []
