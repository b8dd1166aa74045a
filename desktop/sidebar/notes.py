"""The notes view: all notes of the open document or of the library, searched, gone to and written in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.notes import NoteModel
from desktop.itemmodels.references import References
from desktop.sidebar.noterows import NoteRows
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.searchedlist import SearchedList
from desktop.widgets.segments import Segments
from library.models import Note

if TYPE_CHECKING:
    from desktop.session import Session

DOCUMENT, LIBRARY = "document", "library"


class NotesView(SearchedList):
    """A field, a switch between document and library, an order, and the rows."""

    gone_to = Signal(object, bool)
    """Carries the `Note` whose target is to be shown, and whether the person goes on there."""

    def __init__(self, session: Session, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._session = session
        self.model = NoteModel(session, self)
        self.rows = NoteRows(self.model, themes, self)
        self._references = References(session)
        self.rows.editor.complete_from(self._references)
        self._build()
        self._connect()
        self.retranslate()

    def show_document(self, document_id: str | None) -> None:
        """Show the notes of another document, or go on with those of the library."""
        self.rows.close_note()
        self._references.document_id = document_id
        self.model.show_document(document_id)

    def choose(self, note_id: str) -> bool:
        """Select a note and bring it into view, where it has to be sought in the whole library; say if it is there."""
        if self.model.find_row(note_id) is None:
            self.forget_typing()
            self.scope.select(LIBRARY)
            self.search_now()
        row = self.model.find_row(note_id)
        if row is not None:
            self.rows.setCurrentIndex(self.model.index(row))
        return row is not None

    def save(self) -> None:
        """Have all unsaved typing saved."""
        self.rows.save()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Search notes"))
        self.field.setAccessibleName(tr("Search notes"))
        self.scope.set_text(DOCUMENT, tr("This document"))
        self.scope.set_text(LIBRARY, tr("Whole library"))
        self.rows.retranslate()
        self._show_counts()

    def _build(self) -> None:
        self.scope = Segments([DOCUMENT, LIBRARY], self)
        self.stack(self.rows, self.scope)

    def _connect(self) -> None:
        self.searched.connect(self._search)
        self.entered.connect(lambda: self.rows.setFocus(Qt.FocusReason.OtherFocusReason))
        self.scope.changed.connect(self._choose_scope)
        self.link.clicked.connect(self._turn_order)
        self.model.counted.connect(self._show_counts)
        self.rows.gone_to.connect(self.gone_to)
        self.rows.text_wanted.connect(self.text_wanted)
        self.rows.written.connect(self._write)
        self._session.closing.connect(self.save)
        self._session.opened.connect(self._fit_library)
        self._fit_library()

    def _fit_library(self) -> None:
        """Let notes of a library that is only read be read."""
        self.rows.editor.setReadOnly(not self._session.writable)

    def _write(self, note: Note, text: str) -> None:
        if self._session.writable:
            self._session.write(lambda library: library.notes.write(note.target_kind, note.target_id, text))

    def _search(self) -> None:
        self.rows.close_note()
        self.model.search(self.field.text())

    def _choose_scope(self, scope: str) -> None:
        self.rows.close_note()
        self.model.show_whole(scope == LIBRARY)

    def _turn_order(self) -> None:
        self.rows.close_note()
        self.model.sort_by("place" if self.model.order == "newest" else "newest")
        self._show_counts()

    def _show_counts(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        told = plural(total, "{count} note", "{count} notes")
        self.counts.setText(tr("{shown} of {total}", shown=shown, total=total) if self.model.query else told)
        self.link.setText(tr("By place") if self.model.order == "place" else tr("Newest first"))
        searched = bool(self.model.query)
        advice = tr("No note has this.") if searched else tr("Press N on a passage to write a note.")
        self.show_list(self.rows, advice=advice, shown=bool(shown))
