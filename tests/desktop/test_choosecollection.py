"""The dialog that asks for a collection: filtering, a new name, and the keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.dialogs.choosecollection import CollectionDialog

PATHS = ("基层协商", "基层协商/简报", "方志 <b>", "𠮷😀/简报")


@pytest.fixture
def dialog(qtbot: QtBot) -> CollectionDialog:
    dialog = CollectionDialog(PATHS, 2)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: CollectionDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", list(PATHS)),
        ("jianbao", ["基层协商/简报", "𠮷😀/简报", "New collection “jianbao”"]),
        ("fz", ["方志 <b>", "New collection “fz”"]),
        ("𠮷", ["𠮷😀/简报", "New collection “𠮷”"]),
        ("基层协商", ["基层协商", "基层协商/简报"]),
        (" / ", list(PATHS)),
        (" a / e\u0301 ", ["New collection “a/e\u0301”"]),
    ],
)
def test_the_field_narrows_the_list_and_offers_a_new_one(
    dialog: CollectionDialog, typed: str, found: list[str]
) -> None:
    dialog.field.setText(typed)
    assert rows(dialog) == found


def test_enter_takes_the_first_row(dialog: CollectionDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.field, "fangzhi")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert chosen.args == ["方志 <b>"]
    assert not dialog.isVisible()


def test_arrows_in_the_field_go_through_the_list(dialog: CollectionDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert chosen.args == ["基层协商/简报"]


def test_without_any_collection_a_name_is_asked_for(qtbot: QtBot) -> None:
    dialog = CollectionDialog((), 1)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.setText("甲/乙")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert chosen.args == ["甲/乙"]
