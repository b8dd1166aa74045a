"""Code points and UTF-16 units of one block: the only place in the program where the two meet."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import accumulate

LAST_OF_ONE_UNIT = "\uffff"


class Offsets:
    """Maps positions of one block between code points and the UTF-16 units that Qt counts."""

    __slots__ = ("_units",)

    def __init__(self, text: str) -> None:
        astral = not text.isascii() and max(text) > LAST_OF_ONE_UNIT
        self._units = _units(text) if astral else None

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 unit at code point `position`."""
        return position if self._units is None else self._units[position]

    def from_utf16(self, unit_utf16: int) -> int:
        """Return the code point at `unit_utf16`; a unit inside a surrogate pair counts as the end of the pair."""
        return unit_utf16 if self._units is None else bisect_left(self._units, unit_utf16)


def _units(text: str) -> array[int]:
    return array("l", accumulate((2 if character > LAST_OF_ONE_UNIT else 1 for character in text), initial=0))
