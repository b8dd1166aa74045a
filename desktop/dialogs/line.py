"""Asking for one line of text: a name, a date."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

_WIDTH = 400
_MARGIN = 24
_GAP = 12


class LineDialog(QDialog):
    """A field below a line that says what it is for. `entered` carries what was typed, once it is to be kept."""

    entered = Signal(str)

    def __init__(
        self, title: str, about: str, text: str, answer: str, *, hint: str = "", empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """The button `answer` keeps the line; it cannot be chosen while that is blank, unless it may be `empty`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        label = QLabel(about, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.field = QLineEdit(text, self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        buttons = QDialogButtonBox(self)
        self.keep = buttons.addButton(answer, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(lambda typed: self.keep.setEnabled(empty or bool(typed.strip())))
        self.keep.setEnabled(empty or bool(text.strip()))
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        for part in (label, self.field, buttons):
            page.addWidget(part)
        self.resize(_WIDTH, self.sizeHint().height())
        self.field.selectAll()
        self.field.setFocus()

    def accept(self) -> None:
        """Keep what is typed."""
        self.entered.emit(self.field.text().strip())
        super().accept()
