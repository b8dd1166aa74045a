"""The stripes beside the text: a bar for each tag of a highlight, as high as the lines it reaches over.

Stripes that share a line, or stand on neighbouring ones, are put into lanes side by side, as many as there is room for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt

from desktop.reader.column import NUMBER_LANE
from desktop.reader.roles import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.reader.flow import Flow
    from desktop.reader.layout import BlockLayout
    from desktop.reader.spans import Span, Spans
    from library.models import Color

_WIDTH = 3
_LANES = (-24, -18, -12, -30, -36)
"""Where lanes stand, seen from the text: the usual ones, then those that numbers of up to three digits leave free."""
_WIDE_NUMBER, _USUAL_LANES = 1_000, 3
_FREE_LANES = tuple(range(-42, -NUMBER_LANE, -6))
_EDGE = 2
_REACH = 2


@dataclass(frozen=True, slots=True)
class TagStripe:
    """A tag as a stripe shows it: by its full name and its colour."""

    name: str
    color: Color


@dataclass(frozen=True, slots=True)
class Stripe:
    """A bar beside a block, in the block's own coordinates; `name` is that of its tag, or ""."""

    id: str
    name: str
    color: Color
    rect: QRectF


Tags = Mapping[str, Sequence[TagStripe]]
"""The tags of highlights by the highlight's id."""


def lanes(flow: Flow) -> tuple[int, ...]:
    """Return the x of the lanes that there is room for left of the text."""
    document = flow.document
    last = document.number(document.block_count - 1)
    if not flow.style.numbers:
        found = (*_LANES, *_FREE_LANES)
    else:
        found = _LANES if last < _WIDE_NUMBER else _LANES[:_USUAL_LANES]
    return tuple(x for x in found if flow.column.left + x >= _EDGE)


def stripes(layout: BlockLayout, spans: Sequence[Span], tags: Tags, lanes: Sequence[int]) -> list[Stripe]:
    """Return the stripes of a block: one a tag of each of `spans`, or one in its own colour where it has no tag."""
    found: list[Stripe] = []
    if layout.role is Role.BLANK:
        return found
    ends: list[int] = []  # by lane, the last line taken
    for span in spans:
        first, last = max(span.start - layout.start, 0), min(span.end - layout.start, layout.length)
        if first >= last:
            continue
        upper, lower = layout.line_of(first), layout.line_of(last - 1)
        for tag in tags.get(span.id) or (TagStripe("", span.color),):
            lane = next((lane for lane, end in enumerate(ends) if end + 1 < upper), len(ends))
            ends[lane : lane + 1] = [lower]
            if lane < len(lanes):
                found.append(Stripe(span.id, tag.name, tag.color, _rect(layout, upper, lower, lanes[lane])))
    return found


def paint_stripes(painter: QPainter, flow: Flow, layout: BlockLayout, y: int, spans: Spans, tags: Tags) -> None:
    """Paint the stripes of a block whose top stands at `y`."""
    found = _of_block(flow, layout, spans, tags)
    if not found:
        return
    painter.translate(flow.column.left, y)
    painter.setPen(Qt.PenStyle.NoPen)
    for stripe in found:
        painter.fillRect(stripe.rect, flow.style.lines[stripe.color])
    painter.translate(-flow.column.left, -y)


def stripes_at(flow: Flow, point: QPoint, spans: Spans, tags: Tags) -> list[tuple[Stripe, QRectF]]:
    """Return the stripes at `point` of the viewport, the nearest first, each with where it stands there."""
    if not flow.style.stripes or point.x() >= flow.column.left:
        return []
    found: list[tuple[Stripe, QRectF]] = []
    for layout, y in flow.visible():
        if y <= point.y() < y + layout.height:
            for stripe in _of_block(flow, layout, spans, tags):
                area = stripe.rect.translated(flow.column.left, y)
                if area.adjusted(-_REACH, 0, _REACH, 0).contains(point):
                    found.append((stripe, area))
    return sorted(found, key=lambda one: abs(one[1].center().x() - point.x()))


def _of_block(flow: Flow, layout: BlockLayout, spans: Spans, tags: Tags) -> list[Stripe]:
    touching = spans.touching(layout.start, layout.end) if len(spans) else []
    return stripes(layout, touching, tags, lanes(flow)) if touching else []


def _rect(layout: BlockLayout, upper: int, lower: int, x: int) -> QRectF:
    top = layout.line_tops[upper] + layout.glyph_top
    bottom = layout.line_tops[lower] + layout.glyph_top + layout.glyph_height
    return QRectF(x, top, _WIDTH, bottom - top)
