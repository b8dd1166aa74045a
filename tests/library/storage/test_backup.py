"""Backups: verified copies, and which of them are kept."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from library.errors import LibraryDamaged, StorageFailed
from library.storage.backup import DUE_AFTER, Backups
from tests.library.conftest import Desk, rows_of

NOON = datetime(2024, 5, 31, 12, tzinfo=UTC)  # a Friday


@pytest.fixture
def backups(desk: Desk) -> Backups:
    return Backups(desk.path / "backups")


@pytest.fixture
def db(desk: Desk) -> Database:
    return desk.library._db


def names(desk: Desk) -> list[str]:
    return sorted(path.name for path in (desk.path / "backups").iterdir())


def test_a_copy_holds_everything_and_opens(desk: Desk, tmp_path: Path) -> None:
    desk.mark((0, 3), tags=("主题/协商",))
    copy = desk.library.backup()
    rows = desk.rows()
    assert rows_of(copy) == rows
    assert names(desk) == [copy.name]
    desk.library.undo()
    desk.library.close()
    (desk.path / "library.db").write_bytes(copy.read_bytes())
    assert desk.reopen().check() == []
    assert desk.rows() == rows


def test_copies_of_one_second_are_apart_and_the_last_is_the_newest(desk: Desk, backups: Backups, db: Database) -> None:
    for number in range(12):
        desk.library.tags.add_path(f"标{number}")
        copy = backups.make(db, moment=NOON)
        assert copy.exists()
        assert len(rows_of(copy)["tag"]) == number + 1
        assert backups.newest() == copy
    assert len(names(desk)) <= 2


def test_seven_days_four_weeks_and_three_before_migrations_are_kept(desk: Desk, backups: Backups, db: Database) -> None:
    for hours in range(12, 24 * 60, 12):
        backups.make(db, moment=NOON - timedelta(days=60) + timedelta(hours=hours))
    for hours in range(5):
        backups.make(db, moment=NOON - timedelta(days=90, hours=hours), before_migration=True)
    kept = [name[8:19] for name in names(desk) if "migration" not in name]
    weeks = ["20240512T12", "20240519T12"]
    days = [f"202405{day}T12" for day in range(25, 31)]
    assert kept == [*weeks, *days, "20240531T00"]
    assert len([name for name in names(desk) if "migration" in name]) == 3


@pytest.mark.parametrize(
    ("hours", "due"), [(0, False), (23, False), (25, True), (24 * 400, True), (-1, False), (-24 * 400, True)]
)
def test_a_copy_is_due_after_a_day(backups: Backups, db: Database, hours: int, due: bool) -> None:
    assert backups.is_due()
    backups.make(db, moment=datetime.now(UTC) - timedelta(hours=hours))
    assert backups.is_due() is due


def test_a_library_makes_its_copy_at_opening(desk: Desk) -> None:
    assert names(desk) == []
    desk.reopen()
    assert len(names(desk)) == 1
    desk.reopen()
    assert len(names(desk)) == 1


def test_what_a_crash_left_is_removed_when_it_is_old(desk: Desk, backups: Backups, db: Database) -> None:
    folder = desk.path / "backups"
    old = (datetime.now(UTC) - DUE_AFTER * 2).timestamp()
    for name in (".library-20240101T000000Z.db.tmp", ".library-20240101T000000Z.db.tmp-journal"):
        (folder / name).write_bytes(b"half")
        os.utime(folder / name, (old, old))
    (folder / ".library-20240102T000000Z.db.tmp").write_bytes(b"under way")
    (folder / "library-of-my-own.db").write_bytes(b"mine")
    copy = backups.make(db)
    assert names(desk) == [".library-20240102T000000Z.db.tmp", copy.name, "library-of-my-own.db"]


def test_a_copy_that_is_not_sound_is_not_kept(desk: Desk, backups: Backups, db: Database) -> None:
    desk.mark((0, 3))
    with closing(sqlite3.connect(desk.path / "library.db")) as connection, connection:
        connection.execute("DELETE FROM document")
    with pytest.raises(LibraryDamaged, match="points nowhere"):
        backups.make(db)
    assert names(desk) == []


def test_a_folder_in_the_way_is_a_warning_at_opening(desk: Desk) -> None:
    desk.library.close()
    (desk.path / "backups").rmdir()
    (desk.path / "backups").write_bytes(b"")
    library = desk.reopen()
    assert [type(warning) for warning in library.warnings] == [StorageFailed]
    assert "No backup" in str(library.warnings[0])
    with pytest.raises(StorageFailed):
        library.backup()
    (desk.path / "backups").unlink()
    assert library.backup().exists()
