"""The ticks of the scroll bar: one of a kind a row of pixels, found by bisection, not by walking over the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reader.flow import TOP_MARGIN
from desktop.reader.scrollmap import Tick

if TYPE_CHECKING:
    from desktop.reader.flow import Flow
    from desktop.reader.painter import Marks


def ticks(flow: Flow, marks: Marks, rows: int) -> list[Tick | None]:
    """Return the tick of each of `rows` rows of pixels: a hit before a highlight, the first of each."""
    if rows <= 0 or not (len(marks.spans) or len(marks.hits)):
        return []
    bounds, style = _bounds(flow, rows), flow.style
    found: list[Tick | None] = [
        Tick(style.lines[span.color], span.start) if span is not None else None for span in marks.spans.first_in(bounds)
    ]
    if len(marks.hits):
        for row, hit in enumerate(marks.hits.first_in(bounds)):
            if hit is not None:
                found[row] = Tick(style.accent, hit)
    return found


def ribbons(flow: Flow, marks: Marks, rows: int) -> list[Tick | None]:
    """Return the first bookmark of each of `rows` rows of pixels."""
    if rows <= 0 or not len(marks.ribbons):
        return []
    found = marks.ribbons.first_in(_bounds(flow, rows))
    return [Tick(flow.style.accent, position) if position is not None else None for position in found]


def position_at(flow: Flow, row: int, rows: int) -> int:
    """Return about the code point that a row of pixels out of `rows` stands for."""
    height = row * (flow.greatest + flow.height) // max(rows, 1) - TOP_MARGIN
    return min(next(iter(flow.heights.positions_near([height]))), flow.document.length)


def _bounds(flow: Flow, rows: int) -> list[int]:
    """Return about the code points between which the rows of pixels stand."""
    whole = flow.greatest + flow.height
    heights = (row * whole // rows - TOP_MARGIN for row in range(rows))
    return [*flow.heights.positions_near(heights), flow.document.length + 1]
