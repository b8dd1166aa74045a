"""The formats of a block: what QTextLayout is told of single characters, as ranges in UTF-16."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor

    from desktop.reader.offsets import Offsets
    from desktop.reader.spacing import Spacing


class Formats:
    """Makes the formats of blocks that are set in one size, each kind of format once. `size` is the em in pixels."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._spaced: dict[float, QTextCharFormat] = {}

    def spaced(self, spacings: Iterable[Spacing], offsets: Offsets) -> list[QTextLayout.FormatRange]:
        """Return the ranges that add `spacings` to the text."""
        return [format_range(offsets, start, end, self._spacing(em)) for start, end, em in spacings]

    def _spacing(self, em: float) -> QTextCharFormat:
        found = self._spaced.get(em)
        if found is None:
            found = self._spaced[em] = QTextCharFormat()
            found.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            found.setFontLetterSpacing(em * self._size)
        return found


def colored(color: QColor) -> QTextCharFormat:
    """Return the format of characters in `color`."""
    made = QTextCharFormat()
    made.setForeground(color)
    return made


def format_range(offsets: Offsets, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return the range that gives the characters from `start` to `end` the format `form`."""
    made = QTextLayout.FormatRange()
    start_utf16 = offsets.to_utf16(start)
    made.start = start_utf16
    made.length = offsets.to_utf16(end) - start_utf16
    made.format = form
    return made
