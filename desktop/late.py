"""What is made when it is first wanted: what nobody looks at costs nothing at the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """Holds a part of the window that is made once, the first time it is asked for."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._waiting: list[Callable[[T], object]] = []

    def get(self) -> T:
        """Return the part, made now unless it is there."""
        if self._made is None:
            self._made = made = self._make()
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act(made)
        return self._made

    def find(self) -> T | None:
        """Return the part if it is there."""
        return self._made

    def when_made(self, act: Callable[[T], object]) -> None:
        """Call `act` with the part as soon as it is there, which may be now."""
        if self._made is None:
            self._waiting.append(act)
        else:
            act(self._made)
