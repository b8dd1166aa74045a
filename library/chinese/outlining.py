"""The outline of a document: the headings that its file marks as such, else those that its text shows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from library.chinese.asides import asides_of
from library.chinese.entries import FARTHEST
from library.chinese.numbering import Numbering, Style, numbering_of
from library.chinese.structure import depths, outline_and_missing, written
from library.chinese.titles import title_span
from library.elements import Element
from library.headings import Heading, Missing, Outline, parents_of

_HEAD = 12
"""Lines at the head of a text among which the only heading is its title."""

_CERTAIN: frozenset[Style] = frozenset({"volume", "chapter", "part", "han", "han_bracket"})
"""Numbers that only headings have: digits stand before notes and in lists as well."""


def outline_of(text: str, elements: Sequence[Element] = ()) -> Outline:
    """Return the outline of `text`, of which its file says `elements`; the title of a document is no heading.

    Where the file marks nothing but its title, only lines with the numbers of Chinese papers and books are headings:
    its lists, notes and lone lines are none.
    """
    marked = list(_marked(text, elements))
    titled = any(element.kind == "title" for element in elements)
    headings = [] if not titled and _is_title_alone(text, marked) else marked
    if headings:
        missing: Sequence[Missing] = list(_missing(headings))
    else:
        headings, missing = outline_and_missing(text)
        if marked or titled:
            headings = [heading for heading in headings if _is_certain(heading)]
            missing = list(_missing(headings))
    levels = (depth + 1 for depth in depths(headings))
    found = (replace(row, level=level) for row, level in zip(headings, levels, strict=True))
    return Outline(found, missing, asides=asides_of(text, headings))


def _marked(text: str, elements: Sequence[Element]) -> Iterator[Heading]:
    for element in elements:
        if element.kind == "heading":
            title = " ".join(text[element.start : element.end].split())
            if title:
                yield Heading(int(element.value), title, element.start, element.end, "section")


def _is_title_alone(text: str, headings: Sequence[Heading]) -> bool:
    if len(headings) != 1:
        return False
    return text.count("\n", 0, headings[0].start) <= _HEAD and not _has_title_above(text, headings[0])


def _has_title_above(text: str, heading: Heading) -> bool:
    title = title_span(text)
    return title is not None and title[1] <= heading.start


def _is_certain(heading: Heading) -> bool:
    numbering = numbering_of(heading.title)
    return numbering is not None and numbering.style in _CERTAIN


def _missing(headings: Sequence[Heading]) -> Iterator[Missing]:
    """Yield the numbers that headings which stand beside one another leave out, by their titles alone."""
    last: dict[int, tuple[Heading, Numbering]] = {}
    for heading, parent in zip(headings, parents_of([heading.level for heading in headings]), strict=True):
        numbering = numbering_of(heading.title)
        before = last.get(parent)
        if numbering is None:
            continue
        last[parent] = heading, numbering
        if before is None or before[1].style != numbering.style:
            continue
        mark = before[0].title[: before[1].end]
        lost = range(before[1].number + 1, numbering.number)
        for number in lost if len(lost) < FARTHEST else ():
            yield Missing(written(mark, before[1], number), before[0].end, heading.start)
