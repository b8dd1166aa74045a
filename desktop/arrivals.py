"""Documents that an import brought, selected and shown where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.itemmodels.holdings import ALL

if TYPE_CHECKING:
    from desktop.window import MainWindow


class Arrivals(QObject):
    """Selects new documents on the shelf and in the table; who read on meanwhile is not taken from the text."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._place: tuple[str, int] | None = None
        window.importing.begun.connect(self._remember)
        window.importing.came.connect(self._show)

    def _remember(self) -> None:
        self._place = self._reading_place()

    def _show(self, document_ids: Sequence[str]) -> None:
        """Show documents in the list that has them all: a collection, or all documents."""
        window, wanted = self._window, frozenset(document_ids)
        home = window.shelf.holdings.home(wanted)
        if self._may_turn():
            window.navigation.open_list(home)
            window.late_table.get().select(wanted)
        if home != ALL:
            window.shelf.select_documents(wanted, home)

    def _may_turn(self) -> bool:
        centre, place = self._window.centre, self._reading_place()
        return centre.shows_table or (place is not None and place == self._place)

    def _reading_place(self) -> tuple[str, int] | None:
        """Return the document that is in view and the place in it, or None where there is no text in view."""
        document_id = self._window.navigation.document_id
        return None if document_id is None else (document_id, self._window.pane.place())
