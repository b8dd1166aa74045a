"""What the window knows of texts, kept at hand or found beside the main thread: outlines, speakers, links."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from library.errors import NotFound

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library
    from library.models import Document

T = TypeVar("T")


class Section(Protocol[T]):
    """The section of a library that finds out of texts what is to be known of them."""

    def find(self, document: Document, /) -> T | None: ...
    def found(self, document_id: str, /) -> T: ...
    def take(self, document_id: str, found: T, /) -> None: ...


class Known(QObject, Generic[T]):
    """Finds what is to be known of documents, as their readers left it."""

    changed = Signal(str)
    """Carries the id of a document of which something is known now, or something else."""

    def __init__(self, session: Session, section: Callable[[Library], Section[T]], *kinds: str) -> None:
        """Ask a `section` of the library; `kinds` are the tables of what readers put right in it."""
        super().__init__(session)
        self._session = session
        self._section = section
        self._kinds = kinds
        self._asked: set[str] = set()
        session.changed.connect(self._follow)
        session.closed.connect(self._asked.clear)

    def find(self, document_id: str) -> T | None:
        """Return what is known of a document, or None where that is nothing yet: `changed` tells when it is."""
        library = self._session.library
        if library is None:
            return None
        known = self._section(library).find(library.documents.get(document_id))
        if known is None and document_id not in self._asked:
            self._asked.add(document_id)
            self._session.ask(
                f"{self._kinds[0]} {document_id}",
                lambda reading: self._section(reading).found(document_id),
                lambda found: self._take(document_id, found),
            )
        return known

    def _take(self, document_id: str, found: T) -> None:
        if self._session.library is None:
            return
        self._asked.discard(document_id)
        try:
            self._section(self._session.library).take(document_id, found)
        except NotFound:  # erased while it was looked at
            return
        self.changed.emit(document_id)

    def _follow(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in self._kinds):
            for document_id in changes.document_ids:
                self.changed.emit(document_id)
