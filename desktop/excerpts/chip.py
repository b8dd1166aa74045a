"""The chip of one condition: what it asks for, and a cross that takes it out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme import Theme
from desktop.widgets.icons import pixmap

HEIGHT, PADDING, DOT, GAP, CROSS = 26, 11, 8, 6, 10
WIDEST = 320
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ConditionChip(QAbstractButton):
    """`before`, `name` and `behind` are its words: what is soft, what is asked for, and what is soft again.

    With a `dot` it is of a tag or a colour. One that is `gone` asks for what is there no more.
    """

    removed = Signal()
    menu_wanted = Signal()
    stepped = Signal(int)
    """The focus is to go to the chip before, with -1, or behind."""

    def __init__(
        self,
        theme: Theme,
        words: tuple[str, str, str],
        parent: QWidget,
        *,
        dot: QColor | None = None,
        gone: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._dot = dot
        self._gone = gone
        self.setFont(theme.title_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("".join(words))
        self.setToolTip("".join(words))
        self.clicked.connect(self.menu_wanted)

    def sizeHint(self) -> QSize:
        words = sum(self.fontMetrics().horizontalAdvance(part) for part in self._words)
        return QSize(min(WIDEST, self._left() + words + GAP + CROSS + PADDING), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(WIDEST, self.sizeHint().width()), HEIGHT)

    def cross_rect(self) -> QRect:
        """Return where a click takes the condition out."""
        return QRect(self.width() - CROSS - PADDING - GAP // 2, 0, CROSS + PADDING + GAP // 2, self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.cross_rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.menu_wanted.emit()
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or self._gone
        border = QPen(theme.color("accent" if lit else "hairline"), 1)
        if self._gone:
            border.setDashPattern([3, 3])
        painter.setPen(border)
        painter.setBrush(theme.color("hover" if self.underMouse() else "field"))
        radius = min(theme.size("radius_chip"), self.height() / 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._dot is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._dot)
            painter.drawEllipse(QPointF(PADDING + DOT / 2, self.height() / 2), DOT / 2, DOT / 2)
        self._paint_words(painter)
        cross = pixmap("x", theme, "soft", size=CROSS)
        painter.drawPixmap(self.width() - PADDING - CROSS, (self.height() - CROSS) // 2, cross)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        metrics = QFontMetrics(self.font())
        before, name, behind = self._words
        area = self.rect().adjusted(self._left(), 0, -PADDING - CROSS - GAP, 0)
        taken = metrics.horizontalAdvance(before) + metrics.horizontalAdvance(behind)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, area.width() - taken + 1)
        value = "accent" if self._gone else "ink"
        for text, color in ((before, "soft"), (shown, value), (behind, "soft")):
            painter.setPen(self._theme.color(color))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            area.setLeft(area.left() + metrics.horizontalAdvance(text))

    def _left(self) -> int:
        return PADDING + (DOT + GAP if self._dot is not None else 0)
