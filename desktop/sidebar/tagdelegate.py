"""Paints a row of the tag tree: a dot in the colour, the name, how many highlights carry it, with those below too."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.itemmodels.tags import TagModel
from desktop.sidebar.rowdelegate import INSET, Index, SidebarRowDelegate

DOT = 8
NAME_LEFT = INSET + DOT + 8


class TagDelegate(SidebarRowDelegate):
    """A dot before each name, how many highlights carry the tag behind it."""

    name_left = NAME_LEFT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tag, theme, rect = index.data(TagModel.TagRole), self.themes.current, option.rect
        painter.save()
        selected = self.paint_ground(painter, option)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line(tag.color))
        painter.drawEllipse(QPointF(rect.left() + INSET + DOT / 2, rect.center().y() + 0.5), DOT / 2, DOT / 2)
        count = told_count(index)
        taken = QFontMetrics(self._caption).horizontalAdvance(count) + 2 * INSET
        painter.setFont(self._caption)
        painter.setPen(theme.color("soft"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -INSET, 0), right, count)
        name_font = self.bold if selected else self.plain
        painter.setFont(name_font)
        painter.setPen(theme.color("accent" if selected else "ink"))
        room = QRect(rect).adjusted(NAME_LEFT, 0, -taken, 0)
        name = QFontMetrics(name_font).elidedText(tag.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def dress(self) -> None:
        super().dress()
        self._caption = self.themes.current.interface_font(self.themes.current.size("caption"))


def told_count(index: QModelIndex | QPersistentModelIndex) -> str:
    """Return how many highlights carry a tag and, where tags stand below it, with these: “3 / 12”."""
    count, total = index.data(TagModel.CountRole), index.data(TagModel.TotalRole)
    return f"{count} / {total}" if index.model().hasChildren(index) else str(count)
