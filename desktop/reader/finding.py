"""Finding in the text: what the bar asks for, searched in the background, marked and stepped through in the pane."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from desktop.reader.findbar import FindBar
from desktop.reader.finder import Finder
from desktop.reader.pane import ReaderPane

_LONGEST_QUERY = 200
"""Code points of a selection above which it is not taken for what to search."""


class Finding(QObject):
    """Brings bar, search and pane together."""

    def __init__(self, pane: ReaderPane, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._bar = bar
        self._finder = Finder(self)
        self._origin = 0
        self._count = 0
        self._current: int | None = None
        self._taking = False
        self._finder.found.connect(self._take)
        self._finder.finished.connect(self._end)
        bar.query_changed.connect(self._search)
        bar.next_asked.connect(self.next)
        bar.previous_asked.connect(self.previous)
        bar.left.connect(self.leave)
        bar.hit_taken.connect(self.take)
        pane.text_closing.connect(self._forget)
        self.destroyed.connect(self._finder.cancel)

    def begin(self) -> None:
        """Show the bar and search from the caret; a short selection is what to search."""
        span = self._pane.selection()
        text = self._pane.selected_text() if span and span[1] - span[0] <= _LONGEST_QUERY else ""
        query = text if text and "\n" not in text else None
        self._origin = self._beginning(span)
        again = not self._bar.isVisible() and (query is None or query == self._bar.query)
        if not self._bar.isVisible():
            self._bar.appear()
        self._bar.ask(query)
        if again:
            self._search(self._bar.query)

    def next(self) -> None:
        """Go to the hit after the current one, and from the last to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before the current one, and from the first to the last."""
        self._step(-1)

    def take(self) -> None:
        """Leave the current hit selected, once it is found; without any hit the bar stays."""
        if self._current is not None:
            self.leave()
        else:
            self._taking = self._finder.running

    def leave(self) -> None:
        """Put the bar away and leave the current hit selected."""
        if self._current is not None:
            self._pane.select(*self._pane.marks.hits[self._current])
        self.stop()
        # before the bar goes, for its focus would go to some other part of the window first
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.hide()

    def stop(self) -> None:
        """Search no more and mark no hits."""
        self._finder.cancel()
        self._taking = False
        self._count = 0
        self._current = None
        self._pane.set_hits(())

    def _forget(self) -> None:
        self.stop()
        self._bar.hide()

    def _search(self, query: str) -> None:
        self.stop()
        flow = self._pane.flow
        if query and flow is not None:
            self._finder.start(flow.document.text, query, exact=self._bar.exact)
        self._show()

    def _take(self, batch: list[tuple[int, int]]) -> None:
        self._pane.add_hits(batch)
        self._count = len(self._pane.marks.hits)
        if self._current is None and batch[-1][0] >= self._origin:
            self._make_current(self._pane.marks.hits.following(self._origin))
        self._show()
        self._take_if_asked()

    def _end(self) -> None:
        if self._current is None and self._count:
            self._make_current(0)
        self._show()
        self._take_if_asked()

    def _take_if_asked(self) -> None:
        if self._taking and self._current is not None:
            self.leave()

    def _step(self, step: int) -> None:
        if not self._bar.isVisible() and self._bar.query and self._pane.flow is not None:
            self._resume(step)
        elif self._count:
            self._make_current(0 if self._current is None else (self._current + step) % self._count)
            self._show()

    def _resume(self, step: int) -> None:
        """Search again for the last query, from the selection on."""
        span = self._pane.selection()
        self._origin = span[1] if span and step > 0 else self._beginning(span)
        self._bar.appear()
        self._search(self._bar.query)

    def _beginning(self, span: tuple[int, int] | None) -> int:
        """Return where to search from: the selection, the caret if it is in the window, or what is first in it."""
        if span is not None:
            return span[0]
        caret = self._pane.caret()
        return self._pane.place() if self._pane.rect_of(caret, caret).isEmpty() else caret

    def _make_current(self, index: int | None) -> None:
        self._current = index
        self._pane.set_current_hit(index)
        if index is not None:
            self._origin = self._pane.marks.hits[index][0]

    def _show(self) -> None:
        self._bar.show_count(self._current, self._count, searching=self._finder.running)
