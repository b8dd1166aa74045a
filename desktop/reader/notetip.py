"""The tip that shows a note for which there is no room in the margin, while the mouse is on its mark."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.reader.notetype import NoteType
from desktop.reader.style import ReaderStyle
from desktop.theme import Themes
from desktop.widgets.floating import FloatingPanel

_WIDEST = 18  # characters to a line
_MOST_LINES = 16
_PADDING_X, _PADDING_Y = 14, 10
_AWAY = 8


class NoteTip(FloatingPanel):
    """Shows a note as plain text, beside a place and inside its parent; the mouse goes through it."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._type: NoteType | None = None
        self._style: ReaderStyle | None = None

    def show_note(self, text: str, area: QRect, style: ReaderStyle) -> None:
        """Show `text` left of `area`, which is in the parent's coordinates; nothing where `text` is empty."""
        if not text:
            self.hide()
            return
        width = ceil(_WIDEST * style.note_em)
        self._type, self._style = NoteType(text, style, width, _MOST_LINES), style
        self.setAccessibleName(text)
        size = QSize(min(self._type.width, width) + 2 * _PADDING_X, self._type.height + 2 * _PADDING_Y)
        room = self.parentWidget().rect()
        x = area.left() - _AWAY - size.width()
        y = area.center().y() - _PADDING_Y - style.note_pitch // 2
        lowest = max(room.height() - size.height(), 0)
        self.setGeometry(QRect(QPoint(max(x, 0), min(max(y, 0), lowest)), size))
        self.appear()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._type is not None and self._style is not None:
            painter = QPainter(self)
            painter.setPen(self._style.note)
            self._type.paint(painter, _PADDING_X, _PADDING_Y)
