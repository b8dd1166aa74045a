"""Scanned pages in the window: offered when an import meets them, read in the languages that are chosen, cancelled."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from library.importers.base import ImportOptions
from tests.desktop.desk import Desk
from tests.library.ocr.fake import asked, install, needs_programs
from tests.library.test_scanning import scanned
from tests.paper import Paper


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
    desk.window.scanning.ask([scan])
    dialog = desk.window.scanning.dialog
    assert dialog is not None
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
    desk.window.scanning.ask([scan])
    assert desk.window.scanning.dialog is None
    assert any("tesseract-ocr-chi-sim" in text for text in desk.texts)
