"""What notes are on and references lead to, shown in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.translation import tr
from desktop.widgets.question import ask
from library.errors import NotFound
from library.links import is_address

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from library.models import Note

OPENED = ("http", "https", "mailto")
"""Schemes of addresses that are opened outside of the program."""


class Targets:
    """Goes to passages, documents, tags, collections and memos by their ids."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def show_passage(self, highlight_id: str, *, go_on: bool = True) -> None:
        """Show a highlight in the text of its document, whichever it is: a jump. To `go_on` takes the focus there."""
        window, library = self._window, self._window.session.library
        if library is None:
            return
        window.navigation.open_document(library.highlights.get(highlight_id).document_id)
        window.go_to_highlight(highlight_id)
        if go_on:
            self._enter_centre()

    def show_answer(self, highlight_id: str) -> None:
        """Show a highlight that the excerpts in view hold, and offer the way back to them."""
        window = self._window
        title, keys = window.excerpts.title, window.menus["to_excerpts"].shortcut()
        self.show_passage(highlight_id)
        window.stands.active.offer_way(title, keys, window.excerpts.go)

    def name_smart(self, smart_id: str) -> None:
        """Show a smart collection on the shelf, and let its name be typed."""
        self._window.sides.unfold("shelf")
        self._window.shelf.name_smart(smart_id)

    def show_note(self, note: Note, go_on: bool) -> None:
        """Show what a note is on: a passage, a document, and where the person goes on there a tag or a collection."""
        if note.target_kind == "highlight":
            self.show_passage(note.target_id, go_on=go_on)
        elif note.target_kind == "document":
            self._window.navigation.open_document(note.target_id)
        elif go_on and note.target_kind == "tag":
            self._window.codebook.enter(note.target_id)
        elif go_on:
            self._window.navigation.open_list(note.target_id)
        if go_on and note.target_kind in ("document", "collection"):
            self._enter_centre()

    def follow(self, kind: str, target_id: str) -> None:
        """Go where a reference leads, or the address of a `link`; say so where that is gone."""
        window = self._window
        try:
            if kind == "link":
                window.following.follow(target_id)
            elif kind == "highlight":
                self.show_passage(target_id)
            elif kind == "document" and window.session.library is not None:
                window.navigation.open_document(window.session.library.documents.get(target_id).id)
                self._enter_centre()
            elif kind == "tag":
                self._window.codebook.enter(target_id)
            elif kind == "memo":
                window.memoing.open(target_id)
                self._enter_centre()
        except NotFound:
            window.messages.info(tr("What this link leads to is gone."))

    def open_link(self, address: str) -> None:
        """Ask whether the address of a link in a text is to be opened outside; only the web and mail can be."""
        if is_address(address):
            self._window.following.follow(address)
            return
        url = QUrl(address)
        if url.scheme().lower() not in OPENED or not url.isValid():
            self._window.messages.info(tr("This link leads nowhere that can be opened: {address}", address=address))
            return
        text = tr("Open this link outside of Zhupi?")
        ask(self._window, text, tr("Open"), lambda: QDesktopServices.openUrl(url), more=address)

    def _enter_centre(self) -> None:
        self._window.centre.setFocus(Qt.FocusReason.OtherFocusReason)
