"""The search in the window: its panel, made when it is first wanted, and what it found put into the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt

from desktop.translation import tr
from library.errors import IndexDamaged, LibraryError

if TYPE_CHECKING:
    from desktop.itemmodels.findings import Entry
    from desktop.search.panel import SearchPanel
    from desktop.search.question import Placed
    from desktop.window import MainWindow
    from library.search.hits import Hit

SPECIAL = re.compile(r"[\s\"“”()/:：-]|\bOR\b")
"""What would be read as more than a word in a query."""
LONGEST_SELECTION = 60
"""Code points of a selection above which it is not taken for what to look for."""
End = Literal["first", "last"]


class Searching(QObject):
    """Opens the search panel and what is chosen in it.

    The panel stands in the sidebar, or fills the middle of the window until a hit is opened from there.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: SearchPanel | None = None
        self._goal: tuple[int, int] | End = "first"
        window.sidebar.search_wanted.connect(lambda: window.sidebar.put_search(self.panel))

    @property
    def panel(self) -> SearchPanel:
        """The panel, made now unless it is there."""
        if self._panel is None:
            self._panel = self._make()
        return self._panel

    def look(self) -> None:
        """Go to the field of the search; a short selection in the text is what to look for."""
        selected = self._selected()
        panel = self.panel
        self._show()
        if selected and selected != panel.question.query:
            panel.search_for(selected)
        panel.look()

    def search_for(self, text: str) -> None:
        """Look for a text in the whole library, as it stands and not as a query."""
        self.panel.search_for(as_phrase(text))
        self._show()

    def open_hit(self, hit: Hit) -> None:
        """Show a hit in its document, with all others there marked: a jump."""
        span = (hit.start, hit.end)
        self._goal = span
        self._open(hit.document_id, span, [span])
        self.panel.inquirer.place(hit.document_id)

    def step_on(self, step: int) -> None:
        """Go to the next document with hits, or the one before, once those of the open one are through."""
        document = self._window.reading.document
        documents = [group.id for group in self.panel.model.groups if group.kind == "document"]
        index = documents.index(document.id) + step if document is not None and document.id in documents else -1
        if 0 <= index < len(documents):
            self._open_end(documents[index], "first" if step > 0 else "last")
        else:
            self._window.messages.info(tr("There are no further hits in the library."))

    def _show(self) -> None:
        window = self._window
        window.sides.unfold("sidebar")
        window.sidebar.show_view("search")

    def _make(self) -> SearchPanel:
        from desktop.search.panel import SearchPanel  # once it is wanted: what is loaded at the start is waited for

        window = self._window
        panel = SearchPanel(window.session, window.themes, window.settings)
        panel.hit_opened.connect(self.open_hit)
        panel.document_opened.connect(lambda document_id: self._open_end(document_id, "first"))
        panel.entry_opened.connect(self._open_entry)
        panel.text_wanted.connect(window.navigation.return_to_text)
        panel.inquirer.placed.connect(self._take_placed)
        panel.head.marking_wanted.connect(lambda: window.concordancing.mark_found(in_text=False))
        panel.head.lines_wanted.connect(lambda: window.concordancing.show())
        panel.inquirer.refused.connect(self._mend)
        return panel

    def _mend(self, error: LibraryError) -> None:
        if isinstance(error, IndexDamaged):
            self._window.indexing.mend()

    def _open_end(self, document_id: str, end: End) -> None:
        """Show the first or last hit of a document once it is known where that is."""
        self._goal = end
        self.panel.inquirer.place(document_id)

    def _take_placed(self, placed: Placed) -> None:
        hits = list(zip(placed.starts, placed.ends, strict=True))
        if not hits:
            return
        goal, document = self._goal, self._window.reading.document
        if isinstance(goal, str):
            goal = hits[0] if goal == "first" else hits[-1]
            self._goal = goal
            self._open(placed.document_id, goal, hits)
        elif document is not None and document.id == placed.document_id:
            self._mark(hits, goal)

    def _open(self, document_id: str, span: tuple[int, int], hits: list[tuple[int, int]]) -> None:
        self._window.navigation.open_document(document_id, span[0])
        self._mark(hits, span)
        self._window.centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, hits: list[tuple[int, int]], current: tuple[int, int]) -> None:
        from desktop.reader.hits import Hits

        self._window.reader.show_hits(Hits(hits), current)

    def _open_entry(self, entry: Entry) -> None:
        """Show what a title, a note or a tag belongs to."""
        window = self._window
        if entry.target_kind == "collection":
            window.navigation.open_list(entry.target_id)
        else:
            window.targets.follow(entry.target_kind, entry.target_id)

    def _selected(self) -> str:
        """Return the selection in the text as a query, or ""."""
        span = self._window.pane.selection() if self._window.centre.shows_text else None
        if span is None or span[1] - span[0] > LONGEST_SELECTION:
            return ""
        return as_phrase(self._window.pane.selected_text())


def as_phrase(text: str) -> str:
    """Return a text as a query that looks for it as one piece."""
    words = " ".join(text.replace('"', " ").split())
    return f'"{words}"' if SPECIAL.search(text.strip()) else words
