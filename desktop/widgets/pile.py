"""A list of rows of different heights: of twenty thousand only those in sight are ever measured."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from desktop.widgets.stack import EvenStack, Stack

Index = QModelIndex | QPersistentModelIndex
ScrollHint = QAbstractItemView.ScrollHint
CursorAction = QAbstractItemView.CursorAction

STEPPING = (Qt.Key.Key_Up, Qt.Key.Key_Down)
STEP = 40
"""Pixels that a notch of the scroll bar's arrows moves."""
TRIES = 4
"""How often scrolling to a row is corrected while rows around it get their real heights."""
ABOVE = 4
"""Room above the first row, for the ring of a card."""
BAR = 10
"""Width of the scroll bar, kept free also while there is none, so that rows never change their width for it."""


class PileView(QListView):
    """A QListView, to Qt and to screen readers, that keeps its own geometry.

    QListView measures every item whenever one is added. Here the heights of rows out of sight are estimates, and
    a row that comes into sight is measured while what is already in sight stays where it is. `lead` pixels above the
    first row are kept free for what scrolls along with them.
    """

    def __init__(self, parent: QWidget | None = None, *, even: int | None = None) -> None:
        """Rows that are all `even` pixels high are not measured, and a hundred thousand are laid out at once."""
        super().__init__(parent)
        self._rows: QAbstractItemModel | None = None
        self._even = even
        self._stack = Stack() if even is None else EvenStack(even)
        self._settling = False
        self._estimated_for = 0
        self._lead = 0
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet(f"QScrollBar:vertical {{ width: {BAR}px; }}")
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def pile(self, model: QAbstractItemModel) -> None:
        """Show the rows of a model, which the item delegate measures and paints."""
        self._rows = model
        self.setModel(model)
        model.rowsRemoved.connect(lambda _parent, first, last: self._take_out(first, last))
        model.rowsMoved.connect(lambda *_: self.estimate_all())
        model.modelReset.connect(self.estimate_all)
        self.estimate_all()

    def estimates(self, start: int, end: int, width: int) -> list[int]:
        """Return about how high the rows `start` to `end` will be; every view of uneven rows knows its own."""
        if self._even is None:
            raise NotImplementedError
        return [self._even] * (end - start)

    # Where things are

    def set_lead(self, height: int) -> None:
        """Keep `height` pixels free above the first row; what is in sight below them stays where it is."""
        growth, below = height - self._lead, self.verticalOffset() >= self._lead
        self._lead = height
        self.updateGeometries()
        if growth and below and self._lead:
            self.verticalScrollBar().setValue(self.verticalOffset() + growth)
        self.viewport().update()

    def measure(self, row: int) -> None:
        """Give a row the height that it now wants."""
        if self._stack.put(row, self._wanted_height(row)):
            self.updateGeometries()
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        return self.row_rect(index.row()) if index.isValid() and index.row() < len(self._stack) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._stack.row_at(point.y() + self.verticalOffset() - ABOVE - self._lead)
        return QModelIndex() if row is None else self._index(row)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def rows_in_sight(self) -> range:
        """Return the rows of which any part is in the viewport."""
        top = self.verticalOffset() - ABOVE - self._lead
        if not len(self._stack):
            return range(0)
        first = self._stack.row_at(max(0, top))
        last = self._stack.row_at(min(max(0, top + self.viewport().height()), self._stack.total - 1))
        return range(first if first is not None else len(self._stack) - 1, (last or 0) + 1)

    # Scrolling

    def scrollTo(self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        if not index.isValid() or index.row() >= len(self._stack):
            return
        for _ in range(TRIES):
            self._stack.put(index.row(), self._wanted_height(index.row()))
            self.updateGeometries()
            before = self.verticalOffset()
            self.verticalScrollBar().setValue(self._value_for(index.row(), hint))
            self._settle()
            if self.verticalOffset() == before:
                break
            hint = ScrollHint.EnsureVisible

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._settling:
            self._settle()
        self.viewport().update()

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        bar.setSingleStep(STEP)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, self._lowest())
        self._settle()
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.row_width() != self._estimated_for:
            self.estimate_all()
        else:
            self.updateGeometries()

    def _value_for(self, row: int, hint: ScrollHint) -> int:
        top, room = self._stack.top(row) + self._lead, self.viewport().height() - 2 * ABOVE
        height, value = self._stack.height(row), self.verticalOffset()
        if hint == ScrollHint.PositionAtTop or height > room:
            return top
        if hint == ScrollHint.PositionAtCenter:
            return top - (room - height) // 2
        if hint == ScrollHint.PositionAtBottom:
            return top + height - room
        return min(max(value, top + height - room), top)

    def _settle(self) -> None:
        """Measure the rows in sight; one cut by the upper edge grows upwards, so that the others stay."""
        if self._settling or self._rows is None:
            return
        self._settling = True
        bar = self.verticalScrollBar()
        for _ in range(TRIES):
            grown = above = 0
            for row in self.rows_in_sight():
                cut = self._stack.top(row) < self.verticalOffset() - ABOVE - self._lead
                growth = self._stack.put(row, self._wanted_height(row))
                grown += abs(growth)
                above += growth if cut else 0
            if not grown:
                break
            bar.setRange(0, self._lowest())
            bar.setValue(bar.value() + above)
        self._settling = False
        self.settled()

    def settled(self) -> None:
        """Put what stands on the rows in its place again."""

    # Following the model

    def doItemsLayout(self) -> None:
        if len(self._stack) != self._row_count:
            self.estimate_all()
        QAbstractItemView.doItemsLayout(self)

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        if len(self._stack) + end - start + 1 == self._row_count:
            self._stack.insert(start, self.estimates(start, end + 1, self.row_width()))
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self.updateGeometries()
        self.viewport().update()

    def dataChanged(self, topLeft: QModelIndex, bottomRight: QModelIndex, roles: list[int] | None = None) -> None:
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles or [])
        self.updateGeometries()
        self.viewport().update()

    def _take_out(self, first: int, last: int) -> None:
        self._stack.remove(first, last)
        self.updateGeometries()
        self.viewport().update()

    def estimate_all(self) -> None:
        """Estimate all heights anew: the rows, their width or their faces are others."""
        anchor = self.indexAt(QPoint(0, ABOVE))
        self._estimated_for = self.row_width()
        self._stack.reset(self.estimates(0, self._row_count, self.row_width()))
        self.updateGeometries()
        if anchor.isValid():
            self.scrollTo(anchor, ScrollHint.PositionAtTop)
        self.viewport().update()

    def _lowest(self) -> int:
        """Return the value of the scroll bar that shows the last row whole."""
        return max(0, self._stack.total + 2 * ABOVE + self._lead - self.viewport().height())

    @property
    def _row_count(self) -> int:
        return self._rows.rowCount() if self._rows is not None else 0

    def _index(self, row: int) -> QModelIndex:
        return self._rows.index(row, 0) if self._rows is not None else QModelIndex()

    def _wanted_height(self, row: int) -> int:
        return self.itemDelegate().sizeHint(self._option(row), self._index(row)).height()

    # Painting and choosing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        chosen = self.selectionModel()
        for row in self.rows_in_sight():
            option = self._option(row)
            index = self._index(row)
            if not option.rect.adjusted(0, -ABOVE, 0, 0).intersects(event.rect()):
                continue
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == self.currentIndex() and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row with a step where none is chosen: Qt would step on, and from the only row nowhere."""
        current = self.currentIndex()
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        unchosen = current.flags() & Qt.ItemFlag.ItemIsSelectable and not self.selectionModel().hasSelection()
        if alone and event.key() in STEPPING and unchosen:
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(current)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self._row_count - 1
        sight = self.rows_in_sight()
        page = max(1, len(sight) - 1)
        # where no row is the current one yet, a step is onto the first in sight
        row = self.currentIndex().row()
        up, down = (row - 1, row + 1) if row >= 0 else (sight.start, sight.start)
        wanted = {
            CursorAction.MoveUp: up, CursorAction.MovePrevious: up, CursorAction.MoveDown: down,
            CursorAction.MoveNext: down, CursorAction.MoveHome: 0, CursorAction.MoveEnd: last,
            CursorAction.MovePageUp: row - page, CursorAction.MovePageDown: row + page,
        }.get(action, row)  # fmt: skip
        return self._index(min(max(wanted, 0), last)) if last >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        area = rect.normalized().translated(0, self.verticalOffset() - ABOVE - self._lead)
        first = self._stack.row_at(max(0, area.top()))
        chosen = QItemSelection()
        if first is not None and area.bottom() >= 0:
            last = self._stack.row_at(min(area.bottom(), self._stack.total - 1))
            chosen.select(self._index(first), self._index(first if last is None else last))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(0, -ABOVE, 0, 0)
        return region

    def row_width(self) -> int:
        """Return how wide a row is, in pixels."""
        return self.width() - BAR

    def row_rect(self, row: int) -> QRect:
        """Return where a row is in the viewport."""
        top = self._stack.top(row) - self.verticalOffset() + ABOVE + self._lead
        return QRect(0, top, self.row_width(), self._stack.height(row))

    def _option(self, row: int) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        option.rect = self.row_rect(row)
        return option
