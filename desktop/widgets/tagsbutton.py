"""Tags as pills in a field, to be pressed where others are to be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.tagpill import PILL_HEIGHT, PillStyle
from library.models import Color

_WIDTH = 250
_GAP = 5


class TagsButton(QAbstractButton):
    """Shows tags, each by its full name and colour; pressing it lets others be chosen."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._tags: Sequence[tuple[str, Color]] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(_WIDTH)

    def show_tags(self, tags: Sequence[tuple[str, Color]]) -> None:
        """Show these tags."""
        self._tags = tags
        names = ", ".join(path for path, _ in tags)
        self.setText(names or tr("No tags"))
        self.setToolTip(names)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self._themes.current.length("row") + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "hairline"), 1))
        painter.setBrush(theme.color("field"))
        radius = theme.size("radius_field")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._tags:
            self._paint_pills(painter)
        else:
            painter.setFont(theme.interface_font())
            painter.setPen(theme.color("soft"))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(10, 0, -10, 0), left, self.text())
        painter.end()

    def _paint_pills(self, painter: QPainter) -> None:
        style = PillStyle(self._themes.current)
        x, top = float(_GAP), (self.height() - PILL_HEIGHT) / 2
        for path, color in self._tags:
            room = self.width() - _GAP - x
            if room < 2 * PILL_HEIGHT:
                return
            wide = min(style.width(path), room)
            style.paint(painter, QRectF(x, top, wide, PILL_HEIGHT), path, color)
            x += wide + _GAP
