"""What stands in the middle of the window: going to a document or a list, and coming back there next time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.centre import Centre
from desktop.layouts import SHOWN_KEY

if TYPE_CHECKING:
    from desktop.late import Late
    from desktop.reading import OpenDocument
    from desktop.session import Session
    from desktop.shelf.panel import ShelfPanel
    from desktop.shelf.table import DocumentTable
    from desktop.stands import Stands

ALL = "all"


class Navigation(QObject):
    """Opens documents and lists in the centre, documents in the active group."""

    memo_kept = Signal(str)
    """A memo was in view when the library was last open; "" for the list of them."""
    tag_kept = Signal(str)
    """The page of a tag was in view when the library was last open."""
    excerpts_kept = Signal(str)
    """Excerpts were in view when the library was last open: carries the smart collection, or the question as JSON."""
    adding_changed = Signal()
    """A new tab is waiting for a document to be chosen, or no longer."""

    def __init__(
        self, session: Session, stands: Stands, centre: Centre, shelf: ShelfPanel, table: Late[DocumentTable]
    ) -> None:
        super().__init__(centre)
        self.adding = False
        self._session = session
        self._stands = stands
        self._centre = centre
        self._shelf = shelf
        self._documents = shelf.documents
        self._leaving = False
        self._arrived = False
        session.opened.connect(self._restore)
        session.closing.connect(self._leave)
        session.closed.connect(self.begin)
        session.refused.connect(self.begin)
        session.changed.connect(self._follow)
        shelf.document_activated.connect(self.open_document)
        shelf.text_wanted.connect(self._enter_text)
        shelf.collection_activated.connect(self.open_list)
        shelf.tab_wanted.connect(self._open_in_new_tab)
        table.when_made(self._follow_table)
        for changed in (stands.turned, stands.document_shown):
            changed.connect(self._turn)

    def begin(self) -> None:
        """Show the ways to begin, as long as no library is open."""
        if self._session.library is None:
            self._reading.forget_seen()
            self._centre.show_welcome()
            self._centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_document(self, document_id: str, position: int | None = None, *, new_tab: bool = False) -> None:
        """Show the text of a document where it was left, or with code point `position` in view; in a `new_tab` too."""
        new_tab = new_tab or self.adding
        self.go(lambda: self._stands.active.open(document_id, position, new_tab=new_tab))

    def go(self, move: Callable[[], object]) -> None:
        """Do `move`, which shows another document in a group, with the texts in view."""
        self._wait_for_choice(False)
        self._centre.show_text()
        self._arrived = False
        move()
        if not self._arrived:
            self._arrive()

    def ask_for_tab(self) -> None:
        """Show the documents there are; the one that is chosen gets a new tab."""
        if self._centre.shows_text or not self._centre.shows_table:
            self.open_list(self._documents.key)
        self._wait_for_choice(True)
        self._centre.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def return_to_text(self) -> None:
        """Go back to the text of the open document from where else one has gone."""
        if self._reading.document is not None:
            self.go(lambda: None)
        self._centre.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_list(self, key: str) -> None:
        """Show the documents of a collection, or of `all`, `recent` or `bin`."""
        self._documents.show(key)
        self._shelf.show_list(key)
        self._centre.show_table()
        self._keep(f"list:{key}")

    def keep_memo(self, memo_id: str) -> None:
        """Come back to this memo next time, or for "" to the list of them."""
        self._wait_for_choice(False)
        self._keep(f"memo:{memo_id}")

    def keep_tag(self, tag_id: str) -> None:
        """Come back to the page of this tag next time."""
        self._wait_for_choice(False)
        self._keep(f"tag:{tag_id}")

    def keep_excerpts(self, key: str) -> None:
        """Come back to these excerpts next time."""
        self._wait_for_choice(False)
        self._keep(f"excerpts:{key}")

    def leave_empty(self) -> None:
        """Go from the texts to the list, where no document is open any more."""
        if self._centre.shows_text and self._reading.document is None:
            self.open_list(self._documents.key)

    def can_step(self, step: int) -> bool:
        """Say whether a document stands `step` places further in the list of the open one."""
        return self._centre.shows_text and self._reading.find_neighbour(step) is not None

    def step(self, step: int) -> None:
        """Open the document `step` places further in the list of the open one."""
        document_id = self._reading.find_neighbour(step)
        if document_id is not None:
            self.open_document(document_id)

    @property
    def collection_id(self) -> str | None:
        """The collection whose documents are in view, or None."""
        library = self._session.library
        if library is None or not self._centre.shows_table:
            return None
        key = self._documents.key
        return key if any(collection.id == key for collection in library.collections.all()) else None

    @property
    def document_id(self) -> str | None:
        """The document whose text is in view, or None."""
        document = self._reading.document
        return document.id if document is not None and self._centre.shows_text else None

    @property
    def _reading(self) -> OpenDocument:
        return self._stands.active.reading

    def _arrive(self) -> None:
        """Let the shelf, the neighbours and what is kept for next time follow the document that is shown now."""
        document = self._reading.document
        if document is None:
            return
        self._arrived = True
        self._shelf.show_document(document.id)
        self._reading.set_series(self._series(document.id))
        self._keep(f"document:{document.id}")
        if self._session.writable:
            # once the reading has been written, it is among the recent ones
            self._session.write(lambda _: None, lambda _: self._shelf.holdings.refresh_readings())

    def _turn(self) -> None:
        if self._centre.shows_text:
            self._arrive()

    def _wait_for_choice(self, waiting: bool) -> None:
        if self.adding != waiting:
            self.adding = waiting
            self.adding_changed.emit()

    def _series(self, document_id: str) -> list[str]:
        """Return the documents among which the next one is: those of the list, else of a collection that has it."""
        library = self._session.library
        listed = [self._documents.document(row).id for row in range(self._documents.rowCount())]
        if library is None or document_id in listed:
            return listed
        places = [place for place in library.collections.placements() if place.document_id == document_id]
        if not places:
            return [document.id for document in library.documents.all()]
        return [document.id for document in library.collections.documents(places[0].collection_id)]

    def _leave(self) -> None:
        """Keep what is shown: that its document is closed now is no reason to go to a list."""
        self._leaving = True

    def _restore(self) -> None:
        """Show what was shown when the library was last open, or all documents."""
        self._leaving = False
        self._wait_for_choice(False)
        library = self._session.library
        if library is None:
            return
        kind, _, key = (library.state.get(SHOWN_KEY) or "").partition(":")
        documents = {document.id for document in library.documents.all()}
        restored = self._stands.restore(documents)
        if kind == "document" and (restored or key in documents):
            self._documents.show(ALL)
            self.go(lambda: restored or self._stands.active.open(key))
        else:
            self._reading.forget_seen()
            lists = {collection.id for collection in library.collections.all()}
            self.open_list(key if kind == "list" and key in lists else ALL)
        if kind == "memo" and (not key or any(memo.id == key for memo in library.memos.all())):
            self.memo_kept.emit(key)
        if kind == "tag" and any(tag.id == key for tag in library.tags.all()):
            self.tag_kept.emit(key)
        if kind == "excerpts" and (key.startswith("{") or any(row.id == key for row in library.smart.all())):
            self.excerpts_kept.emit(key)
        self._centre.setFocus()

    def _follow_table(self, table: DocumentTable) -> None:
        table.document_activated.connect(self._open_from_list)
        table.tab_wanted.connect(self._open_in_new_tab)

    def _open_from_list(self, document_id: str) -> None:
        self.open_document(document_id)
        self._enter_text()

    def _open_in_new_tab(self, document_id: str) -> None:
        self.open_document(document_id, new_tab=True)

    def _enter_text(self) -> None:
        self._centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        """Leave a document that is gone."""
        if self._session.library is not None and not self._leaving:
            self.leave_empty()

    def _keep(self, shown: str) -> None:
        if self._session.writable:
            self._session.write(lambda library: library.state.set(SHOWN_KEY, shown))
