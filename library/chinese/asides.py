"""The lines of a text that are neither headings nor running text: particulars, bylines, the signature."""

import re
from collections.abc import Iterator, Sequence

from library.chinese.metadata import Finding, Metadata, metadata
from library.chinese.persons import byline_name, is_credit, is_reporter, is_told_by
from library.headings import Aside, AsideKind, Heading

_LONGEST = 80
"""Code points of a line that is no paragraph."""
_SUBTITLE = re.compile(r"[#*\s\u3000]*(?:——|──|--|―|—)")
_WHITE = "# \t\r\u3000*_"


def asides_of(text: str, headings: Sequence[Heading]) -> list[Aside]:
    """Return the asides of `text`, whose headings are known, in order.

    Particulars and the signature are those that `metadata` finds. A byline stands next to a heading, or to another
    beside one, so that looking for them takes no longer than there are headings.
    """
    known = metadata(text)
    found = {aside.start: aside for aside in (*_particulars(text, known), *_signature(text, known))}
    found |= {aside.start: aside for aside in _bylines(text, headings) if aside.start not in found}
    taken = {text.rfind("\n", 0, heading.start) + 1 for heading in headings}
    return [found[start] for start in sorted(found) if text.rfind("\n", 0, start) + 1 not in taken]


def _particulars(text: str, known: Metadata) -> Iterator[Aside]:
    """Yield the lines around the title that say a number, a date, who issued it, and its subtitle."""
    signed = known.sign_off.start if known.sign_off else len(text)
    said = (known.serial, known.issue, known.document_number, known.issuer, known.date, known.adopted)
    for finding in said:
        if finding is not None and finding.start < signed:
            yield from _line(text, finding.start, "particular", known.title)
    if known.title is not None:
        below = _next_line(text, known.title.end)
        if below is not None and _SUBTITLE.match(text, below):
            yield from _line(text, below, "particular", known.title)


def _signature(text: str, known: Metadata) -> Iterator[Aside]:
    if known.sign_off is not None:
        yield from _line(text, known.sign_off.start, "signature", known.title)
        if known.date is not None and known.date.start > known.sign_off.start:
            yield from _line(text, known.date.start, "signature", known.title)


def _bylines(text: str, headings: Sequence[Heading]) -> Iterator[Aside]:
    """Yield the lines above and below headings that say who speaks, reports, tells or took a picture."""
    for heading in headings:
        for step in (_line_before, _next_line):
            at = step(text, heading.start if step is _line_before else heading.end)
            while at is not None:
                start, end = _drawn(text, at)
                if not 0 < end - start <= _LONGEST or not _is_byline(text[start:end]):
                    break
                yield Aside(start, end, "byline")
                at = step(text, start if step is _line_before else end)


def _is_byline(line: str) -> bool:
    return byline_name(line) is not None or is_reporter(line) or is_credit(line) or is_told_by(line)


def _line(text: str, position: int, kind: AsideKind, title: Finding | None) -> Iterator[Aside]:
    """Yield the line that holds a code point, unless it is a paragraph or the title."""
    start, end = _drawn(text, text.rfind("\n", 0, position) + 1)
    is_title = title is not None and start < title.end and title.start < end
    if end - start <= _LONGEST and not is_title:
        yield Aside(start, end, kind)


def _drawn(text: str, start: int) -> tuple[int, int]:
    """Return the words of the line that begins at `start`; of a long one as much as shows that it is long."""
    end = text.find("\n", start, start + 2 * _LONGEST)
    line = text[start : end if end >= 0 else start + 2 * _LONGEST]
    begin = start + len(line) - len(line.lstrip(_WHITE))
    return begin, max(start + len(line.rstrip(_WHITE)), begin)


def _next_line(text: str, position: int) -> int | None:
    """Return where the next line begins that has something on it, within a few lines."""
    at = position
    for _ in range(6):
        at = text.find("\n", at) + 1
        if not at:
            return None
        start, end = _drawn(text, at)
        if start < end:
            return at
    return None


def _line_before(text: str, position: int) -> int | None:
    """Return where the last line before begins that has something on it, within a few lines."""
    at = text.rfind("\n", 0, position) + 1
    for _ in range(6):
        if not at:
            return None
        at = text.rfind("\n", 0, at - 1) + 1
        start, end = _drawn(text, at)
        if start < end:
            return at
    return None
