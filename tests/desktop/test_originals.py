"""Originals in the window: opened as copies, exported, compared with their hash."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from library.models import Document
from tests.desktop.desk import Desk

BYTES = "第一行\r\n𠮷祥里😀\r\n".encode("gb18030")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was handed to the system's programs."""
    found: list[Path] = []

    def take(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


def brought_in(desk: Desk, name: str, data: bytes = BYTES) -> Document:
    path = desk.path.parent / name
    path.write_bytes(data)
    importing = desk.window.importing
    with desk.qtbot.waitSignal(importing.finished, timeout=20_000):
        importing.start([path])
    (found,) = [document for document in desk.library.documents.all() if document.original_name == name]
    return found


def test_a_copy_is_opened_that_goes_with_the_program(desk: Desk, opened: list[Path]) -> None:
    desk.read(brought_in(desk, "简报 😀.txt"))
    desk.trigger("open_original")
    desk.settle(lambda: opened)
    kept = desk.library.originals.get(desk.window.reading.document.id)
    copy = opened[0]
    assert (copy.name, copy.read_bytes()) == ("简报 😀.txt", BYTES)
    assert not copy.is_relative_to(desk.path)
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == stat.S_IRUSR
        assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == stat.S_IRWXU
    copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
    copy.write_bytes(b"altered")
    assert kept.read_bytes() == BYTES
    desk.trigger("open_original")
    desk.settle(lambda: len(opened) == 2)
    assert opened[1].read_bytes() == BYTES
    folder = copy.parent.parent
    desk.window.close()
    assert not folder.exists()


def test_a_text_called_like_a_program_is_not_run(desk: Desk, opened: list[Path]) -> None:
    document = brought_in(desk, "说明.bat")
    desk.window.shelf.verbs.original_wanted.emit(document.id)
    desk.settle(lambda: opened)
    assert opened[0].name == "说明.bat.txt"


def test_no_program_for_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.read(brought_in(desk, "a.txt"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    desk.trigger("open_original")
    desk.settle(lambda: any("No program of the system opens “a.txt”" in text for text in desk.texts))


def test_it_is_exported_under_its_own_name(desk: Desk, tmp_path: Path) -> None:
    desk.read(brought_in(desk, "简报 😀.txt"))
    desk.trigger("export_original")
    chooser = desk.window.findChild(QFileDialog)
    assert chooser is not None
    assert [Path(name).name for name in chooser.selectedFiles()] == ["简报 😀.txt"]
    assert not chooser.testOption(QFileDialog.Option.DontConfirmOverwrite)
    target = tmp_path / "out" / "a.txt"
    target.parent.mkdir()
    chooser.fileSelected.emit(str(target))
    chooser.reject()
    desk.settle(lambda: "Original exported to “a.txt”." in desk.texts)
    assert target.read_bytes() == BYTES
    desk.window.originals.export(desk.window.reading.document.id, tmp_path / "no" / "a.txt")
    desk.settle(lambda: any("is not there" in text for text in desk.texts))


def test_what_is_wrong_is_told(desk: Desk) -> None:
    document = brought_in(desk, "a.txt")
    desk.read(document)
    desk.trigger("check_original")
    desk.settle(lambda: "“a.txt” and its text are as they were imported." in desk.texts)
    kept = desk.library.originals.get(document.id)
    kept.write_bytes(b"y")
    desk.trigger("check_original")
    desk.settle(lambda: any("The original “a.txt” was changed on disk." in text for text in desk.texts))
    kept.unlink()
    for action in ("open_original", "check_original"):
        count = len(desk.said)
        desk.trigger(action)
        desk.settle(lambda count=count: len(desk.said) > count)
        assert "The original “a.txt” is missing" in desk.texts[-1]
        assert "Import the file again" in desk.texts[-1]


def test_a_text_without_one_offers_nothing(desk: Desk) -> None:
    desk.read(desk.add("正文", "抄来的"))
    desk.window.menus.refresh()
    for action in ("open_original", "export_original", "check_original"):
        assert not desk.window.menus[action].isEnabled()


def test_the_menus_of_a_document_offer_it(desk: Desk, opened: list[Path]) -> None:
    document, other = brought_in(desk, "a.txt"), desk.add("正文", "抄来的")
    desk.window.navigation.open_list(desk.window.shelf.documents.key)
    table = desk.window.table
    for each, offered in ((document, True), (other, False)):
        table.view.setCurrentIndex(table.model.index(table.model.row(each.id), 0))
        actions = {action.text(): action for action in table.menu().actions()}
        assert ("Open the original" in actions) is offered
        if offered:
            assert {"Export original…", "Check the original"} <= actions.keys()
            actions["Open the original"].trigger()
            desk.settle(lambda: opened)
