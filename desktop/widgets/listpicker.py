"""A field over a list, floating beside what it is about: what is typed narrows the list, Enter takes a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.widgets.floating import FloatingPanel
from desktop.widgets.pickfield import PickField

ROWS, ROW_HEIGHT, PADDING = 7, 28, 8
CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListPicker(FloatingPanel):
    """Says which row is wanted; every picker knows its own rows."""

    closed = Signal()

    def __init__(self, themes: Themes, width: int, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.field = self.make_field()
        self.field.textChanged.connect(lambda: self.offer())
        self.field.left.connect(self.close_picker)
        self._rows = QStandardItemModel(self)
        self.list = QListView(self)
        self.list.setModel(self._rows)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.clicked.connect(self.take_row)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self.column.setSpacing(6)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list)
        self.setFixedWidth(width)

    @property
    def choices(self) -> list[Any]:
        """What the rows that are offered now stand for."""
        return [self._rows.item(row).data(CHOICE_ROLE) for row in range(self._rows.rowCount())]

    def make_field(self) -> PickField:
        """Return the field, made once."""
        return PickField(self.take_key, self)

    def offer(self) -> None:
        """Show the rows for what is typed."""
        raise NotImplementedError

    def take_row(self, index: QModelIndex) -> None:
        """Act on the row that was clicked, or on which Enter was pressed; it is invalid where there is none."""
        raise NotImplementedError

    def open_at(self, anchor: QRect) -> None:
        """Open below `anchor`, in global coordinates, or above it, and take the focus."""
        self.field.clear()
        self.offer()
        self.stand_by(anchor)
        self.appear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_picker(self) -> None:
        """Go, saying so once."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key that is the list's rather than the field's, and say so."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_picker()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in ENTER:
            self.take_row(self.list.currentIndex())
        else:
            return False
        return True

    def show_rows(self, items: Sequence[QStandardItem], current: int) -> None:
        """Show rows, the one at `current` as that which Enter takes, or with -1 none."""
        self._rows.clear()
        for item in items:
            self._rows.appendRow(item)
        self.list.setFixedHeight(ROW_HEIGHT * min(ROWS, len(items)))
        self.list.setVisible(bool(items))
        self.list.setCurrentIndex(self._rows.index(current, 0))
        self.adjustSize()

    def _step(self, by: int) -> None:
        count, row = self._rows.rowCount(), self.list.currentIndex().row()
        if row < 0:
            row = -1 if by > 0 else 0  # a step from no row is onto the first one, or onto the last
        if count:
            self.list.setCurrentIndex(self._rows.index((row + by) % count, 0))
