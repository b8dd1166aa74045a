"""Where on a line of Qt's a place in the text is, and what is at a place: right where writing goes both ways, too.

All positions are the UTF-16 units that Qt counts, all x pixels.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QTextLayout, QTextLine

if TYPE_CHECKING:
    Extent = tuple[float, float]

_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff\u202b\u202e\u2067]"
)
_TOUCHING = 0.01
_Edge = QTextLine.Edge


def goes_both_ways(text: str) -> bool:
    """Say whether there is writing from right to left in `text`."""
    return not text.isascii() and _LEFTWARDS.search(text) is not None


def x_of(line: QTextLine, unit_utf16: int, edge: QTextLine.Edge = _Edge.Leading) -> float:
    """Return where the caret stands on `line` before a unit, or behind it at its trailing edge."""
    return cast("tuple[float, int]", line.cursorToX(unit_utf16, edge))[0]


def nearest(layout: QTextLayout, line: QTextLine, x: float, *, both_ways: bool) -> int:
    """Return the unit of `line` before which the caret stands nearest to `x`; never one inside a grapheme."""
    found_utf16 = line.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters)
    if both_ways:
        # what Qt finds at a turn may stand at its other end
        stops = _stops(layout, line.textStart(), line.textStart() + line.textLength())
        return min(stops, key=lambda unit: (abs(x_of(line, unit) - x), abs(unit - found_utf16)))
    if not layout.isValidCursorPosition(found_utf16):
        # Qt stops between the parts of a joined emoji
        around = (layout.previousCursorPosition(found_utf16), layout.nextCursorPosition(found_utf16))
        return min(around, key=lambda unit: abs(x_of(line, unit) - x))
    # beside trailing spaces and where a line hangs, Qt skips a place
    while found_utf16 > line.textStart():
        before_utf16 = layout.previousCursorPosition(found_utf16)
        if abs(x_of(line, before_utf16) - x) >= abs(x_of(line, found_utf16) - x):
            break
        found_utf16 = before_utf16
    return found_utf16


def extents(layout: QTextLayout, line: QTextLine, start_utf16: int, end_utf16: int, *, both_ways: bool) -> list[Extent]:
    """Return from where to where the glyphs between two units of `line` reach, in several parts where writing turns."""
    if not both_ways:
        return [(x_of(line, start_utf16), x_of(line, end_utf16))]
    boxes = _boxes(layout, line)
    made: list[Extent] = []
    inside = list(_stops(layout, start_utf16, end_utf16))[:-1]
    for left, right in sorted(boxes[unit] for unit in inside if unit in boxes):
        if made and left <= made[-1][1] + _TOUCHING:
            made[-1] = (made[-1][0], max(right, made[-1][1]))
        else:
            made.append((left, right))
    return made or [(x_of(line, start_utf16), x_of(line, start_utf16))]


def _boxes(layout: QTextLayout, line: QTextLine) -> dict[int, Extent]:
    """Return from where to where each character of `line` reaches, by its first unit.

    At a turn Qt says of the first character from right to left only where those before it end: it fills the gap that
    the others leave beside the character after it.
    """
    end_utf16 = line.textStart() + line.textLength()
    stops = list(_stops(layout, line.textStart(), end_utf16))
    boxes: dict[int, Extent] = {}
    for unit in stops[:-1]:
        one, other = x_of(line, unit), x_of(line, unit, _Edge.Trailing)
        boxes[unit] = (min(one, other), max(one, other))
    edges = sorted({left for left, right in boxes.values() if right > left})
    edges.append(max(line.x() + line.naturalTextWidth(), x_of(line, end_utf16)))
    begun = set(edges)
    for unit, after in reversed(list(pairwise(stops))):
        left, right = boxes[unit]
        # the character after it stands left of it, unless it is the only one of its direction
        begin = boxes[after][1] if after in boxes and boxes[after][0] >= left else left
        for place in (begin, left):
            if right == left and place not in begun:
                boxes[unit] = (place, next((edge for edge in edges if edge > place), place))
                insort(edges, place)
                break
    return boxes


def _stops(layout: QTextLayout, start_utf16: int, end_utf16: int) -> Iterator[int]:
    at_utf16 = start_utf16
    while at_utf16 < end_utf16:
        yield at_utf16
        following_utf16 = layout.nextCursorPosition(at_utf16)
        if following_utf16 <= at_utf16:
            break
        at_utf16 = following_utf16
    yield end_utf16
