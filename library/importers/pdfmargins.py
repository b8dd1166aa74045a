"""The margins of pages: running heads and feet, which come again and again, and the numbers of pages."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from library.chinese.numerals import number_of
from library.importers.pdflines import Line

_NEAR = 4
"""Pages among which a head comes again: those of left and right pages take turns, chapters have heads of their own."""

_DEPTH = 3
"""Rows at the head and at the foot of a page that are looked at."""

_FIRST = 6
_OUTERMOST = 2
"""Pages whose margins tell what they are a part of, and rows at the edges of the first that do so."""

_LARGER = 1.12
"""How large the type of a head is at most, beside that of the text, where it counts no pages: larger is a title."""

_LONE = "#"
"""The words of a line that is no more than the number of its page."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.?|第|总第)?[\W_]*(?P<number>\d{1,5}|[ivxlc]{1,7}|[〇零一二三四五六七八九十百]{1,6})[\W_]*"
    r"(?:页|頁)?[\W_]*(?:(?:of|/|共)?\W*\d{1,5}\W*(?:页|頁)?)?\W*",
    re.IGNORECASE,
)
Edge = Literal["head", "foot"]


@dataclass(slots=True)
class _Margin:
    """A line near the edge of a page: its words without numbers, the numbers, and which row from the edge it is in.

    `repeated` says that it stands on another page, too, `number` is the one in it that counts with the pages.
    """

    line: Line
    words: str
    values: list[int]
    row: int
    repeated: bool = False
    number: int | None = None

    def compare(self, other: "_Margin", apart: int) -> None:
        """Take note whether `other`, of the same words and so many pages on, stands there but for what counts."""
        if abs(self.line.top - other.line.top) > self.line.size:
            return
        pairs = zip(self.values, other.values, strict=False)
        counting = [mine for mine, theirs in pairs if theirs - mine == apart]
        self.number = counting[0] if counting else self.number
        self.repeated = self.repeated or bool(counting) or self.words != _LONE


@dataclass(frozen=True, slots=True)
class Margins:
    """By page from 0: the lines of the text without margins, and the number that is printed on the page.

    `words` are the margins of the first pages, each once, and what stands at the edges of the very first.
    """

    lines: tuple[list[Line], ...]
    numbers: Mapping[int, int]
    words: tuple[str, ...] = ()


def without_margins(pages: Sequence[list[Line]], size: float) -> Margins:
    """Return the lines of pages, whose text is set in `size`, without running heads and feet and the numbers of pages.

    A line in the first or last rows of a page is one if it stands as high on a page near by, whatever numbers are in
    it, and all between it and the edge are; so is a number that counts with the pages. Where what follows them comes
    again, too, the pages are alike as slides are, which are built up step by step, and keep all.
    """
    dropped: list[set[int]] = [set() for _ in pages]
    numbers: dict[int, int] = {}
    for edge in ("head", "foot"):
        found = [_margins(lines, edge) for lines in pages]
        by_words = [_by_words(margins) for margins in found]
        for page, margins in enumerate(found):
            for margin in margins:
                for there, other in _others(by_words, page, margin.words):
                    margin.compare(other, there - page)
        for page, margins in enumerate(found):
            outer = list(_outer(margins, pages[page], size))
            printed = [margin.number for margin in outer if margin.number is not None]
            numbers |= {page: printed[-1]} if printed else {}
            dropped[page] |= {id(margin.line) for margin in outer}
    kept = tuple([line for line in lines if id(line) not in dropped[page]] for page, lines in enumerate(pages))
    return Margins(kept if any(kept) else tuple(pages), numbers, tuple(_words(pages, dropped)))


def _words(pages: Sequence[list[Line]], dropped: Sequence[set[int]]) -> Iterator[str]:
    edges: tuple[Edge, ...] = ("head", "foot")
    outermost = (margin.line for edge in edges for margin in _margins(pages[0], edge) if margin.row < _OUTERMOST)
    found = [line.text for line in outermost] if pages else []
    for lines, left_out in zip(pages[:_FIRST], dropped, strict=False):
        found += [line.text for line in lines if id(line) in left_out]
    yield from dict.fromkeys(found)


def _others(found: Sequence[Mapping[str, Sequence[_Margin]]], page: int, words: str) -> Iterator[tuple[int, _Margin]]:
    """Yield the lines with some words on the pages near by, each with its page."""
    for there in range(max(page - _NEAR, 0), min(page + _NEAR + 1, len(found))):
        if there != page:
            for margin in found[there].get(words, ()):
                yield there, margin


def _outer(margins: Sequence[_Margin], lines: Sequence[Line], size: float) -> list[_Margin]:
    """Return what belongs to the margin, from the edge of the page inwards."""
    found: list[_Margin] = []
    for row in range(_DEPTH + 1):
        own = [margin for margin in margins if margin.row == row]
        taken = [margin for margin in own if _is_repeated(margin, size) or _is_lone(margin, lines)]
        if row == _DEPTH and taken:
            return [margin for margin in found if margin.number is not None]
        found += taken
        if len(taken) < len(own):
            break
    return found


def _is_repeated(margin: _Margin, size: float) -> bool:
    return margin.repeated and (margin.number is not None or margin.line.size <= _LARGER * size)


def _is_lone(margin: _Margin, lines: Sequence[Line]) -> bool:
    """Say whether a number stands well apart from the text, outermost, as that of a page does."""
    gaps = (abs(line.top - margin.line.top) for line in lines if line is not margin.line)
    return margin.words == _LONE and not margin.row and min(gaps, default=0.0) > 1.8 * margin.line.size


def _margins(lines: Sequence[Line], edge: Edge) -> list[_Margin]:
    found: list[_Margin] = []
    row, last = -1, 0.0
    for line in sorted(lines, key=lambda each: each.top, reverse=edge == "foot"):
        if row < 0 or abs(line.top - last) > 0.6 * line.size:
            row, last = row + 1, line.top
        if row >= 2 * _DEPTH:
            break
        found.append(_Margin(line, *_read(line.text), row))
    return found


def _by_words(margins: Sequence[_Margin]) -> dict[str, list[_Margin]]:
    found: dict[str, list[_Margin]] = {}
    for margin in margins:
        found.setdefault(margin.words, []).append(margin)
    return found


def _read(text: str) -> tuple[str, list[int]]:
    """Return the words of a line, without its numbers and white space, and the numbers."""
    number = _NUMBER.fullmatch(text)
    if number is not None:
        value = number_of(number["number"])
        return _LONE, [] if value is None else [value]
    return "".join(_DIGITS.sub(_LONE, text).split()), [int(digits) for digits in _DIGITS.findall(text)]


def counted(numbers: Mapping[int, int], pages: int) -> int | None:
    """Return what is added to the index of a page for the number that is printed on it, where most pages agree."""
    found = Counter(number - page for page, number in numbers.items()).most_common(1)
    return found[0][0] if found and found[0][1] >= max(2, pages / 2) else None
