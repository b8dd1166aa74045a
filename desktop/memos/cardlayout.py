"""Where everything on an excerpt's card stands. Lengths are pixels, rectangles relative to the card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout

from desktop.theme import Theme
from desktop.translation import tr
from desktop.widgets.cardparts import page_words
from desktop.widgets.latin import Faces
from desktop.widgets.tagpill import PILL_HEIGHT, PillStyle
from library.models import Color, Excerpt

LEFT, TOP, RIGHT, BOTTOM = 20, 12, 16, 11
QUOTE_PITCH, NOTE_PITCH, SOURCE_PITCH = 26, 22, 18
NOTE_GAP, PILLS_GAP, SOURCE_GAP, PILL_SPACE = 8, 8, 8, 5
LONGEST = 4000
"""Code points of a quote or note that are shown; the rest is told by an ellipsis."""
LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: where its baseline begins, and its words."""

    at: QPointF
    text: str


@dataclass(frozen=True, slots=True)
class Pill:
    """A tag's place."""

    rect: QRectF
    path: str
    color: Color


@dataclass(frozen=True, slots=True)
class Card:
    """One card, ready to be painted; `rule` is the height of the hairline above the note, or None."""

    height: int
    quote: tuple[Line, ...]
    rule: float | None
    note: tuple[Line, ...]
    pills: tuple[Pill, ...]
    source: tuple[Line, ...]


class CardStyle:
    """The faces of cards in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.quote = theme.reading_font(theme.size("quote"))
        self.note = Faces(theme.note_font(), theme.note_latin_font())
        self.source = theme.title_font(theme.size("small"))
        self.pill = PillStyle(theme)


def lay_out(excerpt: Excerpt, note: str, width: int, style: CardStyle) -> Card:
    """Place quote, note, tags and source of a card below one another; `note` is as it is shown."""
    room = max(1, width - LEFT - RIGHT)
    quote, y = _lines(
        excerpt.highlight.correction or excerpt.highlight.quote, Faces(style.quote), room, TOP, QUOTE_PITCH
    )
    rule: float | None = None
    written: tuple[Line, ...] = ()
    if note.strip():
        rule = y + NOTE_GAP - 0.5
        written, y = _lines(note, style.note, room, y + 2 * NOTE_GAP, NOTE_PITCH)
    pills = tuple(_pills(excerpt, style, room, y + PILLS_GAP))
    if pills:
        y = ceil(pills[-1].rect.bottom())
    source, y = _lines(source_words(excerpt), Faces(style.source), room, y + SOURCE_GAP, SOURCE_PITCH)
    return Card(y + BOTTOM, quote, rule, written, pills, source)


def guess_height(excerpt: Excerpt, width: int, style: CardStyle) -> int:
    """Return about how high a card will be, without laying it out: as if every character were as wide as it is high."""
    room = max(1, width - LEFT - RIGHT)
    y = TOP + guess_lines(excerpt.highlight.correction or excerpt.highlight.quote, style.quote, room) * QUOTE_PITCH
    if excerpt.note.strip():
        y += 2 * NOTE_GAP + guess_lines(excerpt.note, style.note.main, room) * NOTE_PITCH
    if excerpt.tags:
        y += PILLS_GAP + PILL_HEIGHT
    return y + SOURCE_GAP + guess_lines(source_words(excerpt), style.source, room) * SOURCE_PITCH + BOTTOM


def guess_lines(text: str, font: QFont, room: int) -> int:
    """Return about how many lines a text fills, of which no more is shown than a card shows of it."""
    size = QFontInfo(font).pixelSize()
    return sum(max(1, ceil(len(line) * size / room)) for line in text[:LONGEST].split("\n"))


def source_words(excerpt: Excerpt) -> str:
    """Return where an excerpt is from: document, heading, page, paragraph, date."""
    paragraph = tr("¶ {number}", number=excerpt.paragraph) if excerpt.paragraph else ""
    document = excerpt.document
    return " · ".join(filter(None, (document.title, excerpt.heading, page_words(excerpt), paragraph, document.date)))


def _pills(excerpt: Excerpt, style: CardStyle, room: int, top: int) -> Iterator[Pill]:
    x = 0
    for tag, path in zip(excerpt.tags, excerpt.tag_paths, strict=True):
        wide = min(room, style.pill.width(path))
        if x and x + wide > room:
            x, top = 0, top + PILL_HEIGHT + PILL_SPACE
        yield Pill(QRectF(LEFT + x, top, wide, PILL_HEIGHT), path, tag.color)
        x += wide + PILL_SPACE


def _lines(text: str, faces: Faces, room: int, top: int, pitch: int) -> tuple[tuple[Line, ...], int]:
    """Break text into lines at a fixed pitch, whatever fallback faces they need; return them and where they end."""
    shown = text[:LONGEST].strip("\n") + "…" * (len(text) > LONGEST)
    layout = QTextLayout(shown.replace("\n", LINE_SEPARATOR), faces.main)
    layout.setFormats(faces.formats(shown))
    metrics = QFontMetricsF(faces.main)
    baseline = (pitch + metrics.capHeight()) / 2 if metrics.capHeight() > 0 else pitch * 0.7
    units = shown.encode("utf-16-le", "surrogatepass")
    found: list[Line] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        start, end = line.textStart(), line.textStart() + line.textLength()
        words = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass").rstrip("\n")
        found.append(Line(QPointF(LEFT, round(top + len(found) * pitch + baseline)), words))
    layout.endLayout()
    return tuple(found), top + len(found) * pitch
