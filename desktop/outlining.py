"""What is done with headings in the window: gone to, and made of what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.window import MainWindow


class Outlining:
    """Goes to headings of the text in view, and makes them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def go(self, start: int, go_on: bool = True) -> None:
        """Show the heading that begins at code point `start`: a jump. To `go_on` takes the focus to the text."""
        self._go(start, None, go_on)

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
