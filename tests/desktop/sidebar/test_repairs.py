"""The repairs beside the text: by kind, narrowed, gone to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from desktop.sidebar.panel import REPAIRS, SidebarPanel
from desktop.sidebar.repairs import RepairsView
from tests.desktop.annotated import Annotated
from tests.library.test_repairs import TEXT, TWICE

SHOWN = [
    "1 gap: text may be lost",
    "…由各级组织一件一件｜二是要把办法落到实处，一件也…",
    "1 passage printed twice",
    f"{TWICE[:14]}…{TWICE[-9:]}",
    "1 stray word",
    "…大家都同意。后来【and】散会了。 开头。会员有疑…",
]


def rows(view: RepairsView) -> list[str]:
    return [str(view.model.index(row).data()) for row in range(view.model.rowCount())]


@pytest.fixture
def view(annotated: Annotated, panel: SidebarPanel, qtbot: QtBot) -> RepairsView:
    document = annotated.add_document(TEXT, "纪事")
    panel.show_document(document.id)
    panel.show_view(REPAIRS)
    found = panel.late_repairs.get()
    qtbot.waitUntil(lambda: found.model.rowCount() == 6)
    return found


def test_what_is_wrong_stands_by_its_kind_and_is_gone_to(view: RepairsView, qtbot: QtBot) -> None:
    assert rows(view) == SHOWN
    gone = QSignalSpy(view.gone_to)
    view.focus_rows()
    view.rows.setCurrentIndex(view.model.index(5))
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    view.rows.setCurrentIndex(view.model.index(0))
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    assert [gone.at(0), gone.count()] == [[TEXT.index("and"), True], 1]


def test_it_is_narrowed_by_what_is_typed(view: RepairsView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.field, "AND")
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(view) == SHOWN[4:])
    view.field.setText("没有的话")
    view.search_now()
    qtbot.waitUntil(lambda: rows(view) == [])
    assert view.empty.text() == "No repair has this."
