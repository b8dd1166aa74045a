"""The surface the pages stand on: scrolling, zoom, painting, and what the mouse points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.pageview.dress import PLAIN, PageDress
from desktop.pageview.painter import PagePainter, Pointed, Range
from desktop.pageview.placing import Placing
from desktop.pageview.scrolling import PageScroll
from desktop.pageview.stock import Stock
from desktop.pageview.supply import Supply, Wanted
from desktop.theme import THEMES, load_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from desktop.pageview.passages import Passages
    from desktop.theme import Themes
    from library.pagemap import PageMap
    from library.rendering.process import PageProcess, Stretches

MOST_PIXELS = 12_000_000
"""Pixels as which a page is drawn at most; a larger one is enlarged from these."""
FLASH_MS = 900


class PageCanvas(PageScroll):
    """Shows the pages of a file below one another; only those in sight, and their neighbours, are drawn."""

    pressed = Signal(int, QPointF)
    """The mouse was pressed on a page: carries it, and where in points."""
    dragged = Signal(int, QPointF)
    released = Signal()
    mapped = Signal(int)
    """It is known now where the text stands on a page."""
    doubled = Signal(int, QPointF)
    """The mouse was pressed twice on a page."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.supply = Supply(self)
        self.passages: Passages | None = None
        self.pointed = Pointed()
        self._themes = themes
        self._stock = Stock()
        self._colored = True
        self._is_pressed = False
        self._awaited: Range | None = None
        self._flash = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._flash.timeout.connect(lambda: self.flash(None))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.supply.opened.connect(self._take_file)
        self.supply.sized.connect(self._take_sizes)
        self.supply.drawn.connect(self._take_page)
        self.supply.mapped.connect(self._take_map)
        themes.changed.connect(self.dress)
        self.dress()

    # -- the file --

    def open(self, pages: PageProcess, passages: Passages) -> None:
        """Show the pages of a file."""
        self.close_file()
        self.passages = passages
        self.supply.open(pages)

    def close_file(self) -> None:
        """Show nothing."""
        self.supply.close()
        self._stock.clear()
        self.passages, self.pointed, self._awaited = None, Pointed(), None
        self.set_placing(None)

    # -- how it looks --

    def dress(self, *, colored: bool | None = None) -> None:
        """Take the theme's colours, for the paper too unless that is to stay white."""
        self._colored = self._colored if colored is None else colored
        theme = self._themes.current
        if self._colored:
            dress = PageDress(theme.color("page").name(), theme.color("ink").name(), dark=theme.dark)
        else:
            dress = PLAIN
        tints = theme if self._colored or not theme.dark else load_theme(THEMES[0])
        self._painter = PagePainter(theme, tints, dress)
        self._stock.clear()
        self.viewport().update()

    # -- places --

    def show_passage(self, start: int, end: int) -> None:
        """Bring where a passage begins on the pages into the window, as soon as it is known where that is."""
        passages = self.passages
        page = passages.page_of(start) if passages is not None else None
        if passages is None or page is None:
            return
        self._awaited = None
        boxes = passages.boxes(page, start, end)
        if boxes:
            self.show_spot(page, min(box.top() for box in boxes), max(box.bottom() for box in boxes))
            return
        question = passages.wanted_map(page)
        if page not in self.seen_pages():
            self.show_spot(page, 0, 0)
        if question is not None:
            self._awaited = start, end

    def point_out(self, *, in_sight: Range | None = None, selected: Range | None = None) -> None:
        """Show what is in sight in the text, and what is selected there."""
        if (in_sight, selected) != (self.pointed.in_sight, self.pointed.selected):
            self.pointed.in_sight, self.pointed.selected = in_sight, selected
            self.viewport().update()

    def flash(self, passage: Range | None) -> None:
        """Show a passage for a moment."""
        self.pointed.flashed = passage
        if passage is not None:
            self._flash.start()
        self.viewport().update()

    def shows(self, page: int) -> bool:
        """Say whether a page is drawn as large as it is shown."""
        return self._stock.has(self._wanted(page))

    # -- what the supply says --

    def _take_file(self, count: int, usual: tuple[float, float]) -> None:
        self.set_placing(Placing(count, usual, self.logicalDpiY()))

    def _take_sizes(self, first: int, sizes: Sequence[tuple[float, float]]) -> None:
        if self.placing is not None:
            spot = self.top()
            if self.placing.set_sizes(first, sizes):
                self.sync()
                self.scroll_to(spot, by_hand=False)

    def _take_map(self, page: int, found: PageMap) -> None:
        if self.passages is None:
            return
        self.passages.take_map(page, found)
        self.viewport().update()
        if self._awaited is not None and self.passages.page_of(self._awaited[0]) == page:
            self.show_passage(*self._awaited)
        self.mapped.emit(page)

    def _take_page(self, wanted: Wanted, image: QImage | None) -> None:
        self._stock.put(wanted, image)
        if self.placing is not None:
            self.viewport().update(self.in_window(wanted.page).toAlignedRect())

    # -- Qt --

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._themes.current.color("shelf"))
        if self.placing is None or not self.count:
            return
        pages = self.seen_pages()
        for page in pages:
            rect = self.in_window(page)
            if rect.intersects(QRectF(event.rect())):
                self._painter.paper(painter, rect, self._stock.find(page), page, fails=self._stock.fails(page))
                if self.passages is not None:
                    scale = self.placing.scale(page)
                    self._painter.passages(painter, page, rect, scale, self.passages, self.pointed)
        painter.end()
        self._want(pages)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._point_at(event)
        self._is_pressed = event.button() == Qt.MouseButton.LeftButton and at is not None
        if self._is_pressed and at is not None:
            self.pressed.emit(*at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._point_at(event)
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.doubled.emit(*at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._point_at(event) if self._is_pressed else None
        if at is not None:
            self.dragged.emit(*at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_pressed:
            self._is_pressed = False
            self.released.emit()

    def _point_at(self, event: QMouseEvent) -> tuple[int, QPointF] | None:
        """Return the page under the mouse, and where on it in points; None where there is none."""
        if self.placing is None or not self.count:
            return None
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        at = event.position() + QPointF(across, down)
        page = self.placing.page_at(at.y())
        return page, (at - self.placing.rect(page).topLeft()) / self.placing.scale(page)

    def _want(self, pages: range) -> None:
        """Have the pages in sight drawn that are not, then the next and the one before; then their text found."""
        if self.placing is None:
            return
        near = [page for page in (pages.stop, pages.start - 1) if 0 <= page < self.count]
        drawn = (self._wanted(page) for page in (*pages, *near))
        found = (self.passages.wanted_map(page) for page in (*pages, *near)) if self.passages is not None else ()
        wanted: list[Wanted | Stretches] = [page for page in drawn if not self._stock.has(page)]
        self.supply.want([*wanted, *(stretches for stretches in found if stretches is not None)])

    def _wanted(self, page: int) -> Wanted:
        rect, ratio = self.in_window(page), self.devicePixelRatioF()
        width, height = max(round(rect.width() * ratio), 1), max(round(rect.height() * ratio), 1)
        shrunk = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
        return Wanted(page, max(int(width * shrunk), 1), max(int(height * shrunk), 1), self._painter.dress)
