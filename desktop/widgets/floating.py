"""A rounded panel that floats above the text: one soft shadow, a short fade, no window of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from desktop.theme import Themes
from desktop.widgets.notice import fade_time


class FadingShadow(QGraphicsDropShadowEffect):
    """The shadow under a panel; `opacity` fades the panel and it together."""

    opacity = 1.0

    def draw(self, painter: QPainter) -> None:
        painter.setOpacity(painter.opacity() * self.opacity)
        super().draw(painter)


class FloatingPanel(QWidget):
    """A child widget, so that no window system decides about its place or its focus."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.themes = themes
        self._shadow = FadingShadow(self)
        self.setGraphicsEffect(self._shadow)
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._fade.valueChanged.connect(self._set_opacity)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        themes.changed.connect(self._dress)
        self._dress()
        self.hide()

    def appear(self) -> None:
        """Show the panel above its siblings, fading in unless the system asks for no motion."""
        self.raise_()
        self.show()
        self._fade.stop()
        self._fade.setDuration(fade_time(self, self.themes))
        self._set_opacity(0.0 if self._fade.duration() else 1.0)
        if self._fade.duration():
            self._fade.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.setBrush(theme.color("field"))
        radius = theme.size("radius_popup")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _dress(self) -> None:
        theme = self.themes.current
        self._shadow.setBlurRadius(theme.size("shadow_blur"))
        self._shadow.setOffset(QPointF(0, theme.size("shadow_drop")))
        self._shadow.setColor(theme.shadow)
        self.update()

    def _set_opacity(self, opacity: float) -> None:
        self._shadow.opacity = opacity
        self._shadow.update()
