"""Where a text stands in terms that another text has, too: a paragraph by its number, and how far down it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.reader.flow import Anchor

if TYPE_CHECKING:
    from desktop.reader.document import ReaderDocument
    from desktop.reader.flow import Flow


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph's number, 0 before the first, and the `fraction` of it, from 0 to 1, that lies above."""

    number: int
    fraction: float


def first_block(document: ReaderDocument, number: int) -> int:
    """Return the first block of paragraph `number`, or the count of blocks where there are not so many paragraphs."""
    return bisect_left(range(document.block_count), number, key=document.number)


def top_point(flow: Flow) -> Point | None:
    """Return what stands at the top of the window; None where that is the top of the page, above all text."""
    document, anchor = flow.document, flow.anchor
    if anchor.above < 0:
        return None
    block = document.block_at(anchor.position)
    layout = flow.layout(block)
    position = layout.start + anchor.above / max(layout.height, 1) * (layout.length + 1)
    number = document.number(block)
    start, end = _extent(document, number)
    return Point(number, min(max((position - start) / max(end - start, 1), 0.0), 1.0))


def anchor_at(flow: Flow, point: Point) -> Anchor:
    """Return the anchor that brings `point`, or the last paragraph where there are not so many, to the top."""
    document = flow.document
    number = min(point.number, document.number(document.block_count - 1))
    start, end = _extent(document, number)
    position = start + point.fraction * (end - start)
    block = document.block_at(int(position))
    layout = flow.layout(block)
    above = (position - layout.start) / (layout.length + 1) * layout.height
    return Anchor(layout.start, min(round(above), max(layout.height - 1, 0)))


def _extent(document: ReaderDocument, number: int) -> tuple[int, int]:
    """Return where paragraph `number` begins and where the next one does, empty lines between them counted in."""
    first, after = first_block(document, number), first_block(document, number + 1)
    return document.start(first), document.start(after) if after < document.block_count else document.length + 1
