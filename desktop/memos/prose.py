"""A stretch of prose in a memo, written in place, and the room between two excerpts in which one can begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.theme import Themes
from desktop.widgets.markdowneditor import MarkdownEditor

GAP = 16
"""How high the room between two excerpts is, in pixels."""
Move = QTextCursor.MoveOperation


class ProseEditor(MarkdownEditor):
    """The Markdown editor as part of a page: as high as its text, its ends lead to the neighbours."""

    stepped = Signal(int)
    """The caret would go on above (-1) or below (1)."""
    move_wanted = Signal(int)
    """This part of the memo is to go one place down, or with -1 up."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)

    def fit(self, width: int) -> int:
        """Take a width, and return the height that shows all lines."""
        if width != self.width():
            self.resize(width, self.height())
        return self.wanted_height()

    def enter(self, direction: int) -> None:
        """Take the focus, the caret at the beginning, or with -1 at the end."""
        self.moveCursor(Move.End if direction < 0 else Move.Start)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and held == Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(step)
        elif step and not held and not self.composing and self._is_at_edge(step):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def _is_at_edge(self, step: int) -> bool:
        cursor = self.textCursor()
        return not cursor.movePosition(Move.Up if step < 0 else Move.Down)


class Gap(QWidget):
    """Nothing but room; entered, it becomes a stretch of prose."""

    entered = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._lit = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def fit(self, width: int) -> int:
        """Return the height, which is the same for any width."""
        return GAP

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._light(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._lit:
            painter = QPainter(self)
            painter.setPen(QPen(self._themes.current.color("hairline"), 1))
            y = self.height() / 2
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
            painter.end()

    def _light(self, lit: bool) -> None:
        self._lit = lit
        self.update()
