"""Marking in the text: real mouse and keys on a real pane, done, undone, redone and reopened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.marking import Marking
from desktop.messages import Message, Messages
from desktop.pens import Pens
from desktop.reader.pane import ReaderPane
from desktop.reader.style import reader_style
from desktop.settings import Settings
from desktop.shortcuts import Shortcuts
from desktop.theme import Themes
from library.library import Library
from tests.desktop.annotated import Annotated

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Desk(QWidget):
    """A window with a pane that shows a document, and the marking in it."""

    def __init__(self, annotated: Annotated, settings: Settings) -> None:
        super().__init__()
        themes = Themes("paper")
        self.annotated = annotated
        self.said: list[Message] = []
        messages = Messages(self)
        messages.said.connect(self.said.append)
        self.pane = ReaderPane(reader_style(themes.current, settings), self)
        self.pens = Pens(annotated.session, messages, self)
        self.marking = Marking(annotated.session, self.pane, messages, settings, themes, self.pens, self)
        self.marking.popup.show_keys(Shortcuts(settings, self).all_shown())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pane)
        self.resize(900, 700)

    def open(self) -> None:
        document = self.annotated.document
        text = self.annotated.library.documents.text(document.id)
        self.pane.open_text(text, title=document.title, format=document.format)
        self.marking.document_opened(document.id)

    def spans(self) -> list[tuple[int, int, str, str]]:
        """What the pane shows."""
        self.annotated.session.flush()
        found = self.pane.marks.spans.touching(0, len(self.annotated.text))
        return [(span.start, span.end, span.color, span.style) for span in found]

    def select(self, quote: str) -> tuple[int, int]:
        span = self.annotated.span(quote)
        self.pane.select(*span)
        return span

    def point(self, position: int) -> QPoint:
        """Where a character begins, in the viewport."""
        rect = self.pane.rect_of(position, position + 1)
        return QPoint(rect.left() + 1, rect.center().y())

    def drag(self, quote: str) -> tuple[int, int]:
        start, end = self.annotated.span(quote)
        viewport = self.pane.viewport()
        QTest.mousePress(viewport, LEFT, pos=self.point(start))
        QTest.mouseMove(viewport, self.point(start + 1))
        QTest.mouseMove(viewport, self.point(end))
        QTest.mouseRelease(viewport, LEFT, pos=self.point(end))
        return start, end


@pytest.fixture
def annotated(qtbot: QtBot, tmp_path: Path) -> Iterator[Annotated]:
    annotated = Annotated(qtbot, tmp_path / "研究.zhupi")
    yield annotated
    annotated.session.shut_down()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def desk(qtbot: QtBot, annotated: Annotated, settings: Settings) -> Desk:
    desk = Desk(annotated, settings)
    qtbot.addWidget(desk)
    desk.show()
    qtbot.waitExposed(desk)
    desk.activateWindow()
    desk.open()
    desk.pane.setFocus()
    return desk


@pytest.mark.parametrize("quote", ["意见箱", "𠮷祥里的墙上贴着😀", "e\u0301tude"])
def test_a_pen_marks_the_selection_and_selects_the_mark(desk: Desk, annotated: Annotated, quote: str) -> None:
    span = desk.select(quote)
    desk.marking.pen(4)
    assert desk.spans() == [(*span, "blue", "highlight")]
    (excerpt,) = annotated.excerpts()
    assert excerpt.highlight.quote == quote
    assert desk.pane.selection() is None
    assert desk.marking.current_id == excerpt.highlight.id
    annotated.undo()
    assert desk.spans() == []
    assert desk.marking.current_id is None
    annotated.redo()
    assert desk.spans() == [(*span, "blue", "highlight")]


def test_a_pen_recolours_the_selected_highlight(desk: Desk, annotated: Annotated) -> None:
    span = desk.select("意见箱")
    desk.marking.pen(1)
    desk.spans()
    desk.marking.pen(6)
    assert desk.spans() == [(*span, "brown", "highlight")]
    assert len(annotated.excerpts()) == 1


@pytest.mark.parametrize(
    "verb",
    [lambda m: m.pen(1), lambda m: m.pen(9), lambda m: m.underline(), lambda m: m.tag(), lambda m: m.note(),
     lambda m: m.delete(), lambda m: m.color_by_tag(), lambda m: m.repeat_pen(), lambda m: m.show_popup()],
)  # fmt: skip
def test_with_neither_selection_nor_highlight_nothing_happens(desk: Desk, verb: Callable[[Marking], None]) -> None:
    steps = desk.annotated.library.journal.history()
    verb(desk.marking)
    assert desk.spans() == []
    assert desk.annotated.library.journal.history() == steps
    assert QApplication.focusWidget() is desk.pane
    assert not desk.marking.can_mark


def test_the_last_pen_comes_back(desk: Desk) -> None:
    desk.select("意见箱")
    desk.marking.pen(3)
    desk.spans()
    desk.select("主持人")
    desk.marking.repeat_pen()
    assert [color for _, _, color, _ in desk.spans()] == ["green", "green"]


def test_underlining_toggles(desk: Desk) -> None:
    span = desk.select("意见箱")
    desk.marking.underline()
    assert desk.spans() == [(*span, "yellow", "underline")]
    desk.marking.underline()
    assert desk.spans() == [(*span, "yellow", "highlight")]


def test_its_colour_is_its_own_or_that_of_its_first_tag(desk: Desk, annotated: Annotated) -> None:
    made = annotated.mark("意见箱", color="red", tags=["甲"])
    annotated.write(lambda library: library.tags.recolor(library.tags.find_path("甲").id, "green"))
    desk.marking.select_highlight(made.id)
    assert [color for _, _, color, _ in desk.spans()] == ["red"]
    desk.marking.color_by_tag()
    assert [color for _, _, color, _ in desk.spans()] == ["green"]
    annotated.write(lambda library: library.tags.recolor(library.tags.find_path("甲").id, "purple"))
    assert [color for _, _, color, _ in desk.spans()] == ["purple"]
    annotated.undo()
    assert [color for _, _, color, _ in desk.spans()] == ["green"]


def test_deleting_is_immediate_and_can_be_taken_back(desk: Desk, annotated: Annotated) -> None:
    made = annotated.mark("意见箱", tags=["<b>"], note="😀")
    before = annotated.excerpts()
    desk.marking.select_highlight(made.id)
    desk.marking.delete()
    assert desk.spans() == []
    assert desk.said[0].action is not None
    desk.said[0].action()
    assert len(desk.spans()) == 1
    assert annotated.excerpts() == before


def test_a_note_on_a_bare_selection_makes_a_highlight_first(desk: Desk, annotated: Annotated, qtbot: QtBot) -> None:
    desk.select("意见箱")
    with qtbot.waitSignal(desk.marking.note_requested) as asked:
        desk.marking.note()
    (excerpt,) = annotated.excerpts()
    assert asked.args == [excerpt.highlight.id, True]
    with qtbot.waitSignal(desk.marking.note_requested) as again:
        desk.marking.note()
    assert again.args == [excerpt.highlight.id, False]
    desk.select("意见箱")
    with qtbot.waitSignal(desk.marking.note_requested) as known:
        desk.marking.note()
    assert known.args == [excerpt.highlight.id, False]


def test_tagging_a_selection_marks_it_by_tag_and_goes_on(desk: Desk, annotated: Annotated) -> None:
    annotated.write(lambda library: library.tags.add_path("方法", "green"))
    span = desk.select("意见箱")
    desk.marking.tag()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "ff")
    QTest.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert desk.spans() == [(*span, "green", "highlight")]
    QTest.keyClicks(field, "1t/n")
    QTest.keyClick(field, Key.Key_Return)
    (excerpt,) = annotated.excerpts()
    assert excerpt.tag_paths == ("方法", "1t/n")
    assert desk.pane.hasFocus()
    assert desk.marking.current_id == excerpt.highlight.id
    desk.marking.tag()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Backspace)
    assert [excerpt.tag_paths for excerpt in annotated.excerpts()] == [("方法",)]
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert desk.pane.hasFocus()


def test_the_popup_comes_after_a_drag_clear_of_text_and_pointer(desk: Desk, qtbot: QtBot) -> None:
    span = desk.drag("停车位的事商量了五次")
    popup = desk.marking.popup
    qtbot.waitUntil(popup.isVisible)
    shift = desk.pane.viewport().pos()
    assert desk.pane.selection() == span
    assert not popup.geometry().intersects(desk.pane.rect_of(*span).translated(shift))
    assert not popup.geometry().contains(desk.point(span[1]) + shift)
    assert desk.pane.hasFocus()
    swatch = next(found for found in popup.findChildren(QAbstractButton) if found.text() == "2")
    QTest.mouseClick(swatch, LEFT)
    assert desk.spans() == [(*span, "yellow", "highlight")]
    assert not popup.isVisible()


def test_the_popup_goes_with_the_selection_and_with_scrolling(desk: Desk) -> None:
    desk.select("意见箱")
    desk.marking.show_popup()
    assert desk.marking.popup.isVisible()
    desk.pane.clear_selection()
    assert not desk.marking.popup.isVisible()


def test_switched_off_the_popup_comes_only_with_the_menu_key(
    desk: Desk, settings: Settings, qtbot: QtBot, annotated: Annotated
) -> None:
    settings.popup = False
    annotated.mark("意见箱", tags=["主题/<b>"])
    span = desk.drag("停车位的事商量了五次")
    desk.pane.selection_finished_by_mouse.emit(desk.point(span[1]))
    assert not desk.marking.popup.isVisible()
    viewport = desk.pane.viewport()
    QApplication.sendEvent(
        viewport, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), viewport.mapToGlobal(QPoint(5, 5)))
    )
    assert desk.marking.popup.isVisible()
    pill = next(found for found in desk.marking.popup.findChildren(QAbstractButton)
                if found.accessibleName() == "主题/<b>")  # fmt: skip
    QTest.mouseClick(pill, LEFT)
    assert [excerpt.tag_paths for excerpt in annotated.excerpts()] == [("主题/<b>",), ("主题/<b>",)]


def test_a_click_selects_a_highlight_and_a_card_is_told(desk: Desk, annotated: Annotated, qtbot: QtBot) -> None:
    made = annotated.mark("意见箱")
    with qtbot.waitSignal(desk.marking.highlight_selected) as selected:
        QTest.mouseClick(desk.pane.viewport(), LEFT, pos=desk.point(made.start + 1))
    assert selected.args == [made.id]


def test_a_card_scrolls_the_text_without_an_echo(desk: Desk, annotated: Annotated, qtbot: QtBot) -> None:
    made = annotated.mark("停车位")
    desk.resize(900, 300)
    with qtbot.assertNotEmitted(desk.marking.highlight_selected):
        desk.marking.select_highlight(made.id)
    assert desk.marking.current_id == made.id
    assert desk.pane.rect_of(made.start, made.end) != QRect()
    desk.marking.select_highlight("no such")
    assert desk.marking.current_id == made.id


def test_a_handle_resizes_and_what_cannot_be_is_put_back(desk: Desk, annotated: Annotated, qtbot: QtBot) -> None:
    made = annotated.mark("意见箱")
    desk.pane.highlight_resized.emit(made.id, made.start, made.end + 2)
    assert [span[:2] for span in desk.spans()] == [(made.start, made.end + 2)]
    annotated.undo()
    assert [span[:2] for span in desk.spans()] == [(made.start, made.end)]
    with qtbot.waitSignal(annotated.session.failed):
        desk.pane.highlight_resized.emit(made.id, 5, 999_999)
    assert [span[:2] for span in desk.spans()] == [(made.start, made.end)]


def test_many_marks_at_once_and_a_reopened_library(desk: Desk, annotated: Annotated) -> None:
    def verb(library: Library) -> None:
        with library.journal.operation("Add highlight"):
            for start in range(0, len(annotated.text) - 2):
                library.highlights.add(annotated.document.id, start, start + 2)

    annotated.write(verb)
    count = len(annotated.text) - 2
    assert len(desk.spans()) == count
    annotated.undo()
    assert desk.spans() == []
    annotated.redo()
    desk.pane.clear()
    annotated.reopen()
    desk.open()
    assert len(desk.spans()) == count


def test_marks_of_other_documents_are_not_shown(desk: Desk, annotated: Annotated) -> None:
    other = annotated.add_document("另一篇文献")
    annotated.write(lambda library: library.highlights.add(other.id, 0, 2))
    assert desk.spans() == []
    desk.marking.document_closed()
    annotated.mark("意见箱")
    assert desk.spans() == []


def test_the_second_of_two_quick_tags_is_named_as_tagging(desk: Desk, annotated: Annotated) -> None:
    desk.select("意见箱")
    for path in ("主题", "方法"):  # the second before the first is written
        desk.marking.popup.recent_pressed.emit(path)
    annotated.session.flush()
    (excerpt,) = annotated.excerpts()
    assert excerpt.tag_paths == ("主题", "方法")
    steps = [str(step.label) for step in annotated.library.journal.history(2)]
    assert steps == ["Tag highlight", "Add highlight"]
    annotated.undo()
    (excerpt,) = annotated.excerpts()
    assert excerpt.tag_paths == ("主题",)
