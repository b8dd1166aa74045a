"""A library: opened, read and written through its sections, closed."""

import os
import shutil
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlite_utils import Database

from library.annotation.bookmarks import Bookmarks
from library.annotation.codebook import Codebook
from library.annotation.excerpts import Excerpts
from library.annotation.highlights import Highlights
from library.annotation.hitmarks import HitMarks
from library.annotation.links import Links
from library.annotation.memos import Memos
from library.annotation.notes import Notes
from library.annotation.pens import Pens
from library.annotation.retrieval import Retrieval
from library.annotation.tags import Tags
from library.changes import Changes, Label
from library.checking import problems
from library.collections import Collections
from library.describing import Fields
from library.documents import Documents
from library.errors import LibraryError, NotALibrary, StorageFailed
from library.glossary import Glossary
from library.markups import Markups
from library.originals import Originals
from library.outlines import Outlines
from library.pronunciations import Pronunciations
from library.readings import Readings
from library.repairs import Repairs
from library.smart import SmartCollections
from library.speakers import Speakers
from library.storage import database
from library.storage.backup import Backups
from library.storage.files import sync_folder
from library.storage.journal import Journal
from library.storage.lock import WriterLock
from library.storage.state import State
from library.storage.store import Store
from library.storage.texts import TextStore
from library.terms import Terms

if TYPE_CHECKING:
    from library.searching import Search

FOLDERS = ("texts", "originals", "cache", "backups")


class Library:
    """One library on disk and its sections. Made by `create` and `open`; used by one thread at a time.

    `warnings` are what went wrong at opening without stopping it, such as a backup for which there was no room.
    """

    def __init__(self, path: Path, db: Database, lock: WriterLock | None) -> None:
        self.path = path
        self.warnings: list[LibraryError] = []
        self._db = db
        self._lock = lock
        store = Store(db)
        self.texts = TextStore(path)
        self.journal = Journal(store)
        self.documents = Documents(store, self.journal, self.texts)
        self.originals = Originals(self.documents, self.texts)
        self.fields = Fields(store, self.journal)
        self.collections = Collections(store, self.journal)
        self.tags = Tags(store, self.journal)
        self.notes = Notes(store, self.journal)
        self.highlights = Highlights(store, self.journal, self.documents, self.tags, self.notes)
        self.hitmarks = HitMarks(store, self.journal, self.documents, self.tags)
        self.bookmarks = Bookmarks(store, self.journal, self.documents)
        self.links = Links(store, self.journal)
        self.pens = Pens(store, self.journal)
        self.memos = Memos(store, self.journal)
        self.smart = SmartCollections(store, self.journal)
        self.codebook = Codebook(store, self.tags)
        self.markups = Markups(store)
        self.outlines = Outlines(store, self.journal, self.documents, self.texts)
        self.speakers = Speakers(store, self.journal, self.documents, self.texts)
        self.repairs = Repairs(store, self.documents, self.texts)
        self.excerpts = Excerpts(store, self.texts, self.outlines, self.speakers, self.documents)
        self.retrieval = Retrieval(store, self.texts, self.speakers)
        self.readings = Readings(store)
        self.terms = Terms(store, self.journal)
        self.pronunciations = Pronunciations(store, self.journal)
        self.glossary = Glossary(store, self.journal)
        self.state = State(db)
        self._store = store
        self._backups = Backups(path / "backups")
        self.id = database.library_id(db)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a library in the folder `path`, which must be missing or empty; NotALibrary otherwise."""
        path = Path(path).absolute()
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise NotALibrary("{path} is there already and is not an empty folder. Choose another name.", path=path)
        building = path.with_name(f".{path.name}-{os.getpid()}-{os.urandom(4).hex()}")
        try:
            _build(building)
            if path.is_dir():
                path.rmdir()
            building.rename(path)
            sync_folder(path.parent)
        except OSError as error:
            raise StorageFailed(
                "No library could be made at {path}: {reason}.", path=path, reason=error.strerror or str(error)
            ) from error
        finally:
            shutil.rmtree(building, ignore_errors=True)
        return cls.open(path, backup=False)

    @classmethod
    def open(cls, path: Path, *, write: bool = True, wait: float = 0.0, backup: bool = True) -> Self:
        """Open the library at `path`.

        For writing, its lock is taken, waiting up to `wait` seconds (LibraryBusy); after a crash its database is
        checked (LibraryDamaged); an older one is backed up and migrated; and unless `backup` is False a copy is made
        when the newest is over a day old. LibraryTooNew, NotALibrary, StorageFailed or ReadOnly if it cannot be used.
        """
        path = Path(path).absolute()
        if not write:
            return cls(path, _connect_reading(path), None)
        database.connect(path / "library.db", write=False).close()
        lock = WriterLock(path)
        clean = lock.acquire(wait)
        with ExitStack() as on_failure:
            on_failure.callback(lock.release, clean=clean)
            _migrate_if_older(path)
            db = database.connect(path / "library.db", write=True)
            on_failure.callback(db.close)
            if not clean:
                database.verify(db)
            library = cls(path, db, lock)
            on_failure.pop_all()
        if backup:
            try:
                library.backup_if_due()
            except LibraryError as error:
                library.warnings.append(error)
        return library

    @cached_property
    def search(self) -> "Search":
        """The section that answers queries; what it needs is loaded with the first one."""
        from library.searching import Search

        return Search(self._store, self.texts, self.path, self.speakers)

    @property
    def writable(self) -> bool:
        """Whether this library was opened for writing."""
        return self._lock is not None

    @property
    def revision(self) -> int:
        """A number that grows with every operation, undo and redo."""
        return self.journal.revision

    def undo(self) -> Changes:
        """Take back the last operation; NothingToUndo if there is none."""
        return self.journal.undo()

    def redo(self) -> Changes:
        """Do the last undone operation again; NothingToUndo if there is none."""
        return self.journal.redo()

    def check(self) -> list[str]:
        """Return what is wrong with the library, in words: an empty list when it is sound."""
        return problems(self._db, self._store, self.texts)

    def backup(self) -> Path:
        """Write a verified copy of the database into the backups folder and return its path."""
        return self._backups.make(self._db)

    def backup_if_due(self) -> Path | None:
        """Make a backup when the newest is over a day old or there is none; return its path, or None."""
        return self.backup() if self._backups.is_due() else None

    @property
    def data_version(self) -> int:
        """A number that differs once another connection has changed the database."""
        return database.data_version(self._db)

    def everything(self) -> Changes:
        """Return the changes of a library in which everything may be another: for who follows another writer."""
        keys = self._store.all_keys()
        documents = frozenset(key[0] for key in keys["document"])
        return Changes(Label("Changes from another window"), keys, documents)

    def close(self) -> None:
        """Close the library and let others write it."""
        if "search" in self.__dict__:
            self.search.close()
        self._db.close()
        if self._lock is not None:
            self._lock.release()


def _build(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in FOLDERS:
        (folder / name).mkdir()
    with database.storage_errors():
        database.create(folder / "library.db").close()


def _connect_reading(path: Path) -> Database:
    db = database.connect(path / "library.db", write=False)
    if database.is_pending(db):
        db.close()
        raise NotALibrary("This library is of an older version. Open it for writing once to bring it up to date.")
    return db


def _migrate_if_older(path: Path) -> None:
    db = database.connect(path / "library.db", write=False)
    try:
        older = database.is_pending(db)
        if older:
            Backups(path / "backups").make(db, before_migration=True)
    finally:
        db.close()
    if older:
        database.migrate(path / "library.db")
