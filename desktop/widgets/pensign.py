"""The sign over the text while what is selected is marked at once: with which pen, and how that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLabel

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.floating import FloatingPanel
from desktop.widgets.penswatch import pen_icon

if TYPE_CHECKING:
    from desktop.pens import Pens

OFF = 10
"""Pixels between the sign and the edges of the text."""
PADDING = 6


class PenSign(FloatingPanel):
    """Stands in the upper right corner of a scroll area; a click on it ends what it tells of."""

    def __init__(self, pens: Pens, themes: Themes, area: QAbstractScrollArea) -> None:
        super().__init__(themes, area)
        self._pens = pens
        self._area = area
        self._swatch = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "small")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * PADDING, PADDING, 2 * PADDING, PADDING)
        row.setSpacing(PADDING)
        row.addWidget(self._swatch)
        row.addWidget(self._words)
        area.installEventFilter(self)
        for signal in (pens.turned, pens.changed, themes.changed):
            signal.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the pen in hand in the user's language, or nothing where selections are not marked."""
        pen = self._pens.last
        if pen is None or not self._pens.marks_selections:
            self.hide()
            return
        side = self.themes.current.length("icon")
        self._swatch.setPixmap(pen_icon(self.themes.current, pen).pixmap(QSize(side, side)))
        self._words.setText(tr("Selections are marked: {pen} · Esc ends it", pen=pen.name))
        self.setAccessibleName(self._words.text())
        self._place()
        if not self.isVisible():
            self.appear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pens.mark_selections(False)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _place(self) -> None:
        self.adjustSize()
        area = self._area.viewport().geometry()
        self.move(max(area.left(), area.right() - self.width() - OFF), area.top() + OFF)
