"""Where a reader is in each document, and how far: kept outside the journal."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from library.models import Document, Reading, now
from library.storage.database import storage_errors
from library.storage.store import Store


class Readings:
    """Reading places by document."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, document_id: str) -> Reading | None:
        """Return where the reader is in a document, or None if it was never opened."""
        return self._store.find(Reading, document_id)

    def see(self, document_id: str, place: int, furthest: int) -> Reading:
        """Keep that the reader is at `place` now and has seen the text up to `furthest`; return what is kept."""
        before = self.find(document_id) or Reading(document_id)
        reading = Reading(document_id, place, max(before.furthest, furthest, 1), now())
        self.save([reading])
        return reading

    def mark(self, document_ids: Iterable[str], *, done: bool) -> list[Reading]:
        """Say that documents are read to the end, or unread; the places in them stay.

        Return what was kept before, for `save` to bring back. Documents that are gone are passed over.
        """
        documents = self._store.all(Document, id=set(document_ids))
        before = [self.find(document.id) or Reading(document.id) for document in documents]
        furthest = [max(document.length, 1) if done else 0 for document in documents]
        self.save([replace(reading, furthest=seen) for reading, seen in zip(before, furthest, strict=True)])
        return before

    def save(self, readings: Sequence[Reading]) -> None:
        """Keep these places as they are given."""
        with storage_errors(), self._store.db.atomic():
            self._store.keep(*readings)

    def all(self) -> dict[str, Reading]:
        """Return all reading places by document id."""
        return {reading.document_id: reading for reading in self._store.all(Reading)}
