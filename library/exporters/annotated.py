"""A whole text cut where what is marked in it begins and ends, so that any format can set it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from library.chinese.languages import Language
from library.exporters.base import AnnotatedText
from library.exporters.visible import one_line
from library.headings import AsideKind, Heading
from library.models import Excerpt

ParagraphKind = Literal["text", "title", "heading"] | AsideKind
"""What a line is to its text: its title, a heading in it, or one of the lines around these."""
_TITLE_WITHIN = 20
"""Lines from the beginning of a text within which its title stands, as in the window."""
_TITLE_LINES = 3
_SIGNS = re.compile(r"\A#{1,6}[ \t]+(?=\S)")
_INLINE = ("run_in", "item")


@dataclass(frozen=True, slots=True)
class Segment:
    """Text that the same excerpts cover from end to end; `begins` and `ends` are those that do so with it.

    It is `strong` where it is a heading with which a paragraph begins.
    """

    text: str
    covering: tuple[Excerpt, ...] = ()
    begins: tuple[Excerpt, ...] = ()
    ends: tuple[Excerpt, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text that is not blank; `level` is that of the heading it is, or 0."""

    level: int
    segments: tuple[Segment, ...]
    kind: ParagraphKind = "text"

    @property
    def ends(self) -> tuple[Excerpt, ...]:
        """The excerpts that end in it, in order."""
        return tuple(excerpt for segment in self.segments for excerpt in segment.ends)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class _Parts:
    """What lines are to their text, by where they begin; `strong` are the headings that begin a paragraph, in order."""

    kinds: dict[int, ParagraphKind] = field(default_factory=dict[int, ParagraphKind])
    levels: dict[int, int] = field(default_factory=dict[int, int])
    strong: dict[int, Heading] = field(default_factory=dict[int, Heading])


def opening(text: Sequence[Paragraph]) -> int:
    """Return how many of the paragraphs of a text stand before its title and are it; 0 where it has none."""
    return max((number for number, paragraph in enumerate(text, 1) if paragraph.kind == "title"), default=0)


def is_indented(paragraph: Paragraph, language: Language) -> bool:
    """Say whether a paragraph begins two characters further right, as is usual in Chinese, without space of its own."""
    return (
        paragraph.kind in ("text", "byline") and language == "chinese" and not paragraph.segments[0].text[:1].isspace()
    )


def paragraphs(text: AnnotatedText) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text with their segments; a mark on blank lines alone stands at the end, empty."""
    waiting = sorted(map(_mark, text.excerpts), key=lambda mark: (mark.start, mark.end))
    parts = _parts(text)
    active: list[_Mark] = []
    shown: set[str] = set()
    next_mark = start = 0
    for line in text.text.split("\n"):
        end = start + len(line)
        while next_mark < len(waiting) and waiting[next_mark].start < end:
            active.append(waiting[next_mark])
            next_mark += 1
        if line.strip():
            segments = tuple(_segments(line, start, active, parts.strong.get(start)))
            paragraph = Paragraph(parts.levels.get(start, 0), segments, parts.kinds.get(start, "text"))
            shown.update(excerpt.highlight.id for excerpt in paragraph.ends)
            yield paragraph
        active = [mark for mark in active if mark.end > end]
        start = end + 1
    left = tuple(mark.excerpt for mark in waiting if mark.excerpt.highlight.id not in shown)
    if left:
        yield Paragraph(0, (Segment("", (), left, left),))


def _parts(text: AnnotatedText) -> _Parts:
    """Return what the outline knows of lines, and which are the title of their document."""
    parts = _Parts()
    length = len(text.text)
    for aside in text.asides:
        if aside.start < length:
            parts.kinds[_line_start(text.text, aside.start)] = aside.kind
    for heading in text.headings:
        if heading.start < length:
            start = _line_start(text.text, heading.start)
            if heading.kind in _INLINE:
                parts.strong.setdefault(start, heading)
            else:
                parts.kinds[start] = "heading"
                parts.levels[start] = heading.level
    for start in _title_lines(text):
        parts.kinds[start] = "title"
        parts.levels.pop(start, None)
    return parts


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _title_lines(text: AnnotatedText) -> list[int]:
    """Return where the lines begin that together are the title of the document, as far as they stand near the top."""
    title = one_line(text.document.title)
    lines: list[tuple[int, str]] = []
    start = 0
    for line in text.text.split("\n", _TITLE_WITHIN)[:_TITLE_WITHIN]:
        if line.strip():
            lines.append((start, one_line(_SIGNS.sub("", line.strip()))))
            for count in range(1, _TITLE_LINES + 1):
                if title and " ".join(words for _, words in lines[-count:]) == title:
                    return [start for start, _ in lines[-count:]]
        start += len(line) + 1
    return []


def _mark(excerpt: Excerpt) -> _Mark:
    """Return where an excerpt is seen: without the space, and the line ends, at its ends."""
    mark = excerpt.highlight
    inner = mark.quote.strip()
    if not inner:
        return _Mark(mark.start, mark.end, excerpt)
    start = mark.start + len(mark.quote) - len(mark.quote.lstrip())
    return _Mark(start, start + len(inner), excerpt)


def _segments(line: str, start: int, marks: Sequence[_Mark], strong: Heading | None) -> Iterator[Segment]:
    end = start + len(line)
    bold_end = start if strong is None else min(strong.end, end)
    cuts = {start, bold_end, end}
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
            last <= bold_end,
        )
