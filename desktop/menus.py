"""The table of actions as Qt's: one QAction each, in its menu, with its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.actions import ACTIONS, ENTRIES, MENUS
from desktop.actionspecs import ActionSpec, MenuSpec
from desktop.shortcuts import Shortcuts
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.window import MainWindow

Group = tuple[str, list[tuple[str, str]]]
"""The name of a menu, and the id and full name of each of its actions."""


class Actions(QObject):
    """Holds the actions of a window and keeps their texts and states true.

    `refresh` asks each whether it can act; `soon` does so once the work in hand is over.
    """

    def __init__(self, window: MainWindow, bar: QMenuBar) -> None:
        super().__init__(window)
        self._window = window
        self._bar = bar
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self.shortcuts = Shortcuts(window.settings, self)
        self.shortcuts.changed.connect(self._take_keys)
        for spec in MENUS:
            self._add_menu(spec)
        for entry in ENTRIES:
            self._add_menu(entry) if isinstance(entry, MenuSpec) else self._add(entry)
        self.retranslate()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def menu(self, menu_id: str) -> QMenu:
        """Return a menu by its id."""
        return self._menus[menu_id]

    def bind_to_text(self, pane: QWidget) -> None:
        """Let the keys that only count in the text count in `pane`."""
        for spec in ACTIONS:
            if spec.in_text:
                pane.addAction(self._actions[spec.id])
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have it said why a key of the text does nothing: its action cannot act, or the key would not come here."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            keys = QKeySequence(event.keyCombination())
            if any(spec.in_text and keys in self._actions[spec.id].shortcuts() for spec in ACTIONS):
                self._window.marking.explain()
        return super().eventFilter(watched, event)

    def soon(self) -> None:
        """Refresh once the work in hand is over, however often this is called before."""
        self._soon.start()

    def refresh(self) -> None:
        """Ask every action whether it can act, whether it is on, and what it is called."""
        for spec in ACTIONS:
            action = self._actions[spec.id]
            action.setEnabled(spec.enabled(self._window))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._window))
            if spec.name is not None:
                action.setText(_plain(spec.name(self._window)))

    def retranslate(self) -> None:
        """Name everything in the user's language."""
        for spec in (*MENUS, *ENTRIES):
            text = _plain(tr(spec.text))
            if isinstance(spec, MenuSpec):
                self._menus[spec.id].setTitle(text)
            else:
                self._actions[spec.id].setText(text)
                self._actions[spec.id].setToolTip(_with_keys(text, self._actions[spec.id]))

    def groups(self) -> list[Group]:
        """Return all actions by menu; those of a menu in a menu are among its, by their full names."""
        above = {entry.id: entry for entry in ENTRIES if isinstance(entry, MenuSpec)}
        found: dict[str, list[tuple[str, str]]] = {menu.id: [] for menu in MENUS}
        for spec in ACTIONS:
            inner = above.get(spec.menu)
            if inner is None:
                found[spec.menu].append((spec.id, tr(spec.text)))
            else:
                found[inner.parent].append((spec.id, f"{tr(inner.text)} › {tr(spec.text)}"))
        return [(tr(menu.text), found[menu.id]) for menu in MENUS]

    def _add_menu(self, spec: MenuSpec) -> None:
        if spec.parent:
            parent = self._menus[spec.parent]
            if spec.line:
                parent.addSeparator()
            menu = parent.addMenu("")
        else:
            menu = self._bar.addMenu("")
            self._open_by_key(menu, f"Alt+{spec.key}")
            if not self._menus:
                self._open_by_key(menu, "F10")
        menu.aboutToShow.connect(lambda: self._prepare(menu, spec))
        self._menus[spec.id] = menu

    def _add(self, spec: ActionSpec) -> None:
        action = QAction(self._window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in self.shortcuts.keys(spec.id)])
        action.setCheckable(spec.checked is not None)
        action.setMenuRole(_role(spec.id))
        action.triggered.connect(lambda: self._trigger(spec))
        if spec.in_text:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(action)
        if spec.line:
            self._menus[spec.menu].addSeparator()
        self._menus[spec.menu].addAction(action)
        self._actions[spec.id] = action

    def _take_keys(self) -> None:
        """Let every action have the keys that it has now."""
        for spec in ACTIONS:
            self._actions[spec.id].setShortcuts([QKeySequence(keys) for keys in self.shortcuts.keys(spec.id)])
        self.retranslate()
        self.soon()

    def _prepare(self, menu: QMenu, spec: MenuSpec) -> None:
        self._window.furnish()
        if spec.fill is not None:
            spec.fill(self._window, menu)
        self.refresh()

    def _trigger(self, spec: ActionSpec) -> None:
        self._window.furnish()
        spec.handler(self._window)
        self.soon()

    def _open_by_key(self, menu: QMenu, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.activated.connect(lambda: self._bar.setActiveAction(menu.menuAction()))


def _plain(text: str) -> str:
    """Return `text` without mnemonics: an ampersand in a name is an ampersand."""
    return text.replace("&", "&&")


def _with_keys(text: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    shown = text.replace("&&", "&amp;").replace("<", "&lt;")
    return f"{shown} ({keys})" if keys else shown


def _role(action_id: str) -> QAction.MenuRole:
    """Say where macOS wants an action."""
    roles = {
        "about": QAction.MenuRole.AboutRole,
        "preferences": QAction.MenuRole.PreferencesRole,
        "quit": QAction.MenuRole.QuitRole,
    }
    return roles.get(action_id, QAction.MenuRole.NoRole)
