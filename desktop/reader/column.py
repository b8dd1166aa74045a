"""Where the column of text stands in the window."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.reader.style import ReaderStyle

NUMBER_LANE = 58
"""How far left of the text its paragraph numbers stand."""

_LEAST_MARGIN = 44
_LEAST_REST = 24  # what must be left over for the lane of notes to be kept free


@dataclass(frozen=True, slots=True)
class Column:
    """Where the lines of text stand in the viewport."""

    left: int
    width: int


def column(viewport_width: int, style: ReaderStyle) -> Column:
    """Return the place of the text: its measure or what fits of it, and beside it a lane for notes if one fits."""
    widest = max(viewport_width - 2 * _LEAST_MARGIN, 4 * style.size)
    width = min(round(style.measure * style.size), widest // style.size * style.size)
    free = viewport_width - width
    beside = NUMBER_LANE + style.note_lane
    if free >= beside + _LEAST_REST:
        return Column((free - beside) // 2 + NUMBER_LANE, width)
    return Column(max(free // 2, 0), width)
