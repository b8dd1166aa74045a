"""Setting blocks in lines: faces, indents, justified text, centred titles and headings whose marks hang out."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from desktop.reader.document import ReaderDocument, Role
from desktop.reader.formats import Formats, colored, format_range
from desktop.reader.layout import BLANK_HEIGHT, BlockLayout, Setting
from desktop.reader.lines import Lines
from desktop.reader.punctuation import NO_MARKS, half_marks
from desktop.reader.rubyroom import spacing, spread, widened, with_room
from desktop.reader.spacing import spacings
from desktop.reader.typesetting import direction_signs, is_narrow, shown

if TYPE_CHECKING:
    from desktop.reader.offsets import Offsets
    from desktop.reader.spacing import Spacing
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
        self._soft = colored(style.soft)
        self._accent = colored(style.accent)
        self._formats_of: dict[int, Formats] = {}
        self._advance = widened(_mean_advance(document), style.ruby) * style.size

    def lay_out(self, index: int) -> BlockLayout:
        """Return block `index` laid out."""
        text = self.document.block(index)
        role = self.document.role(index, text)
        narrow = is_narrow(text)
        setting = (self._narrow_settings if narrow else self._settings)[role]
        made = BlockLayout(index, self.document.start(index), shown(text), role, setting, self.width)
        markup = self.document.markup(text) if role in (Role.TITLE, Role.HEADING) else 0
        made.qt.setTextOption(setting.option)
        made.qt.setCacheEnabled(True)
        spaces = [] if narrow else spacings(made.painted, setting.marks)
        formats = self._formats(text, markup, made.offsets, setting.size, spaces)
        made.qt.setFormats(spread(formats, text, made.offsets, spacing(setting.size, self.style.ruby)))
        first = self.document.begins_paragraph(index)
        if first and role is Role.BODY:
            made.number = self.document.number(index)
        lines = Lines(
            setting=setting,
            spaces={end - 1: em * setting.size for _, end, em in spaces},
            width=self.width,
            first_x=self._first_x(text, markup, role, setting) if first else 0,
            top=setting.above if index else 0,
            centred=role is Role.TITLE,
        )
        bottom = _set_lines(made, lines)
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

    def _first_x(self, text: str, markup: int, role: Role, setting: Setting) -> float:
        if role is Role.BLANK or (role is Role.BODY and text[0].isspace()):
            return 0
        hanging = QFontMetricsF(setting.font).horizontalAdvance(text[:markup]) if markup else 0
        if role is Role.TITLE:
            return -hanging / 2
        return max(self._indent - hanging, -_FURTHEST_HANGING)

    def _formats(
        self, text: str, markup: int, offsets: Offsets, size: int, spaces: list[Spacing]
    ) -> list[QTextLayout.FormatRange]:
        """Return what is said of single characters: their space, and colours."""
        found = self._formats_of.setdefault(size, Formats(size)).spaced(spaces, offsets)
        found.extend(format_range(offsets, at, at + 1, self._accent) for at in direction_signs(text))
        if markup:
            found.append(format_range(offsets, 0, markup, self._soft))
        return found


def _set_lines(made: BlockLayout, lines: Lines) -> int:
    """Lay the lines one below the other, those of a title about equally long; return how far down they reach."""
    bottom = lines.set(made)
    count = len(made.lines)
    if made.role is Role.TITLE and count > 1:
        setting = lines.setting
        whole = QFontMetricsF(setting.font).horizontalAdvance(made.painted)
        width = min(whole / count + setting.size, lines.width)
        bottom = replace(lines, width=width, inset=(lines.width - width) / 2).set(made)
        if len(made.lines) > count:
            bottom = lines.set(made)
    return bottom


def _settings(style: ReaderStyle) -> dict[Role, Setting]:
    justified = _option(Qt.AlignmentFlag.AlignJustify)
    left = _option(Qt.AlignmentFlag.AlignLeft)
    centred = _option(Qt.AlignmentFlag.AlignHCenter)
    title, heading = style.title.pixelSize(), style.heading.pixelSize()
    settings = {
        Role.BODY: Setting(style.reading, style.pitch, 0, PARAGRAPH_GAP, justified, half_marks(style.reading)),
        Role.BLANK: Setting(style.reading, BLANK_HEIGHT, 0, 0, left, NO_MARKS),
        Role.TITLE: Setting(
            style.title, round(title * 1.5), 0, round(title * 1.05), centred, half_marks(style.title)
        ),
        Role.HEADING: Setting(
            style.heading, round(heading * 1.6), round(heading * 1.1), round(heading * 0.3), left,
            half_marks(style.heading),
        ),
    }  # fmt: skip
    return {role: with_room(setting, style.ruby) for role, setting in settings.items()}


def _narrow(setting: Setting) -> Setting:
    """Return `setting` for a text in Latin letters, whose quotation marks a Chinese face would set a character wide."""
    font = QFont(setting.font)
    font.setFeature(QFont.Tag("pwid"), 1)
    return replace(setting, font=font, marks=NO_MARKS)


def _option(alignment: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _mean_advance(document: ReaderDocument) -> float:
    """Return the mean advance of a character in em, from four samples: wide ones take one, others half."""
    length = document.length
    samples = "".join(document.text.slice(at, at + 200) for at in {length * part // 4 for part in range(4)})
    wide = sum(character > "\u2e80" for character in samples)
    return (wide + len(samples)) / (2 * len(samples)) if samples else 1.0
