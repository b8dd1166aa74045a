"""The schema of library.db, one migration after another.

A migration that changes a journaled table also rewrites the rows kept in `step`, or clears `operation` and `step`, and
says so in its docstring: undo must never write a row that the table no longer takes.
"""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("zhupi")

APPLICATION_ID = 0x5A485550
"""What `PRAGMA application_id` says of a library: “ZHUP”."""

_DESCRIBED = ("author", "date", "issuer", "number", "language")
_IMPORTED = ("source", "original_sha", "original_name", "format", "encoding", "added", "removed")
_DOCUMENT = {"id": str, "title": str, "text_sha": str, "length": int} | dict.fromkeys(_DESCRIBED + _IMPORTED, str)
_QUOTED = ("quote", "prefix", "suffix", "color", "style", "correction", "author", "created", "modified")
_HIGHLIGHT = {"id": str, "document_id": str, "start": int, "end": int} | dict.fromkeys(_QUOTED, str)


@MIGRATIONS()
def m001_first_schema(db: Database) -> None:
    """Make the tables of version 1."""
    _make_documents(db)
    _make_annotations(db)
    _make_journal(db)
    db.table("reading").create(
        {"document_id": str, "place": int, "furthest": int, "opened": str}, pk="document_id", strict=True
    )
    db.table("state").create({"key": str, "value": str}, pk="key", strict=True)


@MIGRATIONS()
def m002_bookmarks(db: Database) -> None:
    """Make room for bookmarks. No journaled table changes: the history stays as it is."""
    bookmark = db.table("bookmark")
    bookmark.create(
        {"id": str, "document_id": str, "position": int, "name": str, "created": str},
        pk="id",
        not_null={"document_id", "position", "name", "created"},
        foreign_keys=[("document_id", "document", "id")],
        strict=True,
    )
    bookmark.create_index(["document_id", "position"])


def _make_documents(db: Database) -> None:
    document = db.table("document")
    document.create(_DOCUMENT, pk="id", not_null=set(_DOCUMENT) - {"removed"}, strict=True)
    document.create_index(["text_sha"])
    collection = db.table("collection")
    collection.create(
        {"id": str, "name": str, "parent_id": str, "position": float},
        pk="id",
        not_null={"name", "position"},
        foreign_keys=[("parent_id", "collection", "id")],
        strict=True,
    )
    placement = db.table("placement")
    placement.create(
        {"collection_id": str, "document_id": str, "position": float},
        pk=("collection_id", "document_id"),
        not_null={"position"},
        foreign_keys=[("collection_id", "collection", "id"), ("document_id", "document", "id")],
        strict=True,
    )
    placement.create_index(["document_id"])


def _make_annotations(db: Database) -> None:
    highlight = db.table("highlight")
    highlight.create(
        _HIGHLIGHT,
        pk="id",
        not_null=set(_HIGHLIGHT) - {"color"},
        foreign_keys=[("document_id", "document", "id")],
        strict=True,
    )
    highlight.create_index(["document_id", "start", "end"])
    tag = db.table("tag")
    tag.create(
        {"id": str, "name": str, "parent_id": str, "color": str, "description": str, "position": float},
        pk="id",
        not_null={"name", "color", "description", "position"},
        foreign_keys=[("parent_id", "tag", "id")],
        strict=True,
    )
    tagging = db.table("tagging")
    tagging.create(
        {"highlight_id": str, "tag_id": str, "position": int},
        pk=("highlight_id", "tag_id"),
        not_null={"position"},
        foreign_keys=[("highlight_id", "highlight", "id"), ("tag_id", "tag", "id")],
        strict=True,
    )
    tagging.create_index(["tag_id"])
    note = db.table("note")
    note.create(
        {"id": str, "target_kind": str, "target_id": str, "text": str, "created": str, "modified": str},
        pk="id",
        not_null={"target_kind", "target_id", "text", "created", "modified"},
        strict=True,
    )
    note.create_index(["target_kind", "target_id"], unique=True)


def _make_journal(db: Database) -> None:
    db.table("library").create({"id": str, "created": str, "revision": int}, pk="id", strict=True)
    operation = db.table("operation")
    operation.create(
        {"id": int, "label": str, "arguments": str, "created": str, "session": str, "join_key": str, "undone": int},
        pk="id",
        not_null={"label", "arguments", "created", "session", "join_key", "undone"},
        strict=True,
    )
    operation.create_index(["undone"])
    step = db.table("step")
    step.create(
        {"operation_id": int, "kind": str, "key": str, "before": str, "after": str},
        pk=("operation_id", "kind", "key"),
        foreign_keys=[("operation_id", "operation", "id")],
        strict=True,
    )
