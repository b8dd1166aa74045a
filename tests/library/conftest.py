"""A library on a real disk, and what every verb must hold: done, undone, redone, across a reopening."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from library.changes import Changes
from library.library import Library
from library.models import Document, Draft, Highlight, PreparedDraft

Row = tuple[object, ...]
Rows = dict[str, dict[tuple[str, ...], Row]]

KEYS = {
    "document": ("id",),
    "collection": ("id",),
    "placement": ("collection_id", "document_id"),
    "highlight": ("id",),
    "link": ("id",),
    "tag": ("id",),
    "tagging": ("highlight_id", "tag_id"),
    "pen": ("number",),
    "pen_tag": ("number", "tag_id"),
    "note": ("id",),
    "bookmark": ("id",),
    "markup": ("document_id",),
    "own_field": ("id",),
    "field_value": ("document_id", "field"),
    "heading": ("document_id", "start"),
    "speaker": ("document_id", "start"),
    "speaker_name": ("document_id", "found"),
    "mend": ("document_id", "kind"),
    "memo": ("id",),
    "smart_collection": ("id",),
    "term": ("word",),
    "pronunciation": ("word",),
    "glossary": ("term",),
}
TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\ne\u0301te\u0301 👨‍👩‍👧 end\n"


class Desk:
    """A library that a test can close and open again, and whose rows it can read past the library's back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.library = Library.create(path)

    def reopen(self) -> Library:
        self.library.close()
        self.library = Library.open(self.path)
        return self.library

    def add(self, text: str = TEXT, title: str = "城东简报", *, format: str = "text") -> Document:
        (document,) = self.add_many((title, text), format=format)
        return document

    def add_many(self, *titled: tuple[str, str], format: str = "text") -> list[Document]:
        drafts = [
            PreparedDraft(Draft(text, title, format), self.library.texts.add_text(text), "", "", "")
            for title, text in titled
        ]
        return [document for document, _ in self.library.documents.add_drafts(drafts)]

    def mark(self, *spans: tuple[int, int], tags: tuple[str, ...] = ()) -> list[Highlight]:
        document = next(iter(self.library.documents.all()), None) or self.add()
        return [self.library.highlights.add(document.id, start, end, tags=tags) for start, end in spans]

    def rows(self) -> Rows:
        """Return all rows of a person's making by table and key."""
        return rows_of(self.path / "library.db")

    def table(self, name: str) -> list[Row]:
        return list(self.rows()[name].values())


def rows_of(path: Path) -> Rows:
    """Return the journaled rows of a library.db by table and key."""
    found: Rows = {}
    with closing(sqlite3.connect(path)) as connection:
        for table, key in KEYS.items():
            cursor = connection.execute(f'SELECT * FROM "{table}"')
            places = [[column[0] for column in cursor.description].index(name) for name in key]
            found[table] = {tuple(str(row[place]) for place in places): row for row in cursor}
    return found


def altered(before: Rows, after: Rows) -> dict[str, frozenset[tuple[str, ...]]]:
    """Return the keys of the rows that differ, by table; tables without any are left out."""
    keys = {
        table: frozenset(
            key for key in before[table].keys() | after[table].keys() if before[table].get(key) != after[table].get(key)
        )
        for table in KEYS
    }
    return {table: found for table, found in keys.items() if found}


def concerned(before: Rows, after: Rows) -> frozenset[str]:
    """Return the documents whose own row, places, marks or notes differ."""
    highlights = {key[0]: str(row[1]) for rows in (before, after) for key, row in rows["highlight"].items()}
    found: set[str] = set()
    for table, keys in altered(before, after).items():
        for key in keys:
            row = after[table].get(key) or before[table][key]
            if table == "document":
                found.add(key[0])
            elif table in ("placement", "highlight", "bookmark"):
                found.add(str(row[1]))
            elif table in ("heading", "field_value", "speaker", "speaker_name", "mend"):
                found.add(key[0])
            elif table == "tagging":
                found.add(highlights[key[0]])
            elif table == "link":
                found.update((highlights[str(row[1])], highlights[str(row[2])]))
            elif table == "note" and row[1] == "highlight":
                found.add(highlights[str(row[2])])
            elif table == "note" and row[1] == "document":
                found.add(str(row[2]))
    return frozenset(found)


def prove(desk: Desk, verb: Callable[[Library], object], label: str) -> Changes:
    """Run a verb and hold it to everything a verb promises; return what it said of its changes.

    One operation, one `Changes` that names exactly the altered rows and documents; undone and redone exactly, in this
    session and after reopening; the revision grows each time; the library stays sound.
    """
    heard: list[Changes] = []
    before = desk.rows()
    revision = desk.library.revision
    desk.library.journal.seal()
    desk.library.journal.listeners.append(heard.append)
    verb(desk.library)
    after = desk.rows()
    assert after != before
    assert [str(changes.label) for changes in heard] == [label]
    done = heard[0]
    assert done.initiator == "do"
    assert done.keys == altered(before, after)
    assert done.document_ids == concerned(before, after)
    desk.library.undo()
    assert desk.rows() == before
    desk.library.redo()
    assert desk.rows() == after
    assert [changes.initiator for changes in heard] == ["do", "undo", "redo"]
    assert {(str(changes.label), changes.document_ids) for changes in heard} == {(label, done.document_ids)}
    assert all(changes.keys == done.keys for changes in heard)
    assert desk.reopen().undo().keys == done.keys
    assert desk.rows() == before
    desk.reopen().redo()
    assert desk.rows() == after
    assert desk.library.revision == revision + 5
    assert desk.library.check() == []
    return done


def refuse(desk: Desk, error: type[Exception], verb: Callable[[Library], object]) -> Exception:
    """Run a verb that must raise `error` and change nothing: no row, no history, no revision."""
    before, revision = desk.rows(), desk.library.revision
    history = desk.library.journal.history()
    with pytest.raises(error) as caught:
        verb(desk.library)
    assert str(caught.value)
    assert (desk.rows(), desk.library.revision, desk.library.journal.history()) == (before, revision, history)
    return caught.value


def damage_page(path: Path, table: str) -> None:
    """Spoil the first page of a table of a closed library.db."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : (page - 1) * size + 100] = b"\xff" * 100
    path.write_bytes(bytes(data))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "研究.zhupi")
    yield desk
    desk.library.close()


@pytest.fixture
def library(desk: Desk) -> Library:
    """The library of `desk`, for tests that do not close it."""
    return desk.library
