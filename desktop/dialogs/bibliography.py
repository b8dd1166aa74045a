"""What of a bibliography goes to which documents; nothing is written before it is accepted."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.choosedocument import DocumentDialog
from desktop.dialogs.entrydetail import POLICIES, EntryDetail
from desktop.itemmodels.entries import PARTS, EntryPart, EntryRows
from desktop.translation import plural, tr
from desktop.widgets.segments import Segments
from library.bibliography.taking import TakingChoice, doubly_chosen

if TYPE_CHECKING:
    from library.bibliography.base import Problem
    from library.bibliography.taking import Plan, Policy

_SIZE = QSize(940, 720)
_MARGIN = 24
_TOLD = 3
"""Doubts that are told at most."""
_ENTRY_WIDTH, _DOCUMENT_WIDTH, _WHY_WIDTH = 330, 210, 170


class BibliographyDialog(QDialog):
    """Shows each entry with its document, lets other ones be chosen, and says how fields are taken."""

    taken = Signal(object, object, object)
    """Carries the `Plan`, the chosen documents by the places of their entries, and the `TakingChoice`."""

    def __init__(self, name: str, plan: Plan, problems: tuple[Problem, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self._plan = plan
        self.rows = EntryRows(plan, problems, TakingChoice(), self)
        self.parts = Segments([part for part in PARTS if part != "unread" or problems], self)
        self.list = QTreeView(self)
        self.detail = EntryDetail(self.rows, self)
        self._what, self.warning = QLabel(self), QLabel(self)
        self.policy = QComboBox(self)
        self.notes = QCheckBox(self)
        self.act, self.cancel = QPushButton(self), QPushButton(self)
        self._build()
        self.retranslate()
        self._connect()
        self._show_part("all")

    def accept(self) -> None:
        """Have the fields filled."""
        super().accept()
        self.taken.emit(self._plan, dict(self.rows.chosen), self.rows.choice)

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Import bibliography"))
        self._what.setText(self._name)
        self.list.setAccessibleName(tr("Entries"))
        words: dict[Policy, str] = {
            "fill": tr("Fill empty fields only"),
            "theirs": tr("Take the values of the file"),
            "mine": tr("Keep what is there"),
        }
        self.policy.setAccessibleName(tr("Fields"))
        for at, policy in enumerate(POLICIES):
            self.policy.setItemText(at, words[policy])
        self.notes.setText(tr("Abstracts, keywords and notes into the notes of the documents"))
        self.cancel.setText(tr("Cancel"))
        self.detail.retranslate()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self.list.setModel(self.rows)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((_ENTRY_WIDTH, _DOCUMENT_WIDTH, _WHY_WIDTH)):
            self.list.setColumnWidth(column, width)
        for policy in POLICIES:
            self.policy.addItem("", policy)
        for label in (self._what, self.warning):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.warning.setWordWrap(True)
        self.warning.setProperty("role", "error")
        font = self._what.font()
        font.setBold(True)
        self._what.setFont(font)
        head = QHBoxLayout()
        head.addWidget(self._what, 1)
        head.addWidget(self.parts)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setSizes([270, 330])
        split.setChildrenCollapsible(False)
        options = QHBoxLayout()
        options.addWidget(self.policy)
        options.addWidget(self.notes)
        options.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column_.setSpacing(12)
        column_.addLayout(head)
        column_.addWidget(split, 1)
        column_.addWidget(self.warning)
        column_.addLayout(options)
        column_.addWidget(self._buttons())
        self.resize(_SIZE)

    def _buttons(self) -> QDialogButtonBox:
        self.act.setProperty("role", "primary")
        self.act.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.act, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.parts.changed.connect(self._show_part)
        self.list.selectionModel().currentRowChanged.connect(self._show_entry)
        self.detail.chosen.connect(self.choose)
        self.detail.other_wanted.connect(self._ask_other)
        self.detail.policy_wanted.connect(self._take_field)
        self.policy.activated.connect(self._take_all)
        self.notes.toggled.connect(lambda on: self.rows.take(replace(self.rows.choice, notes=on)))

    def choose(self, place: int, document_id: str | None) -> None:
        """Give an entry a document, or none."""
        self.rows.choose(place, document_id)
        self.detail.show_entry(place)
        self._tell()

    def _show_part(self, part: EntryPart) -> None:
        self.rows.show(part)
        self.list.setCurrentIndex(self.rows.index(0, 0))
        self._show_entry(self.list.currentIndex())

    def _show_entry(self, index: QModelIndex) -> None:
        self.detail.show_entry(self.rows.place(index))

    def _ask_other(self, place: int) -> None:
        titles = [(document_id, self.rows.title(document_id)) for document_id in self._plan.documents]
        dialog = DocumentDialog(titles, self._plan.matches[place].reference.value("title"), self)
        dialog.chosen.connect(lambda document_id: self.choose(place, document_id))
        dialog.open()

    def _take_field(self, field: str, policy: Policy) -> None:
        choice = self.rows.choice
        self._take(replace(choice, by_field={**choice.by_field, field: policy}))

    def _take_all(self, at: int) -> None:
        self._take(replace(self.rows.choice, policy=POLICIES[at], by_field={}))

    def _take(self, choice: TakingChoice) -> None:
        self.rows.take(choice)
        self._show_entry(self.list.currentIndex())
        self._tell()

    def _tell(self) -> None:
        """Say how many rows each part has, what would be done, and what is doubtful about it."""
        words = {
            "all": tr("All"), "matched": tr("With a document"), "open": tr("To choose"),
            "none": tr("Without one"), "unread": tr("Not read"),
        }  # fmt: skip
        for part, count in self.rows.counts().items():
            if part != "unread" or count:
                self.parts.set_text(part, f"{words[part]} {count}")
        chosen = self.rows.chosen
        count = len(set(chosen.values()))
        self.act.setText(plural(count, "Fill in {count} document", "Fill in {count} documents"))
        self.act.setEnabled(bool(count))
        told = [
            tr("The key {key} would be that of several documents: {titles}", key=key, titles=self._titles(ids))
            for key, ids in islice(self._plan.clashes(chosen, self.rows.choice).items(), _TOLD)
        ]
        doubled = doubly_chosen(chosen)
        if doubled:
            told.append(tr("Several entries have the same document; the last one counts: {titles}",
                           titles=self._titles(doubled)))  # fmt: skip
        self.warning.setText("\n".join(told[:_TOLD]))
        self.warning.setVisible(bool(told))

    def _titles(self, document_ids: list[str]) -> str:
        shown = " · ".join(self.rows.title(document_id) for document_id in document_ids[:3])
        return shown + " …" * (len(document_ids) > 3)
