"""Which keys are for the cards while they have the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.forms import Form
from desktop.markkeys import MarkKeys

FOLDING: dict[int, bool | None] = {
    Qt.Key.Key_Left: True, Qt.Key.Key_Right: False,
    Qt.Key.Key_Return: None, Qt.Key.Key_Enter: None, Qt.Key.Key_Space: None,
}  # fmt: skip
"""What a key on the head of a group does: folds it, unfolds it, or does whichever it is not."""
OWN_KEYS = {
    Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Right,
}  # fmt: skip
"""Those that the cards act on beside the keys of what is done to highlights."""
GO = "go"
READING = {"note", "link", GO}
"""What is of use where nothing can be changed: notes are read, links followed, passages gone to."""


def is_own(event: QKeyEvent, keys: MarkKeys) -> bool:
    """Say whether a key is one that the cards act on."""
    alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return bool(keys.action(event)) or (alone and event.key() in OWN_KEYS)


def copied_form(event: QKeyEvent) -> Form | None:
    """Return the form in which a key copies the selected cards; None for any other key."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return Form.CLEAN
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return Form.QUOTATION if event.key() == Qt.Key.Key_C and event.modifiers() == held else None


def is_for_cards(event: QKeyEvent, keys: MarkKeys) -> bool:
    """Say whether a key is for the cards while they have the focus, whatever it does elsewhere in the window."""
    whole = event.matches(QKeySequence.StandardKey.SelectAll)
    menu = event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return is_own(event, keys) or copied_form(event) is not None or whole or menu
