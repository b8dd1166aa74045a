"""While an input method composes, the keys that confirm, choose and cancel are its own."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


def steers(event: QEvent) -> bool:
    """Say whether an event is the press of a key that writes nothing: Enter, Esc, Tab, an arrow."""
    pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
    return pressed and not (event.text() and event.text().isprintable())


class ComposedLine(QLineEdit):
    """A line of text that acts on no such key while what is typed is not yet in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False

    def event(self, event: QEvent) -> bool:
        if self.composing and steers(event):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.composing = False
