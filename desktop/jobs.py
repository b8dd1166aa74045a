"""Long work on worker threads: its progress, its cancel, its result on the main thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from library.errors import LibraryError
from library.progress import Cancelled, Progress

T = TypeVar("T")

_REPORT_SECONDS = 0.05
_SURE_SECONDS = 2.0
"""How long work must have gone on before it is said how long the rest takes."""
_QUIET_SECONDS = 0.5
"""How long work may take that nobody asked for before it is shown."""


class Job(QObject):
    """One piece of long work. `done` of `total` steps are finished, `name` is being worked on."""

    progressed = Signal()
    shown = Signal(object)
    """Work that began quietly has gone on for a while. Carries the `Job`."""

    _reported = Signal(int, int, str)

    def __init__(self, title: str, parent: QObject, *, quietly: bool) -> None:
        super().__init__(parent)
        self.title = title
        self.quiet = quietly
        self.done = 0
        self.total = 0
        self.name = ""
        self.progress = Progress(self._report)
        self._begun = time.monotonic()
        self._next_report = time.monotonic() + _QUIET_SECONDS if quietly else 0.0
        self._reported.connect(self._show)

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take if it goes on as it went; None as long as that cannot be told."""
        gone = time.monotonic() - self._begun
        if gone < _SURE_SECONDS or not 0 < self.done < self.total:
            return None
        return gone * (self.total - self.done) / self.done

    def cancel(self) -> None:
        """Ask the work to stop; what it has finished stays."""
        self.progress.cancel()

    def _report(self, done: int, total: int, name: str) -> None:
        """Pass progress on to the main thread, at most some twenty times a second."""
        moment = time.monotonic()
        if moment >= self._next_report or (done == total and not self.quiet):
            self._next_report = moment + _REPORT_SECONDS
            self._reported.emit(done, total, name)

    def _show(self, done: int, total: int, name: str) -> None:
        self.done, self.total, self.name = done, total, name
        was_quiet, self.quiet = self.quiet, False
        if was_quiet:
            self.shown.emit(self)
        self.progressed.emit()


class Jobs(QObject):
    """The work that is under way."""

    started = Signal(object)
    """Carries the `Job`."""
    finished = Signal(object)
    """Carries the `Job`, whether it was done, cancelled or failed."""
    failed = Signal(object)
    """Carries the `LibraryError` that ended a job."""

    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = ThreadPoolExecutor(max_workers=3, thread_name_prefix="job")
        self._running: list[Job] = []
        # Always queued: the work may be done before `start` returns.
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way that are shown, the oldest first."""
        return tuple(job for job in self._running if not job.quiet)

    def start(
        self,
        title: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None] | None = None,
        *,
        quietly: bool = False,
    ) -> Job:
        """Run `work` on a worker thread; `then` gets its result on the main thread, unless it stopped or failed.

        What begins `quietly` is not shown, and `started` not emitted, before it has gone on for a while.
        """
        job = Job(title, self, quietly=quietly)
        self._running.append(job)
        if quietly:
            job.shown.connect(self.started)
        else:
            self.started.emit(job)
        self._workers.submit(work, job.progress).add_done_callback(lambda done: self._ended.emit(job, done, then))
        return job

    def shut_down(self) -> None:
        """Cancel all work and wait for it to stop: for the end of the program."""
        for job in self._running:
            job.cancel()
        self._workers.shutdown()

    def _deliver(self, job: Job, done: Future[Any], then: Callable[[Any], None] | None) -> None:
        self._running.remove(job)
        self.finished.emit(job)
        job.deleteLater()
        error = done.exception()
        if isinstance(error, LibraryError):
            self.failed.emit(error)
        elif error is not None and not isinstance(error, Cancelled):
            raise error
        elif error is None and then is not None:
            then(done.result())
