"""What is found in texts: kept beside them for next time, that of the texts read last held in memory."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from library.storage.texts import TextStore

T = TypeVar("T")

HELD = 50_000
"""Parts of what was found in the texts read last that are held in memory."""


class Derived(Generic[T]):
    """Finds by the hash of a text what `unpacked` makes of what is kept under `suffix`; `parts` counts that."""

    def __init__(
        self, texts: TextStore, suffix: str, unpacked: Callable[[bytes], T | None], parts: Callable[[T], int]
    ) -> None:
        self._texts = texts
        self._suffix = suffix
        self._unpacked = unpacked
        self._parts = parts
        self._held: OrderedDict[str, T] = OrderedDict()

    def find(self, sha: str, most: int | None = None) -> T | None:
        """Return what is held or kept of a text, None where that is nothing, spoiled, or more than `most` bytes."""
        if sha in self._held:
            self._held.move_to_end(sha)
            return self._held[sha]
        data = self._texts.find_derived(sha, self._suffix)
        kept = self._unpacked(data) if data is not None and (most is None or len(data) <= most) else None
        return self.hold(sha, kept) if kept is not None else None

    def hold(self, sha: str, found: T) -> T:
        """Hold what was found in a text, and return it; what was asked for longest ago makes room."""
        self._held[sha] = found
        while len(self._held) > 1 and sum(map(self._parts, self._held.values())) > HELD:
            self._held.popitem(last=False)
        return found
