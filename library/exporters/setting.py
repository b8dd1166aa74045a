"""How each kind of paragraph is set on paper and on the clipboard: face, size, colour, spaces."""

from typing import Literal, NamedTuple

from library.exporters.runs import Block, BlockStyle

Face = Literal["reading", "heading", "interface", "note", "code"]
Align = Literal["left", "center", "right"]


class Look(NamedTuple):
    """How a paragraph is set: sizes and spaces are points, `lines` the height of a line in heights of the face.

    `color` is a token of the palette; `kept` is the room that must be left below it on a page.
    """

    face: Face
    size: float
    color: str = "ink"
    bold: bool = False
    left: float = 0
    before: float = 0
    after: float = 0
    lines: float = 1.0
    kept: float = 0
    align: Align = "left"


_LOOKS: dict[BlockStyle, Look] = {
    "title": Look("heading", 22, bold=True, after=4),
    "counts": Look("interface", 9, "soft", after=22),
    "known": Look("interface", 9, "soft", after=8, kept=40),
    "quote": Look("reading", 11, left=20, after=1, lines=1.2),
    "around": Look("reading", 9.5, "soft", left=20, after=1, lines=1.1),
    "original": Look("reading", 9.5, "soft", left=20, after=1, lines=1.1),
    "note": Look("note", 11, "note", left=20, before=2, after=3, lines=1.1),
    "source": Look("interface", 8.5, "soft", left=20, before=2, after=14),
    "prose": Look("reading", 11, after=7, lines=1.2),
    "item": Look("reading", 11, left=14, after=3, lines=1.2),
    "code": Look("code", 9.5, left=12, after=7),
    "quoted": Look("note", 11, left=20, after=6, lines=1.2),
    "reference": Look("reading", 10, after=4, lines=1.1),
    "text": Look("reading", 11, after=6, lines=1.2),
    "particular": Look("interface", 9, "soft", after=3, align="center"),
    "byline": Look("note", 11, after=6, lines=1.2),
    "signature": Look("reading", 11, after=6, lines=1.2, align="right"),
}
_HEADINGS = ((16, 22), (13.5, 16), (12, 12), (11, 10))
"""Of each level, its size and the space before it."""


def look_of(block: Block) -> Look:
    """Return how a paragraph is set."""
    look = _heading_look(block.level) if block.style == "heading" else _LOOKS[block.style]
    return look._replace(align="center") if block.centred else look


def _heading_look(level: int) -> Look:
    size, before = _HEADINGS[min(level, len(_HEADINGS)) - 1]
    return Look("heading", size, bold=True, before=before, after=6, kept=60)
