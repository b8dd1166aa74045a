"""What the fields of queries ask: tags, colours, collections, titles, notes and dates of documents."""

import re
from collections.abc import Callable
from datetime import date

from library.errors import InvalidQuery
from library.models import COLORS, Collection, Document, Highlight, Note, Placement, Tag, Tagging
from library.search.query import Field
from library.search.sayings import find_phrase
from library.storage.store import Store
from library.tree import Tree

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Fields:
    """Tells of a field which documents of a library it is true of, those in the bin included."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def known(self, field: Field) -> set[str]:
        """Return the documents of which a field is true; InvalidQuery, in words, where there is no such thing."""
        answers: dict[str, Callable[[str], set[str]]] = {
            "tag": self._tagged,
            "color": self._colored,
            "in": self._collected,
            "title": self._titled,
            "note": self._noted,
            "date": self._dated,
        }
        return answers[field.name](field.value)

    def _tagged(self, name: str) -> set[str]:
        tree = Tree(self._store.all(Tag))
        branch = _branch(tree, name)
        if not branch:
            raise InvalidQuery("There is no tag “{name}”. List them with “tags”.", name=name)
        marks = self._store.column(Tagging, "highlight_id", tag_id=branch)
        return set(self._store.column(Highlight, "document_id", id=marks))

    def _colored(self, name: str) -> set[str]:
        if name not in COLORS:
            raise InvalidQuery("There is no colour “{name}”. There are {colors}.", name=name, colors=", ".join(COLORS))
        own = self._store.column(Highlight, "document_id", color=name)
        tags = self._store.column(Tag, "id", color=name)
        by_tag = self._store.column(Tagging, "highlight_id", tag_id=tags, position=0)
        return {*own, *self._store.column(Highlight, "document_id", id=by_tag, color=None)}

    def _collected(self, name: str) -> set[str]:
        tree = Tree(self._store.all(Collection))
        branch = _branch(tree, name)
        if not branch:
            raise InvalidQuery("There is no collection “{name}”.", name=name)
        return set(self._store.column(Placement, "document_id", collection_id=branch))

    def _titled(self, words: str) -> set[str]:
        titles = self._store.pairs(Document, "id", "title")
        return {document_id for document_id, title in titles.items() if find_phrase(words, title) is not None}

    def _noted(self, words: str) -> set[str]:
        notes = [note for note in self._store.all(Note) if find_phrase(words, note.text) is not None]
        marks = [note.target_id for note in notes if note.target_kind == "highlight"]
        documents = {note.target_id for note in notes if note.target_kind == "document"}
        return documents | set(self._store.column(Highlight, "document_id", id=marks))

    def _dated(self, span: str) -> set[str]:
        since, until = _bounds(span)
        dates = self._store.pairs(Document, "id", "date")
        return {
            document_id
            for document_id, written in dates.items()
            if written and not _is_later(since, written) and not _is_later(written, until)
        }


def _branch(tree: "Tree[Tag] | Tree[Collection]", name: str) -> list[str]:
    """Return what has this full name, or this last name alone, with all below it; nothing if there is none."""
    paths = tree.paths()
    found = [node_id for node_id, path in paths.items() if path == name] or [
        node_id for node_id, path in paths.items() if path.rpartition("/")[2] == name
    ]
    return [node.id for node_id in found for node in tree.branch(node_id)]


def _bounds(span: str) -> tuple[str, str]:
    """Return the first and the last date of a span, "" where it is open; InvalidQuery where it is none."""
    since, dots, until = span.partition("..")
    until = until if dots else since
    if not (since or until) or not all(_is_date(written) for written in (since, until) if written):
        raise InvalidQuery(
            "“{span}” is no date. Write a year, month or day, or a span of them: 1954, 1954-09, 1949..1956.", span=span
        )
    if _is_later(since, until):
        raise InvalidQuery("“{span}” ends before it begins. Write the earlier date first.", span=span)
    return since, until


def _is_date(written: str) -> bool:
    found = _DATE.fullmatch(written)
    if found is None:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def _is_later(one: str, other: str) -> bool:
    """Say whether a date comes after another, as far as both are written: a month may hold any of its days."""
    length = min(len(one), len(other))
    return one[:length] > other[:length]
