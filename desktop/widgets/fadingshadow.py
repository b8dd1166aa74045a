"""The one soft shadow, under what floats above the text, and the short fade with which that comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QStyle, QWidget

from desktop.theme import Themes


class FadingShadow(QGraphicsDropShadowEffect):
    """The shadow of `widget` and its fading in one: two effects, one inside the other, cannot be painted."""

    vanished = Signal()
    """The widget has faded out."""

    def __init__(self, themes: Themes, widget: QWidget) -> None:
        super().__init__(widget)
        self._themes = themes
        self._widget = widget
        self._opacity = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._set_opacity)
        self._fade.finished.connect(self._finish)
        themes.changed.connect(self._dress)
        self._dress()
        widget.setGraphicsEffect(self)

    def fade_in(self, *, anew: bool = True) -> None:
        """Let the widget come, from nothing when `anew` and from where it is otherwise."""
        self._run(0.0 if anew else self._opacity, 1.0)

    def fade_out(self) -> None:
        """Let the widget go; `vanished` follows."""
        self._run(self._opacity, 0.0)

    def draw(self, painter: QPainter) -> None:
        painter.setOpacity(painter.opacity() * self._opacity)
        super().draw(painter)

    def _run(self, start: float, end: float) -> None:
        self._fade.stop()
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        self._fade.setDuration(self._duration())
        self._set_opacity(start)
        self._fade.start()

    def _duration(self) -> int:
        """Return how long a fade takes, in milliseconds: none where the system asks for reduced motion."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        moves = self._widget.style().styleHint(hint, None, self._widget) > 0
        return self._themes.current.length("fade") if moves else 0

    def _set_opacity(self, opacity: float) -> None:
        self._opacity = opacity
        self.update()

    def _finish(self) -> None:
        self._set_opacity(self._fade.endValue())
        if self._opacity == 0.0:
            self.vanished.emit()

    def _dress(self) -> None:
        theme = self._themes.current
        self.setBlurRadius(theme.size("shadow_blur"))
        self.setOffset(QPointF(0, theme.size("shadow_drop")))
        self.setColor(theme.shadow)
