from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from desktop.reader.graphemes import next_grapheme
from desktop.reader.hittest import goes_both_ways
from desktop.reader.layout import BlockLayout
from desktop.reader.typesetter import Typesetter
from tests.desktop.reader.conftest import MakeFlow

PIECES = [
    "议事", "会", "𠮷", "😀", "👍🏽", "👨\u200d👩\u200d👧", "e\u0301", "שלום", "مرحبا", "\t", "Zhupi",
    "electroencephalo" * 4, "，", "。”", "：“",
    "“先", "（一）", "2018年", " ", "   ", "**粗**", "*斜*", "`a`", "[人](http://a.b)", " **a**", "·",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=25).map(lambda pieces: "文" + "".join(pieces))
slowly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def laid_out(flow_of: MakeFlow, text: str, format: str) -> tuple[BlockLayout, list[int]]:
    flow = flow_of(text, format=format)
    stops = [0]
    while stops[-1] < len(text):
        stops.append(next_grapheme(flow.document, stops[-1]))
    return Typesetter(flow.document, flow.style, 380).lay_out(0), stops


@slowly
@given(text=texts, format=st.sampled_from(["text", "markdown"]))
def test_the_place_of_a_character_leads_back_to_it(flow_of: MakeFlow, text: str, format: str) -> None:
    layout, stops = laid_out(flow_of, text, format)
    for stop in stops:
        line = layout.line_of(stop)
        x = layout.x_of(stop, line)
        found = layout.position_at(x, line)
        assert layout.x_of(found, line) == pytest.approx(x, abs=0.02)
        first, last = layout.line_range(line)
        same = [at for at in stops if first <= at <= last and abs(layout.x_of(at, line) - x) < 0.02]
        assert found in {layout.past_hidden(at, forward=True) for at in same}


@slowly
@given(text=texts, format=st.sampled_from(["text", "markdown"]), data=st.data())
def test_the_boxes_of_two_halves_are_those_of_the_whole(
    flow_of: MakeFlow, text: str, format: str, data: st.DataObject
) -> None:
    # Qt gives a tab between turns of the writing no extent
    assume("\t" not in text or not goes_both_ways(text))
    layout, stops = laid_out(flow_of, text, format)
    middle = data.draw(st.sampled_from(stops))

    def covered(start: int, end: int) -> float:
        return sum(box.width() for box in layout.rects(start, end)) if start < end else 0.0

    assert covered(0, middle) + covered(middle, len(text)) == pytest.approx(covered(0, len(text)), abs=0.1)


@pytest.mark.parametrize("text", ["会שלום议", "a مرحبا b", "议事 שלום 123 会"])
def test_where_writing_turns_every_character_has_a_box_of_its_own(flow_of: MakeFlow, text: str) -> None:
    layout, stops = laid_out(flow_of, text, "text")
    boxes = sorted((box.left(), box.right()) for start, end in pairwise(stops) for box in layout.rects(start, end))
    assert len(boxes) == len(stops) - 1
    assert all(left < right for left, right in boxes)
    assert all(one[1] <= other[0] + 0.02 for one, other in pairwise(boxes))


def test_a_passage_over_a_turn_has_a_box_for_each_part(flow_of: MakeFlow) -> None:
    layout, _ = laid_out(flow_of, "议事שלום会议", "text")
    assert len(layout.rects(1, 4)) == 2
    assert len(layout.rects(0, 8)) == 1
