"""Looking at the files of an import beside the main thread: at all of them once, and at the current one closely."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.translation import tr
from library.errors import LibraryError
from library.progress import Cancelled, Progress

if TYPE_CHECKING:
    from desktop.imports.batch import Entry
    from desktop.jobs import Job, Jobs
    from library.importers.base import ImportOptions
    from library.importers.sources import Source
    from library.recognised import Recognised
    from library.surveying import Surveyor


class Survey(QObject):
    """Looks at all files, as a job that can be cancelled. What was recognised comes file by file."""

    recognised = Signal(object, object)
    """Carries a `Recognised` and its `Source`."""
    finished = Signal()
    """All files were looked at."""
    ended = Signal()
    """No more comes, also where it was cancelled or failed."""

    def __init__(self, jobs: Jobs, paths: Sequence[Path], options: ImportOptions, parent: QObject) -> None:
        super().__init__(parent)
        from library.surveying import survey

        def work(progress: Progress) -> None:
            survey(paths, options, progress, self.recognised.emit)

        self._job: Job | None = jobs.start(tr("Looking at the files"), work, lambda _: self._end(done=True))
        self._over = False
        jobs.finished.connect(self._follow)

    def stop(self) -> None:
        """Look no further."""
        if self._job is not None:
            self._job.cancel()

    def _follow(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            QTimer.singleShot(0, self, lambda: self._end(done=False))

    def _end(self, *, done: bool) -> None:
        """Say once that it is over; what was recognised last was told before."""
        if self._over:
            return
        self._over = True
        if done:
            self.finished.emit()
        self.ended.emit()
        self.deleteLater()


class Rereading(QObject):
    """Reads files again as they are chosen now, one after another; those that wait when others come are not lost."""

    seen = Signal(object)
    """Carries what is recognised in a file now, its reason where it cannot be read so."""

    _told = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rereading")
        self._progress = Progress()
        self._turn = 0
        self._waiting: dict[str, Entry] = {}
        self._told.connect(self._tell)

    def read(self, entries: Sequence[Entry]) -> None:
        """Read files, and those that wait; each as it is chosen at this moment."""
        if not entries:
            return
        self._waiting |= {entry.key: entry for entry in entries}
        self._progress.cancel()
        self._progress = Progress()
        self._turn += 1
        asked = [(entry.source, entry.member, entry.options()) for entry in self._waiting.values()]
        turn, progress = self._turn, self._progress
        self._worker.submit(lambda: self._read(turn, asked, progress))

    def stop(self) -> None:
        """Read no more."""
        self._turn += 1
        self._progress.cancel()
        self._worker.shutdown(wait=False)

    def _read(self, turn: int, asked: Sequence[tuple[Source, str, ImportOptions]], progress: Progress) -> None:
        from library.surveying import Surveyor

        with closing(Surveyor()) as surveyor, suppress(Cancelled):
            for source, member, options in asked:
                self._told.emit(turn, surveyor.read(source, member, options, progress))

    def _tell(self, turn: int, recognised: Recognised) -> None:
        if turn == self._turn:
            self._waiting.pop(recognised.key, None)
            self.seen.emit(recognised)


class Looking(QObject):
    """Looks closely at one file at a time: what was asked for before is not told any more."""

    seen = Signal(object)
    """Carries what `Surveyor.look` yields of the file that was asked for last."""
    failed = Signal(object)
    """Carries the error for which it cannot be read."""
    done = Signal()

    _told = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="looking")
        self._progress = Progress()
        self._turn = 0
        self._surveyor: Surveyor | None = None
        self._told.connect(self._tell)

    def look(self, entry: Entry) -> None:
        """Look at a file as it is to be read."""
        self._progress.cancel()
        self._progress = Progress()
        self._turn += 1
        turn, source, member, options = self._turn, entry.source, entry.member, entry.options()
        progress = self._progress
        self._worker.submit(lambda: self._look(turn, source, member, options, progress))

    def stop(self) -> None:
        """Look no further."""
        self._turn += 1
        self._progress.cancel()
        self._worker.submit(self._close)
        self._worker.shutdown(wait=False)

    def _look(self, turn: int, source: Source, member: str, options: ImportOptions, progress: Progress) -> None:
        from library.importers.sources import failure
        from library.surveying import Surveyor

        self._surveyor = self._surveyor or Surveyor()
        try:
            for part in self._surveyor.look(source, member, options, progress):
                self._told.emit(turn, part)
            self._told.emit(turn, None)
        except Cancelled:
            return
        except LibraryError as error:
            self._told.emit(turn, error)
        except OSError as error:
            self._told.emit(turn, failure(error))

    def _close(self) -> None:
        if self._surveyor is not None:
            self._surveyor.close()

    def _tell(self, turn: int, told: object) -> None:
        if turn != self._turn:
            return
        if told is None:
            self.done.emit()
        elif isinstance(told, LibraryError):
            self.failed.emit(told)
        else:
            self.seen.emit(told)
