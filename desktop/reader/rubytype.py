"""Syllables set in one size, each over its place and in as wide a face as its neighbours leave room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QRawFont

WHOLE = 100
_WIDEST = ("zhuǎng", "chuǎng", "shuǎng")
_FACES = 5
_GAP = 0.3  # em that at least is free between two syllables


@dataclass(frozen=True, slots=True)
class Syllable:
    """A reading and the x over whose middle it is to stand."""

    text: str
    middle: float


@dataclass(frozen=True, slots=True)
class _Word:
    """A reading in one face: its glyphs, where they stand from its left, and its width."""

    glyphs: tuple[int, ...]
    offsets: tuple[float, ...]
    width: float


class RubyType:
    """Sets syllables in the family of `font`, `size` pixels high.

    The narrowest of its faces fits the widest syllable into `room` pixels: so none ever touches its neighbour where
    their middles are as far apart.
    """

    def __init__(self, font: QFont, size: int, room: float) -> None:
        self._gap = _GAP * size
        widest = max(_Face(font, size, WHOLE).word(text).width for text in _WIDEST)
        least = min(int(WHOLE * (room - self._gap) / widest), WHOLE)
        steps = range(_FACES)
        self._faces = [_Face(font, size, WHOLE - (WHOLE - least) * step // (_FACES - 1)) for step in steps]

    def runs(self, syllables: Sequence[Syllable], baseline: float) -> list[QGlyphRun]:
        """Return the glyphs of the syllables of one line, from left to right, a run for each face in use."""
        glyphs: dict[int, list[int]] = {}
        places: dict[int, list[QPointF]] = {}
        for syllable, face in zip(syllables, self._fit(syllables), strict=True):
            word = self._faces[face].word(syllable.text)
            left = syllable.middle - word.width / 2
            glyphs.setdefault(face, []).extend(word.glyphs)
            places.setdefault(face, []).extend(QPointF(left + offset, baseline) for offset in word.offsets)
        return [self._faces[face].run(glyphs[face], places[face]) for face in sorted(glyphs)]

    def _fit(self, syllables: Sequence[Syllable]) -> list[int]:
        """Return the face of each syllable: of two that would touch, the wider is narrowed until they do not."""
        faces = [0] * len(syllables)
        widths = [self._faces[0].word(syllable.text).width for syllable in syllables]
        last = len(self._faces) - 1
        for left, right in pairwise(range(len(syllables))):
            room = 2 * (syllables[right].middle - syllables[left].middle - self._gap)
            while widths[left] + widths[right] > room and (faces[left] < last or faces[right] < last):
                wider_first = widths[left] > widths[right]
                narrowed = left if faces[right] == last or (faces[left] < last and wider_first) else right
                faces[narrowed] += 1
                widths[narrowed] = self._faces[faces[narrowed]].word(syllables[narrowed].text).width
        return faces


class _Face:
    """One width of the face."""

    def __init__(self, font: QFont, size: int, stretch: int) -> None:
        made = QFont(font)
        made.setPixelSize(size)
        made.setStretch(stretch)
        self._raw = QRawFont.fromFont(made)
        self._words: dict[str, _Word] = {}

    def word(self, text: str) -> _Word:
        """Return `text` in this face; there are few syllables, and each is measured once."""
        found = self._words.get(text)
        if found is None:
            glyphs = self._raw.glyphIndexesForString(text)
            advances = [advance.x() for advance in self._raw.advancesForGlyphIndexes(glyphs)]
            *offsets, width = accumulate(advances, initial=0.0)
            found = self._words[text] = _Word(tuple(glyphs), tuple(offsets), width)
        return found

    def run(self, glyphs: list[int], places: list[QPointF]) -> QGlyphRun:
        """Return glyphs of this face at their places, ready to be drawn."""
        made = QGlyphRun()
        made.setRawFont(self._raw)
        made.setGlyphIndexes(glyphs)
        made.setPositions(places)
        return made
