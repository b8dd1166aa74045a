"""The list of cards: twenty thousand of them scroll like twenty, for only those in sight are ever measured."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from desktop.itemmodels.cards import CardModel
from desktop.sidebar.carddelegate import CardDelegate
from desktop.sidebar.stack import Stack
from desktop.theme import Themes

Index = QModelIndex | QPersistentModelIndex
ScrollHint = QAbstractItemView.ScrollHint
CursorAction = QAbstractItemView.CursorAction

STEP = 40
"""Pixels that a notch of the scroll bar's arrows moves."""
TRIES = 4
"""How often scrolling to a card is corrected while cards around it get their real heights."""
ABOVE = 4
"""Room above the first card for its ring."""
BAR = 10
"""Width of the scroll bar, kept free also while there is none, so that cards never change their width for it."""


class CardView(QListView):
    """A QListView, to Qt and to screen readers, that keeps its own geometry.

    QListView measures every item whenever one is added. Here the heights of cards out of sight are estimates, and
    a card that comes into sight is measured while what is already in sight stays where it is.
    """

    def __init__(self, model: CardModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = model
        self._stack = Stack()
        self._settling = False
        self._estimated_for = 0
        self.cards_delegate = CardDelegate(themes, self)
        self.setItemDelegate(self.cards_delegate)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet(f"QScrollBar:vertical {{ width: {BAR}px; }}")
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model.rowsRemoved.connect(lambda _parent, first, last: self._take_out(first, last))
        model.rowsMoved.connect(lambda *_: self._estimate_all())
        model.modelReset.connect(self._estimate_all)
        themes.changed.connect(self.remeasure)
        self._estimate_all()

    # Where things are

    def remeasure(self) -> None:
        """Measure everything again: faces or the language changed."""
        self.cards_delegate.layouts.forget()
        self._estimate_all()

    def note_rect(self, row: int) -> QRect:
        """Return where the note of a row's card is, or would be, in the viewport."""
        excerpt = self._cards.excerpt(row)
        if excerpt is None:
            return QRect()
        card = self.cards_delegate.layout(excerpt, self._row_width())
        return card.note_rect.translated(self._row_rect(row).topLeft())

    def measure(self, row: int) -> None:
        """Give a row the height that its card now has."""
        if self._stack.put(row, self._wanted_height(row)):
            self.updateGeometries()
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        return self._row_rect(index.row()) if index.isValid() and index.row() < len(self._stack) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._stack.row_at(point.y() + self.verticalOffset() - ABOVE)
        return QModelIndex() if row is None else self._cards.index(row)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def rows_in_sight(self) -> range:
        """Return the rows of which any part is in the viewport."""
        top = self.verticalOffset() - ABOVE
        if not len(self._stack):
            return range(0)
        first = self._stack.row_at(max(0, top))
        last = self._stack.row_at(min(top + self.viewport().height(), self._stack.total - 1))
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
        bar.setRange(0, max(0, self._stack.total + 2 * ABOVE - self.viewport().height()))
        self._settle()
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._row_width() != self._estimated_for:
            self._estimate_all()
        else:
            self.updateGeometries()

    def _value_for(self, row: int, hint: ScrollHint) -> int:
        top, room = self._stack.top(row), self.viewport().height() - 2 * ABOVE
        height, value = self._stack.height(row), self.verticalOffset()
        if hint == ScrollHint.PositionAtTop or height > room:
            return top
        if hint == ScrollHint.PositionAtCenter:
            return top - (room - height) // 2
        if hint == ScrollHint.PositionAtBottom:
            return top + height - room
        return min(max(value, top + height - room), top)

    def _settle(self) -> None:
        """Measure the cards in sight; one cut by the upper edge grows upwards, so that the others stay."""
        if self._settling:
            return
        self._settling = True
        bar = self.verticalScrollBar()
        for _ in range(TRIES):
            grown = above = 0
            for row in self.rows_in_sight():
                cut = self._stack.top(row) < self.verticalOffset() - ABOVE
                growth = self._stack.put(row, self._wanted_height(row))
                grown += abs(growth)
                above += growth if cut else 0
            if not grown:
                break
            bar.setRange(0, max(0, self._stack.total + 2 * ABOVE - self.viewport().height()))
            bar.setValue(bar.value() + above)
        self._settling = False
        self.settled()

    def settled(self) -> None:
        """Put what stands on the cards in its place again."""

    # Following the model

    def doItemsLayout(self) -> None:
        if len(self._stack) != self._cards.rowCount():
            self._estimate_all()
        QAbstractItemView.doItemsLayout(self)

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        if len(self._stack) + end - start + 1 == self._cards.rowCount():
            self._stack.insert(start, self._estimates(start, end + 1))
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

    def _estimate_all(self) -> None:
        anchor = self.indexAt(QPoint(0, ABOVE))
        self._estimated_for = self._row_width()
        self._stack.reset(self._estimates(0, self._cards.rowCount()))
        self.updateGeometries()
        if anchor.isValid():
            self.scrollTo(anchor, ScrollHint.PositionAtTop)
        self.viewport().update()

    def _estimates(self, start: int, end: int) -> list[int]:
        return self.cards_delegate.layouts.estimates(self._cards.measures(start, end), self._row_width())

    def _wanted_height(self, row: int) -> int:
        return self.cards_delegate.sizeHint(self._option(row), self._cards.index(row)).height()

    # Painting and choosing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        chosen = self.selectionModel()
        for row in self.rows_in_sight():
            option = self._option(row)
            index = self._cards.index(row)
            if not option.rect.adjusted(0, -ABOVE, 0, 0).intersects(event.rect()):
                continue
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            self.cards_delegate.paint(painter, option, index)
        painter.end()

    def moveCursor(self, action: CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self._cards.rowCount() - 1
        sight = self.rows_in_sight()
        page = max(1, len(sight) - 1)
        # where no card is the current one yet, a step is onto the first in sight
        row = self.currentIndex().row()
        up, down = (row - 1, row + 1) if row >= 0 else (sight.start, sight.start)
        wanted = {
            CursorAction.MoveUp: up, CursorAction.MovePrevious: up, CursorAction.MoveDown: down,
            CursorAction.MoveNext: down, CursorAction.MoveHome: 0, CursorAction.MoveEnd: last,
            CursorAction.MovePageUp: row - page, CursorAction.MovePageDown: row + page,
        }.get(action, row)  # fmt: skip
        return self._cards.index(min(max(wanted, 0), last)) if last >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        area = rect.normalized().translated(0, self.verticalOffset() - ABOVE)
        first = self._stack.row_at(max(0, area.top()))
        chosen = QItemSelection()
        if first is not None and area.bottom() >= 0:
            last = self._stack.row_at(min(area.bottom(), self._stack.total - 1))
            chosen.select(self._cards.index(first), self._cards.index(first if last is None else last))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(0, -ABOVE, 0, 0)
        return region

    def _row_width(self) -> int:
        return self.width() - BAR

    def _row_rect(self, row: int) -> QRect:
        top = self._stack.top(row) - self.verticalOffset() + ABOVE
        return QRect(0, top, self._row_width(), self._stack.height(row))

    def _option(self, row: int) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        option.rect = self._row_rect(row)
        return option
