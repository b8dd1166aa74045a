"""Where a reader is in each document: kept outside the journal."""

from library.models import Reading
from library.storage.database import storage_errors
from library.storage.store import Store


class Readings:
    """Reading places by document."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, document_id: str) -> Reading | None:
        """Return where the reader is in a document, or None if it was never opened."""
        return self._store.find(Reading, document_id)

    def save(self, reading: Reading) -> None:
        """Keep where the reader is."""
        with storage_errors():
            self._store.keep(reading)

    def all(self) -> dict[str, Reading]:
        """Return all reading places by document id."""
        return {reading.document_id: reading for reading in self._store.all(Reading)}

    def recent(self, limit: int) -> list[Reading]:
        """Return the places of the documents opened last, the newest first, at most `limit` of them."""
        return self._store.all(Reading, "-opened")[:limit]
