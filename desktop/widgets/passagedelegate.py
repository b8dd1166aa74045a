"""The row of a passage, and of the document above it: how high it is, and how it looks."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.itemmodels.passages import Head, PassageModel
from desktop.theme import Themes
from desktop.widgets.cardstyle import CardStyle, paint_bar, paint_foot, paint_frame, paint_note
from desktop.widgets.passagelayout import (
    HEAD_HEIGHT,
    LEFT,
    NOTE_GAP,
    TOP,
    PassageLayout,
    PassageLayouts,
)
from library.models import Excerpt

BAR_LEFT = 8

WIDEST = 780
"""Pixels that a passage is wide at most: longer lines are hard to read."""
NARROWEST_MARGIN = 20
RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)


class PassageDelegate(QStyledItemDelegate):
    """Knows how high a row is and how it looks."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.layouts = PassageLayouts(themes)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if isinstance(index.data(PassageModel.HeadRole), Head):
            return QSize(option.rect.width(), HEAD_HEIGHT)
        excerpt = index.data(PassageModel.ExcerptRole)
        room = column(option.rect).width()
        height = self.layouts.layout(excerpt, room).height if isinstance(excerpt, Excerpt) else 0
        return QSize(option.rect.width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area, style = column(option.rect), self.layouts.style
        head, excerpt = index.data(PassageModel.HeadRole), index.data(PassageModel.ExcerptRole)
        painter.save()
        painter.translate(area.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(head, Head):
            self._paint_head(painter, area.width(), head, style)
        elif isinstance(excerpt, Excerpt):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_passage(painter, self.layouts.layout(excerpt, area.width()), excerpt, selected=selected)
        painter.restore()

    def _paint_head(self, painter: QPainter, width: int, head: Head, style: CardStyle) -> None:
        theme = style.theme
        told = " · ".join(filter(None, (head.document.date, str(head.count))))
        room = QRect(0, 10, width, HEAD_HEIGHT - 16)
        painter.setFont(style.caption)
        painter.setPen(theme.color("soft"))
        painter.drawText(room, RIGHT, told)
        taken = QFontMetrics(style.caption).horizontalAdvance(told) + 12
        painter.setFont(style.head)
        painter.setPen(theme.color("ink"))
        title = QFontMetrics(style.head).elidedText(head.document.title, Qt.TextElideMode.ElideMiddle, width - taken)
        painter.drawText(room, LEFT_MIDDLE, title)

    def _paint_passage(self, painter: QPainter, row: PassageLayout, excerpt: Excerpt, *, selected: bool) -> None:
        style, theme = self.layouts.style, self.layouts.style.theme
        paint_frame(painter, row.frame, theme, selected=selected)
        paint_bar(painter, BAR_LEFT, TOP, row.frame.height() - 2 * TOP, excerpt, theme)
        row.text.draw(painter, QPointF(LEFT, TOP))
        if row.note_lines:
            paint_note(painter, row.note_lines, row.note_rect, NOTE_GAP, style)
        paint_foot(painter, row.foot, style)


def column(rect: QRect) -> QRect:
    """Return the part of a row in which a passage stands: in the middle, and not too wide."""
    width = min(WIDEST, rect.width() - 2 * NARROWEST_MARGIN)
    return QRect(rect.left() + (rect.width() - width) // 2, rect.top(), max(1, width), rect.height())
