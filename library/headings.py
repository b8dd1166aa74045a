"""Headings, the numbers they leave out, and the outline that they make together."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

HeadingKind = Literal["section", "item", "run_in", "speech", "chapter"]
AsideKind = Literal["particular", "byline", "signature"]
Rank = tuple[int, int]

RULES = 4
"""Another number with every change of what headings are, so that what was kept before is made again."""
KEPT = ".outline"
"""Under this suffix the outline of a text is kept."""
AT_ONCE = 500_000
"""Bytes of a kept outline that are read without waiting: it takes some milliseconds."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading by its words, without marks of Markdown: `start` and `end` in code points of the text.

    A run-in heading ends with its first sentence, any other with its line. `level` is 1 for the highest: 一、 is 1,
    （一） 2, 1. 3 and （1） 4, all of them deeper by the levels of chapters where a text has these; Markdown's is the
    number of its signs. The title of a speech is 1 and stands above all that is said in it (see `depths`). In an
    Outline, `level` is how deep the heading stands in it, from 1.
    """

    level: int
    title: str
    start: int
    end: int
    kind: HeadingKind


@dataclass(frozen=True, slots=True)
class Missing:
    """A number that a sequence of headings leaves out, as it would be written, and the span in which it should be."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HeadingCorrection:
    """What a reader says of a heading by the code point at which it begins: its level from 1, or 0 where it is none.

    `words` are those that it should have, where the text misprints them; "" leaves it its own.
    """

    document_id: str
    start: int
    end: int
    level: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """A line beside the headings that is no running text either, between two code points of the text.

    A particular stands around the title: the name of a newsletter, a number, a date, a subtitle. A byline says who
    speaks, writes or took a picture; a signature who signs at the end, and when.
    """

    start: int
    end: int
    kind: AsideKind


class Outline:
    """The headings of a text in order, each as deep as those above it let it be, and the numbers that they leave out.

    `removed` are the starts of what a reader took out of it; `asides` stand in order.
    """

    def __init__(
        self,
        headings: Iterable[Heading] = (),
        missing: Iterable[Missing] = (),
        removed: Iterable[int] = (),
        asides: Iterable[Aside] = (),
    ) -> None:
        found = tuple(headings)
        deep = depths_of([(0, heading.level) for heading in found])
        self.headings = tuple(
            heading if heading.level == depth + 1 else replace(heading, level=depth + 1)
            for heading, depth in zip(found, deep, strict=True)
        )
        self.missing = tuple(missing)
        self.removed = tuple(removed)
        self.asides = tuple(asides)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Outline) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash(self._parts)

    @property
    def _parts(self) -> tuple[object, ...]:
        return self.headings, self.missing, self.removed, self.asides

    @cached_property
    def parents(self) -> tuple[int, ...]:
        """By the index of each heading, that of the one it stands below; -1 where there is none."""
        return tuple(parents_of([heading.level for heading in self.headings]))

    def above(self, position: int) -> int | None:
        """Return the index of the last heading that begins at code point `position` or before it, or None."""
        index = bisect_right(self.headings, position, key=lambda heading: heading.start) - 1
        return index if index >= 0 else None

    def path(self, position: int) -> tuple[str, ...]:
        """Return the titles of the headings that a code point stands below, the highest first."""
        index, found = self.above(position), list[str]()
        while index is not None and index >= 0:
            found.append(self.headings[index].title)
            index = self.parents[index]
        return tuple(reversed(found))


def depths_of(ranks: Sequence[Rank]) -> list[int]:
    """Return how deep each of what has these ranks, the lowest rank highest, stands below the others, from 0."""
    found: list[int] = []
    above: list[Rank] = []
    for rank in ranks:
        while above and above[-1] >= rank:
            above.pop()
        found.append(len(above))
        above.append(rank)
    return found


def parents_of(levels: Sequence[int]) -> list[int]:
    """Return by index of each level that of the last lower one before it; -1 where there is none."""
    found: list[int] = []
    above: list[int] = []
    for index, level in enumerate(levels):
        while above and levels[above[-1]] >= level:
            above.pop()
        found.append(above[-1] if above else -1)
        above.append(index)
    return found


def packed(outline: Outline) -> bytes:
    """Return an outline without corrections as it is kept on disk."""
    headings = [[row.level, row.title, row.start, row.end, row.kind] for row in outline.headings]
    missing = [[gap.number, gap.start, gap.end] for gap in outline.missing]
    asides = [[row.start, row.end, row.kind] for row in outline.asides]
    return json.dumps([RULES, headings, missing, asides], ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(data: bytes) -> Outline | None:
    """Return the outline that `packed` made into this, or None if that was by other rules or is spoiled."""
    try:
        rules, *rows = json.loads(data)
        if rules != RULES:
            return None
        headings, missing, asides = rows
        return Outline(
            (Heading(*row) for row in headings),
            (Missing(*row) for row in missing),
            asides=(Aside(*row) for row in asides),
        )
    except (ValueError, TypeError):
        return None
