"""The only bridge between a library and Qt: a writer thread, a reading connection, a thread that looks up, signals."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal

from desktop.asking import Asker
from desktop.known import Known
from library.changes import Changes
from library.elements import Marks
from library.errors import LibraryError, ReadOnly
from library.headings import Outline
from library.speeches import Speeches

if TYPE_CHECKING:
    from library.library import Library

T = TypeVar("T")

_POLL_MILLISECONDS = 1000


class Session(QObject):
    """The library that is open in the window.

    Verbs that write run one after another on the writer thread; what they changed arrives on the main thread as
    `changed`, before the verb's own `then`. `library` is the main thread's reading connection.
    """

    opened = Signal()
    closing = Signal()
    """The library is about to be closed: what is not yet handed to the writer must be handed over now."""
    closed = Signal()
    changed = Signal(object)
    """Carries the `Changes` of an operation, an undo or a redo."""
    failed = Signal(object)
    """Carries the `LibraryError` of a verb that could not be done."""
    refused = Signal(object, object)
    """Carries the path of a library that could not be opened, and the `LibraryError` that says why."""

    _altered = Signal(object)
    _finished = Signal(object, object, object)
    _loaded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library: Library | None = None
        self._writing: Library | None = None
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._asker = Asker(self)
        self.outlines = Known[Outline](self, lambda library: library.outlines, "heading")
        self.markups = Known[Marks](self, lambda library: library.markups, "markup")
        self.speakers = Known[Speeches](self, lambda library: library.speakers, "speaker", "speaker_name")
        self._opening = Path()
        self._loading: Future[Library] | None = None
        self._version = 0
        self._poll = QTimer(self, interval=_POLL_MILLISECONDS)
        self._poll.timeout.connect(self._follow)
        # Always queued: a future that is done already calls back on this thread, and must not overtake its changes.
        queued = Qt.ConnectionType.QueuedConnection
        self._altered.connect(self._relay, queued)
        self._finished.connect(self._deliver, queued)
        self._loaded.connect(self._settle, queued)

    @property
    def writable(self) -> bool:
        """Whether the open library can be changed from here."""
        return self._writing is not None

    def open(self, path: Path, *, write: bool = True) -> None:
        """Close what is open and open the library at `path`; `opened` or `refused` follows."""
        self.close()
        self._load(path, lambda: _open(path, write=write))

    def create(self, path: Path) -> None:
        """Close what is open, make a library at `path` and open it; `opened` or `refused` follows."""
        self.close()
        self._load(path, lambda: _create(path))

    def close(self) -> None:
        """Finish what is being written and close the library; one that is still being opened is closed too."""
        loading, self._loading = self._loading, None
        if loading is not None and loading.exception() is None:
            self._writer.submit(loading.result().close).result()
        if self.library is None:
            return
        self.closing.emit()
        self.flush()
        self._poll.stop()
        self._asker.close()
        reading, writing = self.library, self._writing
        self.library = self._writing = None
        self.closed.emit()
        reading.close()
        if writing is not None:
            self._writer.submit(writing.close).result()

    def shut_down(self) -> None:
        """Close the library and end the writer thread: for the end of the program."""
        self.close()
        self._asker.shut_down()
        self._writer.shutdown()

    def write(
        self,
        verb: Callable[[Library], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[LibraryError], None] | None = None,
    ) -> None:
        """Run `verb` on the writer thread; `then` gets its result on the main thread.

        Without `refused`, `failed` tells an error.
        """
        future = self._writer.submit(_run, verb, self._writing)
        future.add_done_callback(lambda done: self._finished.emit(done, then, refused or self.failed.emit))

    def submit(self, verb: Callable[[Library], T]) -> T:
        """Run `verb` on the writer thread and wait for its result: for worker threads, never for the main thread."""
        return self._writer.submit(_run, verb, self._writing).result()

    def ask(
        self,
        key: str,
        answer: Callable[[Library], T],
        then: Callable[[T], None],
        refused: Callable[[LibraryError], None] | None = None,
    ) -> None:
        """Have something looked up beside the main thread; `then` gets it here, unless it is asked anew before.

        What was asked anew under the same key is not told any more. Without `refused`, `failed` tells an error.
        """
        if self.library is not None:
            self._asker.ask(self.library.path, key, answer, then, refused or self.failed.emit)

    def withdraw(self, key: str) -> None:
        """Want no answer any more to what was asked under this key."""
        self._asker.withdraw(key)

    def undo(self) -> None:
        """Take back the last step."""
        self.write(lambda library: library.undo())

    def redo(self) -> None:
        """Do the last undone step again."""
        self.write(lambda library: library.redo())

    def flush(self) -> None:
        """Wait until everything handed to the writer is done and has been delivered here."""
        self._writer.submit(lambda: None).result()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _load(self, path: Path, opening: Callable[[], Library]) -> None:
        self._opening = path
        self._loading = self._writer.submit(opening)
        self._loading.add_done_callback(self._loaded.emit)

    def _begin(self, library: Library) -> None:
        if library.writable:
            self._writing = library
            self.library = _open(library.path, write=False)
            self.library.journal.session = library.journal.session
            library.journal.listeners.append(self._altered.emit)
            self.write(lambda writing: writing.backup_if_due())
        else:
            self.library = library
            self._version = library.data_version
            self._poll.start()
        for section in (self.library.outlines, self.library.speakers, self.library.markups):
            section.waits = False
        self.opened.emit()

    def _settle(self, done: Future[Library]) -> None:
        if done is not self._loading:
            return
        self._loading = None
        error = done.exception()
        if isinstance(error, LibraryError):
            self.refused.emit(self._opening, error)
        elif error is not None:
            raise error
        else:
            self._begin(done.result())

    def _relay(self, changes: Changes) -> None:
        if self.library is not None:
            self.changed.emit(changes)

    def _deliver(
        self, done: Future[Any], then: Callable[[Any], None] | None, refused: Callable[[LibraryError], None]
    ) -> None:
        error = done.exception()
        if isinstance(error, LibraryError):
            refused(error)
        elif error is not None:
            raise error
        elif then is not None:
            then(done.result())

    def _follow(self) -> None:
        """Show what another process wrote into a library that is open here for reading."""
        if self.library is not None and self.library.data_version != self._version:
            self._version = self.library.data_version
            self.changed.emit(self.library.everything())


def _run(verb: Callable[[Library], T], writing: Library | None) -> T:
    """Run `verb` on the library that was open when it was handed over, which is closed only after it."""
    if writing is None:
        raise ReadOnly("The library was opened for reading; it cannot be changed.")
    return verb(writing)


def _open(path: Path, *, write: bool) -> Library:
    from library.library import Library  # sqlite-utils is heavy: only once a library is wanted, after the first paint

    return Library.open(path, write=write, backup=False)


def _create(path: Path) -> Library:
    from library.library import Library

    return Library.create(path)
