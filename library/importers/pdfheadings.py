"""Which paragraphs of a PDF are headings: those that its bookmarks name, else those that are set as such."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from library.importers.pdfparagraphs import Paragraph

_LEVELS = 6
_LARGER = 1.12
"""How large the type of a heading is at least, beside that of the text."""

_LONGEST = 100
_MOST_LINES = 3
_SHARE = 0.4
"""The share of the text above which large or bold type means something else than a heading."""

_ENDS = ("。", "；", "，", "、", ",", ";", ":", "：", ".")
_SLACK = 12
"""Characters that a heading may have besides those of its bookmark, such as its number."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a file's own outline: `level` from 1, and the page from 0 that it leads to."""

    level: int
    title: str
    page: int


def headings_of(paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark], size: float) -> dict[int, int]:
    """Return the levels, from 1 to 6, of those paragraphs by their index that are headings.

    `size` is the size of type of the text. Bookmarks count where at least half of them are found.
    """
    named = dict(_named(paragraphs, bookmarks))
    if bookmarks and 2 * len(named) >= len(bookmarks):
        return named
    return _by_type(paragraphs, size)


def _named(paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> Iterator[tuple[int, int]]:
    by_page: dict[int, list[tuple[int, str]]] = {}
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph.lines) <= _MOST_LINES:
            by_page.setdefault(paragraph.lines[0][0], []).append((index, _bare(paragraph.text)))
    taken = set[int]()
    for bookmark in bookmarks:
        title = _bare(bookmark.title)
        for index, text in by_page.get(bookmark.page, ()):
            if title and index not in taken and title in text and len(text) <= len(title) + _SLACK:
                taken.add(index)
                yield index, min(bookmark.level, _LEVELS)
                break


def _by_type(paragraphs: Sequence[Paragraph], size: float) -> dict[int, int]:
    sizes: dict[int, float] = {}
    for index, paragraph in enumerate(paragraphs):
        larger = paragraph.size >= _LARGER * size
        if (larger or paragraph.bold) and _is_short(paragraph):
            sizes[index] = paragraph.size if larger else size
    if sum(len(paragraphs[index].text) for index in sizes) > _SHARE * sum(len(each.text) for each in paragraphs):
        return {}
    steps: list[float] = []
    for each in sorted(set(sizes.values()), reverse=True):
        if not steps or each < steps[-1] / 1.06:
            steps.append(each)
    return {index: min(sum(each < step / 1.06 for step in steps) + 1, _LEVELS) for index, each in sizes.items()}


def _is_short(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if len(text) > _LONGEST or len(paragraph.lines) > _MOST_LINES or any(line.is_row for _, line in paragraph.lines):
        return False
    return not text.endswith(_ENDS) and re.search(r"[^\W\d_]{2}", text) is not None


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
