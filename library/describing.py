"""What is said of documents, field by field: set for several at once, asked for, and the fields a library has."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection as Many
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from library.chinese.dates import iso_date
from library.errors import InvalidDate, InvalidName, InvalidValue, NotFound
from library.fields import BY_NAME, FIELDS, KIND_NAMES, KINDS, FieldValue, OwnField, split_names
from library.models import Document, new_id, now
from library.storage.characters import storable
from library.storage.fieldvalues import column, common
from library.storage.journal import Journal
from library.storage.store import Store

TITLE_LENGTH = 300
"""Code points of a title at most."""
NAME_LENGTH = 60
"""Code points of the name of an own field at most."""

ROW_FIELDS = tuple(field.name for field in FIELDS if field.kept == "row")

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_TAKEN = frozenset({*BY_NAME, "tag", "color", "in", "note", "speaker"})
"""What own fields cannot be called: queries and commands know these by their names."""


class Fields:
    """Verbs on the fields of documents: the declared ones, by their names, and the library's own, by their ids."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    # --- of documents ---

    def describe(self, document_ids: Sequence[str], /, **changes: str) -> None:
        """Set fields of documents, as one operation; "" takes a value away, what is not among `changes` stays.

        Values are kept as `cleaned` returns them. NotFound for a document or a field that is none; InvalidDate,
        InvalidName or InvalidValue for a value that does not fit, and then nothing is changed.
        """
        for field in changes:
            if field not in BY_NAME and self._store.find(OwnField, field) is None:
                raise NotFound("There is no field “{name}”.", name=field)
        values = {field: cleaned(field, value) for field, value in changes.items()}
        in_row = {field: value for field, value in values.items() if field in ROW_FIELDS}
        beside = {field: value for field, value in values.items() if field not in ROW_FIELDS}
        documents = self._store.all(Document, id=set(document_ids))
        for missing in set(document_ids).difference(document.id for document in documents):
            raise NotFound("There is no document with the id {id}.", id=missing)
        with self._journal.operation("Edit {count} documents", one="Edit document", count=len(documents)):
            if in_row:
                self._store.put(*(replace(document, **in_row) for document in documents))
            ids = [document.id for document in documents]
            self._store.put(*(FieldValue(id, field, value) for id in ids for field, value in beside.items() if value))
            emptied = [field for field, value in beside.items() if not value]
            self._store.remove(FieldValue, [(id, field) for id in ids for field in emptied])

    def of(self, document_id: str) -> dict[str, str]:
        """Return what is said of a document by field, in the order of FIELDS and then of own fields; no empty ones."""
        return self.of_documents([document_id]).get(document_id, {})

    def of_documents(self, document_ids: Many[str] | None = None) -> dict[str, dict[str, str]]:
        """Return the same of several documents, or of all, those in the bin included, by their ids."""
        where: dict[str, Many[str]] = {} if document_ids is None else {"id": set(document_ids)}
        found: dict[str, dict[str, str]] = {}
        for document in self._store.all(Document, **where):
            told = ((name, str(getattr(document, name))) for name in ROW_FIELDS)
            found[document.id] = {name: value for name, value in told if value}
        beside: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row in self._store.all(FieldValue, **({} if document_ids is None else {"document_id": set(document_ids)})):
            beside[row.document_id][row.field] = row.value
        order = [field.name for field in FIELDS] + [own.id for own in self.own()]
        for document_id, values in beside.items():
            told = {**found[document_id], **values}
            found[document_id] = {field: told[field] for field in order if field in told}
        return found

    def common(self, document_ids: Many[str]) -> dict[str, str | None]:
        """Return what documents have in common by field: None where they differ, nothing where none has a value."""
        return common(self._store, document_ids)

    def column(self, field: str) -> dict[str, str]:
        """Return the values of one field by document id, those in the bin included; no empty ones."""
        return column(self._store, field)

    def used(self, field: str) -> list[str]:
        """Return the values of a field in the library, the most frequent first; each person by itself."""
        declared = BY_NAME.get(field)
        values: Iterable[str] = self.column(field).values()
        if declared is not None and declared.form == "names":
            values = (name for names in values for name in split_names(names))
        counts = Counter(values)
        return sorted(counts, key=lambda value: (-counts[value], value))

    # --- own ones ---

    def own(self) -> list[OwnField]:
        """Return the library's own fields in the order of their names."""
        return self._store.all(OwnField, "name", "id")

    def add_own(self, name: str) -> OwnField:
        """Define a field of the library's own; InvalidName for a name that is none or is taken."""
        own = OwnField(new_id(), self.check_name(name), now())
        with self._journal.operation("Add field “{name}”", name=own.name):
            self._store.put(own)
        return own

    def rename_own(self, own_id: str, name: str) -> None:
        """Call an own field otherwise; its values stay."""
        own = self._get_own(own_id)
        name = self.check_name(name, but=own_id)
        with self._journal.operation("Rename field “{old}” to “{name}”", old=own.name, name=name):
            self._store.put(replace(own, name=name))

    def remove_own(self, own_id: str) -> None:
        """Take an own field out of the library with all its values."""
        own = self._get_own(own_id)
        with self._journal.operation("Remove field “{name}”", name=own.name):
            documents = self._store.column(FieldValue, "document_id", field=own_id)
            self._store.remove(FieldValue, [(document_id, own_id) for document_id in documents])
            self._store.remove(OwnField, [(own_id,)])

    def resolve(self, name: str) -> str:
        """Return what a field is kept by, given its name, be it declared or own; NotFound if there is none."""
        plain = _line(name).casefold()
        if plain in BY_NAME:
            return plain
        for own in self.own():
            if own.name.casefold() == plain or own.id == name:
                return own.id
        raise NotFound("There is no field “{name}”. There are {names}.", name=name, names=", ".join(self.names()))

    def names(self) -> list[str]:
        """Return the names of all fields, the declared ones first."""
        return [*BY_NAME, *(own.name for own in self.own())]

    def _get_own(self, own_id: str) -> OwnField:
        own = self._store.find(OwnField, own_id)
        if own is None:
            raise NotFound("There is no field “{name}”.", name=own_id)
        return own

    def check_name(self, name: str, but: str = "") -> str:
        """Return a name as an own field other than `but` can have it; InvalidName if it is none or is taken."""
        plain = _line(name)
        if not 0 < len(plain) <= NAME_LENGTH or any(sign in plain for sign in ':"“”=：'):
            raise InvalidName("A field’s name has 1 to {most} characters, without colons and quotes.", most=NAME_LENGTH)
        taken = {own.name.casefold() for own in self.own() if own.id != but}
        if plain.casefold() in taken | _TAKEN:
            raise InvalidName("There is a field “{name}” already.", name=plain)
        return plain


def cleaned(field: str, written: str) -> str:
    """Return a value as it is kept in a field, declared or own; InvalidDate, InvalidName or InvalidValue if it is none.

    Lines have single spaces, dates are in ISO 8601 as far as they are given, a DOI stands without its resolver.
    """
    declared = BY_NAME.get(field)
    if field == "title":
        return clean_title(written)
    match declared.form if declared else "line":
        case "date":
            return date_as_kept(written)
        case "kind":
            return _kind(written)
        case "doi":
            return _DOI.sub("", _line(written), count=1)
        case "names":
            return "; ".join(split_names(_line(written)))
        case "passage":
            return "\n".join(line.rstrip() for line in storable(written).strip().splitlines())
        case "line":
            return _line(written)


def date_as_kept(written: str) -> str:
    """Return a day, month or year as 2018-12-10, 2018-12 or 2018, and nothing of nothing; InvalidDate if it is none."""
    if not written.strip():
        return ""
    day = iso_date(written)
    if day is None:
        raise InvalidDate("“{date}” is no date. Write 2018, 2018-03, 2018-03-05 or 2018年3月5日.", date=written.strip())
    return day


def clean_title(title: str) -> str:
    """Return a title on one line of at most TITLE_LENGTH code points; InvalidName if nothing is left."""
    plain = _line(title)[:TITLE_LENGTH].rstrip()
    if not plain:
        raise InvalidName("A title cannot be empty.")
    return plain


def rows_beside(document_id: str, fields: Iterable[tuple[str, str]]) -> Iterator[FieldValue]:
    """Yield what is kept beside a new document's row of the fields that its draft gives."""
    for field, value in fields:
        kept = cleaned(field, value)
        if kept:
            yield FieldValue(document_id, field, kept)


def _kind(written: str) -> str:
    plain = _line(written).casefold()
    labels = {kind.label.casefold(): kind.name for kind in KINDS}
    kind = labels.get(plain, plain)
    if kind and kind not in KIND_NAMES:
        raise InvalidValue(
            "“{value}” is no kind of document. There are {kinds}.", value=plain, kinds=", ".join(KIND_NAMES)
        )
    return kind


def _line(text: str) -> str:
    return " ".join(storable(text).split())
