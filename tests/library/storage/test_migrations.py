"""Migrations: what a later one has to show. Copy the tests below for it, with its own name in place of the example's.

The example gives tags a shape. It changes a journaled table, so it also rewrites the rows that the history keeps.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from library.errors import LibraryBusy, LibraryDamaged, LibraryTooNew, StorageFailed
from library.library import Library
from library.storage import database
from library.storage.migrations import APPLICATION_ID, MIGRATIONS
from library.storage.store import TABLES
from tests.library.conftest import KEYS, Desk, Rows


def continued(*later: Callable[[Database], None]) -> Migrations:
    """Return our migrations with later ones behind them."""
    migrations = Migrations(MIGRATIONS.name)
    for migration in MIGRATIONS.pending(Database(memory=True, execute_plugins=False)):
        migrations(name=migration.name)(migration.fn)
    for function in later:
        migrations()(function)
    return migrations


def m900_shapes(db: Database) -> None:
    """Give tags a shape; the tags that the history keeps get the same one."""
    db.table("tag").add_column("shape", str, not_null_default="round")
    for rowid, before, after in db.execute("SELECT rowid, before, after FROM step WHERE kind = 'tag'").fetchall():
        images = [None if row is None else json.dumps([*json.loads(row), "round"]) for row in (before, after)]
        db.execute("UPDATE step SET before = ?, after = ? WHERE rowid = ?", [*images, rowid])


def m901_fails(db: Database) -> None:
    db.table("note").drop()
    db.execute("SELECT * FROM a_table_that_is_not_there")


def m902_breaks_a_reference(db: Database) -> None:
    db.execute("DELETE FROM document")


def schema(path: Path) -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            (row[0], " ".join((row[1] or "").split()))
            for row in connection.execute("SELECT name, sql FROM sqlite_master")
        }


def dump(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def beside(path: Path) -> set[str]:
    return {file.name for file in path.parent.glob("library.db*")}


def make_older(path: Path) -> None:
    """Make a library of today one from before there were bookmarks."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE bookmark")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm002_bookmarks'")


@pytest.fixture
def old(desk: Desk) -> Path:
    """The database of a closed library that has a history, some of it undone."""
    desk.mark((0, 3), (3, 5), tags=("主题/协商𠮷",))
    desk.library.tags.add_path("提法")
    desk.library.tags.add_path("人物")
    desk.library.undo()
    desk.library.close()
    return desk.path / "library.db"


def test_a_fresh_schema_is_the_migrated_one(old: Path, tmp_path: Path) -> None:
    migrations = continued(m900_shapes)
    database.migrate(old, migrations)
    fresh = Database(tmp_path / "fresh.db", execute_plugins=False)
    migrations.apply(fresh)
    fresh.close()
    assert schema(old) == schema(tmp_path / "fresh.db")
    assert not any("shape" in sql for name, sql in schema(old) if name == "note")


def test_the_tables_of_the_schema_are_those_of_the_models(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        for table in TABLES.values():
            described = connection.execute(f'PRAGMA table_info("{table.name}")').fetchall()
            assert tuple(column[1] for column in described) == table.columns
            assert tuple(column[1] for column in described if column[5]) == table.key
    assert set(KEYS) == {table.name for table in TABLES.values()} - {"reading"}


def test_nothing_is_lost(old: Path, desk: Desk) -> None:
    before: Rows = desk.rows()
    database.migrate(old, continued(m900_shapes))
    after = desk.rows()
    assert {key: row[:-1] for key, row in after["tag"].items()} == before["tag"]
    assert {row[-1] for row in after["tag"].values()} == {"round"}
    assert before | {"tag": after["tag"]} == after
    assert beside(old) == {"library.db"}
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]


def test_the_history_fits_the_new_table(old: Path) -> None:
    """Undo writes rows from the history: each has to have as many values as its table has columns."""
    database.migrate(old, continued(m900_shapes))
    with closing(sqlite3.connect(old)) as connection:
        widths = {name: len(connection.execute(f'PRAGMA table_info("{name}")').fetchall()) for name in KEYS}
        steps = connection.execute("SELECT kind, before, after FROM step").fetchall()
    kept = [(kind, json.loads(row)) for kind, *rows in steps for row in rows if row is not None]
    assert {kind for kind, _ in kept} == {"document", "highlight", "tag", "tagging"}
    assert all(len(row) == widths[kind] for kind, row in kept)


def test_our_own_migrations_undo_as_before(desk: Desk, old: Path) -> None:
    """Taken with no later migration: the way through the copy keeps the history as it is."""
    before = desk.rows()
    database.migrate(old)
    library = desk.reopen()
    assert desk.rows() == before
    library.redo()
    while library.journal.undoable():
        library.undo()
    assert not any(desk.rows().values())


def test_a_library_without_bookmarks_gets_them_and_keeps_its_history(desk: Desk, old: Path, tmp_path: Path) -> None:
    database.create(tmp_path / "fresh.db").close()
    make_older(old)
    library = desk.reopen()
    assert schema(old) == schema(tmp_path / "fresh.db")
    library.redo()
    library.bookmarks.add(library.documents.all()[0].id, 0)
    while library.journal.undoable():
        library.undo()
    assert not any(desk.rows().values())


def without_codebook(path: Path) -> None:
    """Take back m003: what is left is a library of the version before."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in ("link", "pen_tag", "pen", "memo", "smart_collection"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("ALTER TABLE highlight DROP COLUMN starred")
        connection.execute("DROP INDEX idx_tagging_tag_id_highlight_id")
        connection.execute("CREATE INDEX idx_tagging_tag_id ON tagging (tag_id)")
        for column in ("includes", "excludes", "example"):
            connection.execute(f"ALTER TABLE tag DROP COLUMN {column}")
        for kind, width in (("highlight", 1), ("tag", 3)):
            for image in ("before", "after"):
                connection.execute(
                    f"UPDATE step SET {image} = json_remove({image}, {', '.join(['?'] * width)}) WHERE kind = ?",
                    ["$[#-1]"] * width + [kind],
                )
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm003_codebook'")


def test_a_library_without_stars_gets_them_and_keeps_its_history(desk: Desk, old: Path, tmp_path: Path) -> None:
    database.create(tmp_path / "fresh.db").close()
    before = desk.rows()
    without_codebook(old)
    library = desk.reopen()
    assert schema(old) == schema(tmp_path / "fresh.db")
    assert desk.rows() == before
    library.redo()
    library.highlights.star([mark.id for mark in library.highlights.all()])
    while library.journal.undoable():
        library.undo()
    assert not any(desk.rows().values())
    while library.journal.redoable():
        library.redo()
    assert all(mark.starred for mark in library.highlights.all())


def test_headings_corrected_before_words_could_be_keep_their_history(desk: Desk, tmp_path: Path) -> None:
    database.create(tmp_path / "fresh.db").close()
    document = desk.add("一、甲\n\n甲说的话。\n\n二、乙\n\n乙说的话。\n")
    desk.library.outlines.move(document.id, "in", 12)
    desk.library.close()
    with closing(sqlite3.connect(desk.path / "library.db")) as connection, connection:
        connection.execute("ALTER TABLE heading DROP COLUMN words")
        for image in ("before", "after"):
            connection.execute(f"UPDATE step SET {image} = json_remove({image}, '$[#-1]') WHERE kind = 'heading'")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm010_heading_words'")
    library = desk.reopen()
    assert schema(desk.path / "library.db") == schema(tmp_path / "fresh.db")
    library.outlines.rename(document.id, 12, "二、丙")
    library.undo()
    library.undo()
    assert desk.table("heading") == []
    library.redo()
    assert [row.level for row in library.outlines.of_document(document.id).headings] == [1, 2]


@pytest.mark.parametrize(
    ("migrations", "error"),
    [
        (continued(m900_shapes, m901_fails), sqlite3.OperationalError),
        (continued(m900_shapes, m902_breaks_a_reference), LibraryDamaged),
    ],
    ids=["fails", "damages"],
)
def test_one_that_fails_leaves_the_old_library(
    desk: Desk, old: Path, migrations: Migrations, error: type[Exception]
) -> None:
    before = dump(old)
    with pytest.raises(error):
        database.migrate(old, migrations)
    assert dump(old) == before
    assert beside(old) == {"library.db"}
    assert desk.reopen().check() == []
    desk.library.redo()


def test_what_a_crash_left_of_an_earlier_one_is_no_hindrance(desk: Desk, old: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        old.with_name(f"library.db.migrating{suffix}").write_bytes(b"half" * 999)
    database.migrate(old, continued(m900_shapes))
    assert beside(old) == {"library.db"}
    assert {row[-1] for row in desk.table("tag")} == {"round"}


def test_work_that_stands_in_the_log_alone_is_migrated_too(desk: Desk, old: Path) -> None:
    """A crash leaves committed rows in library.db-wal; a stale one must not be replayed into the new file."""
    library = desk.reopen()
    library.tags.add_path("崩溃之前")
    copies = {name: old.with_name(name).read_bytes() for name in beside(old)}
    assert len(copies["library.db-wal"]) > 0
    library.close()
    for name, content in copies.items():
        old.with_name(name).write_bytes(content)
    database.migrate(old, continued(m900_shapes))
    assert beside(old) == {"library.db"}
    assert "崩溃之前" in {row[1] for row in desk.table("tag")}


def test_a_library_that_is_read_elsewhere_waits(desk: Desk, old: Path) -> None:
    before = desk.rows()
    with closing(sqlite3.connect(old)) as reader:
        reader.execute("SELECT count(*) FROM tag").fetchall()
        with pytest.raises(LibraryBusy):
            database.migrate(old, continued(m900_shapes))
    assert desk.rows() == before
    database.migrate(old, continued(m900_shapes))
    assert desk.rows() != before


def test_a_copy_that_cannot_be_written_leaves_the_old_library(old: Path) -> None:
    before = dump(old)
    old.with_name("library.db.migrating").mkdir()
    with pytest.raises(StorageFailed):
        database.migrate(old, continued(m900_shapes))
    old.with_name("library.db.migrating").rmdir()
    assert dump(old) == before


def test_an_older_program_refuses_a_newer_library(desk: Desk, old: Path) -> None:
    database.migrate(old, continued(m900_shapes))
    before = old.read_bytes()
    for write in (True, False):
        with pytest.raises(LibraryTooNew, match="newer"):
            Library.open(desk.path, write=write)
    assert old.read_bytes() == before
    assert not (desk.path / "writer.json").exists()


def test_an_older_library_is_backed_up_then_migrated_at_opening(desk: Desk, old: Path) -> None:
    make_older(old)
    before = dump(old)
    with pytest.raises(Exception, match="older version"):
        Library.open(desk.path, write=False)
    assert dump(old) == before
    library = desk.reopen()
    (copy,) = (desk.path / "backups").glob("*-before-migration.db")
    assert dump(copy) == before
    assert library.check() == []
