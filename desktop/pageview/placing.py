"""Where the pages stand below one another: how large each is shown, and what is in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF, QSizeF

GAP = 12
"""Pixels between two pages, and around them."""

FIT_WIDTH, FIT_PAGE = "width", "page"
LEAST, MOST = 0.1, 4.0
STEP = 1.2
"""By which factor one step makes the pages larger."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page: `y` is its share of the page's height, 0 at the top."""

    page: int
    y: float


class Placing:
    """All pages from the top down, in pixels; their own sizes are points. Pages whose size is not known yet are usual.

    `zoom` is `FIT_WIDTH`, `FIT_PAGE`, or a factor of the size on paper as a text.
    """

    def __init__(self, count: int, usual: tuple[float, float], dots_per_inch: float) -> None:
        self._sizes = [usual] * count
        self._scale = dots_per_inch / 72
        self._room = QSizeF(1, 1)
        self._zoom = FIT_WIDTH
        self._tops: list[float] = []
        self._kinds: set[tuple[float, float]] = set()
        self._place()

    @property
    def count(self) -> int:
        return len(self._sizes)

    @property
    def height(self) -> float:
        """How high all pages are together."""
        return self._tops[-1]

    @property
    def width(self) -> float:
        """How wide the widest page is, with what is around it."""
        widths = (width * self._factor((width, height)) * self._scale for width, height in self._kinds)
        return max(widths, default=0.0) + 2 * GAP

    @property
    def zoom(self) -> str:
        return self._zoom

    def factor(self, page: int) -> float:
        """Return how large a page is shown, 1 for its size on paper."""
        return self._factor(self._sizes[page])

    def set_sizes(self, first: int, sizes: Sequence[tuple[float, float]]) -> bool:
        """Take the sizes of the pages from `first` on; say whether anything stands elsewhere now."""
        before = self._sizes[first : first + len(sizes)]
        if before == list(sizes):
            return False
        self._sizes[first : first + len(sizes)] = sizes
        self._place()
        return True

    def set_room(self, room: QSizeF, zoom: str) -> None:
        """Show the pages in a window of this size, so large."""
        self._room, self._zoom = room, zoom
        self._place()

    def rect(self, page: int) -> QRectF:
        """Return where a page stands; left of the middle of the window is right of 0."""
        width, height = self._sizes[page]
        scale = self.factor(page) * self._scale
        wide = width * scale
        return QRectF(max((self._room.width() - wide) / 2, GAP), self._tops[page], wide, height * scale)

    def scale(self, page: int) -> float:
        """Return how many pixels a point of a page is."""
        return self.factor(page) * self._scale

    def pages(self, top: float, bottom: float) -> range:
        """Return the pages that stand between two heights."""
        if not self.count:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)

    def page_at(self, y: float) -> int:
        """Return the page at a height, or the one above it where there is none."""
        return min(max(bisect_right(self._tops, y) - 1, 0), self.count - 1)

    def spot(self, y: float) -> Spot:
        """Return what place stands at a height."""
        page = self.page_at(y)
        rect = self.rect(page)
        return Spot(page, (y - rect.top()) / rect.height())

    def y(self, spot: Spot) -> float:
        """Return the height at which a place stands."""
        rect = self.rect(min(spot.page, self.count - 1))
        return rect.top() + spot.y * rect.height()

    def _place(self) -> None:
        self._kinds = set(self._sizes)  # most files have few sizes, however many pages
        heights = {size: size[1] * self._factor(size) * self._scale + GAP for size in self._kinds}
        self._tops = list(accumulate(map(heights.__getitem__, self._sizes), initial=float(GAP)))

    def _factor(self, size: tuple[float, float]) -> float:
        width, height = size
        if self._zoom not in (FIT_WIDTH, FIT_PAGE):
            return float(self._zoom)
        fitting = max(self._room.width() - 2 * GAP, 1) / width
        if self._zoom == FIT_PAGE:
            fitting = min(fitting, max(self._room.height() - 2 * GAP, 1) / height)
        return min(max(fitting / self._scale, LEAST), MOST)
