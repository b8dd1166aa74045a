"""A search of one text in the background: hits arrive in batches, and a later search ends an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.reader.hits import Hits

if TYPE_CHECKING:
    from library.storage.texts import ReadingText

_WORK = 0.003
_REST = 0.001
"""Seconds that a search works, and then leaves the interpreter to the window."""
_INTERVAL = 0.05
"""Seconds between two batches: while events come faster than they are dealt with, Qt deals with nothing else."""


class Finder(QObject):
    """Runs one search at a time. Batches of a search that was cancelled are not passed on."""

    found = Signal(object)
    """Carries some more `Hits`, between whose first and last no others are."""
    finished = Signal()

    _batch = Signal(int, object)
    _done = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._search: _Search | None = None
        self._thread: Thread | None = None
        self._batch.connect(self._pass_on)
        self._done.connect(self._end)

    @property
    def running(self) -> bool:
        """Whether a search is going on."""
        return self._thread is not None

    def start(self, text: ReadingText, query: str, *, first: int = 0, exact: bool = False) -> None:
        """Search `text` for `query`, `exact`ly as it is written; `text` must stay open until `finished` or `cancel`.

        The search goes round from the beginning of the block that holds code point `first`.
        """
        self.cancel()
        number = self._number
        self._search = _Search(lambda hits: self._batch.emit(number, hits), lambda: self._done.emit(number))
        self._thread = Thread(target=self._search.run, args=(text, query, first, exact), daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """End the search that is going on, and wait until it has let go of the text: some milliseconds."""
        self._number += 1
        if self._search is not None and self._thread is not None:
            self._search.stop()
            self._thread.join()
            self._search = self._thread = None

    def _pass_on(self, number: int, batch: Hits) -> None:
        if number == self._number:
            self.found.emit(batch)

    def _end(self, number: int) -> None:
        if number == self._number and self._thread is not None:
            self._thread.join()
            self._search = self._thread = None
            self.finished.emit()


class _Search:
    """One search, in its thread: it rests now and then, hands over its first hits at once, the others in batches."""

    def __init__(self, hand_over: Callable[[Hits], None], end: Callable[[], None]) -> None:
        self._hand_over = hand_over
        self._end = end
        self._stop = Event()
        self._hits = Hits()
        self._handed_over = 0.0
        self._resumed = perf_counter()

    def run(self, text: ReadingText, query: str, first: int, exact: bool) -> None:
        """Search all of `text`, unless stopped."""
        from library.search.passages import find_passages

        before = 0
        for batch in find_passages(text, query, exact=exact, first=first, cancelled=self._pause):
            if batch[0][0] < before:
                self._deliver()  # the search has gone round: what it found ahead is one batch, what follows another
            self._hits.extend(batch)
            before = batch[-1][0]
        self._deliver()
        self._end()

    def stop(self) -> None:
        """Make the search end soon."""
        self._stop.set()

    def _pause(self) -> bool:
        """Hand over what there is and rest, if it is time to; say whether the search is to end."""
        now = perf_counter()
        if now - self._handed_over >= _INTERVAL and self._deliver():
            self._handed_over = now
        if now - self._resumed >= _WORK:
            self._stop.wait(_REST)
            self._resumed = perf_counter()
        return self._stop.is_set()

    def _deliver(self) -> bool:
        """Hand over the hits there are and say whether there were any."""
        hits, self._hits = self._hits, Hits()
        if len(hits):
            self._hand_over(hits)
        return len(hits) > 0
