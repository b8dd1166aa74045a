"""What screen readers are told, asked as they ask."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.reader import accessible
from desktop.reader.accessible import ScreenReading, VisibleText, interface_of
from desktop.reader.pane import ReaderPane
from desktop.reader.spans import Span
from tests.desktop.reader.conftest import SENTENCE, ShowText

TEXT = "𠮷😀协商e\u0301民主。\n\nWords here.\n"
LONG = "\n".join(f"{number}" + SENTENCE for number in range(400))
Told = list[tuple[str, tuple[int, ...]]]


@pytest.fixture(scope="module", autouse=True)
def factory(qapp: object) -> None:
    QAccessible.installFactory(interface_of)


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What screen readers hear: the kinds of events, with their places."""
    heard: Told = []
    places = ("changePosition", "cursorPosition", "selectionStart", "selectionEnd")

    class Heard(QAccessible):
        @staticmethod
        def updateAccessibility(event: object) -> None:
            found = [getattr(event, name)() for name in places[1:] if hasattr(event, name)]
            heard.append((type(event).__name__.removeprefix("QAccessible"), tuple(found)))

    monkeypatch.setattr(accessible, "QAccessible", Heard)
    return heard


def interface(pane: ReaderPane) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(pane)
    assert found is not None
    return found


def text_of(pane: ReaderPane) -> QAccessibleTextInterface:
    found = interface(pane).textInterface()
    assert found is not None
    return found


def test_the_visible_paragraphs_are_the_text(show: ShowText, listening: None) -> None:
    pane = show(TEXT)
    text = text_of(pane)
    assert text.characterCount() == len(TEXT.encode("utf-16-le")) // 2
    assert text.text(0, text.characterCount()) == TEXT
    assert text.text(2, 4) == "😀"
    assert text.text(4, 6) == "协商"
    assert text.text(-5, 99) == TEXT


def test_of_a_long_text_only_what_is_in_the_window(show: ShowText, listening: None) -> None:
    pane = show(LONG, place=LONG.index("\n100") + 1)
    text = text_of(pane)
    assert text.characterCount() < 2000
    assert text.text(0, 5) == "100议事"
    assert LONG.count(text.text(0, text.characterCount())) == 1


def test_it_is_a_text_to_read(show: ShowText, listening: None) -> None:
    pane = show(TEXT, title="协商")
    found = interface(pane)
    assert found.role() is QAccessible.Role.EditableText
    state = found.state()
    assert (state.readOnly, state.selectableText, state.multiLine, state.focusable) == (1, 1, 1, 1)
    assert found.text(QAccessible.Text.Name) == "Text"
    assert found.text(QAccessible.Text.Description) == "协商"


def test_what_it_is_not_is_answered_too(show: ShowText, listening: None) -> None:
    found = interface(show(TEXT))
    assert found.valueInterface() is None
    assert found.tableCellInterface() is None
    assert found.actionInterface() is not None


def test_the_caret_is_told_and_set_in_utf16(show: ShowText, listening: None) -> None:
    pane = show(TEXT)
    text = text_of(pane)
    text.setCursorPosition(4)
    assert (pane.caret(), text.cursorPosition(), pane.marks.caret_visible) == (2, 4, True)
    text.setCursorPosition(3)
    assert pane.caret() == 2
    text.addSelection(4, 6)
    assert pane.selected_text() == "协商"
    text.setSelection(0, 0, 4)
    assert pane.selected_text() == "𠮷😀"
    assert text.selectionCount() == 0  # where it lies cannot be told
    text.removeSelection(0)
    assert pane.selection() is None


def test_characters_are_found_on_the_screen(show: ShowText, listening: None) -> None:
    pane = show(TEXT)
    text = text_of(pane)
    box = text.characterRect(4)
    assert box.topLeft() == pane.viewport().mapToGlobal(pane.rect_of(2, 3).topLeft())
    assert text.offsetAtPoint(box.center()) == 4
    assert text.offsetAtPoint(pane.viewport().mapToGlobal(QPoint(-5, -5))) == -1
    assert text.characterRect(text.characterCount()).height() > 0


def test_a_passage_is_scrolled_to(show: ShowText, listening: None) -> None:
    pane = show(LONG)
    text = text_of(pane)
    last = text.characterCount() - 1
    text.scrollToSubstring(last, last + 1)
    assert pane.map.value() > 0


def test_the_selected_highlight_is_described(show: ShowText, listening: None) -> None:
    pane = show(TEXT, title="协商")
    pane.set_spans([Span("a", 2, 4, "red")])
    pane.set_notes({"a": "又见"})
    pane.set_selected_highlight("a")
    assert interface(pane).text(QAccessible.Text.Description) == "协商\nHighlight, Red: 协商\nNote: 又见"


def test_without_a_text_there_is_nothing(show: ShowText, listening: None) -> None:
    pane = show(TEXT)
    text = text_of(pane)
    pane.clear()
    assert (text.characterCount(), text.text(0, 5), text.cursorPosition()) == (0, "", 0)
    assert text.offsetAtPoint(QPoint(0, 0)) == -1
    assert VisibleText.of(None).length_utf16 == 0


def test_other_widgets_are_left_to_qt(qtbot: QtBot, listening: None) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert interface_of("QWidget", widget) is None


def test_the_caret_and_the_selection_are_told(show: ShowText, qtbot: QtBot, listening: None, told: Told) -> None:
    pane = show(TEXT)
    ScreenReading(pane)
    pane.select(2, 4)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [name for name, _ in told] == ["TextUpdateEvent", "TextCursorEvent", "TextSelectionEvent"]
    assert told[1][1] == (6,)
    assert told[2][1][-2:] == (4, 6)
    told.clear()
    pane.clear_selection()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1][1][-2:] == (6, 6)


def test_scrolling_tells_the_new_text_once(show: ShowText, qtbot: QtBot, listening: None, told: Told) -> None:
    pane = show(LONG)
    ScreenReading(pane)
    for _ in range(5):
        pane.scroll_by(100)
    qtbot.waitUntil(lambda: bool(told))
    assert [name for name, _ in told] == ["TextUpdateEvent", "TextCursorEvent"]


def test_a_selected_highlight_is_announced(show: ShowText, listening: None, told: Told) -> None:
    pane = show(TEXT)
    ScreenReading(pane)
    pane.set_spans([Span("a", 2, 4, "red")])
    pane.set_selected_highlight("a")
    assert [name for name, _ in told] == ["Event", "AnnouncementEvent"]


def test_nobody_is_told_while_no_screen_reader_listens(show: ShowText, qtbot: QtBot, told: Told) -> None:
    pane = show(TEXT)
    ScreenReading(pane)
    pane.set_spans([Span("a", 2, 4, "red")])
    pane.select(2, 4)
    pane.set_selected_highlight("a")
    qtbot.wait(1)
    assert told == []


def test_a_pane_that_is_gone_is_asked_nothing(show: ShowText, listening: None) -> None:
    pane = ReaderPane(show(TEXT).reader_style)
    text = text_of(pane)
    pane.deleteLater()
    del pane
    assert (text.characterCount(), text.cursorPosition()) == (0, 0)
