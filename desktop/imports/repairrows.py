"""The repairs proposed for a file as rows: what each is called, whether it is wanted, and the text before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.imports.batch import Entry
from desktop.repairwords import MADE, SPACE, flag_told, kind_name, one_line
from desktop.translation import tr
from desktop.widgets.placelines import PARTS, Parts
from library.mending import RepairKind
from library.recognised import Proposal

KIND, BEFORE, AFTER = range(3)
_Index = QModelIndex | QPersistentModelIndex

_ONLY_TOLD: tuple[RepairKind, ...] = ("gap", "stray")
"""Of these nothing comes but a line in a list: there is nothing to refuse."""


class RepairRows(QAbstractTableModel):
    """The repairs of the file in view: a box and the kind, the passage as it is, and as it would be."""

    refused = Signal()
    """One was refused, or taken again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.proposals: list[Proposal] = []
        self.entry: Entry | None = None

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
            self.dataChanged.emit(self.index(0, KIND), self.index(len(self.proposals) - 1, AFTER))

    def toggle(self, index: _Index) -> None:
        """Refuse the repair of a row, or take it again."""
        box = index.siblingAtColumn(KIND)
        state = box.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            turned = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
            self.setData(box, turned.value, Qt.ItemDataRole.CheckStateRole)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.proposals)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else AFTER + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft
        return (tr("Repair"), tr("Before"), tr("After"))[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.proposals[index.row()]
        plain = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        boxed = index.column() == KIND and row.kind not in _ONLY_TOLD
        return plain | Qt.ItemFlag.ItemIsUserCheckable if boxed else plain

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.proposals[index.row()]
        if index.column() == KIND:
            if role == Qt.ItemDataRole.CheckStateRole and row.kind not in _ONLY_TOLD:
                return Qt.CheckState.Checked if self.is_wanted(row) else Qt.CheckState.Unchecked
            return kind_name(row.kind) if role == Qt.ItemDataRole.DisplayRole else None
        parts = self.before(row) if index.column() == BEFORE else self.after(row)
        if role == PARTS:
            return parts
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return "".join(parts) if role in told else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.entry is None:
            return False
        row = self.proposals[index.row()]
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if wanted and row.kind not in self.entry.repair.kinds:
            return False
        self.entry.refuse(row.kind, (row.start, row.end), refused=not wanted)
        self.renew()
        self.refused.emit()
        return True

    def is_wanted(self, row: Proposal) -> bool:
        """Say whether a repair is to be made."""
        entry = self.entry
        return entry is not None and row.kind in entry.repair.kinds and (row.start, row.end) not in entry.repair.refused

    def before(self, row: Proposal) -> Parts:
        """Return a passage as it is."""
        words = SPACE * len(row.words) if row.words.isspace() and "\n" not in row.words else one_line(row.words)
        return one_line(row.above), words, one_line(row.below)

    def after(self, row: Proposal) -> Parts:
        """Return a passage as it would be, or what is said of it where it stays as it is."""
        if not self.is_wanted(row):
            return tr("stays as it is"), "", ""
        if row.replacement is None:
            return flag_told(row.kind, row.detail), "", ""
        return one_line(row.above), row.replacement.replace(" ", SPACE) or MADE, one_line(row.below)
