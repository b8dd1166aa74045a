"""The keys of what is done to highlights: the same in the text, on the cards and in lists of passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

PEN = "pen_"
MARK_KEYS: dict[str, tuple[str, ...]] = {
    **{f"{PEN}{number}": (str(number),) for number in range(1, 10)},
    "underline": ("U",), "tag": ("T",), "note": ("N",), "send_to_memo": ("M",), "link": ("L",), "star": ("K",),
    "correct": ("C",), "delete": ("Del",),
}  # fmt: skip
"""The keys that these actions have as long as the user gives them no others."""


class MarkKeys:
    """Says which of these actions a key stands for, and which key an action has."""

    def __init__(self) -> None:
        self._keys: Mapping[str, Sequence[str]] = MARK_KEYS

    def take(self, keys: Callable[[str], Sequence[str]]) -> None:
        """Let the actions have the keys, as portable text, that `keys` tells for their ids."""
        self._keys = {action_id: keys(action_id) for action_id in MARK_KEYS}

    def action(self, event: QKeyEvent) -> str:
        """Return the id of the action that a key stands for, or ""."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(event.key() | modifiers.value)
        return next((id for id, keys in self._keys.items() if any(QKeySequence(key) == pressed for key in keys)), "")

    def shown(self, action_id: str) -> str:
        """Return the first key of an action as people write it, or ""."""
        key = next(iter(self._keys[action_id]), "")
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
