"""The index kept up in the real window: after opening, importing and every change of documents; mended when harmed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import indexing
from desktop.jobs import Job
from library.library import Library
from library.progress import Progress
from tests.desktop.desk import Desk

TEXT = "人民政\n\n協的章程，ＡＢＣ企業。"


class Kept(Desk):
    """A window with a library of one document."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.document = self.add(TEXT, "甲")

    def indexed(self) -> set[str]:
        """Return the documents that the index has and that are in the library."""
        with closing(Library.open(self.path, write=False)) as library:
            findings = library.search.ask("人民政协")
            return {document_id for document_id, _ in findings.tallies()}

    def until_done(self) -> None:
        with self.qtbot.waitSignal(self.window.indexing.done):
            pass


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    monkeypatch.setattr(indexing, "AFTER_OPENING", 50)
    made = Kept(qtbot, tmp_path)
    made.until_done()
    yield made
    made.close()


def test_it_follows_documents_that_come_go_and_come_back(kept: Kept) -> None:
    assert kept.indexed() == {kept.document.id}
    other = kept.add(TEXT * 2, "乙")
    kept.until_done()
    assert kept.indexed() == {kept.document.id, other.id}
    with kept.qtbot.waitSignal(kept.window.indexing.done):
        kept.window.session.undo()
    assert kept.indexed() == {kept.document.id}
    with kept.qtbot.waitSignal(kept.window.indexing.done):
        kept.window.session.redo()
    assert kept.indexed() == {kept.document.id, other.id}


def test_it_is_made_at_opening_where_it_is_missing(kept: Kept) -> None:
    kept.window.session.close()
    for file in kept.path.glob("index.db*"):
        file.unlink()
    kept.open()
    kept.until_done()
    assert kept.indexed() == {kept.document.id}


def test_what_is_found_damaged_is_mended_while_the_library_is_open(kept: Kept) -> None:
    for file in kept.path.glob("index.db*"):
        file.unlink()
    (kept.path / "index.db").write_bytes(b"no database" * 20_000)
    with kept.qtbot.waitSignal(kept.window.indexing.done):
        kept.window.indexing.mend()
    assert kept.indexed() == {kept.document.id}
    assert kept.texts == []


def test_an_import_writes_into_the_index_itself(kept: Kept, tmp_path: Path) -> None:
    files = tmp_path / "in"
    files.mkdir()
    for number in range(3):
        (files / f"{number}.txt").write_text(f"{number}{TEXT}", encoding="utf-8")
    before = kept.indexed()
    with kept.qtbot.waitSignal(kept.window.importing.finished):
        kept.window.importing.start([files])
    assert len(kept.indexed() - before) == 3
    kept.until_done()


def test_where_the_disk_does_not_take_it_nothing_is_tried_again_before_a_change(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    from library.errors import StorageFailed

    def fail(path: Path, progress: Progress) -> None:
        raise StorageFailed("The disk is full.")

    monkeypatch.setattr(indexing, "_update", fail)
    kept.add("乙", "乙")
    kept.settle(lambda: kept.texts)
    tried: list[Job] = []
    kept.window.jobs.finished.connect(tried.append)
    kept.window.indexing.mend()
    kept.qtbot.wait(50)  # a job would begin with the next turn of the loop, and end at once
    assert not tried
    monkeypatch.undo()
    kept.add("丙", "丙")
    kept.until_done()
