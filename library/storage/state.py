"""Small facts that are not of a person's making, outside the journal: layout, last opened."""

from sqlite_utils import Database

from library.storage.database import storage_errors


class State:
    """Texts by key."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str) -> str | None:
        """Return the text kept under `key`, or None."""
        row = self._db.conn.execute("SELECT value FROM state WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row[0])

    def set(self, key: str, value: str) -> None:
        """Keep `value` under `key`."""
        with storage_errors():
            self._db.conn.execute(
                "INSERT INTO state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, value],
            )
