"""With an input method: letters are letters in every field, keys wait while it composes, and the text takes none."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import ACTIONS
from desktop.actionspecs import ActionSpec
from desktop.memos.prose import ProseEditor
from desktop.widgets.markdowneditor import MarkdownEditor
from tests.desktop.desk import Desk

Key = Qt.Key
TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清，最后才谈谁来办。\n\n第三次几乎吵散了场。\n"


def is_alone(spec: ActionSpec) -> bool:
    """Say whether an action of the text has a key without Ctrl or Alt."""
    return spec.in_text and any("Ctrl" not in key and "Alt" not in key for key in spec.keys)


ALONE = [spec for spec in ACTIONS if is_alone(spec)]


class Typed(Desk):
    """A window that shows a text with a highlight, and hears which actions are triggered."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.document = self.add(TEXT, "简报")
        start = TEXT.index("先把话")
        self.heard = self.write(
            lambda library: library.highlights.add(self.document.id, start, start + 5, tags=["方法"])
        )
        self.memo = self.write(lambda library: library.memos.add("规则的由来", "先写一句。\n"))
        self.read(self.document)
        self.triggered: list[str] = []
        for spec in ACTIONS:
            self.window.menus[spec.id].triggered.connect(lambda _=False, name=spec.id: self.triggered.append(name))
        self.go_on()

    def go_on(self) -> None:
        """Have the highlight selected and the keyboard in the text."""
        self.window.navigation.return_to_text()
        self.window.pane.clear_selection()
        self.window.pane.set_selected_highlight(self.heard.id)
        self.window.pane.setFocus()
        self.window.menus.refresh()
        self.triggered.clear()

    def marks(self) -> list[object]:
        self.window.session.flush()
        library = self.library
        return [
            library.highlights.all(),
            library.tags.all(),
            library.tags.of_highlights(),
            library.bookmarks.of_document(self.document.id),
        ]


@pytest.fixture
def typed(qtbot: QtBot, tmp_path: Path) -> Iterator[Typed]:
    made = Typed(qtbot, tmp_path)
    yield made
    made.close()


def write_note(typed: Typed) -> None:
    typed.trigger("note")
    typed.settle(lambda: isinstance(QApplication.focusWidget(), MarkdownEditor))


def write_memo(typed: Typed) -> None:
    typed.window.memoing.open(typed.memo.id)
    typed.window.memoing.page.findChildren(ProseEditor)[0].setFocus()


def describe_tag(typed: Typed) -> None:
    tag = typed.library.tags.find_path("方法")
    assert tag is not None
    typed.window.codebook.enter(tag.id)
    typed.window.codebook.page.describe()


FIELDS: dict[str, Callable[[Typed], object]] = {
    "find bar": lambda typed: typed.trigger("find"),
    "note editor": write_note,
    "tag picker": lambda typed: typed.trigger("tag"),
    "link picker": lambda typed: typed.trigger("link"),
    "memo picker": lambda typed: typed.trigger("send_to_memo"),
    "filter of cards": lambda typed: typed.window.sidebar.highlights.field.setFocus(),
    "filter of documents": lambda typed: typed.window.shelf.filter.setFocus(),
    "search of notes": lambda typed: typed.trigger("to_notes"),
    "search of the library": lambda typed: typed.trigger("search"),
    "palette": lambda typed: typed.trigger("palette"),
    "memo prose": write_memo,
    "memo title": lambda typed: (write_memo(typed), typed.window.memoing.page.title.setFocus()),
    "description of a tag": describe_tag,
}


def written(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    assert isinstance(field, QTextEdit | QPlainTextEdit)
    return field.toPlainText()


def enter(typed: Typed, name: str) -> QWidget:
    """Put the keyboard into a field, and return what has the focus then."""
    FIELDS[name](typed)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    typed.triggered.clear()
    return field


@pytest.mark.parametrize("name", FIELDS)
def test_single_keys_are_letters_in_every_field_and_nothing_while_an_input_method_composes(
    typed: Typed, name: str
) -> None:
    field, before = enter(typed, name), typed.marks()
    letters = [QKeySequence(key)[0] for spec in ALONE for key in spec.keys if key != "Del"]
    for letter in letters:
        QTest.keyClick(field, letter.key(), letter.keyboardModifiers())
    shown = written(field)
    assert all(QKeySequence(letter.key()).toString().casefold() in shown.casefold() for letter in letters)
    QApplication.sendEvent(field, QInputMethodEvent("zhong", []))
    for letter in letters:
        QTest.keyClick(field, letter.key(), letter.keyboardModifiers())
    done = QInputMethodEvent("", [])
    done.setCommitString("中")
    QApplication.sendEvent(field, done)
    assert "中" in written(field)
    assert QApplication.focusWidget() is field
    assert typed.triggered == []
    assert typed.marks() == before


@pytest.mark.parametrize(
    "name", ["find bar", "tag picker", "link picker", "palette", "filter of cards", "note editor", "memo prose"]
)
def test_what_confirms_or_cancels_a_composition_leaves_its_field_alone(typed: Typed, name: str) -> None:
    field, before = enter(typed, name), typed.marks()
    QApplication.sendEvent(field, QInputMethodEvent("zhong", []))
    for key in (Key.Key_Return, Key.Key_Down, Key.Key_Up, Key.Key_Escape, Key.Key_Backspace, Key.Key_Tab):
        QTest.keyClick(field, key)
        assert QApplication.focusWidget() is field, key
    assert typed.triggered == []
    assert typed.marks() == before


def test_the_text_takes_no_input_method_and_all_its_single_keys_act_there(typed: Typed) -> None:
    window, pane = typed.window, typed.window.pane
    for widget in (pane, pane.viewport()):
        assert not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert not widget.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    window.pens.take(2)
    for spec in ALONE:
        for key in spec.keys:
            typed.go_on()
            if not window.menus[spec.id].isEnabled():
                pane.select(2, 6)
                window.menus.refresh()
            assert window.menus[spec.id].isEnabled(), spec.id
            QApplication.sendEvent(pane, QInputMethodEvent("zhong", []))
            combination = QKeySequence(key)[0]
            QTest.keyClick(pane, combination.key(), combination.keyboardModifiers())
            assert typed.triggered == [spec.id]
            leave(typed)
    window.session.flush()


def leave(typed: Typed) -> None:
    """Close what a key has opened, take back what it did, and have the highlight again."""
    typed.window.session.flush()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
    field = QApplication.focusWidget()
    if field is not None and field is not typed.window.pane:
        QTest.keyClick(field, Key.Key_Escape)
    typed.window.session.flush()
    while typed.library.highlights.some([typed.heard.id]) == []:
        typed.window.session.undo()
        typed.window.session.flush()
