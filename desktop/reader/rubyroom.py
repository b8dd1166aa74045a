"""The room that ruby asks for: letters apart, lines higher, the text lower in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from library.chinese.han import HAN

if TYPE_CHECKING:
    from desktop.reader.offsets import Offsets
    from desktop.reader.setting import Setting

OFF, HOVER, RARE, ALL = "off", "hover", "rare", "all"
"""Over which characters ruby stands: none, the word under the mouse, rare ones, every one."""
IN_TEXT = (RARE, ALL)
"""What is set into the text itself."""

_SIZE = 0.48  # em of the text
_SPACING = 0.36
_ASCENT = 0.96  # em of the ruby
DESCENT = 0.19
"""How far the letters of ruby reach below their baseline, in its em, less what a character leaves free at its top."""
_CLOSING = "，。、；：！？”’」』）》】〉〕…,.;:!?)"
_HAN_OF_WIDE = 0.88  # of the wide characters of a Chinese text; the others are punctuation


def ruby_size(size: int) -> int:
    """Return the size of the ruby over text of `size` pixels."""
    return round(_SIZE * size)


def pitch_for(size: int, pitch: int, mode: str) -> int:
    """Return `pitch`, or what it must be at least for the ruby not to touch the line above."""
    return max(pitch, size + _height(size) + 1) if mode in IN_TEXT else pitch


def with_room(setting: Setting, mode: str) -> Setting:
    """Return `setting` with its lines high enough for ruby, their text so low that the ruby lies within its line."""
    if mode not in IN_TEXT:
        return setting
    height, pitch = _height(setting.size), pitch_for(setting.size, setting.pitch, mode)
    lead = max(ceil(height - (pitch - setting.size) / 2), 0)
    return replace(setting, pitch=pitch, lead=lead, crown=height if mode == ALL else 0)


def spacing(size: int, mode: str) -> float:
    """Return by how many pixels Chinese characters of `size` pixels are set apart."""
    return _SPACING * size if mode == ALL else 0.0


def widened(advance: float, mode: str) -> float:
    """Return the mean advance of a character, in em, of a text in which it is `advance` without ruby."""
    return advance + spacing(1, mode) * _HAN_OF_WIDE * max(2 * advance - 1, 0)


def spread(
    ranges: list[QTextLayout.FormatRange], text: str, offsets: Offsets, pixels: float
) -> list[QTextLayout.FormatRange]:
    """Return `ranges`, which do not overlap, with `pixels` more behind Chinese characters.

    A closing mark stays where it is, close to the character it follows.
    """
    if not pixels:
        return ranges
    apart = [(offsets.to_utf16(found.start()), offsets.to_utf16(found.end())) for found in _set_apart().finditer(text)]
    formed = sorted(((form.start, form.start + form.length, form.format) for form in ranges), key=lambda form: form[0])
    plain = _apart(QTextCharFormat(), pixels)
    made: list[QTextLayout.FormatRange] = []
    for start, end, is_apart, form in _pieces(apart, formed):
        if is_apart:
            made.append(_range(start, end, plain if form is None else _apart(form, pixels)))
        elif form is not None:
            made.append(_range(start, end, form))
    return made


@cache
def _set_apart() -> re.Pattern[str]:
    """Match Chinese characters, but for those before a closing mark: it stays close to what it closes."""
    return re.compile(rf"(?:[{HAN}](?![{_CLOSING}]))+")


def _height(size: int) -> int:
    return ceil(ruby_size(size) * (_ASCENT + DESCENT))


def _pieces(
    apart: list[tuple[int, int]], formed: list[tuple[int, int, QTextCharFormat]]
) -> Iterator[tuple[int, int, bool, QTextCharFormat | None]]:
    """Yield what lies between any two neighbouring ends: whether it is apart, and its format."""
    edges = sorted({edge for part in (*apart, *formed) for edge in part[:2]})
    spans, forms = iter(apart), iter(formed)
    span, form = next(spans, None), next(forms, None)
    for start, end in pairwise(edges):
        while span is not None and span[1] <= start:
            span = next(spans, None)
        while form is not None and form[1] <= start:
            form = next(forms, None)
        yield start, end, span is not None and span[0] <= start, form[2] if form and form[0] <= start else None


def _apart(form: QTextCharFormat, pixels: float) -> QTextCharFormat:
    made = QTextCharFormat(form)
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(form.fontLetterSpacing() + pixels)
    return made


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made
