"""Where texts correspond: by paragraph, and by how much of it lies above."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from desktop.reader.document import ReaderDocument
from desktop.reader.flow import Flow
from desktop.reader.parallel import Point, anchor_at, first_block, top_point
from desktop.reader.style import ReaderStyle
from library.storage.blocks import build_table
from library.storage.texts import ReadingText

LINES = ["", "甲。", "长" * 400 + "。", "𠮷😀e\u0301", "Latin words and 汉字。", " "]


def flow_of(text: str, style: ReaderStyle) -> Flow:
    reading = ReadingText(text.encode(), build_table(text))
    return Flow(ReaderDocument(reading, title="", format="text"), style, QSize(700, 300))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=40), moves=st.lists(st.integers(-400, 900)))
def test_the_point_at_the_top_leads_back_to_within_a_line(
    style: ReaderStyle, lines: list[str], moves: list[int]
) -> None:
    leader, follower = flow_of("\n".join(lines), style), flow_of("\n".join(lines), style)
    for index in range(follower.document.block_count):
        follower.layout(index)  # a value is counted from the top, over heights that would otherwise be guesses
    for move in moves:
        leader.move(move)
        point = top_point(leader)
        if point is None:
            assert leader.value < 40
            continue
        assert 0 <= point.fraction <= 1
        follower.return_to(anchor_at(follower, point))
        there = top_point(follower)
        assert there is not None
        assert there.number == point.number
        assert abs(follower.value - leader.value) <= 1


def test_a_paragraph_that_is_missing_is_the_last_one(style: ReaderStyle) -> None:
    flow = flow_of("一\n\n二\n三", style)
    assert flow.document.block_at(anchor_at(flow, Point(99, 0.0)).position) == 3
    assert [first_block(flow.document, number) for number in range(5)] == [0, 0, 2, 3, 4]


def test_an_empty_text_has_a_place_for_every_point(style: ReaderStyle) -> None:
    flow = flow_of("", style)
    assert anchor_at(flow, Point(7, 0.5)).position == 0
