"""Rows of different heights piled up: where each stands, and which one is at a height."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Stack:
    """Heights of rows, in pixels. Twenty thousand are summed up anew in about a millisecond, when asked for."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._stale = False

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return self._summed()[-1]

    def reset(self, heights: Iterable[int]) -> None:
        """Begin anew."""
        self._heights = list(heights)
        self._stale = True

    def insert(self, row: int, heights: Iterable[int]) -> None:
        """Push rows in before `row`."""
        self._heights[row:row] = heights
        self._stale = True

    def remove(self, first: int, last: int) -> None:
        """Take out the rows `first` to `last`, both included."""
        del self._heights[first : last + 1]
        self._stale = True

    def put(self, row: int, height: int) -> int:
        """Give a row its height and return by how much it grew."""
        growth = height - self._heights[row]
        if growth:
            self._heights[row] = height
            self._stale = True
        return growth

    def height(self, row: int) -> int:
        """Return how high a row is."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Return where a row begins."""
        return self._summed()[row]

    def row_at(self, y: int) -> int | None:
        """Return the row at a height, None above the first and below the last."""
        if not 0 <= y < self.total:
            return None
        return bisect_right(self._summed(), y) - 1

    def _summed(self) -> list[int]:
        if self._stale:
            self._tops = [0, *accumulate(self._heights)]
            self._stale = False
        return self._tops
