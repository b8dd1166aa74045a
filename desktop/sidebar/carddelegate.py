"""Paints a card: a bar in the colour, the quote, her note in vermilion, tags and place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.cards import CardModel
from desktop.sidebar.cardlayout import NOTE_GAP, QUOTE_PITCH, CardLayout, CardLayouts, lay_out
from desktop.theme import Themes
from desktop.widgets.cardparts import paint_lines
from desktop.widgets.cardstyle import paint_bar, paint_foot, paint_frame, paint_note
from library.models import Excerpt

BAR_LEFT, BAR_INSET = 7, 10


class CardDelegate(QStyledItemDelegate):
    """Knows how high a card is and how it looks; `editing` names the card whose note is being written."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.layouts = CardLayouts(themes)
        self.editing: str | None = None
        self.editor_height = 0

    def layout(self, excerpt: Excerpt, width: int) -> CardLayout:
        """Return the layout of a card whose row is `width` pixels wide."""
        edited = excerpt.highlight.id == self.editing
        if edited:
            return lay_out(excerpt, width, self.layouts.style, self.editor_height)
        return self.layouts.layout(excerpt, width)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        excerpt = index.data(CardModel.ExcerptRole)
        width = option.rect.width()
        return QSize(width, self.layout(excerpt, width).height if isinstance(excerpt, Excerpt) else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        excerpt = index.data(CardModel.ExcerptRole)
        if not isinstance(excerpt, Excerpt):
            return
        card, style = self.layout(excerpt, option.rect.width()), self.layouts.style
        theme = style.theme
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, card.frame, theme, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        left = card.frame.left() + BAR_LEFT
        paint_bar(painter, left, BAR_INSET, card.frame.height() - 2 * BAR_INSET, excerpt, theme)
        paint_lines(painter, card.quote_lines, card.quote_rect, QUOTE_PITCH, style.quote, theme.color("ink"))
        if card.note_rect.height():
            paint_note(painter, card.note_lines, card.note_rect, NOTE_GAP, style)
        paint_foot(painter, card.foot, style)
        painter.restore()
