"""Finding in the text: what the bar asks for, searched in the background, marked and stepped through in the pane."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt

from desktop.reader.findbar import FindBar
from desktop.reader.finder import Finder
from desktop.reader.flow import Anchor
from desktop.reader.hits import Hit, Hits
from desktop.reader.pane import ReaderPane

_LONGEST_QUERY = 200
"""Code points of a selection above which it is not taken for what to search."""

_GROWTH = 80
"""By how many pixels the bar may still grow to the left, for a longer count."""


class Finding(QObject):
    """Brings bar, search and pane together.

    A search begins at the reading place and goes round. Until it is through, hits are known from there on, as far as
    it has come.
    """

    def __init__(self, pane: ReaderPane, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._bar = bar
        self._finder = Finder(self)
        self._origin = self._begin = self._left = 0
        self._current: Hit | None = None
        self._asked = 0
        self._taking = False
        self._return: Anchor | None = None
        self._stepped = self._going = False
        self._finder.found.connect(self._take)
        self._finder.finished.connect(self._end)
        bar.query_changed.connect(self._search)
        bar.next_asked.connect(self.next)
        bar.previous_asked.connect(self.previous)
        bar.left.connect(self.leave)
        bar.hit_taken.connect(self.take)
        pane.text_closing.connect(self._forget)
        pane.scrolled.connect(self._note_scrolling)
        pane.selection_changed.connect(self._note_selecting)
        self.destroyed.connect(self._finder.cancel)

    def begin(self) -> None:
        """Show the bar and search from the caret; a short selection is what to search."""
        span = self._pane.selection()
        text = self._pane.selected_text() if span and span[1] - span[0] <= _LONGEST_QUERY else ""
        query = text if text and "\n" not in text and span != self._current else None
        self._origin = self._beginning(span)
        again = not self._bar.isVisible() and (query is None or query == self._bar.query)
        if not self._bar.isVisible():
            self._appear()
            self._return, self._stepped = self._pane.anchor(), False
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
        """Leave the current hit selected, once it is found: a jump; without any hit the bar stays."""
        if self._current is not None:
            self._pane.go_to(self._current[0], select_end=self._current[1])
            self._put_away()
            self._pane.jumped.emit(self._left)
        else:
            self._taking = self._finder.running

    def leave(self) -> None:
        """Put the bar away.

        A hit the reader has stepped to stays, selected as it is. Before that, and as long as she does nothing else in
        the text, it comes back to where it stood when she began to search.
        """
        if self._return is not None:
            self._pane.return_to(self._return)
        self._put_away()

    def stop(self) -> None:
        """Search no more and mark no hits."""
        self._finder.cancel()
        self._taking = False
        self._asked = 0
        self._current = None
        self._pane.set_hits(Hits())

    def _put_away(self) -> None:
        self.stop()
        # before the bar goes, for its focus would go to some other part of the window first
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.hide()

    def _forget(self) -> None:
        self.stop()
        self._bar.hide()

    def _search(self, query: str) -> None:
        self.stop()
        flow = self._pane.flow
        if query and flow is not None:
            self._begin = flow.document.start(flow.document.block_at(self._origin))
            self._finder.start(flow.document.text, query, first=self._origin, exact=self._bar.exact)
        self._show()

    def _take(self, batch: Hits) -> None:
        self._pane.add_hits(batch)
        gone_round = batch[0][0] < self._begin
        if self._current is None and (gone_round or batch[len(batch) - 1][0] >= self._origin):
            self._make_current(0 if gone_round else self._pane.marks.hits.before(self._origin))
        self._go_on()

    def _end(self) -> None:
        hits = self._pane.marks.hits
        if self._current is None and len(hits):
            self._make_current(hits.before(self._origin) % len(hits))
        self._go_on()

    def _go_on(self) -> None:
        """Do what was asked for when it was not known yet."""
        if self._asked and self._current is not None:
            self._make_step(self._asked)
        self._show()
        if self._taking and self._current is not None:
            self.take()

    def _step(self, step: int) -> None:
        if not self._bar.isVisible() and self._bar.query and self._pane.flow is not None:
            self._resume(step)
        elif self._current is not None:
            self._make_step(step)
            self._show()

    def _make_step(self, step: int) -> None:
        """Go one hit on or back; what lies there may still have to be found."""
        hits = self._pane.marks.hits
        begin = hits.before(self._begin)
        # counted from where the search began, the hits known so far stand side by side
        index = (hits.before(self._current[0]) - begin) % len(hits) + step if self._current is not None else 0
        self._return, self._stepped = None, True
        self._asked = 0 if 0 <= index < len(hits) or not self._finder.running else step
        if not self._asked:
            self._make_current((begin + index) % len(hits))

    def _resume(self, step: int) -> None:
        """Search again for the last query, from the selection on."""
        span = self._pane.chosen()
        self._origin = span[1] if span and step > 0 else self._beginning(span)
        self._appear()
        self._return, self._stepped = None, True
        self._search(self._bar.query)
        self._asked = min(step, 0)

    def _appear(self) -> None:
        """Show the bar; the jump that a search may end in begins here."""
        self._left = self._pane.place()
        self._bar.appear()

    def _beginning(self, span: tuple[int, int] | None) -> int:
        """Return where to search from: the selection, the caret if it is in the window, or what is first in it."""
        if span is not None:
            return span[0]
        caret = self._pane.caret()
        return self._pane.place() if self._pane.rect_of(caret, caret).isEmpty() else caret

    def _make_current(self, index: int) -> None:
        """Go to a hit; one that was stepped to is selected, so that it is what pens and keys act on."""
        self._current = self._pane.marks.hits[index]
        self._origin = self._current[0]
        self._going = True
        self._pane.set_current_hit(self._current)
        if self._stepped:
            self._pane.select(*self._current)
        self._uncover(self._current)
        self._going = False

    def _uncover(self, hit: Hit) -> None:
        """Scroll a hit that stands under the bar to below it."""
        covered = QRect(self._pane.viewport().mapFromGlobal(self._bar.mapToGlobal(QPoint())), self._bar.size())
        covered.adjust(-_GROWTH, 0, 0, 0)
        box = self._pane.rect_of(*hit)
        if self._bar.isVisible() and box.intersects(covered):
            self._pane.scroll_by(box.top() - covered.bottom() - self._pane.reader_style.pitch // 2)

    def _note_scrolling(self) -> None:
        if not self._going:
            self._return = None

    def _note_selecting(self) -> None:
        if not self._going:
            self._return, self._stepped = None, False

    def _show(self) -> None:
        hits, searching = self._pane.marks.hits, self._finder.running
        # which hit it is is known once those before it are
        known = self._current is not None and not (searching and self._begin)
        current = hits.before(self._current[0]) if known and self._current is not None else None
        self._bar.show_count(current, len(hits), searching=searching)
