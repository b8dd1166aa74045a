"""From dataclass to row and back: the tables by their types."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Collection as Many
from dataclasses import fields
from enum import Enum
from json import dumps
from operator import attrgetter
from typing import Protocol, TypeVar

from sqlite_utils import Database

from library.fields import FieldValue, OwnField
from library.headings import HeadingCorrection
from library.mending import KeptMends
from library.models import (
    Bookmark,
    Collection,
    Document,
    Highlight,
    Link,
    Markup,
    Memo,
    Note,
    Pen,
    PenTag,
    Placement,
    Reading,
    SmartCollection,
    Tag,
    Tagging,
)
from library.speeches import SpeakerCorrection, SpeakerName
from library.storage.database import fetch
from library.words import GlossaryEntry, Pronunciation, Term

Key = tuple[str, ...]
Value = str | int | float | None
Row = tuple[Value, ...]
Model = (
    Document
    | Collection
    | Placement
    | Highlight
    | Link
    | Tag
    | Tagging
    | Pen
    | PenTag
    | Note
    | Bookmark
    | Markup
    | OwnField
    | FieldValue
    | HeadingCorrection
    | SpeakerCorrection
    | SpeakerName
    | KeptMends
    | Memo
    | SmartCollection
    | Term
    | Pronunciation
    | GlossaryEntry
    | Reading
)


class Presence(Enum):
    """What a condition may ask for instead of a value."""

    ANY = "any value but NULL"


ANY = Presence.ANY

ModelT = TypeVar(
    "ModelT",
    Document,
    Collection,
    Placement,
    Highlight,
    Link,
    Tag,
    Tagging,
    Pen,
    PenTag,
    Note,
    Bookmark,
    Markup,
    OwnField,
    FieldValue,
    HeadingCorrection,
    SpeakerCorrection,
    SpeakerName,
    KeptMends,
    Memo,
    SmartCollection,
    Term,
    Pronunciation,
    GlossaryEntry,
    Reading,
)


class Recorder(Protocol):
    """Keeps what the rows of an operation were before and are after it."""

    def record(self, kind: str, key: Key, before: Row | None, after: Row | None) -> None:
        """Note that the row `key` of table `kind` changed; None where there is no row."""
        ...


class Table:
    """The table of one dataclass: its name, columns and key columns."""

    def __init__(self, model: type[Model], name: str, *key: str) -> None:
        self.name = name
        self.columns = tuple(field.name for field in fields(model))
        self.key = key
        self.row_of: Callable[[Model], Row] = attrgetter(*self.columns)
        """Returns a dataclass as a row: its columns are values, which `astuple` would copy one by one."""
        self._key_indexes = tuple(self.columns.index(column) for column in key)
        quoted = ", ".join(f'"{column}"' for column in self.columns)
        updates = ", ".join(f'"{column}" = excluded."{column}"' for column in self.columns if column not in key)
        places = ", ".join("?" for _ in self.columns)
        self.match = " AND ".join(f'"{column}" = ?' for column in key)
        self.select = f'SELECT {quoted} FROM "{name}"'
        insert = f'INSERT INTO "{name}" ({quoted}) VALUES ({places})'
        self.upsert = f"{insert} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {updates}"
        self.delete = f'DELETE FROM "{name}" WHERE {self.match}'
        parts = ", ".join(f"json_extract(value, '$[{number}]')" for number in range(len(key)))
        self.match_many = f"({', '.join(key)}) IN (SELECT {parts} FROM json_each(?))"

    def key_of(self, row: Row) -> Key:
        """Return the primary key of a row."""
        return tuple(str(row[index]) for index in self._key_indexes)


TABLES: dict[type[Model], Table] = {
    Document: Table(Document, "document", "id"),
    Collection: Table(Collection, "collection", "id"),
    Placement: Table(Placement, "placement", "collection_id", "document_id"),
    Highlight: Table(Highlight, "highlight", "id"),
    Link: Table(Link, "link", "id"),
    Tag: Table(Tag, "tag", "id"),
    Tagging: Table(Tagging, "tagging", "highlight_id", "tag_id"),
    Pen: Table(Pen, "pen", "number"),
    PenTag: Table(PenTag, "pen_tag", "number", "tag_id"),
    Note: Table(Note, "note", "id"),
    Bookmark: Table(Bookmark, "bookmark", "id"),
    Markup: Table(Markup, "markup", "document_id"),
    OwnField: Table(OwnField, "own_field", "id"),
    FieldValue: Table(FieldValue, "field_value", "document_id", "field"),
    HeadingCorrection: Table(HeadingCorrection, "heading", "document_id", "start"),
    SpeakerCorrection: Table(SpeakerCorrection, "speaker", "document_id", "start"),
    SpeakerName: Table(SpeakerName, "speaker_name", "document_id", "found"),
    KeptMends: Table(KeptMends, "mend", "document_id", "kind"),
    Memo: Table(Memo, "memo", "id"),
    SmartCollection: Table(SmartCollection, "smart_collection", "id"),
    Term: Table(Term, "term", "word"),
    Pronunciation: Table(Pronunciation, "pronunciation", "word"),
    GlossaryEntry: Table(GlossaryEntry, "glossary", "term"),
    Reading: Table(Reading, "reading", "document_id"),
}
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES.values()}


class Store:
    """Reads and writes dataclasses. Journaled rows are written only while a recorder is set, inside an operation."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.recorder: Recorder | None = None

    def find(self, model: type[ModelT], *key: str) -> ModelT | None:
        """Return the row with this primary key, or None."""
        table = TABLES[model]
        rows = fetch(self.db, f"{table.select} WHERE {table.match}", key)
        return model(*rows[0]) if rows else None

    def all(self, model: type[ModelT], *order: str, **where: Value | Presence | Many[str]) -> list[ModelT]:
        """Return the rows that match `where`, ordered by the columns `order`, a leading "-" for descending.

        A value matches by equality, None by IS NULL, ANY by IS NOT NULL, a collection of texts by membership.
        """
        condition, parameters = _condition(where)
        query = f"{TABLES[model].select}{condition}{_ordering(order)}"
        return [model(*row) for row in fetch(self.db, query, parameters)]

    def column(self, model: type[ModelT], name: str, **where: Value | Presence | Many[str]) -> list[str]:
        """Return one column of text of the rows that match `where`: for ids, a fraction of what whole rows cost."""
        condition, parameters = _condition(where)
        query = f'SELECT "{name}" FROM "{TABLES[model].name}"{condition}'
        return [row[0] for row in fetch(self.db, query, parameters)]

    def pairs(
        self, model: type[ModelT], key: str, value: str, *order: str, **where: Value | Presence | Many[str]
    ) -> dict[str, str]:
        """Return two columns of text of the rows that match `where`, by the first, in the order of `all`."""
        condition, parameters = _condition(where)
        query = f'SELECT "{key}", "{value}" FROM "{TABLES[model].name}"{condition}{_ordering(order)}'
        return dict(fetch(self.db, query, parameters))

    def counts(self, model: type[ModelT], by: str, **where: Value | Presence | Many[str]) -> dict[str, int]:
        """Return how many rows there are for each value of the column `by`."""
        condition, parameters = _condition(where)
        query = f'SELECT "{by}", count(*) FROM "{TABLES[model].name}"{condition} GROUP BY 1'
        return dict(fetch(self.db, query, parameters))

    def highest(self, model: type[ModelT], column: str, **where: Value | Presence | Many[str]) -> float:
        """Return the highest value of a numeric column, 0 where there is no row."""
        condition, parameters = _condition(where)
        query = f'SELECT coalesce(max("{column}"), 0) FROM "{TABLES[model].name}"{condition}'
        return float(fetch(self.db, query, parameters)[0][0])

    def latest(self, model: type[ModelT], column: str, limit: int) -> list[str]:
        """Return the values of `column` whose rows were written last, each once, the newest first."""
        query = f'SELECT "{column}" FROM "{TABLES[model].name}" GROUP BY 1 ORDER BY max(rowid) DESC LIMIT ?'
        return [row[0] for row in fetch(self.db, query, [limit])]

    def all_keys(self) -> dict[str, frozenset[Key]]:
        """Return the primary keys of every journaled table by its name."""
        return {
            table.name: frozenset(fetch(self.db, f'SELECT {", ".join(table.key)} FROM "{table.name}"'))
            for model, table in TABLES.items()
            if model is not Reading
        }

    def put(self, *rows: Model) -> None:
        """Insert rows, or replace those with the same key, and record what they were."""
        by_model: defaultdict[type[Model], list[Row]] = defaultdict(list)
        for row in rows:
            by_model[type(row)].append(TABLES[type(row)].row_of(row))
        for model, values in by_model.items():
            self._put(TABLES[model], values)

    def remove(self, model: type[ModelT], keys: Iterable[Key]) -> None:
        """Delete the rows with these primary keys, and record what they were."""
        table, recorder = TABLES[model], self._recording()
        before = self._rows_by_key(table, list(keys))
        self.db.conn.executemany(table.delete, list(before))
        for key, row in before.items():
            recorder.record(table.name, key, row, None)

    def keep(self, *rows: Reading) -> None:
        """Insert or replace rows that are not a person's making: outside the journal, at once."""
        for row in rows:
            self.db.conn.execute(TABLES[type(row)].upsert, TABLES[type(row)].row_of(row))

    def _put(self, table: Table, rows: Sequence[Row]) -> None:
        recorder = self._recording()
        keys = [table.key_of(row) for row in rows]
        before = self._rows_by_key(table, keys)
        self.db.conn.executemany(table.upsert, rows)
        for key, row in zip(keys, rows, strict=True):
            recorder.record(table.name, key, before.get(key), row)

    def _rows_by_key(self, table: Table, keys: Sequence[Key]) -> dict[Key, Row]:
        rows = fetch(self.db, f"{table.select} WHERE {table.match_many}", [dumps(keys)])
        return {table.key_of(row): row for row in rows}

    def _recording(self) -> Recorder:
        if self.recorder is None:
            raise sqlite3.ProgrammingError("a journaled row was written outside an operation")
        return self.recorder


def _ordering(order: Sequence[str]) -> str:
    columns = ", ".join(f'"{column.lstrip("-")}"{" DESC" * column.startswith("-")}' for column in order)
    return f" ORDER BY {columns}" if columns else ""


def _condition(where: dict[str, Value | Presence | Many[str]]) -> tuple[str, list[Value]]:
    parts: list[str] = []
    parameters: list[Value] = []
    for column, value in where.items():
        if value is None:
            parts.append(f'"{column}" IS NULL')
        elif isinstance(value, Presence):
            parts.append(f'"{column}" IS NOT NULL')
        elif isinstance(value, str | int | float):
            parts.append(f'"{column}" = ?')
            parameters.append(value)
        else:
            parts.append(f'"{column}" IN (SELECT value FROM json_each(?))')
            parameters.append(dumps(list(value)))
    return (" WHERE " + " AND ".join(parts) if parts else "", parameters)
