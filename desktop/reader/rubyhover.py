"""The reading of the word under the mouse, or at the caret, for a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QTimer
from PySide6.QtGui import QMouseEvent

from desktop.reader.ruby import syllables_of
from desktop.reader.rubyroom import HOVER
from desktop.reader.rubytype import Syllable
from desktop.reader.selection import word_at

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane

_DWELL_MS = 70
_LONGEST = 400
"""Code points of a selection whose readings are shown at once."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What is to be read over one line: the em boxes of its characters in the viewport, and the syllables there."""

    box: QRectF
    syllables: tuple[Syllable, ...]

    def moved(self, by: QPointF) -> ReadingRow:
        """Return the row moved by a distance."""
        moved = tuple(Syllable(one.text, one.middle + by.x()) for one in self.syllables)
        return ReadingRow(self.box.translated(by), moved)


class RubyHover(QObject):
    """Finds out what is to be read, and has the pane say so.

    Where the mouse goes, the next word is looked up a moment later and not at once: until then what is shown stays,
    so that nothing flickers. A key, a press, a movement of the text and leaving it end it.
    """

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._point: QPoint | None = None
        self._shown: tuple[int, int] | None = None
        self._asked: tuple[int, int] | None = None
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(_DWELL_MS)
        self._dwell.timeout.connect(self._look)
        pane.scrolled.connect(self.leave)
        pane.selection_changed.connect(self.leave)
        pane.readings.loaded.connect(self._look)

    def hover(self, event: QMouseEvent) -> None:
        """Look soon what is under the mouse, unless it drags."""
        if event.buttons():
            self.leave()
        elif self._pane.reader_style.ruby == HOVER and self._pane.flow is not None:
            self._point = event.position().toPoint()
            self._pane.readings.prepare()
            if not self._dwell.isActive():
                self._dwell.start()
        elif self._shown is not None:
            self.leave()

    def leave(self) -> None:
        """Show no reading any more."""
        self._dwell.stop()
        self._point = self._asked = None
        self._show(None)

    def ask(self, start: int, end: int) -> None:
        """Show how `start` to `end` is read until something else is done; where that is shown already, no longer."""
        if (start, end) == self._shown:
            self.leave()
            return
        self._dwell.stop()
        self._point, self._asked = None, (start, min(end, start + _LONGEST))
        self._pane.readings.prepare()
        self._look()

    def _look(self) -> None:
        if not self._pane.readings.ready or self._pane.flow is None:
            return
        if self._asked is not None:
            self._show(self._asked)
        elif self._point is not None:
            self._show(self._word_at(self._point))

    def _word_at(self, point: QPoint) -> tuple[int, int] | None:
        flow = self._pane.flow
        if flow is None:
            return None
        at = flow.position_at(point, character=True)
        if not any(box.contains(QPointF(point)) for box in flow.rects(at, at + 1)):
            return None
        if self._shown is not None and self._shown[0] <= at < self._shown[1]:
            return self._shown
        return word_at(flow.document, at)

    def _show(self, extent: tuple[int, int] | None) -> None:
        if extent == self._shown:
            return
        self._shown = extent
        self._pane.reading_shown.emit(self._rows(*extent) if extent is not None else [])

    def _rows(self, start: int, end: int) -> list[ReadingRow]:
        flow = self._pane.flow
        height = self._pane.viewport().height()
        rows: list[ReadingRow] = []
        for layout, y in flow.visible() if flow is not None else ():
            first, last = max(start - layout.start, 0), min(end - layout.start, layout.length)
            if flow is None or first >= last:
                continue
            text = flow.document.block(layout.index)[first:last]
            readings = self._pane.readings.of(text)
            for line in range(layout.line_of(first), layout.line_of(last - 1) + 1):
                found = syllables_of(layout, line, readings, first)
                top, left = y + layout.line_tops[line] + layout.em_top, flow.column.left
                if found and 0 <= top <= height - layout.em:
                    width = found[-1].middle - found[0].middle + layout.em
                    box = QRectF(left + found[0].middle - layout.em / 2, top, width, layout.em)
                    rows.append(ReadingRow(box, tuple(Syllable(one.text, left + one.middle) for one in found)))
        return rows
