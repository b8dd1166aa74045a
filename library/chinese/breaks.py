"""The breaks between lines: those that cut a paragraph, those of wrapped lines, and those at which text was lost."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import pairwise

from library.chinese.cuts import counts_back, is_cut, is_spaced
from library.chinese.fragments import are_torn, goes_on
from library.chinese.layout import Layout
from library.chinese.persons import byline_name, is_credit, is_reporter
from library.chinese.sentences import is_ended
from library.chinese.structure import Heading, outline_and_missing
from library.chinese.wrapping import is_full, wrapped_width

_PAGE = re.compile(
    r"[-—–·•~〜\s]*(?:第\s*)?[0-9０-９]{1,4}\s*页?[-—–·•~〜\s]*|(?i:page\s+\d{1,4}(?:\s+of\s+\d+)?)|\d{1,4}\s*/\s*\d{1,4}"
)
_RUNNING_HEAD = 40
_RUNNING = 3
"""Times that a line stands in a text before it is taken for what is printed on every page."""
_FURNITURE = 3
"""Lines of page numbers and running heads between two pages, at most."""
_CLOSERS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", "】": "【", "〕": "〔"}
_QUOTED = re.compile("[“”‘’「」『』《》（）【】〔〕]")
_LEAST = 25
"""Code points of a paragraph without an end that stands above a heading, before it counts as cut off."""
_REACH = 4000
_APART = 0.1
"""Of the lines, how many must stand apart or be indented where paragraphs are told by that."""
_ITEMS = 3
"""Items that go on in their line before one that does not is cut off from what follows."""
_ANYTHING = "又"
_CAPTION = re.compile(
    r"(?:[图圖表]|照片|插图|插圖)\s*[\d一二三四五六七八九十]{1,3}(?:[-.．]\d{1,2})?[\s　:：.．、][^。]{1,50}"
)
_LIST = re.compile(r"[-*+•·◆■●>|]\s|\||```")


@dataclass(frozen=True, slots=True)
class Break:
    """The span from the end of one line to the beginning of another, in code points."""

    start: int
    end: int
    is_spaced: bool = False
    detail: str = ""


class Breaks:
    """Finds the breaks of a text, given by its lines; `headings` are the indexes of lines that are headings whole."""

    def __init__(self, text: str, lines: Layout) -> None:
        self._lines = lines
        self._texts = lines.texts
        outlined, self._missing = outline_and_missing(text)
        first = {heading.start: heading for heading in outlined}
        at = {index: first[start] for index in range(len(lines)) if (start := lines.start(index)) in first}
        self._begun = frozenset(at)
        self.headings = frozenset(index for index, heading in at.items() if heading.end == lines.end(index))
        self._run_on = _items_cut_off(lines, at)
        self._furniture = self._page_lines()
        self._width = wrapped_width(lines)
        self._is_indented, self._is_apart = self._paragraph_marks()
        self.wraps: list[Break] = []
        self.joins: list[Break] = []
        self.gaps: list[Break] = []
        self._find()

    def _find(self) -> None:
        paragraphs = list(self._paragraphs())
        for place, ((first, last), (following, _)) in enumerate(pairwise(paragraphs)):
            whole = "".join(self._texts[first : last + 1])[-_REACH:]
            if self._is_join(whole, last, following):
                torn = are_torn(whole, self._texts[following])
                (self.gaps if torn else self.joins).append(self._break(last, following))
                continue
            behind = paragraphs[place + 2][0] if place + 2 < len(paragraphs) else None
            detail = self._loss(whole, last, following)
            if detail is not None:
                self.gaps.append(self._break(last, following, detail))
            elif behind is not None and self._is_caption(following) and self._is_join(whole, last, behind):
                self.gaps.append(self._break(last, behind))
        self.gaps += self._lost_headings()
        self.gaps.sort(key=lambda found: (found.start, found.end))

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        """Yield the first and last line of each paragraph, its wrapped lines put together; page numbers are none."""
        first = -1
        last = -1
        for index in range(len(self._texts)):
            if index in self._furniture:
                continue
            if first >= 0 and last == index - 1 and self._is_wrap(last):
                self.wraps.append(self._break(last, index))
            else:
                if first >= 0:
                    yield first, last
                first = index
            last = index
        if first >= 0:
            yield first, last

    def _is_wrap(self, index: int) -> bool:
        """Say whether a line goes on in the next because the text is wrapped."""
        if self._width is None or not self._lines.are_adjacent(index) or not is_full(self._lines, index, self._width):
            return False
        following = index + 1
        if index in self.headings or following in self._begun or _LIST.match(self._texts[following]):
            return False
        if self._is_indented and self._lines.indent(following):
            return False
        return not is_ended(self._texts[index]) or self._is_indented or self._is_apart

    def _is_join(self, whole: str, last: int, following: int) -> bool:
        head = self._texts[following]
        if following in self._begun or byline_name(head) or is_credit(head) or is_reporter(head):
            return False
        if last in self._run_on:
            return not is_ended(head[:_LEAST]) and len(head) >= _LEAST
        is_at_once = following == last + 1 and self._lines.are_adjacent(last)
        if last in self.headings or (self._width is not None and is_at_once):
            return False
        return not _begins_amid(whole, head) and is_cut(whole, head)

    def _is_caption(self, index: int) -> bool:
        """Say whether a line stands below a picture and not in the text."""
        line = self._texts[index]
        return index not in self._begun and (is_credit(line) or _CAPTION.fullmatch(line) is not None)

    def _loss(self, whole: str, last: int, following: int) -> str | None:
        """Return what shows that text is lost between two paragraphs, or None where nothing does."""
        head = self._texts[following]
        if following in self._begun:
            cut = len(whole) >= _LEAST and last not in self._begun and not is_ended(whole)
            return "" if cut and is_cut(whole, _ANYTHING) else None
        if not is_ended(whole) and counts_back(whole, head[:_LEAST]):
            return ""
        is_open = not is_ended(whole) or last in self._begun
        begins_amid = goes_on(head) or _begins_amid(whole, head)
        return "" if is_open and len(head) >= _LEAST and begins_amid else None

    def _lost_headings(self) -> Iterator[Break]:
        """Yield where the numbers that a sequence leaves out should be."""
        spans: dict[tuple[int, int], list[str]] = {}
        for gap in self._missing:
            spans.setdefault((gap.start, gap.end), []).append(gap.number)
        starts = {self._lines.start(index): index for index in range(len(self._lines))} if spans else {}
        joined = {found.start for found in (*self.joins, *self.wraps)}
        for (start, end), numbers in spans.items():
            below = starts.get(end, 0)
            if below:
                at = self._lost_between(start, below, joined)
                yield self._break(at - 1, at, " ".join(numbers))

    def _lost_between(self, start: int, below: int, joined: Container[int]) -> int:
        """Return the line in front of which a heading is lost: behind the one break since `start`, or else `below`."""
        inner: list[int] = []
        index = below - 1
        while index > 0 and self._lines.start(index) > start and len(inner) < 2:
            is_below_heading = index in self._begun or index - 1 in self.headings
            if not is_below_heading and self._lines.end(index - 1) not in joined:
                inner.append(index)
            index -= 1
        return inner[0] if len(inner) == 1 else below

    def _break(self, one: int, other: int, detail: str = "") -> Break:
        spaced = is_spaced(self._texts[one], self._texts[other])
        return Break(self._lines.end(one), self._lines.start(other), spaced, detail)

    def _page_lines(self) -> frozenset[int]:
        """Return the indexes of page numbers and of running heads beside them, few at a time between two lines."""
        pages = {index for index, line in enumerate(self._texts) if len(line) <= 24 and _PAGE.fullmatch(line)}
        beside = {near for index in pages for near in (index - 1, index + 1) if 0 <= near < len(self._texts)} - pages
        counts = Counter(self._texts[index] for index in beside if len(self._texts[index]) <= _RUNNING_HEAD)
        heads = {index for index in beside if counts[self._texts[index]] >= _RUNNING and index not in self._begun}
        found: set[int] = set()
        run: list[int] = []
        for index in [*sorted(pages | heads), len(self._texts) + 1]:
            if run and index != run[-1] + 1:
                found.update(run if len(run) <= _FURNITURE else ())
                run = []
            run.append(index)
        return frozenset(found)

    def _paragraph_marks(self) -> tuple[bool, bool]:
        """Return whether paragraphs are indented, and whether blank lines stand between them."""
        if self._width is None:
            return False, False
        count = len(self._lines)
        indented = sum(bool(self._lines.indent(index)) for index in range(count))
        apart = sum(not self._lines.are_adjacent(index) for index in range(count - 1))
        return _APART * count <= indented <= count * (1 - _APART), apart >= _APART * count


def _items_cut_off(lines: Layout, at: dict[int, Heading]) -> frozenset[int]:
    """Return the items that end with their heading, where all others go on in their line."""
    items = [(index, heading.end == lines.end(index)) for index, heading in at.items() if heading.kind == "item"]
    ended = [index for index, is_whole in items if is_whole and lines.texts[index].endswith("。")]
    return frozenset(ended if len(items) - len(ended) >= _ITEMS * max(len(ended), 1) else ())


def _begins_amid(whole: str, head: str) -> bool:
    """Say whether a paragraph closes what was never opened: its beginning is lost, unless `whole` above opened it."""
    opened: list[str] = []
    for mark in _QUOTED.findall(head[:_REACH]):
        if mark not in _CLOSERS:
            opened.append(mark)
        elif opened and opened[-1] == _CLOSERS[mark]:
            opened.pop()
        elif not opened:
            return whole.count(_CLOSERS[mark]) <= whole.count(mark)
        else:
            return False  # quotation marks that are not in pairs show nothing
    return False
