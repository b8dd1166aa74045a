"""A search of one text in the background: hits arrive in batches, and a later search ends an earlier one."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from library.storage.texts import ReadingText


class Finder(QObject):
    """Runs one search at a time. Batches of a search that was cancelled are not passed on."""

    found = Signal(list)
    """Some more hits in the order of the text, as (start, end) in code points."""
    finished = Signal()

    _batch = Signal(int, list)
    _done = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._stop = Event()
        self._thread: Thread | None = None
        self._batch.connect(self._pass_on)
        self._done.connect(self._end)

    @property
    def running(self) -> bool:
        """Whether a search is going on."""
        return self._thread is not None

    def start(self, text: ReadingText, query: str, *, exact: bool = False) -> None:
        """Search `text` for `query`, `exact`ly as it is written; `text` must stay open until `finished` or `cancel`."""
        self.cancel()
        self._stop = Event()
        self._thread = Thread(target=self._search, args=(self._number, text, query, exact, self._stop), daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """End the search that is going on, and wait until it has let go of the text: some milliseconds."""
        self._number += 1
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _search(self, number: int, text: ReadingText, query: str, exact: bool, stop: Event) -> None:
        from library.search.passages import find_passages

        for batch in find_passages(text, query, exact=exact, cancelled=stop.is_set):
            self._batch.emit(number, batch)
        self._done.emit(number)

    def _pass_on(self, number: int, batch: list[tuple[int, int]]) -> None:
        if number == self._number:
            self.found.emit(batch)

    def _end(self, number: int) -> None:
        if number == self._number and self._thread is not None:
            self._thread.join()
            self._thread = None
            self.finished.emit()
