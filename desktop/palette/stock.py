"""The entries of the palette, each kind with its index; how names are spelled is worked out beside the main thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desktop.palette.entries import KINDS, Entry, EntryIndex, Kind, offered

AT_ONCE = 400
"""Names that are spelled on the main thread, once the readings are loaded: it takes some milliseconds."""

MANY = 2000
"""Entries of which even those found as they are written are made ready beside the main thread."""


class _Spelling(QRunnable):
    """Makes an index on a thread of the pool."""

    def __init__(self, kind: Kind, entries: tuple[Entry, ...], stock: Stock) -> None:
        super().__init__()
        self._kind = kind
        self._entries = entries
        self._stock = stock

    def run(self) -> None:
        if len(self._entries) > MANY:
            self._stock.spelled.emit(self._kind, EntryIndex(self._entries, spelled=False))
        self._stock.spelled.emit(self._kind, EntryIndex(self._entries, spelled=True))


class Stock(QObject):
    """What can be found now, of equals the first of `kinds` first. `improved`: more is found by pinyin than before."""

    improved = Signal()
    spelled = Signal(str, object)
    """Carries a kind and its finished `EntryIndex`, from the thread that made it."""

    def __init__(self, parent: QObject | None = None, kinds: Sequence[Kind] = KINDS) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._indexes: dict[Kind, EntryIndex] = {}
        self._wanted: dict[Kind, tuple[Entry, ...]] = {}
        self._warm = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.spelled.connect(self._take)

    def set(self, kind: Kind, entries: Sequence[Entry]) -> None:
        """Say what there is of one kind, in its order."""
        wanted = tuple(entries)
        if self._wanted.get(kind) == wanted:
            return
        at_once = self._warm and sum(len(entry.names) for entry in wanted) <= AT_ONCE
        self._wanted[kind] = wanted
        if len(wanted) <= MANY:
            self._indexes[kind] = EntryIndex(wanted, spelled=at_once)
        if wanted and not at_once:
            self._pool.start(_Spelling(kind, wanted, self))

    def find(self, query: str, recent: Sequence[str]) -> list[Entry]:
        """Return the entries to offer for what is typed."""
        return offered(query, self._indexes, recent, self._kinds)

    def wait(self) -> None:
        """Wait for the thread that spells, so that nothing outlives this object."""
        self._pool.clear()
        self._pool.waitForDone()

    def _take(self, kind: Kind, index: EntryIndex) -> None:
        self._warm = True
        if self._wanted[kind] is index.entries:
            self._indexes[kind] = index
            self.improved.emit()
