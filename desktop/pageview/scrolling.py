"""Pages below one another in a window: scrolling through them, going to one, and how large they are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.pageview.placing import FIT_PAGE, FIT_WIDTH, LEAST, MOST, STEP, Placing, Spot
from desktop.widgets.wheel import Wheel

LINE = 40
"""Pixels that an arrow key, or a line of the wheel, scrolls."""
OVERLAP = 48
"""Pixels of a window that the next one still shows."""
LONGEST = 2**31 - 1
REST_MS = 80
NEAR = 8
"""Pixels left above what was gone to."""


class PageScroll(QAbstractScrollArea):
    """Knows where the pages stand and which is in sight; what they look like is another's."""

    turned = Signal()
    """Another page is in sight, or there are others."""
    zoomed = Signal()
    led = Signal(int, float)
    """The reader has scrolled the pages: carries the page at the top and the height there, in points."""
    left = Signal()
    """The focus should go back to the text."""
    entered = Signal()
    """What stands at the top of the window is to be read in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.placing: Placing | None = None
        self._wheel = Wheel()
        self._zoom = FIT_WIDTH
        self._page = 0
        self._going: tuple[int, float, float] | None = None
        self._moving = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell_led)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def count(self) -> int:
        """How many pages there are, as far as that is known."""
        return self.placing.count if self.placing is not None else 0

    @property
    def page(self) -> int:
        """The page in sight, from 0: of several, the one that reaches over a third of the window."""
        return self._page

    def set_placing(self, placing: Placing | None) -> None:
        """Have other pages; what was to be gone to before they were known is gone to now."""
        self.placing = placing
        self._rest.stop()
        going, self._going = self._going if placing is not None else None, None
        if placing is None:
            self._page = 0
            self.sync()
            self.viewport().update()
        self.place()
        if going is not None:
            self.show_spot(*going)
        self.turned.emit()

    # -- zoom --

    @property
    def zoom(self) -> str:
        """`FIT_WIDTH`, `FIT_PAGE`, or a factor of the size on paper as a text."""
        return self._zoom

    @property
    def percent(self) -> int:
        """How large the page in sight is, in percent of its size on paper."""
        return round(100 * self.placing.factor(self._page)) if self.placing is not None and self.count else 100

    def set_zoom(self, zoom: str) -> None:
        """Show the pages so large; what is at the top stays there."""
        self._zoom = zoom if zoom in (FIT_WIDTH, FIT_PAGE) else factor_text(zoom)
        self.place()
        self.zoomed.emit()

    def zoom_by(self, steps: int) -> None:
        """Show the pages larger by so many steps, or with a negative number of them smaller."""
        if self.placing is not None and self.count:
            factor = self.placing.factor(self._page) * STEP**steps
            self.set_zoom(f"{factor:.4f}")

    # -- places --

    def go_to_page(self, page: int) -> None:
        """Show a page from its top on: the reader goes there."""
        if self.count:
            self.scroll_to(Spot(min(max(page, 0), self.count - 1), 0), by_hand=True)

    def show_spot(self, page: int, top: float, bottom: float) -> None:
        """Bring what stands on a page between two heights, in points, into the window if it is not there."""
        if self.placing is None:
            self._going = page, top, bottom
            return
        if page >= self.count:
            return
        rect, scale = self.placing.rect(page), self.placing.scale(page)
        above, below = rect.top() + top * scale, rect.top() + bottom * scale
        seen = self.verticalScrollBar().value()
        if above < seen or min(below, above + self.viewport().height() / 2) > seen + self.viewport().height():
            self._rest.stop()
            self._scroll(above - NEAR, by_hand=False)

    # -- scrolling --

    def place(self) -> None:
        """Place the pages anew in the window; what is at the top stays there."""
        if self.placing is None:
            return
        spot = self.top()
        self.placing.set_room(QSizeF(self.viewport().size()), self._zoom)
        self.sync()
        self.scroll_to(spot, by_hand=False)
        self.viewport().update()

    def top(self) -> Spot:
        """Return what stands at the top of the window."""
        return self.placing.spot(self.verticalScrollBar().value()) if self.placing and self.count else Spot(0, 0)

    def top_point(self) -> tuple[int, float]:
        """Return the page at the top of the window, and the height there in points."""
        if self.placing is None or not self.count:
            return 0, 0.0
        y = self.verticalScrollBar().value()
        page = self.placing.page_at(y)
        return page, max(y - self.placing.rect(page).top(), 0) / self.placing.scale(page)

    def seen_pages(self) -> range:
        """Return the pages of which anything is in the window."""
        if self.placing is None:
            return range(0)
        top = self.verticalScrollBar().value()
        return self.placing.pages(top, top + self.viewport().height())

    def sync(self) -> None:
        """Let the scroll bars know how large everything is."""
        size = self.viewport().size()
        height = self.placing.height if self.placing is not None else 0
        width = self.placing.width if self.placing is not None and self._zoom not in (FIT_WIDTH, FIT_PAGE) else 0
        self._moving = True
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(size.height())
        down.setSingleStep(LINE)
        down.setRange(0, min(max(0, round(height) - size.height()), LONGEST))
        across.setPageStep(size.width())
        across.setRange(0, max(0, round(width) - size.width()))
        self._moving = False

    def scroll_to(self, spot: Spot, *, by_hand: bool) -> None:
        """Let a place stand at the top of the window; only what is done by hand leads the text."""
        if self.placing is not None and self.count:
            self._scroll(self.placing.y(spot) - (NEAR if not spot.y else 0), by_hand=by_hand)

    def _scroll(self, y: float, *, by_hand: bool) -> None:
        self._moving = not by_hand
        self.verticalScrollBar().setValue(round(min(max(y, 0), LONGEST)))
        self._moving = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        if self.placing is not None and self.count:
            page = self.placing.page_at(self.verticalScrollBar().value() + self.viewport().height() / 3)
            if page != self._page:
                self._page = page
                self.turned.emit()
        if dy and not self._moving:
            self._rest.start()

    def _tell_led(self) -> None:
        self.led.emit(*self.top_point())

    # -- Qt --

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = self._wheel.notches(event)
            if steps:
                self.zoom_by(steps)
            return
        across = event.angleDelta().x() if abs(event.angleDelta().x()) > abs(event.angleDelta().y()) else 0
        bar = self.horizontalScrollBar() if across else self.verticalScrollBar()
        bar.setValue(bar.value() - (across or self._wheel.pixels(event, LINE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height() - OVERLAP
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + page)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Backspace:
                bar.setValue(bar.value() - page)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def in_window(self, page: int) -> QRectF:
        """Return where a page stands in the window, on whole pixels so that its print is sharp."""
        if self.placing is None:
            return QRectF()
        rect = self.placing.rect(page)
        ratio = self.devicePixelRatioF()
        left, top = rect.left() - self.horizontalScrollBar().value(), rect.top() - self.verticalScrollBar().value()
        return QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio,
                      round(rect.width() * ratio) / ratio, round(rect.height() * ratio) / ratio)  # fmt: skip


def factor_text(written: str) -> str:
    """Return a factor as it is written, drawn between the limits; what is none fits the width."""
    try:
        factor = float(written)
    except ValueError:
        return FIT_WIDTH
    return f"{min(max(factor, LEAST), MOST):.4f}" if factor == factor else FIT_WIDTH
