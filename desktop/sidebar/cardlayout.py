"""Where everything on a card stands. Lengths are pixels; rectangles are relative to the card's row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from desktop.theme import Theme, Themes
from desktop.translation import tr
from desktop.widgets.tagpill import PILL_HEIGHT, PillStyle
from library.annotation.references import shown_words
from library.models import Color, Excerpt, Highlight

OUTSIDE = 12
OUTSIDE_RIGHT = 2
"""Room for the ring; the scroll bar has the rest of the margin."""
BELOW = 8
LEFT, TOP, RIGHT, BOTTOM = 16, 10, 13, 11
QUOTE_PITCH = 24
NOTE_PITCH = 22
NOTE_GAP = 6
PILLS_GAP = 7
PILL_SPACE = 5
QUOTE_LINES = 4
NOTE_LINES = 8
LONGEST = 600
"""Code points of a quote or note that are looked at: more than the lines shown can hold."""
REMEMBERED = 400

LINE_SEPARATOR = "\u2028"
NUMERAL = re.compile(r"[一二三四五六七八九十百]+(?=、)|[（(][一二三四五六七八九十百\d]+[）)]|\d+(?:\.\d+)*(?=[.、\s])")
LONGEST_HEADING = 10
STAR = "★"


@dataclass(frozen=True, slots=True)
class Pill:
    """A tag's place on the card."""

    rect: QRect
    path: str
    color: Color


@dataclass(frozen=True, slots=True)
class CardLayout:
    """One card, ready to be painted; `note_rect` is also where its note is edited."""

    height: int
    frame: QRect
    quote_rect: QRect
    quote_lines: tuple[str, ...]
    note_rect: QRect
    note_lines: tuple[str, ...]
    pills: tuple[Pill, ...]
    place: str
    place_rect: QRect


class CardStyle:
    """The faces of cards in one theme, made once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.quote = theme.reading_font(theme.size("quote"))
        self.note = theme.note_font()
        self.caption = theme.interface_font(theme.size("caption"))
        self.caption_metrics = QFontMetricsF(self.caption)
        self.pill = PillStyle(theme)


class CardLayouts:
    """Makes the layouts of cards and remembers those last used."""

    def __init__(self, themes: Themes) -> None:
        self._themes = themes
        self.style = CardStyle(themes.current)
        self._made: dict[str, tuple[Excerpt, int, CardLayout]] = {}

    def __len__(self) -> int:
        return len(self._made)

    def forget(self) -> None:
        """Drop what is remembered: the theme or the language changed."""
        self.style = CardStyle(self._themes.current)
        self._made.clear()

    def layout(self, excerpt: Excerpt, width: int, editor_height: int | None = None) -> CardLayout:
        """Return the layout of a card `width` wide, with room for an editor in place of its note if wished."""
        if editor_height is not None:
            return lay_out(excerpt, width, self.style, editor_height)
        key = excerpt.highlight.id
        known = self._made.pop(key, None)
        if known is None or known[0] is not excerpt or known[1] != width:
            known = (excerpt, width, lay_out(excerpt, width, self.style))
        self._made[key] = known
        if len(self._made) > REMEMBERED:
            del self._made[next(iter(self._made))]
        return known[2]

    def estimates(self, cards: Iterable[tuple[int, bool]], width: int) -> list[int]:
        """Return about how high cards will be, from the code points of their quotes and whether they have a note."""
        room = max(1, int(text_width(width) / self.style.theme.size("quote")))
        foot = TOP + PILLS_GAP + PILL_HEIGHT + BOTTOM + BELOW
        plain = [foot + max(1, lines) * QUOTE_PITCH for lines in range(QUOTE_LINES + 1)]
        noted = 2 * NOTE_GAP + NOTE_PITCH
        most = room * QUOTE_LINES
        return [plain[-(-min(length, most) // room)] + noted * has_note for length, has_note in cards]


def text_width(width: int) -> int:
    """Return the room for text on a card whose row is `width` wide."""
    return width - OUTSIDE - OUTSIDE_RIGHT - LEFT - RIGHT


def lay_out(excerpt: Excerpt, width: int, style: CardStyle, editor_height: int | None = None) -> CardLayout:
    """Place quote, note, tags and place of a card below one another."""
    left, room = OUTSIDE + LEFT, text_width(width)
    quote = fold(shown_quote(excerpt.highlight), style.quote, room, QUOTE_LINES)
    quote_rect = QRect(left, TOP, room, len(quote) * QUOTE_PITCH)
    note: list[str] = []
    if editor_height is None and excerpt.note:
        note = fold(shown_words(excerpt.note), style.note, room, NOTE_LINES)
    note_height = editor_height if editor_height is not None else len(note) * NOTE_PITCH
    top = quote_rect.top() + quote_rect.height()
    if note_height:
        top += 2 * NOTE_GAP
    note_rect = QRect(left, top, room, note_height)
    pills, place, place_rect, bottom = _lay_out_foot(excerpt, style, left, top + note_height + PILLS_GAP, room)
    frame = QRect(OUTSIDE, 0, width - OUTSIDE - OUTSIDE_RIGHT, bottom + BOTTOM)
    return CardLayout(
        frame.height() + BELOW, frame, quote_rect, tuple(quote), note_rect, tuple(note), pills, place, place_rect
    )


def _lay_out_foot(
    excerpt: Excerpt, style: CardStyle, left: int, top: int, room: int
) -> tuple[tuple[Pill, ...], str, QRect, int]:
    pills: list[Pill] = []
    x = 0
    for tag, path in zip(excerpt.tags, excerpt.tag_paths, strict=True):
        wide = min(room, style.pill.width(path))
        if x and x + wide > room:
            x, top = 0, top + PILL_HEIGHT + PILL_SPACE
        pills.append(Pill(QRect(left + x, top, wide, PILL_HEIGHT), path, tag.color))
        x += wide + PILL_SPACE
    place = place_words(excerpt)
    wide = ceil(style.caption_metrics.horizontalAdvance(place)) + 1
    if x and x + wide > room:
        top += PILL_HEIGHT + PILL_SPACE
    place_rect = QRect(left + max(0, room - wide), top, min(wide, room), PILL_HEIGHT)
    return tuple(pills), place, place_rect, top + PILL_HEIGHT


def place_words(excerpt: Excerpt) -> str:
    """Return where a highlight stands: the numeral of its heading, or the heading itself, and the paragraph."""
    numeral = NUMERAL.match(excerpt.heading)
    heading = numeral.group().strip("（）()") if numeral else excerpt.heading
    if len(heading) > LONGEST_HEADING:
        heading = heading[: LONGEST_HEADING - 1] + "…"
    paragraph = tr("¶ {number}", number=excerpt.paragraph) if excerpt.paragraph else ""
    return " · ".join(filter(None, (STAR if excerpt.highlight.starred else "", heading, paragraph)))


def shown_quote(highlight: Highlight) -> str:
    """Return the quotation of a highlight; where it is corrected, the original stands beside it."""
    if not highlight.correction:
        return highlight.quote
    return tr("{correction} (in the text: {quote})", correction=highlight.correction, quote=highlight.quote)


def fold(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break `text` into at most `most` lines; what does not fit is told by an ellipsis."""
    shown = text[:LONGEST].strip("\n").replace("\n", LINE_SEPARATOR)
    layout = QTextLayout(shown, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    units = shown.encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        end = start + line.textLength()
        if len(lines) == most - 1 and (2 * end < len(units) or len(text) > LONGEST):
            rest = units[2 * start :].decode("utf-16-le").split(LINE_SEPARATOR)
            more = "…" if len(rest) > 1 or len(text) > LONGEST else ""
            lines.append(QFontMetricsF(font).elidedText(rest[0] + more, Qt.TextElideMode.ElideRight, width))
        else:
            lines.append(units[2 * start : 2 * end].decode("utf-16-le").rstrip(LINE_SEPARATOR))
    layout.endLayout()
    return lines
