"""The middle of the window: the ways to begin, a collection, the text of a document, memos, or the page of a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

if TYPE_CHECKING:
    from desktop.late import Late
    from desktop.shelf.table import DocumentTable
    from desktop.widgets.welcome import Welcome


class Centre(QStackedWidget):
    """Shows one page at a time; the focus put on it goes to that page."""

    turned = Signal()
    """Another page is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self._text = QWidget(self)
        self.addWidget(QWidget(self))

    def furnish(self, welcome: Late[Welcome], table: Late[DocumentTable], text: QWidget) -> None:
        """Have the three pages there always are; a text that was shown first goes on in `text`."""
        shows_text = self.shows_text
        self._welcome, self._table, self._text = welcome, table, text
        self.addWidget(text)
        for page in (welcome, table):
            page.when_made(self.addWidget)
        if shows_text:
            self.setCurrentWidget(text)

    @property
    def shows_text(self) -> bool:
        """Whether the text of a document is in view."""
        return self.currentWidget() is self._text

    @property
    def shows_table(self) -> bool:
        """Whether the documents of a collection are in view."""
        return self.currentWidget() is self._table.find()

    def add_page(self, page: QWidget) -> None:
        """Have another page, to be shown by `show_page`."""
        self.addWidget(page)

    def show_first(self, text: QWidget) -> None:
        """Show a text before there is anything else to show."""
        self._text = text
        self.addWidget(text)
        self._turn(text)

    def show_page(self, page: QWidget) -> None:
        """Show a page that was added."""
        self._turn(page)

    def show_welcome(self) -> None:
        """Show the ways to begin."""
        self._turn(self._welcome.get())

    def show_table(self) -> None:
        """Show the documents of a collection."""
        self._turn(self._table.get())

    def show_text(self) -> None:
        """Show the text of the open document."""
        self._turn(self._text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        page = self.currentWidget()
        if page is not None:
            page.setFocus(event.reason())

    def _turn(self, page: QWidget) -> None:
        if self.currentWidget() is page:
            return
        held_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.setCurrentWidget(page)
        if held_focus:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()
