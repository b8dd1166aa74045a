"""Halves of words and sentences at a break: whether two belong together, or each lost what it belonged to."""

import re
from functools import cache

from library.chinese.han import is_han
from library.chinese.numerals import number_of
from library.chinese.ownwords import in_common_form
from library.chinese.persons import is_bare_name
from library.chinese.segmentation import words
from library.chinese.wordlist import Dictionary

_REACH = 12
"""Code points on either side of a break that are cut into words."""
_CLAUSE = re.compile(
    "(?:加大|加强|加快|推进|推动|提高|提升|坚持|强化|落实|抓好|抓紧|深化|完善|健全|增强|开展|做好|搞好|实现|坚定)"
    "[^，,、。；;：:？！的]{2,12}是"
)
"""A verb and its object of which something is said: a sentence of its own, which 的 does not lead to."""
_AMID = re.compile("目的是|目的在于|从而|以及|并且|而且|乃至|进而|及其")
"""What goes on in a sentence and begins no text."""


def are_torn(tail: str, head: str) -> bool:
    """Say whether `tail` and `head` do not make one sentence: 特聘委(员) and (结)合我区, 成员的(培训) and 加大力度是….

    So it is where both characters at the break are taken for one word that no dictionary has and that is no name, and
    where 的 leads to a sentence that is whole by itself.
    """
    if tail.rstrip().endswith("的") and _CLAUSE.match(head.lstrip()):
        return True
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


def goes_on(head: str) -> bool:
    """Say whether `head` begins with what only goes on in a sentence: below a heading its beginning is lost."""
    return _AMID.match(head.lstrip()) is not None


@cache
def _pairs() -> frozenset[str]:
    """Return the words of two characters."""
    return frozenset(word for word in Dictionary().words() if len(word) == 2)
