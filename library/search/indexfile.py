"""The file of the search index: opened or made anew, read and written, taken away where it is damaged."""

import os
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from library.errors import IndexDamaged
from library.progress import Cancelled
from library.search.chunks import SIGNS

VERSION = 5
"""To be raised with every change of what the index holds, the folding table included: it is then made anew."""

_PATIENCE = 10.0  # seconds for another process to finish writing
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT)
"""What SQLite says of a damaged file; of the queries below, which do not change, also that a table is not there."""
_GONE = (sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_READONLY_DBMOVED)
_PAGE = 65536
"""Bytes of a page: a key that does not fit into one takes whole pages more."""
_MEMORY = 32 << 20
"""Bytes of tokens that are gathered before they are written: the more, the less is merged later."""
_SCHEMA = (
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY, document_id TEXT NOT NULL, text_sha TEXT NOT NULL, long_words INTEGER NOT NULL,
        expands INTEGER NOT NULL, repeats TEXT NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX entry_document ON entry (document_id)",
    "CREATE INDEX entry_long_words ON entry (id) WHERE long_words",
    """CREATE TABLE chunk (
        id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL, start INTEGER NOT NULL, main INTEGER NOT NULL,
        key ANY NOT NULL
    ) STRICT""",
    "CREATE INDEX chunk_entry ON chunk (entry_id)",
    "CREATE TABLE word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE applied (stamp TEXT NOT NULL) STRICT",
    f"""CREATE VIRTUAL TABLE phrase USING fts5(
        tokens, content = '', columnsize = 0, tokenize = "ascii tokenchars '{SIGNS}'"
    )""",
    f"INSERT INTO phrase (phrase, rank) VALUES ('hashsize', {_MEMORY})",
    f"PRAGMA user_version = {VERSION}",
)
_TABLES = frozenset({"entry", "chunk", "word", "applied", "phrase"})


class IndexFile:
    """A connection to an index. A file that is missing, damaged or of another version is made anew, empty."""

    def __init__(self, path: Path | None) -> None:
        """Open the file at `path`, or one without a name; sqlite3.OperationalError where it cannot be written."""
        self._path = path
        self.db = self._open()
        self._file = self._identity()

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    @property
    def is_kept(self) -> bool:
        """Whether what is put in will be there another time."""
        return self._path is not None

    @property
    def is_in_place(self) -> bool:
        """Whether the file that was opened is still the one at its path."""
        return self._file == self._identity()

    def discard(self) -> None:
        """Close the connection and remove the file, unless another one took its place meanwhile."""
        in_place = self.is_in_place
        self.close()
        if in_place:
            self._remove_files()

    def rows(self, query: str, *parameters: object) -> Iterator[Any]:
        """Yield the rows of a query."""
        with faults():
            yield from self.db.execute(query, parameters)

    def shrink(self) -> None:
        """Give back the room of pages that merging left empty, and of what was written twice."""
        with faults():
            self.db.executescript("PRAGMA incremental_vacuum")  # `execute` would give back one page
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def transaction(self) -> Generator[None, None, None]:
        """Write all that the block does, or nothing of it."""
        with faults():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:  # some errors end it by themselves
                    self.db.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        db = self._connect()
        try:
            sound = self._is_ours(db)
        except sqlite3.DatabaseError as error:
            db.close()
            if error.sqlite_errorcode & 0xFF not in _DAMAGED:
                raise
            sound = False
        if sound:
            return db
        db.close()
        self._remove_files()
        db = self._connect()
        self._is_ours(db)
        return db

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path or "", isolation_level=None, check_same_thread=False, timeout=_PATIENCE)

    def _is_ours(self, db: sqlite3.Connection) -> bool:
        """Say whether this is an index of this version, which an empty file becomes."""
        db.execute(f"PRAGMA page_size = {_PAGE}")
        db.execute("PRAGMA auto_vacuum = INCREMENTAL")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not version and not tables:
            for statement in _SCHEMA:
                db.execute(statement)
            version, tables = VERSION, _TABLES
        db.execute("COMMIT")
        return version == VERSION and tables >= _TABLES

    def _identity(self) -> tuple[int, int]:
        if self._path is None:
            return 0, 0
        try:
            found = os.stat(self._path)
        except OSError:
            return 0, 0
        return found.st_dev, found.st_ino

    def _remove_files(self) -> None:
        if self._path is None:
            return
        for suffix in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                self._path.with_name(self._path.name + suffix).unlink()


@contextmanager
def faults() -> Generator[None, None, None]:
    """Tell a damaged file, and a query that was stopped, from other errors."""
    try:
        yield
    except (UnicodeDecodeError, sqlite3.ProgrammingError) as error:
        raise _damaged() from error  # the latter of a connection that was closed because its file was taken away
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        if code == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        if code & 0xFF in _DAMAGED or code in _GONE:
            raise _damaged() from error
        raise


def _damaged() -> IndexDamaged:
    return IndexDamaged("The search index was damaged and is made again. Search once more when it is ready.")
