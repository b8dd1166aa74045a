"""The lines of a concordance, aligned at their hits, gone through by keys: opened, ticked, folded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.lines import LinesModel, ShownLine
from desktop.theme import Theme, Themes
from desktop.widgets.icons import pixmap
from desktop.widgets.pile import PileView

Index = QModelIndex | QPersistentModelIndex

ROW = 30
INSET, TICK, FOLD, GAP, AROUND = 8, 16, 14, 6, 2
COUNT_WIDTH = 44
SOURCE_FROM, SOURCE_SHARE = 300, 0.17
"""Pixels of width from which on the source stands at the right, and how much of them it takes."""
MIDDLE = 0.46
"""What part of the room stands before the hit."""
FIRST_WIDE, NARROW = "\u2000", 0.62
"""Characters from there on may be as wide as a Chinese one; others take about this part of that."""
RIGHT_MIDDLE = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)


class LineStyle:
    """The faces of lines in one theme, made once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.quote = theme.reading_font(theme.size("quote"))
        self.quote_metrics = QFontMetricsF(self.quote)
        self.em = self.quote_metrics.horizontalAdvance("国")
        self.caption = theme.interface_font(theme.size("caption"))
        self.caption_metrics = QFontMetricsF(self.caption)
        self.check = pixmap("check", theme, "accent", size=TICK - 4)
        self.folds = {True: pixmap("caret-right", theme, size=12), False: pixmap("caret-down", theme, size=12)}


class LineDelegate(QStyledItemDelegate):
    """Paints a line: its tick, its number of equal ones, left context, hit, right context, and softly its source."""

    def __init__(self, themes: Themes, source: Callable[[ShownLine], str], view: QAbstractItemView) -> None:
        super().__init__(view)
        self._themes = themes
        self._source = source
        self.style = LineStyle(themes.current)
        themes.changed.connect(self._retheme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = index.data(LinesModel.LineRole)
        if not isinstance(shown, ShownLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        room = QRect(option.rect).adjusted(INSET, 0, -INSET, 0)
        room.setLeft(self._paint_signs(painter, room, shown))
        if option.rect.width() >= SOURCE_FROM:
            room.setRight(self._paint_source(painter, room, self._source(shown)))
        self._paint_line(painter, room, shown)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            theme = self.style.theme
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint"))
            radius = theme.size("radius_control")
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), radius, radius)

    def _paint_signs(self, painter: QPainter, room: QRect, shown: ShownLine) -> int:
        """Paint the tick and what is said of a group; return where the line may begin."""
        theme, top = self.style.theme, room.top() + (ROW - TICK) // 2
        painter.setPen(QPen(theme.color("accent" if shown.ticked else "soft"), 1))
        painter.setBrush(theme.color("field"))
        painter.drawRoundedRect(QRectF(room.left() + 0.5, top + 0.5, TICK - 1, TICK - 1), 3, 3)
        if shown.ticked:
            painter.drawPixmap(room.left() + 2, top + 2, self.style.check)
        x = room.left() + TICK + GAP
        if shown.count:
            if shown.count > 1:
                painter.drawPixmap(x, room.top() + (ROW - 12) // 2, self.style.folds[shown.folded])
            painter.setFont(self.style.caption)
            painter.setPen(theme.color("soft"))
            painter.drawText(QRect(x + FOLD, room.top(), COUNT_WIDTH - FOLD, ROW), LEFT_MIDDLE, f"{shown.count:,}")
            x += COUNT_WIDTH
        if shown.line.crosses_punctuation:
            painter.setFont(self.style.caption)
            painter.setPen(theme.color("accent"))
            painter.drawText(QRect(x, room.top(), FOLD, ROW), LEFT_MIDDLE, "≈")
        return x + FOLD

    def _paint_source(self, painter: QPainter, room: QRect, source: str) -> int:
        """Paint where the line is from at the right; return where the line must end."""
        style, width = self.style, round(room.width() * SOURCE_SHARE)
        painter.setFont(style.caption)
        painter.setPen(style.theme.color("soft"))
        told = style.caption_metrics.elidedText(source, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(room, RIGHT_MIDDLE, told)
        return room.right() - width - 2 * GAP

    def _paint_line(self, painter: QPainter, room: QRect, shown: ShownLine) -> None:
        style, theme, line = self.style, self.style.theme, shown.line
        metrics, em = style.quote_metrics, style.em
        middle = room.left() + room.width() * MIDDLE
        text = line.text
        if len(text) * em > room.right() - middle:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.right() - middle - 2 * AROUND)
        width = metrics.horizontalAdvance(text)
        before = fitting(line.before[::-1], middle - room.left() - AROUND, em)[::-1].lstrip()
        after = fitting(line.after, room.right() - middle - width - AROUND, em)
        baseline = room.top() + (ROW + metrics.capHeight()) / 2 + 1
        painter.setFont(style.quote)
        painter.setPen(theme.color("soft"))
        painter.drawText(QPointF(middle - metrics.horizontalAdvance(before), baseline), before)
        painter.drawText(QPointF(middle + width, baseline), after)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint("yellow"))
        painter.drawRoundedRect(QRectF(middle - AROUND, room.top() + 4, width + 2 * AROUND, ROW - 8), 3, 3)
        painter.setPen(theme.color("ink"))
        painter.drawText(QPointF(middle, baseline), text)

    def _retheme(self) -> None:
        self.style = LineStyle(self._themes.current)


def fitting(text: str, room: float, em: float) -> str:
    """Return as much of the beginning of `text` as has room, taking its characters for as wide as they may be.

    Measuring whole contexts would take longer than painting what is seen of them.
    """
    used = 0.0
    for number, character in enumerate(text):
        used += em if character >= FIRST_WIDE else em * NARROW
        if used > room:
            return text[:number]
    return text


class LineView(PileView):
    """Enter opens a line, Space ticks it, Left and Right fold and unfold its group."""

    opened = Signal(int)
    """Carries the row that is to be opened."""
    left = Signal()

    def __init__(
        self, model: LinesModel, themes: Themes, source: Callable[[ShownLine], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, even=ROW)
        self._lines = model
        self.setItemDelegate(LineDelegate(themes, source, self))
        self.setSelectionMode(PileView.SelectionMode.SingleSelection)
        self.pile(model)
        themes.changed.connect(self.viewport().update)
        model.modelReset.connect(self._begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        elif key == Qt.Key.Key_Space:
            self._lines.toggle(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row >= 0:
            head = self._lines.head(row)
            if key == Qt.Key.Key_Left:
                self.setCurrentIndex(self._lines.index(head))
            self._lines.fold(head, folded=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick a line by its square, fold a group by its triangle."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        x = place.x() - self.visualRect(index).left() - INSET
        shown = index.data(LinesModel.LineRole)
        if event.button() == Qt.MouseButton.LeftButton and isinstance(shown, ShownLine):
            if x < TICK + GAP:
                self.setCurrentIndex(index)
                self._lines.toggle(index.row())
                return
            if shown.count > 1 and x < TICK + GAP + COUNT_WIDTH:
                self._lines.fold(index.row(), folded=not shown.folded)
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index.row())

    def _begin(self) -> None:
        """Make the first line the current one."""
        if self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(0))
