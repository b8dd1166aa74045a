"""The pill in which a tag stands: a dot in its colour, the path above it soft, its own name in ink."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.theme import Theme
from library.models import Color

SEPARATOR = "/"
PADDING = 8.0
DOT = 6.0
GAP = 5.0
HEIGHT = 20.0


def chip_size(theme: Theme, path: str, widest: float = float("inf")) -> QSizeF:
    """Return the size of the pill of the tag `path`, at most `widest` pixels wide."""
    metrics = QFontMetricsF(theme.interface_font(theme.size("caption")))
    wanted = 2 * PADDING + DOT + GAP + metrics.horizontalAdvance(path)
    return QSizeF(min(wanted, widest), HEIGHT)


def paint_chip(painter: QPainter, theme: Theme, place: QPointF, path: str, color: Color, width: float) -> None:
    """Paint the pill of the tag `path` with its top left corner at `place`, its text elided in the middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, theme, QRectF(place, QSizeF(width, HEIGHT)), color)
    font = theme.interface_font(theme.size("caption"))
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    left = place.x() + PADDING + DOT + GAP
    room = place.x() + width - PADDING - left + 1
    parent, separator, leaf = metrics.elidedText(path, Qt.TextElideMode.ElideMiddle, room).rpartition(SEPARATOR)
    baseline = place.y() + (HEIGHT + metrics.ascent() - metrics.descent()) / 2
    painter.setPen(theme.color("soft"))
    painter.drawText(QPointF(left, baseline), parent + separator)
    painter.setPen(theme.color("ink"))
    painter.drawText(QPointF(left + metrics.horizontalAdvance(parent + separator), baseline), leaf)
    painter.restore()


def _paint_ground(painter: QPainter, theme: Theme, box: QRectF, color: Color) -> None:
    painter.setPen(QPen(theme.color("hairline"), 1) if theme.dark else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("hover"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line(color))
    painter.drawEllipse(QPointF(box.left() + PADDING + DOT / 2, box.center().y()), DOT / 2, DOT / 2)
