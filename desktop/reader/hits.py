"""The hits of a search in the text, found by place."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise


class Hits:
    """Hits in the order of the text, as they arrive. They do not overlap; positions are code points."""

    def __init__(self) -> None:
        self._starts = array("q")
        self._ends = array("q")

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> tuple[int, int]:
        return self._starts[index], self._ends[index]

    def replace(self, hits: Iterable[tuple[int, int]]) -> None:
        """Hold `hits` instead of what was held."""
        self._starts, self._ends = array("q"), array("q")
        self.extend(hits)

    def extend(self, hits: Iterable[tuple[int, int]]) -> None:
        """Add further hits, which stand behind those already held."""
        for start, end in hits:
            self._starts.append(start)
            self._ends.append(end)

    def touching(self, start: int, end: int) -> range:
        """Return the indices of the hits that share a code point with `start` to `end`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def following(self, position: int) -> int | None:
        """Return the index of the first hit that starts at or after `position`, from the beginning if there is none."""
        if not self._starts:
            return None
        return bisect_left(self._starts, position) % len(self._starts)

    def first_in(self, bounds: Sequence[int]) -> list[int | None]:
        """Return for each pair of neighbours in `bounds` where the first hit between them starts, or None."""
        places = [bisect_left(self._starts, bound) for bound in bounds]
        return [self._starts[low] if high > low else None for low, high in pairwise(places)]
