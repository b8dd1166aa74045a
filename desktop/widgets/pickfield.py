"""A line of text over a list: it hands the keys of the list on, but never while an input method composes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.composing import ComposedLine


class PickField(ComposedLine):
    """Asks `take` whether a key is the list's. `left` says that the focus went elsewhere in the window."""

    left = Signal()

    def __init__(self, take: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._take = take

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing or not self._take(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
