"""Two texts side by side: one is active, both are true, they scroll together where asked, and come back next time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.stand import Stand
from library.models import Document
from tests.desktop.desk import Desk

TEXT = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(300))
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
None_, Control, Shift = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def documents(desk: Desk) -> list[Document]:
    return [desk.add(text, name) for name, text in (("甲", TEXT), ("乙", "序\n" + TEXT.replace("一二三", "123 " * 30)))]


def press(desk: Desk, key: Key, modifier: Qt.KeyboardModifier = None_) -> None:
    QApplication.processEvents()
    desk.window.menus.refresh()
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, modifier)
    QApplication.processEvents()


def split(desk: Desk, document: Document) -> tuple[Stand, Stand]:
    desk.read(document)
    press(desk, Key.Key_Backslash, Control)
    first, second = desk.window.stands.all
    return first, second


def at(desk: Desk, number: int) -> int:
    return TEXT.index(f"第{number}段")


def spans(stand: Stand) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in stand.pane.marks.spans.touching(0, len(TEXT))]


def test_one_document_stands_twice_at_one_place_and_the_new_side_is_active(
    desk: Desk, documents: list[Document]
) -> None:
    desk.read(documents[0])
    desk.window.pane.scroll_to_place(at(desk, 90))
    place = desk.window.pane.place()
    first, second = split(desk, documents[0])
    assert desk.window.stands.active is second
    assert desk.window.pane is second.pane
    assert QApplication.focusWidget() is second.pane
    assert (first.pane.place(), second.pane.place()) == (place, place)
    assert first.geometry().right() < second.geometry().left()
    assert first.head is not None
    assert second.head is not None
    assert first.head.isVisible()
    assert (first.head.property("active"), second.head.property("active")) == (False, True)
    press(desk, Key.Key_Backslash, Control | Shift)
    assert first.geometry().bottom() < second.geometry().top()
    assert (first.pane.place(), second.pane.place()) == (place, place)


def test_a_highlight_is_shown_on_both_sides_and_undone_on_both(desk: Desk, documents: list[Document]) -> None:
    first, second = split(desk, documents[0])
    second.pane.select(0, 3)
    press(desk, Key.Key_2)
    desk.settle(lambda: spans(first) == spans(second) == [(0, 3)])
    assert second.pane.selected_highlight() is not None
    assert first.pane.selected_highlight() is None
    press(desk, Key.Key_Z, Control)
    desk.settle(lambda: spans(first) == spans(second) == [])


def test_what_is_done_is_done_on_the_active_side(desk: Desk, documents: list[Document]) -> None:
    first, second = split(desk, documents[0])
    desk.window.navigation.open_document(documents[1].id)
    assert [stand.reading.document and stand.reading.document.title for stand in (first, second)] == ["甲", "乙"]
    assert shown_in_sidebar(desk) == documents[1].id
    first.pane.select(0, 2)
    second.pane.select(0, 1)
    press(desk, Key.Key_1)
    desk.settle(lambda: desk.library.highlights.of_document(documents[1].id))
    press(desk, Key.Key_F6)
    assert desk.window.stands.active is first
    assert QApplication.focusWidget() is first.pane
    assert desk.window.windowTitle().startswith("甲 — ")
    assert shown_in_sidebar(desk) == documents[0].id
    assert desk.window.strip.bar.tabText(0) == "甲"
    press(desk, Key.Key_Q)
    desk.settle(lambda: desk.library.highlights.of_document(documents[0].id))
    assert len(desk.library.highlights.all()) == 2, "the pen is one, whichever the side"
    second.pane.scroll_to_end()
    lengths = [label.text() for label in desk.window.status.findChildren(QLabel)]
    assert f"{len(TEXT):,} characters" in lengths
    press(desk, Key.Key_F, Control)
    assert first.isAncestorOf(QApplication.focusWidget() or desk.window)


def shown_in_sidebar(desk: Desk) -> str | None:
    return desk.window.sidebar.highlights.model.document_id


def test_a_click_into_a_text_or_on_its_head_makes_its_side_the_active_one(
    desk: Desk, documents: list[Document]
) -> None:
    first, second = split(desk, documents[0])
    QTest.mouseClick(first.pane.viewport(), Left, pos=QPoint(200, 200))
    assert desk.window.stands.active is first
    assert second.head is not None
    QTest.mouseClick(second.head, Left, pos=QPoint(5, 5))
    assert desk.window.stands.active is second
    assert QApplication.focusWidget() is second.pane


def test_the_divider_is_dragged_and_places_stay(desk: Desk, documents: list[Document]) -> None:
    first, second = split(desk, documents[0])
    for stand in (first, second):
        stand.pane.scroll_to_place(at(desk, 150))
    place, wide = first.pane.place(), first.width()
    handle = desk.window.stands.splitter.handle(1)
    QTest.mousePress(handle, Left, pos=QPoint(0, 100))
    QTest.mouseMove(handle, QPoint(-60, 100))
    QTest.mouseMove(handle, QPoint(-120, 100))
    QTest.mouseRelease(handle, Left, pos=QPoint(-120, 100))
    assert first.width() < wide - 50
    assert (first.pane.place(), second.pane.place()) == (place, place)


@pytest.mark.parametrize("how", ["key", "cross", "last tab"])
def test_the_split_is_closed(desk: Desk, documents: list[Document], how: str) -> None:
    desk.read(documents[0])
    desk.window.navigation.open_document(documents[1].id, new_tab=True)
    first, second = split(desk, documents[0])
    assert desk.window.stands.is_split
    if how == "key":
        press(desk, Key.Key_F6)
        press(desk, Key.Key_Backslash, Control | Qt.KeyboardModifier.AltModifier)
    elif how == "cross":
        second.close_wanted.emit()
    else:
        press(desk, Key.Key_W, Control)
    assert desk.window.stands.all == (first,)
    assert desk.window.stands.active is first
    assert QApplication.focusWidget() is first.pane
    assert not second.isVisible()
    assert first.head is not None
    assert not first.head.isVisible()
    assert second.reading.document is None
    assert desk.window.strip.bar.count() == 2, "one document needs no second tab"


def test_the_tabs_of_a_side_that_is_closed_join_the_other(desk: Desk, documents: list[Document]) -> None:
    split(desk, documents[0])
    third = desk.add("第三篇", "丙")
    desk.window.navigation.open_document(third.id, new_tab=True)
    press(desk, Key.Key_F6)
    desk.trigger("unsplit")
    bar = desk.window.strip.bar
    assert [bar.tabText(index) for index in range(bar.count())] == ["甲", "丙"]
    assert bar.currentIndex() == 0


def test_a_tab_goes_over_to_the_other_side(desk: Desk, documents: list[Document]) -> None:
    first, second = split(desk, documents[0])
    desk.window.navigation.open_document(documents[1].id, new_tab=True)
    second.pane.scroll_to_place(at(desk, 60))
    place = second.pane.place()
    desk.trigger("tab_over")
    assert desk.window.stands.active is first
    assert [tab.document_id for tab in first.tabs.all] == [documents[0].id, documents[1].id]
    assert first.pane.place() == place
    assert second.reading.document is not None
    assert second.reading.document.id == documents[0].id


def test_a_document_that_goes_closes_the_side_that_showed_nothing_else(desk: Desk, documents: list[Document]) -> None:
    first, second = split(desk, documents[0])
    desk.window.navigation.open_document(documents[1].id)
    desk.write(lambda library: library.documents.remove(documents[1].id))
    assert desk.window.stands.all == (first,)
    assert second.reading.document is None
    assert desk.window.centre.shows_text
    desk.write(lambda library: library.documents.remove(documents[0].id))
    assert desk.window.centre.shows_table


def number_at_top(stand: Stand) -> int:
    assert stand.pane.flow is not None
    document = stand.pane.flow.document
    return document.number(document.block_at(stand.pane.flow.anchor.position))


def test_two_texts_scroll_together_by_paragraph_both_ways_without_creeping(
    desk: Desk, documents: list[Document]
) -> None:
    first, second = split(desk, documents[0])
    desk.window.navigation.open_document(documents[1].id)
    desk.trigger("together")
    press(desk, Key.Key_PageDown)
    press(desk, Key.Key_PageDown)
    assert number_at_top(second) == number_at_top(first) > 5
    for _ in range(40):
        first.pane.scroll_by(7)
        assert number_at_top(second) == number_at_top(first)
    first.pane.go_to(at(desk, 250))
    assert number_at_top(second) == number_at_top(first) > 200
    before = first.pane.anchor()
    second.pane.scroll_by(0)
    QApplication.processEvents()
    assert first.pane.anchor() == before
    second.pane.scroll_to_place(0)
    assert first.pane.place() == 0
    desk.trigger("together")
    first.pane.scroll_to_end()
    assert second.pane.place() == 0


def test_the_layout_is_there_next_time(desk: Desk, documents: list[Document]) -> None:
    first, second = split(desk, documents[0])
    desk.trigger("split_below")
    desk.window.navigation.open_document(documents[1].id, new_tab=True)
    desk.window.stands.splitter.setSizes([200, 400])
    first.pane.scroll_to_place(at(desk, 33))
    second.pane.scroll_to_place(at(desk, 222))
    desk.trigger("together")
    desk.trigger("other_group")
    places, heights = [first.pane.place(), second.pane.place()], [first.height(), second.height()]
    assert all(places)
    desk.restart()
    desk.open()
    desk.settle(lambda: desk.window.stands.is_split)
    first, second = desk.window.stands.all
    assert [tab.document_id for tab in second.tabs.all] == [documents[0].id, documents[1].id]
    assert [first.pane.place(), second.pane.place()] == places
    assert abs(first.height() - heights[0]) <= 2
    assert desk.window.stands.active is first
    assert desk.window.stands.is_below
    assert desk.window.stands.together
    desk.trigger("close")
    assert not desk.window.stands.is_split
    desk.open()
    desk.settle(lambda: desk.window.stands.is_split)


@pytest.mark.parametrize("change", ["font", "width", "theme", "split", "spacing", "sidebar"])
def test_the_first_visible_character_stays(desk: Desk, documents: list[Document], change: str) -> None:
    desk.read(documents[0])
    desk.window.pane.scroll_to_place(at(desk, 123) + 9)
    place = desk.window.pane.place()
    steps = {
        "font": ("zoom_in", "zoom_in", "zoom_reset"),
        "width": ("narrower", "narrower", "wider"),
        "theme": ("theme_night", "theme_paper"),
        "split": ("split_right", "split_below", "unsplit"),
        "spacing": ("looser", "tighter"),
        "sidebar": ("sidebar", "shelf"),
    }
    for step in steps[change]:
        desk.trigger(step)
        QApplication.processEvents()
        assert [stand.pane.place() for stand in desk.window.stands.all] == [place] * len(desk.window.stands.all)
