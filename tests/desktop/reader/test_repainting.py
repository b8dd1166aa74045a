"""What stands on the screen after repainting parts of it is what painting everything anew would put there."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.reader.hits import Hit, Hits
from desktop.reader.pane import ReaderPane
from desktop.reader.selection import Selection
from desktop.reader.spans import Span
from desktop.reader.style import resized
from tests.desktop.reader.conftest import SENTENCE, ShowText

LONG = "\n".join(f"{number}" + SENTENCE * (1 + number % 7) for number in range(400))


def assert_whole(pane: ReaderPane) -> None:
    """Compare the pixels of the window's own store with a fresh painting of everything."""
    QApplication.processEvents()
    stored = pane.screen().grabWindow(pane.winId()).toImage()
    fresh = pane.grab().toImage()
    form = QImage.Format.Format_RGB32
    width = pane.viewport().width()
    assert stored.convertToFormat(form).copy(0, 0, width, 600) == fresh.convertToFormat(form).copy(0, 0, width, 600)


@pytest.fixture
def pane(show: ShowText) -> ReaderPane:
    shown = show(LONG)
    shown.set_spans([Span(str(n), n * 50, n * 50 + 30, "yellow") for n in range(100)])
    QApplication.processEvents()
    return shown


def test_after_scrolling_by_parts_of_a_window(pane: ReaderPane) -> None:
    pane.select(40, 400)
    for distance in (300, 57, -123, 411, -20, 5000, -590):
        pane.scroll_by(distance)
        assert_whole(pane)
    pane.scroll_by(30)
    pane.scroll_by(-80)
    assert_whole(pane)


def test_after_the_selection_changed(pane: ReaderPane) -> None:
    for start, end in ((40, 300), (60, 300), (60, 700), (500, 90), (90, 95), (95, 95)):
        pane.select(start, end)
        assert_whole(pane)
    for place in (10, 200, 201):
        pane.set_selection(Selection(place, place), caret=True)
        assert_whole(pane)
    pane.clear_selection()
    assert_whole(pane)


def step_to(pane: ReaderPane, hit: Hit) -> None:
    pane.set_current_hit(hit)
    assert_whole(pane)


CHANGES: list[Callable[[ReaderPane], object]] = [
    lambda pane: pane.put_span(Span("new", 33, 210, "red")),
    lambda pane: pane.put_span(Span("3", 100, 420, "blue", "underline")),
    lambda pane: pane.drop_span("2"),
    lambda pane: pane.set_spans([Span("only", 60, 80, "green")]),
    lambda pane: pane.set_selected_highlight("4"),
    lambda pane: (pane.set_selected_highlight("4"), pane.scroll_by(40)),
    lambda pane: (pane.set_selected_highlight("4"), pane.set_selected_highlight("6")),
    lambda pane: (pane.set_selected_highlight("4"), pane.put_span(Span("4", 190, 260, "red"))),
    lambda pane: (pane.set_selected_highlight("4"), pane.select(10, 30)),
    lambda pane: (pane.set_hits(Hits([(20, 24), (200, 210)])), step_to(pane, (200, 210)), step_to(pane, (20, 24))),
    lambda pane: (pane.add_hits(Hits([(20, 24)])), pane.add_hits(Hits([(300, 310)])), pane.set_hits(Hits())),
    lambda pane: (pane.scroll_to_place(3000), pane.scroll_to_place(0)),
    lambda pane: (pane.zoom(1), pane.scroll_by(100)),
]


@pytest.mark.parametrize("change", CHANGES)
def test_after_marks_changed(pane: ReaderPane, change: Callable[[ReaderPane], object]) -> None:
    change(pane)
    assert_whole(pane)
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert_whole(pane)


def test_after_a_handle_was_dragged(pane: ReaderPane) -> None:
    pane.set_selected_highlight("4")
    handle = pane.rect_of(230, 230).center()
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=handle)
    for step in range(1, 5):
        QTest.mouseMove(pane.viewport(), handle + QPoint(10 * step, 34 * step))
        assert_whole(pane)
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=handle + QPoint(40, 136))
    assert pane.marks.spans.find("4") != Span("4", 200, 230, "yellow")
    assert_whole(pane)


def test_after_the_caret_moved_in_large_type_on_close_lines(pane: ReaderPane) -> None:
    pane.set_style(replace(resized(pane.reader_style, 60), line_spacing=1.2))
    for place in (100, 101, 130):
        pane.go_to(place)
        pane.set_selection(Selection(place, place), caret=True)
        assert_whole(pane)
    pane.clear_selection()
    assert_whole(pane)


def test_after_the_selection_went_over_blank_lines(show: ShowText) -> None:
    pane = show("一\n\n\n\n二")
    for end in (1, 2, 3, 4, 5, 4, 3, 2, 1, 0):
        pane.set_selection(Selection(0, end), caret=True)
        assert_whole(pane)


def test_a_hit_across_an_empty_line_leaves_nothing_on_that(show: ShowText) -> None:
    text = f"{SENTENCE}\n\n{SENTENCE}\n"
    pane = show(text)
    marked = SENTENCE.index("由提"), len(SENTENCE) + 5
    flow = pane.flow
    assert flow is not None
    (empty,) = [(y, layout) for layout, y in flow.visible() if layout.start == len(SENTENCE) + 1]
    y, layout = empty
    before = pane.grab().toImage().copy(0, y, pane.viewport().width(), layout.height)
    pane.set_hits(Hits([marked]))
    pane.set_current_hit(marked)
    assert pane.marks.current_hit == marked
    assert pane.grab().toImage().copy(0, y, pane.viewport().width(), layout.height) == before
