"""The document that is open in the reader: opened at its place, its place kept, its neighbours reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.reader.dress import Dress
from library.changes import Changes
from library.models import Document, Reading
from library.speeches import Speeches

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane
    from desktop.session import Session
    from library.storage.glimpse import SeenText
    from library.storage.texts import ReadingText

_SAVE_MILLISECONDS = 1000


class OpenDocument(QObject):
    """Shows one document of the session's library in a reader pane and remembers where the reader is."""

    opened = Signal(object)
    """Carries the `Document` that is now shown."""
    renamed = Signal(object)
    """Carries the `Document` shown, when what is known of it has changed."""
    closed = Signal()
    place_saved = Signal(object)
    """Carries the `Reading` that is kept now."""

    def __init__(
        self, session: Session, pane: ReaderPane, parent: QObject | None = None, *, seen: SeenText | None = None
    ) -> None:
        """Take over the text that was `seen` in the pane before the library was open."""
        super().__init__(parent)
        self._seen = seen
        self.document: Document | None = None
        self._session = session
        self._pane = pane
        self._text: ReadingText | None = None
        self._series: list[str] = []
        self._furthest = self._kept = 0
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_MILLISECONDS)
        self._save_timer.timeout.connect(self.save_place)
        pane.place_changed.connect(self._note_place)
        session.changed.connect(self._refresh)
        session.closing.connect(self.close)
        session.outlines.changed.connect(self._dress_anew)
        session.markups.changed.connect(self._dress_anew)
        session.speakers.changed.connect(self._hear)

    def open(self, document_id: str, position: int | None = None, *, place: int | None = None) -> None:
        """Show a document with `place` first in sight, else where it was left; then bring `position` into view.

        Both are code points.
        """
        library = self._session.library
        if library is None:
            return
        if self.document is None or self.document.id != document_id:
            self.close()
            document = library.documents.get(document_id)
            reading = library.readings.find(document_id) or Reading(document_id)
            self._furthest, self._kept = 0, reading.furthest
            if not self._keep_seen(document):
                self.forget_seen()
                self._text = library.documents.text(document_id)
                place = reading.place if place is None else place
                dress = self._dress(document_id)
                self._pane.open_text(self._text, title=document.title, format=document.format, place=place, dress=dress)
            else:
                self._pane.set_dress(self._dress(document_id))
            self.document = document
            self._hear(document_id)
            self.save_place()
            self.opened.emit(document)
        elif place is not None and place != self._pane.place():
            self._pane.scroll_to_place(place)
        if position is not None:
            self._pane.go_to(position)

    def close(self) -> None:
        """Leave the document; its place is kept."""
        if self.document is None:
            return
        self.save_place()
        self.document = None
        self.closed.emit()
        self._pane.clear()
        if self._text is not None:
            self._text.close()
            self._text = None

    def forget_seen(self) -> None:
        """Let go of a text that was seen before the library was open and is not the one to be shown."""
        if self._seen is not None:
            self._pane.clear()
            self._seen.text.close()
            self._seen = None

    def save_place(self) -> None:
        """Keep where the reader is, for next time; in a library open for reading it is not kept."""
        self._save_timer.stop()
        if self.document is None or not self._session.writable:
            return
        seen = self.document.id, self._pane.place(), max(self._furthest, self._reached)
        self._furthest = 0
        self._session.write(lambda library: library.readings.see(*seen), self._take_saved)

    @property
    def percent(self) -> int:
        """How far the document is read, now or before, in whole percents."""
        length = self._pane.flow.document.length if self._pane.flow is not None else 0
        return Reading("", furthest=max(self._kept, self._furthest, self._reached)).percent(length)

    @property
    def _reached(self) -> int:
        """How far the text is read by what is in sight: up to it, or all of it where its end is in sight."""
        flow = self._pane.flow
        return 0 if flow is None else flow.furthest if flow.furthest >= flow.document.length else flow.place

    def _take_saved(self, reading: Reading) -> None:
        if self.document is not None and self.document.id == reading.document_id:
            self._kept = reading.furthest
        self.place_saved.emit(reading)

    def set_series(self, document_ids: Sequence[str]) -> None:
        """Say among which documents, in which order, `find_neighbour` looks."""
        self._series = list(document_ids)

    def find_neighbour(self, step: int) -> str | None:
        """Return the id of the document `step` places further in the series, or None."""
        if self.document is None or self.document.id not in self._series:
            return None
        index = self._series.index(self.document.id) + step
        return self._series[index] if 0 <= index < len(self._series) else None

    def _dress(self, document_id: str) -> Dress | None:
        """Return what is known of a document besides its text; None as long as its outline is not known."""
        outline, marks = self._session.outlines.find(document_id), self._session.markups.find(document_id)
        return Dress(outline, marks) if outline is not None else None

    def _dress_anew(self, document_id: str) -> None:
        if self.document is not None and self.document.id == document_id:
            self._pane.set_dress(self._dress(document_id))

    def _hear(self, document_id: str) -> None:
        """Show who speaks in a document, if it is the one that is shown, as far as that is known."""
        if self.document is not None and self.document.id == document_id:
            self._pane.set_speeches(self._session.speakers.find(document_id) or Speeches())

    def _keep_seen(self, document: Document) -> bool:
        """Go on with the text that stands in the pane, and where one has gone in it, if it is that of `document`."""
        seen = self._seen
        known = document.id, document.text_sha, document.title, document.format
        if seen is None or known != (seen.document_id, seen.text_sha, seen.title, seen.format):
            return False
        self._text, self._seen = seen.text, None
        return True

    def _note_place(self) -> None:
        self._furthest = max(self._furthest, self._reached)
        if not self._save_timer.isActive():
            self._save_timer.start()

    def _refresh(self, changes: Changes) -> None:
        library = self._session.library
        if self.document is None or library is None:
            return
        # what another program changed is told by what is there, not by what has gone
        if self._session.writable and self.document.id not in changes.ids("document"):
            return
        document = next((row for row in library.documents.all() if row.id == self.document.id), None)
        if document is None:
            self.close()
        else:
            self.document = document
            self.renamed.emit(document)
