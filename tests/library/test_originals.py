"""The files that documents came from: found, compared with their hashes, given out byte for byte."""

import os
import resource
import signal
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from library.errors import LibraryDamaged, LibraryError, NotFound, StorageFailed, TargetExists
from library.importers.base import ImportOptions
from library.intake import import_paths
from library.library import Library
from library.models import Document
from library.progress import Progress
from tests.library.conftest import Desk

BYTES = "第一行\r\n𠮷祥里😀e\u0301\r\n".encode("gb18030")


def brought_in(library: Library, path: Path) -> Document:
    """Import one file and return its document."""
    result = import_paths([path], library.texts, lambda verb: verb(library), ImportOptions(), Progress())
    found = (*result.imported, *result.duplicates)
    assert len(found) == 1, result
    return library.documents.get(found[0].id)


@pytest.fixture
def document(library: Library, tmp_path: Path) -> Document:
    path = tmp_path / "简报 𠮷.txt"
    path.write_bytes(BYTES)
    return brought_in(library, path)


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let the system refuse to write more than `size` bytes into a file, as a full disk would."""
    handler, before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def problems(library: Library, document: Document) -> list[type[LibraryError]]:
    found = library.originals.check(document.id).problems
    assert all("Import the file again, or restore" in str(problem) for problem in found)
    return [type(problem) for problem in found]


def test_bytes_are_exact_and_the_name_its_own(library: Library, document: Document, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    written = library.originals.export(document.id, out)
    assert (written, written.read_bytes()) == (out / "简报 𠮷.txt", BYTES)
    other = library.originals.export(document.id, out / "b.txt")
    assert other.read_bytes() == BYTES
    assert sorted(os.listdir(out)) == ["b.txt", "简报 𠮷.txt"]


def test_equal_bytes_under_two_names_keep_both(library: Library, document: Document, tmp_path: Path) -> None:
    again = tmp_path / "b.txt"
    again.write_bytes(BYTES)
    assert brought_in(library, again).id == document.id
    library.documents.erase(document.id)
    assert library.originals.file_name(brought_in(library, again).id) == "b.txt"


def test_nothing_is_overwritten_unless_that_is_wanted(library: Library, document: Document, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("旧", encoding="utf-8")
    with pytest.raises(TargetExists):
        library.originals.export(document.id, target)
    assert target.read_text(encoding="utf-8") == "旧"
    library.originals.export(document.id, target, force=True)
    assert target.read_bytes() == BYTES


def test_the_library_itself_is_no_place_for_it(library: Library, document: Document) -> None:
    kept = library.originals.get(document.id)
    with pytest.raises(StorageFailed, match="a library is made of"):
        library.originals.export(document.id, kept, force=True)
    assert kept.read_bytes() == BYTES


@pytest.mark.skipif(os.name != "posix", reason="resource limits")
def test_a_full_disk_leaves_the_old_file(library: Library, tmp_path: Path) -> None:
    large = tmp_path / "大.txt"
    large.write_bytes(BYTES * 10_000)
    document = brought_in(library, large)
    target = tmp_path / "out" / "a.txt"
    target.parent.mkdir()
    target.write_text("旧", encoding="utf-8")
    with full_disk(100_000), pytest.raises(StorageFailed, match="no room on the disk"):
        library.originals.export(document.id, target, force=True)
    assert os.listdir(target.parent) == ["a.txt"]
    assert target.read_text(encoding="utf-8") == "旧"


def test_what_is_wrong_is_said_and_mended_by_another_import(
    library: Library, document: Document, tmp_path: Path
) -> None:
    kept, text = library.originals.get(document.id), library.texts.text_path(document.text_sha)
    assert problems(library, document) == []
    kept.write_bytes(b"y")
    assert problems(library, document) == [LibraryDamaged]
    target = tmp_path / "a.txt"
    target.write_text("旧", encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"简报 𠮷\.txt"):
        library.originals.export(document.id, target, force=True)
    assert target.read_text(encoding="utf-8") == "旧"
    kept.unlink()
    text.write_text("anders", encoding="utf-8")
    assert problems(library, document) == [LibraryDamaged, NotFound]
    with pytest.raises(NotFound, match=r"简报 𠮷\.txt"):
        library.originals.export(document.id, tmp_path / "b.txt")
    text.unlink()
    assert problems(library, document) == [NotFound, NotFound]
    for damage in (b"y", None):
        brought_in(library, tmp_path / "简报 𠮷.txt")
        assert problems(library, document) == []
        if damage:
            library.originals.get(document.id).write_bytes(damage)
            text.write_bytes(damage)
            assert len(problems(library, document)) == 2
    assert library.check() == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read anything")
def test_a_file_that_may_not_be_read(library: Library, document: Document, tmp_path: Path) -> None:
    library.originals.get(document.id).chmod(0)
    for read in (library.originals.check, lambda one: library.originals.export(one, tmp_path / "a.txt")):
        with pytest.raises(StorageFailed, match="could not be read"):
            read(document.id)


def test_a_file_of_an_archive_has_its_own(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("卷一/简报.txt", BYTES)
    document = brought_in(library, path)
    written = library.originals.export(document.id, tmp_path)
    assert (written.name, written.read_bytes()) == ("简报.txt", BYTES)
    assert library.originals.check(document.id).original == "sound"


def test_a_text_that_came_from_no_file_has_none(desk: Desk, tmp_path: Path) -> None:
    document = desk.add()
    check = desk.library.originals.check(document.id)
    assert (check.original, check.text, check.problems) == ("none", "sound", ())
    for act in (desk.library.originals.get, lambda one: desk.library.originals.export(one, tmp_path / "a")):
        with pytest.raises(NotFound, match="not imported from a file"):
            act(document.id)
    assert not (tmp_path / "a").exists()
