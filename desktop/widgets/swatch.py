"""The six colours as the user meets them: their names, and swatches to press or to see in a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from desktop.theme import Theme, Themes
from desktop.translation import tr
from library.models import COLORS, Color

DIAMETER = 22
RIM = 1.5


def color_name(color: Color) -> str:
    """Return the name of a colour in the user's language."""
    match color:
        case "red":
            return tr("Red")
        case "yellow":
            return tr("Yellow")
        case "green":
            return tr("Green")
        case "blue":
            return tr("Blue")
        case "purple":
            return tr("Purple")
        case "brown":
            return tr("Brown")


def paint_swatch(painter: QPainter, rect: QRectF, theme: Theme, color: Color, *, lit: bool = False) -> None:
    """Paint a disc of the colour's tint with a rim of its line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.line(color), RIM + 1 if lit else RIM))
    painter.setBrush(theme.tint(color))
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1))


def swatch_icon(theme: Theme, color: Color) -> QIcon:
    """Return a swatch for a menu."""
    side = theme.length("icon")
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRectF(pixmap.rect()), theme, color)
    painter.end()
    return QIcon(pixmap)


def add_colors(menu: QMenu, theme: Theme, choose: Callable[[Color], object]) -> None:
    """Add an entry a colour to a menu."""
    for color in COLORS:
        action = menu.addAction(swatch_icon(theme, color), color_name(color))
        action.triggered.connect(lambda _checked=False, chosen=color: choose(chosen))


class Swatch(QAbstractButton):
    """A pen to press, with its digit."""

    def __init__(self, themes: Themes, number: int, press: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._color = COLORS[number - 1]
        self.setText(str(number))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: press())
        themes.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def retranslate(self) -> None:
        """Name the pen in the user's language."""
        name = tr("{color}, pen {number}", color=color_name(self._color), number=self.text())
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(DIAMETER, DIAMETER)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        paint_swatch(painter, QRectF(self.rect()), theme, self._color, lit=self.underMouse())
        painter.setFont(self.font())
        painter.setPen(theme.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _dress(self) -> None:
        theme = self._themes.current
        self.setFont(theme.interface_font(theme.size("caption")))
        self.update()
