"""What the menu bar does to documents and collections: to those selected where the person was last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.itemmodels.holdings import ALL, BIN
from desktop.itemmodels.shelfcargo import Cargo

if TYPE_CHECKING:
    from desktop.centre import Centre
    from desktop.late import Late
    from desktop.session import Session
    from desktop.shelf.panel import ShelfPanel
    from desktop.shelf.table import DocumentTable
    from desktop.stands import Stands


class Shelving(QObject):
    """Acts on what is selected on the shelf or in the table, whichever had the focus last, else on the open document.

    The menu bar takes the focus while it is open: that is why the last place is remembered.
    """

    def __init__(
        self, session: Session, shelf: ShelfPanel, table: Late[DocumentTable], centre: Centre, stands: Stands
    ) -> None:
        super().__init__(shelf)
        self._session = session
        self._shelf = shelf
        self._table = table
        self._centre = centre
        self._stands = stands
        self._on_shelf = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._notice_place)

    def selected(self) -> Cargo:
        """Return the documents and the collections of either sort that would be acted on."""
        if self._on_shelf and self._shelf.isVisible():
            cargo = self._shelf.selected()
            if cargo != Cargo():
                return cargo
        if self._centre.shows_table:
            return self._table.get().selected()
        document = self._stands.active.reading.document
        return Cargo() if document is None or not self._centre.shows_text else Cargo(((document.id, ALL),))

    @property
    def can_rename(self) -> bool:
        """Whether a single name can be typed anew."""
        return self._session.writable and self._renaming() is not None

    @property
    def can_bin(self) -> bool:
        """Whether there are documents selected, none of them in the bin, and no collections."""
        return self._are_documents(binned=False)

    @property
    def can_restore(self) -> bool:
        """Whether there are documents selected, all of them in the bin."""
        return self._are_documents(binned=True)

    def rename(self) -> None:
        """Let the name of what is selected be typed."""
        renaming = self._renaming()
        if renaming is not None:
            renaming()

    def put_into(self) -> None:
        """Ask for a collection and put the selected documents into it too."""
        self._shelf.verbs.ask_collection(self.selected().document_ids)

    def set_date(self) -> None:
        """Ask for the date of the selected documents."""
        self._shelf.verbs.ask_date(self.selected().document_ids)

    def bin(self) -> None:
        """Put the selected documents in the bin."""
        self._shelf.verbs.bin(self.selected().document_ids)

    def restore(self) -> None:
        """Take the selected documents out of the bin."""
        self._shelf.verbs.restore(self.selected().document_ids)

    def can_mark(self, *, done: bool) -> bool:
        """Say whether a selected document is not yet read to its end; with `done` False, not unread."""
        stages = {self._shelf.holdings.stage(document_id) for document_id in self.selected().document_ids}
        return self._session.writable and bool(stages - {"done" if done else "unread"})

    def mark(self, *, done: bool) -> None:
        """Say that the selected documents are read, or unread."""
        self._shelf.verbs.mark(self.selected().document_ids, done=done)

    def _are_documents(self, *, binned: bool) -> bool:
        cargo = self.selected()
        documents = [self._shelf.holdings.document(document_id) for document_id in cargo.document_ids]
        right = all(document is not None and (document.removed is not None) == binned for document in documents)
        return self._session.writable and bool(documents) and right and not cargo.collections

    def _renaming(self) -> Callable[[], None] | None:
        """Return what lets the name of the one thing selected be typed, where that can be seen."""
        cargo, rows = self.selected(), self._shelf.selected()
        if len(cargo.documents) + len(cargo.collections) + len(cargo.smarts) != 1:
            return None
        same = (rows.document_ids, rows.collections, rows.smarts) == (
            cargo.document_ids, cargo.collections, cargo.smarts,
        )  # fmt: skip
        if same and (self._on_shelf or not self._centre.shows_table) and self._shelf.isVisible():
            return self._shelf.rename_current
        table = self._table.find() if self._centre.shows_table else None
        if table is not None and table.key != BIN and cargo == table.selected():
            return table.rename_current
        return None

    def _notice_place(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if entered is not None and self._shelf.isAncestorOf(entered):
            self._on_shelf = True
        elif entered is not None and self._centre.isAncestorOf(entered):
            self._on_shelf = False
