"""What was last read in a library, seen before it is opened: by SQLite alone, which is there long before the rest."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from library.correcting import as_corrected
from library.elements import AT_ONCE as MARKS_AT_ONCE
from library.elements import Marks, elements_of
from library.errors import NotALibrary
from library.headings import AT_ONCE, KEPT, HeadingCorrection, Outline, unpacked
from library.storage.connection import open_for_reading
from library.storage.texts import ReadingText, TextStore


@dataclass(frozen=True, slots=True)
class SeenText:
    """A document of a library that is not open yet. `place` is the first code point that was in sight."""

    document_id: str
    title: str
    format: str
    text_sha: str
    place: int
    text: ReadingText
    """To be closed by whoever has it."""
    outline: Outline | None = None
    """None where it is not kept."""
    marks: Marks | None = None
    """None where they are many."""


class Glimpse:
    """A few rows of a library. It is not checked, migrated or locked, and nothing is written into its database."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self._folder = folder
        self._connection = connection

    @property
    def library_id(self) -> str:
        """The id that the library keeps wherever it is copied."""
        return str(self._connection.execute("SELECT id FROM library").fetchone()[0])

    def state(self, key: str) -> str:
        """Return the text kept under `key`, "" where there is none."""
        row = self._connection.execute("SELECT value FROM state WHERE key = ?", [key]).fetchone()
        return "" if row is None else str(row[0])

    def has_document(self, document_id: str) -> bool:
        """Say whether a document is there and not in the bin."""
        query = "SELECT 1 FROM document WHERE id = ? AND removed IS NULL"
        return self._connection.execute(query, [document_id]).fetchone() is not None

    def open_text(self, document_id: str, place: int | None = None) -> SeenText:
        """Return a document with its text, memory-mapped, at `place` or else where it was last read."""
        title, format, sha = self._connection.execute(
            "SELECT title, format, text_sha FROM document WHERE id = ?", [document_id]
        ).fetchone()
        kept = self._connection.execute("SELECT place FROM reading WHERE document_id = ?", [document_id]).fetchone()
        if place is None:
            place = int(kept[0]) if kept is not None else 0
        texts = TextStore(self._folder)
        text = texts.open(sha)
        outline = self._outline(texts, document_id, sha, text)
        return SeenText(document_id, title, format, sha, place, text, outline, self._marks(document_id))

    def _outline(self, texts: TextStore, document_id: str, sha: str, text: ReadingText) -> Outline | None:
        kept = texts.find_derived(sha, KEPT)
        found = unpacked(kept) if kept is not None and len(kept) <= AT_ONCE else None
        rows = self._rows("SELECT * FROM heading WHERE document_id = ?", document_id) if found is not None else []
        return as_corrected(found, [HeadingCorrection(*row) for row in rows], text.slice) if found and rows else found

    def _marks(self, document_id: str) -> Marks | None:
        query = f"SELECT elements FROM markup WHERE document_id = ? AND length(elements) <= {MARKS_AT_ONCE}"
        rows = self._rows(query, document_id)
        return Marks(elements_of(rows[0][0])) if rows else None

    def _rows(self, query: str, document_id: str) -> list[Any]:
        """Return rows of a table that older libraries do not have."""
        try:
            return self._connection.execute(query, [document_id]).fetchall()
        except sqlite3.OperationalError:
            return []


@contextmanager
def glimpse(folder: Path) -> Generator[Glimpse, None, None]:
    """Look into the library at `folder`, waiting for nobody; LibraryError where that cannot be done."""
    path = folder / "library.db"
    if not path.is_file():
        raise NotALibrary("There is no library at {path}.", path=folder)
    try:
        with closing(open_for_reading(path, patience=0)) as connection:
            yield Glimpse(folder, connection)
    except (sqlite3.Error, OSError) as error:
        raise NotALibrary("{path} is not a Zhupi library.", path=folder) from error
