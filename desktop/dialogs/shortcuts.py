"""All actions that have a key, by menu."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.translation import tr

Group = tuple[str, list[tuple[str, str]]]
"""The name of a menu, and the name and keys of each of its actions."""


class ShortcutsDialog(QDialog):
    """A list to read and close."""

    def __init__(self, groups: Iterable[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(480, 560)
        self._list = QTreeWidget(self)
        self._list.setHeaderLabels([tr("Action"), tr("Keys")])
        self._list.setRootIsDecorated(False)
        self._list.setAccessibleName(tr("Keyboard shortcuts"))
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setStretchLastSection(False)
        for menu, actions in groups:
            self._add(menu, actions)
        self._list.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        page.addWidget(self._list, 1)
        page.addWidget(buttons)

    def _add(self, menu: str, actions: list[tuple[str, str]]) -> None:
        group = QTreeWidgetItem(self._list, [menu])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        for name, keys in actions:
            QTreeWidgetItem(group, [name, keys])
