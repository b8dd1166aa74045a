"""All actions with their keys, which can be changed here."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.menus import Group
from desktop.shortcuts import Shortcuts
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.searchfield import SearchField
from library.chinese.pinyin import matches

_SIZE = QSize(560, 640)
_MARGIN = 16
_ID = Qt.ItemDataRole.UserRole
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class KeyField(QLineEdit):
    """Takes the next key that is pressed, with what is held, instead of writing it. Esc and Tab leave it."""

    pressed = Signal(str)
    """Carries keys as portable text."""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in _MODIFIERS:
            keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            combination = QKeySequence(keys.value | event.key())
            self.pressed.emit(combination.toString(QKeySequence.SequenceFormat.PortableText))


class ShortcutsDialog(QDialog):
    """Rows of name and keys, by menu; Enter lets the keys of a row be pressed, and they count at once."""

    def __init__(
        self, groups: Iterable[Group], shortcuts: Shortcuts, themes: Themes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self._shortcuts = shortcuts
        self._wanted = ""
        self.search = SearchField(themes, self)
        self.list = QTreeWidget(self)
        self.field = KeyField(self)
        self.said = QLabel(self)
        self.take_over = QPushButton(tr("Take them over"), self)
        self.remove = QPushButton(tr("No keys"), self)
        self.reset = QPushButton(tr("Reset"), self)
        self.reset_all = QPushButton(tr("Reset all"), self)
        self._build()
        self._connect()
        self._fill(groups)
        self.resize(_SIZE)
        self.search.setFocus()

    @property
    def action_id(self) -> str:
        """The action whose row is current, or ""."""
        item = self.list.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def choose(self, action_id: str) -> None:
        """Let the row of an action be the current one."""
        for item in self._rows():
            if item.data(0, _ID) == action_id:
                self.list.setCurrentItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys be pressed after Enter in the list; go from the search down into the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.list and enter and self.action_id:
                self.field.setFocus()
                return True
            if watched is self.search and (enter or event.key() == Qt.Key.Key_Down):
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.search.setPlaceholderText(tr("Search actions and keys"))
        self.search.setAccessibleName(tr("Search actions and keys"))
        self.list.setHeaderLabels([tr("Action"), tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(tr("Keyboard shortcuts"))
        header = self.list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        self.field.setAccessibleName(tr("New keys"))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("role", "small")
        self.said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        for part in (self.field, self.take_over, self.remove, self.reset):
            row.addWidget(part, 1 if part is self.field else 0)
        for button in (self.take_over, self.remove, self.reset, self.reset_all, *buttons.buttons()):
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.addWidget(self.search)
        page.addWidget(self.list, 1)
        page.addWidget(self.said)
        page.addLayout(row)
        page.addWidget(buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.left.connect(self.reject)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.currentItemChanged.connect(lambda: self._show())
        self.list.itemDoubleClicked.connect(lambda: self.field.setFocus())
        self.field.pressed.connect(self._record)
        self.field.left.connect(self._return)
        self.take_over.clicked.connect(lambda: self._give(self._wanted))
        self.remove.clicked.connect(lambda: self._shortcuts.give(self.action_id))
        self.reset.clicked.connect(lambda: self._shortcuts.reset(self.action_id))
        self.reset_all.clicked.connect(self._shortcuts.reset_all)
        self._shortcuts.changed.connect(self._refresh)

    def _fill(self, groups: Iterable[Group]) -> None:
        for menu, actions in groups:
            group = QTreeWidgetItem(self.list, [menu])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            for action_id, name in actions:
                item = QTreeWidgetItem(group, [name, ""])
                item.setData(0, _ID, action_id)
        self.list.expandAll()
        self._refresh()

    def _rows(self) -> list[QTreeWidgetItem]:
        groups = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [group.child(row) for group in groups if group is not None for row in range(group.childCount())]

    def _refresh(self) -> None:
        """Show the keys as they are, in bold where they are the user's own."""
        for item in self._rows():
            action_id = str(item.data(0, _ID))
            item.setText(1, "  ".join(map(_native, self._shortcuts.keys(action_id))))
            font = item.font(1)
            font.setBold(self._shortcuts.is_own(action_id))
            item.setFont(1, font)
        self._show()

    def _narrow(self, query: str) -> None:
        for row in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(row)
            if group is None:
                continue
            for child in (group.child(at) for at in range(group.childCount())):
                found = matches(query, child.text(0)) is not None or query.casefold() in child.text(1).casefold()
                child.setHidden(not found)
            group.setHidden(all(group.child(at).isHidden() for at in range(group.childCount())))
        self.list.setCurrentItem(next((item for item in self._rows() if not item.isHidden()), None))

    def _show(self, said: str = "", wanted: str = "") -> None:
        """Show the keys of the current row, or what stands against the `wanted` ones."""
        chosen = self.action_id
        self._wanted = wanted
        keys = self._shortcuts.keys(chosen) if chosen else ()
        self.field.setText(_native(wanted) if wanted else "  ".join(map(_native, keys)))
        self.field.setPlaceholderText(tr("Press the new keys") if chosen else "")
        self.said.setText(said or (tr("Enter, then press the new keys.") if chosen else ""))
        self.take_over.setVisible(bool(wanted))
        for part in (self.field, self.remove):
            part.setEnabled(bool(chosen))
        self.reset.setEnabled(bool(chosen) and self._shortcuts.is_own(chosen))

    def _record(self, key: str) -> None:
        """Give the current action the keys that were pressed, unless something stands against it."""
        chosen = self.action_id
        holder = self._shortcuts.holder(key, chosen)
        if not self._shortcuts.is_free(key):
            self._show(tr("{keys} opens a menu.", keys=_native(key)))
        elif not self._shortcuts.can_stand_alone(chosen, key):
            self._show(tr("{keys} alone is for writing. Hold Ctrl or Alt, too.", keys=_native(key)))
        elif holder is not None:
            name = next(item.text(0) for item in self._rows() if item.data(0, _ID) == holder)
            self._show(tr("{keys} belongs to “{action}”.", keys=_native(key), action=name), key)
            self.take_over.setFocus()
        else:
            self._give(key)

    def _give(self, key: str) -> None:
        self._shortcuts.give(self.action_id, key)
        self._return()

    def _return(self) -> None:
        self._show()
        self.list.setFocus()


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
