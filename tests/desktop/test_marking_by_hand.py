"""Marking in the whole window, by the mouse and keys of a hand: the popup, the handles, notes, and what is undone."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.lookup import LookUpDialog
from desktop.reader.pane import ReaderPane
from desktop.widgets.markpopup import OFF, MarkPopup
from desktop.widgets.noteeditor import NoteEditor
from library.models import Document, Highlight
from tests.desktop.desk import Desk

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
TEXT = "\n".join(f"第{number}段：先把话听完，再把事分清。𠮷祥里贴着😀e\u0301。" for number in range(300)) + "\n"


class Hand(Desk):
    """A window with a long text in view."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.document = self.add(TEXT, "简报")
        self.read(self.document)
        self.pane.setFocus()

    @property
    def pane(self) -> ReaderPane:
        return self.window.pane

    @property
    def popup(self) -> MarkPopup:
        return self.window.marking.popup

    @property
    def marks(self) -> list[Highlight]:
        self.window.session.flush()
        return self.library.highlights.all()

    def mark(self, start: int, end: int, document: Document | None = None) -> Highlight:
        document_id = (document or self.document).id
        return self.write(lambda library: library.highlights.add(document_id, start, end))

    def edge(self, position: int) -> QPoint:
        """The left edge of a character, in the viewport."""
        return self.pane.rect_of(position, position).center()

    def drag(self, *points: QPoint) -> None:
        viewport = self.pane.viewport()
        QTest.mousePress(viewport, LEFT, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(viewport, point)

    def release(self, point: QPoint) -> None:
        QTest.mouseRelease(self.pane.viewport(), LEFT, pos=point)

    def menu_key(self) -> None:
        viewport, at = self.pane.viewport(), QPoint(5, 5)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, event)

    def key(self, key: Qt.Key) -> None:
        """Press a single key in the text, once the actions know what is selected."""
        QApplication.processEvents()
        QTest.keyClick(self.pane, key)

    def press(self, name: str) -> None:
        """Click a button of the popup by its words."""
        button = next(found for found in self.popup.findChildren(QAbstractButton) if found.text() == name)
        QTest.mouseClick(button, LEFT)


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path) -> Iterator[Hand]:
    made = Hand(qtbot, tmp_path)
    yield made
    made.close()


def test_the_popup_comes_with_the_release_eight_pixels_off_text_and_pointer(hand: Hand) -> None:
    start = TEXT.index("先把", 300)
    ends = [hand.edge(start), hand.edge(start + 20)]
    for first, last in (ends, ends[::-1]):
        hand.drag(first, (first + last) / 2, last)
        assert not hand.popup.isVisible()
        hand.release(last)
        assert hand.popup.isVisible()  # at once, well within the tenth of a second
        assert hand.pane.selection() == (start, start + 20)
        shift, place = hand.pane.viewport().pos(), hand.popup.geometry()
        kept_off = place.adjusted(1 - OFF, 1 - OFF, OFF - 1, OFF - 1)
        assert not kept_off.intersects(hand.pane.rect_of(start, start + 20).translated(shift))
        assert not kept_off.contains(last + shift)
        assert place.left() <= (last + shift).x() <= place.right(), "beside the end that moves"
        assert hand.pane.hasFocus()


def test_after_clicks_the_popup_waits_until_no_further_click_can_follow(hand: Hand) -> None:
    point = hand.edge(TEXT.index("听完")) + QPoint(3, 0)
    viewport = hand.pane.viewport()
    QTest.mouseClick(viewport, LEFT, pos=point)
    QTest.mouseDClick(viewport, LEFT, pos=point)
    hand.release(point)
    assert not hand.popup.isVisible()
    QTest.mousePress(viewport, LEFT, pos=point)
    hand.release(point)
    began = time.monotonic()
    assert hand.pane.selected_text() == "第0段：先把话听完，再把事分清。"
    assert not hand.popup.isVisible()
    hand.settle(hand.popup.isVisible)
    assert time.monotonic() - began >= QApplication.doubleClickInterval() / 1000 - 0.05


def test_after_a_selection_by_keys_the_popup_comes_with_the_menu_key_and_looks_up(hand: Hand) -> None:
    start = TEXT.index("分清")
    QTest.mouseClick(hand.pane.viewport(), LEFT, pos=hand.edge(start))
    for _ in range(2):
        QTest.keyClick(hand.pane, Key.Key_Right, Modifier.ShiftModifier)
    assert hand.pane.selected_text() == "分清"
    QApplication.processEvents()
    assert not hand.popup.isVisible()
    hand.menu_key()
    assert hand.popup.isVisible()
    assert hand.pane.hasFocus()
    hand.key(Key.Key_3)
    assert [mark.quote for mark in hand.marks] == ["分清"]
    assert not hand.popup.isVisible()
    start = TEXT.index("𠮷祥里")
    hand.pane.select(start, start + 3)
    hand.menu_key()
    hand.press("Look up")
    page = hand.window.findChild(LookUpDialog)
    assert page is not None
    hand.settle(lambda: page.word.text() == "𠮷祥里")
    assert not hand.popup.isVisible()
    page.find_button.click()
    panel = hand.window.searching.panel
    assert panel.question.query == "𠮷祥里"
    assert panel.isVisible()
    page.close()


def test_a_handle_is_dragged_live_and_esc_leaves_no_trace(hand: Hand) -> None:
    made = hand.mark(6, 10)
    hand.pane.set_selected_highlight(made.id)
    hand.drag(hand.edge(10), hand.edge(12), hand.edge(14))
    span = hand.pane.marks.spans.find(made.id)
    assert span is not None
    assert (span.start, span.end) == (6, 14)
    assert hand.marks[0].end == 10, "written only when the button is let go"
    QTest.keyClick(hand.pane, Key.Key_Escape)
    hand.release(hand.edge(14))
    span = hand.pane.marks.spans.find(made.id)
    assert span is not None
    assert (span.start, span.end, hand.marks[0].end) == (6, 10, 10)
    hand.drag(hand.edge(10), hand.edge(12), hand.edge(14))
    hand.release(hand.edge(14))
    assert hand.marks[0].end == 14
    hand.trigger("undo")
    assert hand.marks[0].end == 10
    hand.trigger("undo")
    assert hand.marks == []


def test_overlapping_highlights_stay_as_they_are(hand: Hand) -> None:
    first = hand.mark(6, 16)
    for start, end in ((10, 20), (8, 12), (6, 16)):
        hand.pane.select(start, end)
        hand.key(Key.Key_4)
        assert hand.marks
    assert [(mark.start, mark.end) for mark in hand.marks if mark.id == first.id] == [(6, 16)]
    assert {(mark.start, mark.end) for mark in hand.marks} == {(6, 16), (10, 20), (8, 12)}


def test_a_note_is_saved_while_one_goes_on_typing_as_one_step(hand: Hand) -> None:
    made = hand.mark(6, 10)
    hand.pane.set_selected_highlight(made.id)
    hand.key(Key.Key_N)
    hand.settle(lambda: isinstance(QApplication.focusWidget(), NoteEditor))
    field = QApplication.focusWidget()
    assert isinstance(field, NoteEditor)

    def note() -> str:
        hand.window.session.flush()
        found = hand.library.notes.find("highlight", made.id)
        return found.text if found is not None else ""

    began = time.monotonic()
    for _ in range(2):
        before = note()
        while note() == before:
            assert time.monotonic() - began < 10, "each further keystroke puts the saving off"
            QTest.keyClicks(field, "a")
            QTest.qWait(20)
    QTest.keyClick(field, Key.Key_Escape)
    assert note() == field.text
    assert len(note()) > 4
    assert hand.pane.hasFocus()
    hand.trigger("undo")
    hand.window.session.flush()
    assert note() == ""
    assert len(hand.marks) == 1


def test_what_is_undone_out_of_sight_is_shown_where_it_is(hand: Hand) -> None:
    far = TEXT.index("第250段")
    hand.mark(far, far + 5)
    assert hand.pane.rect_of(far, far + 5).isEmpty()
    for action in ("undo", "redo"):
        hand.pane.scroll_to_place(0)
        hand.trigger(action)
        hand.settle(lambda: not hand.pane.rect_of(far, far + 5).isEmpty())
    assert len(hand.marks) == 1
    place = hand.pane.place()
    hand.trigger("undo")
    assert hand.marks == []
    assert hand.pane.place() == place, "what is in sight stays where it is"


def test_what_is_undone_in_another_text_is_shown_there_where_it_is(hand: Hand) -> None:
    far = TEXT.index("第250段")
    made = hand.mark(far, far + 5)
    hand.write(lambda library: library.notes.write("highlight", made.id, "按语"))
    hand.read(hand.add("另一篇。\n", "二"))
    hand.window.session.undo()  # the text that was added
    hand.window.session.undo()
    hand.settle(lambda: hand.window.navigation.document_id == hand.document.id)
    hand.settle(lambda: not hand.pane.rect_of(far, far + 5).isEmpty())


def test_a_pasted_list_is_offered_as_several_tags(hand: Hand) -> None:
    made = hand.mark(6, 10)
    hand.pane.set_selected_highlight(made.id)
    hand.key(Key.Key_T)
    hand.settle(lambda: QApplication.focusWidget() is not hand.pane)
    field = QApplication.focusWidget()
    assert field is not None
    QGuiApplication.clipboard().setText("甲，乙；丙、丁")
    QTest.keyClick(field, Key.Key_V, Modifier.ControlModifier)
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    hand.settle(lambda: len(hand.library.tags.all()) == 4)
    hand.window.session.undo()
    hand.window.session.flush()
    assert hand.library.tags.all() == [], "one step"
