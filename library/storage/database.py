"""Connections to library.db: opened, migrated, checked, copied."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

from library.errors import LibraryDamaged, LibraryError, LibraryTooNew, NotALibrary, ReadOnly, StorageFailed
from library.storage.files import sync_folder
from library.storage.migrations import APPLICATION_ID, MIGRATIONS

_BUSY_MILLISECONDS = 5000


def connect(path: Path, *, write: bool) -> Database:
    """Open an existing library.db; NotALibrary, LibraryDamaged or LibraryTooNew if it cannot be used."""
    if not path.is_file():
        raise NotALibrary("There is no library at {path}.", path=path.parent)
    try:
        connection = _open_for_writing(path) if write else _open_for_reading(path)
        _refuse_foreign(connection, path)
        _set_pragmas(connection, write=write)
    except sqlite3.DatabaseError as error:
        raise _unusable(error, path) from error
    return Database(connection, execute_plugins=False)


def create(path: Path) -> Database:
    """Make a new library.db at `path` with the newest schema."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _set_pragmas(connection, write=True)
    db = Database(connection, execute_plugins=False)
    MIGRATIONS.apply(db)
    return db


@contextmanager
def storage_errors() -> Generator[None, None, None]:
    """Turn what SQLite says of a full, failing or read-only disk into errors a user can act on."""
    try:
        yield
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_FULL:
            raise StorageFailed("The disk is full. Nothing was changed; make room, then try again.") from error
        if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
            raise StorageFailed(
                "The disk failed while the library was written: {reason}. Nothing was changed.", reason=error
            ) from error
        if code == sqlite3.SQLITE_READONLY:
            raise ReadOnly("The library was opened for reading; it cannot be changed.") from error
        raise


def is_pending(db: Database, migrations: Migrations = MIGRATIONS) -> bool:
    """Say whether the library is older than the program."""
    return bool(migrations.pending(db))


def migrate(path: Path, migrations: Migrations = MIGRATIONS) -> None:
    """Bring library.db to the newest schema: a copy is migrated and verified, then takes the old one's place.

    The caller holds the writer's lock and no connection. On any failure the old library is untouched.
    """
    copy = path.with_name("library.db.migrating")
    copy.unlink(missing_ok=True)
    try:
        with closing(connect(path, write=True)) as db:
            db.conn.execute("VACUUM INTO ?", [str(copy)])
        with closing(_database(copy)) as db, storage_errors():
            migrations.apply(db)
            verify(db)
            db.conn.execute("PRAGMA journal_mode = DELETE")
        _replace(copy, path)
    finally:
        copy.unlink(missing_ok=True)


def verify(db: Database) -> None:
    """Run SQLite's own checks; LibraryDamaged tells the first thing they find."""
    try:
        problems = integrity_problems(db)
    except sqlite3.DatabaseError as error:
        problems = [str(error)]
    if problems:
        raise LibraryDamaged(
            "The library’s database is damaged ({problem}). Put a copy from its backups folder in its place.",
            problem=problems[0],
        )


def integrity_problems(db: Database) -> list[str]:
    """Return what `quick_check` and `foreign_key_check` find; an empty list for a sound database."""
    found = [row[0] for row in db.conn.execute("PRAGMA quick_check").fetchall()]
    broken = db.conn.execute("PRAGMA foreign_key_check").fetchall()
    return [line for line in found if line != "ok"] + [f"{table} row {row} points nowhere" for table, row, *_ in broken]


def copy_into(db: Database, target: Path) -> None:
    """Write a compact, verified copy of the database to `target`, which appears whole or not at all."""
    temporary = target.with_name(f".{target.name}.tmp")
    temporary.unlink(missing_ok=True)
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
        temporary.unlink(missing_ok=True)


@contextmanager
def _writing_elsewhere(db: Database) -> Generator[None, None, None]:
    """Lift `query_only` for a statement that writes another file: SQLite counts VACUUM INTO as a write."""
    (query_only,) = db.conn.execute("PRAGMA query_only").fetchone()
    db.conn.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        db.conn.execute(f"PRAGMA query_only = {query_only}")


def _open_for_writing(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


def _open_for_reading(path: Path) -> sqlite3.Connection:
    """Open for reading; where the folder cannot be written, as an immutable file, for WAL needs its -shm file."""
    if os.access(path.parent, os.W_OK) and os.access(path, os.W_OK):
        connection = _open_for_writing(path)
        connection.execute("PRAGMA query_only = ON")
        return connection
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise ReadOnly("The library’s folder cannot be written and holds unfinished work. Copy it, then open the copy.")
    return sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)


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
    known = {migration.name for migration in MIGRATIONS.pending(db)} | _names()
    if any(migration.name not in known for migration in MIGRATIONS.applied(db)):
        raise LibraryTooNew("This library was written by a newer Zhupi. Update the program, then open it again.")


def _names() -> set[str]:
    empty = Database(memory=True, execute_plugins=False)
    return {migration.name for migration in MIGRATIONS.pending(empty)}


def _replace(copy: Path, path: Path) -> None:
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    copy.replace(path)
    sync_folder(path.parent)


def _unusable(error: sqlite3.DatabaseError, path: Path) -> LibraryError:
    if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_NOTADB:
        return NotALibrary("{path} is not a Zhupi library.", path=path.parent)
    if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
        return StorageFailed("The library at {path} cannot be read: {reason}.", path=path.parent, reason=error)
    return LibraryDamaged(
        "The library’s database is damaged ({problem}). Put a copy from its backups folder in its place.",
        problem=error,
    )
