"""The tag picker with real keys, also while an input method composes."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import Themes
from desktop.widgets.tagpicker import TagPicker
from library.models import Highlight
from tests.desktop.annotated import Annotated

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def marked(annotated: Annotated) -> Highlight:
    annotated.mark("主持人", tags=["方法"])
    annotated.mark("停车位", tags=["方法"])
    return annotated.mark("意见箱", tags=["主题/党建", "数字"])


@pytest.fixture
def picker(annotated: Annotated, marked: Highlight, themes: Themes, window: QWidget) -> TagPicker:
    picker = TagPicker(annotated.session, themes, window)
    picker.open_for([marked.id], QRect(window.mapToGlobal(window.rect().center()), window.rect().size() / 9))
    return picker


def field(picker: TagPicker) -> QLineEdit:
    found = picker.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_it_takes_the_focus_and_ticks_what_is_on(picker: TagPicker) -> None:
    assert field(picker).hasFocus()
    assert [choice.path for choice in picker.choices if choice.carried] == ["数字", "主题/党建"]
    assert picker.choices[2].path == "方法"
    assert picker.current_choice is None


def test_enter_takes_the_best_match_and_goes(picker: TagPicker, qtbot: QtBot) -> None:
    QTest.keyClicks(field(picker), "ff")
    with qtbot.waitSignal(picker.tags_chosen) as chosen, qtbot.waitSignal(picker.closed):
        QTest.keyClick(field(picker), Key.Key_Return)
    assert chosen.args == [["方法"]]
    assert not picker.isVisible()


def test_shift_enter_takes_it_and_stays(picker: TagPicker, qtbot: QtBot) -> None:
    QTest.keyClicks(field(picker), "<b>x")
    with qtbot.waitSignal(picker.tags_chosen) as chosen, qtbot.assertNotEmitted(picker.closed):
        QTest.keyClick(field(picker), Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chosen.args == [["<b>x"]]
    assert field(picker).text() == ""
    assert picker.isVisible()


def test_down_reaches_the_new_tag_behind_a_match(picker: TagPicker, qtbot: QtBot) -> None:
    QTest.keyClicks(field(picker), "f")
    QTest.keyClick(field(picker), Key.Key_Up)
    assert picker.current_choice is not None
    assert picker.current_choice.kind == "new"
    with qtbot.waitSignal(picker.tags_chosen) as chosen:
        QTest.keyClick(field(picker), Key.Key_Enter)
    assert chosen.args == [["f"]]


def test_backspace_in_an_empty_field_takes_the_last_tag_off(
    picker: TagPicker, annotated: Annotated, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(picker.tag_withdrawn) as withdrawn:
        QTest.keyClick(field(picker), Key.Key_Backspace)
    tag = annotated.library.tags.find_path("数字")
    assert tag is not None
    assert withdrawn.args == [tag.id]
    QTest.keyClicks(field(picker), "a")
    with qtbot.assertNotEmitted(picker.tag_withdrawn):
        QTest.keyClick(field(picker), Key.Key_Backspace)


def test_what_changed_elsewhere_is_ticked_at_once(picker: TagPicker, annotated: Annotated, marked: Highlight) -> None:
    tag = annotated.library.tags.find_path("方法")
    assert tag is not None
    annotated.write(lambda library: library.tags.apply([marked.id], [tag.id]))
    assert {choice.path for choice in picker.choices if choice.carried} == {"方法", "数字", "主题/党建"}
    annotated.undo()
    assert {choice.path for choice in picker.choices if choice.carried} == {"数字", "主题/党建"}


def test_keys_belong_to_the_input_method_while_it_composes(picker: TagPicker, qtbot: QtBot) -> None:
    QApplication.sendEvent(field(picker), QInputMethodEvent("dang", []))
    with qtbot.assertNotEmitted(picker.tag_withdrawn), qtbot.assertNotEmitted(picker.closed):
        QTest.keyClick(field(picker), Key.Key_Backspace)
        QTest.keyClick(field(picker), Key.Key_Down)
    assert picker.current_choice is None
    committed = QInputMethodEvent("", [])
    committed.setCommitString("党建")
    QApplication.sendEvent(field(picker), committed)
    assert picker.current_choice is not None
    assert picker.current_choice.path == "主题/党建"


def test_pasted_lines_become_a_list(picker: TagPicker, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("甲\n乙\n")
    QTest.keyClick(field(picker), Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [choice.kind for choice in picker.choices] == ["new", "split"]
    QTest.keyClick(field(picker), Key.Key_Down)
    with qtbot.waitSignal(picker.tags_chosen) as chosen:
        QTest.keyClick(field(picker), Key.Key_Return)
    assert chosen.args == [["甲", "乙"]]


def test_escape_and_leaving_close_it_once(picker: TagPicker, window: QWidget, qtbot: QtBot) -> None:
    closed: list[bool] = []
    picker.closed.connect(lambda: closed.append(True))
    QTest.keyClick(field(picker), Key.Key_Escape)
    picker.close_picker()
    assert closed == [True]


def test_tab_completes(picker: TagPicker) -> None:
    QTest.keyClicks(field(picker), "dj")
    QTest.keyClick(field(picker), Key.Key_Tab)
    assert field(picker).text() == "主题/党建"
    assert field(picker).hasFocus()


def test_a_click_on_a_ticked_row_takes_it_off(picker: TagPicker, qtbot: QtBot) -> None:
    rows = picker.findChild(QListView)
    assert isinstance(rows, QListView)
    index = rows.model().index(0, 0)
    with qtbot.waitSignal(picker.tag_withdrawn) as withdrawn:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(index).center())
    assert withdrawn.args == [picker.choices[0].tag_id]
    assert field(picker).hasFocus()


@pytest.mark.parametrize(("x", "y"), [(0, 0), (690, 0), (0, 490), (690, 490), (300, 250)])
def test_it_stays_in_the_window_and_off_its_passage_where_it_can(
    picker: TagPicker, window: QWidget, marked: Highlight, x: int, y: int
) -> None:
    picker.close_picker()
    anchor = QRect(x, y, 10, 8)
    picker.open_for([marked.id], anchor.translated(window.mapToGlobal(window.rect().topLeft())))
    assert window.rect().contains(picker.geometry())
    assert y == 250 or not picker.geometry().intersects(anchor)
