"""One entry of a bibliography beside its document: which document, and what becomes of each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.fieldwords import shown_value
from desktop.itemmodels.entries import EntryRows, reason_words, shown_field
from desktop.translation import tr

if TYPE_CHECKING:
    from library.bibliography.taking import Difference, Policy

POLICIES: tuple[Policy, ...] = ("fill", "theirs", "mine")
_OTHER = "other"
_FIELD_WIDTH, _POLICY_WIDTH = 130, 170


class EntryDetail(QWidget):
    """Follows the entry that is current in `rows`."""

    chosen = Signal(int, object)
    """Carries the place of an entry and the id of its document, or None."""
    other_wanted = Signal(int)
    """Carries the place of an entry for which any document may be chosen."""
    policy_wanted = Signal(str, str)
    """Carries a field and what is to become of it, in all entries."""

    def __init__(self, rows: EntryRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._place: int | None = None
        self._label = QLabel(self)
        self.documents = QComboBox(self)
        self.fields = QTreeWidget(self)
        self._untaken = QLabel(self)
        self._untaken.setTextFormat(Qt.TextFormat.PlainText)
        self._untaken.setProperty("role", "soft")
        self._untaken.setWordWrap(True)
        self._lay_out()
        self.documents.activated.connect(self._choose)
        self.retranslate()

    def show_entry(self, place: int | None) -> None:
        """Show another entry, or none."""
        self._place = place
        self.setEnabled(place is not None)
        self._fill_documents()
        self._fill_fields()

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self._label.setText(tr("Document"))
        self.documents.setAccessibleName(tr("Document"))
        self.fields.setAccessibleName(tr("Fields"))
        self.fields.setHeaderLabels([tr("Field"), tr("In the library"), tr("In the file"), tr("For all entries")])
        self.show_entry(self._place)

    def _lay_out(self) -> None:
        self._label.setBuddy(self.documents)
        self.documents.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fields.setColumnCount(4)
        self.fields.setRootIsDecorated(False)
        self.fields.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        header = self.fields.header()
        header.setStretchLastSection(False)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.fields.setColumnWidth(0, _FIELD_WIDTH)
        self.fields.setColumnWidth(3, _POLICY_WIDTH)
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.documents, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.addLayout(row)
        column_.addWidget(self.fields, 1)
        column_.addWidget(self._untaken)

    def _fill_documents(self) -> None:
        self.documents.clear()
        if self._place is None:
            return
        match, chosen = self._rows.plan.matches[self._place], self._rows.chosen.get(self._place)
        self.documents.addItem(tr("None"), None)
        reasons = {each.document_id: each.reason for each in match.candidates}
        for document_id, reason in reasons.items():
            self.documents.addItem(f"{self._rows.title(document_id)}  ·  {reason_words(reason)}", document_id)
        if chosen is not None and chosen not in reasons:
            self.documents.addItem(self._rows.title(chosen), chosen)
        self.documents.addItem(tr("Another one…"), _OTHER)
        at = next((row for row in range(self.documents.count()) if self.documents.itemData(row) == chosen), 0)
        self.documents.setCurrentIndex(at)

    def _fill_fields(self) -> None:
        self.fields.clear()
        self._untaken.clear()
        self._untaken.hide()
        if self._place is None:
            return
        plan, reference = self._rows.plan, self._rows.plan.matches[self._place].reference
        document_id = self._rows.chosen.get(self._place)
        if document_id is not None:
            for one in plan.differences(reference, document_id, self._rows.choice):
                self._add(one)
        untaken = " · ".join(f"{name} {' '.join(value.split())[:80]}" for name, value in plan.untaken(reference))
        self._untaken.setText(tr("Not taken: {values}", values=untaken) if untaken else "")
        self._untaken.setVisible(bool(untaken))

    def _add(self, one: Difference) -> None:
        shown = (shown_field(one.field, one.name), shown_value(one.field, one.mine), shown_value(one.field, one.theirs))
        item = QTreeWidgetItem(self.fields, [*shown])
        for column in (1, 2):
            font = item.font(column)
            font.setBold(one.taken == (column == 2) and bool(shown[column]))
            item.setFont(column, font)
        policy = QComboBox(self.fields)
        policy.setAccessibleName(shown[0])
        for name, words in policy_words().items():
            policy.addItem(words, name)
        policy.setCurrentIndex(POLICIES.index(self._rows.choice.of(one.field)))
        policy.activated.connect(lambda at: self.policy_wanted.emit(one.field, POLICIES[at]))
        self.fields.setItemWidget(item, 3, policy)

    def _choose(self, at: int) -> None:
        if self._place is None:
            return
        data = self.documents.itemData(at)
        if data == _OTHER:
            self.other_wanted.emit(self._place)
            self._fill_documents()
        else:
            self.chosen.emit(self._place, data)


def policy_words() -> dict[Policy, str]:
    """Return what becomes of a field, in words."""
    return {"fill": tr("Fill if empty"), "theirs": tr("Take the file’s"), "mine": tr("Keep mine")}
