"""Setting blocks in lines: what is shown of a text, how it looks, and where its lines end."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from desktop.reader.document import ReaderDocument
from desktop.reader.formats import Formats
from desktop.reader.layout import BlockLayout
from desktop.reader.lines import Lines
from desktop.reader.markdown import Look, Part
from desktop.reader.roles import Role
from desktop.reader.rubyroom import spacing, spread, widened
from desktop.reader.setting import BLANK_HEIGHT, narrow, settings_of
from desktop.reader.spacing import spacings
from desktop.reader.typesetting import direction_signs, hidden, is_narrow, shown

if TYPE_CHECKING:
    from desktop.reader.style import ReaderStyle

_NUMBERED = (Role.BODY, Role.QUOTE)


class Typesetter:
    """Lays blocks out in one style to one width. `width` is a number of pixels, at best of whole em."""

    def __init__(self, document: ReaderDocument, style: ReaderStyle, width: int) -> None:
        self.document = document
        self.style = style
        self.width = width
        wide = settings_of(style)
        latin = {role: narrow(setting, style) for role, setting in wide.items()}
        self._settings = {False: wide, True: latin}
        self._formats = {
            is_narrow: {role: Formats(style, setting.font) for role, setting in settings.items()}
            for is_narrow, settings in self._settings.items()
        }
        self._advance = widened((1 + document.wide_share) / 2, style.ruby) * style.size
        # estimates are made of thousands of blocks at a time
        self._first, self._pitch, self._gap = self._settings[False][Role.BODY].first, style.pitch, style.paragraph_gap

    def lay_out(self, index: int) -> BlockLayout:
        """Return block `index` laid out."""
        text = self.document.block(index)
        role = self.document.role(index, text)
        latin = is_narrow(text)
        setting = self._settings[latin][role]
        looks = self.document.parts(index, text)
        marks = [(start, end) for start, end, look in looks if look & Look.HIDDEN]
        painted = hidden(shown(text), marks) if marks else shown(text)
        made = BlockLayout(index, self.document.start(index), painted, role, setting, self.width, marks)
        made.qt.setTextOption(setting.option)
        made.qt.setCacheEnabled(True)
        spaces = [] if latin else spacings(painted, setting.marks, marks)
        signs = direction_signs(text)
        looks = looks if not signs else _with_signs(looks, signs)
        formats = self._formats[latin][role].ranges(spaces, looks, painted, made.offsets)
        made.qt.setFormats(spread(formats, text, made.offsets, spacing(setting.size, self.style.ruby)))
        made.gaps = {end - 1: em * setting.size for _, end, em in spaces if em > 0}
        first = self.document.begins_paragraph(index)
        if first and role in _NUMBERED:
            made.number = self.document.number(index)
        # a paragraph that brings its own indent gets no other
        first_x = setting.first if first and not text[:1].isspace() else setting.left
        spaced = {end - 1: em * setting.size for _, end, em in spaces}
        if marks:
            # a space before hidden marks at the end of a line lies over the edge, as any space there
            blank = QFontMetricsF(setting.font).horizontalAdvance(" ")
            spaced.update((end - 1, blank) for start, end in made.hidden if painted[start - 1 : start] == " ")
        bottom = _set_lines(made, Lines(setting, spaced, self.width, first_x, setting.above if index else 0))
        made.height = bottom + (setting.below if self.document.begins_paragraph(index + 1) else 0)
        return made

    def estimate(self, length: int) -> int:
        """Return about how high a block of `length` code points stands."""
        if length <= 0:
            return BLANK_HEIGHT
        return max(ceil((length * self._advance + self._first) / self.width), 1) * self._pitch + self._gap

    @property
    def height_of_character(self) -> float:
        """About how much one code point of running text adds to the height."""
        return self._advance / self.width * self.style.pitch


def _with_signs(looks: list[Part], signs: list[int]) -> list[Part]:
    """Return `looks` with the signs at `signs`, where nothing is set apart already."""
    free = [at for at in signs if not any(start <= at < end for start, end, _ in looks)]
    return sorted([*looks, *(Part(at, at + 1, Look.SIGN) for at in free)])


def _set_lines(made: BlockLayout, lines: Lines) -> int:
    """Lay the lines one below the other, those of a title about equally long; return how far down they reach."""
    lines.centred = made.role is Role.TITLE
    bottom = lines.set(made)
    count = len(made.lines)
    if lines.centred and count > 1:
        setting = lines.setting
        whole = QFontMetricsF(setting.font).horizontalAdvance(made.painted)
        width = min(whole / count + setting.size, lines.width)
        bottom = replace(lines, width=width, inset=(lines.width - width) / 2).set(made)
        if len(made.lines) > count:
            bottom = lines.set(made)
    return bottom
