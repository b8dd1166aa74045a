"""What is done with headings in the window: gone to, and made of what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.reader.hits import Hits

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane
    from desktop.window import MainWindow

FLASH_MS = 1600
"""Milliseconds for which headings beside a missing number are marked."""


class Outlining:
    """Goes to headings of the text in view, and makes them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def go(self, start: int, go_on: bool = True) -> None:
        """Show the heading that begins at code point `start`: a jump. To `go_on` takes the focus to the text."""
        self._go(start, None, go_on)

    def show_gap(self, start: int, end: int) -> None:
        """Show where headings leave a number out, between two code points, and flash those it should stand between."""
        document, pane = self._window.reading.document, self._window.pane
        outline = self._window.session.outlines.find(document.id) if document is not None else None
        self.go(end)
        if outline is not None and not len(pane.marks.hits):  # hits of a search stay marked
            beside = [row for row in outline.headings if row.end == start or row.start == end]
            self._flash(pane, Hits([(row.start, row.end) for row in beside]))

    def go_to_repair(self, start: int, end: int, go_on: bool) -> None:
        """Show a repair, selected between two code points: a jump. To `go_on` takes the focus to the text."""
        self._go(start, end, go_on)

    def add(self) -> None:
        """Make a heading of what is selected in the text, or of the line in which the caret stands."""
        pane, document = self._window.pane, self._window.reading.document
        if document is None:
            return
        start, end = pane.chosen() or (pane.place_in_sight(), pane.place_in_sight())
        self._window.session.write(lambda library: library.outlines.add(document.id, start, end))
        pane.clear_selection()

    def show_repairs(self) -> None:
        """Turn to what was repaired in the text, and put the focus there."""
        self._window.sides.unfold("sidebar")
        self._window.sidebar.focus_repairs()

    @staticmethod
    def _flash(pane: ReaderPane, places: Hits) -> None:
        """Mark places for a moment, unless others are marked meanwhile."""
        pane.set_hits(places)
        QTimer.singleShot(FLASH_MS, pane, lambda: pane.set_hits(Hits()) if pane.marks.hits is places else None)

    def _go(self, start: int, select_end: int | None, go_on: bool) -> None:
        self._window.centre.show_text()
        with self._window.stands.active.trail.jump():
            self._window.pane.go_to(start, select_end=select_end)
        if go_on:
            self._window.sides.focus("centre")

    def show(self) -> None:
        """Turn to the outline, and put the focus there."""
        self._window.sides.unfold("sidebar")
        self._window.sidebar.focus_outline()
