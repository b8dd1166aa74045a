"""Where the column of text stands in the window."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from desktop.reader.style import ReaderStyle

NUMBER_LANE = 58
"""How far left of the text its paragraph numbers stand."""
VOICE_LANE = 56
"""How much room there is left of these for who speaks, where that is wanted."""

RULE_LEFT, NOTE_LEFT, NOTE_RIGHT = 17, 26, 14
"""How far right of the text the hairline of a note stands, and its lines; and what is free at their right."""
MARK_LEFT = 14
"""How far right of the text the mark of a note stands for which there is no room."""
WIDEST_NOTE = 12
"""The characters a line of a note holds at most."""

_NARROWEST_NOTE = 7
_LEAST_LINE = 20
"""The characters that a line of a note, and a line of text beside notes, hold at least."""
_NARROW_LEFT, _NARROW_RIGHT = 52, 8
_LEAST_REST = 24  # what must be left over for the lane of notes to be kept free


@dataclass(frozen=True, slots=True)
class Column:
    """Where the lines of text stand in the viewport, and how wide those of notes are beside them: 0 without a lane."""

    left: int
    width: int
    notes: int = 0


def column(viewport_width: int, style: ReaderStyle, *, noted: bool = False, spoken: bool = False) -> Column:
    """Return the place of the text: its measure or what fits of it, and beside it a lane for notes if one fits.

    A text that is `noted` gives way to the lane: its lines hold fewer characters, though never too few to read well.
    So does one that is `spoken` where it is wanted who speaks.
    """
    voices = VOICE_LANE if spoken and style.speakers else 0
    widest = max(viewport_width - 2 * style.margin, 4 * style.size)
    width = min(round(style.measure * style.size), widest // style.size * style.size)
    free = viewport_width - width
    beside = NUMBER_LANE + voices + style.note_lane
    if style.note_lane and free >= beside + _LEAST_REST:
        left = (free - beside) // 2 + NUMBER_LANE + voices
        characters = min((free - left - NOTE_LEFT - NOTE_RIGHT) // style.note_em, WIDEST_NOTE)
        return Column(left, width, ceil(characters * style.note_em))
    if style.note_lane and noted:
        notes = ceil(_NARROWEST_NOTE * style.note_em)
        left = _NARROW_LEFT + voices
        room = viewport_width - left - NOTE_LEFT - notes - _NARROW_RIGHT
        if room >= _LEAST_LINE * style.size:
            return Column(left, min(width, room // style.size * style.size), notes)
    if voices and free // 2 < NUMBER_LANE + voices:
        left = _NARROW_LEFT + voices
        room = viewport_width - left - min(style.margin, max(free // 2, 0))
        if room >= _LEAST_LINE * style.size:
            return Column(left, min(width, room // style.size * style.size))
    return Column(max(free // 2, 0), width)
