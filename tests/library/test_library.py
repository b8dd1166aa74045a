"""A library as a whole: made, opened, refused, shared with readers, damaged, short of room."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from library.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    NotALibrary,
    ReadOnly,
    StorageFailed,
)
from library.library import FOLDERS, Library
from tests.library.conftest import TEXT, Desk, damage_page, refuse

ROOT = Path(__file__).parent.parent.parent
HOLD = (
    "import sys; from pathlib import Path; from library.library import Library; "
    "library = Library.open(Path(sys.argv[1])); library.tags.add_path('别处'); "
    "print('held', flush=True); sys.stdin.read()"
)


@contextmanager
def another_process(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a process that writes the library until it is killed."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


# making


@pytest.mark.parametrize("name", ["研究.zhupi", "a b/c/'; DROP.zhupi", "😀𠮷e\u0301", "x%20?y#z"])
def test_making_a_library(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    library = Library.create(path)
    assert library.writable
    assert library.path == path
    assert UUID(library.id).version == 7
    assert (library.revision, library.check(), library.warnings) == (0, [], [])
    assert {entry.name for entry in path.iterdir()} >= {*FOLDERS, "library.db"}
    library.close()
    again = Library.open(path)
    assert again.id == library.id
    again.close()
    reader = Library.open(path, write=False)
    assert reader.id == library.id
    reader.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_making_one_in_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    Library.create(tmp_path / "leer").close()
    assert (tmp_path / "leer" / "library.db").is_file()


def test_what_is_there_is_never_overwritten(tmp_path: Path, desk: Desk) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").write_bytes(b"mine")
    for path in (tmp_path / "file", tmp_path / "folder", desk.path):
        with pytest.raises(NotALibrary, match="is there already"):
            Library.create(path)
    assert (tmp_path / "file").read_bytes() == (tmp_path / "folder" / "mine").read_bytes() == b"mine"


def test_a_place_where_none_can_be_made_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageFailed, match="No library could be made"):
        Library.create(tmp_path / "file" / "a.zhupi")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


# refusing


@pytest.mark.parametrize("content", [None, b"", b"garbage", b"garbage" * 5000, b"SQLite format 3\x00" + b"\x00" * 4096])
def test_what_is_no_library_is_refused_and_left_alone(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x"
    path.mkdir()
    if content is not None:
        (path / "library.db").write_bytes(content)
    for write in (True, False):
        with pytest.raises((NotALibrary, LibraryDamaged)):
            Library.open(path, write=write)
    assert {entry.name: entry.read_bytes() for entry in path.iterdir()} == (
        {} if content is None else {"library.db": content}
    )


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection, connection:
        connection.execute("CREATE TABLE library (id TEXT)")
    before = (tmp_path / "library.db").read_bytes()
    with pytest.raises(NotALibrary, match="not a Zhupi library"):
        Library.open(tmp_path)
    assert (tmp_path / "library.db").read_bytes() == before


@pytest.mark.parametrize("path", ["missing", "file"])
def test_a_path_without_a_library_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotALibrary, match="no library"):
        Library.open(tmp_path / path)


# one writer


def test_a_second_opening_is_refused_in_the_same_process(desk: Desk) -> None:
    with pytest.raises(LibraryBusy) as caught:
        Library.open(desk.path)
    assert caught.value.arguments["process"] == os.getpid()
    desk.library.tags.add_path("甲")
    assert desk.reopen().check() == []


def test_another_process_is_named_waited_for_and_outlived(desk: Desk) -> None:
    desk.library.close()
    with another_process(desk.path) as process:
        with pytest.raises(LibraryBusy) as caught:
            Library.open(desk.path)
        assert caught.value.arguments["process"] == process.pid
        timer = threading.Timer(0.1, process.kill)
        timer.start()
        desk.library = Library.open(desk.path, wait=30)
        timer.join()
    assert desk.library.check() == []
    assert [tag.name for tag in desk.library.tags.all()] == ["别处"]
    desk.library.undo()


def test_a_reader_beside_a_writer_sees_what_is_committed(desk: Desk) -> None:
    reader = Library.open(desk.path, write=False)
    assert reader.tags.all() == []
    with desk.library.journal.operation("Both"):
        tag = desk.library.tags.add_path("甲")
        assert reader.tags.all() == []
    assert reader.tags.all() == [tag]
    assert reader.revision == 1
    desk.library.undo()
    assert reader.tags.all() == []
    assert reader.check() == []
    reader.close()


def test_a_reader_leaves_no_trace(desk: Desk) -> None:
    desk.library.close()
    before = {entry.name for entry in desk.path.iterdir()}
    reader = Library.open(desk.path, write=False)
    with pytest.raises(ReadOnly):
        reader.collections.add("x")
    reader.close()
    assert {entry.name for entry in desk.path.iterdir()} == before


# a folder that cannot be written


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system say of every file that it cannot be written: it says so of none to the superuser."""
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)


@pytest.mark.usefixtures("unwritable")
def test_a_folder_that_cannot_be_written_is_read(desk: Desk) -> None:
    document = desk.add()
    desk.library.close()
    before = {entry.name: entry.stat().st_mtime_ns for entry in desk.path.rglob("*")}
    reader = Library.open(desk.path, write=False)
    assert reader.documents.all() == [document]
    with pytest.raises(ReadOnly):
        reader.documents.remove(document.id)
    text = reader.documents.text(document.id)
    assert text.text() == TEXT
    text.close()
    reader.close()
    assert {entry.name: entry.stat().st_mtime_ns for entry in desk.path.rglob("*")} == before


@pytest.mark.usefixtures("unwritable")
def test_a_folder_that_cannot_be_written_with_unfinished_work_is_refused(desk: Desk) -> None:
    desk.add()
    with pytest.raises(ReadOnly, match="unfinished work"):
        Library.open(desk.path, write=False)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anything")
def test_a_folder_without_permission(desk: Desk) -> None:
    document = desk.add()
    desk.library.close()
    desk.path.chmod(0o500)
    try:
        with pytest.raises(ReadOnly):
            Library.open(desk.path)
        reader = Library.open(desk.path, write=False)
        assert reader.documents.all() == [document]
        reader.close()
    finally:
        desk.path.chmod(0o700)


# damage


def crash(desk: Desk) -> None:
    """Close the library, and leave it as a killed process does."""
    desk.library.close()
    (desk.path / "writer.json").write_text("{}", encoding="utf-8")


def test_damage_is_noticed_after_a_crash_and_each_time_until_it_is_mended(desk: Desk) -> None:
    desk.mark((0, 3))
    copy = desk.library.backup()
    crash(desk)
    damage_page(desk.path / "library.db", "highlight")
    damaged = (desk.path / "library.db").read_bytes()
    for _ in range(2):
        with pytest.raises(LibraryDamaged, match="backups"):
            Library.open(desk.path)
        assert (desk.path / "library.db").read_bytes() == damaged
    shutil.copyfile(copy, desk.path / "library.db")
    assert len(desk.reopen().highlights.all()) == 1
    assert desk.library.check() == []


def test_a_crash_without_damage_is_no_hindrance(desk: Desk) -> None:
    desk.mark((0, 3))
    crash(desk)
    assert len(desk.reopen().highlights.all()) == 1
    assert (desk.path / "writer.json").read_text(encoding="utf-8") != "{}"
    desk.library.close()
    assert not (desk.path / "writer.json").exists()


@pytest.mark.parametrize("cut", [5000, 20_000])
def test_a_cut_database_is_noticed_after_a_crash(desk: Desk, cut: int) -> None:
    desk.mark((0, 3))
    crash(desk)
    path = desk.path / "library.db"
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(LibraryDamaged):
        Library.open(desk.path)


# room


def limit(library: Library, pages: int) -> None:
    """Let the database grow by no more than that many pages: a full disk."""
    (count,) = library._db.conn.execute("PRAGMA page_count").fetchone()
    library._db.conn.execute(f"PRAGMA max_page_count = {count + pages}")


def test_a_full_disk_changes_nothing_and_work_goes_on_when_there_is_room(desk: Desk) -> None:
    document = desk.add()
    desk.mark((0, 3), tags=("甲",))
    desk.library.undo()
    limit(desk.library, 2)
    error = refuse(
        desk,
        StorageFailed,
        lambda library: library.highlights.add(document.id, 1, 5, tags=["新"], note="批" * 100_000),
    )
    assert "full" in str(error)
    refuse(desk, StorageFailed, lambda library: library.notes.write("document", document.id, "批" * 100_000))
    refuse(desk, StorageFailed, lambda library: library.state.set("a", "x" * 1_000_000))
    assert desk.library.check() == []
    limit(desk.library, 1_000_000)
    desk.library.redo()
    desk.library.highlights.add(document.id, 1, 5, tags=["新"], note="批" * 100_000)
    assert desk.reopen().check() == []
    assert len(desk.library.highlights.all()) == 2


CROWDED = """
import resource, sys
from pathlib import Path
from library.errors import StorageFailed
from library.library import Library

def attempt(verb):
    try:
        verb()
    except StorageFailed as error:
        return "failed"
    return "done"

def allow(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

library = Library.open(Path(sys.argv[1]))
(document,) = library.documents.all()
allow(64 * 1024)
print(attempt(lambda: library.notes.write("document", document.id, "x" * 500_000)))
print(attempt(lambda: library.texts.add_text("y" * 500_000)))
print(attempt(lambda: library.texts.add_original(b"z" * 500_000, "z.bin")))
print(attempt(lambda: library.backup()))
print(attempt(lambda: Library.create(Path(sys.argv[1]).with_name("new.zhupi"))))
allow(resource.RLIM_INFINITY)
print(library.check(), library.notes.find("document", document.id))
print(attempt(lambda: library.notes.write("document", document.id, "x" * 500_000)))
library.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits the size of files")
def test_files_that_cannot_grow(desk: Desk) -> None:
    """RLIMIT_FSIZE in a process of its own: every file is full at 64 KiB."""
    desk.add()
    desk.library.close()
    done = subprocess.run(
        [sys.executable, "-c", CROWDED, str(desk.path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [*["failed"] * 5, "[] None", "done"]
    library = desk.reopen()
    assert library.check() == []
    assert not list(desk.path.rglob("*.tmp*"))
    assert {len(row[3]) for row in desk.rows()["note"].values() if isinstance(row[3], str)} == {500_000}
    assert sorted(entry.name for entry in desk.path.parent.iterdir()) == [desk.path.name]


def test_errors_have_words() -> None:
    error = LibraryError("“{name}” is {count} long.", name="𠮷", count=3)
    assert str(error) == "“𠮷” is 3 long."
    assert (error.message, error.arguments) == ("“{name}” is {count} long.", {"name": "𠮷", "count": 3})
