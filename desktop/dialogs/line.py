"""Asking for one line of text: a name, a date."""

from collections.abc import Callable

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
        mistake: Callable[[str], str] = lambda _: "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """The button `answer` keeps the line; it cannot be chosen while that is blank, unless it may be `empty`.

        `mistake` says in words what is wrong with a line, which is then not kept, or nothing.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        label = QLabel(about, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.field = QLineEdit(text, self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self._mistake = mistake
        self.wrong = QLabel(self)
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setProperty("role", "error")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.field.textEdited.connect(lambda: self.wrong.hide())
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
        for part in (label, self.field, self.wrong, buttons):
            page.addWidget(part)
        self.resize(_WIDTH, self.sizeHint().height())
        self.field.selectAll()
        self.field.setFocus()

    def accept(self) -> None:
        """Keep what is typed, or say what is wrong with it."""
        typed = self.field.text().strip()
        wrong = self._mistake(typed)
        if wrong:
            self.wrong.setText(wrong)
            self.wrong.show()
            self.field.selectAll()
            self.field.setFocus()
            return
        self.entered.emit(typed)
        super().accept()
