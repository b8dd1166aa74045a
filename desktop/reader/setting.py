"""How each part of a text is set: its face, its lines, its place between the edges of the column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextOption

from desktop.reader.punctuation import NO_MARKS, HalfMarks, half_marks
from desktop.reader.roles import Role
from desktop.reader.rubyroom import with_room

if TYPE_CHECKING:
    from desktop.reader.style import ReaderStyle

BLANK_HEIGHT = 6
_EM_ASCENT = 0.88  # of the em box of a Han character, above the baseline
_QUOTE_INDENT = 2  # em
_PART = 1.25  # of a heading, what holds chapters


@dataclass(frozen=True, slots=True)
class Setting:
    """How one role is set, lengths in pixels: `first` and `left` are where the first and all other lines begin.

    `lead` is how far below the middle of its pitch the text stands, `crown` what is painted above it as its own.
    """

    font: QFont
    pitch: int
    option: QTextOption
    marks: HalfMarks
    above: int = 0
    below: int = 0
    first: int = 0
    left: int = 0
    lead: int = 0
    crown: int = 0

    @property
    def size(self) -> int:
        """The em in pixels."""
        return self.font.pixelSize()

    @property
    def baseline(self) -> float:
        """Where the baseline lies below the top of a line: the em box stands in the middle of the pitch, or lower."""
        return self.pitch / 2 + self.lead + self.size * (_EM_ASCENT - 0.5)

    @property
    def em_top(self) -> float:
        """Where the em box begins below the top of a line."""
        return (self.pitch - self.size) / 2 + self.lead


def settings_of(style: ReaderStyle) -> dict[Role, Setting]:
    """Return how each role is set in `style`."""
    text = _option(Qt.AlignmentFlag.AlignJustify if style.justified else Qt.AlignmentFlag.AlignLeft)
    left = _option(Qt.AlignmentFlag.AlignLeft)
    centred = _option(Qt.AlignmentFlag.AlignHCenter)
    indent, quoted, gap = round(style.indent * style.size), _QUOTE_INDENT * style.size, style.paragraph_gap
    right = _option(Qt.AlignmentFlag.AlignRight)
    title, heading, small = style.title.pixelSize(), style.heading.pixelSize(), style.small.pixelSize()
    part = QFont(style.heading)
    part.setPixelSize(round(heading * _PART))
    above, below = round(heading * 1.1), round(heading * 0.3)
    settings = {
        Role.BODY: _setting(style.reading, style.pitch, text, below=gap, first=indent),
        Role.QUOTE: _setting(style.kai, style.pitch, text, below=gap, first=quoted, left=quoted),
        Role.BLANK: _setting(style.reading, BLANK_HEIGHT, left),
        Role.TITLE: _setting(
            style.title, round(title * 1.5), centred, above=round(title * 0.6), below=round(title * 1.05)
        ),
        Role.PARTICULAR: _setting(style.small, round(small * 1.7), centred, below=round(small * 0.4)),
        Role.BYLINE: _setting(style.kai, style.pitch, left, below=gap, first=indent),
        Role.SIGNATURE: _setting(style.reading, style.pitch, right, below=gap),
        Role.PART: _setting(part, round(part.pixelSize() * 1.6), left, above=above, below=below, first=indent),
        Role.HEADING: _setting(style.heading, round(heading * 1.6), left, above=above, below=below, first=indent),
        Role.SUBHEADING: _setting(
            style.subheading, round(heading * 1.6), left, above=round(heading * 0.6), below=below, first=indent
        ),
    }
    return {role: with_room(setting, style.ruby) for role, setting in settings.items()}


def narrow(setting: Setting, style: ReaderStyle) -> Setting:
    """Return `setting` for a block in Latin letters, whose quotation marks a Chinese face would set a character wide.

    Kai has no good Latin letters: what is set in it is set in the face of the text, a subheading bold.
    """
    font = QFont(setting.font)
    if setting.font.families() == style.kai.families():
        font.setFamilies(style.reading.families())
        font.setBold(setting.size != style.size)
    font.setFeature(QFont.Tag("pwid"), 1)
    return replace(setting, font=font, marks=NO_MARKS)


def _setting(font: QFont, pitch: int, option: QTextOption, **lengths: int) -> Setting:
    return Setting(font, pitch, option, half_marks(font), **lengths)


def _option(alignment: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
