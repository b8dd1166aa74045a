"""Work ahead in idle moments: blocks near the window laid out and painted before they are scrolled to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from desktop.reader.flow import Flow
from desktop.reader.layout import BlockLayout
from desktop.reader.painter import STRIP_LINES, Marks, paint_tile, strip_rect, strips_of
from desktop.reader.roles import Role
from desktop.reader.rubysetter import RubySetter

SLICE_SECONDS = 0.004
_AHEAD, _BEHIND = 1.6, 1.1  # windows
_KEPT = 6  # windows of pictures


class Prefetch(QObject):
    """Lays out and paints ahead of the reader, some milliseconds at a time, and keeps the last pictures it painted."""

    def __init__(self, ruby: RubySetter, parent: QObject) -> None:
        super().__init__(parent)
        self._ruby = ruby
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._flow: Flow | None = None
        self._marks = Marks()
        self._ratio = 1.0
        self._painted: deque[tuple[BlockLayout, int]] = deque()
        self._height = 0
        self._down = True

    def start(self, flow: Flow, marks: Marks, ratio: float) -> None:
        """Work ahead in `flow` as soon as nothing else is to be done; `ratio` is the screen's pixel ratio."""
        self._flow, self._marks, self._ratio = flow, marks, ratio
        self._timer.start()

    def face(self, *, down: bool) -> None:
        """Say which way the reader goes: that side is worked on first."""
        self._down = down

    def stop(self) -> None:
        """Do nothing more, and let the text and the pictures go."""
        self._timer.stop()
        self._flow = None
        self._painted.clear()
        self._height = 0

    def _work(self) -> None:
        if self._flow is None:
            return
        until = perf_counter() + SLICE_SECONDS
        for layout, strip in _near(self._flow, down=self._down):
            # pictures fit the screen only where a pixel is a whole number of the screen's
            if layout.role is not Role.BLANK and strip not in layout.tiles and self._ratio == int(self._ratio):
                self._paint(self._flow, layout, strip)
            if perf_counter() > until:
                self._timer.start()
                return

    def _paint(self, flow: Flow, layout: BlockLayout, strip: int) -> None:
        if not self._ruby.complete(flow, layout, strip):
            return
        ratio = int(self._ratio)
        layout.tiles[strip] = paint_tile(layout, strip, flow.column.width, flow.style, self._marks, ratio)
        self._painted.append((layout, strip))
        self._height += strip_rect(layout, strip).height()
        while self._height > _KEPT * flow.height + STRIP_LINES * layout.pitch:
            gone, number = self._painted.popleft()
            gone.tiles.pop(number, None)
            self._height -= strip_rect(gone, number).height()


def _near(flow: Flow, *, down: bool) -> Iterator[tuple[BlockLayout, int]]:
    """Yield the strips in the window and near it, those that the reader comes to first in front."""
    visible = flow.visible()
    layout, y = visible[0]
    below = _below(flow, layout.index, y, (1 + (_AHEAD if down else _BEHIND)) * flow.height)
    above = _above(flow, layout.index, y, (_BEHIND if down else _AHEAD) * flow.height)
    yield from below if down else above
    yield from above if down else below


def _below(flow: Flow, index: int, y: int, reach: float) -> Iterator[tuple[BlockLayout, int]]:
    while index < flow.document.block_count and y < reach:
        layout = flow.layout(index)
        for strip in strips_of(layout):
            area = strip_rect(layout, strip).translated(0, y)
            if area.bottom() >= 0 and area.top() < reach:
                yield layout, strip
        y += layout.height
        index += 1


def _above(flow: Flow, index: int, y: int, reach: float) -> Iterator[tuple[BlockLayout, int]]:
    while y > -reach:
        layout = flow.layout(index)
        for strip in reversed(strips_of(layout)):
            area = strip_rect(layout, strip).translated(0, y)
            if area.bottom() < 0 and area.bottom() > -reach:
                yield layout, strip
        if index == 0:
            return
        index -= 1
        y -= flow.layout(index).height
