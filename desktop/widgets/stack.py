"""Rows piled up: where each stands, and which one is at a height."""

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


class EvenStack(Stack):
    """Rows that are all of one height: however many there are, nothing has to be summed up."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def total(self) -> int:
        return self._count * self._height

    def reset(self, heights: Iterable[int]) -> None:
        self._count = len(list(heights))

    def insert(self, row: int, heights: Iterable[int]) -> None:
        self._count += len(list(heights))

    def remove(self, first: int, last: int) -> None:
        self._count -= last - first + 1

    def put(self, row: int, height: int) -> int:
        return 0

    def height(self, row: int) -> int:
        return self._height

    def top(self, row: int) -> int:
        return row * self._height

    def row_at(self, y: int) -> int | None:
        return y // self._height if 0 <= y < self.total else None
