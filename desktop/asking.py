"""Questions to a library that take a while: answered beside the main thread, on a connection of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from library.errors import LibraryError

if TYPE_CHECKING:
    from library.library import Library

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and who is told what came of it on the main thread."""

    key: str
    turn: int
    answer: Callable[[Library], Any]
    then: Callable[[Any], None]
    refused: Callable[[LibraryError], None]


class Asker(QObject):
    """Answers questions one after another. Of those with the same key only the last one that was asked counts."""

    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._library: Library | None = None
        self._turn = 0
        self._last: dict[str, int] = {}
        # Always queued: the answer may be there before `ask` returns.
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        path: Path,
        key: str,
        answer: Callable[[Library], T],
        then: Callable[[T], None],
        refused: Callable[[LibraryError], None],
    ) -> None:
        """Have a question to the library at `path` answered; `then` gets the answer, `refused` the error instead."""
        self._turn += 1
        self._last[key] = self._turn
        asked = _Asked(key, self._turn, answer, then, refused)
        self._worker.submit(self._answer, path, asked).add_done_callback(lambda done: self._answered.emit(done, asked))

    def withdraw(self, key: str) -> None:
        """Want no answer any more to what was asked under this key."""
        self._last.pop(key, None)

    def close(self) -> None:
        """Want no answers any more, and close the library."""
        self._last.clear()
        self._worker.submit(self._close).result()

    def shut_down(self) -> None:
        """End the thread: for the end of the program."""
        self.close()
        self._worker.shutdown()

    def _answer(self, path: Path, asked: _Asked) -> Any:
        if self._last.get(asked.key) != asked.turn:
            return None
        if self._library is None:
            from library.library import Library

            self._library = Library.open(path, write=False)
        return asked.answer(self._library)

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None

    def _deliver(self, done: Future[Any], asked: _Asked) -> None:
        error = done.exception()
        if error is not None and not isinstance(error, LibraryError):
            raise error
        if self._last.get(asked.key) != asked.turn:
            return
        del self._last[asked.key]
        if error is not None:
            asked.refused(error)
        else:
            asked.then(done.result())
