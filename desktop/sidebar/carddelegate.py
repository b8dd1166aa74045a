"""Paints a card: a bar in the colour, the quote, her note in vermilion, tags and place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.cards import CardModel
from desktop.sidebar.cardlayout import NOTE_GAP, NOTE_PITCH, QUOTE_PITCH, CardLayout, CardLayouts, CardStyle
from desktop.theme import Theme, Themes
from desktop.widgets.cardparts import paint_lines
from library.models import Excerpt

BAR_LEFT, BAR_INSET, BAR_WIDTH = 7, 10, 3
RING = 2


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
        return self.layouts.layout(excerpt, width, self.editor_height if edited else None)

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
        self._paint_frame(painter, card, theme, bool(option.state & QStyle.StateFlag.State_Selected))
        bar = QRectF(card.frame.left() + BAR_LEFT, BAR_INSET, BAR_WIDTH, card.frame.height() - 2 * BAR_INSET)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line(excerpt.color))
        painter.drawRoundedRect(bar, BAR_WIDTH / 2, BAR_WIDTH / 2)
        paint_lines(painter, card.quote_lines, card.quote_rect, QUOTE_PITCH, style.quote, theme.color("ink"))
        if card.note_rect.height():
            self._paint_note(painter, card, style)
        for pill in card.pills:
            style.pill.paint(painter, QRectF(pill.rect), pill.path, pill.color)
        painter.setFont(style.caption)
        painter.setPen(theme.color("soft"))
        painter.drawText(card.place_rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, card.place)
        painter.restore()

    def _paint_frame(self, painter: QPainter, card: CardLayout, theme: Theme, selected: bool) -> None:
        radius = theme.size("radius_card")
        frame = QRectF(card.frame).adjusted(0.5, 0.5, -0.5, -0.5)
        if selected:
            ring = frame.adjusted(-RING, -RING, RING, RING).adjusted(-0.5, -0.5, 0.5, 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint"))
            painter.drawRoundedRect(ring, radius + RING, radius + RING)
        painter.setPen(QPen(theme.color("accent" if selected else "hairline"), 1))
        painter.setBrush(theme.color("field"))
        painter.drawRoundedRect(frame, radius, radius)

    def _paint_note(self, painter: QPainter, card: CardLayout, style: CardStyle) -> None:
        pen = QPen(style.theme.color("hairline"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        y = card.note_rect.top() - NOTE_GAP + 0.5
        painter.drawLine(QPointF(card.note_rect.left(), y), QPointF(card.note_rect.right(), y))
        paint_lines(painter, card.note_lines, card.note_rect, NOTE_PITCH, style.note, style.theme.color("note"))
