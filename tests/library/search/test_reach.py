"""Passages widened to whole words or sentences: in any order as one by one, never smaller than they were."""

from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.search.reach import REACHES, Reach, Widening
from library.storage.texts import ReadingText
from tests.library.conftest import Desk

CUT = "会开了。各级组织要与大家保持意志统一，各族各\n\n \n界中的代表要坚持下去。后来散会。"
TEXT = f"中国政协的工作，“好。”我说。\n\n𠮷祥里😀 e\u0301te\u0301 ends. {CUT}\n末"


def opened(desk: Desk, text: str) -> ReadingText:
    return desk.library.documents.text(desk.add(text).id)


@pytest.mark.parametrize(
    ("text", "part", "reach", "widened"),
    [
        (TEXT, "协的", "exact", "协的"),
        (TEXT, "协的", "words", "中国政协的"),
        (TEXT, "作", "words", "工作"),
        (TEXT, "好", "sentences", "中国政协的工作，“好。”"),
        (TEXT, "说", "sentences", "我说。"),
        (TEXT, "。”我", "sentences", "中国政协的工作，“好。”我说。"),
        (CUT, "级", "sentences", CUT[4:-5]),
        (CUT, "各\n\n \n界", "sentences", CUT[4:-5]),
        (CUT, " ", "sentences", CUT[4:-5]),
    ],
)
def test_how_far_a_passage_reaches(desk: Desk, text: str, part: str, reach: Reach, widened: str) -> None:
    start = text.index(part)
    with closing(opened(desk, text)) as reading:
        assert text[slice(*Widening(reading, reach).span(start, start + len(part)))] == widened


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_passages_widen_alike_in_any_order(desk: Desk, data: st.DataObject) -> None:
    text = TEXT + data.draw(st.text(st.sampled_from("政协。，“”\n 𠮷😀e\u0301."), max_size=30))
    reach = data.draw(st.sampled_from(REACHES))
    bound = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(bound, bound).filter(lambda span: span[0] != span[1]), max_size=6))
    with closing(opened(desk, text)) as reading:
        together = Widening(reading, reach)
        for one, two in drawn:
            start, end = min(one, two), max(one, two)
            widened = together.span(start, end)
            assert widened == Widening(reading, reach).span(start, end)
            assert widened[0] <= start < end <= widened[1] <= len(text)
            assert together.span(*widened) == widened or reach == "sentences"


def test_a_long_paragraph_is_looked_at_near_the_passage_only(desk: Desk) -> None:
    text = ("很长的一句，" * 2000 + "完。") * 2
    with closing(opened(desk, text)) as reading:
        start, end = Widening(reading, "sentences").span(9000, 9001)
    assert (start, end) == (5000, 12002)
