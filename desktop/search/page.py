"""Where the search panel stands when it is no longer in the sidebar, and what stands there instead."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.translation import tr

MARGIN = 28
TOP = 20


class SearchPage(QWidget):
    """Holds the panel in the middle of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._panel: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN - 12, TOP, MARGIN - 12, 0)

    def take(self, panel: QWidget) -> None:
        """Have the panel here."""
        self._panel = panel
        self._column.addWidget(panel)
        panel.show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._panel is not None:
            self._panel.setFocus(event.reason())


class Elsewhere(QWidget):
    """Says in the sidebar that the search is in the middle, and offers to have it back."""

    show_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_sight = True
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setProperty("role", "soft")
        self._told.setWordWrap(True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._show, self._button = QPushButton(self), QPushButton(self)
        self._show.clicked.connect(self.show_wanted)
        self._button.clicked.connect(self.return_wanted)
        self.setFocusProxy(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._told)
        for button in (self._show, self._button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.retranslate()

    def tell(self, *, in_sight: bool) -> None:
        """Say whether the search is seen in the middle, or stands behind something else there."""
        self._in_sight = in_sight
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        here, behind = (
            tr("The search is in the middle of the window."),
            tr("The search is behind what the middle shows now."),
        )
        self._told.setText(here if self._in_sight else behind)
        self._show.setText(tr("Show it there"))
        self._show.setHidden(self._in_sight)
        self._button.setText(tr("Back to the side"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
