"""A window with three documents, of which two are found, for tests of the search."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.itemmodels.findings import FindingsModel
from desktop.search.panel import SearchPanel
from tests.desktop.desk import Desk

FIRST = "𠮷祥里的墙上贴着😀。\n\n人民政协的章程。\n\n先说人民政\n協，再说人民、政协。\n"
SECOND = "协商之后，人民政協开会。\n\nABC企业与ＡＢＣ企業。\n"
THIRD = "第三篇只说别的。\n"


class Sought(Desk):
    """Asks in the real panel."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.first, self.second = self.add(FIRST, "简报第2期"), self.add(SECOND, "简报第12期")
        self.third = self.add(THIRD, "人民政协史")

    @property
    def panel(self) -> SearchPanel:
        return self.window.searching.panel

    def ask(self, query: str) -> None:
        self.window.menus["search"].trigger()
        self.panel.field.setText(query)
        self.settle(lambda: self.panel.question.query == query and self.panel.complete)

    def rows(self) -> list[str]:
        """What stands in the list, once it is fetched."""
        model = self.panel.model
        found = [model.index(row) for row in range(model.rowCount())]
        self.settle(lambda: all(index.data(FindingsModel.GroupRole) or self.known(index.row()) for index in found))
        return [str(index.data()) for index in found]

    def known(self, row: int) -> bool:
        """Ask for the hit in a row, and say whether it has come."""
        return self.panel.model.index(row).data(FindingsModel.HitRole) is not None

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)

    def type(self, text: str) -> None:
        """Write into the field that has the focus, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)
