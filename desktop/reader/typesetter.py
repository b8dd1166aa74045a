"""Setting blocks in lines: faces, indents, justified text, centred titles and headings whose marks hang out."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from desktop.reader.document import ReaderDocument, Role
from desktop.reader.layout import BLANK_HEIGHT, BlockLayout, Setting
from desktop.reader.offsets import Offsets
from desktop.reader.rubyroom import spacing, spread, widened, with_room
from desktop.reader.typesetting import direction_signs, is_narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from desktop.reader.style import ReaderStyle

PARAGRAPH_GAP = 3
_FURTHEST_HANGING = 40  # how far the marks of a heading reach into the margin, in pixels


class Typesetter:
    """Lays blocks out in one style to one width. `width` is a number of pixels, at best of whole em."""

    def __init__(self, document: ReaderDocument, style: ReaderStyle, width: int) -> None:
        self.document = document
        self.style = style
        self.width = width
        self._settings = _settings(style)
        self._narrow_settings = {role: _narrow(setting) for role, setting in self._settings.items()}
        self._indent = round(style.indent * style.size)
        self._soft = _colored(style.soft)
        self._accent = _colored(style.accent)
        self._advance = widened(_mean_advance(document), style.ruby) * style.size

    def lay_out(self, index: int) -> BlockLayout:
        """Return block `index` laid out."""
        text = self.document.block(index)
        role = self.document.role(index, text)
        setting = (self._narrow_settings if is_narrow(text) else self._settings)[role]
        made = BlockLayout(index, self.document.start(index), text, role, setting)
        markup = self.document.markup(text) if role in (Role.TITLE, Role.HEADING) else 0
        made.qt.setTextOption(setting.option)
        made.qt.setCacheEnabled(True)
        formats = self._formats(text, markup, made.offsets)
        made.qt.setFormats(spread(formats, text, made.offsets, spacing(setting.size, self.style.ruby)))
        first = self.document.begins_paragraph(index)
        if first and role is Role.BODY:
            made.number = self.document.number(index)
        bottom = self._break_lines(made, setting, self._first_x(text, markup, role, setting) if first else 0)
        last = self.document.begins_paragraph(index + 1)
        made.height = bottom + (setting.below if last else 0)
        return made

    def estimate(self, length: int) -> int:
        """Return about how high a block of `length` code points stands."""
        if length <= 0:
            return BLANK_HEIGHT
        lines = ceil((length * self._advance + self._indent) / self.width)
        return max(lines, 1) * self.style.pitch + PARAGRAPH_GAP

    @property
    def height_of_character(self) -> float:
        """About how much one code point of running text adds to the height."""
        return self._advance / self.width * self.style.pitch

    def _break_lines(self, made: BlockLayout, setting: Setting, first_x: float) -> int:
        """Lay the lines one below the other, those of a title about equally long; return how far down they reach."""
        bottom = self._set_lines(made, setting, first_x, self.width)
        count = len(made.lines)
        if made.role is Role.TITLE and count > 1:
            whole = QFontMetricsF(setting.font).horizontalAdvance(made.qt.text())
            bottom = self._set_lines(made, setting, first_x, min(whole / count + setting.size, self.width))
            if len(made.lines) > count:
                bottom = self._set_lines(made, setting, first_x, self.width)
        return bottom

    def _set_lines(self, made: BlockLayout, setting: Setting, first_x: float, width: float) -> int:
        centred = made.role is Role.TITLE
        y = setting.above if made.index else 0
        x, inset = first_x, (self.width - width) / 2
        made.lines.clear()
        made.line_starts.clear()
        made.line_tops.clear()
        made.qt.beginLayout()
        while (line := made.qt.createLine()).isValid():
            line.setLineWidth(width if centred else width - x)
            # the fixed pitch counts from the baseline: fallback faces would change the ascent from line to line
            line.setPosition(QPointF(inset + x, y + setting.baseline - line.ascent()))
            made.lines.append(line)
            made.line_starts.append(line.textStart())
            made.line_tops.append(y)
            x = 0
            y += made.pitch
        made.qt.endLayout()
        return y

    def _first_x(self, text: str, markup: int, role: Role, setting: Setting) -> float:
        if role is Role.BLANK or (role is Role.BODY and text[0].isspace()):
            return 0
        hanging = QFontMetricsF(setting.font).horizontalAdvance(text[:markup]) if markup else 0
        if role is Role.TITLE:
            return -hanging / 2
        return max(self._indent - hanging, -_FURTHEST_HANGING)

    def _formats(self, text: str, markup: int, offsets: Offsets) -> list[QTextLayout.FormatRange]:
        ranges = [_range(offsets, at, at + 1, self._accent) for at in direction_signs(text)]
        return [_range(offsets, 0, markup, self._soft), *ranges] if markup else ranges


def _settings(style: ReaderStyle) -> dict[Role, Setting]:
    justified = _option(Qt.AlignmentFlag.AlignJustify)
    left = _option(Qt.AlignmentFlag.AlignLeft)
    centred = _option(Qt.AlignmentFlag.AlignHCenter)
    title, heading = style.title.pixelSize(), style.heading.pixelSize()
    settings = {
        Role.BODY: Setting(style.reading, style.pitch, 0, PARAGRAPH_GAP, justified),
        Role.BLANK: Setting(style.reading, BLANK_HEIGHT, 0, 0, left),
        Role.TITLE: Setting(style.title, round(title * 1.5), 0, round(title * 1.05), centred),
        Role.HEADING: Setting(style.heading, round(heading * 1.6), round(heading * 1.1), round(heading * 0.3), left),
    }
    return {role: with_room(setting, style.ruby) for role, setting in settings.items()}


def _narrow(setting: Setting) -> Setting:
    """Return `setting` for a text in Latin letters, whose quotation marks a Chinese face would set a character wide."""
    font = QFont(setting.font)
    font.setFeature(QFont.Tag("pwid"), 1)
    return replace(setting, font=font)


def _option(alignment: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _colored(color: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(color)
    return made


def _range(offsets: Offsets, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = offsets.to_utf16(start)
    made.length = offsets.to_utf16(end) - made.start
    made.format = form
    return made


def _mean_advance(document: ReaderDocument) -> float:
    """Return the mean advance of a character in em, from four samples: wide ones take one, others half."""
    length = document.length
    samples = "".join(document.text.slice(at, at + 200) for at in {length * part // 4 for part in range(4)})
    wide = sum(character > "\u2e80" for character in samples)
    return (wide + len(samples)) / (2 * len(samples)) if samples else 1.0
