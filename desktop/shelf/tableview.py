"""The view of the document table: rows that open, drag, rename and remove, and a header to choose columns by."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from desktop.itemmodels.documentcolumns import FACTS, FIRST
from desktop.itemmodels.documents import DATE, ISSUER, MARKS, NUMBER, PROGRESS, TITLE, DocumentsModel
from desktop.itemmodels.shelf import Index
from desktop.shelf.tabledelegate import TableDelegate
from desktop.shelf.tablesettings import TableLayout
from desktop.theme import Themes
from desktop.translation import tr
from library.fields import FIELDS

_WIDEST = 176
"""How wide a column becomes at most by what is in it."""
_PROGRESS = 100
_PADDING = 22
"""What a cell has beside its text, and a header beside its words for the sign of the order."""
_MEASURED = 200
"""Rows that are looked at for how wide a column is to be."""
_NARROWEST = 48
_TITLE = 240
"""A title has all the width that the other columns leave. Rather than have it narrower, columns give way."""
_TITLE_LEAST = 160
_GIVING_WAY = (ISSUER, NUMBER, PROGRESS, MARKS, DATE)
"""Columns that are shown by themselves where a document fills them and there is room; the first gives way first."""


class DocumentView(QTableView):
    """Rows of documents. `chosen` says that one is to be opened, `header_altered` that a column was moved or hidden,
    `tab_wanted` that a row is to be opened beside what is open: by Ctrl+Enter or the middle button.

    Its columns are laid out as a `TableLayout` says; what the person chose to see is seen whatever is in it.
    """

    chosen = Signal(QModelIndex)
    tab_wanted = Signal(QModelIndex)
    menu_wanted = Signal(QPoint)
    removal_wanted = Signal()
    header_altered = Signal()

    def __init__(self, model: DocumentsModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = model
        self._layout = TableLayout()
        self._is_laying = False
        self._known = model.columnCount()
        self._measured: dict[str, int] = {}
        self._selected_ids: list[str] = []
        self.setModel(model)
        self.setItemDelegate(TableDelegate(themes, self._commit, self))
        self._set_up_rows(themes)
        self._set_up_header()
        self.doubleClicked.connect(self._choose_double_clicked)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restart)
        model.layoutChanged.connect(self._measure_again)
        model.dataChanged.connect(self._measured.clear)
        themes.changed.connect(self._measure_again)

    def selected_rows(self) -> list[int]:
        """Return the selected rows from the top down."""
        # by ranges: Qt's own list of rows asks the model about every cell
        return sorted(
            {row for part in self.selectionModel().selection() for row in range(part.top(), part.bottom() + 1)}
        )

    def select(self, document_ids: Iterable[str]) -> None:
        """Select documents, as many of them as are in the list, and make the first the current one."""
        wanted, selection = set(document_ids), QItemSelection()
        for row in range(self._documents.rowCount()) if wanted else ():
            if self._documents.document(row).id in wanted:
                index = self._documents.index(row, TITLE)
                selection.select(index, index)
        if selection:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(selection[0].topLeft(), flags.NoUpdate)
            self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

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
        elif event.key() == Qt.Key.Key_F2 and not self._can_type():
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

    @property
    def layout_left(self) -> TableLayout:
        """How the columns are laid out now."""
        header, model = self.horizontalHeader(), self._documents
        places = sorted(range(model.columnCount()), key=header.visualIndex)
        self._layout.order = [model.name(column) for column in places]
        self._layout.sorted_by, self._layout.descending = model.sorted_by
        return self._layout

    def lay_columns(self, layout: TableLayout) -> None:
        """Lay the columns out: their order, their widths, which are seen, and what the rows are sorted by."""
        self._layout = layout
        header, model = self.horizontalHeader(), self._documents
        self._is_laying = True
        order = [model.column(name) for name in layout.order if model.column(name) >= 0]
        for place, column in enumerate(order):
            header.moveSection(header.visualIndex(column), place)
        sorting = Qt.SortOrder.DescendingOrder if layout.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(model.column(layout.sorted_by), sorting)
        self._is_laying = False
        self.fit_columns()

    def fit_columns(self) -> None:
        """Show the columns that were chosen, or that are filled and leave the title its width."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # a field that is being typed stays where it is
        header = self.horizontalHeader()
        sorted_by = header.sortIndicatorSection()
        shown = {column: self._is_wanted(column) for column in self._others()}
        for column in _GIVING_WAY:
            if self._documents.name(column) not in self._layout.chosen and column != sorted_by:
                widths = (self._width(other) for other, visible in shown.items() if visible)
                shown[column] = shown[column] and self.viewport().width() - sum(widths) >= _TITLE
        self._is_laying = True
        for column, visible in shown.items():
            self.setColumnHidden(column, not visible)
            if visible:
                header.resizeSection(column, self._width(column))
        self._is_laying = False
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
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns)
        for signal in (header.sectionMoved, header.sortIndicatorChanged):
            signal.connect(lambda *_: self._is_laying or self.header_altered.emit())
        header.sectionResized.connect(self._take_width)

    def _take_width(self, column: int, _before: int, width: int) -> None:
        """Keep a width that the person gave a column; the title has what is left."""
        if self._is_laying or column == TITLE:
            return
        if width:
            self._layout.widths[self._documents.name(column)] = width
            self.header_altered.emit()
        self._fit_title()

    def _fit_title(self) -> None:
        header = self.horizontalHeader()
        others = sum(header.sectionSize(column) for column in self._others() if not header.isSectionHidden(column))
        header.resizeSection(TITLE, max(_TITLE_LEAST, self.viewport().width() - others))

    def _others(self) -> range:
        return range(TITLE + 1, self._documents.columnCount())

    def _is_wanted(self, column: int) -> bool:
        name = self._documents.name(column)
        if name in self._layout.chosen:
            return self._layout.chosen[name]
        if column == self.horizontalHeader().sortIndicatorSection():
            return True
        return name in FIRST and self._documents.is_filled(column)

    def _width(self, column: int) -> int:
        """Return how wide a column was left, or is by what is in it."""
        name = self._documents.name(column)
        if name in self._layout.widths:
            return self._layout.widths[name]
        if name not in self._measured:
            self._measured[name] = self._measure(column)
        return self._measured[name]

    def _measure(self, column: int) -> int:
        """Return how wide a column has to be for its heading and what its first rows have in it."""
        model, metrics = self._documents, self.fontMetrics()
        words = [str(model.headerData(column, Qt.Orientation.Horizontal))]
        words += [str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), _MEASURED))]
        least = _PROGRESS if column == PROGRESS else _NARROWEST
        return max(least, min(_WIDEST, max(map(metrics.horizontalAdvance, words)) + _PADDING))

    def _measure_again(self) -> None:
        self._measured.clear()
        self.fit_columns()
        self.viewport().update()

    def _can_type(self) -> bool:
        return self._documents.columns.is_editable(self._documents.name(self.currentIndex().column()))

    def _restart(self) -> None:
        """Lay the columns out again: there may be others."""
        if self.horizontalHeader().count() != self._known:
            self._known = self.horizontalHeader().count()
            self.lay_columns(self._layout)
        self._measure_again()
        self.select(self._selected_ids)

    def _remember(self) -> None:
        self._selected_ids = [self._documents.document(row).id for row in self.selected_rows()]

    def _show_columns(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_columns(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def fill_columns(self, menu: QMenu) -> None:
        """Write into a menu which columns can be shown; the title always is."""
        columns = self._documents.columns
        text = [*FIRST[1:], *(field.name for field in FIELDS if field.group == "text" and field.name not in FIRST)]
        self._add_columns(menu, text)
        menu.addSeparator()
        bibliography = [field.name for field in FIELDS if field.group == "bibliography"]
        self._add_columns(menu.addMenu(tr("Bibliography")), bibliography)
        if columns.own:
            self._add_columns(menu.addMenu(tr("Own fields")), columns.own)
        self._add_columns(menu.addMenu(tr("The file")), FACTS)

    def _add_columns(self, menu: QMenu, names: Iterable[str]) -> None:
        for name in names:
            action = menu.addAction(self._documents.columns.title(name).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(self._documents.column(name)))
            action.toggled.connect(lambda shown, name=name: self._show_column(name, shown=shown))

    def _show_column(self, name: str, *, shown: bool) -> None:
        self._layout.chosen[name] = shown
        self.fit_columns()
        self.header_altered.emit()
