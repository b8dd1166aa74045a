"""Work for the main thread that is done a part at a time, so that nothing else waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

SLICE = 0.005
"""Seconds that are spent at a time."""


class Slices(QObject):
    """Goes on with a generator whenever nothing else is to be done; its first part is done at once."""

    finished = Signal()
    """All of the work is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """Whether some of the work is still to be done."""
        return self._work is not None

    def run(self, work: Iterator[None]) -> None:
        """Do `work`, up to its first yield now and the rest between events; what was being done is given up."""
        self.stop()
        self._work = work
        self._step()
        if self._work is work:
            self._timer.start()

    def stop(self) -> None:
        """Give up what is being done."""
        self._timer.stop()
        self._work = None

    def _go_on(self) -> None:
        until = perf_counter() + SLICE
        while self._work is not None and perf_counter() < until:
            self._step()

    def _step(self) -> None:
        work = self._work
        if work is None:
            return
        for _ in work:
            return
        if self._work is work:
            self.stop()
            self.finished.emit()
