"""The index kept right: opened, filled with what is wanted, made again where it does not fit."""

import sqlite3
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager

from library.errors import IndexDamaged, StorageFailed
from library.search.index import Index
from library.storage.texts import TextStore

Report = Callable[[int, int], None]


class Keeper:
    """Keeps the index of a library's texts, a file of its own; used by one thread at a time.

    Threads and processes may each have one: what one of them has put in, the others find there.
    """

    def __init__(self, texts: TextStore) -> None:
        self._texts = texts
        self._opened: Index | None = None

    @property
    def index(self) -> Index:
        """The index, opened when it is first asked for, and again where its file was taken away.

        Where it cannot be on the disk, one without a name, which is empty and goes when it is closed.
        """
        if self._opened is not None and not self._opened.is_in_place:
            self.close()
        if self._opened is None:
            try:
                self._opened = Index(self._texts.index_path)
            except (OSError, sqlite3.OperationalError):
                self._opened = Index(None)
        return self._opened

    def add(self, wanted: Sequence[tuple[str, str]]) -> None:
        """Put in documents, pairs of an id and the hash of a text.

        StorageFailed if the disk does not take it, IndexDamaged if the file is damaged: the next `bring_up` mends it.
        """
        index = self.index
        with self.faults(index), _writing():
            index.put(wanted, self._texts.open)

    def bring_up(self, wanted: Sequence[tuple[str, str]], stamp: str, report: Report) -> None:
        """Let the index hold exactly the documents `wanted`, the state of the library that is called `stamp`.

        A damaged one is made anew. StorageFailed if the disk does not take it; what `report` raises stops the work, of
        which what is done stays.
        """
        try:
            self._bring_up(wanted, stamp, report)
        except IndexDamaged:
            self._bring_up(wanted, stamp, report)

    def holds(self, stamp: str) -> bool:
        """Say whether the index holds the state of the library that is called `stamp`."""
        index = self.index
        try:
            with self.faults(index):
                return index.stamp() == stamp
        except IndexDamaged:
            return False

    def has(self, wanted: Mapping[str, str]) -> bool:
        """Say whether the index holds just these documents, hashes of texts by id."""
        index = self.index
        try:
            with self.faults(index):
                return {entry.document_id: entry.text_sha for entry in index.entries()} == wanted
        except IndexDamaged:
            return False

    def interrupt(self) -> None:
        """Stop what another thread asks of the index; it ends with Cancelled there."""
        if self._opened is not None:
            self._opened.interrupt()

    def close(self) -> None:
        """Close the index."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @contextmanager
    def faults(self, index: Index) -> Generator[None, None, None]:
        """Take the file of `index` away where it is damaged, for whoever comes next to make it anew, and tell of it."""
        try:
            yield
        except IndexDamaged:
            if self._opened is index:
                index.discard()
                self._opened = None
            raise

    def _bring_up(self, wanted: Sequence[tuple[str, str]], stamp: str, report: Report) -> None:
        index = self.index
        with self.faults(index), _writing():
            index.keep({document_id for document_id, _ in wanted})
            index.put(wanted, self._texts.open, report)
            index.put_stamp(stamp)


@contextmanager
def _writing() -> Generator[None, None, None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StorageFailed("The search index could not be written: {reason}.", reason=str(error)) from error
