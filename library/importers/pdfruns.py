"""Runs: characters of a page that stand in one line, and how those of a page are turned."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from library.pages import Box

SMALLER = 0.8
"""How high the type of a mark is at most, beside what it is set behind."""


class Run(NamedTuple):
    """Characters `first` to `last` (exclusive) of a page as PDFium counts them: a word, or words of one line.

    The place is that of text which runs from left to right and down: text that is turned on the page by `quarter`
    quarters, or set downwards, is turned back first. `spaced` says that white space stands before it, `cut` that a
    hyphen at the end of a line stands behind it, `raised` that it is a number set small, as marks of notes are.
    """

    first: int
    last: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool
    spaced: bool
    cut: bool
    quarter: int
    raised: bool = False


def is_line(begin: Box, end: Box, count: int) -> bool:
    """Say whether `count` characters stand in one line: the first and the last level, no wider apart than type is."""
    size = max(begin.bottom - begin.top, end.bottom - end.top, 0.1)
    level = min(begin.bottom, end.bottom) - max(begin.top, end.top)
    step = (end.left - begin.left) / (count - 1)
    return level > 0.4 * min(begin.bottom - begin.top, end.bottom - end.top) and -0.1 * size <= step <= 1.8 * size


def main_quarter(runs: Sequence[Run]) -> int:
    """Return how most characters of a page are turned; those written one by one below one another are set downwards."""
    counts = [0, 0, 0, 0]
    for run in runs:
        counts[run.quarter] += len(run.text)
    for one, two in pairwise(runs):
        if len(one.text) == len(two.text) == 1 and one.quarter == two.quarter:
            size = one.bottom - one.top
            if abs(one.left - two.left) < 0.3 * size and 0.5 * size < two.top - one.top < 2 * size:
                counts[one.quarter] -= 1
                counts[(one.quarter + 1) % 4] += 1
    return counts.index(max(counts))
