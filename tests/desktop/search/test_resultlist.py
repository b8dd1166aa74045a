"""The list of what was found with a hundred thousand rows: laid out at once, gone through, fetched where it is seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.itemmodels.findings import PAGE, FindingsModel, Group
from desktop.search.resultlist import ResultList
from desktop.search.rows import ROW
from desktop.theme import Themes

Key = Qt.Key
MANY = 100_000


def test_a_hundred_thousand_hits_are_fetched_only_where_they_are_seen(qtbot: QtBot) -> None:
    model = FindingsModel()
    rows = ResultList(model, Themes("paper"))
    qtbot.addWidget(rows)
    rows.resize(320, 20 * ROW)
    with qtbot.waitExposed(rows):
        rows.show()
    wanted: list[tuple[str, int, int]] = []
    model.hits_wanted.connect(lambda *asked: wanted.append(asked))
    model.show((Group("document", "a", "县志", MANY),))
    rows.enter()
    assert rows.row == 1
    assert rows.verticalScrollBar().maximum() >= MANY * ROW - rows.viewport().height()
    QTest.keyClick(rows, Key.Key_End)
    assert rows.row == MANY
    qtbot.waitUntil(lambda: bool(wanted))
    assert {first for _, first, _ in wanted} <= {0, (MANY - 1) // PAGE * PAGE, (MANY - 30) // PAGE * PAGE}
    QTest.keyClick(rows, Key.Key_Left)
    assert rows.row == 0
    QTest.keyClick(rows, Key.Key_Left)
    assert model.rowCount() == 1
    assert rows.verticalScrollBar().maximum() == 0


def test_what_was_current_stays_it_in_another_order_and_else_the_list_begins_at_its_top(qtbot: QtBot) -> None:
    model = FindingsModel()
    rows = ResultList(model, Themes("paper"))
    qtbot.addWidget(rows)
    rows.resize(320, 10 * ROW)
    first, second = Group("document", "a", "县志", 50), Group("document", "b", "简报", 50)
    model.show((first, second))
    rows.go_to(model.row(1, 40))
    model.show((second, first))
    assert rows.row == model.row(0, 40)
    model.show((Group("document", "c", "公报", 90),))
    assert rows.verticalOffset() == 0
