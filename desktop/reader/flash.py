"""A passage shown for a moment, where someone who comes from elsewhere should look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane

MILLISECONDS = 1400
_ALPHA = 70
_ROUND = 3


class Flash(QWidget):
    """Lies over the text of a pane and takes no clicks; it goes by itself, or when the text moves."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pane = pane
        self._rows: list[QRectF] = []
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        pane.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def show_over(self, start: int, end: int, color: QColor) -> None:
        """Tint the glyphs of code points `start` to `end` that are in sight."""
        flow = self._pane.flow
        self._rows = flow.rects(start, end) if flow is not None else []
        self._color = QColor(color)
        self._color.setAlpha(_ALPHA)
        self.setGeometry(self._pane.viewport().rect())
        self.show()
        self.raise_()
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        for row in self._rows:
            painter.drawRoundedRect(row.adjusted(-2, -1, 2, 1), _ROUND, _ROUND)
