"""The dialog of an import: nothing is written before it is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.imports.batch import Batch, Entry
from desktop.imports.filelist import FileList, FileRows
from desktop.imports.filepanel import FilePanel
from desktop.imports.surveying import Looking, Rereading
from desktop.translation import plural, tr
from library.headings import Heading
from library.recognised import Proposal, Recognised

if TYPE_CHECKING:
    from desktop.settings import Settings
    from desktop.theme import Themes
    from library.errors import LibraryError
    from library.importers.sources import Source

_SIZE = QSize(1000, 680)
_MARGIN = 24
_LIST_WIDTH = 300
_COUNT_AFTER = 30
"""Milliseconds in which more files may come."""
REPAIRS = ("ask", "always", "never")


class ImportDialog(QDialog):
    """Shows the files of a batch, and what is recognised in the current one; what is chosen is in the batch."""

    seen = Signal(object)
    """Carries a `Recognised` that is to be compared with what the library has."""

    looked = Signal()
    """All there is to be seen in the current file is shown."""

    def __init__(
        self,
        batch: Batch,
        collections: Sequence[str],
        settings: Settings,
        themes: Themes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.batch = batch
        batch.ask()
        self._settings = settings
        self._looked = False
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._show_counts)
        self.rows = FileRows(batch, self)
        self.files = FileList(self.rows, themes, self)
        self.panel = FilePanel(themes, self)
        self._counts = QLabel(self)
        self._collection_label, self.collection = QLabel(self), QComboBox(self)
        self._repairs_label, self.repairs = QLabel(self), QComboBox(self)
        self.same = QCheckBox(self)
        self.cancel_button, self.import_button = QPushButton(self), QPushButton(self)
        self._looking = Looking(self)
        self._looking.seen.connect(self._take)
        self._looking.failed.connect(self._fail)
        self._looking.done.connect(self.looked)
        self._rereading = Rereading(self)
        self._rereading.seen.connect(self.seen)
        self._build(collections)
        self._connect()
        self.retranslate()

    @property
    def entry(self) -> Entry | None:
        """The file that is looked at."""
        row = self.files.currentIndex().row()
        return self.batch.entries[row] if 0 <= row < len(self.batch.entries) else None

    @property
    def collection_path(self) -> str:
        """The full name of the collection that the documents are to stand in, or ""."""
        return "/".join(filter(None, (part.strip() for part in self.collection.currentText().split("/"))))

    def add(self, recognised: Recognised, source: Source, duplicate: str) -> None:
        """Show one more file; the first is looked at."""
        self.batch.add(recognised, source, duplicate)
        self.grow()

    def grow(self) -> None:
        """Show what came to the batch."""
        self.rows.grow()
        if self.entry is None and self.batch.entries:
            self.files.setCurrentIndex(self.rows.index(0))
        self._count()

    def look_at_last(self, *, repairs: bool) -> None:
        """Look at the file that came last, and at its `repairs` where that is wanted."""
        if self.batch.entries:
            self.files.setCurrentIndex(self.rows.index(len(self.batch.entries) - 1))
        if repairs:
            self.panel.show_repairs()

    def end(self) -> None:
        """All files were found."""
        self._looked = True
        self._count()

    def renew(self, recognised: Recognised, duplicate: str) -> None:
        """Show what the current file is when it is read in another way."""
        row = self.batch.renew(recognised, duplicate)
        self.rows.renew()
        if row == self.files.currentIndex().row():
            self.panel.renew(self.batch.entries[row])
        self._count()

    def done(self, result: int) -> None:
        self._looking.stop()
        self._rereading.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Import"))
        self.files.setAccessibleName(tr("Files"))
        self._collection_label.setText(tr("Into the collection"))
        self.collection.lineEdit().setPlaceholderText(tr("None; type a new name, / makes a level"))
        self.collection.setAccessibleName(tr("Into the collection"))
        self._repairs_label.setText(tr("Repair on import"))
        self.repairs.setAccessibleName(tr("Repair on import"))
        for place, name in enumerate((tr("Show me first"), tr("Without asking"), tr("Never repair"))):
            self.repairs.setItemText(place, name)
        self.same.setText(tr("Choose this for all files"))
        self.same.setToolTip(tr("What is chosen for this file counts for all files that it fits."))
        self.cancel_button.setText(tr("Cancel"))
        self.panel.retranslate()
        self.rows.renew()
        self._show_counts()

    def _build(self, collections: Sequence[str]) -> None:
        self.collection.setEditable(True)
        self.collection.addItems(["", *collections])
        self.collection.setMinimumContentsLength(18)
        for name in REPAIRS:
            self.repairs.addItem("", name)
        self.repairs.setCurrentIndex(REPAIRS.index(self._settings.repairs))
        self._collection_label.setBuddy(self.collection)
        self._repairs_label.setBuddy(self.repairs)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setProperty("role", "soft")
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.setProperty("role", "gap")
        splitter.addWidget(self.files)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, _SIZE.width() - _LIST_WIDTH])
        foot = QGridLayout()
        foot.setHorizontalSpacing(12)
        foot.addWidget(self._collection_label, 0, 0)
        foot.addWidget(self.collection, 0, 1)
        foot.addWidget(self._repairs_label, 0, 2)
        foot.addWidget(self.repairs, 0, 3)
        foot.setColumnStretch(1, 1)
        foot.addWidget(self.same, 0, 4)
        last = QHBoxLayout()
        last.addWidget(self._counts, 1)
        last.addWidget(self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column.setSpacing(14)
        column.addWidget(splitter, 1)
        column.addLayout(foot)
        column.addLayout(last)
        self.resize(_SIZE)

    def _buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        self.import_button.setProperty("role", "primary")
        self.import_button.setDefault(True)
        buttons.addButton(self.cancel_button, role.RejectRole)
        buttons.addButton(self.import_button, role.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.files.current_changed.connect(self._look)
        self.rows.chosen.connect(self._show_taken)
        self.repairs.activated.connect(self._keep_repairs)
        self.same.toggled.connect(self._spread_all)
        self.panel.chosen.connect(self._choose)
        self.panel.edited.connect(self.rows.renew)

    def _look(self, row: int) -> None:
        entry = self.batch.entries[row]
        self.panel.show_entry(entry)
        if entry.recognised.reason is None or entry.encoding is not None:
            self._looking.look(entry)

    def _choose(self, what: str) -> None:
        """Read the current file as it is chosen now, and others with it where that is wanted."""
        entry = self.entry
        if entry is None:
            return
        if self.same.isChecked():
            self._rereading.read(self.batch.spread(entry, what))
        self.rows.renew()
        self._count()
        if what in ("encoding", "page"):
            self.panel.begin()
            self._looking.look(entry)

    def _show_taken(self) -> None:
        """Show beside the list what was ticked in it."""
        if self.entry is not None:
            self.panel.show_taken(self.entry)
        self._count()

    def _spread_all(self, on: bool) -> None:
        entry = self.entry
        if on and entry is not None:
            for what in ("encoding", "page", "repair", "copied", "ocr"):
                self._rereading.read(self.batch.spread(entry, what))
            self.rows.renew()
            self._count()

    def _take(self, told: Recognised | Sequence[Heading] | Sequence[Proposal]) -> None:
        if isinstance(told, Recognised):
            self.seen.emit(told)
            return
        headings = [part for part in told if isinstance(part, Heading)]
        proposals = [part for part in told if isinstance(part, Proposal)]
        if headings:
            self.panel.add_headings(headings)
        if proposals:
            self.panel.add_proposals(proposals)

    def _fail(self, error: LibraryError) -> None:
        self.panel.show_failure(error)

    def _keep_repairs(self) -> None:
        """Keep the setting, and let it count for the files in view at once."""
        self._settings.repairs = self.repairs.currentData()
        self.batch.repair_all(repairs=self._settings.repairs != "never")
        self.rows.renew()
        entry = self.entry
        if entry is not None:
            self.panel.show_repairs_of(entry)

    def _count(self) -> None:
        """Count soon, and once for many files."""
        if not self._counting.isActive():
            self._counting.start()

    def _show_counts(self) -> None:
        wanted, found = self.batch.wanted, len(self.batch.entries)
        self.import_button.setText(plural(wanted, "Import {count} file", "Import {count} files"))
        self.import_button.setEnabled(wanted > 0 or not self._looked)
        text = plural(found, "{count} file", "{count} files")
        self._counts.setText(text if self._looked else tr("{files}, looking for more …", files=text))
