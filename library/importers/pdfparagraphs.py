"""Paragraphs rebuilt from the lines of pages, by punctuation, indent, width and type; cut words mended."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from library.chinese.sentences import is_ended
from library.importers.pdflines import Line

_ITEM = re.compile(
    r"(?:[•·●○◆■□▪‣➢–*-]|[（(\[〔]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[）)\].、．〕]|[①-⓿])(?!\d)"
)
"""How an item of a list, a numbered heading or an entry of a bibliography begins."""

_WORD = re.compile(r"[^\W\d_]+\Z")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_WORDS = re.compile(r"[^\W\d_]+")
_LIKE = 0.15
"""How much the heights of lines of one paragraph differ: fonts of several scripts do not agree."""


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph, each with the page from 0 that it stands on."""

    lines: list[tuple[int, Line]] = field(default_factory=list[tuple[int, Line]])

    @property
    def text(self) -> str:
        """The words of its lines."""
        return " ".join(line.text for _, line in self.lines)

    @property
    def size(self) -> float:
        """The size of its type."""
        return max(line.size for _, line in self.lines)

    @property
    def bold(self) -> bool:
        """Say whether all of it is bold."""
        return all(line.bold for _, line in self.lines)


def paragraphs_of(pages: Iterable[tuple[int, Sequence[Line]]]) -> Iterator[Paragraph]:
    """Yield the paragraphs of lines, which are given page by page in reading order and have been measured."""
    paragraph = Paragraph()
    indented = False
    for page, lines in pages:
        indented = any(line.starts_in() for line in lines) if lines else indented
        for line in lines:
            if paragraph.lines and not _continues(paragraph, page, line, indented):
                yield paragraph
                paragraph = Paragraph()
            paragraph.lines.append((page, line))
    if paragraph.lines:
        yield paragraph


def _continues(paragraph: Paragraph, page: int, line: Line, indented: bool) -> bool:
    last_page, before = paragraph.lines[-1]
    if before.is_row or line.is_row or not _is_alike(before, line):
        return False
    full, ended = _is_full(before, line), is_ended(before.text)
    if (last_page, before.column) != (page, line.column):
        return full and not line.starts_in() and (indented or not ended) and not _ITEM.match(line.text)
    step = line.top - before.top
    if not full or not 0 < step < 1.3 * line.leading:
        return False
    further_in = line.left - before.left > 0.8 * line.size
    further_out = before.left - line.left > 0.8 * line.size
    if further_in:
        hangs = _ITEM.match(before.text) is not None and len(paragraph.lines) == 1
        return not ended or hangs
    return not (further_out and len(paragraph.lines) > 1) and not (ended and _ITEM.match(line.text))


def _is_alike(before: Line, line: Line) -> bool:
    """Say whether two lines are set in the same type."""
    larger = max(before.size, line.size)
    return abs(before.size - line.size) <= _LIKE * larger and before.bold == line.bold


def _is_full(before: Line, line: Line) -> bool:
    """Say whether a line was ended because no more of the text went into it: not the next word, nor two characters."""
    first = line.runs[0]
    share = len(first.text.partition(" ")[0]) / len(first.text)
    word = (first.right - first.left) * share if first.text[0].isascii() else 1.5 * line.size
    return before.cut or before.right_edge - before.right < word + line.size


class Hyphens:
    """Knows the words of a document, and what a word becomes that a hyphen cuts at the end of a line."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = set[str]()
        self._hyphenated = set[str]()
        for text in texts:
            self._words.update(word.lower() for word in _WORDS.findall(text))
            if "-" in text:
                self._hyphenated.update(word.lower() for word in _HYPHENATED.findall(text))

    def between(self, before: Line, after: Line) -> tuple[int, str]:
        """Return how many characters at the end of a line go, and what stands between it and the next one."""
        text, follows = before.text, after.text
        written = 0 if before.cut else 1
        if not (before.cut or (text.endswith(("-", "‐")) and len(text) > 1 and text[-2].isalpha())):
            return 0, "\n"
        head = _WORD.search(text[: len(text) - written])
        tail = _WORDS.match(follows)
        if head is None or tail is None or not follows[0].islower():
            return written, "-"
        one, whole = f"{head[0]}{tail[0]}".lower(), f"{head[0]}-{tail[0]}".lower()
        keeps = whole in self._hyphenated and one not in self._words
        return written, "-" if keeps else ""


def joints(paragraph: Paragraph, hyphens: Hyphens) -> Iterator[tuple[str, str]]:
    """Yield for each line of a paragraph its words, and what stands between it and the next one."""
    for (_, line), (_, after) in pairwise(paragraph.lines):
        away, between = hyphens.between(line, after)
        yield line.text[: len(line.text) - away], between
    _, line = paragraph.lines[-1]
    yield line.text + "-" * line.cut, ""
