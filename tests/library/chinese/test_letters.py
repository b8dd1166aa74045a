"""Letters of long texts: the same as folding a character at a time says, however the text is cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.chinese.folding import fold
from library.chinese.letters import Letters, decoded, letters, spread
from tests.library.folded import letters as one_by_one

SIGNS = "政協协𠮷臺台カｶﾞ佛eE\u0301\u20ddﬁﬀfi①11㏄㏪ﷺ😀+＋ ~，_\u3000\n\t\0\x01\x02ab,."
TEXTS = st.text(SIGNS, max_size=60) | st.text(max_size=20)


def key(found: Letters) -> str:
    signs, _ = spread(found.codes, found.parted(found.spaced()))
    return decoded(signs)


@settings(deadline=None)
@given(TEXTS)
def test_they_are_those_of_the_key_at_the_same_places(text: str) -> None:
    found = letters(text, 7)
    expected = [letter for letter in one_by_one(text) if letter.sign != " "]
    assert key(found) == fold(text).text
    assert [chr(code) for code in found.codes.tolist()] == [letter.sign for letter in expected]
    assert found.starts.tolist() == [7 + letter.start for letter in expected]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_two_stretches_are_joined_as_one(left: str, right: str) -> None:
    joined, whole = letters(left).joined(letters(right, len(left))), letters(left + right)
    assert key(joined) == key(whole)
    assert joined.starts.tolist() == whole.starts.tolist()
    if len(letters(left)):
        assert joined.gaps.tolist() == whole.gaps.tolist()
        assert joined.spaces.tolist() == whole.spaces.tolist()


@settings(deadline=None)
@given(TEXTS, st.integers(0, 60))
def test_the_rest_is_what_is_left(text: str, first: int) -> None:
    found = letters(text)
    rest = found.since(min(first, len(found)))
    assert decoded(rest.codes) == decoded(found.codes)[min(first, len(found)) :]
    assert len(rest.gaps) == len(rest.spaces) == len(rest) + 1


@pytest.mark.parametrize(
    ("text", "gaps", "spaces"),
    [
        ("協商、民主", [False, False, True, False, False], [False] * 5),
        ("，协\n商 。", [True, False, True], [False, True, True]),
        ("、", [True], [False]),
        ("", [False], [False]),
    ],
)
def test_what_was_left_out_is_known(text: str, gaps: list[bool], spaces: list[bool]) -> None:
    found = letters(text)
    assert found.gaps.tolist() == gaps
    assert found.spaces.tolist() == spaces
