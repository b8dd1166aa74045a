"""Writing how a quotation should read, below how it stands in the text."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.translation import tr
from library.models import Highlight

_SIZE = QSize(480, 320)
_MARGIN = 24
_GAP = 12


class CorrectDialog(QDialog):
    """A field that begins with the quotation as it is. `corrected` carries another text, once it is to be kept."""

    corrected = Signal(str)

    def __init__(self, highlight: Highlight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Correct the quotation"))
        self._before = highlight.correction or highlight.quote
        heading = QLabel(tr("In the text"), self)
        heading.setProperty("role", "caption")
        original = QPlainTextEdit(highlight.quote, self)
        original.setReadOnly(True)
        original.setTabChangesFocus(True)
        original.setAccessibleName(tr("In the text"))
        below = QLabel(tr("To be quoted as"), self)
        below.setProperty("role", "caption")
        self.field = QPlainTextEdit(self._before, self)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(tr("To be quoted as"))
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        save.setToolTip(tr("Save (Ctrl+Enter)"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone begins a line in the field
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.withdraw = buttons.addButton(tr("Quote as in the text"), QDialogButtonBox.ButtonRole.ResetRole)
        self.withdraw.setEnabled(bool(highlight.correction))
        self.withdraw.clicked.connect(lambda: self._keep(""))
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        for part in (heading, original, below, self.field, buttons):
            page.addWidget(part)
        self.resize(_SIZE)
        self.field.setFocus()
        self.field.selectAll()

    def accept(self) -> None:
        """Keep what is written."""
        self._keep(self.field.toPlainText())

    def _keep(self, text: str) -> None:
        if text != self._before:
            self.corrected.emit(text)
        super().accept()
