"""The words that tesseract finds on a page, where they stand, and the runs of text that they are."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from library.chinese.han import HAN
from library.importers.pdfruns import Run

_WORD = "5"
"""The level of words in tesseract's table (TSV)."""

_POINTS = 72
_LIKE = 0.3
"""How much the height of a line, measured at its ink, may differ from that of others of the same type."""

_CLOSE = 1.2, 0.6
"""Ems up to which a gap on a line is none: between Han, whose ink is narrower than they are, and beside others."""

_FLUSH = 0.6, 1.2
"""Ems by which lines may begin and end unevenly at the left and the right edge."""

_WIDE = re.compile(f"[{HAN}\u2e80-\u303f\u3040-\u312f\uff00-\uffef—…“”‘’]")


@dataclass(frozen=True, slots=True)
class ScannedWord:
    """A word as it was read: its place in points from the upper left corner of the page.

    `line` tells the lines of a page apart: its block, paragraph and line.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line: tuple[int, int, int]


def words_of(table: str, dots_per_inch: int) -> Iterator[ScannedWord]:
    """Yield the words of one page of tesseract's table; what stands in it otherwise is passed over."""
    scale = _POINTS / dots_per_inch
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = "".join((row.get("text") or "").split())
        if row.get("level") != _WORD or not text:
            continue
        try:
            left, top = int(row["left"]), int(row["top"])
            right, bottom = left + int(row["width"]), top + int(row["height"])
            line = int(row["block_num"]), int(row["par_num"]), int(row["line_num"])
        except (TypeError, ValueError):
            continue
        yield ScannedWord(text, left * scale, top * scale, right * scale, bottom * scale, line)


def runs_of(words: Sequence[ScannedWord]) -> list[Run]:
    """Return words as runs of a page: those of one line are as high, lines of one type too, and Han stand close."""
    blocks = groupby(words, key=lambda word: word.line[0])
    lines = [line for _, block in blocks for line in _squared(list(block))]
    usual = median(line[0].bottom - line[0].top for line in lines) if lines else 0.0
    found: list[Run] = []
    for line in lines:
        high = line[0].bottom - line[0].top
        if abs(high - usual) < _LIKE * usual:
            line = [replace(word, top=word.bottom - usual) for word in line]
        first = found[-1].last if found else 0
        for number, word in enumerate(line):
            before = line[number - 1] if number else None
            spaced = before is not None and not _WIDE.match(before.text[-1]) and not _WIDE.match(word.text[0])
            left = word.left if before is None or not _is_close(before, word) else before.right
            last = first + len(word.text)
            run = Run(
                first, last, word.text, left, word.top, word.right, word.bottom,
                bold=False, spaced=spaced, cut=False, quarter=0,
            )  # fmt: skip
            found.append(run)
            first = last
    return found


def _squared(block: Sequence[ScannedWord]) -> list[list[ScannedWord]]:
    """Return the lines of a block, level, and flush where they nearly are: ink begins and ends unevenly."""
    lines = [_level(list(line)) for _, line in groupby(block, key=lambda word: word.line)]
    left, right = min(line[0].left for line in lines), max(line[-1].right for line in lines)
    for line in lines:
        high = line[0].bottom - line[0].top
        if line[0].left - left < _FLUSH[0] * high:
            line[0] = replace(line[0], left=left)
        if right - line[-1].right < _FLUSH[1] * high:
            line[-1] = replace(line[-1], right=right)
    return lines


def _level(line: list[ScannedWord]) -> list[ScannedWord]:
    """Return the words of a line with the same top and bottom: what is usual among them."""
    top, bottom = median(word.top for word in line), median(word.bottom for word in line)
    return [replace(word, top=top, bottom=bottom) for word in line]


def _is_close(before: ScannedWord, word: ScannedWord) -> bool:
    wide = bool(_WIDE.match(before.text[-1])), bool(_WIDE.match(word.text[0]))
    most = _CLOSE[0] if all(wide) else _CLOSE[1] if any(wide) else 0.0
    return word.left - before.right < most * (before.bottom - before.top)
