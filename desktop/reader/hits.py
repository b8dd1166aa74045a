"""The hits of a search in the text, found by place."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

Hit = tuple[int, int]


class Hits:
    """Hits in the order of the text. They do not overlap; positions are code points."""

    def __init__(self, hits: Sequence[Hit] = ()) -> None:
        self._starts = array("q")
        self._ends = array("q")
        self.extend(hits)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Hit:
        return self._starts[index], self._ends[index]

    def extend(self, hits: Sequence[Hit]) -> None:
        """Add further hits, which stand behind those already held."""
        self._starts.extend(map(itemgetter(0), hits))
        self._ends.extend(map(itemgetter(1), hits))

    def insert(self, hits: Hits) -> None:
        """Add `hits`, between whose first and last none is held: in one piece, however many there are."""
        if len(hits):
            at = bisect_left(self._starts, hits._starts[0])
            self._starts[at:at] = hits._starts
            self._ends[at:at] = hits._ends

    def touching(self, start: int, end: int) -> range:
        """Return the indices of the hits that share a code point with `start` to `end`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def before(self, position: int) -> int:
        """Return how many hits start before `position`."""
        return bisect_left(self._starts, position)

    def first_in(self, bounds: Sequence[int]) -> list[int | None]:
        """Return for each pair of neighbours in `bounds` where the first hit between them starts, or None."""
        places = [bisect_left(self._starts, bound) for bound in bounds]
        return [self._starts[low] if high > low else None for low, high in pairwise(places)]
