"""Latin letters and digits inside Chinese: where they stand, so that they can have a face of their own.

Kai faces set them like a typewriter, all as wide as half a character.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout

_LATIN = "!-~\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff"
_RUN = re.compile(f" *[{_LATIN}]+(?: +[{_LATIN}]+)* *")
"""With the spaces around it, which are as wide as half a character, too."""
_ELLIPSIS = "…"
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def latin_formats(text: str, font: QFont) -> list[QTextLayout.FormatRange]:
    """Return what gives the Latin runs of `text` the face `font`."""
    found: list[QTextLayout.FormatRange] = []
    for start_utf16, length_utf16 in latin_runs_utf16(text):
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start_utf16, length_utf16, latin_format(font)
        found.append(made)
    return found


def latin_runs_utf16(text: str) -> list[tuple[int, int]]:
    """Return start and length of each Latin run; none of them holds a character beyond the basic plane."""
    return [
        (found.start() + len(_BEYOND.findall(text, 0, found.start())), len(found.group()))
        for found in _RUN.finditer(text)
    ]


def latin_format(font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    return made


@dataclass(frozen=True, slots=True)
class Faces:
    """The face of a text, and that of the Latin runs in it where they have one of their own."""

    main: QFont
    latin: QFont | None = None

    def formats(self, text: str) -> list[QTextLayout.FormatRange]:
        """Return what gives the Latin runs of a text, which is set in the main face, their own."""
        return latin_formats(text, self.latin) if self.latin is not None else []

    def draw(self, painter: QPainter, at: QPointF, line: str) -> None:
        """Draw a line of text, its baseline beginning at `at`."""
        x = at.x()
        for words, face in self._pieces(line):
            painter.setFont(face)
            painter.drawText(QPointF(x, at.y()), words)
            x += QFontMetricsF(face).horizontalAdvance(words)

    def advance(self, line: str) -> float:
        """Return how wide a line of text is, in pixels."""
        return sum(QFontMetricsF(face).horizontalAdvance(words) for words, face in self._pieces(line))

    def elided(self, line: str, width: float) -> str:
        """Return as much of a line as is at most `width` pixels wide, with an ellipsis where that is not all."""
        if self.advance(line) <= width:
            return line
        cut = bisect_right(range(len(line)), width, key=lambda end: self.advance(line[:end] + _ELLIPSIS)) - 1
        cut = max(cut, 0)
        while cut and unicodedata.category(line[cut]).startswith("M"):
            cut -= 1
        return line[:cut] + _ELLIPSIS

    def _pieces(self, line: str) -> Iterator[tuple[str, QFont]]:
        at = 0
        if self.latin is not None:
            for found in _RUN.finditer(line):
                if found.start() > at:
                    yield line[at : found.start()], self.main
                yield found.group(), self.latin
                at = found.end()
        if at < len(line):
            yield line[at:], self.main
