"""What a search of the library found, put into the reader: one hit gone to, all of its document marked."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt

from desktop.reader.hits import Hits
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.search.panel import SearchPanel
    from desktop.search.question import Placed
    from desktop.window import MainWindow
    from library.search.hits import Hit

Span = tuple[int, int]
End = Literal["first", "last"]


class Sought(QObject):
    """Goes to hits of the question that the panel asks: each is a jump, from which a chip leads back."""

    def __init__(self, window: MainWindow, panel: SearchPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._panel = panel
        self._goal: Span | End = "first"
        self._placed: Placed | None = None
        panel.asked.connect(self._forget)
        panel.inquirer.placed.connect(self._take_placed)

    def open_hit(self, hit: Hit) -> None:
        """Show a hit in its document; the others there are marked as soon as it is known where they are."""
        self._goal = span = (hit.start, hit.end)
        self._open(hit.document_id, span, [span])
        self._panel.inquirer.place(hit.document_id)

    def open_end(self, document_id: str, end: End) -> None:
        """Show the first or last hit of a document once it is known where that is."""
        self._goal = end
        self._panel.inquirer.place(document_id)

    def step_on(self, step: int) -> None:
        """Go to the next document with hits, or the one before."""
        document = self._window.reading.document
        documents = [group.id for group in self._panel.model.groups if group.kind == "document" and group.total]
        index = documents.index(document.id) + step if document is not None and document.id in documents else -1
        if 0 <= index < len(documents):
            self.open_end(documents[index], "first" if step > 0 else "last")
        else:
            self._window.messages.info(tr("There are no further hits in the library."))

    def follow(self, start: int) -> None:
        """Let what was found stand at the hit in the text that starts at this code point."""
        document, placed = self._window.reading.document, self._placed
        if placed is None or document is None or document.id != placed.document_id:
            return
        index = bisect_left(placed.starts, start)
        if index < len(placed.starts) and placed.starts[index] == start:
            self._panel.answer.go_to_hit(document.id, placed.numbers[index])

    def _forget(self) -> None:
        self._placed = None

    def _take_placed(self, placed: Placed) -> None:
        hits = list(zip(placed.starts, placed.ends, strict=True))
        if not hits:  # the document meets the question by what is known of it
            self._window.navigation.open_document(placed.document_id)
            self._window.centre.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._placed = placed
        goal, document = self._goal, self._window.reading.document
        if isinstance(goal, str):
            self._goal = goal = hits[0] if goal == "first" else hits[-1]
            self._open(placed.document_id, goal, hits)
            self.follow(goal[0])
        elif document is not None and document.id == placed.document_id:
            self._window.reader.fill_hits(Hits(hits))

    def _open(self, document_id: str, span: Span, hits: list[Span]) -> None:
        self._window.navigation.open_document(document_id, span[0])
        self._window.reader.show_hits(Hits(hits), span)
        self._window.centre.setFocus(Qt.FocusReason.OtherFocusReason)
