"""What is said of a document before it is there: the fields that were filled, to be put right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.fieldwords import USUAL, field_label
from desktop.imports.batch import Entry
from desktop.sidebar.fieldeditors import KindEditor
from desktop.translation import plural, tr, words
from library.describing import cleaned
from library.errors import LibraryError
from library.fields import FIELDS


class FieldsPage(QWidget):
    """A form over all fields, of which those are folded in which nothing is said.

    What does not fit, such as a date that is none, is said and not taken.
    """

    edited = Signal()
    """A field of the file in view says something else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self.fields: dict[str, QLineEdit] = {}
        self.kind = KindEditor()
        self.kind.left.connect(self._take_kind)
        self._labels: dict[str, QLabel] = {}
        self._remark = QLabel(self)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setProperty("role", "error")
        self._remark.setWordWrap(True)
        self.more = QPushButton(self)
        self.more.setProperty("role", "link")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._fold)
        self._filled: set[str] = set()
        self._form = QFormLayout()
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        form = self._form
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(8)
        for name in (field.name for field in FIELDS):
            label = QLabel(inner)
            self._labels[name] = label
            if name == "kind":
                label.setBuddy(self.kind)
                form.addRow(label, self.kind)
                continue
            edit = QLineEdit(inner)
            label.setBuddy(edit)
            edit.editingFinished.connect(lambda name=name: self._take(name))
            form.addRow(label, edit)
            self.fields[name] = edit
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.addLayout(form)
        rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addWidget(self._remark)

    def show_entry(self, entry: Entry) -> None:
        """Show what is said of a file; nothing can be said of one that is refused."""
        said = {**entry.recognised.fields, **entry.fields}
        filled = {name for name, value in said.items() if value}
        self._filled = filled if entry is not self._entry else self._filled | filled
        self._entry = entry
        self._remark.clear()
        for name, edit in self.fields.items():
            if not edit.isModified() or not edit.hasFocus():
                edit.setText(said.get(name, "").replace("\n", " "))
                edit.setCursorPosition(0)
        self.kind.begin(said.get("kind", ""))
        self.setEnabled(entry.recognised.reason is None)
        self._fold()

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        for field in FIELDS:
            self._labels[field.name].setText(field_label(field.name))
        for name, edit in self.fields.items():
            edit.setAccessibleName(field_label(name))
        self.kind.setAccessibleName(field_label("kind"))
        self.kind.retranslate()
        self._fold()

    def _fold(self) -> None:
        """Show what is said of the file, and what every document has; the rest where more is wanted."""
        folded = 0
        for field in FIELDS:
            lasting = field.name in USUAL or field.name in self._filled
            folded += not lasting
            edit = self.kind if field.name == "kind" else self.fields[field.name]
            self._form.setRowVisible(edit, lasting or self.more.isChecked())
        self.more.setVisible(bool(folded))
        fewer, more = tr("Fewer fields"), plural(folded, "{count} more field", "{count} more fields")
        self.more.setText(fewer if self.more.isChecked() else more)

    def _take_kind(self) -> None:
        kind = self.kind.value
        if self._entry is not None and kind is not None:
            self._entry.fields["kind"] = kind
            self.edited.emit()

    def _take(self, name: str) -> None:
        entry, edit = self._entry, self.fields[name]
        if entry is None or not edit.isModified():
            return
        edit.setModified(False)
        try:
            value = cleaned(name, edit.text())
        except LibraryError as error:
            self._remark.setText(words(error))
            return
        self._remark.clear()
        entry.fields[name] = value
        edit.setText(value)
        self.edited.emit()
