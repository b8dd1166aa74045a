"""The bookmarks of a text, found by place, and the ribbon that each has in the margin at its line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPolygonF

from desktop.reader.column import NUMBER_LANE

if TYPE_CHECKING:
    from desktop.reader.flow import Flow
    from desktop.reader.layout import BlockLayout
    from desktop.reader.style import ReaderStyle

_WIDTH, _HEIGHT, _NOTCH = 8, 13, 3
_LEFT = NUMBER_LANE + 16
"""How far left of the text the ribbon stands; where there is less room, at the edge of the page."""


class Ribbons:
    """Bookmarks by the code point they stand at."""

    def __init__(self) -> None:
        self._places: list[tuple[int, str]] = []
        self._positions: list[int] = []

    def __len__(self) -> int:
        return len(self._places)

    def replace(self, places: Iterable[tuple[int, str]]) -> None:
        """Hold these positions with their names, and no others."""
        self._places = sorted(places)
        self._positions = [position for position, _ in self._places]

    def between(self, start: int, end: int) -> list[int]:
        """Return the positions from `start` to before `end`."""
        return self._positions[bisect_left(self._positions, start) : bisect_left(self._positions, end)]

    def name(self, position: int) -> str:
        """Return the name of the bookmark at exactly `position`, or ""."""
        index = bisect_left(self._positions, position)
        return self._places[index][1] if self._positions[index : index + 1] == [position] else ""

    def first_in(self, bounds: Sequence[int]) -> list[int | None]:
        """Return for each pair of neighbours in `bounds` the first position between them, or None."""
        places = [bisect_left(self._positions, bound) for bound in bounds]
        return [self._positions[low] if high > low else None for low, high in pairwise(places)]


def line_at(flow: Flow, position: int) -> tuple[int, int]:
    """Return the code points of the line that holds `position`; the end counts in where the next line is another's."""
    layout = flow.layout(flow.document.block_at(position))
    start, end = layout.line_range(layout.line_of(min(position - layout.start, layout.length)))
    return layout.start + start, layout.start + end + (1 if end == layout.length else 0)


def paint_ribbons(
    painter: QPainter, layout: BlockLayout, left: int, y: int, style: ReaderStyle, ribbons: Ribbons
) -> None:
    """Paint a ribbon at each line of a block that a bookmark stands in."""
    if not len(ribbons):
        return
    found = ribbons.between(layout.start, layout.end + 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(found))
    for line in sorted({layout.line_of(min(position - layout.start, layout.length)) for position in found}):
        x = max(left - _LEFT, 0)
        middle = y + layout.line_tops[line] + layout.pitch // 2
        painter.drawPolygon(_ribbon(QRect(x, middle - _HEIGHT // 2, _WIDTH, _HEIGHT)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _ribbon(area: QRect) -> QPolygonF:
    left, top, right, bottom = area.x(), area.y(), area.x() + area.width(), area.y() + area.height()
    notch = QPointF((left + right) / 2, bottom - _NOTCH)
    return QPolygonF([QPointF(left, top), QPointF(right, top), QPointF(right, bottom), notch, QPointF(left, bottom)])
