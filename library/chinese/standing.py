"""Numbers that stand alone on a line and part a text, as novels have them: （一）, 01, 二."""

import re
from collections.abc import Iterator

from library.chinese.layout import Layout
from library.chinese.numerals import HAN, number_of
from library.chinese.sentences import is_ended

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LONE = re.compile(
    rf"[（(](?P<bracketed>[{HAN}]{{1,3}})[）)]|[（(](?P<stem>[{_STEMS}])[）)]|(?P<padded>0\d)|(?P<bare>[一二三四五六七八九十]{{1,3}})"
)
_LONGEST = 5
_LEAST = {"bracketed": 2, "stem": 2, "padded": 2, "bare": 3}
"""How many of a form a text must have: 一 alone on a line may be anything."""
_PARAGRAPH = 8


def lone_numbers(lines: Layout) -> list[int]:
    """Return the indexes of the numbers that stand alone and count from 1 without a gap, each above a paragraph.

    A plain digit is none: it may be the number of a page.
    """
    found: list[int] = []
    counting: list[int] = []
    written = ""
    for index, number, form in (*_numbers(lines), (0, 1, "")):
        if number == 1:
            found += counting if len(counting) >= _LEAST.get(written, 1) else []
            counting, written = [index], form
        elif counting and form == written and number == len(counting) + 1:
            counting.append(index)
        else:
            counting = []
    return found


def _numbers(lines: Layout) -> Iterator[tuple[int, int, str]]:
    """Yield the lone numbers by index with what they count and how they are written."""
    for index, line in enumerate(lines.texts[:-1]):
        found = _LONE.fullmatch(line) if len(line) <= _LONGEST else None
        form = found.lastgroup if found else None
        if not found or not form or not _is_paragraph(lines.texts[index + 1]):
            continue
        number = _STEMS.index(found[form]) + 1 if form == "stem" else number_of(found[form])
        if number and (number == 1 or is_ended(lines.texts[index - 1])):
            yield index, number, form


def _is_paragraph(line: str) -> bool:
    return len(line) >= _PARAGRAPH and (is_ended(line) or "。" in line)
