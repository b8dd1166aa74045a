"""What the trees of the sidebar paint alike: rows of one height, the selected one in accent tint with accent type."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Themes

INSET = 6
Index = QModelIndex | QPersistentModelIndex


class SidebarRowDelegate(QStyledItemDelegate):
    """Paints the ground of rows; `name_left` is how far from their left edge names stand."""

    name_left = INSET

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.themes = themes
        themes.changed.connect(self.dress)
        self.dress()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.themes.current.length("row"))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(self.name_left - 10, 0, 0, 0))

    def dress(self) -> None:
        """Take the type of the theme."""
        self.plain, self.bold = self.themes.current.title_font(), self.themes.current.title_font()
        self.bold.setWeight(QFont.Weight.DemiBold)

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        """Paint what stands behind a row, and return whether it is selected."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self.themes.current.color("accent_tint" if selected else "hover"))
            radius = self.themes.current.size("radius_control")
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), radius, radius)
        return selected
