"""Paints a row of the tag picker: a tick where the tag is on, its pill, how often it is used."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Theme, Themes
from desktop.translation import tr
from desktop.widgets.icons import pixmap
from desktop.widgets.tagchoices import Choice
from desktop.widgets.tagpill import PILL_HEIGHT, paint_pill, pill_width

CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 28
TICK = 12
INSET = 6
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

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice, theme = index.data(CHOICE_ROLE), self._themes.current
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint" if selected else "hover"))
            radius = theme.size("radius_control")
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), radius, radius)
        if choice.kind == "tag":
            _paint_tag(painter, rect, theme, choice)
        else:
            _paint_offer(painter, rect, theme, choice)
        painter.restore()


def _paint_tag(painter: QPainter, rect: QRect, theme: Theme, choice: Choice) -> None:
    if choice.carried:
        tick = pixmap("check", theme, "accent", size=TICK)
        painter.drawPixmap(QPoint(rect.left() + INSET, rect.center().y() - TICK // 2), tick)
    font = theme.interface_font(theme.size("caption"))
    count = str(choice.count)
    taken = QFontMetrics(font).horizontalAdvance(count) + 2 * INSET
    room = rect.width() - PILL_LEFT - taken
    top = rect.top() + (rect.height() - PILL_HEIGHT) / 2
    place = QRectF(rect.left() + PILL_LEFT, top, min(room, pill_width(theme, choice.path)), PILL_HEIGHT)
    paint_pill(painter, place, theme, choice.path, choice.color)
    painter.setFont(font)
    painter.setPen(theme.color("soft"))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect.adjusted(0, 0, -INSET, 0), right, count)


def _paint_offer(painter: QPainter, rect: QRect, theme: Theme, choice: Choice) -> None:
    plus = pixmap("plus", theme, "accent", size=TICK)
    painter.drawPixmap(QPoint(rect.left() + INSET, rect.center().y() - TICK // 2), plus)
    font = theme.interface_font()
    room = rect.adjusted(PILL_LEFT, 0, -INSET, 0)
    words = QFontMetrics(font).elidedText(row_words(choice), Qt.TextElideMode.ElideMiddle, room.width())
    painter.setFont(font)
    painter.setPen(theme.color("accent"))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
