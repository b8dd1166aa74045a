"""Going back: every jump can be taken back exactly, scrolling and arrowing leave no trace, a chip says where to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import trail
from library.models import Document
from tests.desktop.desk import Desk

TEXT = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(1, 301))
Key, Left = Qt.Key, Qt.MouseButton.LeftButton


class Clock:
    """Time that stands still until it is let go on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self) -> None:
        self.now += 10


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(trail, "monotonic", clock)
    return clock


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def documents(desk: Desk) -> list[Document]:
    return [desk.add(TEXT + name, name) for name in ("县志·风俗卷", "乙 <b>")]


def at(number: int) -> int:
    return TEXT.index(f"第{number}段")


def chip(desk: Desk) -> str:
    chip = desk.window.stands.active.chip
    return chip.text() if chip is not None and chip.isVisible() else ""


def press(desk: Desk, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.processEvents()
    desk.window.menus.refresh()
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, modifier)


def mark(desk: Desk, document: Document, number: int) -> str:
    return desk.write(lambda library: library.highlights.add(document.id, at(number), at(number) + 3)).id


def test_another_document_is_left_for_the_exact_place_one_came_from(
    desk: Desk, documents: list[Document], clock: Clock
) -> None:
    pane = desk.window.pane
    desk.read(documents[0])
    pane.scroll_to_place(at(118))
    clock.wait()
    desk.read(documents[1])
    assert chip(desk) == "Back to 县志·风俗卷, paragraph 118"
    pane.scroll_to_place(at(40))
    press(desk, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.window.navigation.document_id == documents[0].id
    assert pane.place() == at(118)
    press(desk, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.window.navigation.document_id == documents[1].id
    assert pane.place() == at(40)


def jump_by_card(desk: Desk, document: Document) -> None:
    mark(desk, document, 250)
    cards = desk.window.sidebar.highlights.cards
    QTest.mouseClick(cards.viewport(), Left, pos=cards.visualRect(cards.model().index(0, 0)).center())


def jump_by_enter_on_card(desk: Desk, document: Document) -> None:
    mark(desk, document, 250)
    cards = desk.window.sidebar.highlights.cards
    cards.setFocus()
    QTest.keyClick(cards, Key.Key_Down)
    desk.window.pane.scroll_to_place(at(30))
    QTest.keyClick(cards, Key.Key_Return)


def jump_by_find(desk: Desk, document: Document) -> None:
    desk.trigger("find")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("第250段")
    desk.settle(lambda: desk.window.pane.place() > at(200))
    QTest.keyClick(field, Key.Key_Return)


def jump_by_tick(desk: Desk, document: Document) -> None:
    desk.window.pane.map.tick_clicked.emit(at(250))


def jump_by_bookmark(desk: Desk, document: Document) -> None:
    desk.write(lambda library: library.bookmarks.add(document.id, at(250)))
    desk.trigger("next_bookmark")


def jump_by_number(desk: Desk, document: Document) -> None:
    desk.trigger("go_to")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("250")
    QTest.keyClick(field, Key.Key_Return)


JUMPS = {
    "card": jump_by_card, "enter on card": jump_by_enter_on_card, "find": jump_by_find, "tick": jump_by_tick,
    "bookmark": jump_by_bookmark, "number": jump_by_number,
}  # fmt: skip


@pytest.mark.parametrize("how", JUMPS)
def test_every_jump_inside_a_text_can_be_taken_back(
    desk: Desk, documents: list[Document], clock: Clock, how: str
) -> None:
    pane = desk.window.pane
    desk.read(documents[0])
    pane.scroll_to_place(at(30))
    clock.wait()
    JUMPS[how](desk, documents[0])
    assert pane.place() > at(200)
    assert chip(desk) == "Back to paragraph 30"
    there = pane.place()
    desk.trigger("back")
    assert pane.place() == at(30)
    desk.settle(lambda: chip(desk) == "")
    desk.trigger("forward")
    assert pane.place() == there


def test_arrowing_through_cards_and_scrolling_leave_no_trace(
    desk: Desk, documents: list[Document], clock: Clock
) -> None:
    desk.read(documents[0])
    for number in (50, 150, 250):
        mark(desk, documents[0], number)
    cards = desk.window.sidebar.highlights.cards
    cards.setFocus()
    for _ in range(3):
        QTest.keyClick(cards, Key.Key_Down)
    assert desk.window.pane.place() > at(200)
    desk.window.pane.scroll_by(500)
    desk.window.menus.refresh()
    assert not desk.window.menus["back"].isEnabled()
    assert chip(desk) == ""


def test_jumps_in_quick_succession_are_taken_back_as_one(desk: Desk, documents: list[Document], clock: Clock) -> None:
    pane = desk.window.pane
    desk.read(documents[0])
    pane.scroll_to_place(at(30))
    clock.wait()
    for number in (100, 200, 290):
        pane.jump_to(at(number))
        clock.now += 1
    desk.trigger("back")
    assert pane.place() == at(30)
    desk.window.menus.refresh()
    assert not desk.window.menus["back"].isEnabled()


def test_the_buttons_of_the_mouse_and_the_chip_lead_back(desk: Desk, documents: list[Document], clock: Clock) -> None:
    pane = desk.window.pane
    desk.read(documents[0])
    pane.scroll_to_place(at(30))
    clock.wait()
    pane.jump_to(at(200))
    there = pane.place()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.BackButton, pos=QPoint(300, 300))
    assert pane.place() == at(30)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.ForwardButton, pos=QPoint(300, 300))
    assert pane.place() == there
    desk.trigger("back")
    clock.wait()
    desk.read(documents[1])
    QTest.mouseClick(desk.window.stands.active.chip, Left)
    assert (desk.window.navigation.document_id, pane.place()) == (documents[0].id, at(30))
    assert desk.window.shelf.selected().document_ids in ([], [documents[0].id])


@pytest.mark.parametrize("how", ["esc", "scroll", "time"])
def test_the_chip_goes(desk: Desk, documents: list[Document], clock: Clock, how: str) -> None:
    desk.read(documents[0])
    clock.wait()
    desk.window.pane.jump_to(at(200))
    one = desk.window.stands.active.chip
    assert one is not None
    assert one.isVisible()
    assert one.geometry().bottom() < desk.window.reader.height()
    assert one.accessibleName() == "Back to paragraph 1"
    desk.window.pane.setFocus()
    if how == "esc":
        QTest.keyClick(desk.window.pane, Key.Key_Escape)
    elif how == "scroll":
        desk.window.pane.scroll_by(50)
    else:
        one.timer.timeout.emit()
    desk.settle(lambda: not one.isVisible())


def test_from_a_list_the_way_back_leads_into_the_text(desk: Desk, documents: list[Document], clock: Clock) -> None:
    desk.read(documents[0])
    clock.wait()
    desk.window.pane.jump_to(at(200))
    desk.window.navigation.open_list("all")
    desk.trigger("back")
    assert desk.window.centre.shows_text
    assert desk.window.pane.place() == 0


def test_what_is_gone_is_not_gone_back_to(desk: Desk, documents: list[Document], clock: Clock) -> None:
    desk.read(documents[0])
    clock.wait()
    desk.read(documents[1])
    desk.write(lambda library: library.documents.remove(documents[0].id))
    desk.window.menus.refresh()
    assert not desk.window.menus["back"].isEnabled()
    desk.settle(lambda: chip(desk) == "")


def test_each_side_has_a_way_of_its_own(desk: Desk, documents: list[Document], clock: Clock) -> None:
    desk.read(documents[0])
    clock.wait()
    desk.window.pane.jump_to(at(200))
    desk.trigger("split_right")
    desk.window.menus.refresh()
    assert not desk.window.menus["back"].isEnabled()
    desk.trigger("other_group")
    desk.trigger("back")
    first, second = desk.window.stands.all
    assert first.pane.place() == 0
    assert second.pane.place() > at(190)
