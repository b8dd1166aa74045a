"""Full-width punctuation marks, and which of them a face draws in one half of their square."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QRawFont

OPENING = "“‘（「『《〈【〔［｛〖"
CLOSING_BRACKETS = "”’）」』》〉】〕］｝〗"
CLOSING = f"{CLOSING_BRACKETS}，。、；：？！．"
_MEASURED_AT = 200.0  # pixels: boxes of glyphs come in whole ones
_SQUARE = 0.95  # em: narrower, a mark is proportional
_MIDDLE = 0.04  # em that ink may reach over the middle


@dataclass(frozen=True, slots=True)
class HalfMarks:
    """The marks of a face whose ink keeps to one half of the square: the other half may go.

    Marks of which a face centres the ink (the traditional way), or which it sets narrow, are in neither.
    """

    opening: frozenset[str]
    closing: frozenset[str]


NO_MARKS = HalfMarks(frozenset(), frozenset())
"""Of a text in Latin letters, whose marks are narrow."""


def half_marks(font: QFont) -> HalfMarks:
    """Return the marks that `font` draws in the right half (opening ones) or the left half (closing ones)."""
    return _half_marks(tuple(font.families()), font.weight())


@cache
def _half_marks(families: tuple[str, ...], weight: QFont.Weight) -> HalfMarks:
    """Measure a face; done once, for reading the outlines of its marks takes a millisecond."""
    font = QFont()
    font.setFamilies(families)
    font.setWeight(weight)
    face = QRawFont.fromFont(font)
    face.setPixelSize(_MEASURED_AT)
    opening = frozenset(mark for mark in OPENING if _ink(face, mark)[0] >= 0.5 - _MIDDLE)
    closing = frozenset(mark for mark in CLOSING if _ink(face, mark)[1] <= 0.5 + _MIDDLE)
    return HalfMarks(opening, closing)


def _ink(face: QRawFont, mark: str) -> tuple[float, float]:
    """Return where the ink of `mark` begins and ends, in em; all of the square where it is not a square of its own."""
    glyphs = face.glyphIndexesForString(mark)
    if not glyphs or not glyphs[0]:
        return 0.0, 1.0
    box = face.boundingRect(glyphs[0])
    advance = face.advancesForGlyphIndexes(glyphs[:1])[0].x()
    if advance < _SQUARE * _MEASURED_AT or box.isEmpty():
        return 0.0, 1.0
    return box.left() / _MEASURED_AT, box.right() / _MEASURED_AT
