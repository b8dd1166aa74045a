"""Where the keys take the caret.

Left and right go by grapheme, with Ctrl by word (to the end of the next, to the start of the one before, so that a
selection carries no stray punctuation), up and down by line at the same x, Home and End within the line, Page Up and
Page Down by the window, Ctrl+Home and Ctrl+End to the ends of the text. Shift extends.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence

from desktop.reader.graphemes import next_grapheme, previous_grapheme
from desktop.reader.roles import Role
from desktop.reader.selection import next_word_end, previous_word_start

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.reader.flow import Flow
    from desktop.reader.layout import BlockLayout


class Motion(Enum):
    """One way to move the caret."""

    LEFT = auto()
    RIGHT = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    TEXT_START = auto()
    TEXT_END = auto()


_Key = QKeySequence.StandardKey
_KEYS: tuple[tuple[_Key, _Key, Motion], ...] = (
    (_Key.MoveToPreviousChar, _Key.SelectPreviousChar, Motion.LEFT),
    (_Key.MoveToNextChar, _Key.SelectNextChar, Motion.RIGHT),
    (_Key.MoveToPreviousWord, _Key.SelectPreviousWord, Motion.WORD_LEFT),
    (_Key.MoveToNextWord, _Key.SelectNextWord, Motion.WORD_RIGHT),
    (_Key.MoveToPreviousLine, _Key.SelectPreviousLine, Motion.UP),
    (_Key.MoveToNextLine, _Key.SelectNextLine, Motion.DOWN),
    (_Key.MoveToStartOfLine, _Key.SelectStartOfLine, Motion.LINE_START),
    (_Key.MoveToEndOfLine, _Key.SelectEndOfLine, Motion.LINE_END),
    (_Key.MoveToPreviousPage, _Key.SelectPreviousPage, Motion.PAGE_UP),
    (_Key.MoveToNextPage, _Key.SelectNextPage, Motion.PAGE_DOWN),
    (_Key.MoveToStartOfDocument, _Key.SelectStartOfDocument, Motion.TEXT_START),
    (_Key.MoveToEndOfDocument, _Key.SelectEndOfDocument, Motion.TEXT_END),
)
SIDEWAYS = frozenset({Motion.LEFT, Motion.RIGHT, Motion.WORD_LEFT, Motion.WORD_RIGHT})
VERTICAL = frozenset({Motion.UP, Motion.DOWN, Motion.PAGE_UP, Motion.PAGE_DOWN})


def motion_of(event: QKeyEvent) -> tuple[Motion, bool] | None:
    """Return the motion that a key asks for and whether it extends the selection, or None."""
    for move, select, motion in _KEYS:
        if event.matches(move):
            return motion, False
        if event.matches(select):
            return motion, True
    return None


def moved(flow: Flow, position: int, motion: Motion, *, goal_x: float, extend: bool) -> int:
    """Return where `motion` takes the caret at `position`; `goal_x` is the x that going up and down keeps to."""
    document = flow.document
    match motion:
        case Motion.LEFT:
            return previous_grapheme(document, _past_hidden(flow, position, forward=False))
        case Motion.RIGHT:
            return next_grapheme(document, _past_hidden(flow, position, forward=True))
        case Motion.WORD_LEFT:
            return previous_word_start(document, position)
        case Motion.WORD_RIGHT:
            return next_word_end(document, position)
        case Motion.UP | Motion.DOWN:
            return _line_away(flow, position, goal_x, down=motion is Motion.DOWN)
        case Motion.PAGE_UP | Motion.PAGE_DOWN:
            return _page_away(flow, position, goal_x, down=motion is Motion.PAGE_DOWN)
        case Motion.LINE_START:
            layout, line = _line(flow, position)
            return layout.start + layout.line_range(line)[0]
        case Motion.LINE_END:
            return _line_end(flow, position, extend)
        case Motion.TEXT_START:
            return 0
        case Motion.TEXT_END:
            return document.length


def x_of(flow: Flow, position: int) -> float:
    """Return the x of the caret at `position` within the column."""
    layout, line = _line(flow, position)
    return layout.x_of(min(position - layout.start, layout.length), line)


def _past_hidden(flow: Flow, position: int, *, forward: bool) -> int:
    """Return `position` behind or before the marks hidden there: a step is one that is seen."""
    layout = flow.layout(flow.document.block_at(position))
    return layout.start + layout.past_hidden(position - layout.start, forward=forward)


def _line(flow: Flow, position: int) -> tuple[BlockLayout, int]:
    layout = flow.layout(flow.document.block_at(position))
    return layout, layout.line_of(min(position - layout.start, layout.length))


def _line_away(flow: Flow, position: int, x: float, *, down: bool) -> int:
    layout, line = _line(flow, position)
    step = 1 if down else -1
    line += step
    if not 0 <= line < len(layout.lines):
        following = _block_away(flow, layout.index, step)
        if following is None:
            return layout.end if down else layout.start
        layout = following
        line = 0 if down else len(layout.lines) - 1
    return layout.start + _within_line(layout, x, line)


def _within_line(layout: BlockLayout, x: float, line: int) -> int:
    """Return the position at `x` that belongs to `line` and not, at a wrap, to the next."""
    inside = layout.position_at(x, line)
    if line + 1 < len(layout.lines) and inside >= layout.line_range(line)[1]:
        return layout.character_at(x, line)
    return inside


def _block_away(flow: Flow, index: int, step: int) -> BlockLayout | None:
    """Return the next block that is not blank, the gap between paragraphs stepped over."""
    index += step
    while 0 <= index < flow.document.block_count:
        layout = flow.layout(index)
        if layout.role is not Role.BLANK:
            return layout
        index += step
    return None


def _page_away(flow: Flow, position: int, x: float, *, down: bool) -> int:
    """Scroll by a window and return the position that then stands where the caret stood."""
    before = flow.caret_rect(position)
    gone = flow.move(flow.page if down else -flow.page)
    if not gone:
        return flow.document.length if down else 0
    y = round(before.center().y()) if before is not None else flow.height // 2
    return flow.position_at(QPoint(round(flow.column.left + x), y))


def _line_end(flow: Flow, position: int, extend: bool) -> int:
    """Return the end of the line; a caret stops before the last character of a wrap, for behind it is the next line."""
    layout, line = _line(flow, position)
    end = layout.line_range(line)[1]
    if extend or line + 1 == len(layout.lines):
        return layout.start + end
    return previous_grapheme(flow.document, layout.start + end)
