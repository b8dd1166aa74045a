"""The characters of a page of a PDF, as PDFium finds them, in runs without white space, and where they stand."""

import ctypes
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, Self

from library.importers.pdfcharacters import Characters, readable
from library.importers.pdfruns import SMALLER, Run, is_line, main_quarter
from library.pages import Box

pdfium_c: Any = import_module("pypdfium2.raw")  # which says nothing of its types

_LINE = re.compile("[^\r\n]+")
_RUN = re.compile("[^\\s\u0002\ufffe]+")
_HYPHENS = "\u0002\ufffe"
"""What PDFium writes for a hyphen at the end of a line, where it joins the lines."""

_SMALL = re.compile(r"(?<![\d.,/(（-])\d{1,3}(?![\d.%])")
_ALONE = re.compile(r"(?<=[^\s\d.,/(-])\d{1,3}(?![\d.%])|(?<!\S)\d{1,3}(?!\S)")
"""What may be the mark of a note, or in a word makes one possible."""

_ODD = re.compile("[\u0590-\u08ff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff\uff00-\uffef\ud840-\ud88f]")
"""Characters that stand otherwise than the letters of words do."""

_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters that are written from right to left, which PDFium gives in the order of reading."""

_WIDEST = 0.7
"""The mean width of the letters of a word at most, in ems: what follows it further on stands apart."""

_BOLD = 600
"""The weight from which a font is bold."""

_QUARTER = 1.5707963267948966


class PageText:
    """One page of an open PDF; to be closed. PDFium is not to be used on two threads at once."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._raw = self._text.raw
        self._turns: int = page.get_rotation() // 90
        left, bottom, right, top = page.get_bbox()
        self._left: float = left
        self._bottom: float = bottom
        self._across: float = right - left
        self._down: float = top - bottom
        self.width, self.height = (self._down, self._across) if self._turns % 2 else (self._across, self._down)
        self._rectangle = pdfium_c.FS_RECTF()
        self._reference = ctypes.byref(self._rectangle)
        self.characters = Characters()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()
        self._page.close()

    @property
    def holds_something(self) -> bool:
        """Whether anything is drawn on the page."""
        return pdfium_c.FPDFPage_CountObjects(self._page.raw) > 0

    def runs(self) -> list[Run]:
        """Return the runs of the page in the order in which PDFium finds them."""
        written = self._written()
        found: list[Run] = []
        turned = [0, 0, 0, 0]
        for start, end, quarter in self._stretches(written):
            turned[quarter] += end - start
            if quarter or self._turns or _ODD.search(written, start, end):
                found += self._odd(written, start, end, quarter)
            else:
                found += self._words(written, start, end)
        main = main_quarter(found)
        if turned[main] == max(turned):
            return found
        across = (main - 1) % 4  # single characters, and numbers set level in a column, go with what is set downwards
        return [self._turned(run, main) if run.quarter == across else run for run in found]

    def _stretches(self, written: str) -> Iterator[tuple[int, int, int]]:
        """Yield the lines, or where some in one are turned otherwise, their words, each with how it is turned."""
        for line in _LINE.finditer(written):
            start, end = line.span()
            quarter = self._quarter(start)
            if self._quarter(end - 1) == quarter or end - start == 1:
                yield start, end, quarter
                continue
            words = [(*word.span(), self._quarter(word.start())) for word in _RUN.finditer(written, start, end)]
            for turned, group in groupby(words, key=itemgetter(2)):
                stretch = list(group)
                yield stretch[0][0], stretch[-1][1], turned

    def _odd(self, written: str, start: int, end: int, quarter: int) -> Iterator[Run]:
        """Yield the runs of a line that holds Han, is turned, or is written from right to left: that is one run."""
        if 2 * len(_LEFTWARDS.findall(written, start, end)) > end - start:
            first, last = start, start + len(written[start:end].rstrip())
            boxes = self._place(first, quarter), self._place(last - 1, quarter)
            yield self._made(written, first, last, *boxes, quarter)
            return
        for word in _RUN.finditer(written, start, end):
            yield from self._read(written, word.start(), word.end(), quarter)

    def glyphs(self, run: Run) -> Iterator[tuple[str, Box]]:
        """Yield the characters of a run as text (a ligature as several, what is no text as none), with their boxes."""
        index = run.first
        while index < run.last:
            code, at = chr(pdfium_c.FPDFText_GetUnicode(self._raw, index)), index
            index += 1
            if "\ud800" <= code < "\udc00" and index < run.last:
                code += chr(pdfium_c.FPDFText_GetUnicode(self._raw, index))
                index += 1
            yield readable(code), self._box(at)

    def _box(self, index: int) -> Box:
        """Return the box of a character on the page as it is shown."""
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, self._reference)
        at = self._rectangle
        left, right = at.left - self._left, at.right - self._left
        bottom, top = at.bottom - self._bottom, at.top - self._bottom
        match self._turns:
            case 1:
                return Box(bottom, left, top, right)
            case 2:
                return Box(self._across - right, bottom, self._across - left, top)
            case 3:
                return Box(self._down - top, self._across - right, self._down - bottom, self._across - left)
            case _:
                return Box(left, self._down - top, right, self._down - bottom)

    def _place(self, index: int, quarter: int) -> Box:
        """Return the box of a character on the page as it is when its text has been turned back."""
        box = self._box(index)
        left, top, right, bottom = box
        match quarter:
            case 1:
                return Box(top, self.width - right, bottom, self.width - left)
            case 2:
                return Box(self.width - right, self.height - bottom, self.width - left, self.height - top)
            case 3:
                return Box(self.height - bottom, left, self.height - top, right)
            case _:
                return box

    def _written(self) -> str:
        """Return the page's text with one code unit a character of PDFium's."""
        count = self._text.count_chars()
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium_c.FPDFText_GetText(self._raw, 0, count, buffer) == count + 1:
            return "".join(map(chr, buffer[:count]))
        codes = (pdfium_c.FPDFText_GetUnicode(self._raw, index) for index in range(count))
        return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)

    def _quarter(self, index: int) -> int:
        angle = max(pdfium_c.FPDFText_GetCharAngle(self._raw, index), 0.0)
        return (round(angle / _QUARTER) + self._turns) % 4

    def _read(self, written: str, first: int, last: int, quarter: int) -> Iterator[Run]:
        """Yield a run, or where its characters do not stand in a line as text does, its parts that do."""
        if _SMALL.search(written, first + 1, last) is None:
            yield from self._lined_up(written, first, last, quarter)
            return
        for start, stop, raised in self._parts(written, first, last):
            for run in self._lined_up(written, start, stop, quarter):
                yield run._replace(raised=True) if raised else run

    def _words(self, written: str, start: int, end: int) -> Iterator[Run]:
        """Yield the words of a line without Han as one run, as far as they stand as close as words do: much quicker."""
        first = last = begin_of_last = -1
        left = top = bottom = size = 0.0
        box, raw, reference, at = pdfium_c.FPDFText_GetLooseCharBox, self._raw, self._reference, self._rectangle
        marks = _ALONE.search(written, start, end) is not None
        for word in _RUN.finditer(written, start, end):
            begin, stop = word.span()
            box(raw, begin, reference)
            step, left = at.left - left, at.left
            if at.top != top or at.bottom != bottom:
                level = min(at.top, top) - max(at.bottom, bottom)
                top, bottom = at.top, at.bottom
                size = top - bottom
            else:
                level = size
            if first < 0:
                first = begin
            elif level <= 0.5 * size or not 0 < step < (last - begin_of_last + 2.5) * size * _WIDEST:
                yield from self._close(written, first, last)
                first = begin
            if marks and _ALONE.search(written, begin, stop):
                if first < begin:
                    yield from self._close(written, first, last)
                yield from self._read(written, begin, stop, 0)
                first = -1
            begin_of_last, last = begin, stop
        if first >= 0:
            yield from self._close(written, first, last)

    def _close(self, written: str, first: int, last: int) -> Iterator[Run]:
        """Yield some words as one run, or if they do not stand in one line, as one each."""
        begin, end = self._place(first, 0), self._place(last - 1, 0)
        if last - first == 1 or is_line(begin, end, last - first):
            yield self._made(written, first, last, begin, end, 0)
            return
        for word in _RUN.finditer(written, first, last):
            yield from self._read(written, word.start(), word.end(), 0)

    def _parts(self, written: str, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
        """Yield the parts of a run, small numbers in it by themselves."""
        at = first
        for found in _SMALL.finditer(written, first + 1, last):
            size = self._size(found.start() - 1)
            if self._size(found.start()) < SMALLER * size:
                yield at, found.start(), False
                yield found.start(), found.end(), True
                at = found.end()
        if at < last:
            yield at, last, False

    def _size(self, index: int) -> float:
        box = self._box(index)
        return min(box.bottom - box.top, 2 * (box.right - box.left)) if self._turns % 2 else box.bottom - box.top

    def _lined_up(self, written: str, first: int, last: int, quarter: int) -> Iterator[Run]:
        count = last - first
        begin, end = self._place(first, quarter), self._place(last - 1, quarter)
        if count == 1 or is_line(begin, end, count):
            yield self._made(written, first, last, begin, end, quarter)
            return
        down = (quarter + 1) % 4
        begin, end = self._place(first, down), self._place(last - 1, down)
        if is_line(begin, end, count):
            yield self._made(written, first, last, begin, end, down)
            return
        boxes = [self._place(index, quarter) for index in range(first, last)]
        cuts = [at for at, (one, two) in enumerate(pairwise(boxes), 1) if not is_line(one, two, 2)]
        for start, stop in pairwise([0, *cuts, count]):
            yield self._made(written, first + start, first + stop, boxes[start], boxes[stop - 1], quarter)

    def _made(self, written: str, first: int, last: int, begin: Box, end: Box, quarter: int) -> Run:
        return Run(
            first,
            last,
            self.characters.read(written[first:last]),
            min(begin.left, end.left),
            min(begin.top, end.top),
            max(begin.right, end.right),
            max(begin.bottom, end.bottom),
            pdfium_c.FPDFText_GetFontWeight(self._raw, first) >= _BOLD,
            first > 0 and written[first - 1].isspace(),
            last < len(written) and written[last] in _HYPHENS,
            quarter,
        )

    def _turned(self, run: Run, quarter: int) -> Run:
        begin, end = self._place(run.first, quarter), self._place(run.last - 1, quarter)
        place = (min(begin.left, end.left), min(begin.top, end.top))
        place += (max(begin.right, end.right), max(begin.bottom, end.bottom))
        return Run(*run[:3], *place, *run[7:10], quarter, run.raised)
