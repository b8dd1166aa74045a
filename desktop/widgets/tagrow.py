"""Paints a row of the tag picker: a tick where the tag is on, its pill, how often it is used."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import pixmap
from desktop.widgets.listpicker import CHOICE_ROLE, ROW_HEIGHT
from desktop.widgets.tagchoices import Choice
from desktop.widgets.tagpill import PILL_HEIGHT, PillStyle

TICK = 12
INSET = 6
DIM = 0.4
PILL_LEFT = INSET + TICK + 6


def row_words(choice: Choice) -> str:
    """Return what a row says in plain words."""
    match choice.kind:
        case "tag":
            return choice.path
        case "new":
            return tr("New tag “{name}”", name=choice.path)
        case "split":
            return tr("{count} tags: {names}", count=len(choice.paths), names=" · ".join(choice.paths))


class TagRowDelegate(QStyledItemDelegate):
    """Rows of one height."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice, theme, rect = index.data(CHOICE_ROLE), self._themes.current, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint" if selected else "hover"))
            radius = theme.size("radius_control")
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), radius, radius)
        painter.setOpacity(DIM if choice.dim else 1)
        if choice.kind == "tag":
            self._paint_tag(painter, rect, choice)
        else:
            self._paint_offer(painter, rect, choice)
        painter.restore()

    def _dress(self) -> None:
        theme = self._themes.current
        self._font = theme.title_font()
        self._caption = theme.interface_font(theme.size("caption"))
        self._pill = PillStyle(theme)
        self._tick = pixmap("check", theme, "accent", size=TICK)
        self._plus = pixmap("plus", theme, "accent", size=TICK)

    def _paint_tag(self, painter: QPainter, rect: QRect, choice: Choice) -> None:
        if choice.carried:
            painter.drawPixmap(QPoint(rect.left() + INSET, rect.center().y() - TICK // 2), self._tick)
        count = str(choice.count)
        taken = QFontMetrics(self._caption).horizontalAdvance(count) + 2 * INSET
        wide = min(rect.width() - PILL_LEFT - taken, self._pill.width(choice.path))
        top = rect.top() + (rect.height() - PILL_HEIGHT) / 2
        self._pill.paint(painter, QRectF(rect.left() + PILL_LEFT, top, wide, PILL_HEIGHT), choice.path, choice.color)
        painter.setFont(self._caption)
        painter.setPen(self._themes.current.color("soft"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -INSET, 0), right, count)

    def _paint_offer(self, painter: QPainter, rect: QRect, choice: Choice) -> None:
        painter.drawPixmap(QPoint(rect.left() + INSET, rect.center().y() - TICK // 2), self._plus)
        room = rect.adjusted(PILL_LEFT, 0, -INSET, 0)
        words = QFontMetrics(self._font).elidedText(row_words(choice), Qt.TextElideMode.ElideMiddle, room.width())
        painter.setFont(self._font)
        painter.setPen(self._themes.current.color("accent"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
