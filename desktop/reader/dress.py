"""What is known of a text besides its characters: its outline, and what its file says of passages of it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.reader.markdown import Look, Part
from desktop.reader.roles import Role
from library.elements import Marks

if TYPE_CHECKING:
    from library.elements import Element, ElementKind
    from library.headings import Aside, AsideKind, Heading, Outline

_LOOKS: dict[ElementKind, int] = {
    "strong": Look.STRONG, "emphasis": Look.EMPHASIS, "link": Look.LINK, "jump": Look.LINK,
}  # fmt: skip
_PARTS: dict[AsideKind, Role] = {
    "particular": Role.PARTICULAR, "byline": Role.BYLINE, "signature": Role.SIGNATURE,
}  # fmt: skip
_TOPS = ("chapter", "speech")
_BOLD = "**"
_START = attrgetter("start")
_LONGEST_SPAN = 200
"""Code points of a run-in heading that is set bold; what is longer is a paragraph."""


class Dress:
    """Says of each block what part it plays and which of its characters are set apart. Positions are code points."""

    def __init__(self, outline: Outline, marks: Marks | None = None) -> None:
        """Without `marks` nothing is known yet of what the file sets apart."""
        self._outline = outline
        self._marks = marks or Marks()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dress) and (self._outline, self._marks) == (other._outline, other._marks)

    def __hash__(self) -> int:
        return hash(self._outline)

    def role(self, start: int, block: str) -> Role | None:
        """Return the part that the block which begins at `start` plays, or None where nothing is said of it."""
        end = start + len(block)
        for index in self._headings(start, end):
            heading = self._outline.headings[index]
            if heading.kind not in ("item", "run_in") and not block[heading.end - start :].strip("#*_ \t\u3000"):
                return self._rank(index)
        aside = self._aside(start, end)
        if aside is not None:
            return _PARTS[aside.kind]
        removed = self._outline.removed
        place = bisect_left(removed, start)
        return Role.BODY if place < len(removed) and removed[place] < max(end, start + 1) else None

    def parts(self, start: int, block: str) -> list[Part]:
        """Return which characters of the block that begins at `start` are set apart, in no order."""
        end = start + len(block)
        found = [
            Part(max(element.start, start) - start, min(element.end, end) - start, _LOOKS[element.kind])
            for element in self._marks.between(start, end)
        ]
        for index in self._headings(start, end):
            heading = self._outline.headings[index]
            if self._is_run_in(heading, end):
                found += _run_in(heading.start - start, min(heading.end, end) - start, block)
        aside = self._aside(start, end)
        if aside is not None and aside.kind != "signature" and not self._headings(start, end):
            found.append(Part(0, len(block), Look.SOFT))
        return found

    def element_at(self, position: int) -> Element | None:
        """Return the link or the jump at a code point, or None."""
        found = self._marks.between(position, position + 1)
        return next((element for element in found if element.kind in ("link", "jump")), None)

    def _is_run_in(self, heading: Heading, end: int) -> bool:
        inside = heading.kind in ("item", "run_in") or heading.end < end
        return inside and heading.end - heading.start <= _LONGEST_SPAN

    def _rank(self, index: int) -> Role:
        """Return how a heading is set: 编, 章 and 节 in one another each in its way, what stands below them lower."""
        headings, above = self._outline.headings, self._outline.parents[index]
        if headings[index].kind == "chapter":
            if self._depth(index) == 0:
                return Role.PART if self._nests else Role.HEADING
            return Role.HEADING if self._depth(index) == 1 else Role.SUBHEADING
        high = above < 0 or headings[index].kind in _TOPS or (headings[above].kind in _TOPS and not self._depth(above))
        return Role.HEADING if high else Role.SUBHEADING

    @cached_property
    def _nests(self) -> bool:
        """Whether chapters stand in chapters."""
        return any(heading.kind == "chapter" and self._depth(at) for at, heading in enumerate(self._outline.headings))

    def _depth(self, index: int) -> int:
        """Return how many chapters a heading stands in."""
        depth, above = 0, self._outline.parents[index]
        while above >= 0:
            depth += self._outline.headings[above].kind == "chapter"
            above = self._outline.parents[above]
        return depth

    def _aside(self, start: int, end: int) -> Aside | None:
        """Return the aside that begins from `start` up to `end`, or None."""
        asides = self._outline.asides
        place = bisect_left(asides, start, key=_START)
        return asides[place] if place < len(asides) and asides[place].start < end else None

    def _headings(self, start: int, end: int) -> range:
        """Return the indexes of the headings that begin from `start` up to `end`."""
        headings = self._outline.headings
        return range(bisect_left(headings, start, key=_START), bisect_left(headings, end, key=_START))


def _run_in(start: int, end: int, block: str) -> list[Part]:
    """Return a run-in heading set bold, the marks hidden that say so in Markdown also where its rules see none."""
    width = len(_BOLD)
    if block.startswith(_BOLD, start) and block.endswith(_BOLD, start + width, end):
        marks = [Part(start, start + width, Look.HIDDEN), Part(end - width, end, Look.HIDDEN)]
        return [*marks, Part(start + width, end - width, Look.STRONG)]
    return [Part(start, end, Look.STRONG)]
