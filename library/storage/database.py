"""Connections to library.db: opened, migrated, checked, copied."""

import os
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from library.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryTooNew,
    NotALibrary,
    NotFound,
    ReadOnly,
    StorageFailed,
)
from library.models import new_id, now
from library.storage.connection import NO_ROOM, open_for_reading, open_for_writing
from library.storage.files import sync_folder
from library.storage.migrations import APPLICATION_ID, MIGRATIONS

_BUSY_MILLISECONDS = 5000
_UNSOUND = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def connect(path: Path, *, write: bool) -> Database:
    """Open an existing library.db; NotALibrary, LibraryDamaged or LibraryTooNew if it cannot be used."""
    if not path.is_file():
        raise NotALibrary("There is no library at {path}.", path=path.parent)
    try:
        connection = open_for_writing(path) if write else open_for_reading(path)
        try:
            _refuse_foreign(connection, path)
            _set_pragmas(connection, write=write)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        raise _unusable(error, path) from error
    return Database(connection, execute_plugins=False)


def create(path: Path) -> Database:
    """Make a new library.db at `path` with the newest schema and an id of its own."""
    connection = open_for_writing(path)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _set_pragmas(connection, write=True)
        db = Database(connection, execute_plugins=False)
        MIGRATIONS.apply(db)
        connection.execute("INSERT INTO library (id, created, revision) VALUES (?, ?, 0)", [new_id(), now()])
    except BaseException:
        connection.close()
        raise
    return db


def library_id(db: Database) -> str:
    """Return the id that a library keeps wherever it is copied."""
    return str(db.conn.execute("SELECT id FROM library").fetchone()[0])


def data_version(db: Database) -> int:
    """Return a number that differs once another connection has changed the database."""
    return int(db.conn.execute("PRAGMA data_version").fetchone()[0])


def fetch(db: Database, query: str, parameters: Sequence[object] = ()) -> list[Any]:
    """Return all rows of a query; LibraryDamaged, StorageFailed or LibraryBusy where they cannot be read."""
    with storage_errors():
        return db.conn.execute(query, parameters).fetchall()


@contextmanager
def storage_errors() -> Generator[None, None, None]:
    """Turn what SQLite says of a full, failing or read-only disk, and of rows that are gone, into LibraryErrors."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise
        raise NotFound("What this belongs to was deleted in the meantime. Nothing was changed.") from error
    except sqlite3.OperationalError as error:
        known = _acted_on(error)
        if known is None:
            raise
        raise known from error
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _UNSOUND:
            raise
        raise _damaged(error) from error


def is_pending(db: Database, migrations: Migrations = MIGRATIONS) -> bool:
    """Say whether the library is older than the program."""
    return bool(migrations.pending(db))


def migrate(path: Path, migrations: Migrations = MIGRATIONS) -> None:
    """Bring library.db to the newest schema: a copy is migrated and verified, then takes the old one's place.

    The caller holds the writer's lock and no connection. On any failure the old library is untouched; LibraryBusy
    while another process reads it.
    """
    copy = path.with_name("library.db.migrating")
    try:
        _discard(copy)
        with storage_errors():
            _migrate_copy(path, copy, migrations)
            _replace(copy, path)
    except OSError as error:
        raise StorageFailed(
            "The library could not be brought up to date: {reason}. Nothing was changed.",
            reason=error.strerror or str(error),
        ) from error
    finally:
        with suppress(OSError):
            _discard(copy)


def verify(db: Database) -> None:
    """Run SQLite's own checks; LibraryDamaged tells the first thing they find."""
    problems = damage(db) or broken_references(db)
    if problems:
        raise LibraryDamaged(
            "The library’s database is damaged ({problem}). Put a copy from its backups folder in its place.",
            problem=problems[0],
        )


def damage(db: Database) -> list[str]:
    """Return what `quick_check` finds wrong with the file; an empty list for one whose rows can be read."""
    try:
        found = [str(row[0]) for row in db.conn.execute("PRAGMA quick_check").fetchall()]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [line for line in found if line != "ok"]


def broken_references(db: Database) -> list[str]:
    """Return which rows name another that is not there, in words."""
    broken = db.conn.execute("PRAGMA foreign_key_check").fetchall()
    return [f"{table} row {row} points nowhere" for table, row, *_ in broken]


def copy_into(db: Database, target: Path) -> None:
    """Write a compact, verified copy of the database to `target`, which appears whole or not at all."""
    temporary = target.with_name(f".{target.name}.tmp")
    _discard(temporary)
    try:
        with storage_errors(), _writing_elsewhere(db):
            db.conn.execute("VACUUM INTO ?", [str(temporary)])
        with closing(_database(temporary)) as copy:
            verify(copy)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
        sync_folder(target.parent)
    finally:
        _discard(temporary)


@contextmanager
def _writing_elsewhere(db: Database) -> Generator[None, None, None]:
    """Lift `query_only` for a statement that writes another file: SQLite counts VACUUM INTO as a write."""
    (query_only,) = db.conn.execute("PRAGMA query_only").fetchone()
    db.conn.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        db.conn.execute(f"PRAGMA query_only = {query_only}")


def _database(path: Path) -> Database:
    return Database(sqlite3.connect(path, isolation_level=None), execute_plugins=False)


def _set_pragmas(connection: sqlite3.Connection, *, write: bool) -> None:
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise NotALibrary("{path} is not a Zhupi library.", path=path.parent)
    db = Database(connection, execute_plugins=False)
    if {migration.name for migration in MIGRATIONS.applied(db)} - _known_migrations():
        raise LibraryTooNew("This library was written by a newer Zhupi. Update the program, then open it again.")


def _known_migrations() -> set[str]:
    empty = Database(memory=True, execute_plugins=False)
    return {migration.name for migration in MIGRATIONS.pending(empty)}


def _migrate_copy(path: Path, copy: Path, migrations: Migrations) -> None:
    with closing(connect(path, write=True)) as db:
        db.conn.execute("VACUUM INTO ?", [str(copy)])
    with closing(_database(copy)) as db:
        migrations.apply(db)
        verify(db)
        db.conn.execute("PRAGMA journal_mode = DELETE")


def _replace(copy: Path, path: Path) -> None:
    """Put `copy` in the place of `path`, which first takes in its -wal: a stale one would be replayed into the copy."""
    with closing(connect(path, write=True)) as db:
        db.conn.execute("PRAGMA journal_mode = DELETE")
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    copy.replace(path)
    sync_folder(path.parent)


def _discard(path: Path) -> None:
    """Remove a database that is not needed, with the files SQLite keeps beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _acted_on(error: sqlite3.OperationalError) -> LibraryError | None:
    """Return what a user can do about an error of SQLite's, or None where it is our own mistake."""
    code = error.sqlite_errorcode & 0xFF
    if code == sqlite3.SQLITE_FULL or error.sqlite_errorcode in NO_ROOM:
        return StorageFailed("The disk is full. Nothing was changed; make room, then try again.")
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return StorageFailed(
            "The disk failed or may not be written to: {reason}. Nothing was changed.", reason=error.sqlite_errorname
        )
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnly("The library was opened for reading; it cannot be changed.")
    if code == sqlite3.SQLITE_BUSY:
        return LibraryBusy("Another program is writing this library. Close it there, then try again.")
    return _damaged(error) if code in _UNSOUND else None


def _unusable(error: sqlite3.DatabaseError, path: Path) -> LibraryError:
    if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_NOTADB:
        return NotALibrary("{path} is not a Zhupi library.", path=path.parent)
    known = _acted_on(error) if isinstance(error, sqlite3.OperationalError) else None
    return known or _damaged(error)


def _damaged(error: sqlite3.DatabaseError) -> LibraryDamaged:
    return LibraryDamaged(
        "The library’s database is damaged ({problem}). Put a copy from its backups folder in its place.",
        problem=error,
    )
