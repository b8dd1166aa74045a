"""Hard-wrapped text: how wide its lines are, and which of them go on in the next."""

import re

from library.chinese.layout import Layout
from library.chinese.sentences import is_ended

_NARROWEST = 28
"""Columns of a wrapped line at least, a Chinese character taking two: a newspaper's column has 14."""
_WIDEST = 160
_SAMPLE = 2000
"""Layout from which it is judged how a text is wrapped."""
_LONGER = 0.02
"""Of the lines, how many may be longer than the width: headings, tables, addresses."""
_LEAST = 4
"""Layout at least that must go on in the next."""
_SHARE, _PURE = 0.2, 0.8
"""Of the lines that another follows at once, how many must go on in it; of those that do not end, how many are full."""
_SLACK = 5
"""Columns that a line may lack because a mark or a number did not fit on it."""
_WIDE = re.compile("[ᄀ-ᅟ⺀-〾ぁ-㏿㐀-䶿一-鿿가-힣豈-﫿︰-﹯！-｠￠-￦𠀀-𲎯“”‘’…—·]")
_WORD = re.compile(r"[!-~]*")


def wrapped_width(lines: Layout) -> int | None:
    """Return the columns to which a text is wrapped, or None where each line is a paragraph.

    A text is wrapped when nearly no line is wider than the others, and those that end in the midst of a sentence are
    all about as wide.
    """
    texts = lines.texts[:_SAMPLE]
    if not texts or sum(len(line) > _WIDEST for line in texts) > _LONGER * len(texts):
        return None
    widths = sorted(_set_width(lines, index) for index in range(len(texts)))
    width = widths[-1 - int(_LONGER * len(widths))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    following = unfinished = going = 0
    for index in range(len(texts) - 1):
        if lines.are_adjacent(index):
            following += 1
            unfinished += not is_ended(texts[index])
            going += is_full(lines, index, width) and not is_ended(texts[index])
    return width if going >= max(_LEAST, _SHARE * following, _PURE * unfinished) else None


def is_full(lines: Layout, index: int, width: int) -> bool:
    """Say whether the first word, or character, of the next line did not fit on this one of at most `width` columns."""
    word = _WORD.match(lines.texts[index + 1])
    needed = len(word[0]) + 1 if word and word[0] else 0
    return _set_width(lines, index) + max(needed, _SLACK) > width


def _set_width(lines: Layout, index: int) -> int:
    """Return the columns of a line with the white space in front of it."""
    return _width(lines.texts[index]) + lines.indent(index) * (1 if lines.texts[index].isascii() else 2)


def _width(line: str) -> int:
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))
