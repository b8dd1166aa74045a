"""Asking for one line of text: a name, a date."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.translation import words
from desktop.widgets.mistake import MistakeLabel
from library.errors import LibraryError

_WIDTH = 400
_MARGIN = 24
_GAP = 12


class LineDialog(QDialog):
    """A field below a line that says what it is for. `entered` carries what was typed, once it is to be kept."""

    entered = Signal(str)

    def __init__(
        self, title: str, about: str, text: str, answer: str, *, hint: str = "", empty: bool = False,
        mistake: Callable[[str], str] = lambda _: "", doubt: Callable[[str], str] = lambda _: "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """The button `answer` keeps the line; it cannot be chosen while that is blank, unless it may be `empty`.

        `mistake` says in words what is wrong with a line, which is then not kept, or nothing; `doubt` what is odd about
        one, which is kept when it is answered once more.
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
        self._doubt = doubt
        self._doubted: str | None = None
        self.wrong = MistakeLabel(self)
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
        """Keep what is typed, or say what is wrong with it, or for once what is odd about it."""
        typed = self.field.text().strip()
        wrong = self._mistake(typed)
        if not wrong and typed != self._doubted:
            wrong, self._doubted = self._doubt(typed), typed
        if wrong:
            self.wrong.setText(wrong)
            self.wrong.show()
            self.field.selectAll()
            self.field.setFocus()
            return
        self.entered.emit(typed)
        super().accept()


def mistake_in(check: Callable[[], object]) -> str:
    """Return in words what `check` refuses, or nothing where it passes."""
    try:
        check()
    except LibraryError as error:
        return words(error)
    return ""
