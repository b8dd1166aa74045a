"""What holds for the importer of every format, and for those that other packages bring."""

import os
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from library.errors import LibraryError, Refused
from library.importers import BUILT_IN
from library.importers.base import Importer, ImportOptions, load_importers
from library.importers.isolation import Isolation
from library.importers.recognition import recognise
from library.models import Draft
from library.progress import Cancelled, Progress
from tests.library.importers.distributions import install
from tests.library.importers.samples import HEADING, WORDS, sample

FOREIGN = """
import time
from pathlib import Path
from library.models import Draft

class Foreign:
    name = "foreign"
    suffixes = (".foreign",)

    def read(self, path, options, progress):
        words = path.read_text(encoding="utf-8")
        progress.report(0, 1, path.name)
        for step in range(words.count("step")):
            progress.report(step, 100, path.name)
            time.sleep(0.09)
        if "sleep" in words:
            time.sleep(60)
        for step in range(words.count("crawl")):
            progress.report(step, 100, path.name)
            time.sleep(0.6)
        while "stay" in words:
            progress.report(1, 2, path.name)
            time.sleep(0.05)
        if "eat" in words:
            bytearray(8 << 30)
        if "die" in words:
            import os
            os._exit(7)
        if "break" in words:
            raise KeyError("x")
        if not words or "\\0" in words or "\\ufffd" in words:
            return
        yield Draft(words, "T", self.name)
"""
FORMATS = [*(importer.name for importer in BUILT_IN), "foreign"]


@pytest.fixture(autouse=True)
def distribution(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a package of somebody else that brings an importer."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "foreignpackage.py").write_text(FOREIGN, encoding="utf-8")
    install(folder, monkeypatch, foreign="foreignpackage:Foreign")


@pytest.fixture
def isolation() -> Iterator[Isolation]:
    with closing(Isolation()) as isolation:
        yield isolation


def named(name: str) -> Importer:
    importer = load_importers(BUILT_IN).named(name)
    assert importer is not None
    return importer


def read(name: str, path: Path, progress: Progress | None = None) -> list[Draft]:
    return list(named(name).read(path, ImportOptions(), progress or Progress()))


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", FORMATS)
class TestEvery:
    def test_what_it_makes(self, name: str, tmp_path: Path) -> None:
        path = sample(name, tmp_path)
        importer = recognise(path, load_importers(BUILT_IN))
        assert importer is not None
        assert importer.name == name, "known by what is in it"
        before = files_below(tmp_path)
        (draft,) = read(name, path)
        assert WORDS in draft.text
        assert not {"\r", "\0", "\ufeff"} & set(draft.text)
        assert draft.format == name
        assert draft.title.strip() == draft.title != ""
        assert [element.start for element in draft.elements] == sorted(element.start for element in draft.elements)
        for element in draft.elements:
            assert 0 <= element.start < element.end <= len(draft.text)
            assert element.kind != "jump" or 0 <= int(element.value) <= len(draft.text)
        if name not in {"text", "markdown", "pdf", "foreign"}:
            assert [draft.text[each.start : each.end] for each in draft.elements] == [HEADING]
        assert files_below(tmp_path) == before, "it leaves nothing"
        assert read(name, path) == [draft], "twice the same"

    def test_progress_and_cancel(self, name: str, tmp_path: Path) -> None:
        path = sample(name, tmp_path)
        reports: list[tuple[int, int, str]] = []
        read(name, path, Progress(lambda *report: reports.append(report)))
        assert reports
        assert all(0 <= done <= total for done, total, _ in reports)
        cancelled = Progress()
        cancelled.cancel()
        with pytest.raises(Cancelled):
            read(name, path, cancelled)
        assert list(files_below(tmp_path)) == [path.name]

    def test_what_is_broken(self, name: str, tmp_path: Path) -> None:
        """A file that is empty, cut off, changed or of other bytes is read or refused, and nothing else happens."""
        data = sample(name, tmp_path).read_bytes()
        chance = random.Random(name)
        changed = bytearray(data)
        for _ in range(20):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        path = tmp_path / f"broken{Path(sample(name, tmp_path)).suffix}"
        for broken in (b"", data[: len(data) // 2], data[:-30], bytes(changed), chance.randbytes(5000), b"\0" * 100):
            path.write_bytes(broken)
            try:
                drafts = read(name, path)
            except (LibraryError, UnicodeDecodeError):
                continue
            assert all(len(draft.text) <= 2 * len(data) + 5000 for draft in drafts)

    def test_in_a_process_of_its_own(self, name: str, tmp_path: Path, isolation: Isolation) -> None:
        path = sample(name, tmp_path)
        assert isolation.read(named(name), path, ImportOptions(), Progress()) == read(name, path)


class TestLimits:
    @pytest.mark.parametrize(
        ("words", "said"), [("eat", "more memory"), ("die", "could not be read"), ("break", "damaged: KeyError")]
    )
    def test_memory_and_crashes(self, words: str, said: str, tmp_path: Path, isolation: Isolation) -> None:
        with pytest.raises(Refused, match=said):
            isolation.read(named("foreign"), sample("foreign", tmp_path, words), ImportOptions(), Progress())
        path = sample("foreign", tmp_path)
        assert isolation.read(named("foreign"), path, ImportOptions(), Progress()), "the next file is read"

    @pytest.mark.parametrize("words", ["sleep", "stay", "crawl " * 9])
    def test_time(self, words: str, tmp_path: Path) -> None:
        with closing(Isolation(seconds=1)) as isolation, pytest.raises(Refused, match="took longer than 1 "):
            isolation.read(named("foreign"), sample("foreign", tmp_path, words), ImportOptions(), Progress())

    def test_what_gets_on_is_not_ended(self, tmp_path: Path) -> None:
        path = sample("foreign", tmp_path, "step " * 25)
        with closing(Isolation(seconds=2)) as isolation:
            assert isolation.read(named("foreign"), path, ImportOptions(), Progress())

    def test_what_gets_on_without_end_is_ended(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("library.importers.isolation._MOST", 1)
        path = sample("foreign", tmp_path, "step " * 40)
        with closing(Isolation(seconds=2)) as isolation, pytest.raises(Refused, match="took longer than 2 "):
            isolation.read(named("foreign"), path, ImportOptions(), Progress())

    def test_cancelled_while_nothing_is_reported(self, tmp_path: Path, isolation: Isolation) -> None:
        progress = Progress(lambda done, total, name: progress.cancel())
        with pytest.raises(Cancelled):
            isolation.read(named("foreign"), sample("foreign", tmp_path, "sleep"), ImportOptions(), progress)
        assert os.listdir(tmp_path) == ["sample.foreign"]
