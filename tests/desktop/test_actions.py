"""The table of actions is whole: each has its place, its own keys, and acts only when it can."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.actions import ACTIONS, ENTRIES, MENUS
from desktop.actionspecs import MenuSpec
from desktop.entries.mark import PEN_NAMES
from desktop.reader.selection import Selection
from desktop.translation import CHINESE, read_catalogue
from library.models import COLORS
from tests.desktop.desk import Desk

BY_ID = {spec.id: spec for spec in ACTIONS}
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
KEYS_OF_TEXT = {*"123456789HEKCQUTMNLSXPDW", "Del"}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def enabled(desk: Desk) -> set[str]:
    desk.window.menus.refresh()
    return {spec.id for spec in ACTIONS if desk.window.menus[spec.id].isEnabled()}


def test_ids_are_unique() -> None:
    doubled = [name for name, count in Counter(entry.id for entry in (*MENUS, *ENTRIES)).items() if count > 1]
    assert doubled == []


def test_no_two_actions_share_keys() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    menu_keys = Counter(f"Alt+{menu.key}" for menu in MENUS)
    assert [key for key, count in (keys + menu_keys).items() if count > 1 or not key] == []


def test_every_action_stands_in_a_menu_that_is_there() -> None:
    menus = {menu.id for menu in MENUS} | {entry.id for entry in ENTRIES if isinstance(entry, MenuSpec)}
    assert {spec.menu for spec in ACTIONS} <= menus


def test_only_keys_of_the_text_come_without_ctrl_alt_or_function_key() -> None:
    single = {key for spec in ACTIONS if spec.in_text for key in spec.keys if "+" not in key}
    assert single == KEYS_OF_TEXT
    plain = {key for spec in ACTIONS if not spec.in_text for key in spec.keys if "+" not in key}
    assert all(key.startswith("F") for key in plain)


def test_pens_are_called_what_they_mark_with(desk: Desk) -> None:
    desk.open(make=True)
    tag = desk.write(lambda library: library.tags.add_path("主题/A & <b>"))
    desk.write(lambda library: library.pens.set(8, color=None, style="underline", tag_ids=[tag.id]))
    enabled(desk)
    texts = [desk.window.menus[f"pen_{number}"].text() for number in range(1, len(PEN_NAMES) + 1)]
    assert [text.lower() for text in texts[:6]] == list(COLORS)
    assert texts[6:] == ["Pen 7 (empty)", "By tag · Underline · 主题/A && <b>", "Pen 9 (empty)"]


def test_menus_hold_the_actions_in_the_order_of_the_table(desk: Desk) -> None:
    for menu in MENUS:
        shown = [action.objectName() for action in desk.window.menus.menu(menu.id).actions() if action.objectName()]
        assert shown == [spec.id for spec in ACTIONS if spec.menu == menu.id]


def test_without_a_library_only_what_needs_none_is_offered(desk: Desk) -> None:
    offered = enabled(desk)
    assert {"new", "open", "sample", "quit", "preferences", "about", "theme_night", "zoom_in"} <= offered
    assert not offered & {"import_files", "export", "undo", "redo", "find", "pen_1", "delete", "next", "close", "shelf"}


def test_with_a_text_in_view_finding_is_offered_and_marking_is_not_yet(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add("一二三四五六七八九十。" * 40, "长文"))
    assert {"find", "export", "import_files", "close", "undo"} <= enabled(desk)
    assert not enabled(desk) & {"pen_1", "tag", "note", "delete", "copy", "by_tag"}


def test_a_selection_can_be_marked_and_a_highlight_deleted(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add("𠮷😀e\u0301 一二三四五六七八九十。", "短文")
    desk.read(document)
    desk.window.pane.select(2, 6)
    assert {"pen_1", "underline", "tag", "note", "copy"} <= enabled(desk)
    assert "delete" not in enabled(desk)
    desk.trigger("pen_4")
    desk.settle(lambda: desk.library.highlights.of_document(document.id))
    (highlight,) = desk.library.highlights.of_document(document.id)
    assert (highlight.start, highlight.end, highlight.color) == (2, 6, COLORS[3])
    desk.settle(lambda: desk.window.pane.selected_highlight() == highlight.id)
    assert {"delete", "by_tag", "pen_1"} <= enabled(desk)
    desk.trigger("delete")
    desk.settle(lambda: not desk.library.highlights.of_document(document.id))


def test_single_keys_are_letters_in_a_field(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add("一二三四五六七八九十。", "短文")
    desk.read(document)
    desk.window.pane.select(0, 3)
    enabled(desk)
    field = desk.window.shelf.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "1tn")
    desk.window.session.flush()
    assert field.text() == "1tn"
    assert not desk.library.highlights.all()


def test_single_keys_count_in_the_text(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add("一二三四五六七八九十。", "短文")
    desk.read(document)
    desk.window.pane.setFocus()
    desk.window.pane.select(0, 3)
    enabled(desk)
    QTest.keyClick(desk.window.pane, Qt.Key.Key_2)
    desk.settle(lambda: desk.library.highlights.all())
    assert desk.library.highlights.all()[0].color == COLORS[1]


def test_q_repeats_the_last_pen_and_s_selects_the_sentence(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add("一二三。四五𠮷😀六。七八九。", "短文")
    desk.read(document)
    pane = desk.window.pane
    pane.setFocus()
    pane.select(0, 3)
    assert "repeat_pen" not in enabled(desk)
    QTest.keyClick(pane, Qt.Key.Key_4)
    desk.settle(lambda: pane.selected_highlight())
    pane.set_selection(Selection(5, 5), caret=True)
    enabled(desk)
    QTest.keyClick(pane, Qt.Key.Key_S)
    assert pane.selected_text() == "四五𠮷😀六。"
    enabled(desk)
    QTest.keyClick(pane, Qt.Key.Key_Q)
    desk.settle(lambda: len(desk.library.highlights.all()) == 2)
    assert {mark.color for mark in desk.library.highlights.all()} == {COLORS[3]}


def test_what_cannot_be_marked_because_it_is_only_read_is_said_once_a_press(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add("一二三四五六七八九十。", "短文")
    desk.restart()
    desk.open(write=False)
    desk.read(document)
    pane = desk.window.pane
    pane.setFocus()
    keys = (Qt.Key.Key_1, Qt.Key.Key_T, Qt.Key.Key_N)
    enabled(desk)
    for key in keys:
        QTest.keyClick(pane, key)
    assert desk.texts == []
    pane.select(0, 3)
    enabled(desk)
    for key in keys:
        QTest.keyClick(pane, key)
    QApplication.sendEvent(pane, QKeyEvent(QEvent.Type.KeyPress, keys[0], NO_MODIFIER, "1", True))
    QTest.keyClick(pane, Qt.Key.Key_X)
    assert desk.texts == ["This library is open for reading. Nothing can be marked in it."] * 3


@pytest.mark.parametrize("marked", [True, False])
def test_the_cards_are_reached_by_a_key(desk: Desk, marked: bool) -> None:
    desk.open(make=True)
    document = desk.add("一二三四五六七八九十。", "短文")
    if marked:
        desk.write(lambda library: library.highlights.add(document.id, 0, 3))
    desk.read(document)
    desk.window.settings.sidebar_visible = False
    desk.window.sidebar.show_view("tags")
    desk.trigger("to_highlights")
    view = desk.window.sidebar.highlights
    assert QApplication.focusWidget() is (view.cards if marked else view.field)
    assert desk.window.pane.selected_highlight() is None


def test_undo_and_redo_say_what_they_do(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add("一二三四五六七八九十。", "短文")
    desk.write(lambda library: library.highlights.add(document.id, 0, 3))
    enabled(desk)
    assert desk.window.menus["undo"].text() == "Undo “Add highlight”"
    desk.trigger("undo")
    desk.settle(lambda: "redo" in enabled(desk))
    assert not desk.library.highlights.all()
    assert desk.window.menus["redo"].text() == "Redo “Add highlight”"
    desk.trigger("redo")
    desk.settle(lambda: desk.library.highlights.all())


def test_a_field_undoes_its_own_typing_first(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add("一二三四五六七八九十。", "短文")
    desk.write(lambda library: library.highlights.add(document.id, 0, 3))
    field = desk.window.shelf.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "abc")
    enabled(desk)
    assert desk.window.menus["undo"].text() == "Undo typing"
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert desk.library.highlights.all()
    enabled(desk)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle(lambda: not desk.library.highlights.all())


def test_names_change_with_the_language(desk: Desk) -> None:
    desk.window.settings.language = CHINESE
    chinese = read_catalogue(CHINESE)
    desk.settle(lambda: desk.window.menus["open"].text() == chinese[BY_ID["open"].text])
    assert desk.window.menus.menu("file").title() == chinese["File"]
    desk.window.settings.language = "en"
    desk.settle(lambda: desk.window.menus["open"].text() == BY_ID["open"].text)


def test_one_theme_and_one_language_are_checked(desk: Desk) -> None:
    desk.trigger("theme_sepia")
    enabled(desk)
    checked = {spec.id for spec in ACTIONS if desk.window.menus[spec.id].isChecked()}
    assert checked >= {"theme_sepia", "language_en", "indent"}
    assert not checked & {"theme_system", "theme_paper", "language_zh", "text_only"}
    assert desk.window.themes.current.name == "sepia"


@pytest.mark.parametrize(
    ("action", "setting", "direction"),
    [
        ("zoom_in", "font_size", 1),
        ("zoom_out", "font_size", -1),
        ("wider", "measure", 1),
        ("narrower", "measure", -1),
        ("looser", "line_spacing", 1),
        ("tighter", "line_spacing", -1),
    ],
)
def test_the_setting_of_the_text_goes_in_steps(desk: Desk, action: str, setting: str, direction: int) -> None:
    before = getattr(desk.window.settings, setting)
    desk.trigger(action)
    assert (getattr(desk.window.settings, setting) - before) * direction > 0


@pytest.mark.parametrize(
    ("key", "modifier", "name"),
    [
        (Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier, "edit"),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, "file"),
    ],
)
def test_the_menus_are_reached_by_keys(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier, name: str) -> None:
    QTest.keyClick(desk.window, key, modifier)
    menu = desk.window.menus.menu(name)
    desk.settle(menu.isVisible)
    assert QApplication.activePopupWidget() is menu
    menu.close()
