"""Places one below the other, of which only those near the view have widgets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.memos.places import Part, Place

PROSE_SPACE = 12
"""Pixels between prose and the card below it."""
NEAR = 300
"""Pixels above and below the view in which places have their widgets already."""
FAR = 1200
"""Pixels from the view beyond which widgets are let go."""
NEIGHBOURS = 2
"""Places on each side of the focus that have widgets wherever they stand: Tab and arrows lead to them."""
ROUNDS = 4
"""How often at most the places are gone over at once: widgets that were moved may want another height."""


class Bench(QWidget):
    """The ground on which the parts of a memo are placed."""

    shaped = Signal()
    """It has another size or place."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shaped.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.shaped.emit()


class Flow(QObject):
    """Gives the places near the view their widgets, measures these and moves them. Lengths are pixels of the ground."""

    height_changed = Signal()
    """The ground has another height."""
    pushed = Signal(int)
    """What is in view went down by so many pixels, since what is above it turned out higher than it was taken for."""

    def __init__(self, ground: QWidget, make: Callable[[Place], Part], guess: Callable[[Place, int], int]) -> None:
        super().__init__(ground)
        self._ground = ground
        self._make = make
        self._guess = guess
        self._places: list[Place] = []
        self._tops: list[int] = [0]
        self._view = (0, 0)
        self._width = 0
        self._stale = True
        self._busy = self._again = False

    @property
    def places(self) -> Sequence[Place]:
        """All places from top to bottom."""
        return self._places

    @property
    def widgets(self) -> list[Part]:
        """The widgets there are, from top to bottom."""
        return [place.widget for place in self._places if place.widget is not None]

    def show_places(self, places: Sequence[Place]) -> None:
        """Show other places, or the same in another order; widgets of those that are left out go."""
        kept = set(places)
        for place in self._places:
            if place not in kept:
                self.strip(place)
        self._places = list(places)
        self._stale = True
        self._guess_heights()
        self.update()

    def look(self, top: int, bottom: int) -> None:
        """Show what is between two heights; it is in view now."""
        self._view = (top, bottom)
        self.update()

    def reach(self, index: int) -> Part:
        """Return the widget of a place, made and placed if need be."""
        widget = self._give(self._places[index])
        self._arrange()
        return widget

    def strip(self, place: Place) -> None:
        """Take its widget from a place."""
        widget, place.widget = place.widget, None
        if widget is not None:
            widget.blockSignals(True)  # what is left by it was said before
            widget.hide()
            widget.deleteLater()

    def forget_heights(self) -> None:
        """Take the heights of places without widgets for unknown: they are guessed again."""
        self._width = 0

    def top(self, index: int) -> int:
        """Return where a place begins."""
        return self._tops[index]

    def bottom(self, index: int) -> int:
        """Return where a place ends."""
        return self._tops[index] + self._places[index].height - 1

    def update(self) -> None:
        """Bring the widgets into step with the places, the view and the width of the ground."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        try:
            for _ in range(ROUNDS):
                self._again = False
                self._go_over()
                if not self._again:
                    break
        finally:
            self._busy = False

    def _go_over(self) -> None:
        before, (top, bottom) = self._tops, self._view
        first = bisect_right(before, top, 0, len(self._places)) - 1
        self._guess_heights()
        guessed = self._tops[first] - before[first] if first >= 0 else 0
        wanted = self._near(top + guessed, bottom + guessed) | self._always()
        for index in wanted:
            self._give(self._places[index])
        self._let_go(wanted)
        self._arrange()
        pushed = self._tops[first] - before[first] if first >= 0 else 0
        if pushed:
            self._view = (top + pushed, bottom + pushed)
            self.pushed.emit(pushed)

    def _guess_heights(self) -> None:
        """Guess the heights that are not known, all of them where the ground has another width."""
        known, self._width = self._width == self._ground.width(), self._ground.width()
        for place in self._places:
            if not known or not place.height:
                self._set_height(place, self._guess(place, self._width))
        self._find_tops()

    def _near(self, top: int, bottom: int) -> set[int]:
        """Give widgets to the places near the view, which shows how many of them there are."""
        index = max(0, bisect_right(self._tops, top - NEAR, 0, len(self._places)) - 1)
        y, found = self._tops[index], set[int]()
        while index < len(self._places) and y < bottom + NEAR:
            found.add(index)
            self._give(self._places[index])
            y += self._places[index].height
            index += 1
        return found

    def _always(self) -> set[int]:
        """Return the places with widgets wherever the view is: both ends, and what is around the focus."""
        last = len(self._places) - 1
        held = self._ground.focusWidget()
        focused = next((at for at, place in enumerate(self._places) if held is not None and place.widget is held), 0)
        around = range(focused - NEIGHBOURS, focused + NEIGHBOURS + 1)
        return {index for index in (*around, last) if 0 <= index <= last}

    def _give(self, place: Place) -> Part:
        """Give a place its widget, and measure it."""
        widget = place.widget
        if widget is None:
            widget = place.widget = self._make(place)
            widget.show()
        self._set_height(place, widget.fit(self._width))
        return widget

    def _set_height(self, place: Place, height: int) -> None:
        if height != place.height:
            place.height = height
            self._stale = True

    def _let_go(self, wanted: set[int]) -> None:
        top, bottom = self._view
        for index, place in enumerate(self._places):
            if place.widget is None or index in wanted or place.held:
                continue
            if self._tops[index] + place.height < top - FAR or self._tops[index] > bottom + FAR:
                self.strip(place)

    def _arrange(self) -> None:
        """Move the widgets to where their places are, and let the ground be as high as all."""
        self._find_tops()
        above: QWidget | None = None
        for place, top in zip(self._places, self._tops, strict=False):
            widget = place.widget
            if widget is None:
                continue
            widget.setGeometry(0, top, self._width, place.height)
            if above is not None and above.nextInFocusChain() is not widget:
                QWidget.setTabOrder(above, widget)
            above = widget
        if self._tops[-1] != self._ground.minimumHeight():
            self._ground.setFixedHeight(self._tops[-1])
            self.height_changed.emit()

    def _find_tops(self) -> None:
        """Find where each place begins, and where the last one ends."""
        if not self._stale:
            return
        tops, y, spaced = list[int](), 0, False
        for place in self._places:
            above, spaced = spaced, place.spaced
            if tops and (above or spaced):
                y += PROSE_SPACE
            tops.append(y)
            y += place.height
        self._tops, self._stale = [*tops, y], False
