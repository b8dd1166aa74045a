"""Pages drawn beside the main thread: those in sight first; what is wanted no more is not drawn."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.pageview.dress import PLAIN, PageDress, dressed
from library.errors import LibraryError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from library.pagemap import PageMap
    from library.rendering.process import PageProcess, Stretches

SIZED_AT_ONCE = 1000
"""Pages whose sizes are asked for in one go, between two pages that are drawn."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page, and how large it is to be drawn, in pixels of the screen."""

    page: int
    width: int
    height: int
    dress: PageDress = PLAIN


class Supply(QObject):
    """Draws the pages of one file at a time. What is drawn of a file that was left meanwhile is not told."""

    opened = Signal(int, object)
    """Carries how many pages there are, and the size of the first in points."""
    sized = Signal(int, object)
    """Carries a page and the sizes of those from it on."""
    drawn = Signal(object, object)
    """Carries the `Wanted` page and its QImage; None where it cannot be drawn."""
    mapped = Signal(int, object)
    """Carries a page and the PageMap that says where the text stands on it."""
    refused = Signal(object)
    """Carries the LibraryError that says why the file cannot be shown."""

    _told = Signal(int, str, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = threading.Condition()
        self._wanted: list[Wanted | Stretches] = []
        self._under_way: set[Wanted | Stretches] = set()
        self._turn = 0
        self._pages: PageProcess | None = None
        self._told.connect(self._tell)

    def open(self, pages: PageProcess) -> None:
        """Leave the file there was and show another, which is closed here; `opened` or `refused` follows."""
        self.close()
        self._pages = pages
        threading.Thread(target=self._run, args=(pages, self._turn), name="pages", daemon=True).start()

    def close(self) -> None:
        """Leave the file."""
        with self._work:
            self._turn += 1
            self._wanted, self._under_way = [], set()
            pages, self._pages = self._pages, None
            self._work.notify_all()
        if pages is not None:
            pages.close()

    def want(self, wanted: Sequence[Wanted | Stretches]) -> None:
        """Draw these pages, or find texts on them, in this order; what was wanted before is not any more."""
        with self._work:
            self._wanted = [page for page in wanted if page not in self._under_way]
            self._work.notify_all()

    def _run(self, pages: PageProcess, turn: int) -> None:
        """Draw what is wanted until the file is left; the sizes of its pages are asked for in between."""
        try:
            count = pages.count()
            usual = pages.sizes(0, 1)[0] if count else (1.0, 1.0)
        except LibraryError as error:
            self._told.emit(turn, "refused", error, None)
            return
        self._told.emit(turn, "opened", count, usual)
        known = 0
        while self._turn == turn:
            with self._work:
                if not self._wanted and known >= count and self._turn == turn:
                    self._work.wait()
                wanted = self._wanted.pop(0) if self._wanted else None
                if wanted is not None:
                    self._under_way.add(wanted)
            if isinstance(wanted, Wanted):
                self._told.emit(turn, "drawn", wanted, _drawn(pages, wanted))
            elif wanted is not None:
                self._told.emit(turn, "mapped", wanted, _mapped(pages, wanted))
            elif known < count:
                last = min(known + SIZED_AT_ONCE, count)
                self._size(pages, turn, known, last)
                known = last

    def _size(self, pages: PageProcess, turn: int, first: int, last: int) -> None:
        try:
            sizes = pages.sizes(first, last)
        except LibraryError:
            return  # these pages are shown as large as the first
        self._told.emit(turn, "sized", first, sizes)

    def _tell(self, turn: int, what: str, first: Any, second: Any) -> None:
        """Tell on the main thread what was found, unless its file was left meanwhile."""
        if turn != self._turn:
            return
        match what:
            case "opened":
                self.opened.emit(first, second)
            case "sized":
                self.sized.emit(first, second)
            case "drawn":
                self._under_way.discard(first)  # from now on it is known to be there
                self.drawn.emit(first, second)
            case "mapped":
                self._under_way.discard(first)
                self.mapped.emit(first.page, second)
            case _:
                self.refused.emit(first)


def _drawn(pages: PageProcess, wanted: Wanted) -> QImage | None:
    """Return a page drawn, or None."""
    try:
        return dressed(pages.draw(wanted.page, wanted.width, wanted.height), wanted.dress)
    except LibraryError:
        return None


def _mapped(pages: PageProcess, question: Stretches) -> PageMap:
    """Return where a text stands on a page: nowhere, if that cannot be found."""
    from library.pagemap import PageMap

    try:
        return _mapped_scan(pages, question) if question.scanned else pages.map(question)
    except LibraryError:
        return PageMap(1, 1, ())


def _mapped_scan(pages: PageProcess, question: Stretches) -> PageMap:
    """Return where a text stands on a page that was read by OCR."""
    from library.ocr.page import ScannedPage
    from library.pagemap import map_text
    from library.pages import PageSpan

    (size,) = pages.sizes(question.page, question.page + 1)
    texts = dict(question.texts)
    spans = [PageSpan(start, start + len(text), question.page + 1, "") for start, text in question.texts]
    return map_text(ScannedPage(size, question.scanned), spans, lambda start, _: texts[start])
