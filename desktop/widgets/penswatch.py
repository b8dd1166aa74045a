"""Pens as the user meets them: swatches to press, and entries in a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from desktop.theme import Theme, Themes
from desktop.translation import tr
from desktop.widgets.swatch import DIAMETER, RIM, paint_swatch

if TYPE_CHECKING:
    from desktop.pens import HeldPen, Pens

BAR = 3.0
"""How thick the line is by which a pen that underlines is known, in pixels."""
LONGEST_KEY = 2
"""Characters of a key for which there is room on a pen."""
DOT = 2.75
"""The radius of the dot by which a pen that puts on tags is known."""


def paint_pen(painter: QPainter, rect: QRectF, theme: Theme, pen: HeldPen | None, *, lit: bool = False) -> None:
    """Paint a pen: a disc of its tint, or one with a line below; with a dot where it puts on tags; empty, a rim."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if pen is not None and pen.style == "highlight":
        paint_swatch(painter, rect, theme, pen.shown, lit=lit)
    else:
        painter.setPen(QPen(theme.color("hairline"), RIM + 1 if lit else RIM))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    if pen is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line(pen.shown))
    if pen.style == "underline":
        painter.drawRoundedRect(
            QRectF(rect.left() + 3, rect.bottom() - BAR - 1, rect.width() - 6, BAR), BAR / 2, BAR / 2
        )
    if pen.tags:
        painter.setPen(QPen(theme.color("field"), 1))
        painter.drawEllipse(QPointF(rect.right() - DOT - 0.5, rect.top() + DOT + 0.5), DOT + 0.5, DOT + 0.5)


def pen_icon(theme: Theme, pen: HeldPen | None) -> QIcon:
    """Return a pen for a menu."""
    side = theme.length("icon")
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_pen(painter, QRectF(pixmap.rect()), theme, pen)
    painter.end()
    return QIcon(pixmap)


def add_pens(menu: QMenu, theme: Theme, pens: Pens, tag_id: str) -> None:
    """Add an entry a pen to a menu, which puts a tag on it, or where it is ticked takes it off."""
    from desktop.pens import NUMBERS

    for number in NUMBERS:
        pen = pens.find(number)
        name = f"{number}   {pens.name(number)}".replace("&", "&&")
        action = menu.addAction(pen_icon(theme, pen), name)
        if pen is not None and tag_id in pen.tag_ids:
            action.setCheckable(True)
            action.setChecked(True)
            action.triggered.connect(lambda _=False, n=number: pens.remove_tag(n, tag_id))
        else:
            action.triggered.connect(lambda _=False, n=number: pens.put_tag(n, tag_id))


class PenSwatch(QAbstractButton):
    """A pen to press, with its key where there is room for that: the digit, unless the user has chosen another."""

    def __init__(self, themes: Themes, pen: HeldPen, key: str, press: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._pen = pen
        self._key = key
        self.setText(key if len(key) <= LONGEST_KEY else "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: press())
        themes.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def retranslate(self) -> None:
        """Name the pen in the user's language."""
        name = tr("{color}, pen {number}", color=self._pen.name, number=self._pen.number)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._key})" if self._key else name)

    def sizeHint(self) -> QSize:
        return QSize(DIAMETER, DIAMETER)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        paint_pen(painter, QRectF(self.rect()), theme, self._pen, lit=self.underMouse())
        painter.setFont(self.font())
        painter.setPen(theme.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _dress(self) -> None:
        theme = self._themes.current
        self.setFont(theme.interface_font(theme.size("caption")))
        self.update()
