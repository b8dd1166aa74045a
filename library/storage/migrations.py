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


@MIGRATIONS()
def m003_codebook(db: Database) -> None:
    """Make room for stars, links, described tags, pens, memos and smart collections.

    Highlights and tags that the history keeps get the new columns, too, with the values that all others begin with.
    """
    db.table("highlight").add_column("starred", int, not_null_default=0)
    for column in ("includes", "excludes", "example"):
        db.table("tag").add_column(column, str, not_null_default="")
    tagging = db.table("tagging")
    tagging.drop_index("idx_tagging_tag_id")
    tagging.create_index(["tag_id", "highlight_id"])  # whole answers from the index: three times as fast
    _append_to_history(db, "highlight", 0)
    _append_to_history(db, "tag", "", "", "")
    _make_links(db)
    _make_pens(db)
    memo = {"id": str, "title": str, "text": str, "created": str, "modified": str}
    db.table("memo").create(memo, pk="id", not_null=set(memo), strict=True)
    smart = {"id": str, "name": str, "kind": str, "query": str, "position": float}
    db.table("smart_collection").create(smart, pk="id", not_null=set(smart), strict=True)


@MIGRATIONS()
def m004_markup(db: Database) -> None:
    """Make room for what files say of their texts. No journaled table changes: the history stays as it is."""
    db.table("markup").create(
        {"document_id": str, "elements": str},
        pk="document_id",
        not_null={"elements"},
        foreign_keys=[("document_id", "document", "id")],
        strict=True,
    )


@MIGRATIONS()
def m005_headings(db: Database) -> None:
    """Make room for what readers correct in outlines. No journaled table changes: the history stays as it is."""
    heading = {"document_id": str, "start": int, "end": int, "level": int}
    db.table("heading").create(
        heading,
        pk=("document_id", "start"),
        not_null=set(heading),
        foreign_keys=[("document_id", "document", "id")],
        strict=True,
    )


@MIGRATIONS()
def m006_words(db: Database) -> None:
    """Make room for own words, corrected readings and a glossary. No journaled table changes: the history stays."""
    term = {"word": str, "frequency": int, "kind": str, "created": str}
    db.table("term").create(term, pk="word", not_null=set(term), strict=True)
    pronunciation = {"word": str, "reading": str, "created": str}
    db.table("pronunciation").create(pronunciation, pk="word", not_null=set(pronunciation), strict=True)
    entry = {"term": str, "gloss": str, "note": str, "created": str, "modified": str}
    db.table("glossary").create(entry, pk="term", not_null=set(entry), strict=True)


@MIGRATIONS()
def m007_fields(db: Database) -> None:
    """Make room for more fields of documents and for own ones. No journaled table changes: the history stays."""
    own = {"id": str, "name": str, "created": str}
    db.table("own_field").create(own, pk="id", not_null=set(own), strict=True)
    value = {"document_id": str, "field": str, "value": str}
    db.table("field_value").create(
        value,
        pk=("document_id", "field"),
        not_null=set(value),
        foreign_keys=[("document_id", "document", "id")],
        strict=True,
    )
    db.table("field_value").create_index(["field", "document_id"])


@MIGRATIONS()
def m008_speakers(db: Database) -> None:
    """Make room for what readers say of who speaks. No journaled table changes: the history stays as it is."""
    spans = {"document_id": str, "start": int, "end": int, "name": str}
    names = {"document_id": str, "found": str, "name": str}
    for table, columns, key in (("speaker", spans, "start"), ("speaker_name", names, "found")):
        db.table(table).create(
            columns,
            pk=("document_id", key),
            not_null=set(columns),
            foreign_keys=[("document_id", "document", "id")],
            strict=True,
        )


@MIGRATIONS()
def m009_repairs(db: Database) -> None:
    """Make room for what was repaired in texts. No journaled table changes: the history stays as it is."""
    mend = {"document_id": str, "kind": str, "number": int, "mends": str}
    db.table("mend").create(
        mend,
        pk=("document_id", "kind"),
        not_null=set(mend),
        foreign_keys=[("document_id", "document", "id")],
        strict=True,
    )


@MIGRATIONS()
def m010_heading_words(db: Database) -> None:
    """Make room for words of headings that readers put right, in what the history keeps of headings, too."""
    db.table("heading").add_column("words", str, not_null_default="")
    _append_to_history(db, "heading", "")


def _make_links(db: Database) -> None:
    link = db.table("link")
    link.create(
        {"id": str, "source_id": str, "target_id": str, "created": str},
        pk="id",
        not_null={"source_id", "target_id", "created"},
        foreign_keys=[("source_id", "highlight", "id"), ("target_id", "highlight", "id")],
        strict=True,
    )
    link.create_index(["source_id", "target_id"], unique=True)
    link.create_index(["target_id"])


def _make_pens(db: Database) -> None:
    pen = {"number": int, "color": str, "style": str}
    db.table("pen").create(pen, pk="number", not_null={"style"}, strict=True)
    db.table("pen_tag").create(
        {"number": int, "tag_id": str, "position": int},
        pk=("number", "tag_id"),
        not_null={"position"},
        foreign_keys=[("number", "pen", "number"), ("tag_id", "tag", "id")],
        strict=True,
    )


def _append_to_history(db: Database, kind: str, *values: str | int) -> None:
    """Append `values` to the rows of table `kind` that the history keeps, before and after each step."""
    for column in ("before", "after"):
        for value in values:
            db.conn.execute(
                f"UPDATE step SET {column} = json_insert({column}, '$[#]', ?) WHERE kind = ? AND {column} IS NOT NULL",
                [value, kind],
            )
