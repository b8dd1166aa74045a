"""Notes: Markdown on a highlight, a document, a tag or a collection."""

from collections.abc import Iterable
from dataclasses import replace

from library.errors import NotFound
from library.models import Collection, Document, Highlight, Note, NoteTarget, Tag, new_id, now
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store


class Notes:
    """Verbs on notes; a target has at most one."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def find(self, kind: NoteTarget, target_id: str) -> Note | None:
        """Return the note on this target, or None."""
        return next(iter(self._store.all(Note, target_kind=kind, target_id=target_id)), None)

    def all(self) -> list[Note]:
        """Return the notes of the library, the one made last first."""
        return self._store.all(Note, "-created", "-id")

    def some(self, note_ids: Iterable[str]) -> list[Note]:
        """Return those of these notes that are there, in the order of `all`."""
        return self._store.all(Note, "-created", "-id", id=set(note_ids))

    def of_document(self, document_id: str) -> list[Note]:
        """Return the note on a document and those on its highlights, in the order of `all`."""
        targets = {document_id, *self._store.column(Highlight, "id", document_id=document_id)}
        return self._store.all(Note, "-created", "-id", target_id=targets)

    def write(self, kind: NoteTarget, target_id: str, text: str) -> Note | None:
        """Set the text of a target's note; white space alone deletes it. Saves close together are one undo step.

        NotFound if there is no such target.
        """
        text = storable(text)
        note = self.find(kind, target_id)
        if note is None and text.strip():
            self._require(kind, target_id)
        with self._journal.operation("Write note", join=f"note:{kind}:{target_id}"):
            if not text.strip():
                self._store.remove(Note, [] if note is None else [(note.id,)])
                return None
            moment = now()
            if note is None:
                note = Note(new_id(), kind, target_id, text, moment, moment)
            elif note.text != text:
                note = replace(note, text=text, modified=moment)
            self._store.put(note)
        return note

    def append(self, kind: NoteTarget, target_id: str, text: str) -> Note | None:
        """Add a paragraph to a target's note, which is made if there is none; white space alone adds nothing."""
        note = self.find(kind, target_id)
        if note is None:
            return self.write(kind, target_id, text)
        return self.write(kind, target_id, f"{note.text}\n\n{text}") if text.strip() else note

    def of_highlights(self, document_id: str) -> dict[str, Note]:
        """Return the notes on the highlights of a document by highlight id."""
        highlights = self._store.column(Highlight, "id", document_id=document_id)
        return {note.target_id: note for note in self._store.all(Note, target_kind="highlight", target_id=highlights)}

    def _require(self, kind: NoteTarget, target_id: str) -> None:
        match kind:
            case "highlight":
                target = self._store.find(Highlight, target_id)
            case "document":
                target = self._store.find(Document, target_id)
            case "tag":
                target = self._store.find(Tag, target_id)
            case "collection":
                target = self._store.find(Collection, target_id)
        if target is None:
            raise NotFound("There is nothing with the id {id} any more.", id=target_id)
