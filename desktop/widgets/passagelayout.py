"""Where everything in the row of a passage stands. Lengths are pixels; rectangles are relative to the row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QTextCharFormat, QTextLayout, QTextOption

from desktop.theme import Themes
from desktop.widgets.cardparts import LINE_SEPARATOR, LONGEST, Foot, fold, lay_out_foot, shown_quote
from desktop.widgets.cardstyle import NOTE_PITCH, CardStyle, RememberedLayouts
from desktop.widgets.tagpill import PILL_HEIGHT
from library.models import Excerpt, Highlight
from library.references import shown_words

LEFT, TOP, RIGHT, BOTTOM = 20, 12, 16, 12
BELOW = 8
PITCH = 27
LARGER = 1
"""Pixels by which quotes are larger here than on the cards beside a text."""
NOTE_GAP, FOOT_GAP = 7, 8
NOTE_LINES = 8
HEAD_HEIGHT = 46
REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class PassageLayout:
    """One passage, ready to be painted: the quote in its context, the note, the tags and the place."""

    height: int
    frame: QRect
    text: QTextLayout
    note_rect: QRect
    note_lines: tuple[str, ...]
    foot: Foot


class PassageLayouts(RememberedLayouts[PassageLayout]):
    """Makes the layouts of passages and remembers those last used."""

    def __init__(self, themes: Themes) -> None:
        super().__init__(themes, lay_out, REMEMBERED, LARGER)

    def estimates(self, lengths: list[int | None], width: int) -> list[int]:
        """Return about how high rows will be, from the code points of their quotes; None stands for a title."""
        room = max(1, int((width - LEFT - RIGHT) / self.style.quote_size))
        plain = TOP + FOOT_GAP + PILL_HEIGHT + BOTTOM + BELOW
        return [
            HEAD_HEIGHT if length is None else plain + PITCH * -(-(min(length, LONGEST) + 40) // room)
            for length in lengths
        ]


def lay_out(excerpt: Excerpt, width: int, style: CardStyle) -> PassageLayout:
    """Place quote and context, note, tags and place of a passage below one another."""
    room = max(1, width - LEFT - RIGHT)
    text, bottom = _lay_out_text(excerpt, style, room)
    note = tuple(fold(shown_words(excerpt.note), style.note, room, NOTE_LINES)) if excerpt.note else ()
    top = bottom + 2 * NOTE_GAP if note else bottom
    note_rect = QRect(LEFT, top, room, len(note) * NOTE_PITCH)
    top += note_rect.height() + FOOT_GAP
    foot = lay_out_foot(excerpt, style.pill, style.caption_metrics, LEFT, top, room)
    frame = QRect(0, 0, width, foot.bottom + BOTTOM)
    return PassageLayout(frame.height() + BELOW, frame, text, note_rect, note, foot)


def before(highlight: Highlight) -> str:
    """Return what stands before a quote in its paragraph, as far as it is kept with it."""
    kept = highlight.prefix.rpartition("\n")[2].lstrip()
    cut = highlight.start > len(highlight.prefix) and "\n" not in highlight.prefix
    return "…" + kept if kept and cut else kept


def behind(highlight: Highlight) -> str:
    """Return what stands behind a quote in its paragraph, as far as it is kept with it."""
    kept, ended, _ = highlight.suffix.partition("\n")
    return kept.rstrip() if ended else kept + "…" * bool(kept)


def _lay_out_text(excerpt: Excerpt, style: CardStyle, room: int) -> tuple[QTextLayout, int]:
    """Break the quote and what stands around it into lines at a fixed pitch; return where they end as well."""
    highlight, theme = excerpt.highlight, style.theme
    quote = shown_quote(highlight)
    quote = quote[:LONGEST] + "…" * (len(quote) > LONGEST)
    parts = [part.replace("\n", LINE_SEPARATOR) for part in (before(highlight), quote, behind(highlight))]
    lengths = [len(part.encode("utf-16-le")) // 2 for part in parts]
    soft, marked = QTextCharFormat(), QTextCharFormat()
    soft.setForeground(QBrush(theme.color("soft")))
    marked.setForeground(QBrush(theme.color("ink")))
    if highlight.style == "underline":
        marked.setFontUnderline(True)
        marked.setUnderlineColor(theme.line(excerpt.color))
    else:
        marked.setBackground(QBrush(theme.tint(excerpt.color)))
    layout = QTextLayout("".join(parts), style.quote)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.setCacheEnabled(True)
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for length, look in zip(lengths, (soft, marked, soft), strict=True):
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = start, length, look
        ranges.append(span)
        start += length
    layout.setFormats(ranges)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        # Chinese faces claim different heights: lines stand by their baselines
        line.setPosition(QPointF(0, round(count * PITCH + PITCH * 0.7 - line.ascent())))
        count += 1
    layout.endLayout()
    return layout, TOP + count * PITCH
