"""An import that was stopped, gone on with from the window: offered at opening, from the menu, from the summary."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.jobs import Job
from library.importers.base import ImportOptions
from library.importers.sources import Source
from library.importlists import begin
from library.library import Library
from library.models import Draft, PreparedDraft
from tests.desktop.desk import Desk

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def interrupt(desk: Desk, *paths: Path) -> None:
    """Make the library, with an import of files into it that has not come to its end."""
    library = Library.create(desk.path)
    begin(library.texts.imports_path, [Source(path, named=True) for path in paths], ImportOptions(), {})
    library.close()


def files(folder: Path) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(f"题{number}", encoding="utf-8")
    return paths


def offer(desk: Desk) -> QMessageBox:
    desk.qtbot.waitUntil(lambda: desk.window.resuming.box is not None)
    box = desk.window.resuming.box
    assert box is not None
    return box


def press(box: QMessageBox, name: str) -> None:
    next(button for button in box.findChildren(QPushButton) if button.text() == name).click()


def lists(desk: Desk) -> list[Path]:
    return list((desk.path / "imports").iterdir())


def test_opening_a_library_offers_to_go_on(desk: Desk, tmp_path: Path) -> None:
    interrupt(desk, *files(tmp_path))
    desk.open()
    box = offer(desk)
    assert "3 files" in box.text()
    with desk.qtbot.waitSignal(desk.window.importing.finished):
        press(box, "Go on")
    assert sorted(document.title for document in desk.library.documents.all()) == ["题0", "题1", "题2"]
    assert lists(desk) == []
    assert not desk.window.resuming.is_possible


def test_later_from_the_menu_or_never(desk: Desk, tmp_path: Path) -> None:
    interrupt(desk, *files(tmp_path))
    desk.open()
    press(offer(desk), "Later")
    desk.qtbot.waitUntil(lambda: desk.window.menus["resume_import"].isEnabled())
    assert len(lists(desk)) == 1
    desk.window.menus["resume_import"].trigger()
    press(offer(desk), "Drop the rest")
    assert lists(desk) == []
    desk.qtbot.waitUntil(lambda: not desk.window.menus["resume_import"].isEnabled())
    assert desk.library.documents.all() == []


def test_a_library_open_for_reading_offers_nothing(desk: Desk, tmp_path: Path) -> None:
    interrupt(desk, *files(tmp_path))
    desk.open(write=False)
    assert not desk.window.resuming.is_possible
    desk.window.resuming.offer()
    assert desk.window.resuming.box is None


def stop(desk: Desk, *paths: Path) -> None:
    """Begin an import of files and cancel it at once."""

    def cancel(job: Job) -> None:
        job.cancel()

    desk.window.jobs.started.connect(cancel)
    with desk.qtbot.waitSignal(desk.window.importing.finished):
        desk.window.importing.start(paths)
    desk.window.jobs.started.disconnect(cancel)
    desk.qtbot.waitUntil(lambda: desk.window.resuming.is_possible)


def test_a_cancelled_import_goes_on_from_its_notice(desk: Desk, tmp_path: Path) -> None:
    desk.open(make=True)
    stop(desk, *files(tmp_path))
    message = next(message for message in desk.said if message.action is not None)
    assert (message.text, message.action_text) == ("Import stopped; what had come in stays.", "Go on")
    assert desk.window.resuming.count == 3
    with desk.qtbot.waitSignal(desk.window.importing.finished):
        assert message.action is not None
        message.action()
    assert len(desk.library.documents.all()) == 3
    assert lists(desk) == []


def test_a_row_of_the_summary_opens_its_document_in_the_window(desk: Desk, tmp_path: Path) -> None:
    desk.open(make=True)
    paths = files(tmp_path)
    paths[0].write_bytes(PNG)
    with desk.qtbot.waitSignal(desk.window.importing.finished) as finished:
        desk.window.importing.start(paths)
    summary = desk.window.importing.summary
    assert summary is not None
    assert not summary.isModal()
    summary.document_wanted.emit(finished.args[0].imported[1].id)
    document = desk.window.reading.document
    assert document is not None
    assert document.title == "题2"
    summary.close()


def test_who_undoes_what_came_in_is_not_asked_for_the_rest(desk: Desk, tmp_path: Path) -> None:
    paths = files(tmp_path)
    desk.open(make=True)
    library = desk.library
    work = begin(library.texts.imports_path, [Source(path, named=True) for path in paths], ImportOptions(), {})
    work.note([0])

    def bring_one(library: Library) -> None:
        sha = library.texts.add_text("题0")
        with library.journal.operation("Import {count} documents", part_of=work.id, count=1):
            library.documents.add_drafts([PreparedDraft(Draft("题0", "题0", "text"), sha, "", "", "")])

    desk.write(bring_one)
    desk.restart()
    desk.open()
    press(offer(desk), "Later")
    desk.window.session.undo()
    desk.qtbot.waitUntil(lambda: not desk.window.resuming.is_possible)
    assert lists(desk) == []
