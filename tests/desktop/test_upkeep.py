"""Checking and backing up the open library from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.messages import Message, Messages
from desktop.session import Session
from desktop.upkeep import Upkeep
from library.library import Library
from tests.desktop.test_session import add_document


class Keeper:
    """A library that is open, its upkeep, and what was said."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.said: list[Message] = []
        self.session = Session()
        self.jobs = Jobs()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        messages = Messages()
        messages.said.connect(self.said.append)
        self.upkeep = Upkeep(self.window, self.session, self.jobs, messages)
        with qtbot.waitSignal(self.session.opened):
            self.session.create(path)
        self.session.write(add_document)
        self.session.flush()


@pytest.fixture
def keeper(qtbot: QtBot, tmp_path: Path):
    keeper = Keeper(qtbot, tmp_path / "研究.zhupi")
    yield keeper
    keeper.jobs.shut_down()
    keeper.session.shut_down()


def test_a_sound_library_is_said_to_be_sound(keeper: Keeper, qtbot: QtBot) -> None:
    keeper.upkeep.check()
    qtbot.waitUntil(lambda: bool(keeper.said))
    assert [message.level for message in keeper.said] == ["information"]


def test_every_fault_is_named(keeper: Keeper, qtbot: QtBot) -> None:
    assert keeper.session.library is not None
    (text,) = (keeper.session.library.path / "texts").iterdir()
    text.unlink()
    keeper.upkeep.check()
    qtbot.waitUntil(lambda: bool(keeper.window.findChildren(QMessageBox)))
    (box,) = keeper.window.findChildren(QMessageBox)
    assert text.name in box.detailedText()
    assert keeper.said == []


def test_a_backup_is_a_library_s_database(keeper: Keeper, qtbot: QtBot) -> None:
    assert keeper.session.library is not None
    path = keeper.session.library.path
    before = set((path / "backups").iterdir())
    keeper.upkeep.back_up()
    qtbot.waitUntil(lambda: bool(keeper.said))
    (copy,) = set((path / "backups").iterdir()) - before
    assert copy.name in keeper.said[0].text
    keeper.session.close()
    copy.replace(path / "library.db")
    for name in ("library.db-wal", "library.db-shm"):
        (path / name).unlink(missing_ok=True)
    library = Library.open(path)
    assert len(library.documents.all()) == 1
    library.close()


def test_without_a_library_nothing_happens(keeper: Keeper) -> None:
    keeper.session.close()
    keeper.upkeep.check()
    keeper.upkeep.back_up()
    assert keeper.jobs.running == ()
