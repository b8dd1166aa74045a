"""How often what is selected stands in the whole library, counted beside the window and said in its last line."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from library.errors import IndexDamaged, LibraryError
from library.progress import Cancelled, Progress

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library
    from library.searching import Count, Search

LEAST, MOST = 2, 30
"""Code points of a selection that is counted."""
REST = 60
"""Milliseconds of rest in selecting before it is counted: fewer than between two steps of a selection by key."""
WORK, BREATH = 0.004, 0.001
"""Seconds that a count works, and then leaves the interpreter to the window."""


class Counting(QObject):
    """Counts one text after another: what is asked for next stops what is being counted."""

    counted = Signal(object)
    """Carries the `Count` of what was asked for last, or None while there is none."""
    index_wanted = Signal()
    """The index lacks something: there can be no count before it is made up."""

    _ended = Signal(int, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._session = session
        self._worker: ThreadPoolExecutor | None = None
        self._counter: _Counter | None = None
        self._progress = Progress()
        self._number = 0
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._begin)
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)
        session.closing.connect(self.close)
        session.changed.connect(self._follow)

    def look(self, pane: ReaderPane) -> None:
        """Count what is selected in a pane; nothing where that is too short, too long, or of signs alone."""
        span = pane.selection()
        self.ask(pane.selected_text() if span is not None and LEAST <= span[1] - span[0] <= MOST else "")

    def ask(self, text: str) -> None:
        """Count a text once no other is asked for."""
        text = text if any(character.isalnum() for character in text) else ""
        if text == self.text:
            return
        self._stop()
        self.text = text
        self.counted.emit(None)
        if text:
            self._resting.start()

    def renew(self) -> None:
        """Count again what was asked for last: there may be more of it, or less."""
        if self.text:
            self._stop()
            self._resting.start()

    def close(self) -> None:
        """End what is being counted and let go of the library."""
        self.ask("")
        worker, counter = self._worker, self._counter
        self._worker = self._counter = None
        if worker is not None and counter is not None:
            worker.submit(counter.close)
            worker.shutdown()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("document"):
            self.renew()

    def _stop(self) -> None:
        self._number += 1
        self._resting.stop()
        self._progress.cancel()
        if self._counter is not None:
            self._counter.interrupt()

    def _begin(self) -> None:
        library = self._session.library
        if library is None:
            return
        if self._worker is None or self._counter is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="count")
            self._counter = _Counter(library.path)
        self._progress = Progress(self._counter.breathe)
        number = self._number
        future = self._worker.submit(self._counter.count, self.text, self._progress)
        future.add_done_callback(lambda done: self._ended.emit(number, done))

    def _take(self, number: int, done: Future[Count | None]) -> None:
        error = done.exception()
        if error is not None and not isinstance(error, LibraryError | Cancelled):
            raise error
        if number != self._number or isinstance(error, Cancelled):
            return
        count = None if error is not None else done.result()
        self.counted.emit(count)
        if count is None and (error is None or isinstance(error, IndexDamaged)):
            self.index_wanted.emit()


class _Counter:
    """A connection of its own to a library; all methods but `interrupt` belong to one thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._library: Library | None = None
        self._search: Search | None = None
        self._resumed = 0.0

    def count(self, text: str, progress: Progress) -> Count | None:
        """Return how often a text stands in the library, or None while the index lacks something."""
        progress.report(0, 0)
        if self._library is None:
            from library.library import Library

            self._library = Library.open(self._path, write=False)
        search = self._search = self._library.search
        return None if search.is_kept and not search.is_current else search.count(text, progress)

    def breathe(self, *_: object) -> None:
        """Leave the interpreter to the window now and then."""
        if time.perf_counter() - self._resumed >= WORK:
            time.sleep(BREATH)
            self._resumed = time.perf_counter()

    def interrupt(self) -> None:
        """Stop what is being counted, from another thread: its `progress` is to be cancelled before."""
        if self._search is not None:
            self._search.interrupt()

    def close(self) -> None:
        if self._library is not None:
            self._library.close()
        self._library = self._search = None
