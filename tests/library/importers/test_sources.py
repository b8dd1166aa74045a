"""Which files an import means."""

import os
import socket
from pathlib import Path

import pytest

from library.importers.sources import collect, natural_key, shown
from library.library import Library


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def names(folder: Path, paths: list[Path]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_folders_in_natural_order(tmp_path: Path) -> None:
    make(tmp_path, "第12期.txt", "第2期.txt", "b/10.txt", "b/9.txt", "A.txt", "𠮷.txt", "c")
    found = collect([tmp_path])
    listed = names(tmp_path, [source.path for source in found.files])
    assert listed == ["A.txt", "b/9.txt", "b/10.txt", "c", "第2期.txt", "第12期.txt", "𠮷.txt"]
    assert not any(source.named for source in found.files)


def test_natural_key() -> None:
    assert sorted(["10", "9", "a", "9a", "B", "²"], key=natural_key) == ["9", "9a", "10", "a", "B", "²"]


def test_every_file_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b/c.txt")
    found = collect([tmp_path / "b" / "c.txt", tmp_path, tmp_path / "b", tmp_path / "b" / ".." / "a.txt"])
    assert [(source.path.name, source.named) for source in found.files] == [("c.txt", True), ("a.txt", False)]


def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "file").symlink_to(tmp_path / "out" / "b.txt")
    (tmp_path / "in" / "dangling").symlink_to(tmp_path / "nothing")
    found = collect([tmp_path / "in"])
    assert names(tmp_path, [source.path for source in found.files]) == ["in/a.txt"]
    assert names(tmp_path, found.links) == ["in/dangling", "in/file", "in/loop"]


def test_a_link_is_listed_once_where_folders_overlap(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "in" / "a.txt")
    found = collect([tmp_path, tmp_path / "in", tmp_path / "in" / ".." / "in"])
    assert names(tmp_path, found.links) == ["in/link"]
    assert [source.path.name for source in found.files] == ["a.txt"]


def test_a_library_is_refused_as_a_whole(tmp_path: Path) -> None:
    Library.create(tmp_path / "研究 😀.zhupi").close()
    make(tmp_path, "研究 😀.zhupi/originals/ab/c.txt", "a.txt")
    found = collect([tmp_path, tmp_path / "研究 😀.zhupi"])
    assert names(tmp_path, [source.path for source in found.files]) == ["a.txt"]
    assert names(tmp_path, [path for path, _ in found.refused]) == ["研究 😀.zhupi"]
    assert str(found.refused[0][1]) == "A Zhupi library; open it instead."


def test_a_link_named_by_the_user_is_meant(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    assert [source.path.name for source in collect([tmp_path / "link"]).files] == ["link"]


def test_hidden_files_are_refused_unless_named(tmp_path: Path) -> None:
    make(tmp_path, ".a.txt", ".git/config", "b/.c/d.txt", "e.txt")
    found = collect([tmp_path])
    assert names(tmp_path, [path for path, _ in found.refused]) == [".a.txt", ".git/config", "b/.c/d.txt"]
    assert all("hidden" in str(reason) for _, reason in found.refused)
    assert [source.path.name for source in collect([tmp_path / ".a.txt"]).files] == [".a.txt"]
    assert len(collect([tmp_path / ".git"]).files) == 1


def test_what_is_missing_or_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "s"))
        found = collect([tmp_path, tmp_path / "pipe", tmp_path / "missing"])
    assert found.files == []
    assert names(tmp_path, [path for path, _ in found.refused]) == ["pipe", "s", "pipe", "missing"]
    assert "no such file" in str(found.refused[-1][1])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "closed/b.txt")
    (tmp_path / "closed").chmod(0)
    found = collect([tmp_path])
    (tmp_path / "closed").chmod(0o700)
    assert len(found.files) == 1
    assert "permission" in str(found.refused[0][1])


def test_a_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = collect([tmp_path])
    assert names(tmp_path, [source.path for source in found.files]) == ["a.txt"]
    assert [(path.name, "permission" in str(reason)) for path, reason in found.refused] == [("closed", True)]


def test_folders_nested_very_deep(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"d" * 400)
    deep.mkdir(parents=True)
    (deep / "a.txt").touch()
    assert [source.path.name for source in collect([tmp_path]).files] == ["a.txt"]


def test_names_that_are_no_utf8_can_be_shown() -> None:
    assert shown(Path(os.fsdecode(b"\xd5\xfe\xd0\xad.txt"))) == "��Э.txt"
