"""The one way to write: operations, their undo steps, and the changes they emit."""

import json
from collections import defaultdict
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from library.changes import Changes, Initiator, Label, Listener
from library.errors import NothingToUndo
from library.models import Span, Step, new_id, now
from library.storage.database import fetch, storage_errors
from library.storage.store import BY_NAME, Key, Row, Store

JOIN_SECONDS = 10
"""Operations with the same join key that follow one another within this time are one step of undo."""

_OF_DOCUMENT = frozenset(
    ("highlight", "placement", "bookmark", "heading", "field_value", "speaker", "speaker_name", "mend")
)
"""Tables whose rows concern the document of their `document_id`."""
_Images = dict[tuple[str, Key], tuple[Row | None, Row | None]]


class _Recording:
    """The first and last image of every row that an operation touches."""

    def __init__(self) -> None:
        self.images: _Images = {}

    def record(self, kind: str, key: Key, before: Row | None, after: Row | None) -> None:
        first = self.images[kind, key][0] if (kind, key) in self.images else before
        self.images[kind, key] = first, after


class Journal:
    """Runs operations on a store, keeps their history, and undoes and redoes them.

    `listeners` are called with the `Changes` of each operation after it is committed, on the thread that ran it.
    `session` marks the steps of this opening; a reading connection beside it takes the same one.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db
        self.session = new_id()
        self._sealed = True
        self.listeners: list[Listener] = []

    @contextmanager
    def operation(
        self, label: str, /, *, one: str = "", join: str = "", part_of: str = "", **arguments: object
    ) -> Generator[None, None, None]:
        """Run the block as one transaction, one step of undo and one `Changes`.

        Inside another operation the block belongs to that one. `label` is an English template, `arguments` its fields;
        where `count` is 1 the label is `one`.
        With a `join` key the step joins the last one if that has the same key and is at most JOIN_SECONDS old. What is
        `part_of` long work joins the step of that name, whatever was done since: what a batch adds can be taken back
        with it, and `count` adds up. It is a step of its own only where rows are altered that a later step did.
        StorageFailed or ReadOnly if the disk does not take it; then nothing is changed.
        """
        if self._store.recorder is not None:
            yield
            return
        recording = _Recording()
        name = Label(one if one and arguments.get("count") == 1 else label, arguments)
        with storage_errors(), self._db.atomic():
            self._db.conn.execute("PRAGMA defer_foreign_keys = ON")
            self._store.recorder = recording
            try:
                yield
            finally:
                self._store.recorder = None
            images = _altered(recording.images)
            if images and not (part_of and self._append(part_of, Label(label, arguments), images)):
                self._write(name, images, join or part_of)
        if images:
            self._sealed = not join
            self._emit(name, images, "do")

    def seal(self) -> None:
        """End the joining of steps: the next operation is a step of its own."""
        self._sealed = True

    def undo(self) -> Changes:
        """Take back the last step that stands; NothingToUndo if there is none."""
        step = self.undoable()
        if step is None:
            raise NothingToUndo("There is nothing to undo.")
        return self._apply(step, "undo")

    def redo(self) -> Changes:
        """Do again the step that was undone last; NothingToUndo if there is none."""
        step = self.redoable()
        if step is None:
            raise NothingToUndo("There is nothing to redo.")
        return self._apply(step, "redo")

    def undoable(self) -> Step | None:
        """Return the step that `undo` would take back."""
        return next(iter(self._steps("WHERE undone = 0 ORDER BY id DESC LIMIT 1")), None)

    def redoable(self) -> Step | None:
        """Return the step that `redo` would do again."""
        return next(iter(self._steps("WHERE undone = 1 ORDER BY id LIMIT 1")), None)

    def is_undone(self, name: str) -> bool:
        """Say whether the step of long work `name`, as `operation` takes it, was taken back and can be done again."""
        query = "SELECT undone FROM operation WHERE join_key = ? ORDER BY id DESC LIMIT 1"
        return any(bool(undone) for (undone,) in fetch(self._db, query, [name]))

    def history(self, limit: int | None = None, *, before: int | None = None) -> list[Step]:
        """Return the steps, newest first, at most `limit` of them; only those older than the step `before`."""
        most = -1 if limit is None else limit
        if before is None:
            return self._steps("ORDER BY id DESC LIMIT ?", [most])
        return self._steps("WHERE id < ? ORDER BY id DESC LIMIT ?", [before, most])

    @property
    def revision(self) -> int:
        """A number that grows with every operation, undo and redo."""
        return int(fetch(self._db, "SELECT revision FROM library")[0][0])

    def _steps(self, clause: str, parameters: Iterable[int] = ()) -> list[Step]:
        documents = "EXISTS (SELECT 1 FROM step WHERE operation_id = id AND kind = 'document' AND {} IS NULL)"
        query = (
            "SELECT id, label, arguments, created, undone, session, "
            f"{documents.format('before')}, {documents.format('after')} FROM operation {clause}"
        )
        rows = fetch(self._db, query, list(parameters))
        return [
            Step(
                id=number,
                label=label,
                arguments=json.loads(arguments),
                created=created,
                undone=bool(undone),
                this_session=session == self.session,
                adds_documents=bool(adds),
                deletes_documents=bool(ends),
            )
            for number, label, arguments, created, undone, session, adds, ends in rows
        ]

    def _append(self, name: str, label: Label, images: _Images) -> bool:
        """Let the step of long work `name` also cover `images`, if it stands and no later step altered them; say so."""
        self._forget_undone()
        query = "SELECT id, arguments FROM operation WHERE join_key = ? ORDER BY id DESC LIMIT 1"
        row = self._db.conn.execute(query, [name]).fetchone()
        if row is None or any(place in images for place in self._altered_since(row[0])):
            return False
        self._db.conn.execute("UPDATE library SET revision = revision + 1")
        count = sum(int(str(arguments.get("count", 0))) for arguments in (json.loads(row[1]), label.arguments))
        arguments = json.dumps({**label.arguments, "count": count}, ensure_ascii=False, default=str)
        self._db.conn.execute(
            "UPDATE operation SET label = ?, arguments = ?, session = ? WHERE id = ?",
            [label.text, arguments, self.session, row[0]],
        )
        self._insert_steps(row[0], images)
        return True

    def _altered_since(self, operation_id: int) -> Iterable[tuple[str, Key]]:
        """Yield the places of the rows that steps after this one altered."""
        query = "SELECT DISTINCT kind, key FROM step WHERE operation_id > ?"
        for kind, key in self._db.conn.execute(query, [operation_id]):
            yield kind, tuple(json.loads(key))

    def _write(self, label: Label, images: _Images, join: str) -> None:
        self._forget_undone()
        self._db.conn.execute("UPDATE library SET revision = revision + 1")
        joined = self._joinable(join)
        if joined is not None:
            self._extend(joined, images)
            return
        arguments = json.dumps(dict(label.arguments), ensure_ascii=False, default=str)
        cursor = self._db.conn.execute(
            "INSERT INTO operation (label, arguments, created, session, join_key, undone) VALUES (?, ?, ?, ?, ?, 0)",
            [label.text, arguments, now(), self.session, join],
        )
        self._insert_steps(int(cursor.lastrowid or 0), images)

    def _insert_steps(self, operation_id: int, images: _Images) -> None:
        self._db.conn.executemany(
            "INSERT INTO step (operation_id, kind, key, before, after) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (operation_id, kind, key) DO UPDATE SET after = excluded.after",
            [
                (operation_id, kind, json.dumps(key), _packed(before), _packed(after))
                for (kind, key), (before, after) in images.items()
            ],
        )

    def _forget_undone(self) -> None:
        self._db.conn.execute("DELETE FROM step WHERE operation_id IN (SELECT id FROM operation WHERE undone = 1)")
        self._db.conn.execute("DELETE FROM operation WHERE undone = 1")

    def _joinable(self, join: str) -> int | None:
        if not join or self._sealed:
            return None
        query = "SELECT id, join_key, created, session FROM operation ORDER BY id DESC LIMIT 1"
        row = self._db.conn.execute(query).fetchone()
        if row is None or (row[1], row[3]) != (join, self.session):
            return None
        age = datetime.now(UTC) - datetime.fromisoformat(row[2])
        return row[0] if age < timedelta(seconds=JOIN_SECONDS) else None

    def _extend(self, operation_id: int, images: _Images) -> None:
        """Let an operation that already stands also cover `images`: its own first images stay.

        Where the two together alter nothing, such as a note written and emptied again, there is nothing to undo.
        """
        kept = self._images(operation_id)
        merged = images | {
            place: (before, images[place][1] if place in images else after) for place, (before, after) in kept.items()
        }
        altered = _altered(merged)
        self._db.conn.execute("DELETE FROM step WHERE operation_id = ?", [operation_id])
        self._insert_steps(operation_id, altered)
        if not altered:
            self._db.conn.execute("DELETE FROM operation WHERE id = ?", [operation_id])

    def _images(self, operation_id: int) -> _Images:
        rows = fetch(self._db, "SELECT kind, key, before, after FROM step WHERE operation_id = ?", [operation_id])
        return {
            (kind, tuple(json.loads(key))): (_unpacked(before), _unpacked(after)) for kind, key, before, after in rows
        }

    def _apply(self, step: Step, initiator: Initiator) -> Changes:
        images = self._images(step.id)
        if initiator == "undo":
            images = {place: (after, before) for place, (before, after) in images.items()}
        label = Label(step.label, step.arguments)
        with storage_errors(), self._db.atomic():
            self._db.conn.execute("PRAGMA defer_foreign_keys = ON")
            self._restore(images)
            self._db.conn.execute("UPDATE operation SET undone = ? WHERE id = ?", [int(initiator == "undo"), step.id])
            self._db.conn.execute("UPDATE library SET revision = revision + 1")
        self._sealed = True
        return self._emit(label, images, initiator)

    def _restore(self, images: _Images) -> None:
        rows: defaultdict[str, list[Row]] = defaultdict(list)
        gone: defaultdict[str, list[Key]] = defaultdict(list)
        for (kind, key), (_, after) in images.items():
            if after is None:
                gone[kind].append(key)
            else:
                rows[kind].append(after)
        for kind, keys in gone.items():
            self._db.conn.executemany(BY_NAME[kind].delete, keys)
        for kind, values in rows.items():
            self._db.conn.executemany(BY_NAME[kind].upsert, values)

    def _emit(self, label: Label, images: _Images, initiator: Initiator) -> Changes:
        keys: defaultdict[str, set[Key]] = defaultdict(set)
        for kind, key in images:
            keys[kind].add(key)
        named = {kind: frozenset(of_kind) for kind, of_kind in keys.items()}
        places = () if initiator == "do" else self._places(images)
        changes = Changes(label, named, self._documents(images), initiator, places)
        for listener in list(self.listeners):
            listener(changes)
        return changes

    def _documents(self, images: _Images) -> frozenset[str]:
        """Return the documents whose own row, marks or notes are among the rows of `images`."""
        found: set[str] = set()
        highlights: set[str] = set()
        for (kind, key), (before, after) in images.items():
            row = _named(kind, after or before)
            if kind == "document":
                found.add(key[0])
            elif kind in _OF_DOCUMENT:
                found.add(str(row["document_id"]))
            elif kind == "note" and row["target_kind"] == "document":
                found.add(str(row["target_id"]))
            highlights.update(_carriers(kind, row))
        query = "SELECT DISTINCT document_id FROM highlight WHERE id IN (SELECT value FROM json_each(?))"
        rows = fetch(self._db, query, [json.dumps(sorted(highlights))])
        return frozenset(found | {row[0] for row in rows})

    def _places(self, images: _Images) -> tuple[Span, ...]:
        """Return the passages that are among the rows of `images` or carry one of them, in text order."""
        found: set[Span] = set()
        carriers: set[str] = set()
        for (kind, _), (before, after) in images.items():
            row = _named(kind, after or before)
            if kind in ("highlight", "speaker"):
                found.add(Span(str(row["document_id"]), int(row["start"]), int(row["end"])))
            elif kind == "bookmark":
                found.add(Span(str(row["document_id"]), int(row["position"]), int(row["position"]) + 1))
            carriers.update(_carriers(kind, row))
        query = 'SELECT document_id, "start", "end" FROM highlight WHERE id IN (SELECT value FROM json_each(?))'
        found.update(Span(*row) for row in fetch(self._db, query, [json.dumps(sorted(carriers))]))
        return tuple(sorted(found))


def state_of(db: Database) -> str:
    """Return a word that is another one after every operation, undo and redo, and in every library and copy of one."""
    last = "SELECT created FROM operation ORDER BY id DESC LIMIT 1"
    return " ".join(fetch(db, f"SELECT id, CAST(revision AS TEXT), coalesce(({last}), '') FROM library")[0])


def _altered(images: _Images) -> _Images:
    return {place: (before, after) for place, (before, after) in images.items() if before != after}


def _named(kind: str, row: Row | None) -> dict[str, Any]:
    return dict(zip(BY_NAME[kind].columns, row or (), strict=True))


def _carriers(kind: str, row: dict[str, Any]) -> tuple[str, ...]:
    """Return the ids of the highlights that a row of another kind is on."""
    if kind == "tagging":
        return (str(row["highlight_id"]),)
    if kind == "link":
        return str(row["source_id"]), str(row["target_id"])
    return (str(row["target_id"]),) if kind == "note" and row["target_kind"] == "highlight" else ()


def _packed(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _unpacked(text: str | None) -> Row | None:
    return None if text is None else tuple(json.loads(text))
