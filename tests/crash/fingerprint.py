"""One line that changes with anything a person made in a library."""

import hashlib
from collections.abc import Iterator

from library.library import Library


def fingerprint(library: Library) -> str:
    """Return a digest of all documents, collections, highlights, tags, taggings and notes, moments included."""
    digest = hashlib.sha256()
    for item in _everything(library):
        digest.update(repr(item).encode())
    return digest.hexdigest()


def _everything(library: Library) -> Iterator[object]:
    documents = [*library.documents.all(), *library.documents.all(removed=True)]
    yield sorted(documents, key=lambda document: document.id)
    yield sorted(library.collections.all(), key=lambda collection: collection.id)
    yield sorted(library.collections.placements(), key=repr)
    yield sorted(library.highlights.all(), key=lambda highlight: highlight.id)
    yield sorted(library.tags.all(), key=lambda tag: tag.id)
    yield sorted(library.tags.of_highlights().items())
    for document_id in sorted(document.id for document in documents):
        yield sorted(library.notes.of_highlights(document_id).items())
        yield library.notes.find("document", document_id)
