"""What the mouse does: it selects by one, two, three and four clicks, picks highlights and drags their ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.reader.graphemes import grapheme_start
from desktop.reader.painter import handles
from desktop.reader.selection import Selection, extent
from desktop.reader.spans import Span
from desktop.reader.units import Unit

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane

_HANDLE_REACH = 8
_AUTO_SCROLL_MS = 20
_AUTO_SCROLL_SHARE = 0.25
"""Of the distance beyond the edge, what is scrolled each time."""
_MOST_CLICKS = 4


class Pointer(QObject):
    """The state of one gesture of the mouse on the pane."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._since_press = QElapsedTimer()
        self._clicks = 0
        self._pressed_at: QPoint | None = None
        self._point = QPoint()
        self._dragged = False
        self._origin = (0, 0)
        self._resized: tuple[Span, int] | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(_AUTO_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self._finish = QTimer(self)
        self._finish.setSingleShot(True)
        self._finish.timeout.connect(self._tell_finished)

    def forget(self) -> None:
        """Give the gesture up without a trace: the text or the highlight is gone."""
        self._resized = None
        self._pressed_at = None
        self._scroll.stop()
        self._finish.stop()

    def press(self, event: QMouseEvent, *, double: bool = False) -> None:
        """Begin a gesture, or count a further click of one."""
        flow = self._pane.flow
        if flow is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        point = event.position().toPoint()
        self._count(point, double=double)
        self._finish.stop()
        self._pressed_at = self._point = point
        self._dragged = False
        grabbed = self._handle_at(event.position())
        if grabbed is not None and self._clicks == 1:
            self._resized = grabbed
            return
        held = self._pane.marks.selection
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and held is not None:
            self._origin = (held.anchor, held.anchor)
            self._dragged = True
            self._extend()
            return
        self._origin = self._extent(point)
        self._pane.set_selection(Selection(*self._origin), caret=self._clicks == 1)

    def move(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what one would do here."""
        point = event.position().toPoint()
        if self._pressed_at is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            # the release went elsewhere
            self._end()
        if self._pressed_at is None:
            self._show_cursor(event.position(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        self._point = point
        near = (point - self._pressed_at).manhattanLength() < QApplication.startDragDistance()
        if near and not self._dragged and (self._clicks == 1 or self._resized is not None):
            return
        self._dragged = True
        self._follow()
        outside = not 0 <= point.y() < self._pane.viewport().height()
        if outside and not self._scroll.isActive():
            self._scroll.start()

    def release(self, event: QMouseEvent) -> None:
        """End a gesture: with a selection, a resized highlight, or a click."""
        if self._pressed_at is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._point = event.position().toPoint()
        resized = self._resized is not None
        self._end()
        if resized:
            return
        if self._pane.selection() is None:
            self._click(self._point, follow=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif self._clicks > 1 and not self._dragged and self._clicks < _MOST_CLICKS:
            self._finish.start(QApplication.doubleClickInterval())
        else:
            self._tell_finished()

    def wants(self, event: QKeyEvent) -> bool:
        """Say whether a key belongs to the gesture that is going on."""
        return event.key() == Qt.Key.Key_Escape and self._resized is not None

    def key(self, event: QKeyEvent) -> bool:
        """Give the highlight its ends back on Esc; say whether the key was used."""
        if not self.wants(event) or self._resized is None:
            return False
        span, _ = self._resized
        self.forget()
        self._pane.put_span(span)
        return True

    def _count(self, point: QPoint, *, double: bool) -> None:
        quick = self._since_press.isValid() and self._since_press.elapsed() <= QApplication.doubleClickInterval()
        near = (point - self._point).manhattanLength() <= QApplication.startDragDistance()
        if double:
            self._clicks = 2
        elif quick and near and 2 <= self._clicks < _MOST_CLICKS:
            self._clicks += 1
        else:
            self._clicks = 1
        self._since_press.start()

    def _extent(self, point: QPoint) -> tuple[int, int]:
        flow = self._pane.flow
        if flow is None:
            return 0, 0
        unit = Unit(self._clicks)
        position = flow.position_at(point, character=unit is not Unit.CHARACTER)
        return extent(flow.document, unit, position)

    def _follow(self) -> None:
        if self._resized is not None:
            self._resize()
        else:
            self._extend()

    def _extend(self) -> None:
        """Extend the selection to the unit under the mouse, from the unit it began with."""
        first, last = self._origin
        start, end = self._extent(self._inside(self._point))
        if start < first:
            self._pane.set_selection(Selection(last, start))
        else:
            self._pane.set_selection(Selection(first, max(end, last)))

    def _inside(self, point: QPoint) -> QPoint:
        return QPoint(point.x(), min(max(point.y(), 0), self._pane.viewport().height() - 1))

    def _scroll_on(self) -> None:
        """Scroll on while the mouse is held beyond the upper or lower edge, the faster the further."""
        y, height = self._point.y(), self._pane.viewport().height()
        beyond = y if y < 0 else max(y - height + 1, 0)
        if not beyond or self._pressed_at is None:
            self._scroll.stop()
            return
        step = beyond * _AUTO_SCROLL_SHARE
        self._pane.scroll_by(round(step) or (1 if beyond > 0 else -1))
        self._follow()

    def _click(self, point: QPoint, *, follow: bool) -> None:
        """Follow the link under a click, or select the highlight; further clicks go through those stacked there."""
        flow = self._pane.flow
        if flow is None:
            return
        position = flow.position_at(point, character=True)
        if not self._on_glyphs(point):
            self._pane.set_selected_highlight(None)
        elif follow and self._pane.follow(position):
            return
        elif self._pane.pick_highlight(position):
            self._pane.clear_selection()

    def _on_link(self, point: QPoint) -> bool:
        flow = self._pane.flow
        at = flow.position_at(point, character=True) if flow is not None else 0
        return self._pane.has_link(at) and self._on_glyphs(point)

    def _on_glyphs(self, point: QPoint) -> bool:
        flow = self._pane.flow
        if flow is None:
            return False
        at = flow.position_at(point, character=True)
        return any(box.contains(QPointF(point)) for box in flow.rects(at, at + 1))

    def _handle_at(self, point: QPointF) -> tuple[Span, int] | None:
        """Return the selected highlight and its end that stays, if `point` is on the handle of the other."""
        flow, span = self._pane.flow, self._pane.marks.selected_span
        if flow is None or span is None:
            return None
        for at, box, _ in handles(flow, span):
            if box.adjusted(-_HANDLE_REACH, -_HANDLE_REACH, _HANDLE_REACH, _HANDLE_REACH).contains(point):
                return span, span.end if at == span.start else span.start
        return None

    def _resize(self) -> None:
        flow = self._pane.flow
        if self._resized is None or flow is None:
            return
        span, fixed = self._resized
        active = grapheme_start(flow.document, flow.position_at(self._inside(self._point)))
        if active != fixed:
            self._pane.put_span(replace(span, start=min(fixed, active), end=max(fixed, active)))

    def _end(self) -> None:
        self._scroll.stop()
        self._pressed_at = None
        if self._resized is None:
            return
        before, _ = self._resized
        self._resized = None
        after = self._pane.marks.spans.find(before.id)
        if after is not None and after != before:
            self._pane.highlight_resized.emit(after.id, after.start, after.end)

    def _show_cursor(self, point: QPointF, follows: bool) -> None:
        shape = Qt.CursorShape.IBeamCursor if self._handle_at(point) is None else Qt.CursorShape.SizeHorCursor
        if follows and self._on_link(point.toPoint()):
            shape = Qt.CursorShape.PointingHandCursor
        if self._pane.viewport().cursor().shape() is not shape:
            self._pane.viewport().setCursor(shape)

    def _tell_finished(self) -> None:
        if self._pane.selection() is not None:
            self._pane.selection_finished_by_mouse.emit(self._point)
