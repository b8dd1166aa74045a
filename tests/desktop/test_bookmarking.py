"""Bookmarks in the real window: set, gone to, renamed and removed, by keyboard and from the menus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.bookmarks import BookmarksDialog
from desktop.reader.ribbons import Ribbons, line_at
from library.models import Bookmark
from tests.desktop.desk import Desk

TEXT = "\n".join(f"第{number}段，𠮷😀。" + "先把话听完，再把事分清。" * 6 for number in range(200))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    desk.read(desk.add(TEXT, "长文"))
    yield desk
    desk.close()


def bookmarks(desk: Desk) -> list[Bookmark]:
    return desk.window.bookmarking.bookmarks


def set_at(desk: Desk, *positions: int) -> None:
    document = desk.window.reading.document
    assert document is not None
    for position in positions:
        desk.write(lambda library, position=position: library.bookmarks.add(document.id, position))
    desk.settle(lambda: len(bookmarks(desk)) == len(positions))
    desk.window.menus.refresh()


def listed(desk: Desk) -> BookmarksDialog:
    desk.trigger("all_bookmarks")
    (dialog,) = desk.window.findChildren(BookmarksDialog)
    return dialog


def test_the_key_sets_a_bookmark_at_the_first_visible_line_and_takes_it_away(desk: Desk) -> None:
    desk.window.pane.scroll_to_place(TEXT.index("第50段"))
    desk.window.pane.setFocus()
    QTest.keyClick(desk.window.pane, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    desk.settle(lambda: bookmarks(desk))
    assert (bookmarks(desk)[0].position, bookmarks(desk)[0].name) == (TEXT.index("第50段"), "第50段，𠮷😀")
    desk.window.menus.refresh()
    assert desk.window.menus["bookmark"].text() == "Remove the bookmark"
    QTest.keyClick(desk.window.pane, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    desk.settle(lambda: not bookmarks(desk))
    desk.trigger("undo")
    desk.settle(lambda: bookmarks(desk))


def test_the_caret_counts_while_it_is_in_sight(desk: Desk) -> None:
    at = TEXT.index("第3段") + 4
    desk.window.pane.select(at, at)
    desk.trigger("bookmark")
    desk.settle(lambda: bookmarks(desk))
    assert bookmarks(desk)[0].position == at
    desk.window.pane.scroll_to_end()
    desk.trigger("bookmark")
    desk.settle(lambda: len(bookmarks(desk)) == 2)
    assert bookmarks(desk)[1].position == desk.window.pane.place()


def test_the_keys_go_from_one_to_the_next(desk: Desk) -> None:
    places = [TEXT.index(f"第{number}段") for number in (20, 21, 120)]
    set_at(desk, *places)
    desk.window.pane.setFocus()
    gone: list[int] = []
    for _ in places:
        QTest.keyClick(desk.window.pane, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        gone.append(desk.window.pane.place_in_sight())
    assert gone == places
    QTest.keyClick(desk.window.pane, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.texts[-1] == "There is no bookmark further on."
    QTest.keyClick(desk.window.pane, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.window.pane.place_in_sight() == places[1]
    desk.window.pane.scroll_to_place(0)
    desk.trigger("previous_bookmark")
    assert desk.texts[-1] == "There is no bookmark further up."


def test_the_menu_lists_them_by_name(desk: Desk) -> None:
    set_at(desk, 0, TEXT.index("第99段"))
    menu = desk.window.menus.menu("bookmarks")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["第0段，𠮷😀", "第99段，𠮷😀"]
    menu.actions()[1].trigger()
    assert desk.window.pane.place_in_sight() == TEXT.index("第99段")


def test_the_list_goes_renames_and_removes_by_keyboard(desk: Desk) -> None:
    set_at(desk, 0, TEXT.index("第99段"))
    dialog = listed(desk)
    assert [dialog.list.topLevelItem(row).text(1) for row in range(2)] == ["¶ 1 · 0%", "¶ 100 · 49%"]
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    field = dialog.list.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("开头")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle(lambda: bookmarks(desk)[0].name == "开头")
    assert dialog.list.topLevelItem(0).text(0) == "开头"
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    desk.settle(lambda: len(bookmarks(desk)) == 1)
    assert dialog.list.topLevelItemCount() == 1
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert desk.window.pane.place_in_sight() == TEXT.index("第99段")
    assert not dialog.isVisible()


def test_without_a_text_there_is_nothing_to_mark(desk: Desk) -> None:
    set_at(desk, 0)
    desk.trigger("close_tab")
    desk.window.menus.refresh()
    assert not desk.window.menus["bookmark"].isEnabled()
    assert not desk.window.menus["all_bookmarks"].isEnabled()
    assert bookmarks(desk) == []


def test_a_library_that_is_only_read_keeps_its_bookmarks(desk: Desk) -> None:
    set_at(desk, 5)
    desk.window.session.close()
    desk.open(write=False)
    document = desk.library.documents.all()[0]
    desk.read(document)
    desk.settle(lambda: bookmarks(desk))
    desk.window.menus.refresh()
    assert not desk.window.menus["bookmark"].isEnabled()
    dialog = listed(desk)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    dialog.rename()
    desk.window.session.flush()
    assert len(bookmarks(desk)) == 1
    assert dialog.list.findChild(QLineEdit) is None


def test_a_ribbon_stands_in_the_margin_and_on_the_scroll_bar(desk: Desk) -> None:
    pane, accent = desk.window.pane, desk.window.themes.current.color("accent").name()
    pane.map.refresh()
    before = pane.map.grab().toImage()
    set_at(desk, TEXT.index("第100段"))
    pane.map.refresh()
    after = pane.map.grab().toImage()
    colors = {after.pixelColor(11, y).name() for y in range(after.height())}
    assert accent in colors
    assert accent not in {before.pixelColor(11, y).name() for y in range(before.height())}
    row = next(y for y in range(after.height()) if after.pixelColor(11, y).name() == accent)
    QTest.mouseClick(pane.map, Qt.MouseButton.LeftButton, pos=QPoint(5, row + 3))
    area = pane.rect_of(TEXT.index("第100段"), TEXT.index("第100段"))
    assert not area.isEmpty()
    image = pane.viewport().grab().toImage()
    assert accent in {image.pixelColor(x, area.center().y()).name() for x in range(max(area.left() - 60, 1))}


def test_a_line_holds_its_bookmarks(desk: Desk) -> None:
    flow = desk.window.pane.flow
    assert flow is not None
    start, end = line_at(flow, 0)
    assert (start, line_at(flow, end - 1)) == (0, (start, end))
    assert line_at(flow, end)[0] == end
    last = TEXT.index("\n")
    assert line_at(flow, last)[1] == last + 1


def test_ribbons_are_found_by_place() -> None:
    ribbons = Ribbons()
    ribbons.replace([(9, "九"), (3, "三"), (4, "四")])
    assert ribbons.between(3, 9) == [3, 4]
    assert (ribbons.name(9), ribbons.name(5)) == ("九", "")
    assert ribbons.first_in([0, 3, 5, 9, 20]) == [None, 3, None, 9]
