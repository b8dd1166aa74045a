"""The field of the search panel: a query is typed in it, and Down leads to what it finds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import Themes
from desktop.widgets.searchfield import SearchField

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueryField(SearchField):
    """Hands its keys first to `take`, which may be a list below it; never while an input method composes."""

    entered = Signal()
    """The keyboard should go on to what was found."""

    def __init__(self, themes: Themes, take: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._take = take

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.composing and self._take(event):
            return
        if event.key() in (*ENTER, Qt.Key.Key_Down) and not self.composing:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
