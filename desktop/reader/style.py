"""What the pane is drawn with: faces, measures and colours, made of the theme and the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.reader.rubyroom import HOVER, pitch_for
from library.models import COLORS

if TYPE_CHECKING:
    from desktop.settings import Settings
    from desktop.theme import Theme

SMALLEST, LARGEST = 9, 60
"""The limits of the size of the reading type, in pixels."""
NOTE_LANE = 150
"""The room kept free right of the text for notes, where there is as much, in pixels."""
_NOTE_SPACING = 1.5
_FULL_WIDTH = "永"  # of the width that all Han characters have; at fractional sizes it is not that of the em


@dataclass(frozen=True, slots=True)
class ReaderStyle:
    """Faces, measures and colours of the pane. `measure` and `indent` are in em, sizes in pixels."""

    size: int
    default_size: int
    reading: QFont
    title: QFont
    heading: QFont
    subheading: QFont
    kai: QFont
    code: QFont
    caption: QFont
    note_font: QFont
    note_size: float
    note_em: float
    page: QColor
    ink: QColor
    soft: QColor
    hairline: QColor
    hover: QColor
    accent: QColor
    accent_tint: QColor
    note: QColor
    selection: QColor
    tints: Mapping[str, QColor]
    lines: Mapping[str, QColor]
    ruby_color: QColor
    title_ratio: float
    heading_ratio: float
    measure: float = 30.0
    line_spacing: float = 1.8
    indent: float = 2.0
    justified: bool = True
    paragraph_gap: int = 3
    numbers: bool = True
    stripes: bool = True
    note_lane: int = NOTE_LANE
    ruby: str = HOVER

    @property
    def pitch(self) -> int:
        """The distance from one baseline of running text to the next."""
        return pitch_for(self.size, round(self.size * self.line_spacing), self.ruby)

    @property
    def note_pitch(self) -> int:
        """The distance from one baseline of a note to the next."""
        return round(self.note_size * _NOTE_SPACING)


def reader_style(theme: Theme, settings: Settings) -> ReaderStyle:
    """Return the style that `theme` and `settings` ask for."""
    size = round(settings.font_size)
    title_ratio = theme.size("title") / theme.size("reading")
    heading_ratio = theme.size("heading") / theme.size("reading")
    note_font = _without_features(theme.note_font())
    return ReaderStyle(
        size=size,
        default_size=theme.length("reading"),
        reading=_sized(theme.reading_font(), size),
        title=_sized(theme.reading_font(bold=True), round(size * title_ratio)),
        heading=_sized(theme.heading_font(), round(size * heading_ratio)),
        subheading=_sized(theme.note_font(), round(size * heading_ratio)),
        kai=_sized(theme.note_font(), size),
        code=_sized(theme.code_font(), size),
        caption=_sized(theme.interface_font(), theme.length("caption")),
        note_font=note_font,
        note_size=theme.size("note"),
        note_em=QFontMetricsF(note_font).horizontalAdvance(_FULL_WIDTH),
        page=theme.color("page"),
        ink=theme.color("ink"),
        soft=theme.color("soft"),
        hairline=theme.color("hairline"),
        hover=theme.color("hover"),
        accent=theme.color("accent"),
        accent_tint=theme.color("accent_tint"),
        note=theme.color("note"),
        selection=theme.color("selection"),
        tints={color: theme.tint(color) for color in COLORS},
        lines={color: theme.line(color) for color in COLORS},
        ruby_color=theme.color("ruby"),
        title_ratio=title_ratio,
        heading_ratio=heading_ratio,
        measure=settings.measure,
        line_spacing=settings.line_spacing,
        indent=2.0 if settings.first_line_indent else 0.0,
        numbers=settings.paragraph_numbers,
        stripes=settings.stripes,
        note_lane=NOTE_LANE if settings.margin_notes else 0,
        ruby=settings.pinyin,
    )


def resized(style: ReaderStyle, size: int) -> ReaderStyle:
    """Return `style` with its reading type `size` pixels high, title and headings in proportion."""
    size = min(max(size, SMALLEST), LARGEST)
    return replace(
        style,
        size=size,
        reading=_sized(style.reading, size),
        title=_sized(style.title, round(size * style.title_ratio)),
        heading=_sized(style.heading, round(size * style.heading_ratio)),
        subheading=_sized(style.subheading, round(size * style.heading_ratio)),
        kai=_sized(style.kai, size),
        code=_sized(style.code, size),
    )


def _sized(font: QFont, pixels: int) -> QFont:
    made = _without_features(font)
    made.setPixelSize(pixels)
    return made


def _without_features(font: QFont) -> QFont:
    made = QFont(font)
    # every font begins as the application's, whose features are meant for the interface: no narrow commas in the text
    made.clearFeatures()
    return made
