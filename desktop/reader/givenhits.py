"""Hits of a search elsewhere, marked in the text and stepped through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.reader.hits import Hit, Hits

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane


class GivenHits(QObject):
    """Holds them as long as the text is shown, until others are looked for in it."""

    ended = Signal(int)
    """A step led past the last hit (1) or before the first (-1)."""

    stepped = Signal(int)
    """A step led to the hit that starts at this code point."""

    def __init__(self, pane: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._current: Hit | None = None
        self.active = False
        pane.text_closing.connect(self.clear)

    def show(self, hits: Hits, current: Hit | None) -> None:
        """Mark `hits` and go to the `current` one, if any; it may be one that another one overlaps."""
        self.active = True
        self._pane.set_hits(hits)
        self._current = current
        self._go()

    def fill(self, hits: Hits) -> None:
        """Mark all `hits`, now that it is known where they are; which one was gone to is as before."""
        if self.active:
            self._pane.set_hits(hits, self._current)

    def clear(self) -> None:
        """Mark no hits any more."""
        if self.active:
            self.active, self._current = False, None
            self._pane.set_hits(Hits())

    def step(self, step: int) -> None:
        """Go one hit on or back, from the current one or else from the reading place."""
        hits = self._pane.marks.hits
        start = self._current[0] if self._current is not None else self._pane.place()
        index = hits.before(start + (self._current is not None)) if step > 0 else hits.before(start) - 1
        if 0 <= index < len(hits):
            self._current = hits[index]
            self._go()
            self.stepped.emit(self._current[0])
        else:
            self.ended.emit(step)

    def _go(self) -> None:
        """Go to the current hit and select it, so that it is what pens and keys act on."""
        if self._current is not None:
            self._pane.set_current_hit(self._current)
            self._pane.select(*self._current)
