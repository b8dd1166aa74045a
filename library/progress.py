"""How long work says how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """Raised from `Progress.report` once the work was asked to stop."""


class Progress:
    """A counter that reports to whoever shows it and carries the wish to stop back to the worker.

    `report` is called on the worker's thread; `listener` must be safe to call there. `cancel` may be called from any
    thread.
    """

    def __init__(self, listener: Callable[[int, int, str], None] | None = None) -> None:
        self._listener = listener
        self._cancelled = False

    def report(self, done: int, total: int, name: str = "") -> None:
        """Say that `done` of `total` steps are finished and `name` comes next; raise Cancelled if asked to stop."""
        if self.cancelled:
            raise Cancelled
        if self._listener is not None:
            self._listener(done, total, name)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled = True

    def inner(self) -> Progress:
        """Return a counter for one step of this one, which reports to nobody and stops when this one does."""
        return _Inner(self)

    @property
    def cancelled(self) -> bool:
        return self._cancelled


class _Inner(Progress):
    """A counter within a step of another one."""

    def __init__(self, outer: Progress) -> None:
        super().__init__()
        self._outer = outer

    @property
    def cancelled(self) -> bool:
        return self._cancelled or self._outer.cancelled
