"""Keys that the user gives to what is done to highlights count on the cards and in lists of passages as in the text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.actions import ACTIONS
from desktop.markkeys import MARK_KEYS
from tests.desktop.desk import Desk

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    made.open(make=True)
    document = made.add("先把话听完，再把事分清。", "简报")
    made.write(lambda library: library.highlights.add(document.id, 0, 3, color="red"))
    made.read(document)
    yield made
    made.close()


def test_they_are_the_keys_of_the_table() -> None:
    assert {spec.id: spec.keys for spec in ACTIONS if spec.id in MARK_KEYS} == MARK_KEYS


def test_the_cards_follow_and_their_menu_tells(desk: Desk) -> None:
    desk.window.menus.shortcuts.give("star", "G")
    desk.window.menus.shortcuts.give("pen_2", "Y")
    cards = desk.window.sidebar.highlights.cards
    desk.settle(lambda: cards.model().rowCount() == 1)
    desk.window.focus_highlights()
    cards.setCurrentIndex(cards.model().index(0, 0))

    def mark() -> tuple[bool, str | None]:
        desk.window.session.flush()
        (found,) = desk.library.highlights.all()
        return found.starred, found.color

    QTest.keyClick(cards, Key.Key_K)
    assert mark() == (False, "red")
    QTest.keyClick(cards, Key.Key_G)
    assert mark() == (True, "red")
    QTest.keyClick(cards, Key.Key_2)
    assert mark() == (True, "red")
    QTest.keyClick(cards, Key.Key_Y)
    assert mark() == (True, "yellow")
    assert "Star, or take the star off\tG" in [
        action.text() for action in desk.window.sidebar.highlights.menu().actions()
    ]
    desk.window.menus.shortcuts.reset_all()
    QTest.keyClick(cards, Key.Key_K)
    assert mark() == (False, "yellow")


def test_lists_of_passages_follow(desk: Desk) -> None:
    desk.window.menus.shortcuts.give("star", "G")
    desk.window.excerpts.open("")
    page = desk.window.excerpts.page
    desk.settle(lambda: page.model.rowCount() == 2)
    page.passages.setFocus()
    page.passages.setCurrentIndex(page.model.index(1))
    for key, starred in ((Key.Key_K, False), (Key.Key_G, True)):
        QTest.keyClick(page.passages, key)
        desk.window.session.flush()
        assert [mark.starred for mark in desk.library.highlights.all()] == [starred]
