"""The search index kept up while a library is open, as work in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.importing import Importing
    from desktop.jobs import Job, Jobs
    from desktop.session import Session
    from library.changes import Changes
    from library.progress import Progress

AFTER_OPENING = 2000
"""Milliseconds in which an opened library is first read and shown."""
AFTER_CHANGES = 300
"""Milliseconds of rest after documents have come, gone or come back."""


class Indexing(QObject):
    """Brings the index up to what is in the library, and makes it again where it is missing or damaged.

    An import writes into the index itself; what it could not write is made up for when it has ended.
    """

    done = Signal()
    """The index holds what was in the library."""

    def __init__(self, session: Session, jobs: Jobs, importing: Importing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._importing = importing
        self._job: Job | None = None
        self._wanted = False
        self._failed = False
        """Whether the last job did not come to its end, or has not yet."""
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._begin)
        session.opened.connect(lambda: self._start(AFTER_OPENING))
        session.changed.connect(self._follow)
        session.closing.connect(self._stop)
        jobs.finished.connect(self._go_on)

    def mend(self) -> None:
        """Bring the index up now: it was found to lack something. What failed is not tried again before a change."""
        if not self._failed:
            self._waiting.start(0)

    def _start(self, delay: int) -> None:
        self._failed = False
        self._waiting.start(delay)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("document"):
            self._start(AFTER_CHANGES)

    def _begin(self) -> None:
        library = self._session.library
        if library is None:
            return
        if self._job is not None or self._importing.is_running:
            self._wanted = True
            return
        self._wanted, self._failed = False, True
        path = library.path
        title = tr("Making the search index")
        self._job = self._jobs.start(title, lambda progress: _update(path, progress), self._end, quietly=True)

    def _end(self, _: None) -> None:
        self._failed = False
        self.done.emit()

    def _go_on(self, job: Job) -> None:
        if job is self._job:
            self._job = None
        if self._wanted and self._job is None:
            self._waiting.start(0)

    def _stop(self) -> None:
        self._waiting.stop()
        self._wanted = False
        if self._job is not None:
            self._job.cancel()


def _update(path: Path, progress: Progress) -> None:
    """Let the index hold the texts of a library; where none can be kept on the disk, each search makes its own."""
    from library.library import Library

    library = Library.open(path, write=False)
    try:
        if library.search.is_kept:
            library.search.update(progress)
    finally:
        library.close()
