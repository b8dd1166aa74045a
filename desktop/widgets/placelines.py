"""A line with one place in it that is to be seen: in the middle and marked, however narrow the line is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Themes

PARTS = Qt.ItemDataRole.UserRole + 1
"""The role of `Parts`; a row without them is painted as usual."""
Parts = tuple[str, str, str]
"""What stands above a place, what is at it, and what stands below."""

_PADDING = 6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PlaceDelegate(QStyledItemDelegate):
    """Paints what stands above, at and below a place on one line, the place in the middle and marked."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        parts = index.data(PARTS)
        if parts is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        above, place, below = parts
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        theme, metrics = self._themes.current, painter.fontMetrics()
        painter.save()
        if not place:
            painter.setPen(theme.color("soft"))
            painter.drawText(room, _LEFT, metrics.elidedText(above, Qt.TextElideMode.ElideRight, room.width()))
            painter.restore()
            return
        place = metrics.elidedText(place, Qt.TextElideMode.ElideMiddle, room.width() // 2)
        width = metrics.horizontalAdvance(place) + 4
        side = (room.width() - width) // 2
        marked = QRect(room.left() + side, room.top(), width, room.height())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(marked.adjusted(0, 3, 0, -3), theme.color("field" if selected else "accent_tint"))
        painter.setPen(theme.color("accent"))
        painter.drawText(marked, Qt.AlignmentFlag.AlignCenter, place)
        painter.setPen(theme.color("ink"))
        before, after = QRect(room), QRect(room)
        before.setRight(marked.left() - 2)
        after.setLeft(marked.right() + 3)
        painter.drawText(before, _RIGHT, metrics.elidedText(above, Qt.TextElideMode.ElideLeft, before.width()))
        painter.drawText(after, _LEFT, metrics.elidedText(below, Qt.TextElideMode.ElideRight, after.width()))
        painter.restore()
