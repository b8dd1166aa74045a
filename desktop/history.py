"""Where a reader has been: a line of places to go back and forward on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

JOIN_SECONDS = 2.0
"""A jump so soon after another takes its place: it was one search for a place."""
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document: the first code point in sight, and the number of the paragraph it stands in."""

    document_id: str
    place: int
    paragraph: int


class History:
    """Scrolling replaces the current spot, a jump adds one. Times are in seconds, of any clock that does not go back.

    Whoever scrolls need not say so: every verb is told the spot `here` that is left.
    """

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._index = 0
        self._jumped: float | None = None

    @property
    def previous(self) -> Spot | None:
        """Where `back` leads."""
        return self._spots[self._index - 1] if self._index > 0 else None

    @property
    def following(self) -> Spot | None:
        """Where `forward` leads."""
        return self._spots[self._index + 1] if self._index + 1 < len(self._spots) else None

    def jump(self, here: Spot | None, there: Spot, at: float) -> bool:
        """Note that the reader went from `here` to `there`; what was forward is forgotten.

        Say whether there is somewhere to go back to now: not if several jumps in one led back to where they began.
        """
        joined = self._jumped is not None and at - self._jumped < JOIN_SECONDS
        # where the reader came from nowhere, the next jump must still find the way back to here
        self._jumped = at if here is not None else None
        kept = self._spots[: self._index]
        if here is not None and not joined:
            kept.append(here)
        elif here is None and self._spots:
            kept = self._spots[: self._index + 1]
        returned = bool(kept) and kept[-1] == there
        self._spots = kept if returned else [*kept, there][-LONGEST:]
        self._index = len(self._spots) - 1
        return self._index > 0 and not returned

    def back(self, here: Spot | None) -> Spot | None:
        """Leave `here` for the spot before, and return that; None where there is none."""
        return self._travel(here, -1)

    def forward(self, here: Spot | None) -> Spot | None:
        """Leave `here` for the spot behind, and return that; None where there is none."""
        return self._travel(here, 1)

    def retain(self, document_ids: Collection[str]) -> None:
        """Forget the spots in all other documents."""
        before = sum(spot.document_id in document_ids for spot in self._spots[: self._index])
        self._spots = [spot for spot in self._spots if spot.document_id in document_ids]
        self._index = max(0, min(before, len(self._spots) - 1))

    def clear(self) -> None:
        """Forget everything."""
        self._spots = []
        self._index = 0
        self._jumped = None

    def _travel(self, here: Spot | None, step: int) -> Spot | None:
        target = self._index + step
        if not 0 <= target < len(self._spots):
            return None
        if here is not None:
            self._spots[self._index] = here
        self._index = target
        self._jumped = None
        return self._spots[target]
