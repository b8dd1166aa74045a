"""Importing into a real library: what comes in, what is refused, and what happens when it is stopped."""

import resource
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from library.errors import InvalidName, LibraryError, NotFound
from library.importchoices import Choice
from library.importers.base import ImportOptions
from library.intake import BATCH_FILES, T, import_paths
from library.library import Library
from library.mending import KINDS, RepairChoice
from library.models import Draft
from library.outcomes import ImportResult
from library.progress import Progress
from tests.library.importers.distributions import install

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.create(tmp_path / "Library")
    yield library
    library.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def run(
    library: Library, *paths: Path, options: ImportOptions | None = None, progress: Progress | None = None
) -> ImportResult:
    def submit(verb: Callable[[Library], T]) -> T:
        return verb(library)

    return import_paths(paths, library.texts, submit, options or ImportOptions(), progress or Progress())


def titles(library: Library) -> list[str]:
    return sorted(document.title for document in library.documents.all())


def refusals(result: ImportResult) -> dict[str, str]:
    return {Path(refused.path).name: str(refused.reason) for refused in result.refused}


def test_what_is_imported_and_kept(library: Library, folder: Path) -> None:
    data = "区政协会议召开\r\n𠮷野家😀e\u0301\u2028完".encode("gb18030")
    (folder / "简报.txt").write_bytes(data)
    (imported,) = run(library, folder / "简报.txt").imported
    document = library.documents.get(imported.id)
    text = library.documents.text(document.id)
    assert text.text() == "区政协会议召开\n𠮷野家😀e\u0301\n完"
    assert imported.length == document.length == text.length == len(text.text())
    text.close()
    assert (imported.title, imported.encoding, imported.replaced) == ("区政协会议召开", "GB18030", 0)
    assert (document.title, document.encoding, document.format) == ("区政协会议召开", "GB18030", "text")
    assert (document.original_name, document.source) == ("简报.txt", str(folder / "简报.txt"))
    original = library.texts.find_original(document.original_sha)
    assert original is not None
    assert original.read_bytes() == data


def test_a_thousand_files_of_which_five_are_broken(library: Library, folder: Path) -> None:
    for number in range(995):
        encoding = ("utf-8", "gb18030", "utf-16", "utf-8-sig")[number % 4]
        (folder / f"{number}.txt").write_bytes(f"标题 {number}\n正文𠮷，第 {number} 篇文章。\n".encode(encoding))
    (folder / "picture.txt").write_bytes(PNG)
    (folder / "random.md").write_bytes(bytes(range(256)) * 10)
    (folder / "paper.pdf").write_bytes(b"%PDF-1.4")
    (folder / ".hidden.txt").write_text("x")
    (folder / "zip.txt").write_bytes(b"PK\x03\x04....")
    reports: list[tuple[int, int, str]] = []
    result = run(library, folder, progress=Progress(lambda *report: reports.append(report)))
    assert len(result.imported) == 995
    assert sorted(refusals(result)) == [".hidden.txt", "paper.pdf", "picture.txt", "random.md", "zip.txt"]
    assert len(library.documents.all()) == 995
    assert [report[0] for report in reports] == list(range(1000))
    assert reports[0] == (0, 999, "0.txt")
    assert reports[-1] == (999, 999, "")
    assert library.check() == []


def test_reasons(library: Library, folder: Path) -> None:
    (folder / "notes.xyz").write_text("文字")
    (folder / "picture").write_bytes(PNG)
    result = run(library, folder, folder / "missing.txt")
    reasons = refusals(result)
    assert "“.xyz”" in reasons["notes.xyz"]
    assert "picture" in reasons["picture"]
    assert "no such file" in reasons["missing.txt"]
    assert titles(library) == []
    assert library.journal.history() == []


def test_an_unknown_suffix_is_tried_when_named(library: Library, folder: Path) -> None:
    (folder / "notes.xyz").write_text("文字")
    (folder / "data.bin").write_bytes(b"\0\1\2\3\xff" * 9)
    result = run(library, folder / "notes.xyz", folder / "data.bin")
    assert [imported.title for imported in result.imported] == ["文字"]
    assert "not a text" in refusals(result)["data.bin"]


def test_an_empty_file_is_an_empty_document(library: Library, folder: Path) -> None:
    (folder / "空.txt").touch()
    (imported,) = run(library, folder).imported
    assert (imported.title, imported.length) == ("空", 0)


def test_the_same_text_is_not_imported_twice(library: Library, folder: Path) -> None:
    (folder / "1.txt").write_bytes("政协会议召开\n".encode())
    (folder / "2.txt").write_bytes("政协会议召开\r\n".encode("gb18030"))
    first = run(library, folder)
    assert [Path(imported.path).name for imported in first.imported] == ["1.txt"]
    assert [(Path(copy.path).name, copy.id) for copy in first.duplicates] == [("2.txt", first.imported[0].id)]
    again = run(library, folder)
    assert (len(again.imported), len(again.duplicates)) == (0, 2)
    assert len(library.documents.all()) == 1


def test_the_same_file_is_not_imported_twice_whatever_was_repaired_in_it(library: Library, folder: Path) -> None:
    spaced = "四、发言摘编\n\n邬采苓 议事员说，头一次总想让大家都说话，后来就不这样了。\n"
    (folder / "a.txt").write_text(spaced, encoding="utf-8")
    refused = RepairChoice(frozenset(KINDS) - {"space"})
    (imported,) = run(library, folder, options=ImportOptions(repair=refused)).imported
    for repair in (RepairChoice(), None):
        again = run(library, folder, options=ImportOptions(repair=repair))
        assert ([copy.id for copy in again.duplicates], again.imported) == ([imported.id], ())
    (folder / "b.txt").write_bytes("公告".encode("gb18030"))
    read_otherwise = {encoding: ImportOptions(encoding=encoding) for encoding in ("gb18030", "big5hkscs")}
    found = [run(library, folder / "b.txt", options=options).imported[0].id for options in read_otherwise.values()]
    assert len(set(found)) == 2


def test_a_hostile_title(library: Library, folder: Path) -> None:
    title = "<b>" + "题" * 297 + "余下的"
    (folder / "a.md").write_text(f"---\ntitle: {title}\n---\n", encoding="utf-8")
    (imported,) = run(library, folder).imported
    assert imported.title == title[:300]
    assert library.documents.get(imported.id).title == title[:300]


def test_file_names_that_are_no_text(library: Library, folder: Path) -> None:
    (folder / "\udcff\udcfe.txt").write_text("没有标题。" * 30, encoding="utf-8")
    (folder / " \n").write_text("也没有标题。" * 30, encoding="utf-8")
    result = run(library, folder)
    assert sorted(imported.title for imported in result.imported) == ["??", "text"]
    for imported in result.imported:
        imported.path.encode()


def test_collections(library: Library, folder: Path) -> None:
    (folder / "a.txt").write_text("甲")
    (folder / "b.txt").write_text("乙")
    run(library, folder / "missing.txt", options=ImportOptions(collection="公报/二〇一八"))
    assert library.collections.all() == []
    run(library, folder, options=ImportOptions(collection="公报/二〇一八"))
    found = library.collections.find_path("公报/二〇一八")
    assert found is not None
    assert [document.title for document in library.collections.documents(found.id)] == ["甲", "乙"]
    other = library.collections.add("另一处")
    assert len(run(library, folder / "a.txt", options=ImportOptions(collection_id=other.id)).duplicates) == 1
    assert [document.title for document in library.collections.documents(other.id)] == ["甲"]


def test_import_is_one_step_that_can_be_undone(library: Library, folder: Path) -> None:
    (folder / "a.txt").write_text("甲")
    (folder / "b.txt").write_text("乙")
    run(library, folder, options=ImportOptions(collection="公报"))
    library.undo()
    assert (titles(library), library.collections.all()) == ([], [])
    library.redo()
    assert titles(library) == ["乙", "甲"]
    assert library.check() == []


def test_a_given_encoding(library: Library, folder: Path) -> None:
    (folder / "a.txt").write_bytes("会议".encode("gbk"))
    (folder / "b.txt").write_bytes("€ déjà, Grüße".encode("cp1252"))
    result = run(library, folder, options=ImportOptions(encoding="gbk"))
    assert [imported.encoding for imported in result.imported] == ["GB18030", "GB18030"]
    assert result.imported[0].title == "会议"
    assert result.imported[1].replaced > 0


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (ImportOptions(encoding="klingon"), LibraryError),
        (ImportOptions(collection_id="none"), NotFound),
        (ImportOptions(collection=" / "), InvalidName),
    ],
)
def test_impossible_options(library: Library, folder: Path, options: ImportOptions, error: type[LibraryError]) -> None:
    (folder / "a.txt").write_text("甲")
    with pytest.raises(error):
        run(library, folder, options=options)
    assert titles(library) == []


def test_cancelled_keeps_what_was_read(library: Library, folder: Path) -> None:
    total = BATCH_FILES + 36
    for number in range(total):
        (folder / f"{number}.txt").write_text(f"题{number}")
    progress = Progress(lambda done, *_: progress.cancel() if done == BATCH_FILES + 5 else None)
    result = run(library, folder, progress=progress)
    assert result.cancelled
    assert len(result.imported) == len(library.documents.all()) == BATCH_FILES + 5
    assert result.refused == ()
    assert library.check() == []
    assert len(run(library, folder).imported) == total - BATCH_FILES - 5


def test_a_file_that_vanishes(library: Library, folder: Path) -> None:
    for name in "abc":
        (folder / name).write_text(name)

    def vanish(_done: int, _total: int, name: str) -> None:
        if name == "b":
            (folder / "b").unlink()

    result = run(library, folder, progress=Progress(vanish))
    assert titles(library) == ["a", "c"]
    assert "no such file" in refusals(result)["b"]


class Meddling:
    """An importer under whose hands files change."""

    name = "meddling"
    suffixes = (".grow", ".gone", ".none")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        if path.suffix != ".none":
            yield Draft(path.read_text(), path.stem, self.name)
        if path.suffix == ".grow":
            path.write_text("more")
        if path.suffix == ".gone":
            path.unlink()


def test_a_file_that_changes_while_it_is_read(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(folder.parent / "site", monkeypatch, meddling=f"{__name__}:Meddling", broken="no_such_package:X")
    for name in ("a.grow", "b.gone", "c.none", "d.txt"):
        (folder / name).write_text(name)
    result = run(library, folder)
    assert titles(library) == ["d.txt"]
    reasons = refusals(result)
    assert "changed while" in reasons["a.grow"]
    assert "no such file" in reasons["b.gone"]
    assert "no text" in reasons["c.none"]
    assert "broken" in str(result.problems[0])


@contextmanager
def no_files_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse to write more than `size` bytes into a file, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_stops_with_what_was_done(library: Library, folder: Path) -> None:
    (folder / "1.txt").write_text("甲")
    (folder / "2.txt").write_text("乙" * 2_000_000)
    (folder / "3.txt").write_text("丙")
    with no_files_larger_than(4_000_000):
        result = run(library, folder)
    assert titles(library) == ["甲"]
    assert [imported.title for imported in result.imported] == ["甲"]
    assert list(refusals(result)) == ["2.txt", "3.txt"]
    assert "could not be written" in refusals(result)["2.txt"]
    assert library.check() == []
    assert len(run(library, folder).imported) == 2


def test_a_database_that_cannot_grow_refuses_the_whole_batch(library: Library, folder: Path) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"题{number}")
    with no_files_larger_than(1_000):
        result = run(library, folder)
    assert (titles(library), result.imported) == ([], ())
    assert list(refusals(result)) == ["0.txt", "1.txt", "2.txt"]
    assert library.check() == []
    assert len(run(library, folder).imported) == 3


def test_a_large_text_is_a_batch_of_its_own(library: Library, folder: Path) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{number}" + "长" * 5_000_000)
    batches: list[int] = []
    library.journal.listeners.append(lambda changes: batches.append(len(changes.ids("document"))))
    run(library, folder)
    assert batches == [2, 1]
    assert [step.arguments["count"] for step in library.journal.history()] == [3]


def test_nothing_outside_the_library_is_touched(library: Library, folder: Path) -> None:
    (folder / "a.txt").write_text("甲")
    (folder / "link").symlink_to(folder)
    before = sorted((path.name, path.lstat().st_mtime_ns) for path in folder.iterdir())
    result = run(library, folder)
    assert sorted((path.name, path.lstat().st_mtime_ns) for path in folder.iterdir()) == before
    assert result.links == (str(folder / "link"),)
    shutil.rmtree(folder)
    text = library.documents.text(result.imported[0].id)
    assert text.text() == "甲"
    text.close()


def test_what_is_not_wanted_is_told_apart(library: Library, folder: Path) -> None:
    wanted, other, packed = folder / "甲.txt", folder / "乙.txt", folder / "丙.zip"
    wanted.write_text("甲")
    other.write_text("乙")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("一.txt", "一")
        archive.writestr("二.txt", "二")
    choices = {str(other): Choice(left_out=True), f"{packed}/二.txt": Choice(left_out=True)}
    result = import_paths(
        [wanted, other, packed], library.texts, lambda verb: verb(library), ImportOptions(), Progress(), choices
    )
    assert titles(library) == ["一", "甲"]
    assert result.left_out == (str(other), f"{packed}/二.txt")
