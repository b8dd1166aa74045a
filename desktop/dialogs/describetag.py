"""Writing what a tag means, what belongs under it and what does not, and an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.translation import tr
from desktop.widgets.tagwords import FIELDS, field_name, field_text

if TYPE_CHECKING:
    from library.models import Tag

_SIZE = QSize(480, 520)
_MARGIN = 24
_GAP = 6
_BETWEEN = 8


class DescribeDialog(QDialog):
    """Four fields of plain text below the tag's full name. `described` carries by name those with another text."""

    described = Signal(dict)

    def __init__(self, path: str, tag: Tag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Describe the tag"))
        self._before = {name: field_text(tag, name) for name in FIELDS}
        self.fields = {name: QPlainTextEdit(text, self) for name, text in self._before.items()}
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        page.addWidget(self._label(path))
        for name in FIELDS:
            field = self.fields[name]
            field.setTabChangesFocus(True)
            field.setAccessibleName(field_name(name))
            label = self._label(field_name(name))
            label.setProperty("role", "caption")
            label.setBuddy(field)
            page.addSpacing(_BETWEEN)
            page.addWidget(label)
            page.addWidget(field, 2 if name == "description" else 1)
        page.addSpacing(_BETWEEN)
        page.addWidget(self._buttons())
        self.resize(_SIZE)
        self.fields["description"].setFocus()

    def accept(self) -> None:
        """Keep what is written, where it is not what was there."""
        texts = {name: field.toPlainText().strip() for name, field in self.fields.items()}
        altered = {name: text for name, text in texts.items() if text != self._before[name]}
        if altered:
            self.described.emit(altered)
        super().accept()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        keep = buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setDefault(True)
        keep.setProperty("role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
