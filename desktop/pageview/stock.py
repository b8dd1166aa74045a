"""The pages that were drawn, as many as there is room for."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop.pageview.supply import Wanted

ROOM = 96 * 1024 * 1024
"""Bytes of images that are kept."""


class Stock:
    """Keeps the pages that were shown last, each in one size; what was drawn in another size stands in for it."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[int, tuple[Wanted, QImage | None]] = OrderedDict()
        self.size = 0

    def put(self, wanted: Wanted, image: QImage | None) -> None:
        """Keep a page; None says that it cannot be drawn."""
        self._drop(wanted.page)
        self._kept[wanted.page] = wanted, image
        self.size += _bytes(image)
        while self.size > self._room and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def has(self, wanted: Wanted) -> bool:
        """Say whether a page was drawn as wanted, or cannot be."""
        held = self._kept.get(wanted.page)
        return held is not None and (held[0] == wanted or held[1] is None)

    def fails(self, page: int) -> bool:
        """Say whether a page is known not to be drawable."""
        held = self._kept.get(page)
        return held is not None and held[1] is None

    def find(self, page: int) -> QImage | None:
        """Return a page as it was drawn last, or None."""
        held = self._kept.get(page)
        if held is None:
            return None
        self._kept.move_to_end(page)
        return held[1]

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()
        self.size = 0

    def _drop(self, page: int) -> None:
        held = self._kept.pop(page, None)
        if held is not None:
            self.size -= _bytes(held[1])


def _bytes(image: QImage | None) -> int:
    return image.sizeInBytes() if image is not None else 0
