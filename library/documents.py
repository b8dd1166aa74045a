"""The documents of a library: added from drafts, described, put in the bin and back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from library.annotation.removal import remove_highlights
from library.chinese.languages import BEGINNING, Language, language_of, language_of_text
from library.describing import clean_title, cleaned, rows_beside
from library.elements import Element, elements_of, packed_elements, pages_of
from library.errors import Ambiguous, NotFound
from library.fields import FieldValue
from library.headings import HeadingCorrection
from library.mending import KINDS, KeptMends, Mend, kept_mends
from library.models import Bookmark, Document, Highlight, Markup, Note, Placement, PreparedDraft, new_id, now
from library.pages import Pages
from library.speeches import SpeakerCorrection, SpeakerName
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import ANY, Store
from library.storage.texts import ReadingText, TextStore

_HELD = 200
"""Documents whose pages are held in memory; what a file said of its text never changes."""


class Documents:
    """Verbs on documents. A document in the bin has its `removed` moment and is left out unless asked for."""

    def __init__(self, store: Store, journal: Journal, texts: TextStore) -> None:
        self._store = store
        self._journal = journal
        self._texts = texts
        self._pages: dict[str, Pages] = {}

    def add_drafts(
        self, drafts: Sequence[PreparedDraft], collection_id: str | None = None, *, since: str = ""
    ) -> list[tuple[Document, bool]]:
        """Add documents whose files are written already, as one operation; return each with whether it is new.

        A text the library already has is not added again, nor a file that it has, read in the same encoding, whatever
        was repaired in it: its document is returned, taken out of the bin if it was there, and put into the collection
        too. What this very import added from the same file, at `since` or later,
        counts as new: an import that was interrupted comes by there once more.
        """
        with self._journal.operation("Import {count} documents", one="Import document", count=len(drafts)):
            there = self._there(drafts)
            known = {key: document for document in reversed(there) for key in _known_by(document)}
            own = {(row.text_sha, row.source): row for row in there if since and row.added >= since}
            added: list[tuple[Document, bool]] = []
            for draft in drafts:
                mine = own.get((draft.text_sha, storable(draft.source)))
                found = mine or (None if draft.copied else _found(known, draft))
                document = _document(draft) if found is None else replace(found, removed=None)
                for key in _known_by(document) if draft.alone else (document.text_sha,):
                    known.setdefault(key, document)
                added.append((document, found is None or mine is not None))
            self._store.put(*(document for document, _ in added))
            made = [(row.id, draft.draft) for draft, (row, new) in zip(drafts, added, strict=True) if new]
            self._store.put(*(Markup(id, packed_elements(draft.elements)) for id, draft in made if draft.elements))
            self._store.put(*(kept for id, draft in made for kept in _kept_mends(id, draft.mends)))
            self._store.put(*(value for id, draft in made for value in rows_beside(id, draft.fields)))
            self._place(collection_id, [document.id for document, _ in added])
        return added

    def get(self, document_id: str) -> Document:
        """Return a document by its id, or raise NotFound."""
        document = self._store.find(Document, document_id)
        if document is None:
            raise NotFound("There is no document with the id {id}.", id=document_id)
        return document

    def elements(self, document_id: str) -> tuple[Element, ...]:
        """Return what the document's file says of passages of its text, in order of their starts."""
        found = self._store.find(Markup, document_id)
        return elements_of(found.elements) if found else ()

    def pages(self, document_id: str) -> Pages:
        """Return the pages of a document: none where its file has no pages."""
        if document_id not in self._pages:
            if len(self._pages) >= _HELD:
                self._pages.clear()
            found = self._store.find(Markup, document_id)
            self._pages[document_id] = Pages(pages_of(found.elements) if found else ())
        return self._pages[document_id]

    def resolve(self, name: str) -> Document:
        """Return the document with this id, this exact title, or with `name` as a part of its title alone.

        NotFound if there is none, Ambiguous if there are several.
        """
        name = storable(name)
        document = self._store.find(Document, name)
        if document is not None:
            return document
        documents = self.all()
        matches = [document for document in documents if document.title == name]
        matches = matches or [document for document in documents if name.casefold() in document.title.casefold()]
        if not matches or not name:
            raise NotFound("No document’s id or title matches “{name}”. List them with “documents”.", name=name)
        if len(matches) > 1:
            raise Ambiguous(
                "“{name}” matches {count} documents: {titles}. Give a longer part of the title, or the id.",
                name=name,
                count=len(matches),
                titles="; ".join(document.title for document in matches[:5]) + "; …" * (len(matches) > 5),
            )
        return matches[0]

    def all(self, *, removed: bool = False) -> list[Document]:
        """Return the documents in the order they were added; with `removed` those in the bin instead."""
        return self._store.all(Document, "added", "id", removed=ANY if removed else None)

    def text(self, document_id: str) -> ReadingText:
        """Return a document's reading text, memory-mapped; the caller closes it."""
        return self._texts.open(self.get(document_id).text_sha)

    def language(self, document: Document) -> Language:
        """Return the language told of a document, else that of its title, else, where that shows none, of its text."""
        found = language_of(document.language, document.title)
        if document.language or found != "other":
            return found
        return language_of_text(self._texts.beginning(document.text_sha, BEGINNING))

    def find_file(self, text_sha: str, original_sha: str, encoding: str) -> Document | None:
        """Return the document, not in the bin, that has this text, or was read so from this file, or None."""
        for row in self._store.all(Document, "added", "id", text_sha=text_sha, removed=None):
            return row
        same = self._store.all(Document, "added", "id", original_sha=original_sha or "-", removed=None)
        return next((row for row in same if row.encoding == encoding), None)

    def mark_counts(self) -> dict[str, int]:
        """Return the number of highlights by document id, for documents that have any."""
        return self._store.counts(Highlight, by="document_id")

    def rename(self, document_id: str, title: str) -> None:
        """Give a document another title: one line of at most TITLE_LENGTH code points."""
        old = self.get(document_id).title
        with self._journal.operation("Rename “{old}” to “{name}”", old=old, name=clean_title(title)):
            self._store.put(replace(self.get(document_id), title=clean_title(title)))

    def remove(self, *document_ids: str) -> None:
        """Put documents in the bin; their marks and places stay with them."""
        with self._journal.operation("Remove {count} documents", one="Remove document", count=len(document_ids)):
            moment = now()
            self._store.put(*(replace(self.get(document_id), removed=moment) for document_id in document_ids))

    def restore(self, *document_ids: str) -> None:
        """Take documents out of the bin."""
        with self._journal.operation("Restore {count} documents", one="Restore document", count=len(document_ids)):
            self._store.put(*(replace(self.get(document_id), removed=None) for document_id in document_ids))

    def erase(self, *document_ids: str) -> None:
        """Delete documents with their marks, notes, bookmarks and places. Their files stay: this can be undone."""
        ids = set(document_ids)
        with self._journal.operation("Delete {count} documents", one="Delete document", count=len(document_ids)):
            highlights = self._store.column(Highlight, "id", document_id=ids)
            notes = self._store.all(Note, target_kind="document", target_id=ids)
            placements = self._store.all(Placement, document_id=ids)
            remove_highlights(self._store, highlights)
            self._store.remove(Note, [(note.id,) for note in notes])
            bookmarks = self._store.column(Bookmark, "id", document_id=ids)
            self._store.remove(Bookmark, [(bookmark_id,) for bookmark_id in bookmarks])
            self._store.remove(Placement, [(place.collection_id, place.document_id) for place in placements])
            values = self._store.all(FieldValue, document_id=ids)
            self._store.remove(FieldValue, [(value.document_id, value.field) for value in values])
            self._store.remove(Markup, [(document_id,) for document_id in document_ids])
            corrections = self._store.all(HeadingCorrection, document_id=ids)
            self._store.remove(HeadingCorrection, [(row.document_id, str(row.start)) for row in corrections])
            spoken = self._store.all(SpeakerCorrection, document_id=ids)
            self._store.remove(SpeakerCorrection, [(row.document_id, str(row.start)) for row in spoken])
            names = self._store.all(SpeakerName, document_id=ids)
            self._store.remove(SpeakerName, [(row.document_id, row.found) for row in names])
            self._store.remove(KeptMends, [(document_id, kind) for document_id in document_ids for kind in KINDS])
            self._store.remove(Document, [(document_id,) for document_id in document_ids])

    def _there(self, drafts: Sequence[PreparedDraft]) -> list[Document]:
        """Return the documents that have the texts or the files of drafts, the oldest first."""
        texts = self._store.all(Document, text_sha={draft.text_sha for draft in drafts})
        files = {draft.original_sha for draft in drafts if draft.original_sha and draft.alone}
        both = {row.id: row for row in (*texts, *self._store.all(Document, original_sha=files))}
        return sorted(both.values(), key=lambda row: (row.added, row.id))

    def _place(self, collection_id: str | None, document_ids: Sequence[str]) -> None:
        if collection_id is None:
            return
        present = {row.document_id for row in self._store.all(Placement, collection_id=collection_id)}
        last = self._store.highest(Placement, "position", collection_id=collection_id)
        new = [document_id for document_id in dict.fromkeys(document_ids) if document_id not in present]
        self._store.put(*(Placement(collection_id, added, last + place) for place, added in enumerate(new, 1)))


def _kept_mends(document_id: str, mends: Sequence[Mend] | None) -> list[KeptMends]:
    return [] if mends is None else kept_mends(document_id, mends)


def _known_by(document: Document) -> tuple[str | tuple[str, str], ...]:
    """Return what a document is known again by: its text, and its file as it was read."""
    return (document.text_sha, (document.original_sha, document.encoding))


def _found(known: Mapping[str | tuple[str, str], Document], prepared: PreparedDraft) -> Document | None:
    """Return the document that has the text of a draft, or else its file, or None."""
    there = known.get(prepared.text_sha)
    if there is None and prepared.original_sha and prepared.alone:
        there = known.get((prepared.original_sha, prepared.draft.encoding))
    return there


def _document(prepared: PreparedDraft) -> Document:
    draft = prepared.draft
    return Document(
        id=new_id(),
        title=clean_title(draft.title),
        text_sha=prepared.text_sha,
        length=len(draft.text),
        author=cleaned("author", draft.author),
        date=cleaned("date", draft.date),
        issuer=cleaned("issuer", draft.issuer),
        number=cleaned("number", draft.number),
        language=cleaned("language", draft.language),
        source=storable(prepared.source),
        original_sha=prepared.original_sha,
        original_name=storable(prepared.original_name),
        format=draft.format,
        encoding=draft.encoding,
        added=now(),
    )
