"""What was recognised in one file: its text, fields, outline, repairs and remarks, and what is chosen for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.fieldwords import format_name
from desktop.importreport import remark_words
from desktop.imports.batch import Entry
from desktop.imports.fieldspage import FieldsPage
from desktop.imports.outlinepage import OutlinePage
from desktop.imports.refusal import Refusal
from desktop.imports.repairspage import RepairsPage
from desktop.imports.textpage import TextPage
from desktop.repairwords import count_told
from desktop.theme import Themes
from desktop.translation import plural, tr, words
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.segments import Segments
from library.errors import LibraryError
from library.headings import Heading
from library.recognised import Proposal

TEXT, FIELDS, OUTLINE, REPAIRS, REMARKS = "text", "fields", "outline", "repairs", "remarks"
SKIP, COPY = "skip", "copy"


class FilePanel(QWidget):
    """Pages on one file. `chosen` names what was chosen: encoding, page, repair, OCR, or that it is copied."""

    chosen = Signal(str)
    edited = Signal()

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._about = ElidedLabel(self)
        self._about.setProperty("role", "soft")
        self._duplicate = QLabel(self)
        self._duplicate.setTextFormat(Qt.TextFormat.PlainText)
        self._duplicate.setWordWrap(True)
        self.duplicates = Segments((SKIP, COPY), self)
        self.pages = Segments((TEXT, FIELDS, OUTLINE, REPAIRS, REMARKS), self)
        self.text, self.fields, self.outline = TextPage(self), FieldsPage(self), OutlinePage(self)
        self.repairs, self.remarks = RepairsPage(themes, self), QPlainTextEdit(self)
        self.remarks.setReadOnly(True)
        self.remarks.setTabChangesFocus(True)
        self._stack = QStackedWidget(self)
        self._by_name: dict[str, QWidget] = {
            TEXT: self.text, FIELDS: self.fields, OUTLINE: self.outline, REPAIRS: self.repairs, REMARKS: self.remarks,
        }  # fmt: skip
        for page in self._by_name.values():
            self._stack.addWidget(page)
        self.refusal = Refusal(self)
        self.refusal.hide()
        self._lay_out()
        self._connect()

    def show_entry(self, entry: Entry) -> None:
        """Show a file; its headings and repairs follow."""
        self._entry = None
        self.text.show_entry(entry)
        self.fields.show_entry(entry)
        self.repairs.show_entry(entry)
        self.begin()
        self._entry = entry
        self._show_state(entry)

    def renew(self, entry: Entry) -> None:
        """Show what else was recognised in the file in view."""
        self.text.show_text()
        self.fields.show_entry(entry)
        self._show_state(entry)

    def show_taken(self, entry: Entry) -> None:
        """Show whether the file in view is to come, which was chosen in the list."""
        self._show_state(entry)

    def begin(self) -> None:
        """Have no headings and repairs: they are looked for."""
        self.outline.clear()
        self.repairs.clear()
        self._name_pages()

    def add_headings(self, headings: Sequence[Heading]) -> None:
        """Show more headings."""
        self.outline.add(headings)
        self._name_pages()

    def add_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show more repairs."""
        self.repairs.add(proposals)
        self._name_pages()

    def show_repairs(self) -> None:
        """Turn to the repairs."""
        self.pages.select(REPAIRS)

    def show_repairs_of(self, entry: Entry) -> None:
        """Show what else is wanted of the repairs of the file in view."""
        self.repairs.show_entry(entry)
        self._name_pages()

    def show_failure(self, error: LibraryError) -> None:
        """Say why the file in view cannot be read as chosen."""
        self.text.show_failure(error)

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.duplicates.set_text(SKIP, tr("Skip"))
        self.duplicates.set_text(COPY, tr("Import anyway"))
        self.remarks.setAccessibleName(tr("Remarks"))
        for page in (self.text, self.fields, self.outline, self.repairs):
            page.retranslate()
        self._name_pages()
        if self._entry is not None:
            self._show_state(self._entry)

    def _lay_out(self) -> None:
        self._there = QWidget(self)
        there = QHBoxLayout(self._there)
        there.setContentsMargins(0, 0, 0, 0)
        there.setSpacing(12)
        there.addWidget(self._duplicate, 1)
        there.addWidget(self.duplicates)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(self._there)
        column.addWidget(self.pages)
        column.addWidget(self._stack, 1)
        column.addWidget(self.refusal, 1)

    def _connect(self) -> None:
        self.pages.changed.connect(lambda name: self._stack.setCurrentWidget(self._by_name[name]))
        self.duplicates.changed.connect(self._choose_copy)
        self.text.encoding_chosen.connect(self._choose_encoding)
        self.text.page_chosen.connect(self._choose_page)
        self.repairs.chosen.connect(self._name_pages)
        self.repairs.chosen.connect(self.edited)
        self.repairs.kinds_chosen.connect(lambda: self.chosen.emit("repair"))
        self.fields.edited.connect(self.edited)
        self.refusal.ocr_chosen.connect(self._choose_ocr)

    def _show_state(self, entry: Entry) -> None:
        seen = entry.recognised
        self.refusal.show_entry(entry)
        self.refusal.setVisible(entry.is_refused)
        for part in (self._about, self.pages, self._stack):
            part.setVisible(not entry.is_refused)
        length = plural(seen.length, "{count} character", "{count} characters") if seen.reason is None else ""
        self._about.setText(" · ".join(filter(None, (format_name(seen.format), seen.encoding, length))))
        self._there.setVisible(bool(entry.duplicate or entry.twin))
        there = tr("The library has this text already: “{title}”", title=entry.duplicate)
        twin = tr("The same text comes with “{name}”.", name=PurePath(entry.twin).name)
        self._duplicate.setText(there if entry.duplicate else twin)
        entry_before, self._entry = self._entry, None
        self.duplicates.select(COPY if entry.copied else SKIP)
        self._entry = entry_before
        told = [words(seen.reason)] if seen.reason is not None else [remark_words(remark) for remark in seen.remarks]
        self.remarks.setPlainText("\n".join(told))
        self._name_pages()

    def _name_pages(self) -> None:
        seen = self._entry.recognised if self._entry is not None else None
        remarks = len(seen.remarks) + (seen.reason is not None) if seen is not None else 0
        names = (
            (TEXT, tr("Text"), 0),
            (FIELDS, tr("Fields"), 0),
            (OUTLINE, tr("Outline"), self.outline.count),
            (REMARKS, tr("Remarks"), remarks),
        )
        for page, name, count in names:
            self.pages.set_text(page, f"{name} {count}" if count else name)
        self.pages.show_segment(REMARKS, shown=remarks > 0)
        told = count_told(self._entry.repairs) if self._entry is not None else ""
        self.pages.set_text(REPAIRS, told or tr("Repairs"))

    def _choose_encoding(self, encoding: str | None) -> None:
        if self._entry is not None:
            self._entry.encoding = encoding
            self.text.show_text()
            self.chosen.emit("encoding")

    def _choose_page(self, whole: bool) -> None:
        if self._entry is not None:
            self._entry.whole_page = whole
            self.chosen.emit("page")

    def _choose_ocr(self, on: bool) -> None:
        if self._entry is not None:
            self._entry.take(wanted=on)
            self.chosen.emit("ocr")

    def _choose_copy(self, choice: str) -> None:
        if self._entry is not None:
            self._entry.take(wanted=choice == COPY)
            self.chosen.emit("copied")
