"""A note set in lines: plain text in the face of notes, Latin runs in their own, folded to so many. In pixels."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.reader.offsets import Offsets
from desktop.reader.typesetting import is_narrow, shown
from desktop.widgets.latin import latin_formats

if TYPE_CHECKING:
    from desktop.reader.style import ReaderStyle

_LEAST_ADVANCE = 3  # of a character, to know how many a line can hold at most
_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]\s*")
_LINE_SEPARATOR = "\u2028"
_ELLIPSIS = "…"


class NoteType:
    """The lines of a note, ready to be painted; `folded` says that there is more than they hold."""

    __slots__ = ("_qt", "folded", "height", "lines", "width")

    def __init__(self, text: str, style: ReaderStyle, width: int, most: int) -> None:
        longest = (most + 1) * (width // _LEAST_ADVANCE + 1)
        plain = _BREAKS.sub(_LINE_SEPARATOR, text.strip()[:longest])
        font = _narrow(style.note_latin) if is_narrow(plain) else style.note_font
        whole = self._qt = _lay_out(plain, font, style, width, most + 1)
        self.folded = whole.lineCount() > most or len(text.strip()) > longest
        if self.folded:
            offsets = Offsets(plain)
            last = whole.lineAt(min(whole.lineCount(), most) - 1)
            end_utf16 = last.textStart() + last.textLength()
            self._qt = _ended(plain[: offsets.from_utf16(end_utf16)], font, style, width, most)
            while self._qt.lineCount() > most:
                # the ellipsis has no room yet
                end_utf16 = whole.previousCursorPosition(end_utf16)
                self._qt = _ended(plain[: offsets.from_utf16(end_utf16)], font, style, width, most)
        self.lines = max(self._qt.lineCount(), 1)
        self.height = self.lines * style.note_pitch
        self.width = ceil(self._qt.maximumWidth() if self.lines == 1 else width)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines in the colour of the painter's pen, their top left corner at `x` and `y`."""
        self._qt.draw(painter, QPointF(x, y))


def _ended(text: str, font: QFont, style: ReaderStyle, width: int, most: int) -> QTextLayout:
    return _lay_out(text.rstrip() + _ELLIPSIS, font, style, width, most + 1)


def _lay_out(text: str, font: QFont, style: ReaderStyle, width: int, most: int) -> QTextLayout:
    made = QTextLayout(shown(text), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTextOption(option)
    made.setFormats(latin_formats(text, style.note_latin) if font is style.note_font else [])
    made.setCacheEnabled(True)
    pitch = style.note_pitch
    # Kai faces claim far more room than their glyphs take: the capitals stand in the middle of the pitch
    capitals = QFontMetricsF(font).capHeight()
    baseline = round((pitch + (capitals if capitals > 0 else style.note_size * 0.7)) / 2)
    made.beginLayout()
    y = 0
    while y < most * pitch and (line := made.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + baseline - line.ascent()))
        y += pitch
    made.endLayout()
    return made


def _narrow(font: QFont) -> QFont:
    made = QFont(font)
    made.setFeature(QFont.Tag("pwid"), 1)
    return made


class NoteRoom:
    """What stands in the margin in place of a note that is being written: its room, nothing painted."""

    __slots__ = ("folded", "height", "lines", "width")

    def __init__(self, height: int, style: ReaderStyle, width: int, most: int | None = None) -> None:
        wanted = -(-height // style.note_pitch)
        self.lines = max(wanted if most is None else min(wanted, most), 1)
        self.height = self.lines * style.note_pitch
        self.width = width
        self.folded = False

    def paint(self, _painter: QPainter, _x: float, _y: float) -> None:
        """Paint nothing: the editor stands here."""
