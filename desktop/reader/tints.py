"""What is painted of the marks on one block, by colour: boxes behind the glyphs, lines below, stripes beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.reader.document import Role

if TYPE_CHECKING:
    from desktop.reader.layout import BlockLayout
    from desktop.reader.spans import Span

LINE_HEIGHT = 2
_LANE_HEIGHT = 3
_LANES = 3
_STRIPE_WIDTH = 3
_STRIPES_LEFT = 24  # of the text, where the first stripe stands
_STRIPE_STEP = 6


@dataclass(slots=True)
class Tints:
    """Boxes of one block in its own coordinates, batched by colour."""

    fills: dict[str, list[QRectF]] = field(default_factory=dict)
    lines: dict[str, list[QRectF]] = field(default_factory=dict)
    stripes: dict[str, list[QRectF]] = field(default_factory=dict)


def tints(layout: BlockLayout, spans: Sequence[Span]) -> Tints:
    """Return what to paint of `spans`, which are sorted by start and then the longer first.

    Where marks overlap, the innermost gives the tint and each of the others a line of its colour below, so that all
    stay readable; a mark in the style "underline" is always a line.
    """
    made = Tints()
    lanes: dict[str, int] = {}
    for start, end, covering in _segments(layout, spans):
        top = next((span for span in reversed(covering) if span.style == "highlight"), None)
        boxes = layout.rects(start, end)
        if top is not None:
            made.fills.setdefault(top.color, []).extend(boxes)
        for span in covering:
            if span is not top:
                below = _lane(span, covering, lanes) * _LANE_HEIGHT
                made.lines.setdefault(span.color, []).extend(_line(box, below) for box in boxes)
    _add_stripes(made, layout, spans)
    return made


def _add_stripes(made: Tints, layout: BlockLayout, spans: Sequence[Span]) -> None:
    """Add a bar left of the lines that each mark reaches over, beside those of other marks on the same lines."""
    ends: list[int] = []  # by lane, the last line taken
    for span in spans:
        first, last = max(span.start - layout.start, 0), min(span.end - layout.start, layout.length)
        if first >= last or layout.role is Role.BLANK:
            continue
        upper, lower = layout.line_of(first), layout.line_of(last - 1)
        lane = next((lane for lane, end in enumerate(ends) if end < upper), len(ends))
        ends[lane : lane + 1] = [lower]
        if lane < _LANES:
            made.stripes.setdefault(span.color, []).append(_stripe(layout, upper, lower, lane))


def _stripe(layout: BlockLayout, upper: int, lower: int, lane: int) -> QRectF:
    top = layout.line_tops[upper] + layout.glyph_top
    bottom = layout.line_tops[lower] + layout.glyph_top + layout.glyph_height
    return QRectF(lane * _STRIPE_STEP - _STRIPES_LEFT, top, _STRIPE_WIDTH, bottom - top)


def _segments(layout: BlockLayout, spans: Sequence[Span]) -> Iterator[tuple[int, int, list[Span]]]:
    """Yield the stretches of the block between the ends of marks, with the marks that cover each."""
    edges = {edge for span in spans for edge in (span.start, span.end)}
    inside = sorted({min(max(edge - layout.start, 0), layout.length) for edge in edges})
    covering: list[Span] = []
    waiting = iter(spans)
    following = next(waiting, None)
    for start, end in pairwise(inside):
        covering = [span for span in covering if span.end > start + layout.start]
        while following is not None and following.start <= start + layout.start:
            if following.end > start + layout.start:
                covering.append(following)
            following = next(waiting, None)
        if covering:
            yield start, end, covering


def _lane(span: Span, covering: Sequence[Span], lanes: dict[str, int]) -> int:
    """Return the lane of a line, the same all along the block, free among those that cover the same place."""
    if span.id not in lanes:
        taken = {lanes[other.id] for other in covering if other.id in lanes}
        lanes[span.id] = next(lane for lane in range(len(taken) + 1) if lane not in taken)
    return lanes[span.id] % _LANES


def _line(box: QRectF, below: int) -> QRectF:
    return QRectF(box.left(), box.bottom() - LINE_HEIGHT + below, box.width(), LINE_HEIGHT)
