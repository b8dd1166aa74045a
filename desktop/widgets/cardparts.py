"""What cards of highlights have in common: folded text, pills of tags, and the words for a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.translation import tr
from desktop.widgets.latin import Faces
from desktop.widgets.tagpill import PILL_HEIGHT, PillStyle
from library.models import Color, Excerpt, Highlight

PILL_SPACE = 5
LONGEST = 600
"""Code points of a quote or note that are looked at: more than the lines shown can hold."""
LINE_SEPARATOR = "\u2028"
NUMERAL = re.compile(r"[一二三四五六七八九十百]+(?=、)|[（(][一二三四五六七八九十百\d]+[）)]|\d+(?:\.\d+)*(?=[.、\s])")
LONGEST_HEADING = 10
STAR = "★"
LINKS = "⇄"


@dataclass(frozen=True, slots=True)
class Pill:
    """A tag's place on the card."""

    rect: QRect
    path: str
    color: Color


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a card: its tags, and its place in the document at the right; all ends at `bottom`."""

    pills: tuple[Pill, ...]
    place: str
    place_rect: QRect
    bottom: int


def lay_out_foot(excerpt: Excerpt, pill: PillStyle, caption: QFontMetricsF, left: int, top: int, room: int) -> Foot:
    """Place the tags of a card side by side and its place behind them, in as many lines as they need."""
    pills: list[Pill] = []
    x = 0
    for tag, path in zip(excerpt.tags, excerpt.tag_paths, strict=True):
        wide = min(room, pill.width(path))
        if x and x + wide > room:
            x, top = 0, top + PILL_HEIGHT + PILL_SPACE
        pills.append(Pill(QRect(left + x, top, wide, PILL_HEIGHT), path, tag.color))
        x += wide + PILL_SPACE
    place = place_words(excerpt)
    wide = ceil(caption.horizontalAdvance(place)) + 1
    if x and x + wide > room:
        top += PILL_HEIGHT + PILL_SPACE
    place_rect = QRect(left + max(0, room - wide), top, min(wide, room), PILL_HEIGHT)
    return Foot(tuple(pills), place, place_rect, top + PILL_HEIGHT)


def page_words(excerpt: Excerpt) -> str:
    """Return on which page a highlight stands, or nothing where its document has no pages."""
    return tr("p. {page}", page=excerpt.page) if excerpt.page else ""


def place_words(excerpt: Excerpt) -> str:
    """Return where a highlight stands: who speaks, the numeral of its heading or all of it, the page, the paragraph.

    Before it the star, and how many links there are.
    """
    numeral = NUMERAL.match(excerpt.heading)
    heading = numeral.group().strip("（）()") if numeral else excerpt.heading
    paragraph = tr("¶ {number}", number=excerpt.paragraph) if excerpt.paragraph else ""
    links = f"{LINKS} {len(excerpt.links)}" if excerpt.links else ""
    told = (_shortened(excerpt.speaker), _shortened(heading), page_words(excerpt), paragraph)
    return " · ".join(filter(None, (STAR if excerpt.highlight.starred else "", links, *told)))


def _shortened(words: str) -> str:
    return words[: LONGEST_HEADING - 1] + "…" if len(words) > LONGEST_HEADING else words


def shown_quote(highlight: Highlight) -> str:
    """Return the quotation of a highlight; where it is corrected, the original stands beside it."""
    if not highlight.correction:
        return highlight.quote
    return tr("{correction} (in the text: {quote})", correction=highlight.correction, quote=highlight.quote)


def fold(text: str, faces: Faces, width: int, most: int) -> list[str]:
    """Break `text` into at most `most` lines; what does not fit is told by an ellipsis."""
    shown = text[:LONGEST].strip("\n").replace("\n", LINE_SEPARATOR)
    layout = QTextLayout(shown, faces.main)
    layout.setFormats(faces.formats(shown))
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
            lines.append(faces.elided(rest[0] + more, width))
        else:
            lines.append(units[2 * start : 2 * end].decode("utf-16-le").rstrip(LINE_SEPARATOR))
    layout.endLayout()
    return lines


def paint_lines(
    painter: QPainter, lines: tuple[str, ...], rect: QRect, pitch: int, faces: Faces, color: QColor
) -> None:
    """Paint lines at a fixed pitch, whatever fallback faces they need."""
    metrics = QFontMetricsF(faces.main)
    # some Chinese faces claim far more room than their glyphs take: centre the em, not the line
    baseline = (pitch + metrics.capHeight()) / 2 if metrics.capHeight() > 0 else pitch * 0.7
    painter.setPen(color)
    for number, line in enumerate(lines):
        faces.draw(painter, QPointF(rect.left(), round(rect.top() + number * pitch + baseline + 1)), line)
