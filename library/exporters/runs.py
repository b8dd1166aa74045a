"""Paragraphs and the runs of text in them, before a format sets them."""

from dataclasses import dataclass
from typing import Literal

from library.citations import RichText
from library.exporters.visible import is_right_to_left, visible
from library.models import Color, Excerpt

BlockStyle = Literal[
    "title", "counts", "heading", "known", "quote", "around", "original", "note", "source", "prose", "item", "code",
    "quoted", "reference", "text", "particular", "byline", "signature",
]  # fmt: skip
Role = Literal["", "tag", "footnote", "number"]
"""What a run is besides text: a tag, a footnote to what is before it, the number of a remark."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text set alike; `href` is where it leads.

    In an annotated text, `covering` are the excerpts that mark it, `begins` and `ends` those that do so with it. A
    footnote has no text but what is `said` in it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    struck: bool = False
    raised: bool = False
    href: str = ""
    role: Role = ""
    color: Color | None = None
    covering: tuple[Excerpt, ...] = ()
    begins: tuple[Excerpt, ...] = ()
    ends: tuple[Excerpt, ...] = ()
    said: tuple["Run", ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: `level` is that of a heading from 1, or how deep an item stands; `color` that of a bar beside it.

    One that is `centred` is set so whatever its style; an `indented` one begins with a space of two characters. With
    one that `turns` a new page begins.
    """

    style: BlockStyle
    runs: tuple[Run, ...]
    level: int = 0
    color: Color | None = None
    centred: bool = False
    indented: bool = False
    turns: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_right_to_left(self) -> bool:
        """Whether it is read from the right, as its own words are: what is said of a source is put together here."""
        said = "".join(run.text for run in self.runs if not run.role)
        return self.style not in ("counts", "known", "source") and is_right_to_left(said)


def cited(text: RichText) -> tuple[Run, ...]:
    """Return what a style of citation has made as runs in its faces."""
    return tuple(
        Run(visible(run.text), italic=run.face == "italic", raised=run.face == "superscript") for run in text.runs
    )
