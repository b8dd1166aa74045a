"""The view of the document table: rows that open, drag, rename and remove, and a header to choose columns by."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from desktop.itemmodels.documents import (
    COLUMNS,
    DATE,
    EDITABLE,
    ISSUER,
    MARKS,
    NUMBER,
    PROGRESS,
    TITLE,
    DocumentsModel,
    column_title,
)
from desktop.itemmodels.shelf import Index
from desktop.shelf.tabledelegate import TableDelegate
from desktop.theme import Themes

_WIDTHS = {DATE: 96, ISSUER: 112, NUMBER: 96, MARKS: 80, PROGRESS: 112}
_NARROWEST = 48
_TITLE = 240
"""A title has all the width that the other columns leave. Rather than have it narrower, columns give way."""
_TITLE_LEAST = 160
_GIVING_WAY = (ISSUER, NUMBER, DATE)
"""Columns that are shown by themselves where a document fills them and there is room; the first gives way first."""


class DocumentView(QTableView):
    """Rows of documents. `chosen` says that one is to be opened, `header_altered` that a column was moved or hidden,
    `tab_wanted` that a row is to be opened beside what is open: by Ctrl+Enter or the middle button.

    `columns_chosen` says by column what the person wants to see or not to see, whatever is in it.
    """

    chosen = Signal(QModelIndex)
    tab_wanted = Signal(QModelIndex)
    menu_wanted = Signal(QPoint)
    removal_wanted = Signal()
    header_altered = Signal()

    def __init__(self, model: DocumentsModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = model
        self.columns_chosen: dict[int, bool] = {}
        self.setModel(model)
        self.setItemDelegate(TableDelegate(themes, self._commit, self))
        self._set_up_rows(themes)
        self._set_up_header()
        self.doubleClicked.connect(self._choose_double_clicked)
        model.modelReset.connect(self.fit_columns)
        model.layoutChanged.connect(self.fit_columns)
        themes.changed.connect(self.viewport().update)

    def selected_rows(self) -> list[int]:
        """Return the selected rows from the top down."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def edit_column(self, column: int) -> None:
        """Let the field of a column be typed for the current row, and so for all selected ones."""
        if self.currentIndex().isValid():
            self.showColumn(column)
            self.edit(self.currentIndex().siblingAtColumn(column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.tab_wanted if held else self.chosen).emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_F2 and COLUMNS[max(0, self.currentIndex().column())] not in EDITABLE:
            self.edit_column(TITLE)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)
        elif index.isValid():
            self.tab_wanted.emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Show the columns that were chosen, or that are filled and leave the title its width."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # a field that is being typed stays where it is
        header = self.horizontalHeader()
        shown = {column: self._is_wanted(column) for column in _WIDTHS}
        for column in _GIVING_WAY:
            if column not in self.columns_chosen and column != header.sortIndicatorSection():
                widths = (self._width(other) for other, visible in shown.items() if visible)
                shown[column] = shown[column] and self.viewport().width() - sum(widths) >= _TITLE
        for column, visible in shown.items():
            self.setColumnHidden(column, not visible)
        self._fit_title()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(at)

    def _commit(self, index: Index, text: str) -> None:
        """Set a field of all selected documents; a title is one document's own."""
        rows = self.selected_rows()
        if index.column() == TITLE or index.row() not in rows or len(rows) == 1:
            self._documents.setData(index, text)
        else:
            self._documents.edit([self._documents.document(row).id for row in rows], index.column(), text)

    def _choose_double_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index)

    def _set_up_rows(self, themes: Themes) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(themes.current.length("row"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns)
        for signal in (header.sectionResized, header.sectionMoved, header.sortIndicatorChanged):
            signal.connect(lambda *_: self.header_altered.emit())
        header.sectionResized.connect(lambda column: column == TITLE or self._fit_title())

    def _fit_title(self) -> None:
        header = self.horizontalHeader()
        others = sum(header.sectionSize(column) for column in _WIDTHS if not header.isSectionHidden(column))
        header.resizeSection(TITLE, max(_TITLE_LEAST, self.viewport().width() - others))

    def _is_wanted(self, column: int) -> bool:
        if column in self.columns_chosen:
            return self.columns_chosen[column]
        return self._documents.is_filled(column) or column == self.horizontalHeader().sortIndicatorSection()

    def _width(self, column: int) -> int:
        """Return how wide a column is, or will be once it is shown."""
        return self.horizontalHeader().sectionSize(column) or _WIDTHS[column]

    def _show_columns(self, at: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """Return the menu of which columns are shown; the title always is."""
        menu = QMenu(self)
        for column in range(TITLE + 1, len(COLUMNS)):
            action = menu.addAction(column_title(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(lambda shown, chosen=column: self._show_column(chosen, shown=shown))
        return menu

    def _show_column(self, column: int, *, shown: bool) -> None:
        self.columns_chosen[column] = shown
        self.fit_columns()
        self.header_altered.emit()
