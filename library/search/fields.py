"""What the fields of queries ask: tags, colours, collections, notes, and all that is said of documents."""

import re
from collections.abc import Callable
from datetime import date

from library.errors import InvalidQuery
from library.fields import BY_NAME, KIND_NAMES, OwnField
from library.models import COLORS, Collection, Highlight, Note, Placement, Tag, Tagging
from library.search.query import Field
from library.search.sayings import find_phrase
from library.storage.fieldvalues import column
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
            "note": self._noted,
        }
        return answers[field.name](field.value) if field.name in answers else self._told(field.name, field.value)

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

    def _told(self, field: str, sought: str) -> set[str]:
        """Return the documents of which `sought` is said in a field, declared or own."""
        declared = BY_NAME.get(field)
        key = field if declared else next(own.id for own in self._store.all(OwnField) if own.name == field)
        values = column(self._store, key)
        if declared is not None and declared.form == "date":
            return _dated(values, sought)
        if declared is not None and declared.form == "kind":
            if sought not in KIND_NAMES:
                kinds = ", ".join(KIND_NAMES)
                raise InvalidQuery("“{value}” is no kind of document. There are {kinds}.", value=sought, kinds=kinds)
            return {document_id for document_id, kind in values.items() if kind == sought}
        return {document_id for document_id, value in values.items() if find_phrase(sought, value) is not None}

    def _noted(self, words: str) -> set[str]:
        notes = [note for note in self._store.all(Note) if find_phrase(words, note.text) is not None]
        marks = [note.target_id for note in notes if note.target_kind == "highlight"]
        documents = {note.target_id for note in notes if note.target_kind == "document"}
        return documents | set(self._store.column(Highlight, "document_id", id=marks))


def _dated(dates: dict[str, str], span: str) -> set[str]:
    """Return the documents whose date meets a span, as far as both are written."""
    since, until = _bounds(span)
    return {
        document_id
        for document_id, written in dates.items()
        if not _is_later(since, written) and not _is_later(written, until)
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
