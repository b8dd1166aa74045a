import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.reader.pane import ReaderPane
from desktop.reader.selection import Selection
from desktop.reader.spans import Span
from tests.desktop.reader.conftest import SENTENCE, ShowText, colors_in, picture

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "\n".join(f"{number}" + SENTENCE * (1 + number % 7) for number in range(400))


def put_caret(pane: ReaderPane, position: int) -> None:
    pane.set_selection(Selection(position, position), caret=True)


def test_without_a_caret_the_keys_scroll(show: ShowText) -> None:
    pane = show(LONG)
    pitch = pane.reader_style.pitch
    QTest.keyClick(pane, Key.Key_Down)
    assert pane.map.value() == pitch
    QTest.keyClick(pane, Key.Key_Up)
    assert pane.map.value() == 0
    for key in (Key.Key_Space, Key.Key_PageDown):
        before = pane.map.value()
        QTest.keyClick(pane, key)
        assert pane.map.value() == before + pane.viewport().height() - 2 * pitch
    QTest.keyClick(pane, Key.Key_Space, SHIFT)
    QTest.keyClick(pane, Key.Key_PageUp)
    assert pane.map.value() == 0
    QTest.keyClick(pane, Key.Key_End)
    assert pane.furthest() == len(LONG)
    QTest.keyClick(pane, Key.Key_Home)
    assert pane.place() == 0
    assert pane.selection() is None


@pytest.mark.parametrize("text", ["a𠮷b", "a😀b", "ae\u0301b", "a葛\U000e0100b", "a👨‍👩‍👧b"])
def test_arrows_step_over_whole_characters(show: ShowText, text: str) -> None:
    pane = show(text)
    put_caret(pane, 1)
    QTest.keyClick(pane, Key.Key_Right)
    assert pane.caret() == len(text) - 1
    QTest.keyClick(pane, Key.Key_Left, SHIFT)
    assert pane.selection() == (1, len(text) - 1)


def test_arrows_go_over_the_end_of_a_paragraph(show: ShowText) -> None:
    pane = show("一\n二")
    put_caret(pane, 1)
    QTest.keyClick(pane, Key.Key_Right)
    assert pane.caret() == 2
    QTest.keyClick(pane, Key.Key_Left)
    assert pane.caret() == 1


def test_arrows_take_no_step_for_hidden_marks(show: ShowText) -> None:
    pane = show("普**粗**，[人](http://a.b)", format="markdown")
    put_caret(pane, 1)
    places: list[int | None] = []
    for _ in range(4):
        QTest.keyClick(pane, Key.Key_Right)
        places.append(pane.caret())
    assert places == [4, 7, 9, 22]
    for _ in range(4):
        QTest.keyClick(pane, Key.Key_Left)
        places.append(pane.caret())
    assert places[4:] == [8, 6, 3, 0]


def test_an_arrow_leaves_a_selection_at_the_end_it_points_to(show: ShowText) -> None:
    pane = show(SENTENCE)
    pane.select(3, 8)
    QTest.keyClick(pane, Key.Key_Left)
    assert (pane.caret(), pane.selection()) == (3, None)
    pane.select(3, 8)
    QTest.keyClick(pane, Key.Key_Right)
    assert pane.caret() == 8


def test_up_and_down_keep_their_x_over_short_lines_and_gaps(show: ShowText) -> None:
    pane = show(SENTENCE * 2 + "\n\n短\n" + SENTENCE * 2)
    put_caret(pane, 20)
    x = pane.rect_of(20, 20).x()
    short = (SENTENCE * 2 + "\n\n短\n").index("短")
    QTest.keyClick(pane, Key.Key_Down)
    QTest.keyClick(pane, Key.Key_Down)
    assert pane.caret() == short + 1
    QTest.keyClick(pane, Key.Key_Down)
    assert abs(pane.rect_of(pane.caret(), pane.caret()).x() - x) < 19
    for _ in range(3):
        QTest.keyClick(pane, Key.Key_Up)
    assert abs(pane.rect_of(pane.caret(), pane.caret()).x() - x) < 19
    QTest.keyClick(pane, Key.Key_Up)
    assert pane.caret() == 0


def test_home_and_end_stay_on_the_line(show: ShowText) -> None:
    pane = show(SENTENCE * 4)
    put_caret(pane, 35)
    row = pane.rect_of(35, 35).y()
    QTest.keyClick(pane, Key.Key_End)
    assert pane.rect_of(pane.caret(), pane.caret()).y() == row
    end = pane.caret()
    QTest.keyClick(pane, Key.Key_Home)
    assert pane.rect_of(pane.caret(), pane.caret()).y() == row
    start = pane.caret()
    assert start < 35 < end
    QTest.keyClick(pane, Key.Key_End, SHIFT)
    assert pane.selection() == (start, end + 1)


def test_ctrl_goes_by_words_and_to_the_ends(show: ShowText) -> None:
    pane = show("协商，民主。\n" + SENTENCE)
    put_caret(pane, 0)
    QTest.keyClick(pane, Key.Key_Right, CTRL | SHIFT)
    assert pane.selection() == (0, 2)
    QTest.keyClick(pane, Key.Key_Right, CTRL | SHIFT)
    assert pane.selection() == (0, 5)
    QTest.keyClick(pane, Key.Key_Left, CTRL)
    assert pane.caret() == 3
    QTest.keyClick(pane, Key.Key_End, CTRL)
    assert pane.caret() == len("协商，民主。\n" + SENTENCE)
    QTest.keyClick(pane, Key.Key_Home, CTRL | SHIFT)
    assert pane.selection() == (0, len("协商，民主。\n" + SENTENCE))


def test_a_page_takes_the_caret_along(show: ShowText) -> None:
    pane = show(LONG)
    put_caret(pane, 100)
    y = pane.rect_of(100, 100).y()
    QTest.keyClick(pane, Key.Key_PageDown)
    assert pane.map.value() > 400
    assert abs(pane.rect_of(pane.caret(), pane.caret()).y() - y) <= pane.reader_style.pitch
    QTest.keyClick(pane, Key.Key_PageUp, SHIFT)
    held = pane.selection()
    assert held is not None
    assert held[0] < 200


def test_the_caret_is_kept_in_sight(show: ShowText) -> None:
    pane = show(LONG)
    put_caret(pane, pane.furthest() - 1)
    for _ in range(5):
        QTest.keyClick(pane, Key.Key_Down)
        assert not pane.rect_of(pane.caret(), pane.caret()).isEmpty()
    assert pane.map.value() > 0


def test_shift_and_arrows_move_an_end_of_the_selected_highlight(show: ShowText, qtbot: QtBot) -> None:
    pane = show("𠮷协商民主，好。")
    pane.put_span(Span("a", 1, 3, "red"))
    pane.set_selected_highlight("a")
    with qtbot.waitSignal(pane.highlight_resized) as resized:
        QTest.keyClick(pane, Key.Key_Right, SHIFT)
    assert resized.args == ["a", 1, 4]
    with qtbot.waitSignal(pane.highlight_resized) as resized:
        QTest.keyClick(pane, Key.Key_Right, SHIFT | CTRL)
    assert resized.args == ["a", 1, 5]
    pane.swap_ends()
    with qtbot.waitSignal(pane.highlight_resized) as resized:
        QTest.keyClick(pane, Key.Key_Left, SHIFT)
    assert resized.args == ["a", 0, 5]
    assert pane.selection() is None


def test_the_ends_of_a_highlight_do_not_meet(show: ShowText, qtbot: QtBot) -> None:
    pane = show(SENTENCE)
    pane.put_span(Span("a", 1, 2, "red"))
    pane.set_selected_highlight("a")
    with qtbot.assertNotEmitted(pane.highlight_resized):
        QTest.keyClick(pane, Key.Key_Left, SHIFT)


def test_esc_puts_away_one_thing_at_a_time(show: ShowText) -> None:
    pane = show(SENTENCE)
    pane.put_span(Span("a", 1, 2, "red"))
    pane.select(3, 6)
    QTest.keyClick(pane, Key.Key_Escape)
    assert pane.selection() is None
    pane.set_selected_highlight("a")
    QTest.keyClick(pane, Key.Key_Escape)
    assert pane.selected_highlight() is None
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Escape, NONE)
    pane.keyPressEvent(event)
    assert not event.isAccepted()


def test_with_caret_browsing_there_is_always_a_caret(show: ShowText) -> None:
    pane = show(LONG)
    pane.set_caret_browsing(True)
    assert pane.marks.caret_visible
    QTest.keyClick(pane, Key.Key_Right)
    assert (pane.caret(), pane.map.value()) == (1, 0)
    pane.select(2, 6)
    assert pane.marks.caret_visible
    QTest.keyClick(pane, Key.Key_Escape)
    assert (pane.caret(), pane.selection(), pane.marks.caret_visible) == (6, None, True)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Escape, NONE)
    pane.keyPressEvent(event)
    assert not event.isAccepted()
    QTest.keyClick(pane, Key.Key_Space)
    assert pane.caret() > 100
    assert not pane.rect_of(pane.caret(), pane.caret()).isEmpty()
    pane.go_to(3000)
    assert pane.caret() == 3000
    pane.set_caret_browsing(False)
    assert not pane.marks.caret_visible


def test_a_text_opened_with_caret_browsing_has_its_caret_where_it_was_left(show: ShowText) -> None:
    pane = show("前文")
    pane.set_caret_browsing(True)
    text = pane.flow.document.text
    pane.open_text(text, title="", format="text", place=1)
    assert (pane.caret(), pane.marks.caret_visible) == (1, True)
    pane.clear()
    pane.set_caret_browsing(False)
    pane.open_text(text, title="", format="text")
    assert not pane.marks.caret_visible


def test_space_keeps_a_selection(show: ShowText) -> None:
    pane = show(LONG)
    pane.set_caret_browsing(True)
    pane.select(2, 6)
    QTest.keyClick(pane, Key.Key_Space)
    assert pane.map.value() > 0
    assert pane.selection() == (2, 6)


def test_the_end_that_moves_is_shown(show: ShowText) -> None:
    pane = show(SENTENCE)
    put_caret(pane, 3)
    QTest.keyClick(pane, Key.Key_Right, SHIFT)
    box = pane.rect_of(4, 4)
    accent = pane.reader_style.accent.name()
    assert accent in colors_in(picture(pane), box.left() - 1, box.top() + 2, 2, 4)
    pane.swap_ends()
    assert accent not in colors_in(picture(pane), box.left() - 1, box.top() + 2, 2, 4)


def test_enter_selects_the_highlight_at_the_caret_and_then_the_next_of_a_stack(show: ShowText) -> None:
    pane = show(SENTENCE)
    pane.set_spans([Span("wide", 2, 12, "red"), Span("narrow", 4, 6, "blue")])
    put_caret(pane, 5)
    clicked: list[str] = []
    pane.highlight_clicked.connect(clicked.append)
    for key in (Key.Key_Return, Key.Key_Enter):
        QTest.keyClick(pane, key)
    assert clicked == ["narrow", "wide"]
    assert pane.selected_highlight() == "wide"
    put_caret(pane, 20)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Return, NONE)
    pane.keyPressEvent(event)
    assert not event.isAccepted()
