from PySide6.QtCore import QRectF

from desktop.reader.spans import Span
from desktop.reader.tints import Tints, tints
from tests.desktop.reader.conftest import SENTENCE, MakeFlow


def width(boxes: list[QRectF]) -> int:
    """Return how many characters of 19 pixels boxes cover."""
    return round(sum(box.width() for box in boxes) / 19)


def made(flow_of: MakeFlow, *spans: Span, before: str = "") -> Tints:
    flow = flow_of(before + SENTENCE)
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    return tints(flow.layout(flow.document.block_count - 1), ordered)


def test_a_highlight_is_a_tint_and_nothing_else(flow_of: MakeFlow) -> None:
    found = made(flow_of, Span("a", 2, 6, "red"))
    assert {color: width(boxes) for color, boxes in found.fills.items()} == {"red": 4}
    assert found.lines == {}


def test_where_two_overlap_the_inner_is_tinted_and_the_outer_underlined(flow_of: MakeFlow) -> None:
    found = made(flow_of, Span("a", 0, 8, "red"), Span("b", 4, 12, "blue"))
    assert {color: width(boxes) for color, boxes in found.fills.items()} == {"red": 4, "blue": 8}
    assert {color: width(boxes) for color, boxes in found.lines.items()} == {"red": 4}


def test_three_that_overlap_have_their_lines_one_below_the_other(flow_of: MakeFlow) -> None:
    found = made(flow_of, Span("a", 0, 9, "red"), Span("b", 1, 8, "blue"), Span("c", 3, 5, "green"))
    assert {color: width(boxes) for color, boxes in found.fills.items()} == {"red": 2, "blue": 5, "green": 2}
    red, blue = found.lines["red"][-1], found.lines["blue"][0]
    assert {round(box.top()) for box in found.lines["red"]} == {round(red.top())}
    assert abs(red.top() - blue.top()) >= red.height()


def test_two_of_one_colour_are_still_told_apart(flow_of: MakeFlow) -> None:
    found = made(flow_of, Span("a", 0, 8, "red"), Span("b", 4, 6, "red"))
    assert width(found.fills["red"]) == 8
    assert width(found.lines["red"]) == 2


def test_an_underline_is_a_line_even_alone(flow_of: MakeFlow) -> None:
    found = made(flow_of, Span("a", 2, 6, "green", "underline"))
    assert found.fills == {}
    assert width(found.lines["green"]) == 4


def test_only_the_part_of_a_mark_on_this_block_is_painted(flow_of: MakeFlow) -> None:
    before = "前文。\n"
    found = made(flow_of, Span("a", 1, len(before) + 3, "red"), before=before)
    assert width(found.fills["red"]) == 3


def test_the_thin_space_before_another_script_is_marked_only_inside(flow_of: MakeFlow) -> None:
    flow = flow_of("市政协2020年" + SENTENCE)
    layout = flow.layout(flow.document.block_count - 1)
    (whole,) = layout.rects(1, 3)
    (box,) = tints(layout, [Span("a", 1, 3, "red")]).fills["red"]
    assert box.left() == whole.left()
    assert 2 <= whole.right() - box.right() <= 6
    red = tints(layout, [Span("a", 0, 9, "red"), Span("b", 1, 3, "blue")])
    (line,) = red.lines["red"]
    assert line.right() == whole.right()
