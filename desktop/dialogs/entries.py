"""A list of words to be edited: rows added below it, changed where they stand, removed, taken in and given out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.translation import plural, tr, words
from desktop.widgets.mistake import MistakeLabel
from desktop.widgets.searchfield import SearchField

if TYPE_CHECKING:
    from desktop.dialogs.wordlists import Cells, WordList
    from desktop.messages import Messages
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes
    from library.changes import Changes
    from library.errors import LibraryError

_SIZE = QSize(620, 520)
_MARGIN = 16
_GAP = 10
_WIDER = 24
_LEAST_SHARE = 6
"""A column has at least this part of the list's width."""
_LISTED = 20
"""Numbers of lines that are told one by one at most."""


class EntriesDialog(QDialog):
    """Rows that follow what happens to a `WordList`; each change is a step that can be undone."""

    def __init__(
        self, entries: WordList, session: Session, settings: Settings, themes: Themes, messages: Messages,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = entries
        self._session = session
        self._settings = settings
        self._messages = messages
        self._names: list[str] = []
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setProperty("role", "soft")
        self.filter = SearchField(themes, self)
        self.filter.textChanged.connect(self._narrow)
        self.list = QTreeWidget(self)
        self.fields = [QLineEdit(self) for _ in entries.columns]
        self.add_button = QPushButton(self)
        self.wrong = MistakeLabel(self)
        self._buttons = QDialogButtonBox(self)
        self.remove_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.import_button: QPushButton | None = None
        self.export_button: QPushButton | None = None
        self.remove_button.clicked.connect(lambda: self.remove())
        self._set_up_list()
        self._set_up_fields()
        if entries.take_in is not None:
            self._add_files()
        self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._lay_out()
        self.retranslate()
        session.changed.connect(self._follow)
        self._fill()
        self.fields[0].setFocus()

    def add(self) -> None:
        """Add what is typed below the list as a row."""
        cells = [field.text().strip() for field in self.fields]
        if cells[0]:
            self._write("", cells)

    def remove(self) -> None:
        """Remove the selected rows."""
        names = [self._names[self.list.indexOfTopLevelItem(item)] for item in self.list.selectedItems()]
        if names and self._session.writable:
            self._session.write(lambda library: self._words.remove(library, names))

    def take_in(self, path: Path) -> None:
        """Add the rows of a file."""
        from library.importers.encodings import decode

        take_in = self._words.take_in
        try:
            text = decode(path.read_bytes()).text
        except OSError as error:
            self._messages.failure(error)
            return
        if take_in is not None:
            self._session.write(lambda library: take_in(library, text), self._tell_left_out)

    def _tell_left_out(self, numbers: Sequence[int]) -> None:
        """Say which lines of a file held nothing that could be added."""
        if numbers:
            listed = ", ".join(map(str, numbers[:_LISTED])) + ("…" if len(numbers) > _LISTED else "")
            self._messages.warning(
                plural(
                    len(numbers),
                    "{count} line holds no word and was left out: {lines}",
                    "{count} lines hold no word and were left out: {lines}",
                    lines=listed,
                )
            )

    def give_out(self, path: Path) -> None:
        """Write all rows into a file; tables as spreadsheets take them, with the mark of UTF-8."""
        library, give_out = self._session.library, self._words.give_out
        if library is None or give_out is None:
            return
        encoding = "utf-8-sig" if path.suffix.casefold() == ".csv" else "utf-8"
        try:
            path.write_bytes(give_out(library).encode(encoding))
        except OSError as error:
            self._messages.failure(error)

    def retranslate(self) -> None:
        """Speak the user's language."""
        entries = self._words
        self.setWindowTitle(tr(entries.title))
        self.list.setAccessibleName(tr(entries.title))
        self.about.setText(tr(entries.about))
        self.filter.setPlaceholderText(tr("Filter the list"))
        self.filter.setAccessibleName(tr("Filter the list"))
        self.add_button.setText(tr("Add"))
        self.remove_button.setText(tr("Remove"))
        if self.import_button is not None and self.export_button is not None:
            self.import_button.setText(tr("Import…"))
            self.export_button.setText(tr("Export…"))
        self.list.setHeaderLabels([tr(column) for column in entries.columns])
        for field, column in zip(self.fields, entries.columns, strict=True):
            field.setPlaceholderText(tr(column))
            field.setAccessibleName(tr(column))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remove with Del and edit with Enter in the list; add with Enter in a field."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.list:
            if self.list.state() == QAbstractItemView.State.EditingState:
                return entered  # what the field of a cell lets through has done its work there
            if event.key() == Qt.Key.Key_Delete:
                self.remove()
                return True
            if entered and self.list.currentItem() is not None:
                self.list.editItem(self.list.currentItem(), self.list.currentColumn())
                return True
        elif entered:
            self.add()
            return True
        return super().eventFilter(watched, event)

    def _set_up_list(self) -> None:
        self.list.setHeaderHidden(len(self._words.columns) == 1)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._take_cells)
        self.list.itemSelectionChanged.connect(self._enable)

    def _set_up_fields(self) -> None:
        for field in self.fields:
            field.textEdited.connect(self.wrong.hide)
            field.installEventFilter(self)
            field.setEnabled(self._session.writable)
        self.fields[0].textChanged.connect(self._enable)
        self.add_button.clicked.connect(lambda: self.add())

    def _add_files(self) -> None:
        self.import_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.import_button.setEnabled(self._session.writable)
        self.import_button.clicked.connect(self._ask_source)
        self.export_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.export_button.clicked.connect(self._ask_target)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for field in self.fields:
            line.addWidget(field, 1)
        line.addWidget(self.add_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        page.addWidget(self.about)
        page.addWidget(self.filter)
        page.addWidget(self.list, 1)
        page.addLayout(line)
        page.addWidget(self.wrong)
        page.addWidget(self._buttons)
        self.resize(_SIZE)

    def _follow(self, changes: Changes) -> None:
        if changes.touches(self._words.table):
            self._fill()

    def _fill(self) -> None:
        """Write the rows anew; the one at the place of the current one is current."""
        library = self._session.library
        rows = self._words.rows(library) if library is not None else []
        at = self.list.indexOfTopLevelItem(self.list.currentItem()) if self.list.currentItem() else 0
        self._names = [row[0] for row in rows]
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QTreeWidgetItem(self.list, list(row))
            if self._session.writable:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if rows:
            self.list.setCurrentItem(self.list.topLevelItem(min(max(at, 0), len(rows) - 1)))
        self.list.blockSignals(False)
        columns = len(self._words.columns)
        for column in range(columns - 1):
            self.list.resizeColumnToContents(column)
            wide = self.list.columnWidth(column) + _WIDER
            room = _SIZE.width() - 2 * _MARGIN
            self.list.setColumnWidth(column, min(max(wide, room // _LEAST_SHARE), room // columns))
        self._narrow(self.filter.text())
        self._enable()

    def _narrow(self, typed: str) -> None:
        """Show the rows in one of whose cells stands what is typed, small or capital, in any form of its characters."""
        from library.chinese.folding import fold

        sought = fold(typed.strip()).text
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            cells = (item.text(column) for column in range(self.list.columnCount()))
            found = not sought or any(sought in fold(cell).text for cell in cells)
            item.setHidden(not found)
            item.setSelected(found and item.isSelected())

    def _take_cells(self, item: QTreeWidgetItem) -> None:
        cells = [item.text(column) for column in range(len(self._words.columns))]
        self._write(self._names[self.list.indexOfTopLevelItem(item)], cells)

    def _write(self, before: str, cells: Cells) -> None:
        """Keep a row; what is typed below the list goes once it is kept."""
        then = self._fill if before else self._clear
        self.wrong.hide()
        self._session.write(lambda library: self._words.put(library, before, cells), lambda _: then(), self._refuse)

    def _refuse(self, error: LibraryError) -> None:
        """Say below the fields, which keep what is typed, what is wrong; show what was refused as it was."""
        self._fill()
        self.wrong.setText(words(error))
        self.wrong.show()

    def _clear(self) -> None:
        for field in self.fields:
            field.clear()
        self.fields[0].setFocus()

    def _enable(self) -> None:
        self.remove_button.setEnabled(self._session.writable and bool(self.list.selectedItems()))
        self.add_button.setEnabled(self._session.writable and bool(self.fields[0].text().strip()))

    def _ask_source(self) -> None:
        kinds = ";;".join((self._kind(), tr("All files ({patterns})", patterns="*")))
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import…"), self._settings.last_folder, kinds)
        if chosen:
            self._settings.last_folder = str(Path(chosen).parent)
            self.take_in(Path(chosen))

    def _ask_target(self) -> None:
        folder = Path(self._settings.last_export_folder or Path.home())
        suggested = str(folder / (tr(self._words.title) + self._words.pattern.lstrip("*")))
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export…"), suggested, self._kind())
        if chosen:
            self._settings.last_export_folder = str(Path(chosen).parent)
            self.give_out(Path(chosen))

    def _kind(self) -> str:
        return tr("Texts ({patterns})", patterns=self._words.pattern)
