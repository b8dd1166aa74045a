from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.reader.pane import ReaderPane
from desktop.reader.spans import Span
from tests.desktop.reader.conftest import SENTENCE, ShowText

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "𠮷😀政协是组织。他说：“商量好办事。”然后散会。\n" + SENTENCE * 3


def on(pane: ReaderPane, position: int) -> QPoint:
    """Return a point on the character at `position`."""
    return pane.rect_of(position, position + 1).center()


def before(pane: ReaderPane, position: int) -> QPoint:
    """Return a point at the left edge of the character at `position`."""
    return pane.rect_of(position, position).center()


def press(pane: ReaderPane, point: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mousePress(pane.viewport(), LEFT, modifiers, point)


def drag(pane: ReaderPane, start: QPoint, *points: QPoint) -> None:
    press(pane, start)
    for point in points:
        QTest.mouseMove(pane.viewport(), point)


def release(pane: ReaderPane, point: QPoint) -> None:
    QTest.mouseRelease(pane.viewport(), LEFT, pos=point)


def clicks(pane: ReaderPane, point: QPoint, count: int) -> None:
    """Click so many times in quick succession, as a window system reports it."""
    QTest.mouseClick(pane.viewport(), LEFT, pos=point)
    for number in range(1, count):
        if number == 1:
            QTest.mouseDClick(pane.viewport(), LEFT, pos=point)
        else:
            press(pane, point)
        release(pane, point)


def test_dragging_selects_and_says_so_at_once(show: ShowText, qtbot: QtBot) -> None:
    pane = show(TEXT)
    drag(pane, before(pane, 2), before(pane, 5), before(pane, 7))
    with qtbot.waitSignal(pane.selection_finished_by_mouse, timeout=50) as finished:
        release(pane, before(pane, 7))
    assert pane.selection() == (2, 7)
    assert finished.args == [before(pane, 7)]


def test_dragging_backwards_keeps_the_anchor(show: ShowText) -> None:
    pane = show(TEXT)
    drag(pane, before(pane, 7), before(pane, 5), before(pane, 2))
    release(pane, before(pane, 2))
    assert pane.selection() == (2, 7)
    assert pane.caret() == 2


def test_a_double_click_selects_a_word_and_tells_once_no_click_can_follow(show: ShowText, qtbot: QtBot) -> None:
    pane = show(TEXT)
    place = TEXT.index("组织")
    told: list[QPoint] = []
    pane.selection_finished_by_mouse.connect(told.append)
    with qtbot.waitSignal(pane.selection_finished_by_mouse):
        clicks(pane, on(pane, place), 2)
        assert told == []
    assert pane.selected_text() == "组织"


def test_a_third_click_selects_the_sentence_and_a_fourth_the_paragraph(show: ShowText) -> None:
    pane = show(TEXT)
    clicks(pane, on(pane, TEXT.index("商量")), 3)
    assert pane.selected_text() == "他说：“商量好办事。”"
    pane = show(TEXT)
    clicks(pane, on(pane, TEXT.index("商量")), 4)
    assert pane.selected_text() == TEXT.partition("\n")[0]


def test_dragging_after_a_double_click_goes_by_words(show: ShowText) -> None:
    pane = show(TEXT)
    start = TEXT.index("组织")
    QTest.mouseClick(pane.viewport(), LEFT, pos=on(pane, start))
    QTest.mouseDClick(pane.viewport(), LEFT, pos=on(pane, start))
    QTest.mouseMove(pane.viewport(), on(pane, TEXT.index("协")))
    release(pane, on(pane, TEXT.index("协")))
    assert pane.selected_text() in {"政协是组织", "协是组织"}
    assert pane.caret() <= TEXT.index("协")


def test_shift_and_a_click_extend(show: ShowText) -> None:
    pane = show(TEXT)
    QTest.mouseClick(pane.viewport(), LEFT, pos=before(pane, 4))
    QTest.mouseClick(pane.viewport(), LEFT, SHIFT, before(pane, 9))
    assert pane.selection() == (4, 9)
    QTest.mouseClick(pane.viewport(), LEFT, SHIFT, before(pane, 2))
    assert pane.selection() == (2, 4)


def test_dragging_past_the_edge_scrolls_on(show: ShowText, qtbot: QtBot) -> None:
    pane = show("\n".join(SENTENCE * 3 for _ in range(60)))
    drag(pane, before(pane, 3), QPoint(300, 500), QPoint(300, 700))
    qtbot.waitUntil(lambda: pane.map.value() > 400)
    release(pane, QPoint(300, 700))
    held = pane.selection()
    assert held is not None
    assert held[0] == 3
    assert held[1] > pane.place() > 0
    assert held[1] > 600
    value = pane.map.value()
    QTest.qWait(60)
    assert pane.map.value() == value


def test_a_click_selects_the_highlight_and_another_the_one_below(show: ShowText) -> None:
    pane = show(TEXT)
    pane.set_spans([Span("wide", 2, 12, "red"), Span("narrow", 4, 6, "blue")])
    clicked: list[str] = []
    pane.highlight_clicked.connect(clicked.append)
    for _ in range(3):
        QTest.mouseClick(pane.viewport(), LEFT, pos=on(pane, 5))
    assert clicked == ["narrow", "wide", "narrow"]
    assert pane.selected_highlight() == "narrow"
    QTest.mouseClick(pane.viewport(), LEFT, pos=on(pane, 20))
    assert pane.selected_highlight() is None
    assert len(clicked) == 3


def test_a_click_beside_the_text_selects_no_highlight(show: ShowText) -> None:
    pane = show("短文")
    pane.set_spans([Span("a", 0, 2, "red")])
    QTest.mouseClick(pane.viewport(), LEFT, pos=on(pane, 1) + QPoint(200, 0))
    assert pane.selected_highlight() is None


def resizing(show: ShowText) -> ReaderPane:
    pane = show(TEXT)
    pane.set_spans([Span("a", 4, 8, "red")])
    pane.set_selected_highlight("a")
    return pane


def test_dragging_a_handle_resizes_live_and_tells_at_the_end(show: ShowText, qtbot: QtBot) -> None:
    pane = resizing(show)
    drag(pane, before(pane, 8), before(pane, 10), before(pane, 12))
    span = pane.marks.spans.find("a")
    assert span is not None
    assert (span.start, span.end) == (4, 12)
    with qtbot.waitSignal(pane.highlight_resized) as resized:
        release(pane, before(pane, 12))
    assert resized.args == ["a", 4, 12]
    assert pane.selected_highlight() == "a"
    assert pane.selection() is None


def test_the_other_handle_moves_the_start_and_may_cross(show: ShowText, qtbot: QtBot) -> None:
    pane = resizing(show)
    drag(pane, before(pane, 4), before(pane, 2))
    with qtbot.waitSignal(pane.highlight_resized) as resized:
        release(pane, before(pane, 2))
    assert resized.args == ["a", 2, 8]
    drag(pane, before(pane, 2), before(pane, 10))
    with qtbot.waitSignal(pane.highlight_resized) as resized:
        release(pane, before(pane, 10))
    assert resized.args == ["a", 8, 10]


def test_esc_during_a_drag_restores(show: ShowText, qtbot: QtBot) -> None:
    pane = resizing(show)
    drag(pane, before(pane, 8), before(pane, 10), before(pane, 12))
    with qtbot.assertNotEmitted(pane.highlight_resized):
        QTest.keyClick(pane, Qt.Key.Key_Escape)
        release(pane, before(pane, 12))
    assert pane.marks.spans.find("a") == Span("a", 4, 8, "red")
    assert pane.selected_highlight() == "a"


def test_a_handle_pressed_and_left_alone_changes_nothing(show: ShowText, qtbot: QtBot) -> None:
    pane = resizing(show)
    with qtbot.assertNotEmitted(pane.highlight_resized):
        QTest.mouseClick(pane.viewport(), LEFT, pos=before(pane, 8))
    assert pane.selected_highlight() == "a"


def test_the_pointer_shows_where_a_handle_is(show: ShowText) -> None:
    pane = resizing(show)
    QTest.mouseMove(pane.viewport(), before(pane, 8))
    assert pane.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(pane.viewport(), on(pane, 20))
    assert pane.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_the_other_buttons_leave_the_selection_alone(show: ShowText) -> None:
    pane = show(TEXT)
    pane.select(2, 5)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.RightButton, pos=on(pane, 20))
    assert pane.selection() == (2, 5)


def test_a_click_never_lands_inside_a_grapheme(show: ShowText) -> None:
    family = "👨‍👩‍👧"
    pane = show(family + "e\u0301好")
    box = pane.rect_of(0, len(family))
    places = {pane.flow.position_at(QPoint(x, box.center().y())) for x in range(box.left() - 5, box.right() + 40)}
    assert places == {0, len(family), len(family) + 2, len(family) + 3}
