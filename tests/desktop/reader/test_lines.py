from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.reader.layout import BlockLayout
from desktop.reader.typesetter import Typesetter
from tests.desktop.reader.conftest import SENTENCE, MakeFlow, ShowText

NEVER_FIRST = "，。、；：？！”’）》」』】…"
NEVER_LAST = "“‘（《「『【"
WORDS = ["议事", "会", "𠮷", "，", "。”", "“先", "（一）", "《县志》、", "……", "——", "·", "“ab”"]
WIDTH, EM = 30 * 19, 19


def lines_of(layout: BlockLayout) -> list[str]:
    ranges = [layout.line_range(line) for line in range(len(layout.lines))]
    return [layout.painted[start:end] for start, end in ranges]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=150))
def test_no_mark_stands_where_it_may_not(flow_of: MakeFlow, words: list[str]) -> None:
    lines = lines_of(flow_of("文" + "文".join(words) + "文").layout(0))
    for before, after in pairwise(lines):
        assert after[0] not in NEVER_FIRST
        assert before[-1] not in NEVER_LAST
        assert (before[-1], after[0]) not in {("—", "—"), ("…", "…")}
        assert after[0] != "・"


def test_marks_that_stand_together_are_closed_up(flow_of: MakeFlow) -> None:
    layout = flow_of("说：“好。”他").layout(0)
    steps = [layout.x_of(at + 1, 0) - layout.x_of(at, 0) for at in range(7)]
    assert [round(step / EM, 1) for step in steps] == [1, 0.5, 1, 1, 0.5, 1, 1]


def test_a_line_begins_with_the_ink_of_its_opening_mark(flow_of: MakeFlow) -> None:
    layout = flow_of("“" + "好" * 27 + "，“好”" + "好" * 40).layout(0)
    assert layout.x_of(0, 0) == 2 * EM - EM / 2
    at = layout.line_range(1)[0]
    assert layout.painted[at] == "“"
    assert (layout.lines[1].x(), layout.x_of(at, 1), layout.x_of(at + 1, 1)) == (-EM / 2, 0, EM / 2)
    (box,) = layout.rects(at, at + 1)
    assert (box.left(), box.width()) == (0, pytest.approx(EM / 2, abs=0.1))


def test_a_closing_mark_without_room_hangs_by_its_blank_half(flow_of: MakeFlow) -> None:
    pushed = flow_of("文" * 28 + "，" + "文" * 40).layout(0)
    assert pushed.line_range(0)[1] == 27
    hung = flow_of("文" * 27 + "，，" + "文" * 40).layout(0)
    assert lines_of(hung)[0] == "文" * 27 + "，，"
    assert hung.x_of(29, 0) == pytest.approx(WIDTH + EM / 2, abs=1)
    (box,) = hung.rects(20, 29)
    assert box.right() == WIDTH


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("文" * 27 + "，“文" + "文" * 40, "文" * 27 + "，"),
        ("文" * 28 + "“Zhupi”文" + "文" * 40, "文" * 28),
        ("文" * 25 + "“a”文" + "文" * 40, "文" * 25 + "“a”"),
    ],
)
def test_lines_break_beside_quotation_marks(flow_of: MakeFlow, text: str, first: str) -> None:
    assert lines_of(flow_of(text).layout(0))[0] == first


def test_thin_space_at_the_end_of_a_line_lies_over_the_edge(flow_of: MakeFlow) -> None:
    layout = flow_of("文" * 28 + "2018年" + "文" * 40).layout(0)
    assert layout.line_range(0)[1] == 28
    assert layout.x_of(28, 0) == pytest.approx(WIDTH + 0.2 * EM, abs=0.5)


def test_formats_leave_no_line_another_pitch(flow_of: MakeFlow) -> None:
    flow = flow_of((SENTENCE + "他在2018年说：“好。”") * 8)
    layout = Typesetter(flow.document, flow.style, WIDTH).lay_out(0)
    assert {after - before for before, after in pairwise(layout.line_tops)} == {flow.style.pitch}


def test_paragraphs_of_letters_end_where_their_words_end(show: ShowText) -> None:
    pane = show("议事 " + "The committee put every remark on the wall. " * 9)
    flow = pane.flow
    assert flow is not None
    layout = flow.layout(0)
    ends = {round(layout.x_of(layout.line_range(line)[1] - 1, line)) for line in range(len(layout.lines) - 1)}
    assert len(ends) > 1
