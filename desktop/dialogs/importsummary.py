"""What became of each file of an import: refused, there already, imported; to be read, copied and saved."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.importreport import Row, as_table, as_text, bibliographies_in, counts_of, part_name, rows_of
from desktop.translation import plural, tr
from desktop.widgets.segments import Segments
from desktop.widgets.wrappedrows import WrappedRows
from library.outcomes import ImportResult

_SIZE = QSize(780, 560)
_MARGIN = 24
_FILE_LEAST, _FILE_MOST = 150, 300
"""Pixels that the names of files have."""

_Index = QModelIndex | QPersistentModelIndex


class ImportSummary(QDialog):
    """Shows what became of each file, beside the window, which stays usable."""

    save_wanted = Signal()
    """The report is to be written to a file."""
    document_wanted = Signal(str)
    """Carries the id of the document of a row."""
    bibliographies_wanted = Signal(list)
    """Carries the paths of bibliographies among the files, which fill the documents."""
    rest_wanted = Signal()
    """The import is to go on with what is left of it."""

    def __init__(self, result: ImportResult, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result = result
        self._titles = titles
        self._rows: dict[str, list[Row]] = {}
        self._counts = QLabel(self)
        self._parts = Segments([part for part, rows in rows_of(result, titles).items() if rows], self)
        self._model = _Rows(self)
        self._list = QTreeView(self)
        self._detail = QLabel(self)
        self.copy_button = QPushButton(self)
        self.save_button = QPushButton(self)
        self.close_button = QPushButton(self)
        self.open_button = QPushButton(self)
        self.rest_button = QPushButton(self)
        self.bibliography_button = QPushButton(self)
        self._copy_action = QAction(self)
        self._open_action = QAction(self)
        self._build()
        self.retranslate()
        self._parts.changed.connect(self._show_part)

    @property
    def report(self) -> str:
        """The whole report as text: the counts, then a line a file, the parts under their names."""
        return as_text(self._result, self._rows)

    @property
    def table(self) -> str:
        """The whole report as comma-separated values."""
        return as_table(self._rows)

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self._rows = rows_of(self._result, self._titles)
        self.setWindowTitle(tr("Import stopped") if self._result.cancelled else tr("Import finished"))
        self._counts.setText(counts_of(self._result))
        for part, rows in self._rows.items():
            if rows:
                self._parts.set_text(part, f"{part_name(part)} {len(rows)}")
        self._list.setAccessibleName(tr("Files"))
        self._copy_action.setText(tr("Copy"))
        self.copy_button.setText(tr("Copy all"))
        self.save_button.setText(tr("Save…"))
        self.open_button.setText(tr("Open"))
        self._open_action.setText(tr("Open"))
        left = self._result.left
        self.rest_button.setText(plural(left, "Go on with the one left", "Go on with the {count} left"))
        self.bibliography_button.setText(tr("Import bibliography"))
        self.close_button.setText(tr("Close"))
        self._show_part()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._build_list()
        for label in (self._counts, self._detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
        font = self._counts.font()
        font.setBold(True)
        self._counts.setFont(font)
        self._detail.setWordWrap(True)
        self._detail.setProperty("role", "soft")
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.setMinimumHeight(3 * self._detail.fontMetrics().lineSpacing())
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(self._counts)
        head.addStretch(1)
        head.addWidget(self._parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._detail)
        column.addWidget(self._buttons())
        self.resize(_SIZE)

    def _build_list(self) -> None:
        self._list.setModel(self._model)
        self._list.setProperty("role", "boxed")
        self._list.setRootIsDecorated(False)
        self._list.setItemDelegate(WrappedRows(self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.selectionModel().currentRowChanged.connect(self._show_detail)
        self._copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy_action.triggered.connect(self._copy_selected)
        self._open_action.triggered.connect(self._open_current)
        self._list.addActions([self._open_action, self._copy_action])
        self._list.activated.connect(self._open_current)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.open_button, role.ActionRole)
        buttons.addButton(self.bibliography_button, role.ActionRole)
        buttons.addButton(self.rest_button, role.ActionRole)
        buttons.addButton(self.copy_button, role.ActionRole)
        buttons.addButton(self.save_button, role.ActionRole)
        buttons.addButton(self.close_button, role.RejectRole)
        self.close_button.setDefault(True)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        self.save_button.clicked.connect(self.save_wanted)
        self.open_button.clicked.connect(self._open_current)
        lists = bibliographies_in(self._result)
        self.bibliography_button.setVisible(bool(lists))
        self.bibliography_button.clicked.connect(lambda: self.bibliographies_wanted.emit(lists))
        self.rest_button.clicked.connect(self._go_on)
        self.rest_button.setVisible(self._result.left > 0)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show_part(self) -> None:
        self._model.show(self._rows.get(self._parts.current, []))
        self._list.setColumnWidth(0, min(max(self._list.sizeHintForColumn(0), _FILE_LEAST), _FILE_MOST))
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._show_detail(self._list.currentIndex())

    def _show_detail(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        self._detail.setText(f"{row.path}\n{row.outcome}" if row else "")
        for opening in (self.open_button, self._open_action):
            opening.setEnabled(row is not None and bool(row.document_id))

    def _open_current(self) -> None:
        row = self._model.row(self._list.currentIndex())
        if row is not None and row.document_id:
            self.document_wanted.emit(row.document_id)

    def _go_on(self) -> None:
        self.accept()
        self.rest_wanted.emit()

    def _copy_selected(self) -> None:
        rows = sorted(index.row() for index in self._list.selectionModel().selectedRows())
        lines = [self._model.rows[row].line for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))


class _Rows(QAbstractTableModel):
    """The rows of one part: the file, and what became of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, index: _Index) -> Row | None:
        """Return the row at `index`, or None."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft
        return (tr("File"), tr("What became of it"))[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (PurePath(row.path).name or row.path) if index.column() == 0 else row.outcome
        if role == Qt.ItemDataRole.ToolTipRole:
            return html.escape(row.path if index.column() == 0 else row.outcome)
        return None
