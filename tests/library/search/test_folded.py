"""What has a key is found, and nothing else, wherever the windows end: compared with a scan of the folded text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from library.chinese.folding import fold
from library.search.folded import FoldedSearch
from library.storage.blocks import build_table
from library.storage.texts import ReadingText
from tests.library.folded import letters, scan

SIGNS = "政協协𠮷臺台カｶﾞ佛eE\u0301\u20ddﬁﬀfi①11㏄c😀+＋ ~，_\u3000\n\t\0"
TEXTS = st.text(SIGNS, max_size=40)


@st.composite
def parts(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a text, and a query that may well be in it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, draw(st.just(text[start : start + draw(st.integers(1, 8))]) | st.text(SIGNS, max_size=4))


def search(text: str, key: str, cuts: list[int]) -> list[tuple[int, int]]:
    """Search in windows that end at `cuts`."""
    searched = FoldedSearch(ReadingText(text.encode(), build_table(text)), key)
    found: list[tuple[int, int]] = []
    for start, end in pairwise(sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})):
        found += searched.window(start, end, dense=False)
    return found


@settings(max_examples=500)
@given(parts(), st.lists(st.integers(1, 40), max_size=6))
def test_every_place_is_found_and_no_other(part: tuple[str, str], cuts: list[int]) -> None:
    text, query = part
    key = fold(query).text
    if key:
        assert search(text, key, cuts) == scan(text, query)


@settings(max_examples=300)
@given(parts(), st.lists(st.integers(1, 40), max_size=6))
def test_every_place_has_the_key_that_is_sought(part: tuple[str, str], cuts: list[int]) -> None:
    text, query = part
    key = fold(query).text
    places = search(text, key, cuts) if key else []
    for start, end in places:
        assert key in "".join(letter.sign for letter in letters(text[start:end]))
    assert all(before <= start for (_, before), (start, _) in pairwise(places))


def test_a_long_key_over_many_windows() -> None:
    text = "甲，乙丙丁" * 300 + "戊" + "甲乙\n丙丁" * 300
    query = "甲乙丙丁" * 250 + "戊甲"
    assert search(text, fold(query).text, list(range(7, 3000, 13))) == scan(text, query) == [(250, 1502)]


def test_marks_that_follow_a_window_belong_to_its_last_character() -> None:
    marks = "\u0301" * 200
    text = f"ab{marks}c 政{marks}"
    assert search(text, "ab", [2, 50, 203]) == [(0, 202)]
    assert search(text, "政", [205]) == [(204, 405)]
    assert search(text, "bc", [1, 2, 90]) == [(1, 203)]
