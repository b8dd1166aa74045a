"""What was undone or redone out of sight, shown where it is, or else said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.translation import tr, words
from library.errors import NotFound

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from library.changes import Changes
    from library.library import Library
    from library.models import Span


class Revisiting(QObject):
    """Follows each undo and redo to the text, the tags, the notes or the shelf, unless it can be seen already."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.session.changed.connect(self._follow)

    def _follow(self, changes: Changes) -> None:
        window, library = self._window, self._window.session.library
        if library is None or changes.initiator == "do":
            return
        window.notice.dismiss()  # what was said before is of another step
        memo_id = window.memoing.memo_id
        if window.codebook.shows(changes) or window.excerpts.shows(changes) or memo_id in changes.ids("memo"):
            return
        marked = {place.document_id for place in changes.places}
        if not marked and changes.touches("note"):
            marked = set(changes.document_ids)
        if len(marked) > 1:  # one of these texts may be in view: of the others something is to be said
            self._look_at(library, changes.places)
            shown = False
        elif marked:
            shown = self._show_in_text(library, marked.pop(), changes.places)
        else:
            shown = self._show_beside(library, changes)
        if not shown:
            self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        """Name what was done: it cannot be shown."""
        step, undone = words(changes.label), changes.initiator == "undo"
        told = tr("Undone: {step}", step=step) if undone else tr("Redone: {step}", step=step)
        self._window.messages.info(told)

    def _show_in_text(self, library: Library, document_id: str, places: Sequence[Span]) -> bool:
        """Show the first of some passages in the text of their document, unless one is in sight; say if it is there."""
        navigation = self._window.navigation
        if document_id == navigation.document_id:
            self._look_at(library, places)
            return True
        try:
            document = library.documents.get(document_id)
        except NotFound:
            return False
        if document.removed is None:
            navigation.open_document(document_id, places[0].start if places else None)
            self._choose(library, places[:1])
        return document.removed is None

    def _look_at(self, library: Library, places: Sequence[Span]) -> None:
        """Bring the first of those passages that are in the text in view into sight, a jump, unless one of them is."""
        document_id, pane = self._window.navigation.document_id, self._window.pane
        here = [place for place in places if place.document_id == document_id]
        at = bisect_left(here, pane.place(), key=lambda place: place.start)
        if here and all(pane.rect_of(place.start, place.end).isEmpty() for place in here[max(0, at - 1) : at + 1]):
            pane.go_to(here[0].start)
            self._choose(library, here[:1])

    def _choose(self, library: Library, places: Sequence[Span]) -> None:
        """Select the highlight that stands at a passage of the text in view, if there is one still."""
        pane = self._window.pane
        for place in places:
            stacked = library.highlights.some(pane.highlights_at(place.start))
            found = (one.id for one in stacked if (one.start, one.end) == (place.start, place.end))
            pane.set_selected_highlight(next(found, None))

    def _show_beside(self, library: Library, changes: Changes) -> bool:
        """Turn to the tags, the notes or the shelf, where it is; say whether it is there."""
        if changes.touches("tag"):
            return self._show_tag(library, changes.ids("tag"))
        if changes.touches("note"):
            return self._show_note(library, changes.ids("note"))
        altered = changes.ids("collection") | changes.ids("placement")
        collections = [row.id for row in library.collections.all() if row.id in altered]
        if not collections:
            return False
        self._window.sides.unfold("shelf")
        return self._window.shelf.tree.reveal(("collection", "", collections[0]))

    def _show_tag(self, library: Library, tag_ids: frozenset[str]) -> bool:
        found = [tag.id for tag in library.tags.all() if tag.id in tag_ids]
        self._window.sides.unfold("sidebar")
        self._window.sidebar.show_view("tags")
        tags = self._window.sidebar.tags
        if found and not tag_ids.intersection(tags.chosen_ids()):
            tags.choose(found[0])
        return bool(found)

    def _show_note(self, library: Library, note_ids: frozenset[str]) -> bool:
        found = library.notes.some(note_ids)
        if not found:
            return False
        self._window.sides.unfold("sidebar")
        self._window.sidebar.show_view("notes")
        return self._window.sidebar.notes.choose(found[0].id)
