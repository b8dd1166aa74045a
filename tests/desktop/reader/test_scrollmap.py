from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reader.hits import Hits
from desktop.reader.pane import ReaderPane
from desktop.reader.spans import Span
from desktop.reader.style import ReaderStyle
from desktop.reader.ticks import ticks
from tests.desktop.reader.conftest import SENTENCE, ShowText, colors_in

LEFT = Qt.MouseButton.LeftButton
LONG = "\n".join(f"{number}" + SENTENCE * (1 + number % 7) for number in range(900))


def row_of(pane: ReaderPane, position: int) -> int:
    """Return the row of the tick that stands for `position`."""
    assert pane.flow is not None
    pane.map.refresh()
    rows = ticks(pane.flow, pane.marks, pane.map.height())
    return next(row for row, tick in enumerate(rows) if tick is not None and tick.position == position)


def test_a_mark_and_a_hit_have_a_tick_in_their_colours(show: ShowText, style: ReaderStyle) -> None:
    pane = show(LONG)
    middle, later = len(LONG) // 2, len(LONG) * 3 // 4
    pane.set_spans([Span("a", middle, middle + 5, "green")])
    pane.set_hits(Hits([(later, later + 2)]))
    row, hit_row = row_of(pane, middle), row_of(pane, later)
    assert row < hit_row < pane.map.height()
    image = pane.map.grab().toImage()
    assert style.lines["green"].name() in colors_in(image, 3, row - 1, 6, 3)
    assert style.accent.name() in colors_in(image, 3, hit_row - 1, 6, 3)


def test_clicking_a_tick_goes_there(show: ShowText) -> None:
    pane = show(LONG)
    middle = len(LONG) // 2
    pane.set_spans([Span("a", middle, middle + 5, "green")])
    QTest.mouseClick(pane.map, LEFT, pos=QPoint(5, row_of(pane, middle) + 1))
    assert not pane.rect_of(middle, middle + 5).isEmpty()


def test_the_tick_of_a_mark_in_the_window_stands_beside_the_thumb(show: ShowText) -> None:
    pane = show(LONG)
    place = len(LONG) * 2 // 3
    pane.set_spans([Span("a", place, place + 5, "green")])
    pane.scroll_to_place(place)
    row = row_of(pane, place)
    thumb = pane.map.thumb()
    assert thumb.top() - 4 <= row <= thumb.bottom() + 4


def test_the_thumb_can_be_dragged_and_the_trough_clicked(show: ShowText) -> None:
    pane = show(LONG)
    thumb = pane.map.thumb()
    QTest.mousePress(pane.map, LEFT, pos=thumb.center())
    QTest.mouseMove(pane.map, thumb.center() + QPoint(0, 200))
    QTest.mouseRelease(pane.map, LEFT, pos=thumb.center() + QPoint(0, 200))
    assert abs(pane.map.thumb().top() - 200) < 8
    assert pane.place() > 0
    QTest.mouseClick(pane.map, LEFT, pos=QPoint(5, 550))
    assert pane.map.thumb().contains(QPoint(5, 550))


def test_a_text_that_fits_has_no_thumb(show: ShowText) -> None:
    assert show("短").map.thumb().isEmpty()


def test_twenty_thousand_marks_have_no_more_ticks_than_there_are_pixels(show: ShowText) -> None:
    pane = show(LONG)
    step = len(LONG) // 20_000
    pane.set_spans([Span(str(n), n * step, n * step + 2, "red") for n in range(20_000)])
    assert pane.flow is not None
    rows = ticks(pane.flow, pane.marks, 500)
    assert len(rows) == 500
    assert sum(tick is not None for tick in rows) > 200


def wheel(pane: ReaderPane, *, angle: int = 0, pixels: int = 0, ctrl: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    center = QPointF(pane.viewport().rect().center())
    event = QWheelEvent(
        center, center, QPoint(0, pixels), QPoint(0, angle), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pane.viewport(), event)


def test_a_notch_of_the_wheel_is_three_lines_and_parts_of_one_add_up(show: ShowText) -> None:
    pane = show(LONG)
    pitch = pane.reader_style.pitch
    wheel(pane, angle=-120)
    assert pane.map.value() == 3 * pitch
    for _ in range(8):
        wheel(pane, angle=15)
    assert pane.map.value() == 0
    wheel(pane, pixels=-17)
    assert pane.map.value() == 17


def test_ctrl_and_the_wheel_zoom(show: ShowText, qtbot: QtBot) -> None:
    pane = show(LONG)
    with qtbot.waitSignal(pane.zoomed) as zoomed:
        wheel(pane, angle=120, ctrl=True)
    assert zoomed.args == [20]
    assert pane.map.value() == 0
