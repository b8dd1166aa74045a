"""A rounded panel that floats above the text: one soft shadow, a short fade, no window of its own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.theme import Themes
from desktop.widgets.fadingshadow import FadingShadow

OFF = 6
"""Pixels between a panel and what it stands beside, and between it and the edges of its window."""


class FloatingPanel(QWidget):
    """A child widget, so that no window system decides about its place or its focus."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.themes = themes
        self._shadow = FadingShadow(themes, self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        themes.changed.connect(self.update)
        self.hide()

    def appear(self) -> None:
        """Show the panel above its siblings, fading in unless the system asks for no motion."""
        self.raise_()
        self.show()
        self._shadow.fade_in()

    def stand_by(self, anchor: QRect, off: int = OFF) -> None:
        """Stand `off` pixels below `anchor`, which is in global coordinates, or above it where below is no room."""
        parent = self.parentWidget()
        self.adjustSize()
        corner = parent.mapFromGlobal(anchor.topLeft())
        below, above = corner.y() + anchor.height() + off, corner.y() - self.height() - off
        top = below if below + self.height() <= parent.height() or above < 0 else above
        left = min(max(corner.x(), off), max(off, parent.width() - self.width() - off))
        self.move(QPoint(left, min(max(top, off), max(off, parent.height() - self.height() - off))))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.setBrush(theme.color("field"))
        radius = theme.size("radius_popup")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
