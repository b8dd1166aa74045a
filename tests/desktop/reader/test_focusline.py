from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.reader.focusline import FocusLine
from desktop.reader.view import ReaderView
from desktop.settings import Settings
from desktop.theme import Themes


class Desk(QWidget):
    """A field above a text."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.themes = Themes("paper")
        self.field = QLineEdit()
        self.view = ReaderView(self.themes, settings)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.view)
        self.resize(600, 400)

    @property
    def line(self) -> FocusLine:
        found = self.view.findChild(FocusLine)
        assert isinstance(found, FocusLine)
        return found

    @property
    def color(self) -> str:
        return self.line.grab().toImage().pixelColor(10, 1).name()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    desk = Desk(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    desk.field.setFocus()
    return desk


def test_a_key_that_brings_the_focus_lights_the_line(desk: Desk) -> None:
    page = desk.themes.current.color("page").name()
    assert desk.color == page
    QTest.keyClick(desk.field, Qt.Key.Key_Tab)
    assert desk.view.pane.hasFocus()
    assert desk.color == desk.themes.current.color("accent").name()
    QTest.keyClick(desk.view.pane, Qt.Key.Key_Backtab)
    assert desk.color == page
    desk.view.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert desk.line.lit


def test_the_mouse_puts_the_line_out(desk: Desk) -> None:
    QTest.keyClick(desk.field, Qt.Key.Key_Tab)
    QTest.mouseClick(desk.view.pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert not desk.line.lit
    desk.field.setFocus()
    desk.view.pane.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not desk.line.lit
