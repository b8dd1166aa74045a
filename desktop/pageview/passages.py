"""What the page view asks of the text whose pages it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from library.models import Color, Style
    from library.pagemap import PageMap
    from library.rendering.process import Stretches


@dataclass(frozen=True, slots=True)
class PageMark:
    """A highlight on a page: its boxes are points from the page's upper left corner."""

    id: str
    color: Color
    style: Style
    boxes: tuple[QRectF, ...]


class Passages(Protocol):
    """Leads from the code points of a text to places on its pages and back. Pages are counted from 0.

    Where the text stands on a page has to be found first: until then nothing stands on it.
    """

    def marks(self, page: int) -> Sequence[PageMark]:
        """Return the highlights on a page, those to be painted first before the others."""
        ...

    def boxes(self, page: int, start: int, end: int) -> Sequence[QRectF]:
        """Return where the code points from `start` to `end` stand on a page, in points."""
        ...

    def find(self, page: int, x: float, y: float) -> int | None:
        """Return the code point that stands at or near a point of a page, or None on a page without text."""
        ...

    def wanted_map(self, page: int) -> Stretches | None:
        """Return what is to be found on a page before the others can be answered; None where they can be."""
        ...

    def take_map(self, page: int, found: PageMap) -> None:
        """Take what was found on a page."""
        ...

    def page_of(self, position: int) -> int | None:
        """Return the page on which a code point stands, or None."""
        ...
