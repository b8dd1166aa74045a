"""Keys are changed in their dialog, count at once and after a restart, and are taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.actions import ACTIONS
from desktop.dialogs.shortcuts import ShortcutsDialog
from desktop.widgets.penswatch import PenSwatch
from tests.desktop.desk import Desk

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def page(desk: Desk) -> ShortcutsDialog:
    desk.trigger("shortcuts")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortcutsDialog)
    return dialog


def press(dialog: ShortcutsDialog, action_id: str, key: Key, held: Qt.KeyboardModifier = NONE) -> None:
    dialog.choose(action_id)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Key.Key_Return)
    QTest.keyClick(dialog.field, key, held)


def keys(desk: Desk, action_id: str) -> list[str]:
    return [found.toString() for found in desk.window.menus[action_id].shortcuts()]


def rows(dialog: ShortcutsDialog) -> dict[str, str]:
    return {item.data(0, Qt.ItemDataRole.UserRole): item.text(1) for item in dialog._rows() if not item.isHidden()}


def test_every_action_stands_there_with_its_keys(desk: Desk) -> None:
    shown = rows(page(desk))
    assert set(shown) == {spec.id for spec in ACTIONS}
    assert shown["find_next"] == "F3  Ctrl+G"


def test_keys_are_changed_at_once_and_after_a_restart(desk: Desk) -> None:
    dialog = page(desk)
    press(dialog, "about", Key.Key_U, CONTROL)
    assert keys(desk, "about") == ["Ctrl+U"]
    assert rows(dialog)["about"] == "Ctrl+U"
    press(dialog, "search", Key.Key_F12)
    dialog.reject()
    desk.restart()
    assert keys(desk, "about") == ["Ctrl+U"]
    assert keys(desk, "search") == ["F12"]
    assert desk.window.tools.find_button._key.text() == "F12"
    dialog = page(desk)
    dialog.choose("about")
    dialog.reset.click()
    assert keys(desk, "about") == []
    dialog.reset_all.click()
    assert keys(desk, "find") == ["Ctrl+F"]
    assert desk.window.settings.shortcuts == ()


def test_keys_of_another_action_are_named_and_taken_over_only_when_wished(desk: Desk) -> None:
    dialog = page(desk)
    press(dialog, "about", Key.Key_G, CONTROL)
    assert dialog.said.text() == "Ctrl+G belongs to “Find next”."
    assert keys(desk, "about") == []
    desk.settle(lambda: QApplication.focusWidget() is dialog.take_over)
    dialog.take_over.click()
    assert keys(desk, "about") == ["Ctrl+G"]
    assert keys(desk, "find_next") == ["F3"]
    dialog.choose("find_next")
    dialog.reset.click()
    assert keys(desk, "find_next") == ["F3", "Ctrl+G"]
    assert keys(desk, "about") == []


def test_keys_of_the_text_may_be_changed_too(desk: Desk) -> None:
    dialog = page(desk)
    press(dialog, "tag", Key.Key_J)
    dialog.reject()
    assert keys(desk, "tag") == ["J"]
    desk.open(make=True)
    desk.read(desk.add("一二三四五六七八九十。", "短文"))
    desk.window.activateWindow()
    desk.settle(desk.window.isActiveWindow)
    pane = desk.window.pane
    pane.setFocus()
    pane.select(0, 3)
    desk.window.menus.refresh()
    QTest.keyClick(pane, Key.Key_T)
    assert pane.hasFocus()
    QTest.keyClick(pane, Key.Key_J)
    assert not pane.hasFocus()


@pytest.mark.parametrize(
    ("action", "key", "held", "said"),
    [
        ("about", Key.Key_J, NONE, "J alone is for writing. Hold Ctrl or Alt, too."),
        ("about", Key.Key_E, ALT, "Alt+E opens a menu."),
        ("tag", Key.Key_F10, NONE, "F10 opens a menu."),
    ],
)
def test_what_cannot_be_a_shortcut_is_said(
    desk: Desk, action: str, key: Key, held: Qt.KeyboardModifier, said: str
) -> None:
    dialog = page(desk)
    before = keys(desk, action)
    press(dialog, action, key, held)
    assert dialog.said.text() == said
    assert keys(desk, action) == before


def test_keys_are_taken_away_and_esc_leaves_them(desk: Desk) -> None:
    dialog = page(desk)
    press(dialog, "find", Key.Key_Escape)
    assert dialog.isVisible()
    assert keys(desk, "find") == ["Ctrl+F"]
    dialog.remove.click()
    assert keys(desk, "find") == []
    assert desk.window.menus.shortcuts.is_own("find")


def test_actions_are_searched_by_name_pinyin_and_keys(desk: Desk) -> None:
    dialog = page(desk)
    dialog.search.setText("ctrl+shift+s")
    assert set(rows(dialog)) == {"export"}
    dialog.search.setText("bookmark")
    assert {"bookmark", "all_bookmarks"} <= set(rows(dialog))
    assert dialog.action_id in rows(dialog)
    dialog.search.setText("")
    assert len(rows(dialog)) == len(ACTIONS)


def test_what_the_settings_hold_of_unknown_actions_does_no_harm(desk: Desk) -> None:
    desk.window.settings.shortcuts = ("no such\tCtrl+U", "about\tCtrl+U", "find")
    assert keys(desk, "about") == ["Ctrl+U"]
    assert keys(desk, "find") == []
    assert desk.window.menus.shortcuts.holder("Ctrl+U", "find") == "about"
    assert QKeySequence("Ctrl+U") in desk.window.menus["about"].shortcuts()


def test_the_popup_and_the_advice_name_the_keys_there_are(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add("𠮷祥里的墙上贴着😀。\n", "简报"))
    window = desk.window
    shown = [label.text() for label in window.sidebar.findChildren(QLabel)]
    assert "Select a passage and press 1 to 6 to mark it, T to tag it or N to write a note." in shown
    window.menus.shortcuts.give("pen_1", "Z")
    window.menus.shortcuts.give("note", "B")
    shown = [label.text() for label in window.sidebar.findChildren(QLabel)]
    assert "Select a passage and press Z to 6 to mark it, T to tag it or B to write a note." in shown
    swatches = [found for found in window.marking.popup.findChildren(PenSwatch) if not found.isHidden()]
    assert [swatch.text() for swatch in swatches] == ["Z", "2", "3", "4", "5", "6"]
    window.menus.shortcuts.give("tag")
    shown = [label.text() for label in window.sidebar.findChildren(QLabel)]
    assert "Select a passage to mark it, tag it or write a note on it." in shown
