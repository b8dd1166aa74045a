"""Reading with a caret: switched on in the real window, kept, and everything in the text done by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.desk import Desk

TEXT = "题目\n\n会开了。后来散会。\n"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


def test_f7_brings_a_caret_that_stays(desk: Desk) -> None:
    desk.read(desk.add(TEXT, "题目"))
    desk.window.pane.setFocus()
    QTest.keyClick(desk.window, Qt.Key.Key_F7)
    assert desk.window.settings.caret_browsing
    assert desk.window.pane.marks.caret_visible
    desk.settle(lambda: desk.window.menus["caret_browsing"].isChecked())
    desk.restart()
    assert desk.window.pane.caret_browsing
    desk.trigger("caret_browsing")
    assert not desk.window.pane.caret_browsing


def test_a_passage_is_marked_and_found_again_by_keys_alone(desk: Desk) -> None:
    desk.read(desk.add(TEXT, "题目"))
    desk.trigger("caret_browsing")
    desk.trigger("to_text")
    pane = desk.window.pane
    assert QApplication.focusWidget() is pane
    desk.settle(lambda: desk.window.menus["sentence"].isEnabled())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_S):
        QTest.keyClick(pane, key)
    desk.settle(lambda: desk.window.menus["pen_3"].isEnabled())
    assert pane.selected_text() == "会开了。"
    QTest.keyClick(pane, Qt.Key.Key_3)
    desk.settle(lambda: pane.selected_highlight() is not None)
    made = pane.selected_highlight()
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.selected_highlight() is None
    QTest.keyClick(pane, Qt.Key.Key_Left)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert pane.selected_highlight() == made
