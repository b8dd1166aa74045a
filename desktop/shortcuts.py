"""The keys of actions: those of the table, and those that the user has put in their place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from desktop.actions import ACTIONS, MENUS
from desktop.settings import Settings

SEPARATOR = "\t"
MENU_KEYS = (*(f"Alt+{menu.key}" for menu in MENUS), "F10")
"""Keys that open menus; they stay theirs."""


class Shortcuts(QObject):
    """Kept in the settings, an entry for each action whose keys are others than those of the table."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._own = self._read()
        settings.changed.connect(self._follow)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Return the keys of an action as portable text."""
        return self._own.get(action_id, self._specs[action_id].keys)

    def all_shown(self) -> dict[str, str]:
        """Return the first key of each action that has one, as people write it."""
        native = QKeySequence.SequenceFormat.NativeText
        held = ((action_id, self.keys(action_id)) for action_id in self._specs)
        return {action_id: QKeySequence(keys[0]).toString(native) for action_id, keys in held if keys}

    def is_own(self, action_id: str) -> bool:
        """Say whether the user has given an action other keys."""
        return action_id in self._own

    def holder(self, key: str, action_id: str) -> str | None:
        """Return the other action that has a key, or None."""
        wanted = QKeySequence(key)
        return next(
            (
                other
                for other in self._specs
                if other != action_id and any(QKeySequence(held) == wanted for held in self.keys(other))
            ),
            None,
        )

    def is_free(self, key: str) -> bool:
        """Say whether a key is one that an action may have: it opens no menu."""
        return QKeySequence(key) not in [QKeySequence(held) for held in MENU_KEYS]

    def can_stand_alone(self, action_id: str, key: str) -> bool:
        """Say whether an action may have a key without Ctrl or Alt: only those of the text may, or function keys."""
        combination = QKeySequence(key)[0]
        held = combination.keyboardModifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        function = Qt.Key.Key_F1 <= combination.key() <= Qt.Key.Key_F35
        return self._specs[action_id].in_text or function or bool(held.value)

    def give(self, action_id: str, *keys: str) -> None:
        """Let an action have these keys, and whichever others had them no longer."""
        own = dict(self._own)
        taken = [QKeySequence(key) for key in keys]
        for other in self._specs:
            held = own.get(other, self._specs[other].keys)
            left = tuple(key for key in held if QKeySequence(key) not in taken)
            if other != action_id and left != held:
                own[other] = left
        own[action_id] = keys
        self._write(own)

    def reset(self, action_id: str) -> None:
        """Let an action have the keys of the table again, and whichever others had them no longer."""
        self.give(action_id, *self._specs[action_id].keys)

    def reset_all(self) -> None:
        """Let all actions have the keys of the table again."""
        self._write({})

    def _read(self) -> dict[str, tuple[str, ...]]:
        rows = (entry.split(SEPARATOR) for entry in self._settings.shortcuts)
        return {action_id: tuple(keys) for action_id, *keys in rows if action_id in self._specs}

    def _write(self, own: dict[str, tuple[str, ...]]) -> None:
        entries = (
            SEPARATOR.join((action_id, *keys))
            for action_id, keys in own.items()
            if not _same(keys, self._specs[action_id].keys)
        )
        self._settings.shortcuts = tuple(entries)

    def _follow(self, name: str) -> None:
        if name == Settings.shortcuts.name:
            self._own = self._read()
            self.changed.emit()


def _same(keys: Iterable[str], others: Iterable[str]) -> bool:
    return [QKeySequence(key) for key in keys] == [QKeySequence(key) for key in others]
