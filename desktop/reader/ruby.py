"""The readings above the characters of one block: worked out strip by strip, kept with its layout, painted over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from desktop.reader.rubyroom import DESCENT, ruby_size
from desktop.reader.rubytype import RubyType, Syllable

if TYPE_CHECKING:
    from desktop.reader.layout import BlockLayout


class Ruby:
    """The readings of one block, a code point each, and the glyphs of those lines that were set."""

    __slots__ = ("_lines", "_readings")

    def __init__(self, readings: Sequence[str]) -> None:
        self._readings = readings
        self._lines: dict[int, list[QGlyphRun]] = {}

    def set_lines(self, layout: BlockLayout, lines: range, ruby_type: RubyType) -> bool:
        """Set what stands over `lines` of the block's `layout`, and say whether that is anything new."""
        fresh = False
        for line in lines:
            if line not in self._lines:
                syllables = syllables_of(layout, line, self._readings)
                self._lines[line] = ruby_type.runs(syllables, baseline(layout)) if syllables else []
                fresh = fresh or bool(syllables)
        return fresh

    def has_lines(self, lines: range) -> bool:
        """Say whether all of `lines` are set."""
        return all(line in self._lines for line in lines)

    def paint(self, painter: QPainter, layout: BlockLayout, left: int, y: int, color: QColor, clip: QRectF) -> None:
        """Paint what is set of the lines inside `clip`, the block's top left corner at (`left`, `y`)."""
        painter.setPen(color)
        for line in lines_between(layout, clip.top() - y, clip.bottom() - y):
            for run in self._lines.get(line, ()):
                painter.drawGlyphRun(QPointF(left, y + layout.line_tops[line]), run)


def syllables_of(layout: BlockLayout, line: int, readings: Sequence[str], start: int = 0) -> list[Syllable]:
    """Return from left to right what stands over a line; `readings` are those of the block from `start` on."""
    first, last = layout.line_range(line)
    half = layout.em / 2
    found = [
        Syllable(readings[at - start], layout.x_of(at, line) + half)
        for at in range(max(first, start), min(last, start + len(readings)))
        if readings[at - start]
    ]
    return sorted(found, key=lambda syllable: syllable.middle)


def baseline(layout: BlockLayout) -> float:
    """Return where the baseline of ruby lies below the top of its line."""
    return round(layout.em_top - DESCENT * ruby_size(layout.em))


def lines_between(layout: BlockLayout, top: float, bottom: float) -> range:
    """Return the lines of the block that reach into what lies between two heights."""
    return range(layout.line_at(top), layout.line_at(bottom) + 1)
