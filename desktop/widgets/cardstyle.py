"""The faces of cards, the layouts last made with them, and the painting that cards of every kind share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.theme import Theme, Themes
from desktop.widgets.cardparts import Foot, paint_lines
from desktop.widgets.latin import Faces
from desktop.widgets.tagpill import PillStyle
from library.models import Excerpt

NOTE_PITCH = 22
BAR_WIDTH = 3
RING = 2
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

LayoutT = TypeVar("LayoutT")


class CardStyle:
    """The faces of cards in one theme, made once; the quote is `larger` than elsewhere by some pixels."""

    def __init__(self, theme: Theme, larger: int = 0) -> None:
        self.theme = theme
        self.quote_size = theme.size("quote") + larger
        self.quote = theme.reading_font(self.quote_size)
        self.note = Faces(theme.note_font(), theme.note_latin_font())
        self.caption = theme.interface_font(theme.size("caption"))
        self.caption_metrics = QFontMetricsF(self.caption)
        self.head = theme.reading_font(theme.size("wordmark"), bold=True)
        self.pill = PillStyle(theme)


class RememberedLayouts(Generic[LayoutT]):
    """Makes the layouts of excerpts and remembers those last used, as many as `most`."""

    def __init__(
        self, themes: Themes, lay_out: Callable[[Excerpt, int, CardStyle], LayoutT], most: int, larger: int = 0
    ) -> None:
        self._themes = themes
        self._lay_out = lay_out
        self._most = most
        self._larger = larger
        self._made: dict[str, tuple[Excerpt, int, LayoutT]] = {}
        self.style = CardStyle(themes.current, larger)

    def __len__(self) -> int:
        return len(self._made)

    def forget(self) -> None:
        """Drop what is remembered: the theme or the language changed."""
        self.style = CardStyle(self._themes.current, self._larger)
        self._made.clear()

    def layout(self, excerpt: Excerpt, width: int) -> LayoutT:
        """Return the layout of an excerpt `width` pixels wide."""
        key = excerpt.highlight.id
        known = self._made.pop(key, None)
        if known is None or known[0] is not excerpt or known[1] != width:
            known = (excerpt, width, self._lay_out(excerpt, width, self.style))
        self._made[key] = known
        if len(self._made) > self._most:
            del self._made[next(iter(self._made))]
        return known[2]


def paint_frame(painter: QPainter, area: QRect, theme: Theme, *, selected: bool) -> None:
    """Paint the border of a card; a selected one has a ring around it."""
    radius = theme.size("radius_card")
    frame = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
    if selected:
        ring = frame.adjusted(-RING, -RING, RING, RING).adjusted(-0.5, -0.5, 0.5, 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_tint"))
        painter.drawRoundedRect(ring, radius + RING, radius + RING)
    painter.setPen(QPen(theme.color("accent" if selected else "hairline"), 1))
    painter.setBrush(theme.color("field"))
    painter.drawRoundedRect(frame, radius, radius)


def paint_bar(painter: QPainter, left: float, top: float, height: float, excerpt: Excerpt, theme: Theme) -> None:
    """Paint the bar in the colour of a highlight."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line(excerpt.color))
    painter.drawRoundedRect(QRectF(left, top, BAR_WIDTH, height), BAR_WIDTH / 2, BAR_WIDTH / 2)


def paint_note(painter: QPainter, lines: tuple[str, ...], rect: QRect, gap: int, style: CardStyle) -> None:
    """Paint a note in vermilion, and `gap` pixels above it a dashed hairline."""
    pen = QPen(style.theme.color("hairline"), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    y = rect.top() - gap + 0.5
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    paint_lines(painter, lines, rect, NOTE_PITCH, style.note, style.theme.color("note"))


def paint_foot(painter: QPainter, foot: Foot, style: CardStyle) -> None:
    """Paint the tags of a card and its place."""
    for pill in foot.pills:
        style.pill.paint(painter, QRectF(pill.rect), pill.path, pill.color)
    painter.setFont(style.caption)
    painter.setPen(style.theme.color("soft"))
    painter.drawText(foot.place_rect, RIGHT, foot.place)
