"""The field that links a highlight: above what it leads to, below what it can be linked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QStandardItem
from PySide6.QtWidgets import QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.linkchoices import LinkChoice, LinkChoices
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.completion import ICONS
from desktop.widgets.icons import pixmap
from desktop.widgets.listpicker import CHOICE_ROLE, ROW_HEIGHT, ListPicker

if TYPE_CHECKING:
    from desktop.session import Session

WIDTH = 420
INSET, SIGN, SPACE = 6, 14, 8
BAR_WIDTH, BAR_INSET = 3, 6
PLACE_SHARE = 0.4
"""Of the width of a row, what the title of another document may take."""


class LinkPicker(ListPicker):
    """Says what is to be followed, linked or taken apart; it writes nothing itself."""

    followed = Signal(str, str)
    """Carries the kind and the id of what is to be shown."""
    link_wanted = Signal(str, str)
    """Carries the ids of two highlights."""
    removal_wanted = Signal(str)
    """Carries the id of a link."""

    def __init__(self, session: Session, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, WIDTH, parent)
        self._choices = LinkChoices(session, self)
        self._choices.altered.connect(self._show)
        self._highlight_id = ""
        self.list.setItemDelegate(LinkRowDelegate(themes, self.list))
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "small")
        self.column.addWidget(self._hint)
        self.closed.connect(self._choices.stop)
        session.closed.connect(self.close_picker)
        self.retranslate()

    def open_for(self, highlight_id: str, anchor: QRect) -> None:
        """Open beside a highlight, which stands at `anchor` in global coordinates."""
        self._highlight_id = highlight_id
        self.open_at(anchor)

    def offer(self) -> None:
        """Show what the highlight leads to and could be linked with."""
        self._choices.show(self._highlight_id, self.field.text())

    def take_row(self, index: QModelIndex) -> None:
        """Follow a link, or make one."""
        choice = index.data(CHOICE_ROLE)
        if not isinstance(choice, LinkChoice):
            return
        self.close_picker()
        if choice.leads:
            self.followed.emit(choice.kind, choice.id)
        else:
            self.link_wanted.emit(self._highlight_id, choice.id)

    def take_key(self, event: QKeyEvent) -> bool:
        """Take the link of the row away with Delete, where the field has nothing to delete."""
        choice = self.list.currentIndex().data(CHOICE_ROLE)
        idle = self.field.cursorPosition() == len(self.field.text()) and not self.field.hasSelectedText()
        if event.key() == Qt.Key.Key_Delete and idle and isinstance(choice, LinkChoice):
            if choice.link_id:
                self.close_picker()
                self.removal_wanted.emit(choice.link_id)
            return True
        return super().take_key(event)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Link to: a part of a quote, a note or a tag"))
        self.field.setAccessibleName(tr("Link to"))
        self.list.setAccessibleName(tr("Links"))
        self._hint.setText(tr("Enter goes to a link, or makes one · Delete removes it"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self) -> None:
        rows = self._choices.rows
        kept = self.list.currentIndex().row() if len(rows) > len(self.choices) > 0 else 0
        items: list[QStandardItem] = []
        for row in rows:
            item = QStandardItem(row.words)
            item.setData(row, CHOICE_ROLE)
            item.setToolTip(", ".join(filter(None, (row.words, row.place))))
            told = (tr("Linked") if row.leads else "", row.words, row.place)
            item.setData(", ".join(filter(None, told)), Qt.ItemDataRole.AccessibleTextRole)
            items.append(item)
        self.show_rows(items, kept)


class LinkRowDelegate(QStyledItemDelegate):
    """A sign for what is linked, a bar in its colour for what is not; the words, and softly the other document."""

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
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setBrush(theme.color("accent_tint" if selected else "hover"))
            radius = theme.size("radius_control")
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), radius, radius)
        if choice.leads:
            sign = self._signs["link" if choice.link_id else ICONS[choice.kind]]
            painter.drawPixmap(QPoint(rect.left() + INSET, rect.center().y() - SIGN // 2), sign)
        else:
            painter.setBrush(theme.line(choice.color))
            left = rect.left() + INSET + (SIGN - BAR_WIDTH) / 2
            bar = QRectF(left, rect.top() + BAR_INSET, BAR_WIDTH, rect.height() - 2 * BAR_INSET)
            painter.drawRoundedRect(bar, BAR_WIDTH / 2, BAR_WIDTH / 2)
        self._paint_words(painter, rect.adjusted(INSET + SIGN + SPACE, 0, -INSET, 0), choice)
        painter.restore()

    def _dress(self) -> None:
        theme = self._themes.current
        self._font = theme.title_font()
        self._caption = theme.interface_font(theme.size("caption"))
        self._signs = {name: pixmap(name, theme, "accent", size=SIGN) for name in {"link", *ICONS.values()}}

    def _paint_words(self, painter: QPainter, room: QRect, choice: LinkChoice) -> None:
        theme, small, large = self._themes.current, QFontMetrics(self._caption), QFontMetrics(self._font)
        place = small.elidedText(choice.place, Qt.TextElideMode.ElideMiddle, int(room.width() * PLACE_SHARE))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._caption)
        painter.setPen(theme.color("soft"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, place)
        taken = small.horizontalAdvance(place) + SPACE if place else 0
        painter.setFont(self._font)
        painter.setPen(theme.color("ink"))
        words = large.elidedText(choice.words, Qt.TextElideMode.ElideRight, room.width() - taken)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, words)
