"""A whole text cut where what is marked in it begins and ends, so that any format can set it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from library.exporters.base import AnnotatedText
from library.models import Excerpt


@dataclass(frozen=True, slots=True)
class Segment:
    """Text that the same excerpts cover from end to end; `begins` and `ends` are those that do so with it."""

    text: str
    covering: tuple[Excerpt, ...] = ()
    begins: tuple[Excerpt, ...] = ()
    ends: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text that is not blank; `level` is that of the heading it is, or 0."""

    level: int
    segments: tuple[Segment, ...]

    @property
    def ends(self) -> tuple[Excerpt, ...]:
        """The excerpts that end in it, in order."""
        return tuple(excerpt for segment in self.segments for excerpt in segment.ends)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    excerpt: Excerpt


def paragraphs(text: AnnotatedText) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text with their segments; a mark on blank lines alone stands at the end, empty."""
    waiting = sorted(map(_mark, text.excerpts), key=lambda mark: (mark.start, mark.end))
    headings = [heading for heading in text.headings if heading.kind != "run_in"]
    active: list[_Mark] = []
    shown: set[str] = set()
    next_mark = next_heading = start = 0
    for line in text.text.split("\n"):
        end = start + len(line)
        level = 0
        while next_heading < len(headings) and headings[next_heading].start < end:
            level = headings[next_heading].level
            next_heading += 1
        while next_mark < len(waiting) and waiting[next_mark].start < end:
            active.append(waiting[next_mark])
            next_mark += 1
        if line.strip():
            paragraph = Paragraph(level, tuple(_segments(line, start, active)))
            shown.update(excerpt.highlight.id for excerpt in paragraph.ends)
            yield paragraph
        active = [mark for mark in active if mark.end > end]
        start = end + 1
    left = tuple(mark.excerpt for mark in waiting if mark.excerpt.highlight.id not in shown)
    if left:
        yield Paragraph(0, (Segment("", (), left, left),))


def _mark(excerpt: Excerpt) -> _Mark:
    """Return where an excerpt is seen: without the space, and the line ends, at its ends."""
    mark = excerpt.highlight
    inner = mark.quote.strip()
    if not inner:
        return _Mark(mark.start, mark.end, excerpt)
    start = mark.start + len(mark.quote) - len(mark.quote.lstrip())
    return _Mark(start, start + len(inner), excerpt)


def _segments(line: str, start: int, marks: Sequence[_Mark]) -> Iterator[Segment]:
    end = start + len(line)
    cuts = {start, end}
    for mark in marks:
        cuts.update(point for point in (mark.start, mark.end) if start < point < end)
    places = sorted(cuts)
    for first, last in pairwise(places):
        here = [mark for mark in marks if mark.start < last and mark.end > first]
        yield Segment(
            line[first - start : last - start],
            tuple(mark.excerpt for mark in here),
            tuple(mark.excerpt for mark in here if first <= mark.start < last),
            tuple(mark.excerpt for mark in here if first < mark.end <= last),
        )
