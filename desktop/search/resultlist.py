"""The list of what was found, gone through by keys: opened, folded, ticked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.findings import FindingsModel
from desktop.search.rows import INDENT, ROW, RowDelegate
from desktop.theme import Themes
from desktop.widgets.pile import PileView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultList(PileView):
    """Enter opens a row, Left and Right fold and unfold a group, Space ticks a hit, Esc goes back to the field."""

    opened = Signal(int)
    """Carries the row that is to be opened."""
    gone_to = Signal(int)
    """Another row is the current one: it may be looked at beside the list."""
    menu_wanted = Signal(int, QPoint)
    left = Signal()

    def __init__(self, model: FindingsModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent, even=ROW)
        self._findings = model
        self.setItemDelegate(RowDelegate(themes, self))
        self.setSelectionMode(PileView.SelectionMode.SingleSelection)
        self.pile(model)
        self.selectionModel().currentChanged.connect(lambda now, _: self.gone_to.emit(now.row()))
        themes.changed.connect(self.viewport().update)
        self._held: tuple[str, int] | None = None
        model.modelAboutToBeReset.connect(self._hold)
        model.modelReset.connect(self._return)

    @property
    def row(self) -> int:
        """The current row, or -1."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        self.setCurrentIndex(self._findings.index(row))

    def enter(self) -> None:
        """Take the keyboard, on the current row or else on the first that is no head."""
        if not self._findings.rowCount():
            return
        if self.row < 0:
            first = 1 if self._findings.groups[0].rows and not self._findings.is_folded(0) else 0
            self.go_to(first)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.row
        if key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and row <= 0):
            self.left.emit()
        elif row >= 0 and key in ENTER:
            self.opened.emit(row)
        elif row >= 0 and key == Qt.Key.Key_Space:
            self._findings.toggle(row)
        elif row >= 0 and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._turn(row, unfold=key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold a group by its triangle."""
        index = self.indexAt(event.position().toPoint())
        number, inside = self._findings.place(index.row()) if index.isValid() else (0, 0)
        if inside < 0 and event.position().x() < INDENT and event.button() == Qt.MouseButton.LeftButton:
            self._findings.fold(number, not self._findings.is_folded(number))
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        clicked = event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex()
        if clicked and self._findings.place(index.row())[1] >= 0:
            self.opened.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(index.row(), self.viewport().mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row < 0 and self._findings.rowCount():
            self.enter()

    def _hold(self) -> None:
        """Remember the current row before all rows are others."""
        if self.row >= 0:
            number, inside = self._findings.place(self.row)
            self._held = self._findings.groups[number].id, inside

    def _return(self) -> None:
        """Make the row the current one again that was, if it is still there."""
        held, self._held = self._held, None
        number = self._findings.find_group(held[0]) if held is not None else None
        if held is not None and number is not None and held[1] < self._findings.groups[number].rows:
            self.go_to(self._findings.row(number, held[1]))
        else:
            self.scrollToTop()

    def _turn(self, row: int, *, unfold: bool) -> None:
        """Unfold a group, or go from its head to its first row; fold it, or go from a row to its head."""
        number, inside = self._findings.place(row)
        if inside >= 0:
            if not unfold:
                self.go_to(self._findings.row(number, -1))
        elif unfold and not self._findings.is_folded(number):
            self.go_to(min(row + 1, self._findings.rowCount() - 1))
        else:
            self._findings.fold(number, not unfold)
