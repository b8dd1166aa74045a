"""The repairs of the open document in the sidebar: by kind, narrowed by typing, each gone to with Enter or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desktop.itemmodels.repairs import RepairModel
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.placelines import PlaceDelegate
from desktop.widgets.searchedlist import SearchedList

if TYPE_CHECKING:
    from desktop.session import Session

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SIDE = 10
BATCH = 2000
"""Rows that are given their places at a time."""


class RepairList(QListView):
    """Rows of one height, so that a hundred thousand scroll like ten."""

    entered_row = Signal()
    escaped = Signal()

    def __init__(self, model: RepairModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # Qt asks for every row, and that is slow in Python
        self.setBatchSize(BATCH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setViewportMargins(SIDE, 0, SIDE, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class RepairsView(SearchedList):
    """A field, how many there are, and the rows."""

    gone_to = Signal(int, int, bool)
    """Carries between which code points stands what is to be shown, and whether reading goes on there."""

    def __init__(self, session: Session, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.model = RepairModel(session, self)
        self.rows = RepairList(self.model, self)
        self.rows.setItemDelegate(PlaceDelegate(themes, self.rows))
        self.link.hide()
        self.stack(self.rows)
        self.searched.connect(lambda: self.model.set_filter(self.field.text()))
        self.entered.connect(self.focus_rows)
        self.model.counted.connect(self._show_counts)
        self.rows.clicked.connect(lambda: self._go(False))
        self.rows.entered_row.connect(lambda: self._go(True))
        self.rows.escaped.connect(self.text_wanted)
        self.retranslate()

    def show_document(self, document_id: str | None) -> None:
        """Show the repairs of a document, or none, without a filter."""
        self.forget_typing()
        self.model.filter = ""
        self.model.show_document(document_id)

    def focus_rows(self) -> None:
        """Put the focus on the rows, or where there are none, on the field."""
        (self.field if self.rows.isHidden() else self.rows).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Filter repairs"))
        self.field.setAccessibleName(tr("Filter repairs"))
        self.rows.setAccessibleName(tr("Repairs"))
        self._show_counts()

    def _go(self, go_on: bool) -> None:
        row = self.model.row(self.rows.currentIndex())
        if row is not None and not row.number:
            self.gone_to.emit(row.start, row.end, go_on)

    def _show_counts(self) -> None:
        total = self.model.total
        self.counts.setText(plural(total, "{count} place", "{count} places") if total else "")
        advice = tr("Nothing was repaired in this text, and nothing in it looks wrong.")
        if self.model.filter:
            advice = tr("No repair has this.")
        elif not self.model.is_known:
            advice = tr("The text is being looked through.")
        self.show_list(self.rows, advice=advice, shown=bool(total))
