"""The surface the text stands on: painting, scrolling, places, and the style it is set in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.reader.column import column
from desktop.reader.document import ReaderDocument
from desktop.reader.flow import Anchor, Flow
from desktop.reader.painter import HANDLE_RADIUS, Marks, paint
from desktop.reader.prefetch import Prefetch
from desktop.reader.readings import Readings
from desktop.reader.rubyroom import IN_TEXT
from desktop.reader.rubysetter import RubySetter
from desktop.reader.scrollmap import ScrollMap, Tick
from desktop.reader.style import ReaderStyle, resized
from desktop.reader.ticks import ribbons, ticks
from desktop.reader.voices import standing_height
from desktop.typesettings import Kind
from desktop.widgets.wheel import Wheel

if TYPE_CHECKING:
    from desktop.reader.dress import Dress
    from library.chinese.corrections import Corrections
    from library.chinese.ownwords import OwnWords
    from library.speeches import Speeches
    from library.storage.texts import ReadingText

_PLACE_MS = 80
_TICKS_OFF = 0.005  # of the height, by which corrected guesses may shift the ticks before they are drawn anew
_FAR = 3
"""Windows beyond which the scroll bar jumps by the estimate instead of measuring what lies between."""


class Canvas(QAbstractScrollArea):
    """Shows a text with its marks. Points and rectangles are in coordinates of the viewport, positions code points."""

    place_changed = Signal(int, int)
    """The first visible code point and the one after the last visible, when scrolling comes to rest."""
    scrolled = Signal()
    """The text has moved in the window."""
    jumped = Signal(int)
    """The reader chose to go elsewhere in the text: carries the code point that was first in sight before."""
    text_closing = Signal()
    """The text is still there, but must not be read any more once this returns."""
    zoomed = Signal(int)
    """The reading type has another size now, in pixels."""

    def __init__(self, style: ReaderStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader_style = style
        self._styles = style
        self.flow: Flow | None = None
        self.marks = Marks()
        self.map = ScrollMap(style)
        self._wheel = Wheel()
        self._own: OwnWords | None = None
        self.readings = Readings(self)
        self._ruby = RubySetter(self.readings, self.viewport())
        self._prefetch = Prefetch(self._ruby, self)
        self._syncing = False
        self._known_height = 0
        self._ticked_height = 0
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(_PLACE_MS)
        self._place_timer.timeout.connect(self._tell_place)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(self.map)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.map.tick_clicked.connect(self.jump_to)

    # -- the text --

    def open_text(
        self, text: ReadingText, *, title: str, format: str, place: int = 0, dress: Dress | None = None
    ) -> None:
        """Show `text` with the character at `place` at the top, its headings found by `title`, `format` and `dress`."""
        self.clear()
        document = ReaderDocument(text, title=title, format=format, dress=dress)
        document.own = self._own
        self._wear(self._styles.of(document.kind))
        self.flow = Flow(document, self.reader_style, self.viewport().size())
        self.flow.show_first(place)
        self.setAccessibleDescription(title)
        self.map.set_ticks(self._ticks, self._ribbons)
        self.moved(None)

    def clear(self) -> None:
        """Show nothing, and let the text go."""
        if self.flow is not None:
            self.text_closing.emit()
        self._prefetch.stop()
        self._ruby.stop()
        self._place_timer.stop()
        self.flow = None
        self.marks = Marks()
        self.map.set_ticks(None)
        self._sync()
        self.viewport().update()

    def read_by(self, own: OwnWords | None, corrections: Corrections | None) -> None:
        """Take a person's `own` words, which are whole to clicks and keys, and corrected readings, or none."""
        self._own, self.readings.corrections = own, corrections
        if self.flow is not None:
            self.flow.document.own = own
            if self.reader_style.ruby in IN_TEXT:
                self._wear(replace(self.reader_style))  # of another identity, so that what is laid out is made anew
                self._relayout()

    # -- places --

    def place(self) -> int:
        """Return the first visible code point."""
        return self.flow.place if self.flow is not None else 0

    def furthest(self) -> int:
        """Return the code point after the last visible one."""
        return self.flow.furthest if self.flow is not None else 0

    def go_to(self, position: int) -> None:
        """Bring `position` into the window, at a third of its height unless it stands well already."""
        if self.flow is not None and self.flow.show(position):
            self.moved(None)

    def jump_to(self, position: int) -> None:
        """Go to `position` as `go_to` does, as a jump that can be taken back."""
        before = self.place()
        self.go_to(position)
        self.jumped.emit(before)

    def scroll_to_place(self, place: int) -> None:
        """Put the line with the character at `place` at the very top."""
        if self.flow is not None:
            self.flow.show_first(place)
            self.moved(None)

    def anchor(self) -> Anchor:
        """Return where the text stands, for `return_to`."""
        return self.flow.anchor if self.flow is not None else Anchor(0, 0)

    def return_to(self, anchor: Anchor) -> None:
        """Let the text stand where it stood when `anchor` was taken."""
        if self.flow is not None and self.flow.return_to(anchor):
            self.moved(None)

    def scroll_by(self, distance: int) -> int:
        """Scroll by `distance` pixels, down when positive, and return by how many it went."""
        gone = self.flow.move(distance) if self.flow is not None else 0
        if gone:
            self.moved(gone)
        return gone

    def scroll_page(self, direction: int) -> None:
        """Scroll by a window less two lines, down for 1 and up for -1."""
        if self.flow is not None:
            self.scroll_by(direction * self.flow.page)

    def scroll_to_end(self) -> None:
        """Show the end of the text."""
        if self.flow is not None:
            self.flow.move_to(self.flow.greatest)
            self.moved(None)

    def reveal(self, position: int) -> None:
        """Scroll as little as brings the line of `position` into the window."""
        if self.flow is not None and self.flow.reveal(position):
            self.moved(None)

    def rect_of(self, start: int, end: int) -> QRect:
        """Return what encloses the visible glyphs from `start` to `end`, or the caret where they are equal."""
        if self.flow is None:
            return QRect()
        caret = self.flow.caret_rect(start) if start == end else None
        boxes = [caret.adjusted(0, 0, 1, 0)] if caret is not None else self.flow.rects(start, end)
        whole = QRectF()
        for box in boxes:
            whole = whole.united(box)
        return whole.toAlignedRect() & self.viewport().rect()

    # -- style --

    @property
    def kind(self) -> Kind:
        """The kind of the text that is shown; Chinese without one."""
        return self.flow.document.kind if self.flow is not None else Kind.CHINESE

    def set_style(self, style: ReaderStyle) -> None:
        """Take faces, measures and colours, of Chinese texts and others; the first visible character stays."""
        self._styles = style
        if style.of(self.kind) != self.reader_style:
            self._wear(style.of(self.kind))
            self._relayout()

    def set_dress(self, dress: Dress | None) -> None:
        """Take what is known of the text by now; the first visible character stays."""
        if self.flow is not None and self.flow.document.dress != dress:
            self.flow.document.dress = dress
            self._relayout(anew=True)

    def set_speeches(self, speeches: Speeches) -> None:
        """Take who speaks in the text by now; the first visible character stays."""
        before, self.marks.speeches = self.marks.speeches, speeches
        if self.flow is None or not self.reader_style.speakers or before == speeches:
            return
        if bool(before.passages) != bool(speeches.passages):
            self._relayout()
        self.viewport().update()

    def _wear(self, style: ReaderStyle) -> None:
        self.reader_style = style
        self.map.set_style(style)

    def zoom(self, steps: int) -> None:
        """Make the reading type larger by pixels, or with a negative number of them smaller."""
        style = resized(self.reader_style, self.reader_style.size + steps)
        self.set_style(replace(self._styles, latin=style) if self.kind is Kind.LATIN else style)
        self.zoomed.emit(self.reader_style.size)

    # -- repainting --

    def moved(self, distance: int | None) -> None:
        """Show that the text was scrolled by `distance` pixels, or to somewhere else when None."""
        if distance is not None and abs(distance) < self.viewport().height():
            self._prefetch.face(down=distance > 0)
            self.viewport().scroll(0, -distance)
            if (above := standing_height(self.flow)) and self.marks.speeches.passages:
                self.viewport().update(0, 0, self.flow.column.left, above + abs(distance))
        else:
            self.viewport().update()
        self._sync()
        self._place_timer.start()
        self.scrolled.emit()

    def update_rows(self, start: int, end: int) -> None:
        """Repaint the lines in the window that hold code points `start` to `end`."""
        if self.flow is None:
            return
        rows = self.flow.rows(start, end)
        if rows is not None:
            top, bottom = rows
            self.viewport().update(0, top - HANDLE_RADIUS, self.viewport().width(), bottom - top + 2 * HANDLE_RADIUS)

    def repaint_marks(self, start: int, end: int) -> None:
        """Work out anew, and repaint, what is marked from `start` to `end`."""
        if self.flow is not None:
            self.flow.cache.forget_marks(start, end)
            document = self.flow.document
            # what lies beside a mark gives way to it, all over its blocks
            first, last = document.block_at(start), document.block_at(max(end - 1, start))
            self.update_rows(document.start(first), document.end(last))
            self.map.refresh_later()

    def repaint_margin(self) -> None:
        """Repaint what stands right of the text: the notes."""
        if self.flow is not None:
            left = self.flow.column.left + self.flow.column.width
            self.viewport().update(left, 0, self.viewport().width() - left, self.viewport().height())

    def repaint_all_marks(self) -> None:
        """Work out anew, and repaint, everything that is marked."""
        if self.flow is not None:
            self.flow.cache.forget_marks(-1, self.flow.document.length + 1)
            self.viewport().update()
            self.map.refresh_later()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.flow is None:
            painter.fillRect(event.rect(), self.reader_style.page)
            return
        paint(painter, self.flow, self.marks, event.rect())
        painter.end()
        self._sync_range()
        self._ruby.start(self.flow)
        self._prefetch.start(self.flow, self.marks, self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relayout()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._syncing or self.flow is None:
            return
        if abs(dy) < _FAR * self.flow.height:
            self.scroll_by(-dy)
        else:
            self.flow.move_to(self.map.value())
            self.moved(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = self._wheel.notches(event)
            if steps:
                self.zoom(steps)
        else:
            self.scroll_by(-self._wheel.pixels(event, self.reader_style.pitch))

    def relayout_for_notes(self) -> None:
        """Let the text make room for its notes, if it has any and they would have none."""
        if self.flow is not None and len(self.marks.margin):
            size = self.viewport().size()
            spoken = bool(self.marks.speeches.passages)
            if column(size.width(), self.reader_style, noted=True, spoken=spoken) != self.flow.column:
                self._relayout()

    def _relayout(self, *, anew: bool = False) -> None:
        if self.flow is None:
            return
        noted, spoken = len(self.marks.margin) > 0, bool(self.marks.speeches.passages)
        size = self.viewport().size()
        if self.flow.relayout(self.reader_style, size, noted=noted, spoken=spoken, anew=anew):
            self._prefetch.stop()
            self._ruby.stop()
        self.viewport().update()
        self._sync()
        self._place_timer.start()
        self.scrolled.emit()

    def _sync(self) -> None:
        """Let the scroll bar show where the anchor is."""
        self._sync_range()
        self._syncing = True
        self.map.setValue(self.flow.value if self.flow is not None else 0)
        self._syncing = False

    def _sync_range(self) -> None:
        """Let the scroll bar show how high the text is, as far as that is known; its value stands for no other place.

        The value is left to scrolling: whoever listens to it would take a corrected guess for a movement.
        """
        height = self.flow.heights.total if self.flow is not None else 0
        greatest = max(self.flow.greatest, self.flow.value) if self.flow is not None else 0
        if (height, greatest) == (self._known_height, self.map.maximum()):
            return
        self._known_height = height
        self._syncing = True
        self.map.setPageStep(self.viewport().height())
        self.map.setSingleStep(self.reader_style.pitch)
        self.map.setRange(0, greatest)
        self._syncing = False
        if abs(height - self._ticked_height) > height * _TICKS_OFF:
            self._ticked_height = height
            self.map.refresh_later()

    def _ticks(self, rows: int) -> list[Tick | None]:
        return ticks(self.flow, self.marks, rows) if self.flow is not None else []

    def _ribbons(self, rows: int) -> list[Tick | None]:
        return ribbons(self.flow, self.marks, rows) if self.flow is not None else []

    def _tell_place(self) -> None:
        self.place_changed.emit(self.place(), self.furthest())
