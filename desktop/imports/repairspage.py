"""The repairs proposed for a file: each kind to be switched on or off, each repair to be refused, before and after."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QTreeView, QVBoxLayout, QWidget

from desktop.imports.batch import Entry
from desktop.translation import tr
from desktop.widgets.flowbox import FlowBox
from library.mending import KINDS, RepairChoice, RepairKind
from library.recognised import Proposal

_KIND_WIDTH = 170
_Index = QModelIndex | QPersistentModelIndex


class RepairsPage(QWidget):
    """Shows the repairs of one file. `chosen` carries the `RepairChoice` that is wanted now."""

    chosen = Signal(object)
    kinds_chosen = Signal()
    """Kinds were switched, which may count for other files too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice = RepairChoice()
        self.kinds: dict[RepairKind, QCheckBox] = {}
        box = FlowBox(14)
        for kind in KINDS:
            check = QCheckBox(self)
            check.toggled.connect(lambda on, kind=kind: self._switch(kind, on))
            self.kinds[kind] = check
            box.addWidget(check)
        self._rows = _Rows(self)
        self._rows.refused.connect(self._refuse)
        self.list = QTreeView(self)
        self.list.setModel(self._rows)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.header().setStretchLastSection(True)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.list.setColumnWidth(0, _KIND_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(box)
        column.addWidget(self.list, 1)

    @property
    def count(self) -> int:
        """How many repairs are listed."""
        return len(self._rows.proposals)

    def show_entry(self, entry: Entry) -> None:
        """Show what is wanted for a file; its repairs follow."""
        self._choice = entry.repair
        self._rows.choice = entry.repair
        for kind, check in self.kinds.items():
            check.blockSignals(True)
            check.setChecked(kind in entry.repair.kinds)
            check.blockSignals(False)
        self._rows.renew()

    def clear(self) -> None:
        """List no repairs."""
        self._rows.clear()
        self._count()

    def add(self, proposals: Sequence[Proposal]) -> None:
        """List more repairs."""
        self._rows.add(proposals)
        self._count()

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.list.setAccessibleName(tr("Repairs"))
        self._rows.renew()
        self._count()

    def _count(self) -> None:
        numbers = Counter(proposal.kind for proposal in self._rows.proposals)
        for kind, check in self.kinds.items():
            check.setText(f"{kind_name(kind)} {numbers[kind]}" if numbers[kind] else kind_name(kind))

    def _switch(self, kind: RepairKind, on: bool) -> None:
        kinds = self._choice.kinds | {kind} if on else self._choice.kinds - {kind}
        self._take(replace(self._choice, kinds=kinds))
        self.kinds_chosen.emit()

    def _refuse(self, span: tuple[int, int], refused: bool) -> None:
        spans = self._choice.refused | {span} if refused else self._choice.refused - {span}
        self._take(replace(self._choice, refused=spans))

    def _take(self, choice: RepairChoice) -> None:
        self._choice = self._rows.choice = choice
        self._rows.renew()
        self.chosen.emit(choice)


class _Rows(QAbstractTableModel):
    """The repairs: a box and the kind, the passage as it is, and as it would be."""

    refused = Signal(tuple, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.proposals: list[Proposal] = []
        self.choice = RepairChoice()

    def clear(self) -> None:
        """Have no rows."""
        self.beginResetModel()
        self.proposals = []
        self.endResetModel()

    def add(self, proposals: Sequence[Proposal]) -> None:
        """Have more rows."""
        first = len(self.proposals)
        self.beginInsertRows(QModelIndex(), first, first + len(proposals) - 1)
        self.proposals += proposals
        self.endInsertRows()

    def renew(self) -> None:
        """Show what is another for any row."""
        if self.proposals:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.proposals) - 1, 2))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.proposals)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft
        return (tr("Repair"), tr("Before"), tr("After"))[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsSelectable
        if self.proposals[index.row()].kind in self.choice.kinds:
            plain |= Qt.ItemFlag.ItemIsEnabled
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else plain

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.proposals[index.row()]
        after = row.after if row.edits else tr("only pointed out")
        if role == Qt.ItemDataRole.DisplayRole:
            return (kind_name(row.kind), _shown(row.before), _shown(after))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return html.escape((kind_name(row.kind), row.before, after)[index.column()])
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            wanted = row.kind in self.choice.kinds and (row.start, row.end) not in self.choice.refused
            return Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        row = self.proposals[index.row()]
        self.refused.emit((row.start, row.end), Qt.CheckState(value) == Qt.CheckState.Unchecked)
        return True


def kind_name(kind: RepairKind) -> str:
    """Return what a kind of repair is called."""
    names: dict[RepairKind, str] = {
        "join": tr("Broken paragraphs"),
        "wrap": tr("Wrapped lines"),
        "space": tr("Spaces between characters"),
        "gap": tr("Lost text"),
        "duplicate": tr("Standing twice"),
        "stray": tr("Stray letters"),
    }
    return names[kind]


def _shown(text: str) -> str:
    """Return a passage on one line, its line breaks as signs."""
    return text.replace("\n", "⏎").replace("\t", " ")
