"""The highlights and notes of the open document as the reader pane shows them, kept up with the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.reader.spans import Span
from desktop.reader.stripes import TagStripe
from library.errors import NotFound
from library.models import Highlight, Tagging

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library

TAGGED_AT_ONCE = 1000
"""Highlights whose tags are fetched in one go: it takes some milliseconds."""
MANY = 200
"""More altered highlights or notes than this are cheaper to fetch anew, all of them."""


class ShownMarks(QObject):
    """Puts marks into the pane as their Changes arrive, and only those that changed."""

    def __init__(self, session: Session, pane: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pane = pane
        self._document_id: str | None = None
        self._spans: dict[str, Span] = {}
        self._noted: dict[str, str] = {}  # the highlight of each note
        self._tags: dict[str, TagStripe] = {}
        self._untagged: list[str] = []
        self._more_tags = QTimer(self, singleShot=True, interval=0)
        self._more_tags.timeout.connect(self._load_tags)
        session.changed.connect(self._follow)
        session.failed.connect(self._load)  # what the user drew did not happen, a resize for instance

    @property
    def document_id(self) -> str | None:
        return self._document_id

    def show_document(self, document_id: str | None) -> None:
        """Show the highlights of the document that the pane shows now; None forgets them."""
        self._document_id = document_id
        self._spans = {}
        self._noted = {}
        self._untagged = []
        self._more_tags.stop()
        self._load()

    def find(self, highlight_id: str | None) -> Span | None:
        """Return a highlight as it is shown, or None."""
        return self._spans.get(highlight_id) if highlight_id is not None else None

    def has_span(self, start: int, end: int) -> bool:
        """Say whether exactly these code points are marked."""
        return any(span.start == start and span.end == end for span in self._spans.values())

    def _load(self) -> None:
        library, document_id = self._session.library, self._document_id
        if library is None or document_id is None:
            return
        self._know_tags(library)
        highlights = library.highlights.of_document(document_id)
        tagged = library.tags.of_highlights([row.id for row in highlights if row.color is None])
        self._spans = {row.id: self._span(row, tagged.get(row.id, [])) for row in highlights}
        self._pane.set_spans(list(self._spans.values()))
        self._pane.set_tags({highlight_id: self._stripes(rows) for highlight_id, rows in tagged.items()})
        self._untagged = [row.id for row in highlights if row.color is not None]
        self._load_tags()
        self._load_notes(library, document_id)

    def _load_tags(self) -> None:
        """Show the tags of highlights with a colour of their own: the first at once, the others a part at a time."""
        library, ids = self._session.library, self._untagged[:TAGGED_AT_ONCE]
        self._untagged = self._untagged[TAGGED_AT_ONCE:]
        if library is not None and ids:
            tagged = library.tags.of_highlights(ids)
            self._pane.add_tags({highlight_id: self._stripes(rows) for highlight_id, rows in tagged.items()})
        if self._untagged:
            self._more_tags.start()

    def _know_tags(self, library: Library) -> None:
        paths = library.tags.paths()
        self._tags = {tag.id: TagStripe(paths[tag.id], tag.color) for tag in library.tags.all()}

    def _load_notes(self, library: Library, document_id: str) -> None:
        notes = library.notes.of_highlights(document_id)
        self._noted = {note.id: highlight_id for highlight_id, note in notes.items()}
        self._pane.set_notes({highlight_id: note.text for highlight_id, note in notes.items()})

    def _span(self, row: Highlight, tagged: Sequence[Tagging]) -> Span:
        from library.annotation.excerpts import DEFAULT_COLOR  # heavy; with a library open it is loaded already

        first = next((self._tags[tagging.tag_id].color for tagging in tagged if tagging.tag_id in self._tags), None)
        return Span(row.id, row.start, row.end, row.color or first or DEFAULT_COLOR, row.style)

    def _stripes(self, tagged: Sequence[Tagging]) -> tuple[TagStripe, ...]:
        return tuple(self._tags[tagging.tag_id] for tagging in tagged if tagging.tag_id in self._tags)

    def _follow(self, changes: Changes) -> None:
        library = self._session.library
        if library is None or self._document_id is None:
            return
        if changes.touches("tag"):
            before = self._tags
            self._know_tags(library)
            if any(self._tags.get(tag_id, tag) != tag for tag_id, tag in before.items()):
                self._load()
                return
        if self._document_id not in changes.document_ids:
            return
        ids = changes.ids("highlight") | changes.ids("tagging")
        if len(ids) > MANY or self._document_id in changes.ids("document"):
            self._load()
            return
        for highlight_id in ids:
            self._refresh(library, highlight_id)
        if changes.touches("note"):
            self._follow_notes(library, self._document_id, changes)

    def _refresh(self, library: Library, highlight_id: str) -> None:
        try:
            highlight = library.highlights.get(highlight_id)
        except NotFound:
            if self._spans.pop(highlight_id, None) is not None:
                self._pane.drop_span(highlight_id)
            return
        if highlight.document_id == self._document_id:
            tagged = library.tags.of_highlights([highlight_id]).get(highlight_id, [])
            span = self._span(highlight, tagged)
            if self._spans.get(highlight_id) != span:
                self._spans[highlight_id] = span
                self._pane.put_span(span)
            self._pane.put_tags(highlight_id, self._stripes(tagged))

    def _follow_notes(self, library: Library, document_id: str, changes: Changes) -> None:
        """Show the altered notes; all are read anew only where none of the likely highlights carries a new one."""
        altered = changes.ids("note")
        if len(altered) > MANY:
            self._load_notes(library, document_id)
            return
        likely = {self._noted[note_id] for note_id in altered & self._noted.keys()} | changes.ids("highlight")
        selected = self._pane.selected_highlight()
        for highlight_id in likely if selected is None else likely | {selected}:
            self._refresh_note(library, highlight_id)
        own = library.notes.find("document", document_id)  # it is no highlight's
        if altered - self._noted.keys() - ({own.id} if own is not None else set()):
            self._load_notes(library, document_id)

    def _refresh_note(self, library: Library, highlight_id: str) -> None:
        note = library.notes.find("highlight", highlight_id)
        if note is None:
            self._pane.drop_note(highlight_id)
        elif highlight_id in self._spans:
            self._noted[note.id] = highlight_id
            self._pane.put_note(highlight_id, note.text)
