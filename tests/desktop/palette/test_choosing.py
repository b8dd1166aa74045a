"""The palette in the window with real keys: opened, filtered, and what is chosen done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.translation import CHINESE
from desktop.widgets.palette import EntryRows, Palette
from library.models import Document
from tests.desktop.desk import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "# 重庆市志\n\n正文𠮷😀e\u0301。\n\n## 一、从收集意见到共同商量\n\n又一段。\n\n## 二、谁来主持\n\n末段。"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk) -> Document:
    desk.open(make=True)
    document = desk.add(TEXT, "重庆市志")
    desk.add("另一篇。", "街道议事会 & <b>")
    desk.read(document)
    desk.window.pane.setFocus()
    return document


def palette(desk: Desk) -> Palette:
    QTest.keyClick(desk.window, Key.Key_K, CONTROL)
    found = desk.window.choosing.palette
    desk.settle(lambda: found.isVisible() and found.field.hasFocus())
    return found


def texts(found: Palette) -> list[str]:
    return [found.rows.index(row, 0).data() for row in range(found.rows.rowCount())]


def kinds(found: Palette) -> set[str]:
    return {found.rows.index(row, 0).data(EntryRows.EntryRole).kind for row in range(found.rows.rowCount())}


def choose(desk: Desk, query: str, text: str) -> None:
    found = palette(desk)
    found.field.insert(query)
    desk.settle(lambda: texts(found)[:1] == [text])
    QTest.keyClick(found.field, Key.Key_Return)
    assert not found.isVisible()


def test_it_stands_in_the_middle_takes_the_focus_and_gives_it_back(desk: Desk, document: Document) -> None:
    found = palette(desk)
    assert abs(found.geometry().center().x() - desk.window.rect().center().x()) <= 1
    QTest.keyClick(found.field, Key.Key_Escape)
    assert not found.isVisible()
    assert desk.window.pane.hasFocus()
    palette(desk)
    desk.window.sidebar.highlights.field.setFocus()
    assert not found.isVisible()
    assert desk.window.sidebar.highlights.field.hasFocus()


def test_actions_are_found_in_both_languages_and_by_initials(desk: Desk, document: Document) -> None:
    for query in ("Theme night", "主题 夜", "ztyj"):
        found = palette(desk)
        found.field.insert(query)
        desk.settle(lambda found=found: "Theme › Night" in texts(found))
        QTest.keyClick(found.field, Key.Key_Escape)
    choose(desk, "night", "Theme › Night")
    assert desk.window.themes.current.name == "night"
    desk.window.settings.language = CHINESE
    desk.settle(lambda: desk.window.menus["theme_night"].text() == "夜间")
    found = palette(desk)
    assert texts(found)[0] == "主题 › 夜间"
    found.field.insert("find next")
    desk.settle(lambda: texts(found)[0] == desk.window.menus["find_next"].text())
    assert found.current.keys == "F3"


def test_documents_tags_collections_and_headings_are_opened(desk: Desk, document: Document) -> None:
    desk.write(lambda library: library.highlights.add(document.id, 3, 7, tags=["主题/党建"]))
    collection = desk.write(lambda library: library.collections.add_path("方志/风俗"))
    choose(desk, "#dangjian", "主题/党建")
    assert desk.window.codebook.title == "党建"
    choose(desk, "fengsu", "方志/风俗")
    assert desk.window.table.key == collection.id
    memo = desk.write(lambda library: library.memos.add("第一章"))
    choose(desk, "dyz", "第一章")
    assert desk.window.memoing.memo_id == memo.id
    choose(desk, "cqsz", "重庆市志")
    assert desk.window.navigation.document_id == document.id
    assert desk.window.pane.hasFocus()
    before = desk.window.pane.place()
    choose(desk, "@shuilai", "二、谁来主持")
    assert desk.window.stands.active.trail.previous is not None or desk.window.pane.place() == before
    choose(desk, "<b>", "街道议事会 & <b>")
    assert desk.window.navigation.document_id != document.id


def test_what_was_chosen_lately_stands_first_also_after_a_restart(desk: Desk, document: Document) -> None:
    choose(desk, "cqsz", "重庆市志")
    choose(desk, "sepia", "Theme › Sepia")
    found = palette(desk)
    assert texts(found)[:2] == ["Theme › Sepia", "重庆市志"]
    QTest.keyClick(found.field, Key.Key_Escape)
    desk.restart()
    desk.open()
    found = palette(desk)
    desk.settle(lambda: texts(found)[:2] == ["Theme › Sepia", "重庆市志"])


def test_what_changes_is_found_and_what_is_gone_is_not(desk: Desk, document: Document) -> None:
    other = desk.add("新的。", "新到的简报")
    choose(desk, "xdd", "新到的简报")
    desk.write(lambda library: library.documents.remove(other.id))
    found = palette(desk)
    found.field.insert("新到")
    assert texts(found) == []
    QTest.keyClick(found.field, Key.Key_Return)
    assert found.isVisible()


def test_the_arrows_and_pages_move_in_the_list(desk: Desk, document: Document) -> None:
    found = palette(desk)
    count = found.rows.rowCount()
    for key, row in (
        (Key.Key_Up, count - 1), (Key.Key_Down, 0), (Key.Key_Down, 1), (Key.Key_PageDown, 11), (Key.Key_PageUp, 1),
        (Key.Key_PageUp, 0),
    ):  # fmt: skip
        QTest.keyClick(found.field, key)
        assert found.list.currentIndex().row() == row


def test_what_cannot_act_now_is_offered_without_effect(desk: Desk) -> None:
    desk.settle(lambda: desk.window.isActiveWindow())
    found = palette(desk)
    found.field.insert(">undo")
    assert texts(found)[0] == "Undo"
    assert found.current is None
    QTest.keyClick(found.field, Key.Key_Return)
    assert found.isVisible()
    assert kinds(found) == {"action"}


def test_an_action_acts_on_what_was_selected(desk: Desk, document: Document) -> None:
    desk.window.pane.select(10, 14)
    choose(desk, ">green", "Green")
    desk.settle(lambda: desk.library.highlights.all())
    assert desk.library.highlights.all()[0].color == "green"


def test_while_an_input_method_composes_the_keys_are_its_own(desk: Desk, document: Document) -> None:
    found = palette(desk)
    QApplication.sendEvent(found.field, QInputMethodEvent("dang", []))
    for key in (Key.Key_Return, Key.Key_Escape, Key.Key_Down):
        QTest.keyClick(found.field, key)
    assert found.isVisible()
    assert found.list.currentIndex().row() == 0
    composed = QInputMethodEvent()
    composed.setCommitString("重庆")
    QApplication.sendEvent(found.field, composed)
    desk.settle(lambda: texts(found)[:1] == ["重庆市志"])
    assert isinstance(found.field, QLineEdit)
    QTest.keyClick(found.field, Key.Key_Escape)
    assert not found.isVisible()
