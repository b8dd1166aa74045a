"""Writing what belongs under a tag."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.translation import tr

_SIZE = QSize(440, 260)
_MARGIN = 24
_GAP = 12


class DescribeDialog(QDialog):
    """A field of plain text below the tag's full name. `described` carries another text, once it is to be kept."""

    described = Signal(str)

    def __init__(self, path: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Describe the tag"))
        self._before = description
        name = QLabel(path, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        self.field = QPlainTextEdit(description, self)
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(tr("What belongs here, what does not, and an example"))
        self.field.setAccessibleName(tr("Description"))
        buttons = QDialogButtonBox(self)
        keep = buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        for part in (name, self.field, buttons):
            page.addWidget(part)
        self.resize(_SIZE)
        self.field.setFocus()

    def accept(self) -> None:
        """Keep what is written, where it is not what was there."""
        text = self.field.toPlainText().strip()
        if text != self._before:
            self.described.emit(text)
        super().accept()
