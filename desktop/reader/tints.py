"""What is painted of the marks on one block, by colour: boxes behind the glyphs and lines below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from desktop.reader.layout import BlockLayout
    from desktop.reader.spans import Span

LINE_HEIGHT = 2
_LANE_HEIGHT = 3
_LANES = 3


@dataclass(slots=True)
class Tints:
    """Boxes of one block in its own coordinates, batched by colour."""

    fills: dict[str, list[QRectF]] = field(default_factory=dict)
    lines: dict[str, list[QRectF]] = field(default_factory=dict)


def tints(layout: BlockLayout, spans: Sequence[Span]) -> Tints:
    """Return what to paint of `spans`, which are sorted by start and then the longer first.

    Where marks overlap, the innermost gives the tint and each of the others a line of its colour below, so that all
    stay readable; a mark in the style "underline" is always a line.
    """
    made = Tints()
    lanes: dict[str, int] = {}
    for start, end, covering in _segments(layout, spans):
        top = next((span for span in reversed(covering) if span.style == "highlight"), None)
        ends = all(span.end <= end + layout.start for span in covering)
        boxes = layout.rects(start, end, tight=ends)
        if top is not None:
            made.fills.setdefault(top.color, []).extend(boxes)
        for span in covering:
            if span is not top:
                below = _lane(span, covering, lanes) * _LANE_HEIGHT
                made.lines.setdefault(span.color, []).extend(_line(box, below) for box in boxes)
    return made


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
