"""ZIP files that are cut off, and files in them that are out of all measure."""

import io
import zipfile
from pathlib import Path

import pytest

from library.errors import Refused
from library.importers.archive import open_archive
from library.importers.members import LIMIT, members


def packed(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()


def test_an_archive_that_is_cut_off_is_not_taken_for_one_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "words")
        archive.writestr("b.epub", packed(**{"META-INF/container.xml": b"<x/>"}))
    whole = (tmp_path / "a.zip").read_bytes()
    with open_archive(tmp_path / "a.zip") as archive:
        assert archive.names == ["a.txt", "b.epub"]
    (tmp_path / "a.zip").write_bytes(whole[:-60])
    with pytest.raises(Refused, match="cut off"), open_archive(tmp_path / "a.zip"):
        pass


def test_a_document_is_refused_for_a_part_that_nobody_reads(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(packed(text=b"words", media=bytes(5 << 20)))
    with pytest.raises(Refused, match="100 times"), open_archive(tmp_path / "a.docx"):
        pass


def test_a_file_out_of_measure_does_not_count_against_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed(**{"a.txt": bytes(5 << 20), "b.txt": b"words"}))
    (tmp_path / "out").mkdir()
    with open_archive(tmp_path / "a.zip", LIMIT, apart=True) as archive:
        found = {member.name: str(member.reason or "") for member in members(archive, tmp_path / "out")}
    assert "100 times" in found["a.txt"]
    assert found["b.txt"] == ""
