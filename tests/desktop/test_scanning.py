"""Scanned pages in the window: offered when an import meets them, read in the languages that are chosen, cancelled."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.readscans import ReadScansDialog
from library.importers.base import ImportOptions
from tests.desktop.desk import Desk
from tests.library.ocr.fake import asked, install, needs_programs
from tests.library.test_scanning import scanned
from tests.paper import Paper
from tests.pictures import png


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    paper = Paper()
    for _ in range(3):
        paper.page(300, 200).put(100, 100, "协商", 20)
    return scanned(paper.save(tmp_path / "printed.pdf"), tmp_path / "扫描.pdf", 72)


def met(desk: Desk, scan: Path) -> None:
    """Import the file as it is, and take up the offer."""
    importing = desk.window.importing
    with desk.qtbot.waitSignal(importing.finished, timeout=20_000):
        importing.start([scan])
    (offer,) = [message for message in desk.said if message.action_text == "Read by OCR…"]
    assert offer.action is not None
    offer.action()
    desk.settle(lambda: desk.window.scanning.dialog is not None)


def shown(desk: Desk, paths: list[Path]) -> ReadScansDialog:
    desk.window.scanning.ask(paths, ImportOptions())
    desk.settle(lambda: desk.window.scanning.dialog is not None)
    dialog = desk.window.scanning.dialog
    assert dialog is not None
    return dialog


@needs_programs
def test_an_import_offers_it_and_the_pages_come_in(
    desk: Desk, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = install(tmp_path, "reads", monkeypatch)
    met(desk, scan)
    dialog = desk.window.scanning.dialog
    assert dialog is not None
    assert dialog.languages == "chi_sim+eng"
    dialog.boxes["eng"].setChecked(False)
    with desk.qtbot.waitSignal(desk.window.importing.finished, timeout=20_000):
        dialog.accept()
    assert [row.split()[0] for row in asked(log)] == ["chi_sim"] * 3
    (document,) = desk.library.documents.all()
    desk.read(document)
    assert desk.window.paging.is_offered


@needs_programs
def test_without_a_language_there_is_nothing_to_read(
    desk: Desk, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "reads", monkeypatch)
    dialog = shown(desk, [scan])
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.read_button.isEnabled()


@needs_programs
def test_it_can_be_cancelled(desk: Desk, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = install(tmp_path, "hangs", monkeypatch)
    importing = desk.window.importing
    with desk.qtbot.waitSignal(importing.finished, timeout=20_000) as finished:
        importing.start([scan], ImportOptions(ocr="chi_sim"))
        desk.settle(lambda: asked(log))
        desk.window.jobs.running[0].cancel()
    assert finished.args is not None
    assert finished.args[0].left == 1
    assert not desk.library.documents.all()


def test_without_tesseract_it_is_said_what_to_install(
    desk: Desk, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    desk.window.scanning.ask([scan], ImportOptions())
    desk.settle(lambda: any("tesseract-ocr-chi-sim" in text for text in desk.texts))
    assert desk.window.scanning.dialog is None


@needs_programs
def test_pictures_in_an_archive_are_offered_and_all_else_in_it_stays_as_it_is(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "reads", monkeypatch)
    archive = tmp_path / "扫描.zip"
    with ZipFile(archive, "w") as file:
        file.writestr("第一页.png", png(60, 40))
        file.writestr("说明.txt", "说明一段。")
    met(desk, archive)
    dialog = desk.window.scanning.dialog
    assert dialog is not None
    with desk.qtbot.waitSignal(desk.window.importing.finished, timeout=20_000) as finished:
        dialog.accept()
    result = finished.args[0]
    assert (len(result.imported), result.duplicates, result.refused) == (1, (), ())
    assert sorted(row.format for row in desk.library.documents.all()) == ["picture", "text"]


@needs_programs
def test_pages_that_are_pictures_can_be_ticked_in_the_dialog(
    desk: Desk, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "reads", monkeypatch)
    desk.window.bringing.bring([scan], asked=True)
    dialog = desk.window.bringing.dialog
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: dialog.entry is not None, timeout=20_000)
    assert dialog.batch.wanted == 0
    dialog.panel.refusal.ocr.setChecked(True)
    assert dialog.rows.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    with desk.qtbot.waitSignal(desk.window.importing.finished, timeout=20_000) as finished:
        dialog.accept()
    assert len(finished.args[0].imported) == 1
