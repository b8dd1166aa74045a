"""Connections of SQLite's own to library.db: to write, and to read whatever the disk allows."""

import os
import sqlite3
from pathlib import Path

from library.errors import ReadOnly

NO_ROOM = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMOPEN)
"""What a full disk is called where SQLite was about to write, or to make its -shm file."""
_PATIENCE = 5.0


def open_for_writing(path: Path, *, patience: float = _PATIENCE) -> sqlite3.Connection:
    """Connect to a database, waiting `patience` seconds where another process has locked it."""
    return sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)


def open_for_reading(path: Path, *, patience: float = _PATIENCE) -> sqlite3.Connection:
    """Open for reading; where WAL cannot make its -shm file, as an immutable one, which nobody can be writing then."""
    if os.access(path.parent, os.W_OK) and os.access(path, os.W_OK):
        connection = open_for_writing(path, patience=patience)
        connection.execute("PRAGMA query_only = ON")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode not in NO_ROOM:
                raise
        else:
            return connection
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise ReadOnly("The library’s folder cannot be written and holds unfinished work. Copy it, then open the copy.")
    return sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)
