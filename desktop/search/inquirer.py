"""The thread that searches, as the window sees it: a question put to it ends the one before."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.search.inquiry import Inquiry
from desktop.search.question import Found, Indexing, Offered, Page, Placed, Question, Sections, Told, Unanswered
from library.progress import Progress

if TYPE_CHECKING:
    from desktop.session import Session

Task = Callable[[Inquiry], None]


class Inquirer(QObject):
    """Asks the library that is open in a session. What was found for a question that is over is not passed on."""

    indexing = Signal(object)
    """Carries an `Indexing`."""
    found = Signal(object)
    """Carries a `Found`."""
    sections_found = Signal(object)
    """Carries `Sections`."""
    fetched = Signal(object)
    """Carries a `Page`."""
    placed = Signal(object)
    """Carries a `Placed`."""
    offered = Signal(object)
    """Carries `Offered`, before what was found where it was applied."""
    refused = Signal(object)
    """Carries the `LibraryError` that says why there is no answer."""

    _told = Signal(int, object)
    _ended = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._worker: ThreadPoolExecutor | None = None
        self._inquiry: Inquiry | None = None
        self._number = 0
        self._progress = Progress()
        self._waiting: deque[tuple[int, Task]] = deque()
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        session.closing.connect(self.close)

    def ask(self, question: Question) -> None:
        """Look for what a question asks; the one before is over."""
        self.cancel()
        self._run(lambda inquiry, tell, progress: inquiry.ask(question, progress, tell))

    def sort(self, question: Question) -> None:
        """Tell what was found once more, in the order of `question`, which is otherwise the one before."""
        self._run(lambda inquiry, tell, progress: inquiry.sort(question, progress, tell))

    def fetch(self, document_id: str, first: int, count: int) -> None:
        """Fetch `count` hits of a document from number `first` on, also while others are still being counted."""
        tell = self._teller()
        self._wait_for(lambda inquiry: inquiry.fetch(document_id, first, count, tell))

    def place(self, document_id: str) -> None:
        """Ask where all hits of a document are."""
        tell = self._teller()
        self._wait_for(lambda inquiry: inquiry.place(document_id, tell))

    def cancel(self) -> None:
        """End the question there is."""
        self._number += 1
        self._waiting.clear()
        self._progress.cancel()
        if self._inquiry is not None:
            self._inquiry.interrupt()
        self._progress = Progress()

    def close(self) -> None:
        """End the question there is and let go of the library."""
        self.cancel()
        worker, inquiry = self._worker, self._inquiry
        self._worker = self._inquiry = None
        if worker is not None and inquiry is not None:
            inquiry.leave()
            worker.submit(inquiry.close)
            worker.shutdown()

    def _run(self, work: Callable[[Inquiry, Callable[[Told], None], Progress], None]) -> None:
        """Do the work of a question on the thread, after what was asked before."""
        library = self._session.library
        if library is None:
            return
        if self._worker is None or self._inquiry is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
            self._inquiry = Inquiry(library.path, self._serve)
        self._worker.submit(work, self._inquiry, self._teller(), self._progress).add_done_callback(self._ended.emit)

    def _wait_for(self, task: Task) -> None:
        """Have a small task done as soon as the thread has a moment."""
        if self._worker is not None:
            self._waiting.append((self._number, task))
            self._worker.submit(self._serve).add_done_callback(self._ended.emit)

    def _serve(self) -> None:
        """Do what is waited for: on the thread."""
        inquiry = self._inquiry
        while inquiry is not None and self._waiting:
            try:
                number, task = self._waiting.popleft()
            except IndexError:
                return  # another question was asked just now, and nobody waits any more
            if number == self._number:
                task(inquiry)

    def _teller(self) -> Callable[[Told], None]:
        return partial(self._told.emit, self._number)

    def _pass_on(self, number: int, told: Told) -> None:
        if number != self._number:
            return
        match told:
            case Indexing():
                self.indexing.emit(told)
            case Found():
                self.found.emit(told)
            case Sections():
                self.sections_found.emit(told)
            case Page():
                self.fetched.emit(told)
            case Placed():
                self.placed.emit(told)
            case Offered():
                self.offered.emit(told)
            case Unanswered(error):
                self.refused.emit(error)

    def _settle(self, done: Future[None]) -> None:
        """Let what went wrong on the thread be seen."""
        error = done.exception()
        if error is not None:
            raise error
