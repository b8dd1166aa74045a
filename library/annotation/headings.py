"""The headings of a text: those that are marked as such, which today are those of Markdown."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from library.storage.texts import ReadingText

_HEADING = re.compile(r"^#{1,6}[ \t]+(.+)$", re.MULTILINE)
_WINDOW = 50_000
"""Code points that are looked through at a time: it takes a few milliseconds."""


class Heading(NamedTuple):
    """A heading and the code point at which its line begins."""

    start: int
    text: str


class Headings:
    """All headings of a text, in their order."""

    def __init__(self, found: Iterable[Heading] = ()) -> None:
        self.all = tuple(found)
        self._starts = [heading.start for heading in self.all]

    def above(self, position: int) -> int | None:
        """Return the index in `all` of the heading that a code point stands below, or None before the first."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 else None

    def text_above(self, position: int) -> str:
        """Return the heading that a code point stands below, or nothing."""
        index = self.above(position)
        return self.all[index].text if index is not None else ""


def looked_for(text: ReadingText) -> Iterator[list[Heading]]:
    """Yield the headings of a Markdown text window by window, so that whoever asks can rest in between."""
    start = 0
    while start < text.length:
        window = text.slice(start, min(start + _WINDOW, text.length))
        cut = window.rfind("\n") + 1
        if cut and start + len(window) < text.length:
            window = window[:cut]
        elif not cut:  # a line longer than a window: only its beginning can tell
            window += _rest_of_line(text, start + len(window))
        yield [Heading(start + found.start(), _plain(found[1])) for found in _HEADING.finditer(window)]
        start += len(window)


def headings_of(windows: Iterable[list[Heading]]) -> Headings:
    """Return the headings of all windows together."""
    return Headings(heading for window in windows for heading in window)


def _rest_of_line(text: ReadingText, start: int) -> str:
    parts: list[str] = []
    while start < text.length:
        part, ended, _ = text.slice(start, min(start + _WINDOW, text.length)).partition("\n")
        parts.append(part + ended)
        start += len(part)
        if ended:
            break
    return "".join(parts)


def _plain(line: str) -> str:
    """Return a Markdown heading without the number signs that may close it (CommonMark, section 4.2)."""
    plain = line.rstrip()
    opened = plain.rstrip("#")
    return opened.rstrip() if opened[-1:] in ("", " ", "\t") else plain
