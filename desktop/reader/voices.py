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
    voices = list(_of_block(flow, layout, y, speeches, ribbons))
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
        size = flow.style.caption.pixelSize()
        yield Voice(passage, QRect(_EDGE, baseline - size, max(right - _EDGE, 0), size + _BELOW), baseline)


def _place(flow: Flow, layout: BlockLayout, line: int, y: int, *, marked: bool) -> tuple[int, int]:
    """Return the x at which the name at a line ends, and the y of its baseline."""
    size, set_line = flow.style.caption.pixelSize(), layout.lines[line]
    baseline = round(y + set_line.y() + set_line.ascent())
    right = flow.column.left - NUMBER_LANE - _AWAY - (_RIBBON if marked else 0)
    if right - _EDGE >= _LEAST * size:
        return right, baseline
    numbered = line == 0 and layout.number and flow.style.numbers
    return flow.column.left - _AWAY, baseline - (size - 1 if numbered else 0)
