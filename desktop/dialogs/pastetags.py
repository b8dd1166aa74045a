"""Adding many tags at once: a list that is pasted, typed or read from a file, and the tree it makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.translation import plural, tr, words
from library.annotation.taglists import tag_paths
from library.errors import LibraryError
from library.tree import SEPARATOR

if TYPE_CHECKING:
    from desktop.theme import Themes
    from library.library import Library

_SIZE = QSize(760, 520)
_MARGIN = 24
_GAP = 12
MOST_BYTES = 4_000_000
"""A list of tags is no longer than this; what is, is another kind of file."""


class PasteTagsDialog(QDialog):
    """The list at the left, what it makes at the right, new tags told from those there are.

    `wanted` carries the list and the id of the tag below which it goes, or "".
    """

    wanted = Signal(str, str)

    def __init__(
        self, library: Library, themes: Themes, text: str, parent_id: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._paths = library.tags.paths()
        self._present = set(self._paths.values())
        self.list = QPlainTextEdit(self)
        self.tree = QTreeView(self)
        self.below = QComboBox(self)
        self.told = QLabel(self)
        self._rows = QStandardItemModel(self)
        self._build()
        self.retranslate()
        if parent_id is not None:
            self.below.setCurrentIndex(self.below.findData(parent_id))
        self.list.textChanged.connect(self._preview)
        self.below.currentIndexChanged.connect(self._preview)
        self.list.setPlainText(text)
        self.list.setFocus()

    @property
    def new_count(self) -> int:
        """How many tags the list adds."""
        return sum(path not in self._present for path in self._wanted_paths())

    def accept(self) -> None:
        """Have the tags added; a list without new ones adds nothing."""
        if self.new_count:
            super().accept()
            self.wanted.emit(self.list.toPlainText(), self.below.currentData())

    def read(self, path: Path) -> None:
        """Show the list in a file, or why it cannot be read."""
        from library.importers.encodings import decode

        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
            if len(data) > MOST_BYTES:
                self.told.setText(tr("This file is too long for a list of tags."))
                return
            self.list.setPlainText(decode(data).text)
        except LibraryError as error:
            self.told.setText(words(error))
        except OSError as error:
            self.told.setText(error.strerror or str(error))

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Paste tags"))
        self.list.setAccessibleName(tr("List of tags"))
        self.list.setPlaceholderText(tr("A tag a line. What is indented goes below the line above it."))
        self.tree.setAccessibleName(tr("Tags that the list makes"))
        self.below.setAccessibleName(tr("Below"))
        self._below_label.setText(tr("Below"))
        self._file.setText(tr("From a file…"))
        self._cancel.setText(tr("Cancel"))
        chosen = self.below.currentData()
        self.below.clear()
        self.below.addItem(tr("At the top"), "")
        for tag_id, path in sorted(self._paths.items(), key=lambda item: item[1]):
            self.below.addItem(path, tag_id)
        self.below.setCurrentIndex(max(0, self.below.findData(chosen)))
        self._preview()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self.list.setTabStopDistance(4 * self.list.fontMetrics().horizontalAdvance(" "))
        self.tree.setModel(self._rows)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setProperty("role", "soft")
        self._below_label = QLabel(self)
        self._below_label.setBuddy(self.below)
        self.below.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._file = QPushButton(self)
        self._file.clicked.connect(self.ask_file)
        above = QHBoxLayout()
        above.addWidget(self._below_label)
        above.addWidget(self.below, 1)
        above.addStretch(1)
        above.addWidget(self._file)
        halves = QGridLayout()
        halves.setSpacing(_GAP)
        halves.addWidget(self.list, 0, 0)
        halves.addWidget(self.tree, 0, 1)
        for column in (0, 1):
            halves.setColumnStretch(column, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        page.addLayout(above)
        page.addLayout(halves, 1)
        page.addWidget(self.told)
        page.addWidget(self._buttons())
        self.resize(_SIZE)

    def _buttons(self) -> QDialogButtonBox:
        self._cancel, self._add = QPushButton(self), QPushButton(self)
        self._add.setProperty("role", "primary")
        self._add.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def ask_file(self) -> None:
        """Ask for a file to read the list from."""
        chooser = QFileDialog(self, tr("Import tags"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.read(Path(name)))
        chooser.open()

    def _wanted_paths(self) -> list[str]:
        """Return the full names of all tags of the list, those above them included, in its order."""
        above = self._paths.get(self.below.currentData() or "")
        found: dict[str, None] = {}
        for path in tag_paths(self.list.toPlainText()):
            names = path.split(SEPARATOR)
            for depth in range(1, len(names) + 1):
                found[SEPARATOR.join([*([above] if above else []), *names[:depth]])] = None
        return list(found)

    def _preview(self) -> None:
        theme, paths = self._themes.current, self._wanted_paths()
        self._rows.clear()
        items: dict[str, QStandardItem] = {}
        for path in paths:
            fresh = path not in self._present
            name = path.rpartition(SEPARATOR)[2]
            item = QStandardItem(tr("{name} · new", name=name) if fresh else name)
            item.setForeground(QBrush(theme.color("accent" if fresh else "soft")))
            items.get(path.rpartition(SEPARATOR)[0], self._rows.invisibleRootItem()).appendRow(item)
            items[path] = item
        self.tree.expandAll()
        fresh_count = self.new_count
        known = plural(len(paths) - fresh_count, "{count} is there already.", "{count} are there already.")
        self.told.setText(known if paths and fresh_count < len(paths) else "")
        self._add.setText(plural(fresh_count, "Add {count} tag", "Add {count} tags"))
        self._add.setEnabled(fresh_count > 0)
