"""The outlines that the window knows, at once where they are kept, else made beside the main thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.headings import Outline


class KnownOutlines(QObject):
    """Finds the outlines of documents as their readers left them."""

    changed = Signal(str)
    """Carries the id of a document whose outline is known now, or another one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._asked: set[str] = set()
        session.changed.connect(self._follow)
        session.closed.connect(self._asked.clear)

    def find(self, document_id: str) -> Outline | None:
        """Return the outline of a document, or None where it is not known yet: `changed` tells when it is."""
        library = self._session.library
        if library is None:
            return None
        outline = library.outlines.find(library.documents.get(document_id))
        if outline is None and document_id not in self._asked:
            self._asked.add(document_id)
            self._session.ask(
                f"outline {document_id}",
                lambda reading: reading.outlines.found(document_id),
                lambda found: self._take(document_id, found),
            )
        return outline

    def _take(self, document_id: str, found: Outline) -> None:
        if self._session.library is not None:
            self._asked.discard(document_id)
            self._session.library.outlines.take(document_id, found)
            self.changed.emit(document_id)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("heading"):
            for document_id in changes.document_ids:
                self.changed.emit(document_id)
