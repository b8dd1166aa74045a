"""Painting: paper, marks, hits, selection, text, bookmarks, numbers, notes, caret and handles, in this order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from desktop.reader.column import NUMBER_LANE
from desktop.reader.hits import Hit, Hits
from desktop.reader.margin import Margin
from desktop.reader.marginpainter import paint_margin
from desktop.reader.ribbons import Ribbons, paint_ribbons
from desktop.reader.spans import Span, Spans
from desktop.reader.stripes import TagStripe, paint_stripes
from desktop.reader.tints import LINE_HEIGHT, tints
from desktop.reader.voices import paint_standing, paint_voices
from library.speeches import Speeches

if TYPE_CHECKING:
    from desktop.reader.flow import Flow
    from desktop.reader.layout import BlockLayout
    from desktop.reader.selection import Selection
    from desktop.reader.style import ReaderStyle

HANDLE_RADIUS = 4
_CARET_WIDTH = 2
_OUTLINE = 1.5
_LEAST_NUMBER_X = 8
STRIP_LINES = 12
_TILE_MARGIN = 48  # pixels, at least: so far reach the marks of a heading out of the column


@dataclass(slots=True)
class Marks:
    """All that is painted on the text besides itself."""

    spans: Spans = field(default_factory=Spans)
    tags: dict[str, Sequence[TagStripe]] = field(default_factory=dict)
    hits: Hits = field(default_factory=Hits)
    margin: Margin = field(default_factory=Margin)
    ribbons: Ribbons = field(default_factory=Ribbons)
    speeches: Speeches = field(default_factory=Speeches)
    current_hit: Hit | None = None
    selection: Selection | None = None
    selected: str | None = None
    caret_visible: bool = False

    @property
    def selected_span(self) -> Span | None:
        """The selected highlight."""
        return self.spans.find(self.selected)


def paint(painter: QPainter, flow: Flow, marks: Marks, clip: QRect) -> None:
    """Paint what of the text lies inside `clip`, in coordinates of the viewport."""
    painter.fillRect(clip, flow.style.page)
    left = flow.column.left
    for layout, y in flow.visible():
        part = QRect(clip.x(), y, clip.width(), layout.height) & clip
        if part.isEmpty():
            continue
        # what reaches over the edge of a block would be there when it is painted anew, but not in a picture of it
        painter.setClipRect(part)
        if _is_selected(layout, marks):
            paint_block(painter, layout, left, y, flow.style, marks, QRectF(clip))
        else:
            _paint_strips(painter, layout, left, y, flow.style, marks, clip)
        if flow.style.stripes:
            paint_stripes(painter, flow, layout, y, marks.spans, marks.tags)
        paint_ribbons(painter, layout, left, y, flow.style, marks.ribbons)
        if layout.number and flow.style.numbers:
            _paint_number(painter, layout, left, y, flow.style)
        if flow.style.speakers and marks.speeches.passages:
            paint_voices(painter, flow, layout, y, marks.speeches, marks.ribbons)
    painter.setClipRect(clip)
    paint_standing(painter, flow, marks.speeches, marks.ribbons)
    paint_margin(painter, flow, marks.margin, clip)
    _paint_selected_highlight(painter, flow, marks)
    _paint_caret(painter, flow, marks)


def _paint_strips(
    painter: QPainter, layout: BlockLayout, left: int, y: int, style: ReaderStyle, marks: Marks, clip: QRect
) -> None:
    """Paint a block from the pictures there are of its strips, and what they leave open from its layout."""
    rows = QRect(0, clip.y(), 1, clip.height())
    strips = [strip for strip in strips_of(layout) if strip_rect(layout, strip).translated(0, y).intersects(rows)]
    if not all(strip in layout.tiles for strip in strips):
        paint_block(painter, layout, left, y, style, marks, QRectF(clip))
        return
    for strip in strips:
        painter.drawPixmap(left - _tile_margin(style), y + strip_rect(layout, strip).y(), layout.tiles[strip])


def paint_block(
    painter: QPainter, layout: BlockLayout, left: int, y: int, style: ReaderStyle, marks: Marks, clip: QRectF
) -> None:
    """Paint one block, its top left corner at (`left`, `y`), on paper that is already there."""
    if layout.tints is None:
        layout.tints = tints(layout, marks.spans.touching(layout.start, layout.end))
    made = layout.tints
    painter.translate(left, y)
    painter.setPen(Qt.PenStyle.NoPen)
    for color, boxes in made.fills.items():
        painter.setBrush(style.tints[color])
        painter.drawRects(boxes)
    _paint_hits(painter, layout, style, marks)
    _paint_selection(painter, layout, style, marks)
    painter.setPen(Qt.PenStyle.NoPen)
    for color, boxes in made.lines.items():
        painter.setBrush(style.lines[color])
        painter.drawRects(boxes)
    painter.translate(-left, -y)
    painter.setPen(style.ink)
    layout.qt.draw(painter, QPointF(left, y), [], clip)
    if layout.ruby is not None:
        layout.ruby.paint(painter, layout, left, y, style.ruby_color, clip)


def strips_of(layout: BlockLayout) -> range:
    """Return the numbers of the strips that a block is painted in ahead of time."""
    return range(-(-layout.height // (STRIP_LINES * layout.pitch)))


def strip_rect(layout: BlockLayout, strip: int) -> QRect:
    """Return where a strip lies within its block; it is as wide as anything."""
    height = STRIP_LINES * layout.pitch
    return QRect(0, strip * height, 1, min(height, layout.height - strip * height))


def paint_tile(layout: BlockLayout, strip: int, width: int, style: ReaderStyle, marks: Marks, ratio: int) -> QPixmap:
    """Return a picture of one strip without the selection; `ratio` is the number of device pixels to a pixel."""
    area = strip_rect(layout, strip)
    margin = _tile_margin(style)
    wide = width + 2 * margin
    tile = QPixmap(wide * ratio, area.height() * ratio)
    tile.setDevicePixelRatio(ratio)
    tile.fill(style.page)
    painter = QPainter(tile)
    without = replace(marks, selection=None)
    paint_block(painter, layout, margin, -area.y(), style, without, QRectF(0, 0, wide, area.height()))
    painter.end()
    return tile


def _tile_margin(style: ReaderStyle) -> int:
    """Return how much paper a picture has left and right of the column, for what hangs over its edges."""
    return max(style.title.pixelSize(), _TILE_MARGIN)


def _paint_hits(painter: QPainter, layout: BlockLayout, style: ReaderStyle, marks: Marks) -> None:
    for index in marks.hits.touching(layout.start, layout.end):
        start, end = marks.hits[index]
        found = layout.rects(max(start - layout.start, 0), min(end - layout.start, layout.length), tight=True)
        boxes = [box for box in found if box.width()]  # an empty line has nothing to be marked
        current = (start, end) == marks.current_hit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.accent_tint)
        painter.drawRects(boxes)
        painter.setBrush(style.accent)
        painter.drawRects([QRectF(box.left(), box.bottom() - 1, box.width(), 1) for box in boxes])
        if current:
            painter.setPen(QPen(style.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects([box.adjusted(0, 0, -1, -1) for box in boxes])


def _paint_selection(painter: QPainter, layout: BlockLayout, style: ReaderStyle, marks: Marks) -> None:
    selection = marks.selection
    if selection is None or selection.is_empty or not _is_selected(layout, marks):
        return
    first, last = max(selection.start - layout.start, 0), min(selection.end - layout.start, layout.length)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.selection)
    painter.drawRects(layout.rects(first, last))


def _paint_number(painter: QPainter, layout: BlockLayout, left: int, y: int, style: ReaderStyle) -> None:
    line = layout.lines[0]
    painter.setFont(style.caption)
    painter.setPen(style.soft)
    baseline = y + line.y() + line.ascent()
    painter.drawText(QPointF(max(left - NUMBER_LANE, _LEAST_NUMBER_X), baseline), str(layout.number))


def _paint_selected_highlight(painter: QPainter, flow: Flow, marks: Marks) -> None:
    """Outline the selected highlight and draw a handle at each of its ends."""
    span = marks.selected_span
    if span is None:
        return
    color = flow.style.lines[span.color]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, _OUTLINE))
    edge = _OUTLINE / 2
    lines = [
        QLineF(box.left(), y, box.right(), y)
        for box in flow.rects(span.start, span.end)
        for y in (box.top() - edge, box.bottom() + edge)
    ]
    painter.drawLines(lines)
    painter.setPen(QPen(color, LINE_HEIGHT))
    painter.setBrush(color)
    for _, box, knob in handles(flow, span):
        painter.drawLine(QLineF(box.center().x(), box.top(), box.center().x(), box.bottom()))
        painter.drawEllipse(knob, HANDLE_RADIUS - 1, HANDLE_RADIUS - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def handles(flow: Flow, span: Span) -> list[tuple[int, QRectF, QPointF]]:
    """Return the handles of `span` in the window: its end, a bar, and the knob above the start or below the end."""
    found: list[tuple[int, QRectF, QPointF]] = []
    start, end = flow.caret_rect(span.start), flow.end_rect(span.end)
    if start is not None:
        found.append((span.start, start, QPointF(start.center().x(), start.top())))
    if end is not None:
        found.append((span.end, end, QPointF(end.center().x(), end.bottom())))
    return found


def _paint_caret(painter: QPainter, flow: Flow, marks: Marks) -> None:
    held = marks.selection
    if not marks.caret_visible or held is None:
        return
    behind = not held.is_empty and held.active == held.end
    box = flow.end_rect(held.active) if behind else flow.caret_rect(held.active)
    if box is not None:
        painter.fillRect(QRectF(round(box.left()) - 1, box.top(), _CARET_WIDTH, box.height()), flow.style.accent)


def _is_selected(layout: BlockLayout, marks: Marks) -> bool:
    selection = marks.selection
    return selection is not None and selection.start < layout.end and selection.end > layout.start
