"""Imports that were interrupted: what is left of them, gone on with, and one step of undo in the end."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from library.errors import InvalidName
from library.importchoices import Choice
from library.importers.base import ImportOptions
from library.importers.sources import Source
from library.importlists import ImportList, begin, unfinished
from library.intake import BATCH_FILES, import_paths, resume
from library.library import Library
from library.mending import RepairChoice
from library.outcomes import ImportResult
from library.progress import Progress

T = TypeVar("T")
TOTAL = 2 * BATCH_FILES + 30


class Killed(BaseException):
    """What stands for the end of the process: nothing catches it."""


class Importer:
    """A library, and files to be imported into it."""

    def __init__(self, folder: Path) -> None:
        self.library = Library.create(folder / "Library")
        self.folder = folder / "in"
        self.folder.mkdir()
        for number in range(TOTAL):
            (self.folder / f"{number:03}.txt").write_text(f"题{number}\n𠮷😀", encoding="utf-8")
        self.batches = 0
        self.killed_in = 0

    def submit(self, verb: Callable[[Library], T], /) -> T:
        result = verb(self.library)
        self.batches += 1
        if self.batches == self.killed_in:
            raise Killed
        return result

    def run(self, progress: Progress | None = None, choices: dict[str, Choice] | None = None) -> ImportResult:
        options = ImportOptions(collection="简报")
        return import_paths([self.folder], self.library.texts, self.submit, options, progress or Progress(), choices)

    def go_on(self) -> ImportResult:
        (work,) = self.unfinished()
        return resume(work, self.library.texts, self.submit, Progress())

    def unfinished(self) -> list[ImportList]:
        return unfinished(self.library.texts.imports_path)

    @property
    def titles(self) -> list[str]:
        return sorted(document.title for document in self.library.documents.all())


@pytest.fixture
def importer(tmp_path: Path) -> Iterator[Importer]:
    importer = Importer(tmp_path)
    yield importer
    importer.library.close()


def everything() -> list[str]:
    return sorted(f"题{number}" for number in range(TOTAL))


def test_many_batches_are_one_step(importer: Importer) -> None:
    importer.run()
    assert importer.batches == 3
    (step,) = importer.library.journal.history()
    assert (step.label, step.arguments) == ("Import {count} documents", {"count": TOTAL})
    importer.library.undo()
    assert (importer.titles, importer.library.collections.all()) == ([], [])
    importer.library.redo()
    assert importer.titles == everything()
    assert importer.library.check() == []


def test_what_is_done_meanwhile_stays_a_step_of_its_own(importer: Importer) -> None:
    library = importer.library

    def mark(done: int, _total: int, _name: str) -> None:
        if done == BATCH_FILES + 1:
            library.highlights.add(library.documents.all()[0].id, 0, 2, note="其间")

    importer.run(Progress(mark))
    assert [step.label for step in library.journal.history()] == ["Add highlight", "Import {count} documents"]
    library.undo()
    assert (len(library.highlights.all()), importer.titles) == (0, everything())
    library.undo()
    assert importer.titles == []
    library.redo()
    library.redo()
    assert (len(library.highlights.all()), importer.titles) == (1, everything())
    assert library.check() == []


def test_what_was_altered_meanwhile_is_not_altered_by_an_earlier_step(importer: Importer) -> None:
    library = importer.library
    last = importer.folder / f"{TOTAL - 1:03}.txt"
    last.write_bytes((importer.folder / "000.txt").read_bytes())

    def bin_first(done: int, _total: int, _name: str) -> None:
        if done == BATCH_FILES + 1:
            library.documents.remove(library.documents.all()[0].id)

    result = importer.run(Progress(bin_first))
    assert len(result.duplicates) == 1
    assert len(library.journal.history()) == 3
    for _ in range(3):
        library.undo()
    assert importer.titles == []
    for _ in range(3):
        library.redo()
    assert importer.titles == sorted(f"题{number}" for number in range(TOTAL - 1))


def test_undone_meanwhile_the_rest_is_a_step_of_its_own(importer: Importer) -> None:
    undone = False

    def undo(done: int, _total: int, _name: str) -> None:
        nonlocal undone
        if done > BATCH_FILES and not undone:
            undone = True
            importer.library.undo()

    importer.run(Progress(undo))
    assert len(importer.titles) == TOTAL - BATCH_FILES
    assert [step.arguments["count"] for step in importer.library.journal.history()] == [TOTAL - BATCH_FILES]


def test_a_cancelled_import_is_gone_on_with(importer: Importer) -> None:
    progress = Progress(lambda done, *_: progress.cancel() if done == BATCH_FILES + 5 else None)
    result = importer.run(progress)
    assert result.cancelled
    assert result.left == TOTAL - len(result.imported) > 0
    assert [len(work.left) for work in importer.unfinished()] == [result.left]
    rest = importer.go_on()
    assert (len(rest.imported), rest.duplicates, rest.left) == (result.left, (), 0)
    assert importer.titles == everything()
    assert importer.unfinished() == []
    assert len(importer.library.journal.history()) == 1
    found = importer.library.collections.find_path("简报")
    assert found is not None
    assert len(importer.library.collections.documents(found.id)) == TOTAL


@pytest.mark.parametrize("copied", [False, True])
def test_killed_between_the_library_and_the_list(importer: Importer, copied: bool) -> None:
    choices = {str(path): Choice(copied=copied) for path in importer.folder.iterdir()}
    importer.killed_in = 2
    with pytest.raises(Killed):
        importer.run(choices=choices)
    (work,) = importer.unfinished()
    assert len(work.left) == TOTAL - BATCH_FILES  # the second batch is in the library, but nobody wrote it down
    rest = importer.go_on()
    assert (len(rest.imported), rest.duplicates) == (TOTAL - BATCH_FILES, ())
    assert importer.titles == everything()
    assert importer.unfinished() == []
    assert [step.arguments["count"] for step in importer.library.journal.history()] == [TOTAL]


def test_files_that_are_refused_or_gone_are_said_again(importer: Importer) -> None:
    (importer.folder / "000.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    importer.killed_in = 1
    with pytest.raises(Killed):
        importer.run()
    (importer.folder / f"{TOTAL - 1:03}.txt").unlink()
    rest = importer.go_on()
    assert [Path(refused.path).name for refused in rest.refused] == ["000.txt", f"{TOTAL - 1:03}.txt"]
    assert len(importer.titles) == TOTAL - 2
    assert importer.unfinished() == []


def test_a_list_that_is_cut_or_no_list_does_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "imports"
    sources = [Source(tmp_path / "\udcff.txt", named=True), Source(tmp_path / "b 𠮷.txt", named=False)]
    mended = RepairChoice(frozenset({"join", "gap"}), frozenset({(3, 4), (9, 12)}))
    choices = {"b": Choice(encoding="gb18030", copied=True, fields={"title": "题"}, repair=mended)}
    work = begin(folder, sources, ImportOptions(encoding="big5", repair=RepairChoice()), choices)
    work.note([0])
    with work.path.open("ab") as file:
        file.write(b'{"done": [1')
    (folder / "other.jsonl").write_bytes(b"\0\xff")
    (read,) = unfinished(folder)
    assert (read.sources, read.options, read.choices) == (work.sources, work.options, choices)
    assert [place for place, _ in read.left] == [1]
    read.remove()
    assert [path.name for path in folder.iterdir()] == ["other.jsonl"]
    assert unfinished(tmp_path / "none") == []


def test_options_that_cannot_be_leave_no_list(importer: Importer) -> None:
    with pytest.raises(InvalidName):
        import_paths(
            [importer.folder], importer.library.texts, importer.submit, ImportOptions(collection=" / "), Progress()
        )
    assert importer.unfinished() == []
