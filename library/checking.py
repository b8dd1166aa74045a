"""What is wrong with a library: its database, its files, and what the rows say of them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from sqlite_utils import Database

from library.models import Bookmark, Collection, Document, Highlight, Note, Tag
from library.storage.database import broken_references, damage
from library.storage.store import Store
from library.storage.texts import TextStore


def problems(db: Database, store: Store, texts: TextStore) -> list[str]:
    """Return every fault found, in words; an empty list for a sound library."""
    found = damage(db)
    if found:  # the rows of a damaged database cannot be relied on, nor always be read
        return found
    return [*broken_references(db), *_file_problems(store, texts), *_note_problems(store), *_bookmark_problems(store)]


def _file_problems(store: Store, texts: TextStore) -> Iterator[str]:
    highlights: defaultdict[str, list[Highlight]] = defaultdict(list)
    for highlight in store.all(Highlight):
        highlights[highlight.document_id].append(highlight)
    for document in store.all(Document, "added", "id"):
        path = texts.text_path(document.text_sha)
        if not path.is_file():
            yield f"The text of “{document.title}” is missing: {path.name}."
            continue
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != document.text_sha:
            yield f"The text of “{document.title}” was changed on disk: {path.name}."
            continue
        text = data.decode()
        if len(text) != document.length:
            yield f"“{document.title}” has {len(text)} characters, not {document.length}."
        yield from _quote_problems(document, highlights[document.id], text)
        yield from _original_problems(document, texts)


def _quote_problems(document: Document, highlights: list[Highlight], text: str) -> Iterator[str]:
    for highlight in highlights:
        if text[highlight.start : highlight.end] != highlight.quote:
            yield f"A highlight of “{document.title}” does not quote its text: {highlight.id}."


def _original_problems(document: Document, texts: TextStore) -> Iterator[str]:
    condition = texts.check_original(document.original_sha)
    if condition == "missing":
        yield f"The original of “{document.title}” is missing: {document.original_name}."
    elif condition == "changed":
        yield f"The original of “{document.title}” was changed on disk: {document.original_name}."


def _note_problems(store: Store) -> Iterator[str]:
    known = {
        "highlight": {highlight.id for highlight in store.all(Highlight)},
        "document": {document.id for document in store.all(Document)},
        "tag": {tag.id for tag in store.all(Tag)},
        "collection": {collection.id for collection in store.all(Collection)},
    }
    for note in store.all(Note, "id"):
        if note.target_id not in known.get(note.target_kind, ()):
            yield f"A note belongs to nothing: {note.id}."


def _bookmark_problems(store: Store) -> Iterator[str]:
    lengths = {document.id: document.length for document in store.all(Document)}
    for bookmark in store.all(Bookmark, "id"):
        if not 0 <= bookmark.position <= lengths.get(bookmark.document_id, 0):
            yield f"A bookmark stands outside its text: {bookmark.id}."
