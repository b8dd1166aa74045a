"""The notes of a text by place, and in which runs they are placed: the notes of a run make room for one another."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.reader.document import ReaderDocument

CLEAR = 400
"""A distance, in characters with a share for each paragraph, that parts runs anyhow: about thirteen lines."""
PAGE = 1_200
"""At least one run begins in each stretch of so many in which there is a note: no run is longer than two of them."""
_PARAGRAPH = 32


class NoteRuns:
    """Notes sorted by the code point they belong to.

    Where a run begins follows from the notes of its stretch alone, never from what is in the window. So the place of
    a note is the same from wherever one scrolls to it, and no run needs more than its surroundings laid out.
    """

    def __init__(self) -> None:
        self._order: list[tuple[int, str]] = []
        self._positions: dict[str, int] = {}
        self._widest: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, index: int) -> tuple[int, str]:
        """Return position and highlight id of a note."""
        return self._order[index]

    def replace(self, positions: Iterable[tuple[str, int]]) -> None:
        """Hold the notes of these highlights, which start at these code points, and no others."""
        self._positions = dict(positions)
        self._order = sorted((position, id) for id, position in self._positions.items())
        self._widest.clear()

    def put(self, id: str, position: int) -> None:
        """Hold the note of one more highlight, or of one that begins elsewhere now."""
        self.drop(id)
        self._positions[id] = position
        insort(self._order, (position, id))

    def drop(self, id: str) -> None:
        """Hold the note of the highlight `id` no more."""
        position = self._positions.pop(id, None)
        if position is not None:
            del self._order[bisect_left(self._order, (position, id))]
        self._widest.clear()

    def between(self, start: int, end: int) -> range:
        """Return which notes belong to code points from `start` to before `end`."""
        return range(bisect_left(self._order, (start,)), bisect_left(self._order, (end,)))

    def run(self, index: int, document: ReaderDocument) -> tuple[int, int]:
        """Return the first of the run that holds the note `index`, and the one after its last."""
        first, after = index, index + 1
        while not self._begins(first, document):
            first -= 1
        while after < len(self._order) and not self._begins(after, document):
            after += 1
        return first, after

    def _begins(self, index: int, document: ReaderDocument) -> bool:
        if index == 0 or self._distance(index, document) >= CLEAR:
            return True
        page = self._weight(index, document) // PAGE
        if page not in self._widest:
            self._widest[page] = self._widest_in(page, index, document)
        return self._widest[page] == index

    def _widest_in(self, page: int, inside: int, document: ReaderDocument) -> int:
        """Return the note of a stretch that stands furthest from the one before it; `inside` is any note there."""
        first = last = inside
        while first > 0 and self._weight(first - 1, document) // PAGE == page:
            first -= 1
        while last + 1 < len(self._order) and self._weight(last + 1, document) // PAGE == page:
            last += 1
        return max(range(first, last + 1), key=lambda index: (self._distance(index, document), -index))

    def _distance(self, index: int, document: ReaderDocument) -> int:
        before = self._weight(index - 1, document) if index else -CLEAR
        return self._weight(index, document) - before

    def _weight(self, index: int, document: ReaderDocument) -> int:
        position = self._order[index][0]
        return position + _PARAGRAPH * document.block_at(position)
