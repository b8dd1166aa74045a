"""The pill in which a tag stands: a dot in its colour, the path above it soft, its own name in ink."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme import Theme
from library.models import Color

PILL_HEIGHT = 20
PADDING = 8.0
DOT = 6.5
DOT_GAP = 5.0
WIDEST = 180
"""How wide a pill to press may be: longer names are cut in the middle."""


class PillStyle:
    """How pills look in one theme. Faces are made once, for that costs more than painting with them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = theme.title_font(theme.size("small"))
        self._metrics = QFontMetricsF(self._font)

    def width(self, path: str) -> int:
        """Return how wide the pill of the tag `path` would like to be, in pixels."""
        return round(2 * PADDING + DOT + DOT_GAP + self._metrics.horizontalAdvance(path) + 0.5)

    def paint(self, painter: QPainter, rect: QRectF, path: str, color: Color, *, lit: bool = False) -> None:
        """Paint the pill of the tag `path` into `rect`; `lit` puts a rim in its colour round it."""
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("hairline"), 1) if theme.dark else Qt.PenStyle.NoPen)
        if lit:
            painter.setPen(QPen(theme.line(color), 1))
        painter.setBrush(theme.color("hover"))
        inset = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inset, inset.height() / 2, inset.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line(color))
        painter.drawEllipse(QPointF(rect.left() + PADDING + DOT / 2, rect.center().y()), DOT / 2, DOT / 2)
        self._paint_path(painter, rect.adjusted(PADDING + DOT + DOT_GAP, 0, -PADDING, 0), path)
        painter.restore()

    def _paint_path(self, painter: QPainter, rect: QRectF, path: str) -> None:
        """Write the path, cut in the middle where it is too long."""
        metrics = self._metrics
        shown = metrics.elidedText(path, Qt.TextElideMode.ElideMiddle, rect.width() + 1)
        above, slash, leaf = shown.rpartition("/")
        painter.setFont(self._font)
        baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.setPen(self._theme.color("soft"))
        painter.drawText(QPointF(rect.left(), baseline), above + slash)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(QPointF(rect.left() + metrics.horizontalAdvance(above + slash), baseline), leaf)


class TagPill(QAbstractButton):
    """A pill to press."""

    def __init__(self, style: PillStyle, path: str, color: Color, press: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._pill = style
        self._path = path
        self._color: Color = color
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(path)
        self.clicked.connect(lambda: press())

    def sizeHint(self) -> QSize:
        return QSize(min(WIDEST, self._pill.width(self._path)), PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        lit = self.underMouse() or self.hasFocus()
        self._pill.paint(painter, QRectF(self.rect()), self._path, self._color, lit=lit)
        painter.end()
