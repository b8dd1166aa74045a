"""Tabs in the window: opened, gone round, closed, moved, had back, and there again next time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.itemmodels.shelfnodes import Name
from desktop.shelf.rowmenu import row_menu
from library.models import Document
from tests.desktop.desk import Desk

TEXT = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(300))
Key, Left, Middle = Qt.Key, Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def documents(desk: Desk) -> list[Document]:
    return [desk.add(f"{name}\n{TEXT}", name) for name in ("甲 & <b>", "乙𠮷", "丙😀")]


def open_all(desk: Desk, documents: list[Document]) -> None:
    for document in documents:
        desk.window.navigation.open_document(document.id, new_tab=True)


def titles(desk: Desk) -> list[str]:
    bar = desk.window.strip.bar
    return [bar.tabText(index).replace("&&", "&") for index in range(bar.count())]


def shown(desk: Desk) -> str:
    document = desk.window.reading.document
    assert document is None or desk.window.navigation.document_id == document.id
    return document.title if document is not None else ""


def point_of(desk: Desk, index: int) -> QPoint:
    return desk.window.strip.bar.tabRect(index).center()


def press(desk: Desk, key: Key, modifier: Qt.KeyboardModifier) -> None:
    QApplication.processEvents()
    desk.window.menus.refresh()
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, modifier)


def row_on_shelf(desk: Desk, document: Document) -> QPoint:
    collection = desk.write(lambda library: library.collections.add_path("方志"))
    desk.write(lambda library: library.collections.place(collection.id, [document.id]))
    tree = desk.window.shelf.tree
    tree.show_open({collection.id})
    name: Name = ("document", collection.id, document.id)
    return tree.visualRect(desk.window.shelf.model.index_of(name)).center()


def test_a_document_opens_in_the_tab_there_is_and_in_a_new_one_where_asked(
    desk: Desk, documents: list[Document]
) -> None:
    first, second, third = documents
    desk.read(first)
    desk.read(second)
    assert titles(desk) == ["乙𠮷"]
    desk.window.navigation.open_document(third.id, new_tab=True)
    desk.window.navigation.open_document(first.id, new_tab=True)
    assert (titles(desk), shown(desk)) == (["乙𠮷", "丙😀", "甲 & <b>"], "甲 & <b>")
    desk.read(second)
    assert len(titles(desk)) == 3, "it has a tab, which is shown"
    assert desk.window.strip.bar.currentIndex() == 0


@pytest.mark.parametrize("how", ["middle button", "ctrl+enter", "menu"])
def test_the_shelf_opens_a_new_tab(desk: Desk, documents: list[Document], how: str) -> None:
    desk.read(documents[0])
    tree, at = desk.window.shelf.tree, row_on_shelf(desk, documents[1])
    if how == "middle button":
        QTest.mouseClick(tree.viewport(), Middle, pos=at)
    else:
        tree.setCurrentIndex(tree.indexAt(at))
        tree.setFocus()
        if how == "ctrl+enter":
            QTest.keyClick(tree, Key.Key_Return, Control)
        else:
            node = desk.window.shelf.model.node(tree.currentIndex())
            choose(row_menu(desk.window.shelf, node), "Open in a new tab")
    assert (titles(desk), shown(desk)) == (["甲 & <b>", "乙𠮷"], "乙𠮷")


@pytest.mark.parametrize("how", ["middle button", "ctrl+enter", "menu"])
def test_the_table_opens_a_new_tab(desk: Desk, documents: list[Document], how: str) -> None:
    desk.read(documents[0])
    desk.window.navigation.open_list("all")
    table = desk.window.table
    row = next(row for row in range(3) if table.model.document(row).id == documents[1].id)
    index = table.model.index(row, 0)
    if how == "middle button":
        QTest.mouseClick(table.view.viewport(), Middle, pos=table.view.visualRect(index).center())
    else:
        table.view.setFocus()
        table.view.setCurrentIndex(index)
        if how == "ctrl+enter":
            QTest.keyClick(table.view, Key.Key_Return, Control)
        else:
            choose(table.menu(), "Open in a new tab")
    assert (titles(desk), shown(desk)) == (["甲 & <b>", "乙𠮷"], "乙𠮷")


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_plus_asks_for_a_document_and_gives_it_a_tab(desk: Desk, documents: list[Document]) -> None:
    desk.read(documents[0])
    strip = desk.window.strip
    QTest.mouseClick(strip.plus, Left)
    assert desk.window.centre.shows_table
    assert strip.plus.isChecked()
    QTest.mouseClick(strip.plus, Left)
    assert desk.window.centre.shows_text, "pressed again it leads back"
    assert not strip.plus.isChecked()
    press(desk, Key.Key_T, Control)
    assert QApplication.focusWidget() is desk.window.table.view
    desk.window.table.document_activated.emit(documents[2].id)
    assert (titles(desk), shown(desk)) == (["甲 & <b>", "丙😀"], "丙😀")
    assert not strip.plus.isChecked()


def test_a_click_on_a_tab_shows_its_text_at_the_very_place(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    bar, pane = desk.window.strip.bar, desk.window.pane
    pane.scroll_to_place(TEXT.index("第120段"))
    place = pane.place()
    QTest.mouseClick(bar, Left, pos=point_of(desk, 0))
    assert (shown(desk), pane.place()) == ("甲 & <b>", 0)
    pane.scroll_to_place(TEXT.index("第7段"))
    QTest.mouseClick(bar, Left, pos=point_of(desk, 2))
    assert (shown(desk), pane.place()) == ("丙😀", place)


def test_the_keys_go_round(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    seen: list[str] = []
    for key, modifier in (
        (Key.Key_Tab, Control), (Key.Key_PageDown, Control), (Key.Key_Backtab, Control | Shift),
        (Key.Key_PageUp, Control), (Key.Key_PageUp, Control),
    ):  # fmt: skip
        press(desk, key, modifier)
        seen.append(shown(desk)[0])
    assert seen == ["甲", "乙", "甲", "丙", "乙"]


def test_tabs_are_moved_by_key_and_by_dragging(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    press(desk, Key.Key_PageUp, Control | Shift)
    assert [title[0] for title in titles(desk)] == ["甲", "丙", "乙"]
    bar = desk.window.strip.bar
    start, end = point_of(desk, 0), point_of(desk, 2)
    QTest.mousePress(bar, Left, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(bar, start + (end - start) * step / 10)
    QTest.mouseRelease(bar, Left, pos=end)
    desk.settle(lambda: [tab.document_id for tab in desk.window.stands.active.tabs.all][-1] == documents[0].id)
    assert shown(desk) == "甲 & <b>", "what is dragged is shown"
    press(desk, Key.Key_Tab, Control)
    assert shown(desk) == "丙😀", "the next one is the first"


def test_tabs_are_closed_and_had_back(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    bar = desk.window.strip.bar
    desk.window.pane.scroll_to_place(TEXT.index("第60段"))
    place = desk.window.pane.place()
    press(desk, Key.Key_W, Control)
    assert (len(titles(desk)), shown(desk)) == (2, "乙𠮷")
    QTest.mouseClick(bar, Middle, pos=point_of(desk, 0))
    assert titles(desk) == ["乙𠮷"]
    press(desk, Key.Key_W, Control)
    assert desk.window.centre.shows_table
    assert desk.window.reading.document is None
    for _ in range(3):
        press(desk, Key.Key_T, Control | Shift)
    assert [title[0] for title in titles(desk)] == ["甲", "乙", "丙"]
    assert (shown(desk), desk.window.pane.place()) == ("丙😀", place)
    desk.window.menus.refresh()
    assert not desk.window.menus["reopen_tab"].isEnabled()


def test_a_cross_stands_on_the_tab_under_the_pointer(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    bar, at = desk.window.strip.bar, QPointF(point_of(desk, 1))
    cross = bar.cross
    assert not cross.isVisible()
    QApplication.sendEvent(bar, QHoverEvent(QHoverEvent.Type.HoverMove, at, bar.mapToGlobal(at), at))
    assert bar.tabRect(1).contains(cross.geometry())
    QTest.mouseClick(cross, Left)
    assert (len(titles(desk)), shown(desk)) == (2, "丙😀")
    QApplication.sendEvent(bar, QHoverEvent(QHoverEvent.Type.HoverLeave, QPointF(-1, -1), QPointF(-1, -1), at))
    assert not cross.isVisible()


def test_a_menu_lists_all_tabs(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    menu = desk.window.menus.menu("all_tabs")
    menu.aboutToShow.emit()
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("甲 && <b>", False), ("乙𠮷", False), ("丙😀", True),
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert shown(desk) == "乙𠮷"


def test_many_tabs_shrink_are_elided_and_offered_in_a_list(desk: Desk) -> None:
    long = desk.add(TEXT, "城东街道议事会关于把居民意见变成办法的工作简报" * 3)
    desk.read(long)
    bar = desk.window.strip.bar
    assert bar.tabToolTip(0) == long.title
    assert bar.tabRect(0).width() < bar.fontMetrics().horizontalAdvance(long.title)
    alone = bar.tabRect(0).width()
    for _ in range(11):
        desk.window.navigation.open_document(long.id, new_tab=True)
    QApplication.processEvents()
    assert bar.tabRect(11).width() < alone
    assert desk.window.strip.list_button.isVisible()
    assert desk.window.tools.find_button.isVisible()
    assert desk.window.strip.geometry().right() < desk.window.tools.find_button.x()


def test_screen_readers_are_told_the_titles(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    bar = desk.window.strip.bar
    assert bar.accessibleName()
    assert [bar.accessibleTabName(index) for index in range(3)] == [document.title for document in documents]
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.child(1).text(QAccessible.Text.Name) == "乙𠮷"
    for button in (desk.window.strip.plus, desk.window.strip.list_button, bar.cross):
        assert button.accessibleName()


def test_a_title_follows_its_document(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    desk.write(lambda library: library.documents.rename(documents[0].id, "戊"))
    assert titles(desk) == ["戊", "乙𠮷", "丙😀"]
    desk.window.session.undo()
    desk.window.session.flush()
    assert titles(desk)[0] == "甲 & <b>"


def test_a_document_that_goes_takes_its_tab_along_and_its_neighbour_is_shown(
    desk: Desk, documents: list[Document]
) -> None:
    open_all(desk, documents)
    desk.write(lambda library: library.documents.remove(documents[2].id))
    assert (titles(desk), shown(desk)) == (["甲 & <b>", "乙𠮷"], "乙𠮷")
    desk.write(lambda library: library.documents.remove(documents[0].id))
    assert (titles(desk), shown(desk)) == (["乙𠮷"], "乙𠮷")


@pytest.mark.parametrize("in_list", [False, True])
def test_tabs_and_places_are_there_next_time(desk: Desk, documents: list[Document], in_list: bool) -> None:
    open_all(desk, documents)
    pane, places = desk.window.pane, {}
    for number in (30, 90, 150):
        press(desk, Key.Key_Tab, Control)
        pane.scroll_to_place(TEXT.index(f"第{number}段"))
        places[shown(desk)] = pane.place()
    press(desk, Key.Key_PageUp, Control)
    if in_list:
        desk.window.navigation.open_list("all")
    desk.restart()
    desk.open()
    desk.settle(lambda: desk.window.strip.bar.count() == 3)
    assert desk.window.centre.shows_table == in_list
    if in_list:
        QTest.mouseClick(desk.window.strip.bar, Left, pos=point_of(desk, 1))
    found: dict[str, int] = {}
    assert shown(desk) == "乙𠮷"
    for _ in range(3):
        found[shown(desk)] = desk.window.pane.place()
        press(desk, Key.Key_Tab, Control)
    assert found == places


def test_a_library_closed_and_another_opened_shares_no_tabs(desk: Desk, documents: list[Document]) -> None:
    open_all(desk, documents)
    desk.trigger("close")
    assert desk.window.strip.bar.count() == 0
    assert not desk.window.strip.isVisible()
    other = desk.path.with_name("other.zhupi")
    with desk.qtbot.waitSignal(desk.window.session.opened):
        desk.window.session.create(other)
    assert desk.window.strip.bar.count() == 0
    desk.open()
    assert len(titles(desk)) == 3
