"""The formats of a block: what QTextLayout is told of single characters, as ranges in UTF-16."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from desktop.reader.markdown import Look, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.reader.offsets import Offsets
    from desktop.reader.spacing import Spacing
    from desktop.reader.style import ReaderStyle


class Formats:
    """Makes the formats of the blocks set in one face, each kind of format once."""

    def __init__(self, style: ReaderStyle, font: QFont) -> None:
        self._style = style
        self._font = font
        self._made: dict[tuple[float, int, bool], QTextCharFormat] = {}

    def ranges(self, spacings: Iterable[Spacing], parts: list[Part], text: str, offsets: Offsets) -> list[
        QTextLayout.FormatRange
    ]:  # fmt: skip
        """Return what of `text` is spaced or looks otherwise, in ranges that do not overlap."""
        if not parts:
            return [format_range(offsets, start, end, self._format(em, Look.PLAIN)) for start, end, em in spacings]
        pieces = _pieces(list(spacings), list(_by_script(parts, text)))
        return [
            format_range(offsets, start, end, self._format(em, look, wide=wide))
            for start, end, em, look, wide in pieces
        ]

    def _format(self, em: float, look: int, *, wide: bool = False) -> QTextCharFormat:
        found = self._made.get((em, look, wide))
        if found is None:
            found = self._made[em, look, wide] = self._make(em, look, wide=wide)
        return found

    def _make(self, em: float, look: int, *, wide: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        if look & Look.CODE and not wide:
            made.setFont(self._style.code)
        if em:
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(em * self._font.pixelSize())
        if look & Look.HIDDEN:
            # no face has a glyph for what has no width: none shall be looked for
            made.setFontStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        if look & Look.SOFT:
            made.setForeground(self._style.soft)
        if look & Look.SIGN:
            made.setForeground(self._style.accent)
        if look & Look.STRONG:
            made.setFontWeight(QFont.Weight.Bold)
        if look & Look.EMPHASIS:
            # a slanted Han character looks broken: Chinese emphasises in Kai, and within Kai in Song
            kai = self._style.kai.families()
            plain = self._font.families() == kai
            made.setFontItalic(not wide)
            if wide:
                made.setFontFamilies(self._style.reading.families() if plain else kai)
        if look & Look.STRUCK:
            made.setFontStrikeOut(True)
            made.setForeground(self._style.soft)
        if look & Look.LINK:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(self._style.soft)
        return made


def format_range(offsets: Offsets, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return the range that gives the characters from `start` to `end` the format `form`."""
    made = QTextLayout.FormatRange()
    start_utf16 = offsets.to_utf16(start)
    made.start = start_utf16
    made.length = offsets.to_utf16(end) - start_utf16
    made.format = form
    return made


@cache
def _wide() -> re.Pattern[str]:
    """Match what is set in the Chinese face, its quotation marks too; made with the first text that has such parts."""
    return re.compile("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u2018-\u201d\U00020000-\U0003ffff]+")


def _by_script(parts: Iterable[Part], text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield the parts, those that look different in Chinese and Latin cut where the one becomes the other."""
    for start, end, look in parts:
        if not look & (Look.EMPHASIS | Look.CODE):
            yield start, end, look, False
            continue
        last = start
        for found in _wide().finditer(text, start, end):
            if last < found.start():
                yield last, found.start(), look, False
            yield found.start(), found.end(), look, True
            last = found.end()
        if last < end:
            yield last, end, look, False


def _pieces(
    spacings: list[Spacing], parts: list[tuple[int, int, int, bool]]
) -> Iterator[tuple[int, int, float, int, bool]]:
    """Yield what lies between any two neighbouring ends of both, with its space and its look."""
    edges = sorted({edge for piece in (*spacings, *parts) for edge in piece[:2]})
    space, part = 0, 0
    for start, end in pairwise(edges):
        while space < len(spacings) and spacings[space][1] <= start:
            space += 1
        while part < len(parts) and parts[part][1] <= start:
            part += 1
        em = spacings[space][2] if space < len(spacings) and spacings[space][0] <= start else 0.0
        inside = part < len(parts) and parts[part][0] <= start
        look, wide = parts[part][2:] if inside else (Look.PLAIN, False)
        if em or look:
            yield start, end, em, look, wide
