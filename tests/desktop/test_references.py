"""References in notes and memos: completed as they are typed, shown by their words, followed by key and click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.noteeditor import NoteEditor
from desktop.widgets.offerlist import OfferList
from library.models import Highlight
from library.references import reference
from tests.desktop.desk import Desk

TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\n"


class Linked(Desk):
    """A window with two documents, one of them read, with two highlights, a tag and a memo."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.document = self.add(TEXT, "简报")
        self.other = self.add("别的\n", "县志")
        self.first, self.second = self.mark("𠮷祥里"), self.mark("先把话听完")
        self.tag = self.write(lambda library: library.tags.add_path("主题/规则"))
        self.memo = self.write(lambda library: library.memos.add("规则的由来"))
        self.read(self.document)

    def open_note(self) -> None:
        self.window.write_note(self.first.id, False)
        self.settle(lambda: isinstance(QApplication.focusWidget(), NoteEditor))

    def mark(self, quote: str) -> Highlight:
        start = TEXT.index(quote)
        return self.write(lambda library: library.highlights.add(self.document.id, start, start + len(quote)))

    @property
    def editor(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    @property
    def list(self) -> OfferList:
        (found,) = self.window.findChildren(OfferList)
        return found

    def type(self, words: str) -> None:
        QApplication.sendEvent(self.editor, QInputMethodEvent("gui ze", []))
        done = QInputMethodEvent()
        done.setCommitString(words)
        QApplication.sendEvent(self.editor, done)

    def note(self) -> str:
        note = self.library.notes.find("highlight", self.first.id)
        return "" if note is None else note.text

    def write_note(self, text: str) -> None:
        self.write(lambda library: library.notes.write("highlight", self.first.id, text))


@pytest.fixture
def linked(qtbot: QtBot, tmp_path: Path) -> Iterator[Linked]:
    made = Linked(qtbot, tmp_path)
    yield made
    made.close()


def test_two_brackets_offer_and_enter_writes_the_reference(linked: Linked) -> None:
    linked.open_note()
    linked.type("见[[")
    assert linked.list.isVisible()
    assert linked.list.current is not None
    QTest.keyClicks(linked.editor, "gzdyl")
    assert linked.list.current.words == "规则的由来"
    QTest.keyClick(linked.editor, Qt.Key.Key_Return)
    assert linked.list.isHidden()
    linked.type("。")
    linked.settle(lambda: linked.note() == f"见{reference('memo', linked.memo.id, '规则的由来')}。")


@pytest.mark.parametrize(
    ("typed", "kind"), [("先把", "highlight"), ("县", "document"), ("主题", "tag"), ("zhuti", "tag"), ("由来", "memo")]
)
def test_each_kind_is_offered_by_a_part_of_its_name(linked: Linked, typed: str, kind: str) -> None:
    linked.open_note()
    linked.type("[[" + typed)
    assert linked.list.current is not None
    assert linked.list.current.kind == kind


def test_escape_leaves_the_brackets_and_goes_on_writing(linked: Linked) -> None:
    linked.open_note()
    linked.type("[[")
    editor = linked.editor
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert linked.list.isHidden()
    assert linked.editor is editor
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    linked.settle(lambda: linked.note() == "[[")


def test_the_keys_of_the_list_wait_while_an_input_method_composes(linked: Linked) -> None:
    linked.open_note()
    linked.type("[[")
    first = linked.list.current
    QApplication.sendEvent(linked.editor, QInputMethodEvent("xian", []))
    QTest.keyClick(linked.editor, Qt.Key.Key_Down)
    assert linked.list.current == first


def test_a_card_shows_the_words(linked: Linked) -> None:
    linked.write_note(f"见{reference('document', linked.other.id, '县志')}")
    cards = linked.window.sidebar.highlights.cards
    cards.choose(linked.first.id)
    excerpt = cards.model().excerpt(0)  # type: ignore[attr-defined]
    shown = cards.cards_delegate.layout(excerpt, 300).note_lines
    assert shown == ("见县志",)


@pytest.mark.parametrize("kind", ["highlight", "tag", "memo"])
def test_a_click_with_ctrl_goes_where_a_reference_leads(linked: Linked, kind: str) -> None:
    ids = {"highlight": linked.second.id, "tag": linked.tag.id, "memo": linked.memo.id}
    linked.write_note(reference(kind, ids[kind], "到那里去"))  # type: ignore[arg-type]
    linked.open_note()
    editor = linked.editor
    viewport = editor.viewport()  # type: ignore[attr-defined]
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, QPoint(20, 10))
    if kind == "highlight":
        assert linked.window.marking.current_id == linked.second.id
    elif kind == "tag":
        assert linked.window.codebook.tag_id == linked.tag.id
    else:
        assert linked.window.memoing.memo_id == linked.memo.id


def test_a_reference_to_what_is_gone_says_so(linked: Linked) -> None:
    linked.write(lambda library: library.memos.remove(linked.memo.id))
    linked.window.targets.follow("memo", linked.memo.id)
    assert linked.texts[-1] == "What this link leads to is gone."
