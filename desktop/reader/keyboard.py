"""What the keys do on the pane.

While there is no caret to be seen, the keys scroll, as in a book reader: up and down by a line, Home and End to the
ends of the text. A click brings a caret, and the arrows then move it (see motions.py); Esc puts it away again. With
caret browsing it is always there. Space and Shift+Space scroll by a window at all times. Shift with the arrows
extends the selection, or, while a highlight is selected, moves its active end; Enter asks for its note, if it has one,
or follows the link or selects the highlight at the caret. Every other key is left to the window.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.reader.motions import SIDEWAYS, VERTICAL, Motion, motion_of, moved, x_of
from desktop.reader.selection import Selection

if TYPE_CHECKING:
    from desktop.reader.flow import Flow
    from desktop.reader.pane import ReaderPane
    from desktop.reader.spans import Span

_SCROLLS: dict[Motion, int] = {Motion.UP: -1, Motion.DOWN: 1, Motion.PAGE_UP: -1, Motion.PAGE_DOWN: 1}


class Keyboard:
    """The state that keys leave behind: the x that going up and down keeps to, and the active end of a highlight."""

    def __init__(self, pane: ReaderPane) -> None:
        self._pane = pane
        self._goal_x: tuple[int, float] | None = None
        self._start_moves = False

    def start_at_end(self) -> None:
        """Let the end of the selected highlight be the one that moves."""
        self._start_moves = False

    def swap_ends(self) -> None:
        """Let the other end of the selection, or of the selected highlight, be the one that moves."""
        held = self._pane.marks.selection
        if held is not None and not held.is_empty:
            self._pane.set_selection(Selection(held.active, held.anchor), caret=True)
        else:
            self._start_moves = not self._start_moves

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; say whether it was one of the pane's."""
        flow = self._pane.flow
        if flow is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._leave()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._page(flow, down=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(event)
        asked = motion_of(event)
        return asked is not None and self._go(flow, *asked)

    def _page(self, flow: Flow, *, down: bool) -> None:
        """Scroll by a window; with caret browsing the caret goes along, unless it holds a selection."""
        if self._pane.caret_browsing and self._pane.selection() is None:
            self._move(flow, Motion.PAGE_DOWN if down else Motion.PAGE_UP, False)
        else:
            self._pane.scroll_page(1 if down else -1)

    def _enter(self, event: QKeyEvent) -> bool:
        """Ask for the note of the selected highlight, else follow the link at the caret or select a highlight there."""
        selected = self._pane.selected_highlight()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if selected is not None and selected in self._pane.marks.margin:
            self._pane.note_activated.emit(selected)
            return True
        caret = self._pane.caret()
        return self._pane.marks.caret_visible and (self._pane.follow(caret) or self._pane.pick_highlight(caret))

    def _leave(self) -> bool:
        """Put away what Esc finds first: selection, caret, selected highlight; a hit's mark before its selection."""
        marks = self._pane.marks
        if marks.current_hit is not None and self._pane.selection() == marks.current_hit:
            return False
        if self._pane.selection() is not None or (marks.caret_visible and not self._pane.caret_browsing):
            self._pane.clear_selection()
        elif marks.selected is not None:
            self._pane.set_selected_highlight(None)
        else:
            return False
        return True

    def _go(self, flow: Flow, motion: Motion, extend: bool) -> bool:
        marks = self._pane.marks
        span = marks.selected_span
        if extend and span is not None and self._pane.selection() is None:
            return motion in SIDEWAYS and self._resize(flow, span, motion)
        if not extend and not marks.caret_visible and self._pane.selection() is None:
            return self._scroll(flow, motion)
        self._move(flow, motion, extend)
        return True

    def _scroll(self, flow: Flow, motion: Motion) -> bool:
        if motion in (Motion.PAGE_UP, Motion.PAGE_DOWN):
            self._pane.scroll_page(_SCROLLS[motion])
        elif motion in VERTICAL:
            self._pane.scroll_by(_SCROLLS[motion] * flow.style.pitch)
        elif motion in (Motion.TEXT_START, Motion.LINE_START):
            self._pane.scroll_to_place(0)
        elif motion in (Motion.TEXT_END, Motion.LINE_END):
            self._pane.scroll_to_end()
        else:
            return False
        return True

    def _move(self, flow: Flow, motion: Motion, extend: bool) -> None:
        position = self._pane.caret()
        held = self._pane.selection()
        if held is not None and not extend and motion in (Motion.LEFT, Motion.RIGHT):
            target = held[0] if motion is Motion.LEFT else held[1]
        else:
            goal_x = self._keep_x(flow, position, motion)
            before = flow.value
            target = moved(flow, position, motion, goal_x=goal_x, extend=extend)
            if flow.value != before:
                self._pane.moved(None)
            self._goal_x = (target, goal_x) if motion in VERTICAL else None
        anchor = position
        if extend and self._pane.marks.selection is not None:
            anchor = self._pane.marks.selection.anchor
        self._pane.set_selection(Selection(anchor if extend else target, target), caret=True)
        self._pane.reveal(target)

    def _keep_x(self, flow: Flow, position: int, motion: Motion) -> float:
        if motion in VERTICAL and self._goal_x is not None and self._goal_x[0] == position:
            return self._goal_x[1]
        return x_of(flow, position)

    def _resize(self, flow: Flow, span: Span, motion: Motion) -> bool:
        """Move the active end of the selected highlight; the ends do not cross."""
        active = span.start if self._start_moves else span.end
        target = moved(flow, active, motion, goal_x=0, extend=True)
        resized = replace(span, start=target) if self._start_moves else replace(span, end=target)
        if resized.start < resized.end and resized != span:
            self._pane.put_span(resized)
            self._pane.reveal(target)
            self._pane.highlight_resized.emit(span.id, resized.start, resized.end)
        return True
