"""Finding among many names at once, as `pinyin.matches` finds in one: for lists that narrow with every key."""

import re
from collections.abc import Iterator, Sequence

from library.chinese.lines import LINE, Lines
from library.chinese.pinyin import EXACT, INITIALS, PINYIN, PREFIX, SUBSTRING, folded, initials, syllables, typed_pinyin

_SYLLABLE = "\x1f"


class NameIndex:
    """Names in an order. Those not `spelled`, which is slow the first time, are found as they are written only."""

    def __init__(self, names: Sequence[str], *, spelled: bool = True) -> None:
        self._written = Lines([folded(name.strip()).replace(LINE, " ") for name in names])
        self._spelled: Lines | None = None
        self._initials: Lines | None = None
        if spelled:
            self._spelled = Lines(["".join(_SYLLABLE + part for part in syllables(name)) for name in names])
            self._initials = Lines([initials(name) for name in names])

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
        wanted = folded(query.strip()).replace(LINE, " ")
        yield EXACT, self._written.find(LINE + wanted + LINE, only)
        yield PREFIX, self._written.find(LINE + wanted, only)
        if not wanted:
            return
        yield SUBSTRING, self._written.find(wanted, only)
        typed = typed_pinyin(query)
        if typed and self._spelled is not None and self._initials is not None:
            yield PINYIN, self._spelled.search(_SYLLABLE + f"{_SYLLABLE}?".join(map(re.escape, typed)), only)
            yield INITIALS, self._initials.find(typed, only)
