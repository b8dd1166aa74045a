"""Painting the margin: notes with the hairline that joins each to its passage, and marks where no note has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.reader.column import NOTE_LEFT, RULE_LEFT
from desktop.reader.margin import Standing

if TYPE_CHECKING:
    from desktop.reader.flow import Flow
    from desktop.reader.margin import Margin

_RULE_OPACITY = 0.45
_JOINT_LEFT = 4  # of the text, where the line to a note that had to move begins
_RING = 1.3


def paint_margin(painter: QPainter, flow: Flow, margin: Margin, clip: QRect) -> None:
    """Paint what of the margin lies inside `clip`."""
    for note in margin.standing(flow):
        if note.top >= clip.y() + clip.height() or note.bottom <= clip.y():
            continue
        if note.type is None:
            _paint_mark(painter, flow, note, chosen=note.id == margin.chosen)
        else:
            _paint_note(painter, flow, note, chosen=note.id == margin.chosen)


def _paint_note(painter: QPainter, flow: Flow, note: Standing, *, chosen: bool) -> None:
    color, rect = flow.style.note, note.rect
    faint = QColor(color)
    faint.setAlphaF(1.0 if chosen else _RULE_OPACITY)
    x = rect.left() - NOTE_LEFT + RULE_LEFT
    if note.moved:
        start = QPoint(rect.left() - NOTE_LEFT + _JOINT_LEFT, note.line)
        _paint_joint(painter, start, QPoint(x, rect.top() + flow.style.note_pitch // 2), faint)
    painter.fillRect(QRect(x, rect.top(), 1, rect.height()), faint)
    painter.setPen(color)
    if note.type is not None:
        note.type.paint(painter, rect.left(), rect.top())


def _paint_joint(painter: QPainter, start: QPoint, end: QPoint, color: QColor) -> None:
    """Paint a slanting line, by way of a picture: cut off at the edge of the window it would get other pixels."""
    area = QRect(start, end).normalized().adjusted(-1, -1, 1, 1)
    ratio = painter.device().devicePixelRatioF()
    picture = QImage(area.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    inside = QPainter(picture)
    inside.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside.setPen(QPen(color, 1))
    half = QPointF(0.5, 0.5)
    inside.drawLine(QPointF(start - area.topLeft()) + half, QPointF(end - area.topLeft()) + half)
    inside.end()
    painter.drawImage(area.topLeft(), picture)


def _paint_mark(painter: QPainter, flow: Flow, note: Standing, *, chosen: bool) -> None:
    """Paint a small ring, as a reader's brush sets beside a line."""
    color = flow.style.note
    inset = _RING / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, _RING))
    painter.setBrush(color if chosen else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(note.rect).adjusted(inset, inset, -inset, -inset))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
