"""Where everything on a card stands. Lengths are pixels; rectangles are relative to the card's row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect

from desktop.theme import Themes
from desktop.widgets.cardparts import Foot, fold, lay_out_foot, shown_quote
from desktop.widgets.cardstyle import NOTE_PITCH, CardStyle, RememberedLayouts
from desktop.widgets.latin import Faces
from desktop.widgets.tagpill import PILL_HEIGHT
from library.models import Excerpt
from library.references import shown_words

OUTSIDE = 12
OUTSIDE_RIGHT = 2
"""Room for the ring; the scroll bar has the rest of the margin."""
BELOW = 8
LEFT, TOP, RIGHT, BOTTOM = 16, 10, 13, 11
QUOTE_PITCH = 24
NOTE_GAP = 6
PILLS_GAP = 7
QUOTE_LINES = 4
NOTE_LINES = 8
HEAD_HEIGHT = 34
REMEMBERED = 400


@dataclass(frozen=True, slots=True)
class CardLayout:
    """One card, ready to be painted; `note_rect` is also where its note is edited."""

    height: int
    frame: QRect
    quote_rect: QRect
    quote_lines: tuple[str, ...]
    note_rect: QRect
    note_lines: tuple[str, ...]
    foot: Foot


class CardLayouts(RememberedLayouts[CardLayout]):
    """Makes the layouts of cards and remembers those last used."""

    def __init__(self, themes: Themes) -> None:
        super().__init__(themes, lay_out, REMEMBERED)

    def estimates(self, cards: Iterable[tuple[int, bool] | None], width: int) -> list[int]:
        """Return about how high rows will be, from the code points of quotes and whether there is a note.

        None stands for the head of a group.
        """
        room = max(1, int(text_width(width) / self.style.quote_size))
        foot = TOP + PILLS_GAP + PILL_HEIGHT + BOTTOM + BELOW
        most = room * QUOTE_LINES
        plain = [foot + max(1, -(-length // room)) * QUOTE_PITCH for length in range(most + 1)]
        noted = [height + 2 * NOTE_GAP + NOTE_PITCH for height in plain]
        return [
            HEAD_HEIGHT if card is None else (noted if card[1] else plain)[card[0] if card[0] < most else most]
            for card in cards
        ]


def text_width(width: int) -> int:
    """Return the room for text on a card whose row is `width` wide."""
    return width - OUTSIDE - OUTSIDE_RIGHT - LEFT - RIGHT


def lay_out(excerpt: Excerpt, width: int, style: CardStyle, editor_height: int | None = None) -> CardLayout:
    """Place quote, note, tags and place of a card below one another."""
    left, room = OUTSIDE + LEFT, text_width(width)
    quote = fold(shown_quote(excerpt.highlight), Faces(style.quote), room, QUOTE_LINES)
    quote_rect = QRect(left, TOP, room, len(quote) * QUOTE_PITCH)
    note: list[str] = []
    if editor_height is None and excerpt.note:
        note = fold(shown_words(excerpt.note), style.note, room, NOTE_LINES)
    note_height = editor_height if editor_height is not None else len(note) * NOTE_PITCH
    top = quote_rect.top() + quote_rect.height()
    if note_height:
        top += 2 * NOTE_GAP
    note_rect = QRect(left, top, room, note_height)
    foot = lay_out_foot(excerpt, style.pill, style.caption_metrics, left, top + note_height + PILLS_GAP, room)
    frame = QRect(OUTSIDE, 0, width - OUTSIDE - OUTSIDE_RIGHT, foot.bottom + BOTTOM)
    return CardLayout(
        frame.height() + BELOW,
        frame,
        quote_rect,
        tuple(quote),
        note_rect,
        tuple(note),
        foot,
    )
