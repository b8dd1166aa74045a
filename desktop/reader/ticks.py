"""The ticks of the scroll bar: one a row of pixels, found by bisection and not by walking over the marks."""

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
    whole = flow.greatest + flow.height
    bounds = [flow.heights.position_near(row * whole // rows - TOP_MARGIN) for row in range(rows)]
    bounds.append(flow.document.length + 1)
    style = flow.style
    found: list[Tick | None] = [
        Tick(style.lines[span.color], span.start) if span is not None else None for span in marks.spans.first_in(bounds)
    ]
    if len(marks.hits):
        for row, hit in enumerate(marks.hits.first_in(bounds)):
            if hit is not None:
                found[row] = Tick(style.accent, hit)
    return found
