"""What is done to the selected highlight once it stands: extended, starred, its quotation corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.marks import Marks
from desktop.reader.selection import extent
from desktop.reader.units import Unit
from desktop.shownmarks import ShownMarks
from library.errors import NotFound

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane
    from desktop.session import Session


class Refining(QObject):
    """Acts on the highlight that is selected in a pane; without one nothing happens."""

    def __init__(self, session: Session, pane: ReaderPane, shown: ShownMarks, marks: Marks, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pane = pane
        self._shown = shown
        self._marks = marks

    def extend(self, unit: Unit) -> None:
        """Let the highlight reach from the start of its first sentence or paragraph to the end of its last."""
        span, flow = self._shown.find(self._pane.selected_highlight()), self._pane.flow
        if span is None or flow is None:
            return
        start, _ = extent(flow.document, unit, span.start)
        _, end = extent(flow.document, unit, max(span.start, span.end - 1))
        start, end = min(start, span.start), max(end, span.end)
        if (start, end) != (span.start, span.end):
            self._session.write(lambda library: library.highlights.resize(span.id, start, end))

    def star(self) -> None:
        """Put a star on the highlight, or take it off."""
        chosen = self._pane.selected_highlight()
        if chosen is not None:
            self._marks.star([chosen])

    def correct(self, highlight_id: str | None = None) -> None:
        """Let it be written how a quotation should read, by default that of the selected highlight."""
        chosen, library = highlight_id or self._pane.selected_highlight(), self._session.library
        if chosen is None or library is None:
            return
        try:
            highlight = library.highlights.get(chosen)
        except NotFound:  # it was deleted a moment ago, and the pane is told next
            return
        from desktop.dialogs.correct import CorrectDialog

        dialog = CorrectDialog(highlight, self._pane.window())
        dialog.corrected.connect(lambda text: self._marks.correct(chosen, text))
        dialog.open()
