"""Paints a row of the tag tree: a dot in the colour, the name, how many highlights carry it, with those below too."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.tags import TagModel
from desktop.theme import Themes

DOT = 8
INSET = 6
NAME_LEFT = INSET + DOT + 8


class TagDelegate(QStyledItemDelegate):
    """Rows of one height; the selected one in accent tint with accent type."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), self._themes.current.length("row"))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setGeometry(option.rect.adjusted(NAME_LEFT - 10, 0, 0, 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tag, theme, rect = index.data(TagModel.TagRole), self._themes.current, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("accent_tint" if selected else "hover"))
            radius = theme.size("radius_control")
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), radius, radius)
        painter.setBrush(theme.line(tag.color))
        painter.drawEllipse(QPointF(rect.left() + INSET + DOT / 2, rect.center().y() + 0.5), DOT / 2, DOT / 2)
        count = told_count(index)
        taken = QFontMetrics(self._caption).horizontalAdvance(count) + 2 * INSET
        painter.setFont(self._caption)
        painter.setPen(theme.color("soft"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -INSET, 0), right, count)
        name_font = self._bold if selected else self._plain
        painter.setFont(name_font)
        painter.setPen(theme.color("accent" if selected else "ink"))
        room = QRect(rect).adjusted(NAME_LEFT, 0, -taken, 0)
        name = QFontMetrics(name_font).elidedText(tag.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _dress(self) -> None:
        theme = self._themes.current
        self._caption = theme.interface_font(theme.size("caption"))
        self._plain = theme.title_font()
        self._bold = theme.title_font()
        self._bold.setWeight(QFont.Weight.DemiBold)


def told_count(index: QModelIndex | QPersistentModelIndex) -> str:
    """Return how many highlights carry a tag and, where tags stand below it, with these: “3 / 12”."""
    count, total = index.data(TagModel.CountRole), index.data(TagModel.TotalRole)
    return f"{count} / {total}" if index.model().hasChildren(index) else str(count)
