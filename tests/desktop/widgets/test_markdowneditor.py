"""The Markdown editor: marks by key, lists that go on, references that stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import Themes
from desktop.widgets.markdowntext import next_item, with_mark
from desktop.widgets.noteeditor import NoteEditor
from library.models import new_id
from library.references import reference

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = st.text(alphabet="a中𠮷😀\u0301 \n*-1.", max_size=30)


@given(TEXT, st.data(), st.sampled_from(["**", "*"]))
def test_a_mark_adds_and_takes_away_nothing_but_itself(text: str, data: st.DataObject, mark: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marked, first, last = with_mark(text, start, end, mark)
    assert marked[first:last] == text[start:end].strip()
    assert abs(len(marked) - len(text)) == 2 * len(mark)
    grown = len(marked) > len(text)
    longer, shorter = (marked, text) if grown else (text, marked)
    assert longer.replace("*", "") == shorter.replace("*", "")


def test_a_mark_put_twice_is_gone() -> None:
    once = with_mark("先把话听完", 1, 3, "**")
    assert once == ("先**把话**听完", 3, 5)
    assert with_mark(*once, "**") == ("先把话听完", 1, 3)
    assert with_mark(*once, "*") == ("先***把话***听完", 4, 6)


@pytest.mark.parametrize(
    ("line", "following"),
    [("- 一", "- "), ("  * 𠮷", "  * "), ("9. 九", "10. "), ("3) 三", "4) "), ("- ", ""), ("-一", None), ("", None)],
)
def test_a_list_goes_on_until_an_empty_item(line: str, following: str | None) -> None:
    assert next_item(line) == following


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    made = NoteEditor(Themes("paper"))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_bold_and_italic_by_key_are_one_step_each(editor: NoteEditor) -> None:
    editor.begin("𠮷祥里😀")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    assert (editor.text, editor.textCursor().selectedText()) == ("**𠮷祥里😀**", "𠮷祥里😀")
    QTest.keyClick(editor, Qt.Key.Key_I, CTRL)
    assert editor.text == "***𠮷祥里😀***"
    editor.undo()
    assert editor.text == "**𠮷祥里😀**"
    cursor = editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    assert editor.text == "𠮷祥里😀"


def test_the_same_key_steps_out_behind_marked_words(editor: NoteEditor) -> None:
    editor.begin("**甲** ")
    for key in (Qt.Key.Key_B, Qt.Key.Key_I):
        QTest.keyClick(editor, key, CTRL)
    editor.insertPlainText("𠮷😀")
    assert editor.text == "**甲** ***𠮷😀***"
    for key in (Qt.Key.Key_I, Qt.Key.Key_B):
        QTest.keyClick(editor, key, CTRL)
    assert (editor.text, editor.textCursor().atEnd()) == ("**甲** ***𠮷😀***", True)
    for _ in range(2):  # a pair that holds nothing goes again
        QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    assert editor.text == "**甲** ***𠮷😀***"
    editor.begin("- *甲\n* *乙*")
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    QTest.keyClick(editor, Qt.Key.Key_I, CTRL)
    assert (editor.text, editor.textCursor().atEnd()) == ("- *甲\n* *乙*", True)


def test_enter_goes_on_with_a_list_and_ends_it(editor: NoteEditor) -> None:
    editor.begin("1. 一")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text == "1. 一\n2. "
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text == "1. 一\n"
    editor.begin("- 一")
    QApplication.sendEvent(editor, QInputMethodEvent("er", []))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert not editor.text.endswith("- ")


def test_a_reference_is_passed_over_and_deleted_whole(editor: NoteEditor) -> None:
    link = reference("highlight", new_id(), "第𠮷段")
    editor.begin(f"见{link}。")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Right)
    words = editor.text.index("第𠮷段")
    assert editor.textCursor().position() == words
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert editor.textCursor().position() == 1
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.text == "见。"
    editor.undo()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text == "见。"


def test_the_text_is_what_is_written_whatever_it_looks_like(editor: NoteEditor) -> None:
    text = "# 一\n\n**二** *三* `四`\u00a0\n> 五\n- 六 [[x]]"
    editor.begin(text)
    assert editor.text == text
    assert not editor.document().isUndoAvailable()
