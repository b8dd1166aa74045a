"""Highlights: marked passages, with their quote and its surroundings."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace

from library.annotation.notes import Notes
from library.annotation.removal import remove_highlights
from library.annotation.tags import Tags
from library.documents import Documents
from library.errors import InvalidSpan, NotFound
from library.models import CONTEXT_LENGTH, Color, Highlight, Style, new_id, now
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store
from library.storage.texts import ReadingText


class Highlights:
    """Verbs on highlights. Offsets are code points of the reading text, end exclusive."""

    def __init__(self, store: Store, journal: Journal, documents: Documents, tags: Tags, notes: Notes) -> None:
        self._store = store
        self._journal = journal
        self._documents = documents
        self._tags = tags
        self._notes = notes

    def get(self, highlight_id: str) -> Highlight:
        """Return a highlight by its id, or raise NotFound."""
        highlight = self._store.find(Highlight, highlight_id)
        if highlight is None:
            raise NotFound("There is no highlight with the id {id}.", id=highlight_id)
        return highlight

    def of_document(self, document_id: str) -> list[Highlight]:
        """Return the highlights of a document in text order."""
        return self._store.all(Highlight, "start", "end", "id", document_id=document_id)

    def some(self, highlight_ids: Iterable[str]) -> list[Highlight]:
        """Return those of these highlights that are there, in no order."""
        return self._store.all(Highlight, id=set(highlight_ids))

    def all(self) -> list[Highlight]:
        """Return the highlights of the library, by document and in text order."""
        return self._store.all(Highlight, "document_id", "start", "end", "id")

    def moments(self) -> dict[str, str]:
        """Return when each highlight was made, by its id: a fraction of what whole highlights cost."""
        return self._store.pairs(Highlight, "id", "created")

    def add(
        self,
        document_id: str,
        start: int,
        end: int,
        *,
        color: Color | None = None,
        style: Style | None = None,
        tags: Sequence[str] = (),
        note: str = "",
    ) -> Highlight:
        """Mark a passage, as one operation; `tags` are full names and are added to the codebook where missing.

        The same span again is the highlight that is there: a colour or style given is taken, new tags are added, the
        note is appended. InvalidSpan if the span is empty, reversed or outside the text.
        """
        spanned = self._new(document_id, start, end)
        found = next(iter(self._store.all(Highlight, document_id=document_id, start=start, end=end)), None)
        highlight = found or spanned
        marked = replace(highlight, color=color or highlight.color, style=style or highlight.style)
        if found is not None and marked == found and not note.strip():
            self._tag(found.id, tags)
            return self.get(found.id)
        with self._journal.operation("Add highlight"):
            if marked != found:
                self._store.put(marked if found is None else replace(marked, modified=now()))
            self._tag(highlight.id, tags)
            if note.strip():
                self._notes.append("highlight", highlight.id, note)
        return self.get(highlight.id)

    def resize(self, highlight_id: str, start: int, end: int) -> None:
        """Give a highlight another span; InvalidSpan if it is empty, reversed or outside the text."""
        highlight = self.get(highlight_id)
        with closing(self._documents.text(highlight.document_id)) as text:
            changed = spanned(highlight, text, start, end)
        with self._journal.operation("Resize highlight"):
            self._store.put(replace(changed, modified=now()))

    def recolor(self, highlight_ids: Sequence[str], color: Color | None) -> None:
        """Give highlights a colour of their own, or with None that of their first tag."""
        with self._journal.operation("Recolour {count} highlights", one="Recolour highlight", count=len(highlight_ids)):
            self._store.put(*(replace(row, color=color, modified=now()) for row in self.some(highlight_ids)))

    def restyle(self, highlight_ids: Sequence[str], style: Style) -> None:
        """Paint highlights as a tint or as an underline."""
        with self._journal.operation("Restyle {count} highlights", one="Restyle highlight", count=len(highlight_ids)):
            self._store.put(*(replace(row, style=style, modified=now()) for row in self.some(highlight_ids)))

    def star(self, highlight_ids: Sequence[str]) -> None:
        """Put a star on highlights."""
        with self._journal.operation("Star {count} highlights", one="Star highlight", count=len(highlight_ids)):
            self._store.put(*(replace(row, starred=True, modified=now()) for row in self.some(highlight_ids)))

    def unstar(self, highlight_ids: Sequence[str]) -> None:
        """Take the star off highlights."""
        with self._journal.operation(
            "Take the star off {count} highlights", one="Take the star off highlight", count=len(highlight_ids)
        ):
            self._store.put(*(replace(row, starred=False, modified=now()) for row in self.some(highlight_ids)))

    def correct(self, highlight_id: str, correction: str) -> None:
        """Say how the quote should read (从产 → 从严); the quote itself, or nothing, is no correction."""
        highlight = self.get(highlight_id)
        correction = storable(correction).strip()
        if correction == highlight.quote.strip():
            correction = ""
        with self._journal.operation("Correct quotation"):
            if correction != highlight.correction:
                self._store.put(replace(highlight, correction=correction, modified=now()))

    def remove(self, *highlight_ids: str) -> None:
        """Delete highlights with their taggings, notes and links."""
        with self._journal.operation("Delete {count} highlights", one="Delete highlight", count=len(highlight_ids)):
            remove_highlights(self._store, set(highlight_ids))

    def _tag(self, highlight_id: str, paths: Sequence[str]) -> None:
        """Put tags on a highlight by their full names; those that are missing are made."""
        with self._journal.operation("Tag {count} highlights", one="Tag highlight", count=1):
            self._tags.apply([highlight_id], [self._tags.add_path(path).id for path in paths])

    def _new(self, document_id: str, start: int, end: int) -> Highlight:
        moment = now()
        empty = Highlight(new_id(), document_id, 0, 0, "", "", "", created=moment, modified=moment)
        with closing(self._documents.text(document_id)) as text:
            return spanned(empty, text, start, end)


def spanned(highlight: Highlight, text: ReadingText, start: int, end: int) -> Highlight:
    """Return the highlight on another span of its text, with its quote and the code points around it.

    InvalidSpan if the span is empty, reversed or outside the text.
    """
    if not 0 <= start < end <= text.length:
        raise InvalidSpan(
            "The span {start}–{end} is not in the text, which has {length} characters. "
            "Give a start below the end, both within the text.",
            start=start,
            end=end,
            length=text.length,
        )
    first = max(0, start - CONTEXT_LENGTH)
    around = text.slice(first, end + CONTEXT_LENGTH)
    quote, suffix = start - first, end - first
    return replace(
        highlight, start=start, end=end, quote=around[quote:suffix], prefix=around[:quote], suffix=around[suffix:]
    )
