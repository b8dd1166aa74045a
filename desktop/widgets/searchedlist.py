"""A list below a field that searches it, a line that counts, and what is said in place of an empty list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.widgets.searchfield import SearchField

MARGIN = 12
SEARCH_AFTER = 120
"""Milliseconds of rest in typing before the list is searched."""


class SearchedList(QWidget):
    """The frame of a view of the sidebar. `searched` follows typing after a rest, and at once on Enter."""

    text_wanted = Signal()
    """The focus should return to the text."""
    searched = Signal()
    entered = Signal()
    """Enter was pressed in the field: the focus should go to the list."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(themes, self)
        self.counts = QLabel(self)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setProperty("role", "small")
        self.link = QPushButton(self)
        self.link.setProperty("role", "link")
        self.empty = QLabel(self)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setProperty("role", "soft")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setWordWrap(True)
        self.empty.setMargin(2 * MARGIN)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._timer.timeout.connect(self.searched)
        self.field.textChanged.connect(lambda: self._timer.start())
        self.field.returnPressed.connect(self._enter)
        self.field.left.connect(self.text_wanted)

    def search_now(self) -> None:
        """Wait for no more typing."""
        self._timer.stop()
        self.searched.emit()

    def forget_typing(self) -> None:
        """Empty the field without a search to follow."""
        self.field.clear()
        self._timer.stop()

    def show_list(self, part: QWidget, *, advice: str, shown: bool) -> None:
        """Show the list, or where it has nothing to show, the advice."""
        self.empty.setText(advice)
        self.empty.setVisible(not shown)
        part.setVisible(shown)

    def stack(self, part: QWidget, between: QWidget | None = None, below: QWidget | None = None) -> None:
        """Put everything below one another: the field, what is `between` it and the counts, what is `below` them."""
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.addWidget(self.counts, 1)
        head.addWidget(self.link)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 4)
        top.setSpacing(6)
        top.addWidget(self.field)
        if between is not None:
            top.addWidget(between)
        top.addLayout(head)
        if below is not None:
            top.addWidget(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.empty, 1)
        column.addWidget(part, 1)

    def retranslate(self) -> None:
        """Speak the user's language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _enter(self) -> None:
        self.search_now()
        self.entered.emit()
