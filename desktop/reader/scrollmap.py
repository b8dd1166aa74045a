"""The scroll bar of the text, with a tick for every place that has a mark or a hit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.reader.style import ReaderStyle

WIDTH = 12
_INSET = 2
_TICK_INSET = 3
_TICK_HEIGHT = 3
_FLAG_WIDTH, _FLAG_HEIGHT = 7, 9
_REACH = 3
_LEAST_THUMB = 36
_REFRESH_MS = 200


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick: its colour and the code point it stands for."""

    color: QColor
    position: int


Ticks = Callable[[int], Sequence[Tick | None]]
"""Gives for a bar of so many pixels the tick of each row of pixels, or None."""


class ScrollMap(QScrollBar):
    """A slim scroll bar that shows where marks and hits are. Its ticks cost as many steps as it has pixels."""

    tick_clicked = Signal(int)
    hovered = Signal(int)
    """The mouse is at this y, without a button held."""
    left = Signal()
    """The mouse has gone, or begun to scroll."""

    def __init__(self, style: ReaderStyle, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._style = style
        self._ticks: Ticks | None = None
        self._ribbons: Ticks | None = None
        self._rows: Sequence[Tick | None] = ()
        self._ribbon_rows: Sequence[Tick | None] = ()
        self._picture: QPixmap | None = None
        self._grip: int | None = None
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self.refresh)
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def set_style(self, style: ReaderStyle) -> None:
        """Take the colours of `style`."""
        self._style = style
        self.update()
        self.refresh_later()

    def set_ticks(self, ticks: Ticks | None, ribbons: Ticks | None = None) -> None:
        """Ask `ticks` for marks and hits, and `ribbons` for bookmarks, to be shown from now on."""
        self._ticks, self._ribbons = ticks, ribbons
        self.refresh()

    def refresh(self) -> None:
        """Ask for the ticks again."""
        self._refresh.stop()
        self._rows = self._ticks(self.height()) if self._ticks is not None else ()
        self._ribbon_rows = self._ribbons(self.height()) if self._ribbons is not None else ()
        self._picture = None
        self.update()

    def refresh_later(self) -> None:
        """Ask for the ticks again soon, once for many calls: heights were corrected a little."""
        if not self._refresh.isActive():
            self._refresh.start()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def thumb(self) -> QRect:
        """Return where the thumb stands; empty when everything is in the window."""
        travel = self.maximum() - self.minimum()
        if travel <= 0:
            return QRect()
        length = max(self.height() * self.pageStep() // (travel + self.pageStep()), _LEAST_THUMB)
        top = (self.height() - length) * (self.value() - self.minimum()) // travel
        return QRect(_INSET, top, self.width() - 2 * _INSET, length)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._style.page)
        painter.fillRect(QRect(0, 0, 1, self.height()), self._style.hairline)
        thumb = self.thumb()
        if not thumb.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._style.hover)
            radius = thumb.width() / 2
            painter.drawRoundedRect(QRectF(thumb), radius, radius)
        painter.drawPixmap(0, 0, self._tick_picture())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh_later()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.left.emit()
        y = event.position().toPoint().y()
        tick = self.tick_near(y)
        thumb = self.thumb()
        if tick is not None:
            self.tick_clicked.emit(tick.position)
        elif thumb.contains(QPoint(thumb.center().x(), y)):
            self._grip = y - thumb.top()
        else:
            self._grip = thumb.height() // 2
            self._drag_to(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y()
        if self._grip is not None:
            self._drag_to(y)
        else:
            on_tick = self.tick_near(y) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if on_tick else Qt.CursorShape.ArrowCursor)
            self.hovered.emit(y)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def _drag_to(self, y: int) -> None:
        room = self.height() - self.thumb().height()
        if room > 0 and self._grip is not None:
            self.setValue(round((y - self._grip) / room * (self.maximum() - self.minimum())))

    def tick_near(self, y: int) -> Tick | None:
        """Return the tick nearest to `y` within reach; of two as near, the bookmark."""
        near = sorted(range(max(y - _REACH, 0), min(y + _REACH + 1, self.height())), key=lambda row: abs(row - y))
        found = (rows[row] for row in near for rows in (self._ribbon_rows, self._rows) if row < len(rows))
        return next((tick for tick in found if tick is not None), None)

    def _tick_picture(self) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(round(self.width() * ratio), round(max(self.height(), 1) * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            for row, tick in enumerate(self._rows):
                if tick is not None:
                    top = row - _TICK_HEIGHT // 2
                    painter.fillRect(_TICK_INSET, top, self.width() - 2 * _TICK_INSET, _TICK_HEIGHT, tick.color)
            self._paint_ribbons(painter)
            painter.end()
        return self._picture

    def _paint_ribbons(self, painter: QPainter) -> None:
        """Paint each bookmark as a small flag at the outer edge, so that the colour of a mark beside it is seen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for row, tick in enumerate(self._ribbon_rows):
            if tick is not None:
                painter.setBrush(tick.color)
                tip = QPointF(self.width() - _FLAG_WIDTH, row + 0.5)
                edge = [QPointF(self.width(), row + 0.5 + side * _FLAG_HEIGHT / 2) for side in (-1, 1)]
                painter.drawPolygon(QPolygonF([tip, *edge]))
