import pytest
from PySide6.QtCore import QPoint, QSize

from desktop.reader.column import column
from desktop.reader.flow import TOP_MARGIN
from desktop.reader.style import ReaderStyle, resized
from tests.desktop.reader.conftest import SENTENCE, MakeFlow

LONG = "\n".join(f"{number}" + SENTENCE * (1 + number % 7) for number in range(800))


def test_the_column_stands_where_the_notes_find_room_beside_it(style: ReaderStyle) -> None:
    wide = column(828, style)
    assert wide.width == 30 * style.size
    assert wide.left + wide.width + style.note_lane <= 828
    narrow = column(500, style)
    assert narrow.width % style.size == 0
    assert narrow.left == (500 - narrow.width) // 2


def test_scrolling_goes_as_far_as_asked_and_says_so(flow_of: MakeFlow) -> None:
    flow = flow_of(LONG)
    assert flow.value == 0
    assert flow.move(-50) == 0
    assert flow.move(1234) == 1234
    assert flow.value == 1234
    assert flow.move(-234) == -234
    assert flow.move(-5000) == -1000
    assert flow.value == 0


def test_what_is_visible_moves_by_exactly_the_distance(flow_of: MakeFlow) -> None:
    flow = flow_of(LONG)
    flow.move_to(flow.greatest // 2)
    for distance in (37, 411, -13, -900, 5):
        before = {layout.index: y for layout, y in flow.visible()}
        moved = flow.move(distance)
        after = {layout.index: y for layout, y in flow.visible()}
        shared = before.keys() & after.keys()
        assert all(before[index] - after[index] == moved for index in shared)
        assert moved == distance


def test_the_end_stops_scrolling_and_stays_in_the_window(flow_of: MakeFlow) -> None:
    flow = flow_of(LONG)
    while flow.move(3000):
        pass
    layout, y = flow.visible()[-1]
    assert layout.index == flow.document.block_count - 1
    assert 0 < y + layout.height < flow.height
    assert flow.furthest == flow.document.length
    assert flow.value == flow.greatest


def test_a_text_shorter_than_the_window_does_not_scroll(flow_of: MakeFlow) -> None:
    flow = flow_of(SENTENCE)
    assert flow.greatest == 0
    assert flow.move(100) == 0
    flow.show_first(10)
    assert flow.value == 0


@pytest.mark.parametrize("place", [1, 5000, 37_777, len(LONG) - 3])
def test_a_place_shown_first_is_first_and_stays_so(flow_of: MakeFlow, style: ReaderStyle, place: int) -> None:
    flow = flow_of(LONG)
    flow.show_first(place)
    assert flow.place == place
    caret = flow.caret_rect(place)
    assert caret is not None
    assert 0 <= caret.top() < style.pitch
    for size in (QSize(500, 300), QSize(1300, 900), QSize(800, 600)):
        flow.relayout(style, size)
        assert flow.place == place
        assert flow.rows(place, place + 1) is not None
    larger = resized(style, 31)
    flow.relayout(larger, QSize(800, 600))
    assert flow.place == place
    first = flow.position_at(QPoint(flow.column.left, 5))
    layout = flow.layout(flow.document.block_at(place))
    start, end = layout.line_range(layout.line_of(place - layout.start))
    assert layout.start + start <= first <= layout.start + end


def test_after_scrolling_the_place_is_the_first_whole_line(flow_of: MakeFlow) -> None:
    flow = flow_of(LONG)
    flow.show_first(9000)
    flow.move(2 * flow.style.pitch + 10)
    place = flow.place
    rows = flow.rows(place, place + 1)
    assert rows is not None
    assert -flow.style.pitch < rows[0] <= flow.style.pitch


def test_guesses_that_are_corrected_move_nothing_that_is_read(flow_of: MakeFlow) -> None:
    flow = flow_of("短\n" * 3000 + LONG)
    flow.show_first(flow.document.length // 2)
    before = [(layout.index, y) for layout, y in flow.visible()]
    for index in range(0, flow.document.block_count, 97):
        flow.layout(index)
    assert [(layout.index, y) for layout, y in flow.visible()] == before


def test_a_jump_puts_the_place_a_third_down(flow_of: MakeFlow) -> None:
    flow = flow_of(LONG)
    assert flow.show(20_000)
    rows = flow.rows(20_000, 20_000)
    assert rows is not None
    assert abs(rows[0] - flow.height / 3) < 2 * flow.style.pitch
    assert not flow.show(20_000)


def test_revealing_scrolls_no_further_than_needed(flow_of: MakeFlow) -> None:
    flow = flow_of(LONG)
    flow.show_first(9000)
    below = flow.position_at(QPoint(200, flow.height - 1)) + 60
    value = flow.value
    flow.reveal(below)
    assert 0 < flow.value - value <= 4 * flow.style.pitch
    flow.reveal(0)
    assert flow.value <= TOP_MARGIN


def test_random_jumps_of_the_scroll_bar_land_where_they_should(flow_of: MakeFlow) -> None:
    flow = flow_of(LONG)
    for part in (0.9, 0.1, 0.55, 0.0, 1.0, 0.3):
        value = round(flow.greatest * part)
        flow.move_to(value)
        assert abs(flow.value - value) <= 1 or part == 1.0
        assert flow.visible()


def test_an_empty_text_has_a_place_for_the_caret(flow_of: MakeFlow) -> None:
    flow = flow_of("")
    assert (flow.place, flow.furthest) == (0, 0)
    assert flow.caret_rect(0) is not None
    assert flow.position_at(QPoint(300, 400)) == 0
    assert flow.rects(0, 0) == []


def test_nothing_moves_when_the_window_stays_or_only_its_height_changes(flow_of: MakeFlow) -> None:
    flow = flow_of("# 题\n\n" + "\n\n".join(f"## 第{n}节\n\n{SENTENCE * 9}" for n in range(40)), format="markdown")
    for distance in (31, 260, 17, 340, 23):
        flow.move(distance)
        before = flow.anchor
        assert not flow.relayout(flow.style, QSize(800, 600))
        assert flow.anchor == before
        for height in (640, 300, 600):
            assert not flow.relayout(flow.style, QSize(800, height))
            assert flow.anchor == before


def test_a_text_returns_to_where_it_stood(flow_of: MakeFlow) -> None:
    flow = flow_of("\n".join(SENTENCE * 9 for _ in range(40)))
    flow.move(777)
    anchor, y = flow.anchor, flow.visible()[0][1]
    assert not flow.return_to(anchor)
    flow.show(3000)
    assert flow.return_to(anchor)
    assert (flow.anchor, flow.visible()[0][1]) == (anchor, y)
