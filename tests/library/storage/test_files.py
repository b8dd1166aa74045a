"""Files written whole or not at all."""

from pathlib import Path

import pytest

from library.errors import StorageFailed
from library.storage.files import write_whole


@pytest.mark.parametrize("data", [b"", b"x", "𠮷😀".encode() * 10_000])
def test_a_file_is_written_with_its_folder_and_replaced(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "新" / "a.txt"
    write_whole(path, b"old", sync=True)
    write_whole(path, data, sync=False)
    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_leaves_what_was_there_and_no_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.mkdir()
    (path / "kept").write_bytes(b"kept")
    with pytest.raises(StorageFailed, match="“a” could not be written"):
        write_whole(path, b"new", sync=True)
    assert [file.name for file in tmp_path.rglob("*")] == ["a", "kept"]
