"""Links to highlights and documents put on the clipboard from the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.addresses import copy_links, links_to_documents, links_to_marks
from desktop.forms import Form

if TYPE_CHECKING:
    from desktop.addresses import Links
    from desktop.window import MainWindow
    from library.library import Library


class Addressing(QObject):
    """Copies links that lead back to passages and documents from anywhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.shelf.verbs.link_wanted.connect(self.copy_documents)
        window.sidebar.copy_requested.connect(self._copy_cards)

    @property
    def can_copy(self) -> bool:
        """Whether a highlight is selected in the text, or a document is selected or read."""
        return bool(self._mark_ids or self._window.shelving.selected().document_ids)

    def copy(self) -> None:
        """Copy the link of the highlight that is selected in the text, else of the documents that are meant."""
        if self._mark_ids:
            self.copy_marks(self._mark_ids)
        else:
            self.copy_documents(self._window.shelving.selected().document_ids)

    def copy_marks(self, highlight_ids: Sequence[str]) -> None:
        """Copy the links of highlights."""
        ids = list(highlight_ids)
        self._copy(ids, lambda library: links_to_marks(library, ids))

    def copy_documents(self, document_ids: Sequence[str]) -> None:
        """Copy the links of documents."""
        ids = list(document_ids)
        self._copy(ids, lambda library: links_to_documents(library, ids))

    @property
    def _mark_ids(self) -> list[str]:
        chosen = self._window.marking.current_id if self._window.centre.shows_text else None
        return [chosen] if chosen is not None else []

    def _copy_cards(self, highlight_ids: Sequence[str], form: Form) -> None:
        if form is Form.LINK:
            self.copy_marks(highlight_ids)

    def _copy(self, ids: Sequence[str], links: Callable[[Library], Links]) -> None:
        if ids:
            copy_links(self._window.session, self._window.messages, links)
