"""Documents cited from the window: their entries in the style that is preferred, on the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import clipboard
from desktop.translation import plural

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from library.citations import RichText
    from library.library import Library


class Citing(QObject):
    """Copies the citation of documents; several are a bibliography, ordered and numbered as the style has it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.shelf.verbs.citation_wanted.connect(self.copy)

    @property
    def can_copy(self) -> bool:
        """Whether documents are selected, or one is read."""
        return bool(self._window.shelving.selected().document_ids)

    def copy_selected(self) -> None:
        """Copy the citation of the documents that are selected, else of the one that is read."""
        self.copy(self._window.shelving.selected().document_ids)

    def copy(self, document_ids: Sequence[str]) -> None:
        """Put the citations of documents on the clipboard, once they are read."""
        window, ids = self._window, list(document_ids)
        if not ids:
            return
        told = plural(len(ids), "The citation was copied.", "{count} citations were copied.")

        def put(text: RichText) -> None:
            clipboard.put(text)
            window.messages.info(told)

        style = window.settings.citation_style
        window.session.ask("cite", lambda library: cited(library, ids, style), put)


def cited(library: Library, document_ids: Sequence[str], style_name: str) -> RichText:
    """Return the entries of documents, a line each; that of a single one without a number."""
    from library.citations import bibliography, get, joined
    from library.citing import cited_items

    made = bibliography(cited_items(library.documents, library.fields, document_ids), get(style_name))
    if len(made.entries) == 1:
        return made.entries[0].text
    return joined([entry.line for entry in made.entries], "\n")
