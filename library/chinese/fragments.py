"""Halves of words at a break: whether two belong together, or each lost what it belonged to."""

from functools import cache

from library.chinese.han import is_han
from library.chinese.numerals import number_of
from library.chinese.ownwords import in_common_form
from library.chinese.persons import is_bare_name
from library.chinese.segmentation import words
from library.chinese.wordlist import Dictionary

_REACH = 12
"""Code points on either side of a break that are cut into words."""


def are_torn(tail: str, head: str) -> bool:
    """Say whether `tail` ends with half a word and `head` begins with half of another: 特聘委(员) and (结)合我区.

    So it is where both characters at the break are taken for one word that no dictionary has and that is no name.
    """
    before, after = in_common_form(tail.rstrip()[-_REACH:]), in_common_form(head.lstrip()[:_REACH])
    if not before or not after or not is_han(before[-1]) or not is_han(after[0]):
        return False
    at = len(before)
    met = next(((start, end) for start, end in words(before + after) if start < at < end), None)
    if met != (at - 1, at + 1):
        return False
    pair = before[-1] + after[0]
    is_known = pair in _pairs() or is_bare_name(pair) or any(number_of(one) is not None for one in pair)
    return not is_known


@cache
def _pairs() -> frozenset[str]:
    """Return the words of two characters."""
    return frozenset(word for word in Dictionary().words() if len(word) == 2)
