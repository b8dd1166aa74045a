"""The list of what was done: shown by pages, and gone back and forward in, with the cautions of undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.history import HistoryDialog
from desktop.itemmodels.steps import PAGE, StepModel
from library.library import Library
from tests.desktop.desk import Desk

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


def tag(desk: Desk, *names: str) -> None:
    for name in names:
        desk.write(lambda library, name=name: library.tags.add_path(name))


def names(desk: Desk) -> list[str]:
    desk.window.session.flush()
    return sorted(desk.library.tags.paths().values())


def history(desk: Desk) -> HistoryDialog:
    desk.trigger("history")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HistoryDialog)
    return dialog


def choose(dialog: HistoryDialog, row: int) -> None:
    dialog.list.setCurrentIndex(dialog.model.index(row, 0))
    QTest.keyClick(dialog.list, Key.Key_Return)


def question(desk: Desk) -> QMessageBox:
    desk.settle(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def test_one_goes_back_and_forward_to_any_step(desk: Desk) -> None:
    tag(desk, "甲", "乙 & <b>", "丙", "丁")
    dialog = history(desk)
    assert dialog.model.index(1, 0).data() == "Add tag “丙”"
    assert dialog.list.currentIndex().row() == 0
    assert not dialog.go_button.isEnabled()
    choose(dialog, 3)
    assert names(desk) == ["甲"]
    assert [step.undone for step in dialog.model.steps] == [True, True, True, False]
    dialog.list.setCurrentIndex(dialog.model.index(1, 0))
    assert dialog.go_button.text() == "Redo up to here"
    dialog.go_button.click()
    assert names(desk) == ["丙", "乙 & <b>", "甲"]
    assert not dialog.go_button.isEnabled()
    choose(dialog, 2)
    assert names(desk) == ["乙 & <b>", "甲"]
    dialog.reject()


def test_a_step_of_an_earlier_session_asks_once_by_name(desk: Desk) -> None:
    tag(desk, "甲", "乙", "丙")
    desk.restart()
    desk.open()
    tag(desk, "丁")
    dialog = history(desk)
    lines = [dialog.model.index(row, 0).data(StepModel.LineRole) for row in range(4)]
    assert lines == ["This session began here", "", "", ""]
    choose(dialog, 3)
    box = question(desk)
    assert box.text() == "Undo 3 steps, back to “Add tag “甲””?"
    assert box.informativeText() == "It goes back before this session: “Add tag “丙””."
    box.reject()
    assert len(names(desk)) == 4
    choose(dialog, 3)
    question(desk).accept()
    desk.settle(lambda: names(desk) == ["甲"])
    dialog.reject()


def test_one_that_removes_documents_asks_too(desk: Desk) -> None:
    tag(desk, "甲")
    desk.add("正文", "一篇")
    tag(desk, "乙")
    dialog = history(desk)
    choose(dialog, 2)
    box = question(desk)
    assert box.informativeText() == "Documents leave the library with it: “Import document”."
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    box.accept()
    desk.settle(lambda: dialog.model.last_row == 2)
    assert not desk.library.documents.all()
    dialog.list.setCurrentIndex(dialog.model.index(0, 0))
    dialog.go_button.click()
    desk.settle(lambda: len(desk.library.documents.all()) == 1)
    assert names(desk) == ["乙", "甲"]
    dialog.reject()


def test_many_steps_come_by_pages(desk: Desk, qtbot: QtBot) -> None:
    def verb(library: Library) -> None:
        for number in range(PAGE + 50):
            library.tags.add_path(f"标签{number}")

    desk.write(verb)
    model = StepModel(desk.window.session)
    assert model.rowCount() == PAGE
    assert model.canFetchMore()
    model.fetchMore()
    assert model.rowCount() == PAGE + 50
    assert not model.canFetchMore()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert len({step.id for step in model.steps}) == PAGE + 50
    tag(desk, "新")
    assert model.index(0, 0).data() == "Add tag “新”"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Add tag “新”, ")


def test_without_steps_it_says_so(desk: Desk) -> None:
    dialog = history(desk)
    assert dialog.model.rowCount() == 0
    assert not dialog.go_button.isEnabled()
    QTest.keyClick(dialog.list, Key.Key_Return)
    dialog.reject()
