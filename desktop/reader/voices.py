"""Who speaks, beside the first line of each passage: softly, left of the numbers of the paragraphs or above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics

from desktop.reader.column import NUMBER_LANE

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.reader.flow import Flow
    from desktop.reader.layout import BlockLayout
    from desktop.reader.ribbons import Ribbons
    from library.speeches import Passage, Speeches

_AWAY = 6
"""Between a name and what stands right of it."""
_RIBBON = 16
"""Where a bookmark stands at the same line, so far left of its usual place a name ends."""
_EDGE = 4
_BELOW = 2
_LEAST = 3
"""Characters of a name for which there has to be room; where there is not, it stands above the number, over stripes."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A passage whose first line is in sight, and where its speaker's name stands on screen, on its `baseline`."""

    passage: Passage
    rect: QRect
    baseline: int


def paint_voices(
    painter: QPainter, flow: Flow, layout: BlockLayout, y: int, speeches: Speeches, ribbons: Ribbons
) -> None:
    """Paint who speaks in the passages that begin in a block whose top stands at `y`."""
    _paint(painter, flow, list(_of_block(flow, layout, y, speeches, ribbons)))


def paint_standing(painter: QPainter, flow: Flow, speeches: Speeches, ribbons: Ribbons) -> None:
    """Paint at the top of the view who speaks there, where the passage begins above it."""
    voice = standing(flow, speeches, ribbons)
    if voice is not None:
        painter.fillRect(voice.rect, flow.style.page)
        _paint(painter, flow, [voice])


def standing(flow: Flow, speeches: Speeches, ribbons: Ribbons) -> Voice | None:
    """Return the voice at the top of the view, or None where nobody speaks or a name in sight stands so high."""
    place = flow.place
    passage = speeches.at(place, place) if speeches.passages and flow.style.speakers else None
    if passage is None or passage.start >= place:
        return None
    baseline = _EDGE + flow.style.caption.pixelSize()
    voice = Voice(passage, _rect(flow, _right(flow), baseline), baseline)
    for layout, y in flow.visible():
        if y > voice.rect.bottom():
            break
        if any(other.rect.intersects(voice.rect) for other in _of_block(flow, layout, y, speeches, ribbons)):
            return None
    return voice


def standing_height(flow: Flow) -> int:
    """Return how much of the view, from its top down, the name at the top may take."""
    return 2 * _EDGE + flow.style.caption.pixelSize() + _BELOW if flow.style.speakers else 0


def _paint(painter: QPainter, flow: Flow, voices: list[Voice]) -> None:
    if not voices:
        return
    painter.setFont(flow.style.caption)
    painter.setPen(flow.style.soft)
    metrics = QFontMetrics(flow.style.caption)
    for voice in voices:
        name = metrics.elidedText(voice.passage.name, Qt.TextElideMode.ElideRight, voice.rect.width())
        if voice.rect.right() > flow.column.left - NUMBER_LANE:
            painter.fillRect(voice.rect, flow.style.page)
        x = voice.rect.right() + 1 - metrics.horizontalAdvance(name)
        painter.drawText(QPoint(x, voice.baseline), name)


def voice_at(flow: Flow, point: QPoint, speeches: Speeches, ribbons: Ribbons) -> Voice | None:
    """Return the voice whose name stands at `point` of the viewport, or None."""
    if not flow.style.speakers or point.x() >= flow.column.left:
        return None
    above = standing(flow, speeches, ribbons)
    if above is not None and above.rect.contains(point):
        return above
    for layout, y in flow.visible():
        if y <= point.y() < y + layout.height:
            for voice in _of_block(flow, layout, y, speeches, ribbons):
                if voice.rect.contains(point):
                    return voice
    return None


def _of_block(flow: Flow, layout: BlockLayout, y: int, speeches: Speeches, ribbons: Ribbons) -> Iterator[Voice]:
    lines: set[int] = set()
    for passage in speeches.beginning(layout.start, layout.end + 1):
        line = layout.line_of(min(passage.start - layout.start, layout.length))
        if line in lines:  # of several that begin in one line there is room for the first
            continue
        lines.add(line)
        first, last = layout.line_range(line)
        marked = ribbons.between(layout.start + first, layout.start + last + 1) if len(ribbons) else []
        right, baseline = _place(flow, layout, line, y, marked=bool(marked))
        yield Voice(passage, _rect(flow, right, baseline), baseline)


def _rect(flow: Flow, right: int, baseline: int) -> QRect:
    size = flow.style.caption.pixelSize()
    return QRect(_EDGE, baseline - size, max(right - _EDGE, 0), size + _BELOW)


def _right(flow: Flow, shift: int = 0) -> int:
    """Return the x at which a name ends: left of the numbers, or over them where there is no room."""
    right = flow.column.left - NUMBER_LANE - _AWAY - shift
    return right if right - _EDGE >= _LEAST * flow.style.caption.pixelSize() else flow.column.left - _AWAY


def _place(flow: Flow, layout: BlockLayout, line: int, y: int, *, marked: bool) -> tuple[int, int]:
    """Return the x at which the name at a line ends, and the y of its baseline."""
    size, set_line = flow.style.caption.pixelSize(), layout.lines[line]
    baseline = round(y + set_line.y() + set_line.ascent())
    right = _right(flow, _RIBBON if marked else 0)
    over = right > flow.column.left - NUMBER_LANE and line == 0 and layout.number and flow.style.numbers
    return right, baseline - (size - 1 if over else 0)
