"""The list of cards: twenty thousand of them scroll like twenty."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.cards import CardModel
from desktop.sidebar.carddelegate import CardDelegate
from desktop.theme import Themes
from desktop.widgets.pile import PileView


class CardView(PileView):
    """A pile of cards, on which a note can be written in its place."""

    def __init__(self, model: CardModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = model
        self.cards_delegate = CardDelegate(themes, self)
        self.setItemDelegate(self.cards_delegate)
        self.pile(model)
        themes.changed.connect(self.remeasure)

    def estimates(self, start: int, end: int, width: int) -> list[int]:
        return self.cards_delegate.layouts.estimates(self._cards.measures(start, end), width)

    def remeasure(self) -> None:
        """Measure everything again: faces or the language changed."""
        self.cards_delegate.dress()
        self.estimate_all()

    def note_rect(self, row: int) -> QRect:
        """Return where the note of a row's card is, or would be, in the viewport."""
        excerpt = self._cards.excerpt(row)
        if excerpt is None:
            return QRect()
        card = self.cards_delegate.layout(excerpt, self.row_width())
        return card.note_rect.translated(self.row_rect(row).topLeft())
