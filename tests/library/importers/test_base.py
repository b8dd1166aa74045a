"""What holds for every importer, and the importers of other packages."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from library.errors import Refused
from library.importers import BUILT_IN, base
from library.importers.base import Importer, ImportOptions, load_importers
from library.importers.markdown import MarkdownImporter
from library.importers.text import TextImporter
from library.models import Draft
from library.progress import Progress

BODY = "第一行𠮷😀e\u0301\n第二行\n"


class Shouting:
    """An importer of another package."""

    name = "shouting"
    suffixes = (".shout", ".txt")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        yield Draft(path.read_text().upper(), "title", self.name)


class Silent:
    """Something that is no importer."""


def drafts(importer: Importer, path: Path, options: ImportOptions) -> list[Draft]:
    return list(importer.read(path, options, Progress()))


@pytest.mark.parametrize("importer", [TextImporter(), MarkdownImporter()], ids=lambda importer: importer.name)
class TestPlain:
    def test_text_and_title(self, importer: Importer, tmp_path: Path) -> None:
        path = tmp_path / f"名{importer.suffixes[0]}"
        path.write_bytes(BODY.replace("\n", "\r\n").encode("gb18030"))
        (draft,) = drafts(importer, path, ImportOptions())
        assert (draft.text, draft.title, draft.encoding) == (BODY, "第一行𠮷😀e\u0301", "GB18030")
        assert draft.format == importer.name

    def test_given_encoding(self, importer: Importer, tmp_path: Path) -> None:
        path = tmp_path / "x"
        path.write_bytes("紅樓夢".encode("big5"))
        (draft,) = drafts(importer, path, ImportOptions(encoding="big5"))
        assert (draft.text, draft.encoding) == ("紅樓夢", "Big5-HKSCS")

    def test_empty_file(self, importer: Importer, tmp_path: Path) -> None:
        (tmp_path / "空").touch()
        (draft,) = drafts(importer, tmp_path / "空", ImportOptions())
        assert (draft.text, draft.title, draft.replaced) == ("", "空", 0)


@pytest.mark.parametrize("importer", BUILT_IN, ids=lambda importer: importer.name)
class TestEvery:
    def test_binary_and_missing_files(self, importer: Importer, tmp_path: Path) -> None:
        (tmp_path / "x").write_bytes(b"\0\1\2\3\xff" * 100)
        with pytest.raises(Refused):
            drafts(importer, tmp_path / "x", ImportOptions())
        with pytest.raises(FileNotFoundError):
            drafts(importer, tmp_path / "y", ImportOptions())

    def test_suffixes(self, importer: Importer) -> None:
        assert importer.suffixes
        assert all(suffix == suffix.lower() and suffix[:1] in {"", "."} for suffix in importer.suffixes)


def test_found_by_suffix() -> None:
    importers = load_importers(BUILT_IN)
    names = [getattr(importers.find(Path(name)), "name", None) for name in ("a.TXT", "a.md", "a", "a.djvu", ".hidden")]
    assert names == ["text", "markdown", "text", None, "text"]


def test_importers_of_other_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    targets = {"good": f"{__name__}:Shouting", "missing": "no_such_package:X", "wrong": f"{__name__}:Silent"}
    entries = [EntryPoint(name, target, base.ENTRY_POINTS) for name, target in targets.items()]
    monkeypatch.setattr(base, "entry_points", lambda group: entries if group == base.ENTRY_POINTS else [])
    importers = load_importers(BUILT_IN)
    assert [importer.name for importer in importers.available] == [
        *(built_in.name for built_in in BUILT_IN),
        "shouting",
    ]
    assert [problem.arguments["name"] for problem in importers.problems] == ["missing", "wrong"]
    found = importers.find(Path("a.shout"))
    assert found is not None
    assert found.name == "shouting"
    assert getattr(importers.find(Path("a.txt")), "name", None) == "text"
