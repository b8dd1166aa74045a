"""What became of each file of an import: refused, there already, imported; to be read, copied and saved."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

from desktop.translation import plural, tr, words
from desktop.widgets.segments import Segments
from library.outcomes import Imported, ImportResult

_SIZE = QSize(780, 560)
_MARGIN = 24
_FILE_WIDTH = 300

REFUSED, DUPLICATES, IMPORTED, OTHERS = "refused", "duplicates", "imported", "others"

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A file and what became of it, in the user's language."""

    path: str
    outcome: str

    @property
    def line(self) -> str:
        return f"{self.path}\t{self.outcome}"


def rows_of(result: ImportResult, titles: Mapping[str, str]) -> dict[str, list[Row]]:
    """Return the rows of each part, those that need attention first; `titles` are those of documents by id."""
    links = [Row(path, tr("A link: it was not followed.")) for path in result.links]
    problems = [Row(str(problem.arguments.get("name", "")), words(problem)) for problem in result.problems]
    return {
        REFUSED: [Row(refused.path, words(refused.reason)) for refused in result.refused],
        DUPLICATES: [
            Row(copy.path, tr("The library has this text already: “{title}”", title=titles.get(copy.id, "")))
            for copy in result.duplicates
        ],
        IMPORTED: [Row(imported.path, _described(imported)) for imported in result.imported],
        OTHERS: links + problems,
    }


def counts_of(result: ImportResult) -> str:
    """Return how many files were imported, there already and refused, leaving out what there is none of."""
    parts = [
        plural(len(result.imported), "{count} imported", "{count} imported"),
        plural(len(result.duplicates), "{count} duplicate", "{count} duplicates") if result.duplicates else "",
        plural(len(result.refused), "{count} refused", "{count} refused") if result.refused else "",
    ]
    return " · ".join(filter(None, parts))


class ImportSummary(QDialog):
    """Shows what became of each file. `save_wanted` carries the whole report as text."""

    save_wanted = Signal(str)

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
        self._copy_action = QAction(self)
        self._build()
        self.retranslate()
        self._parts.changed.connect(self._show_part)

    @property
    def report(self) -> str:
        """The whole report as text: the counts, then a line a file, the parts under their names."""
        lines = [counts_of(self._result)]
        for part, rows in self._rows.items():
            if rows:
                lines += ["", f"{_part_name(part)} ({len(rows)})", *(row.line for row in rows)]
        return "\n".join(lines) + "\n"

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self._rows = rows_of(self._result, self._titles)
        self.setWindowTitle(tr("Import stopped") if self._result.cancelled else tr("Import finished"))
        self._counts.setText(counts_of(self._result))
        for part, rows in self._rows.items():
            if rows:
                self._parts.set_text(part, f"{_part_name(part)} {len(rows)}")
        self._list.setAccessibleName(tr("Files"))
        self._copy_action.setText(tr("Copy"))
        self.copy_button.setText(tr("Copy all"))
        self.save_button.setText(tr("Save as text…"))
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
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setColumnWidth(0, _FILE_WIDTH)
        self._list.selectionModel().currentRowChanged.connect(self._show_detail)
        self._copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy_action.triggered.connect(self._copy_selected)
        self._list.addAction(self._copy_action)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.copy_button, role.ActionRole)
        buttons.addButton(self.save_button, role.ActionRole)
        buttons.addButton(self.close_button, role.RejectRole)
        self.close_button.setDefault(True)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(self.report))
        buttons.rejected.connect(self.reject)
        return buttons

    def _show_part(self) -> None:
        self._model.show(self._rows.get(self._parts.current, []))
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._show_detail(self._list.currentIndex())

    def _show_detail(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        self._detail.setText(f"{row.path}\n{row.outcome}" if row else "")

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


def _part_name(part: str) -> str:
    names = {
        REFUSED: tr("Refused"),
        DUPLICATES: tr("Duplicates"),
        IMPORTED: tr("Imported"),
        OTHERS: tr("Other remarks"),
    }
    return names[part]


def _described(imported: Imported) -> str:
    """Say what a file became: its title and encoding, and what of it could not be read."""
    parts = [imported.title, imported.encoding]
    if imported.length == 0:
        parts.append(tr("an empty file: an empty document"))
    if imported.replaced:
        parts.append(
            plural(imported.replaced, "{count} character could not be read", "{count} characters could not be read")
        )
    if imported.stripped:
        parts.append(
            plural(imported.stripped, "{count} invalid character left out", "{count} invalid characters left out")
        )
    return " · ".join(filter(None, parts))
