"""Paints a card: a bar in the colour, the quote, her note in vermilion, tags and place; and the head of a group."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.cardorder import CardHead
from desktop.itemmodels.cards import CardModel
from desktop.sidebar.cardlayout import HEAD_HEIGHT, NOTE_GAP, QUOTE_PITCH, CardLayout, CardLayouts, lay_out
from desktop.theme import Themes
from desktop.widgets.cardparts import paint_lines
from desktop.widgets.cardstyle import RIGHT, paint_bar, paint_foot, paint_frame, paint_note
from desktop.widgets.icons import pixmap
from desktop.widgets.latin import Faces
from desktop.widgets.swatch import paint_swatch
from library.models import Excerpt

BAR_LEFT, BAR_INSET = 7, 10
HEAD_LEFT, HEAD_TOP, HEAD_RIGHT = 12, 4, 2
ARROW, DOT = 12, 12


class CardDelegate(QStyledItemDelegate):
    """Knows how high a card is and how it looks; `editing` names the card whose note is being written."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.layouts = CardLayouts(themes)
        self.editing: str | None = None
        self.editor_height = 0
        self.dress()

    def layout(self, excerpt: Excerpt, width: int) -> CardLayout:
        """Return the layout of a card whose row is `width` pixels wide."""
        edited = excerpt.highlight.id == self.editing
        if edited:
            return lay_out(excerpt, width, self.layouts.style, self.editor_height)
        return self.layouts.layout(excerpt, width)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = option.rect.width()
        if isinstance(index.data(CardModel.HeadRole), CardHead):
            return QSize(width, HEAD_HEIGHT)
        excerpt = index.data(CardModel.ExcerptRole)
        return QSize(width, self.layout(excerpt, width).height if isinstance(excerpt, Excerpt) else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        head, excerpt = index.data(CardModel.HeadRole), index.data(CardModel.ExcerptRole)
        if isinstance(head, CardHead):
            self._paint_head(painter, option, head)
        elif isinstance(excerpt, Excerpt):
            self._paint_card(painter, option, excerpt)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, excerpt: Excerpt) -> None:
        card, style = self.layout(excerpt, option.rect.width()), self.layouts.style
        theme = style.theme
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, card.frame, theme, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        left = card.frame.left() + BAR_LEFT
        paint_bar(painter, left, BAR_INSET, card.frame.height() - 2 * BAR_INSET, excerpt, theme)
        paint_lines(painter, card.quote_lines, card.quote_rect, QUOTE_PITCH, Faces(style.quote), theme.color("ink"))
        if card.note_rect.height():
            paint_note(painter, card.note_lines, card.note_rect, NOTE_GAP, style)
        paint_foot(painter, card.foot, style)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, head: CardHead) -> None:
        """Paint an arrow, the colour where the group is one of colour or tag, its name, and how many cards it has."""
        style, theme = self.layouts.style, self.layouts.style.theme
        room = option.rect.adjusted(HEAD_LEFT, HEAD_TOP, -HEAD_RIGHT, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            radius = theme.size("radius_control")
            painter.drawRoundedRect(room.adjusted(-2, 0, 0, -2).toRectF(), radius, radius)
        arrow = self._arrows["caret-right" if head.folded else "caret-down"]
        painter.drawPixmap(QPoint(room.left() + 2, room.center().y() - ARROW // 2 - 1), arrow)
        room.setLeft(room.left() + ARROW + 8)
        room.setRight(room.right() - 6)
        if head.color is not None:
            paint_swatch(painter, QRectF(room.left(), room.center().y() - DOT / 2, DOT, DOT), theme, head.color)
            room.setLeft(room.left() + DOT + 6)
        painter.setFont(style.caption)
        painter.setPen(theme.color("soft"))
        painter.drawText(room, RIGHT, str(head.count))
        room.setRight(room.right() - QFontMetrics(style.caption).horizontalAdvance(str(head.count)) - 8)
        painter.setFont(self._head)
        painter.setPen(theme.color("ink"))
        words = QFontMetrics(self._head).elidedText(head.words, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def dress(self) -> None:
        """Take the faces and icons of the theme in force."""
        theme = self._themes.current
        self.layouts.forget()
        self._head = theme.title_font()
        self._head.setWeight(QFont.Weight.DemiBold)
        self._arrows = {name: pixmap(name, theme, "soft", size=ARROW) for name in ("caret-right", "caret-down")}
