"""Notes in the margin of a real pane: where they stand, how they look, what the mouse does."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reader.margin import FOLDED, Standing
from desktop.reader.marginnotes import GAP
from desktop.reader.noteruns import PAGE
from desktop.reader.pane import ReaderPane
from desktop.reader.spans import Span
from tests.desktop.reader.conftest import SENTENCE, ShowText, colors_in, picture
from tests.desktop.reader.test_repainting import LONG, assert_whole

WIDE, NARROW = (900, 600), (570, 600)
LEFT = Qt.MouseButton.LeftButton
NOTE = "六成以上当场解决。与第 11 期的四成比较，变化从何而来？"


def standing(pane: ReaderPane) -> list[Standing]:
    assert pane.flow is not None
    return pane.marks.margin.standing(pane.flow)


def note(pane: ReaderPane, id: str) -> Standing:
    return next(found for found in standing(pane) if found.id == id)


def inked(pane: ReaderPane, area: QRect) -> bool:
    """Say whether anything is painted in a part of the window in exactly the colour of notes."""
    name = pane.reader_style.note.name()
    return name in colors_in(picture(pane), area.left(), area.top(), area.width(), area.height())


@pytest.fixture
def wide(show: ShowText) -> ReaderPane:
    pane = show(LONG, size=WIDE)
    pane.set_spans([Span(str(n), n * 50, n * 50 + 30, "yellow") for n in range(100)])
    return pane


def test_a_note_stands_beside_its_line_in_the_colour_of_notes(wide: ReaderPane) -> None:
    wide.set_notes({"3": NOTE})
    found = note(wide, "3")
    glyphs = wide.rect_of(150, 151)
    assert found.rect.top() == glyphs.top()
    assert found.rect.left() > wide.rect_of(0, 5000).right()
    assert found.rect.right() < wide.viewport().width()
    assert not found.moved
    assert inked(wide, found.rect)
    below = found.rect.translated(0, found.rect.height())
    assert not inked(wide, below & wide.viewport().rect())
    wide.drop_note("3")
    assert standing(wide) == []
    assert not inked(wide, found.rect)


def test_neighbours_make_room_in_their_order(wide: ReaderPane) -> None:
    wide.set_notes({str(n): NOTE * (1 + n % 3) for n in range(2, 12)})
    found = [shown for shown in standing(wide) if shown.type is not None]
    assert len(found) > 3
    assert all(upper.rect.bottom() + 1 + GAP <= lower.rect.top() for upper, lower in pairwise(found))
    assert [int(shown.id) for shown in found] == sorted(int(shown.id) for shown in found)
    assert any(shown.moved for shown in found)


def test_what_has_no_room_at_all_is_a_mark(wide: ReaderPane) -> None:
    spans = [Span(f"n{n}", 100 + n, 400, "red") for n in range(90)]
    wide.set_spans([*spans, Span("behind", 200, 210, "blue")])
    wide.set_notes({span.id: NOTE for span in spans})
    found = standing(wide)
    assert {shown.id for shown in found if shown.type is None}
    assert {shown.id for shown in found if shown.type is not None}


def test_a_long_note_unfolds_while_its_highlight_is_selected(wide: ReaderPane) -> None:
    wide.set_notes({"3": NOTE * 5, "9": NOTE})
    folded = note(wide, "3").type
    assert folded is not None
    assert (folded.folded, folded.lines) == (True, FOLDED)
    wide.set_selected_highlight("3")
    unfolded = note(wide, "3").type
    assert unfolded is not None
    assert not unfolded.folded
    assert unfolded.lines > FOLDED
    wide.set_selected_highlight(None)
    assert note(wide, "3").rect.height() == FOLDED * wide.reader_style.note_pitch


@pytest.mark.parametrize("text", ["𠮷😀👨‍👩‍👧e\u0301", "<b>粗</b>", "a\r\nb", "\u202e反"])
def test_any_text_is_shown_as_it_is(wide: ReaderPane, text: str) -> None:
    wide.set_notes({"3": text})
    shown = picture(wide)
    wide.put_note("3", "粗")
    other = picture(wide)
    wide.put_note("3", " \n")
    assert len({bytes(image.constBits()) for image in (shown, other, picture(wide))}) == 3
    assert standing(wide) == []


def test_on_a_narrow_window_a_mark_stands_beside_the_line(wide: ReaderPane) -> None:
    wide.set_notes({"3": NOTE, "5": NOTE})
    assert all(shown.type is not None for shown in standing(wide))
    wide.resize(*NARROW)
    QApplication.processEvents()
    marks = standing(wide)
    assert [mark.type for mark in marks] == [None, None]
    for mark, place in zip(marks, (150, 250), strict=True):
        assert abs(mark.rect.center().y() - wide.rect_of(place, place + 1).center().y()) <= 1
        assert mark.rect.right() < wide.viewport().width()
        assert wide.reader_style.page.name() != picture(wide).pixelColor(mark.rect.center().x(), mark.rect.top()).name()
    assert_whole(wide)
    wide.resize(*WIDE)
    QApplication.processEvents()
    assert all(shown.type is not None for shown in standing(wide))
    assert_whole(wide)


def test_without_notes_in_the_margin_the_lane_is_not_kept_free(wide: ReaderPane) -> None:
    wide.set_notes({"3": NOTE})
    assert wide.flow is not None
    before = wide.flow.column
    wide.set_style(replace(wide.reader_style, note_lane=0))
    assert wide.flow.column.left > before.left
    assert [shown.type for shown in standing(wide)] == [None]


def test_notes_follow_their_highlights(wide: ReaderPane) -> None:
    wide.set_notes({"3": NOTE, "lost": NOTE})
    top = note(wide, "3").rect.top()
    wide.put_span(Span("3", 15, 180, "yellow"))
    assert note(wide, "3").rect.top() < top
    wide.drop_span("3")
    assert standing(wide) == []
    wide.put_span(Span("lost", 150, 160, "red"))
    assert note(wide, "lost").rect.top() == top
    wide.set_spans([])
    assert standing(wide) == []


def scroll_all(pane: ReaderPane) -> None:
    for distance in (7, 300, 57, -123, 411, -20, 590, -580, 1, 5000, -599):
        pane.scroll_by(distance)
        assert_whole(pane)


CHANGES: list[Callable[[ReaderPane], object]] = [
    lambda pane: pane.put_note("4", NOTE * 4),
    lambda pane: pane.drop_note("6"),
    lambda pane: pane.set_notes({"1": "一"}),
    lambda pane: pane.put_span(Span("6", 20, 420, "blue")),
    lambda pane: pane.drop_span("6"),
    lambda pane: pane.set_selected_highlight("6"),
    lambda pane: (pane.set_selected_highlight("6"), pane.scroll_by(90), pane.set_selected_highlight("12")),
    lambda pane: pane.set_spans([Span("8", 60, 80, "green")]),
    lambda pane: (pane.zoom(1), pane.scroll_by(100)),
]


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_window_is_as_painted_anew(wide: ReaderPane, change: Callable[[ReaderPane], object]) -> None:
    wide.set_notes({str(n): NOTE * (1 + n % 4) for n in range(0, 100, 2)})
    assert_whole(wide)
    change(wide)
    assert_whole(wide)


def test_scrolling_by_parts_of_a_window_equals_a_fresh_painting(wide: ReaderPane) -> None:
    wide.set_notes({str(n): NOTE * (1 + n % 4) for n in range(0, 100, 3)})
    QApplication.processEvents()
    scroll_all(wide)
    wide.set_spans([Span(str(n), n * 23, n * 23 + 20, "yellow") for n in range(900)])
    wide.set_notes({str(n): NOTE for n in range(900)})
    scroll_all(wide)
    wide.resize(*NARROW)
    scroll_all(wide)


def test_a_note_stands_at_one_place_wherever_one_comes_from(show: ShowText, wide: ReaderPane) -> None:
    other = show(LONG, size=WIDE, place=6000)
    notes = {str(n): NOTE * (1 + n % 4) for n in range(100)}
    for pane in (wide, other):
        pane.set_spans([Span(str(n), n * 40, n * 40 + 30, "yellow") for n in range(100)])
        pane.set_notes(notes)
    for place in (2000, 1200):
        wide.scroll_to_place(place)
        other.scroll_to_place(place)
        assert [(shown.id, shown.rect) for shown in standing(wide)] == [
            (shown.id, shown.rect) for shown in standing(other)
        ]
        assert standing(wide)


def test_nothing_far_from_the_window_is_laid_out(wide: ReaderPane) -> None:
    wide.set_spans([Span(str(n), n * 20, n * 20 + 9, "yellow") for n in range(1500)])
    wide.set_notes({str(n): NOTE for n in range(0, 1500, 5)})
    assert wide.flow is not None
    wide.flow.cache.clear()
    wide.scroll_to_place(15_000)
    assert standing(wide)
    document = wide.flow.document
    laid_out = [index for index in range(document.block_count) if index in wide.flow.cache]
    near = range(document.block_at(15_000 - 4 * PAGE), document.block_at(15_000 + 4 * PAGE))
    assert set(laid_out) <= set(near)


def test_a_click_selects_the_highlight_and_a_second_one_asks_for_the_note(wide: ReaderPane, qtbot: QtBot) -> None:
    wide.set_notes({"3": NOTE * 5, "5": NOTE})
    wide.select(10, 20)
    point = note(wide, "3").rect.center()
    with qtbot.waitSignal(wide.highlight_clicked) as clicked:
        QTest.mouseClick(wide.viewport(), LEFT, pos=point)
    assert clicked.args == ["3"]
    assert wide.selected_highlight() == "3"
    assert wide.selection() is None
    with qtbot.waitSignal(wide.note_activated) as asked:
        QTest.mouseDClick(wide.viewport(), LEFT, pos=point)
    assert asked.args == ["3"]


def test_enter_asks_for_the_note_of_the_selected_highlight(wide: ReaderPane, qtbot: QtBot) -> None:
    wide.set_notes({"3": NOTE})
    asked: list[str] = []
    wide.note_activated.connect(asked.append)
    QTest.keyClick(wide, Qt.Key.Key_Return)
    wide.set_selected_highlight("4")
    QTest.keyClick(wide, Qt.Key.Key_Return)
    assert asked == []
    wide.set_selected_highlight("3")
    QTest.keyClick(wide, Qt.Key.Key_Return)
    QTest.keyClick(wide, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(wide, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["3", "3"]


def test_the_margin_beside_a_note_belongs_to_the_text(wide: ReaderPane) -> None:
    wide.set_notes({"3": NOTE})
    wide.set_selected_highlight("3")
    rect = note(wide, "3").rect
    QTest.mouseClick(wide.viewport(), LEFT, pos=QPoint(rect.left(), rect.bottom() + 30))
    assert wide.selected_highlight() is None


def test_hovering_a_mark_tells_its_notes_until_the_mouse_or_the_text_moves_on(wide: ReaderPane) -> None:
    wide.put_span(Span("same", 151, 160, "red"))
    wide.set_notes({"3": NOTE, "same": "<b>", "5": "二"})
    told: list[str] = []
    wide.note_hovered.connect(lambda text, _: told.append(text))
    QTest.mouseMove(wide.viewport(), note(wide, "3").rect.center())
    assert told == []
    assert wide.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    wide.resize(*NARROW)
    QApplication.processEvents()
    QTest.mouseMove(wide.viewport(), note(wide, "3").rect.center())
    assert told == [f"{NOTE}\n<b>"]
    QTest.mouseMove(wide.viewport(), QPoint(200, 200))
    assert told[1:] == [""]
    assert wide.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor
    QTest.mouseMove(wide.viewport(), note(wide, "5").rect.center())
    wide.scroll_by(20)
    assert told[2:] == ["二", ""]


def test_clicks_on_one_mark_go_through_its_notes(show: ShowText) -> None:
    pane = show(SENTENCE * 9, size=NARROW)
    pane.set_spans([Span("a", 0, 5, "red"), Span("b", 2, 9, "blue")])
    pane.set_notes({"a": "一", "b": "二"})
    picked: list[str] = []
    pane.highlight_clicked.connect(picked.append)
    for wait in ("a", "b", "a"):
        QTest.mouseClick(pane.viewport(), LEFT, pos=note(pane, "a").rect.center())
        assert pane.selected_highlight() == wait
    assert picked == ["a", "b", "a"]


def test_an_empty_text_and_a_cleared_pane_have_no_notes(show: ShowText) -> None:
    pane = show("", size=WIDE)
    pane.set_notes({"a": NOTE})
    assert standing(pane) == []
    pane.set_spans([Span("a", 0, 0, "red")])
    assert len(standing(pane)) == 1
    pane.clear()
    pane.set_notes({})
    assert "a" not in pane.marks.margin
