"""The six colours as the user meets them: their names, and swatches."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu

from desktop.theme import Theme
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
