"""What titles sort by, worked out beside the main thread where it would take long."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from library.chinese.pinyin import SortKey, matches, sort_key

AT_ONCE = 200
"""So many new titles are read on the main thread, once the dictionaries are there: it takes some milliseconds."""
PATIENCE = 300
"""Milliseconds before reading begins: a library opens and shows its text first, for loading the readings is slow."""


class _Reading(QRunnable):
    """Reads titles on a thread of the pool; reading one leaves its spelling in the cache for the filter, too."""

    def __init__(self, titles: list[str], done: "TitleKeys") -> None:
        super().__init__()
        self._titles = titles
        self._done = done

    def run(self) -> None:
        keys: dict[str, SortKey] = {}
        for title in self._titles:
            keys[title] = sort_key(title)
            matches("zhupi", title)
        if isValid(self._done):  # a window that is closed waits for its threads, and hears no more of them
            self._done.read.emit(keys)


class TitleKeys(QObject):
    """Sort keys by title. Until a title is read, it sorts by its characters, in front of those that are."""

    ready = Signal()
    read = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, SortKey] = {}
        self._pending: set[str] = set()
        self._warm = False
        self._unread: set[str] = set()
        self._start = QTimer(self, singleShot=True, interval=PATIENCE)
        self._start.timeout.connect(self._read)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.read.connect(self._take)

    @property
    def is_ready(self) -> bool:
        """Whether all titles that were asked for are read."""
        return not self._pending

    def key(self, title: str) -> SortKey:
        """Return what `title` sorts by, as far as it is known."""
        return self._keys.get(title) or ((), (), title.casefold())

    def learn(self, titles: Iterable[str]) -> None:
        """Read the titles that are new; `ready` follows where that does not happen at once."""
        new = set(titles) - self._keys.keys() - self._pending
        if self._warm and len(new) <= AT_ONCE:
            self._keys.update((title, sort_key(title)) for title in new)
        elif new:
            self._pending |= new
            self._unread |= new
            self._start.start()

    def wait(self) -> None:
        """Read nothing more and wait for the thread that reads, so that nothing outlives this object."""
        self._start.stop()
        self._pool.clear()
        self._pool.waitForDone()

    def _read(self) -> None:
        self._pool.start(_Reading(sorted(self._unread), self))
        self._unread.clear()

    def _take(self, keys: dict[str, SortKey]) -> None:
        self._keys |= keys
        self._pending -= keys.keys()
        self._warm = True
        if self.is_ready:
            self.ready.emit()
