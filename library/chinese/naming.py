"""Finding among many names at once, as `pinyin.matches` finds in one: for lists that narrow with every key."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from library.chinese.pinyin import EXACT, INITIALS, PINYIN, PREFIX, SUBSTRING, folded, initials, syllables, typed_pinyin

_LINE = "\n"
_SYLLABLE = "\x1f"


class NameIndex:
    """Names in an order. Those not `spelled`, which is slow the first time, are found as they are written only."""

    def __init__(self, names: Sequence[str], *, spelled: bool = True) -> None:
        self._written = _Lines([folded(name.strip()).replace(_LINE, " ") for name in names])
        self._spelled: _Lines | None = None
        self._initials: _Lines | None = None
        if spelled:
            self._spelled = _Lines(["".join(_SYLLABLE + part for part in syllables(name)) for name in names])
            self._initials = _Lines([initials(name) for name in names])

    def find(self, query: str, most: int) -> list[tuple[int, int]]:
        """Return at most `most` names that `query` finds, each as its rank (see `matches`) and its index.

        The best ranks come first, and within a rank the names in their order.
        """
        found: dict[int, int] = {}
        for rank, indexes in self._hits(query):
            for index in indexes:
                found.setdefault(index, rank)
                if len(found) >= most:
                    return [(of, at) for at, of in found.items()]
        return [(of, at) for at, of in found.items()]

    def rank(self, query: str, index: int) -> int | None:
        """Return how well `query` finds one of the names, or None."""
        return next((rank for rank, found in self._hits(query, index) for _ in found), None)

    def _hits(self, query: str, only: int | None = None) -> Iterator[tuple[int, Iterator[int]]]:
        wanted = folded(query.strip()).replace(_LINE, " ")
        yield EXACT, self._written.find(_LINE + wanted + _LINE, only)
        yield PREFIX, self._written.find(_LINE + wanted, only)
        if not wanted:
            return
        yield SUBSTRING, self._written.find(wanted, only)
        typed = typed_pinyin(query)
        if typed and self._spelled is not None and self._initials is not None:
            yield PINYIN, self._spelled.search(_SYLLABLE + f"{_SYLLABLE}?".join(map(re.escape, typed)), only)
            yield INITIALS, self._initials.find(typed, only)


class _Lines:
    """Texts of one line in one string, each after a line feed and the last before one: searched in one go."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = _LINE + "".join(line + _LINE for line in lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def find(self, part: str, only: int | None) -> Iterator[int]:
        """Yield the indexes of the lines that hold `part`, or of `only` one of them."""
        at, end = self._limits(only)
        while (at := self._text.find(part, at, end)) >= 0:
            index = self._line(at, part)
            if index >= len(self._starts) - 1:
                return
            yield index
            at = self._starts[index + 1]

    def search(self, pattern: str, only: int | None) -> Iterator[int]:
        """Yield the indexes of the lines in which `pattern` is found, or of `only` one of them."""
        at, end = self._limits(only)
        searching = re.compile(pattern)
        while (hit := searching.search(self._text, at, end)) is not None:
            index = self._line(hit.start(), hit.group())
            yield index
            at = self._starts[index + 1]

    def _limits(self, only: int | None) -> tuple[int, int]:
        return (0, len(self._text)) if only is None else (self._starts[only], self._starts[only + 1] + 1)

    def _line(self, at: int, part: str) -> int:
        """Return the line of a hit: one that begins with a line feed is of the line behind that."""
        return bisect_right(self._starts, at) - 1 if part[:1] == _LINE else bisect_right(self._starts, at - 1) - 1
