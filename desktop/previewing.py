"""The preview of an export, made by a worker; only the last that was asked for is shown."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from library.errors import LibraryError

if TYPE_CHECKING:
    from desktop.exportpreviews import Preview
    from desktop.exportwork import Wanted

_CALM = 2500
"""Milliseconds after a library was opened in which nothing is loaded that nobody has asked for."""


class Previewing(QObject):
    """Has previews made."""

    made = Signal(object)
    """Carries a `Preview`."""
    refused = Signal(object)
    """Carries the `LibraryError` that says why there is none."""

    _done = Signal(object, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")
        self._turn = 0
        self._shown = 0
        self._loaded = False
        self._ended = False
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._load)
        self._done.connect(self._deliver)

    @property
    def is_preparing(self) -> bool:
        """Whether something was asked for that is not delivered yet."""
        return self._shown != self._turn

    def load_soon(self) -> None:
        """Load what previews are made with as soon as the window is at rest, so that the first one is quick."""
        if not self._loaded and not self._ended:
            self._calm.start()

    def ask(self, path: Path, wanted: Wanted, theme: str, wait: Callable[[], None] | None) -> None:
        """Have the preview made of what is `wanted` of the library at `path`; one asked for before is forgotten.

        At the end of the program none is made any more.
        """
        if self._ended:
            return
        from desktop.exportpreviews import make_preview

        self._calm.stop()
        self._turn += 1
        turn = self._turn
        future = self._worker.submit(make_preview, path, *wanted, theme, wait)
        future.add_done_callback(lambda done: self._done.emit(done, turn))

    def forget(self) -> None:
        """Deliver nothing of what was asked for so far."""
        self._turn += 1
        self._shown = self._turn

    def shut_down(self) -> None:
        """Wait for the preview that is being made; the last."""
        self._ended = True
        self._calm.stop()
        self._worker.shutdown()

    def _load(self) -> None:
        from desktop.exportpreviews import load

        self._loaded = True
        self._worker.submit(load)

    def _deliver(self, done: Future[Preview], turn: int) -> None:
        error = done.exception()
        if error is not None and not isinstance(error, LibraryError):
            raise error
        if turn != self._turn:
            return
        self._shown = turn
        if error is not None:
            self.refused.emit(error)
        else:
            self.made.emit(done.result())
