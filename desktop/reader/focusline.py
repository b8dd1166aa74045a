"""The line above the text that shows that keys go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane

HEIGHT = 2
_BY_KEY = frozenset((
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason,
))  # fmt: skip


class FocusLine(QWidget):
    """Lit from when a key brings the focus to the pane until the focus leaves it or the mouse is used there.

    It has a place of its own: what lies over a pane keeps it from being scrolled as a picture.
    """

    def __init__(self, pane: ReaderPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = pane
        self.lit = False
        self.setFixedHeight(HEIGHT)
        pane.installEventFilter(self)
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of the pane."""
        if watched is self._pane and isinstance(event, QFocusEvent):
            elsewhere = event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if not elsewhere:
                self._light(event.gotFocus() and event.reason() in _BY_KEY)
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._light(False)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._pane.reader_style
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.accent if self.lit else style.page)
        painter.end()

    def _light(self, on: bool) -> None:
        if on != self.lit:
            self.lit = on
            self.update()
