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

    return_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setProperty("role", "soft")
        self._told.setWordWrap(True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.return_wanted)
        self.setFocusProxy(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._told)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self._told.setText(tr("The search is in the middle of the window."))
        self._button.setText(tr("Back to the side"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
