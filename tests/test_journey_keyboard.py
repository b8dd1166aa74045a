"""From a passage to an exported memo without the mouse: every step is a key, or what an input method commits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.export import ExportDialog
from desktop.memos.excerptcard import ExcerptCard
from desktop.widgets.markdowneditor import MarkdownEditor
from library.models import Excerpt, Tag
from tests.desktop.desk import Desk

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
TEXT = """𠮷祥里的墙上贴着😀。

先把话听完，再把事分清，最后才谈谁来办。

主持人由各楼门推举的议事员轮流担任。

停车位的事商量了五次，第三次几乎吵散了场。
"""
PASSAGES = ("先把话听完", "轮流担任", "商量了五次", "吵散了场")


class Reader(Desk):
    """A person who has only a keyboard."""

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QApplication.processEvents()  # nobody presses a key before what she sees has settled
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def type(self, words: str) -> None:
        """Type as one does in Chinese: the input method composes the words, then commits them."""
        focus = self.focus
        QApplication.sendEvent(focus, QInputMethodEvent("pinyin", []))
        done = QInputMethodEvent()
        done.setCommitString(words)
        QApplication.sendEvent(focus, done)

    @property
    def focus(self) -> QWidget:
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def choose(self, name: str) -> None:
        """Open or do what the palette finds by its name."""
        self.press(Key.Key_K, CONTROL)
        self.type(name)
        palette = self.window.choosing
        self.settle(lambda: palette.palette is not None and palette.palette.isVisible())
        QApplication.processEvents()
        self.press(Key.Key_Return)

    def mark(self, quote: str, pen: Qt.Key, *tags: str) -> None:
        """Find a passage in the text, mark it, and tag it."""
        self.press(Key.Key_2, ALT)
        self.settle(self.window.pane.hasFocus)
        self.press(Key.Key_F, CONTROL)
        self.press(Key.Key_A, CONTROL)
        self.type(quote)
        self.press(Key.Key_Return)
        self.settle(lambda: self.window.pane.selected_text() == quote)
        self.settle(self.window.pane.hasFocus)
        self.press(pen)
        self.settle(lambda: any(row.quote == quote for row in self.library.highlights.all()))
        self.settle(lambda: self.window.marking.current_id is not None)
        for tag in tags:
            self.press(Key.Key_T)
            self.type(tag)
            self.press(Key.Key_Return)
            self.settle(lambda tag=tag: tag in self.tags(quote))
            self.settle(self.window.pane.hasFocus)

    def tags(self, quote: str) -> list[str]:
        return next(list(found.tag_paths) for found in self.library.excerpts.all() if found.highlight.quote == quote)

    def tag(self, path: str) -> Tag:
        found = self.library.tags.find_path(path)
        assert found is not None
        return found

    def choose_tag(self, path: str) -> None:
        """Go to a tag in the tree of tags."""
        self.press(Key.Key_8, ALT)
        tags = self.window.sidebar.tags
        self.settle(tags.tree.hasFocus)
        self.press(Key.Key_Home)
        for _ in range(20):
            if tags.chosen_ids() == [self.tag(path).id]:
                return
            current = tags.chosen_ids()
            self.press(Key.Key_Right)
            if tags.chosen_ids() == current:
                self.press(Key.Key_Down)
        raise AssertionError(path)

    def describe(self, path: str, words: str) -> None:
        self.choose_tag(path)
        self.press(Key.Key_Return)
        self.settle(lambda: self.window.codebook.tag_id == self.tag(path).id)
        self.press(Key.Key_D, CONTROL)
        self.settle(lambda: isinstance(self.focus, MarkdownEditor))
        self.type(words)
        self.press(Key.Key_Escape)
        self.settle(lambda: self.tag(path).description == words)

    def merge(self, source: str, target: str) -> None:
        self.choose_tag(source)
        self.press(Key.Key_J, CONTROL)
        self.settle(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        self.type(target)
        self.press(Key.Key_Return)
        self.settle(lambda: self.library.tags.find_path(source) is None)
        self.come_back()

    def come_back(self) -> None:
        """Have the window active after a dialog, as window systems do, but not the one of the tests."""
        self.settle(lambda: QApplication.activeModalWidget() is None)
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def write_note(self, quote: str, words: str, linked: str) -> None:
        """Filter the cards to one, and write its note, with a link to what is called `linked`."""
        self.press(Key.Key_4, ALT)
        field = self.window.sidebar.highlights.field
        for _ in range(20):
            if field.hasFocus():
                break
            self.press(Key.Key_Tab, SHIFT)
        self.type(quote)
        self.press(Key.Key_Return)
        self.settle(self.window.sidebar.highlights.cards.hasFocus)
        assert self.window.sidebar.highlights.model.rowCount() == 1
        self.press(Key.Key_Down)
        self.press(Key.Key_N)
        self.settle(lambda: isinstance(self.focus, MarkdownEditor))
        self.type(f"{words}[[{linked}")
        self.press(Key.Key_Return)
        self.press(Key.Key_Escape)

    def choose_format(self, name: str) -> None:
        """Choose a format in the dialog of an export, and export."""
        self.settle(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
        while self.focus.accessibleName() != "Format":
            self.press(Key.Key_Tab)
        self.type(name)
        self.settle(lambda: not self.window.exporting.is_preparing)
        self.press(Key.Key_Return)

    def save_as(self, target: Path) -> None:
        """Answer the question for the name of a file."""
        self.settle(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        self.press(Key.Key_A, CONTROL)
        self.type(str(target))
        self.press(Key.Key_Return)
        self.settle(target.exists)
        self.come_back()

    def retrieve(self, *tags: str) -> None:
        """Ask for the excerpts of the library that carry all of some tags, and go to them."""
        self.press(Key.Key_0, ALT)
        self.settle(lambda: self.window.excerpts.in_view)
        page = self.window.excerpts.page
        self.press(Key.Key_Slash)
        for tag in tags:
            self.type(tag)
            self.settle(lambda tag=tag: page.picker.offers.find(tag)[0].conditions[0].kind != "text")
            self.press(Key.Key_Return)
        self.press(Key.Key_Escape)
        self.settle(lambda: page.model.passage_count == 2)
        self.settle(page.passages.hasFocus)

    def send_to_memo(self, title: str) -> None:
        """Send the first two passages of the list that has the focus to a new memo, and go there."""
        self.press(Key.Key_Home)
        self.press(Key.Key_Down, SHIFT)
        self.press(Key.Key_M)
        self.type(title)
        self.press(Key.Key_Return)
        self.settle(lambda: [memo.title for memo in self.library.memos.all()] == [title])
        self.choose(title)
        self.settle(lambda: self.window.memoing.memo_id is not None)

    def excerpts_of_memo(self) -> list[str]:
        (memo,) = self.library.memos.all()
        held = self.library.excerpts.of_memo(memo.text)
        return [part.highlight.quote for part in held if isinstance(part, Excerpt)]


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(qtbot, tmp_path)
    made.open(make=True)
    made.add(TEXT, "议事简报")
    made.add("别的\n", "县志")
    yield made
    made.close()


def test_from_a_passage_to_a_chapter_by_keys_alone(reader: Reader, tmp_path: Path) -> None:
    window = reader.window
    reader.choose("议事简报")
    reader.settle(lambda: window.pane.flow is not None and window.pane.hasFocus())
    reader.mark(PASSAGES[0], Key.Key_3, "主题/协商")
    reader.describe("主题/协商", "大家一起说定的事 😀")
    reader.mark(PASSAGES[1], Key.Key_1, "方法", "主题/协商")
    reader.mark(PASSAGES[2], Key.Key_2, "规矩")
    reader.mark(PASSAGES[3], Key.Key_4, "方法", "主题/协商")

    reader.merge("规矩", "方法")
    assert reader.tags(PASSAGES[2]) == ["方法"]
    reader.press(Key.Key_Z, CONTROL)
    reader.settle(lambda: reader.library.tags.find_path("规矩") is not None)
    assert reader.tags(PASSAGES[2]) == ["规矩"]

    reader.write_note(PASSAGES[0], "与此同看：", "县志")
    reader.settle(lambda: [note for note in reader.library.notes.all() if "县志]]" in note.text])

    reader.retrieve("方法", "协商")
    reader.send_to_memo("第一章 草稿")
    reader.settle(lambda: reader.excerpts_of_memo() == [PASSAGES[1], PASSAGES[3]])
    reader.press(Key.Key_5, ALT)
    while not isinstance(reader.focus, ExcerptCard):
        reader.press(Key.Key_Up)
    reader.press(Key.Key_Up, ALT)
    reader.settle(lambda: reader.excerpts_of_memo() == [PASSAGES[3], PASSAGES[1]])

    reader.choose("Export memo…")
    reader.choose_format("Markdown")
    target = tmp_path / "第一章.md"
    reader.save_as(target)
    written = target.read_text(encoding="utf-8")
    assert written.index(PASSAGES[3]) < written.index(PASSAGES[1])
    assert "议事简报" in written
