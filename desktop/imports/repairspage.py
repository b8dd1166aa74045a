"""The repairs proposed for a file: each kind to be switched on or off, each repair to be refused, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from desktop.imports.batch import Entry
from desktop.imports.repairdetail import RepairDetail
from desktop.imports.repairrows import AFTER, BEFORE, KIND, RepairRows
from desktop.repairwords import kind_name
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.flowbox import FlowBox
from desktop.widgets.placelines import PlaceDelegate
from library.mending import KINDS, RepairKind
from library.recognised import Proposal

_KIND_WIDTH = 150


class RepairsPage(QWidget):
    """Shows the repairs of one file; what is chosen is in its entry."""

    chosen = Signal()
    """Other repairs are wanted."""
    kinds_chosen = Signal()
    """Kinds were switched, which may count for other files too."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.kinds: dict[RepairKind, QCheckBox] = {}
        self._box = FlowBox(14)
        for kind in KINDS:
            check = QCheckBox(self)
            check.toggled.connect(lambda on, kind=kind: self._switch(kind, on))
            self.kinds[kind] = check
            self._box.addWidget(check)
        self._rows = RepairRows(self)
        self._rows.refused.connect(self._show_refused)
        self.list = _List(self._rows, themes, self)
        self.detail = RepairDetail(themes, self)
        self._none = QLabel(self)
        self._none.setProperty("role", "soft")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list.selectionModel().currentRowChanged.connect(self._show_detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._box)
        column.addWidget(self._none, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)

    @property
    def count(self) -> int:
        """How many repairs are listed."""
        return len(self._rows.proposals)

    def show_entry(self, entry: Entry) -> None:
        """Show what is wanted for a file; its repairs follow."""
        self._rows.entry = entry
        self._rows.renew()
        self._show_kinds()
        self._show_detail()

    def clear(self) -> None:
        """List no repairs."""
        self._rows.clear()
        self._show_detail()

    def add(self, proposals: Sequence[Proposal]) -> None:
        """List more repairs."""
        self._rows.add(proposals)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._rows.index(0, KIND))

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.list.setAccessibleName(tr("Repairs"))
        self.detail.setAccessibleName(tr("The chosen repair in full"))
        self._none.setText(tr("There is nothing to repair in this file."))
        self._rows.renew()
        self._show_kinds()
        self._show_detail()

    def _show_kinds(self) -> None:
        """Offer the kinds of which there are any, with how many of them are wanted."""
        entry = self._rows.entry
        found = entry.recognised.repairs if entry is not None else {}
        wanted = entry.repairs if entry is not None else {}
        for kind, check in self.kinds.items():
            check.blockSignals(True)
            check.setChecked(kind in wanted)
            check.blockSignals(False)
            check.setText(f"{kind_name(kind)} {wanted.get(kind, 0)}")
            check.setVisible(bool(found.get(kind)))
        self._box.invalidate()
        for widget, shown in ((self._none, not found), (self.list, bool(found)), (self.detail, bool(found))):
            widget.setVisible(shown)

    def _show_detail(self) -> None:
        row = self.list.currentIndex().row()
        if not 0 <= row < self.count:
            self.detail.clear()
            return
        chosen = self._rows.proposals[row]
        self.detail.show_parts([(tr("Before"), self._rows.before(chosen)), (tr("After"), self._rows.after(chosen))])

    def _switch(self, kind: RepairKind, on: bool) -> None:
        if self._rows.entry is not None:
            self._rows.entry.switch(kind, on=on)
            self._rows.renew()
            self._show_refused()
            self.kinds_chosen.emit()

    def _show_refused(self) -> None:
        self._show_kinds()
        self._show_detail()
        self.chosen.emit()


class _List(QTreeView):
    """The rows; Space refuses the current one, in whichever column it was clicked."""

    def __init__(self, rows: RepairRows, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setRootIsDecorated(False)
        self.setProperty("role", "boxed")
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setColumnWidth(KIND, _KIND_WIDTH)
        delegate = PlaceDelegate(themes, self)
        for column in (BEFORE, AFTER):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            self.setItemDelegateForColumn(column, delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._rows.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)
