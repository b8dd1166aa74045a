"""Where the text of the document in a pane stands on the pages of its file, and the highlights of that pane there."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.pageview.passages import PageMark
from library.ocr.kept import kept_name
from library.rendering.process import Stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.reader.pane import ReaderPane
    from library.library import Library
    from library.pagemap import PageMap
    from library.pages import PageSpan

KEPT = 32
"""Pages of which it is kept where the text stands."""
KEPT_BOXES = 500
"""Passages of a page of which the boxes are kept."""


class _Known:
    """What is known of a page: its map, and the boxes of passages that were asked for."""

    def __init__(self, found: PageMap) -> None:
        self.map = found
        self._boxes: dict[tuple[int, int], tuple[QRectF, ...]] = {}

    def boxes(self, start: int, end: int) -> tuple[QRectF, ...]:
        known = self._boxes.get((start, end))
        if known is None:
            if len(self._boxes) >= KEPT_BOXES:
                self._boxes.clear()
            found = self.map.boxes(start, end)
            known = tuple(QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top) for box in found)
            self._boxes[start, end] = known
        return known


class Printed:
    """The passages of one document, as the page view asks for them; pages are counted from 0."""

    def __init__(self, library: Library, document_id: str, pane: ReaderPane) -> None:
        self.document_id = document_id
        self.pane = pane
        self._texts = library.texts
        self._original_sha = library.documents.get(document_id).original_sha
        self._pages = library.documents.pages(document_id)
        self._stretches: dict[int, list[PageSpan]] = {}
        for span in self._pages.spans:
            self._stretches.setdefault(span.number - 1, []).append(span)
        self._known: OrderedDict[int, _Known] = OrderedDict()

    def marks(self, page: int) -> Sequence[PageMark]:
        """Return the highlights on a page, the outer ones first."""
        known = self._known.get(page)
        if known is None:
            return ()
        found = {
            span.id: span
            for stretch in self._stretches.get(page, ())
            for span in self.pane.marks.spans.touching(stretch.start, stretch.end)
        }
        return [PageMark(span.id, span.color, span.style, known.boxes(span.start, span.end)) for span in found.values()]

    def boxes(self, page: int, start: int, end: int) -> Sequence[QRectF]:
        """Return where the code points from `start` to `end` stand on a page, in points."""
        known = self._known.get(page)
        return known.boxes(start, end) if known is not None else ()

    def find(self, page: int, x: float, y: float) -> int | None:
        """Return the code point at or near a point of a page, or None where there is none near."""
        known = self._known.get(page)
        return known.map.offset_at(x, y) if known is not None else None

    def find_below(self, page: int, y: float) -> int | None:
        """Return the first code point of the text that stands on a page below a height, else on the next; or None."""
        known = self._known.get(page)
        if known is None:
            return None
        below = min((glyph.position for glyph in known.map.glyphs if glyph.box.top >= y), default=None)
        following = self._stretches.get(page + 1)
        return following[0].start if below is None and following else below

    def page_of(self, position: int) -> int | None:
        """Return the page on which a code point stands, or None."""
        span = self._pages.at(position)
        return span.number - 1 if span is not None else None

    def wanted_map(self, page: int) -> Stretches | None:
        """Return what of the text is to be found on a page; None where it was found, or none is there."""
        stretches = self._stretches.get(page)
        if page in self._known:
            self._known.move_to_end(page)
            return None
        if stretches is None or self.pane.flow is None:
            return None
        text = self.pane.flow.document.text
        pieces = tuple((span.start, text.slice(span.start, span.end)) for span in stretches if span.end > span.start)
        return Stretches(page, pieces, (self._texts.find_derived(self._original_sha, kept_name(page)) or b"").decode())

    def take_map(self, page: int, found: PageMap) -> None:
        """Take where the text stands on a page; of the pages looked at longest ago it is forgotten."""
        self._known[page] = _Known(found)
        self._known.move_to_end(page)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
