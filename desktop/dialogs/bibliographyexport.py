"""Which documents become a bibliography, and in which format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.translation import plural, tr
from desktop.widgets.segments import Segments

_WIDTH = 460
_MARGIN = 24


@dataclass(frozen=True, slots=True)
class BibliographyScope:
    """Documents by their ids, or those of a collection and the ones below it, or all."""

    document_ids: tuple[str, ...] = ()
    collection_id: str | None = None


class BibliographyExportDialog(QDialog):
    """Asks what is to be written. It writes nothing: whoever opened it listens."""

    wanted = Signal(object, str, bool)
    """Carries the `BibliographyScope`, the name of the format, and whether made-up citation keys are kept."""

    def __init__(
        self,
        formats: Sequence[tuple[str, str]],
        document_ids: tuple[str, ...],
        collections: Sequence[tuple[str, str]],
        *,
        writable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._selected = document_ids
        self.source = QComboBox(self)
        self.formats = Segments([name for name, _ in formats], self)
        for name, label in formats:
            self.formats.set_text(name, label)
        self.keeps = QCheckBox(self)
        self.keeps.setEnabled(writable)
        self._labels = [QLabel(self), QLabel(self)]
        self.act, self.cancel = QPushButton(self), QPushButton(self)
        self.source.addItem("", BibliographyScope())
        if document_ids:
            self.source.addItem("", BibliographyScope(document_ids))
            self.source.setCurrentIndex(1)
        for collection_id, path in collections:
            self.source.addItem(path, BibliographyScope(collection_id=collection_id))
        self._lay_out()
        self.retranslate()

    def accept(self) -> None:
        """Have it written."""
        super().accept()
        self.wanted.emit(self.source.currentData(), self.formats.current, self.keeps.isChecked())

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Export bibliography"))
        for label, field, name in zip(
            self._labels, (self.source, self.formats), (tr("From"), tr("Format")), strict=True
        ):
            label.setText(name)
            field.setAccessibleName(name)
        self.source.setItemText(0, tr("The whole library"))
        if self._selected:
            told = plural(len(self._selected), "The selected document", "The {count} selected documents")
            self.source.setItemText(1, told)
        self.keeps.setText(tr("Keep the citation keys that are made for documents without one"))
        self.cancel.setText(tr("Cancel"))
        self.act.setText(tr("Export…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in zip(self._labels, (self.source, self.formats), strict=True):
            form.addRow(label, field)
        self.act.setProperty("role", "primary")
        self.act.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.act, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.keeps)
        column.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
