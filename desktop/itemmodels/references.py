"""What `[[` offers in Markdown: documents, memos, tags and the highlights of a document, by a part of their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.references import ReferenceKind, reference

if TYPE_CHECKING:
    from desktop.session import Session
    from library.library import Library

MOST = 30
"""More rows than anyone reads."""
LONGEST = 40
"""Code points of a quote that stand for its highlight."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be referred to; `words` are what the reference shows."""

    kind: ReferenceKind
    id: str
    words: str

    @property
    def markdown(self) -> str:
        return reference(self.kind, self.id, self.words)


class References:
    """Finds what a reference can lead to, in the library that is open in `session`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.document_id: str | None = None

    def offered(self, query: str) -> list[Offer]:
        """Return what is called like `query`, best matches first; the highlights are those of `document_id`."""
        library = self._session.library
        if library is None:
            return []
        wanted = " ".join(query.split())
        offers = self._all(library)
        if not wanted:
            return offers[:MOST]
        from library.chinese.pinyin import matches  # heavy, and needed only once someone types

        ranked = [(rank, offer) for offer in offers if (rank := matches(wanted, offer.words)) is not None]
        return [offer for _, offer in sorted(ranked, key=lambda pair: pair[0])][:MOST]

    def _all(self, library: Library) -> list[Offer]:
        marks = library.highlights.of_document(self.document_id) if self.document_id is not None else []
        return [
            *(Offer("highlight", mark.id, " ".join(mark.quote[:LONGEST].split())) for mark in marks),
            *(Offer("memo", memo.id, memo.title) for memo in library.memos.all()),
            *(Offer("document", document.id, document.title) for document in library.documents.all()),
            *(Offer("tag", tag_id, path) for tag_id, path in library.tags.paths().items()),
        ]
