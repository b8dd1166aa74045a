"""What the pane is drawn with: faces, measures and colours, made of the theme and the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.reader.rubyroom import HOVER, pitch_for
from desktop.typesettings import OF_KIND, Kind

if TYPE_CHECKING:
    from desktop.settings import Settings
    from desktop.theme import Theme

SMALLEST, LARGEST = 9, 60
"""The limits of the size of the reading type, in pixels."""
NOTE_LANE = 150
"""The room kept free right of the text for notes, where there is as much, in pixels."""
_INDENT, _LATIN_INDENT = 2.0, 1.2  # em
_LATIN_ADVANCE = 0.47  # em that a letter or a space of running text takes in the mean
_NOTE_SPACING = 1.5
_FULL_WIDTH = "永"  # of the width that all Han characters have; at fractional sizes it is not that of the em


@dataclass(frozen=True, slots=True)
class ReaderStyle:
    """Faces, measures and colours of the pane. `measure` and `indent` are in em, sizes in pixels."""

    size: int
    reading: QFont
    title: QFont
    heading: QFont
    subheading: QFont
    kai: QFont
    small: QFont
    code: QFont
    caption: QFont
    note_font: QFont
    note_latin: QFont
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
    small_ratio: float
    measure: float = 30.0
    line_spacing: float = 1.8
    indent: float = 2.0
    justified: bool = True
    paragraph_gap: int = 3
    numbers: bool = True
    stripes: bool = True
    speakers: bool = False
    note_lane: int = NOTE_LANE
    ruby: str = HOVER
    margin: int = 44
    kind: Kind = Kind.CHINESE
    latin: ReaderStyle | None = None

    def of(self, kind: Kind) -> ReaderStyle:
        """Return the style of texts of `kind`."""
        return self.latin if kind is Kind.LATIN and self.latin is not None else self

    @property
    def pitch(self) -> int:
        """The distance from one baseline of running text to the next."""
        return pitch_for(self.size, round(self.size * self.line_spacing), self.ruby)

    @property
    def note_pitch(self) -> int:
        """The distance from one baseline of a note to the next."""
        return round(self.note_size * _NOTE_SPACING)


def reader_style(theme: Theme, settings: Settings) -> ReaderStyle:
    """Return the style that `theme` and `settings` ask for: that of Chinese texts, with that of others in it."""
    return replace(_style(theme, settings, Kind.CHINESE), latin=_style(theme, settings, Kind.LATIN))


_TOKENS = ("page", "ink", "soft", "hairline", "hover", "accent", "accent_tint", "note", "selection")
"""Colours of the theme that a style has by the same names."""


def _style(theme: Theme, settings: Settings, kind: Kind) -> ReaderStyle:
    chosen, latin = OF_KIND[kind], kind is Kind.LATIN
    size = round(settings.read(chosen.size))
    sizes = (theme.size(part) / theme.size("reading") for part in ("title", "heading", "note"))
    title_ratio, heading_ratio, small_ratio = sizes
    note_font = _without_features(theme.note_font())
    return ReaderStyle(
        kind=kind,
        size=size,
        reading=_reading_font(theme, settings.read(chosen.family), settings.read(chosen.weight), size),
        title=_sized(theme.reading_font(bold=True), round(size * title_ratio)),
        heading=_sized(theme.heading_font(), round(size * heading_ratio)),
        subheading=_sized(theme.note_font(), round(size * heading_ratio)),
        kai=_sized(theme.note_font(), size),
        small=_sized(theme.interface_font(), round(size * small_ratio)),
        code=_sized(theme.code_font(), size),
        caption=_sized(theme.interface_font(), theme.length("caption")),
        note_font=note_font,
        note_latin=_without_features(theme.note_latin_font()),
        note_size=theme.size("note"),
        note_em=QFontMetricsF(note_font).horizontalAdvance(_FULL_WIDTH),
        **{token: theme.color(token) for token in _TOKENS},
        tints={color: QColor(tint) for color, tint in theme.tints.items()},
        lines={color: QColor(line) for color, line in theme.lines.items()},
        ruby_color=theme.color("ruby"),
        title_ratio=title_ratio,
        heading_ratio=heading_ratio,
        small_ratio=small_ratio,
        measure=settings.read(chosen.measure) * (_LATIN_ADVANCE if latin else 1.0),
        line_spacing=settings.read(chosen.line_spacing),
        indent=(_LATIN_INDENT if latin else _INDENT) if settings.read(chosen.indent) else 0.0,
        justified=settings.read(chosen.justified),
        paragraph_gap=settings.read(chosen.paragraph_gap),
        margin=settings.read(chosen.margin),
        numbers=settings.paragraph_numbers,
        stripes=settings.stripes,
        speakers=settings.speakers,
        note_lane=NOTE_LANE if settings.margin_notes else 0,
        ruby=settings.pinyin,
    )


def _reading_font(theme: Theme, family: str, weight: int, size: int) -> QFont:
    font = _sized(theme.reading_font(), size)
    if family:
        font.setFamilies([family, *font.families()])
    font.setWeight(QFont.Weight(weight))
    return font


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
        small=_sized(style.small, round(size * style.small_ratio)),
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
