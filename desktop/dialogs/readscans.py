"""Choosing the languages in which scanned pages are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.translation import plural, tr
from library.ocr.tesseract import LANGUAGES

_MARGIN = 24
_WIDTH = 440


class ReadScansDialog(QDialog):
    """Asks which of the installed `languages` scanned pages are in. It reads nothing: whoever opened it does."""

    def __init__(self, count: int, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._head = QLabel(self)
        self._explanation = QLabel(self)
        self.boxes = {name: QCheckBox(self) for name in sorted(languages, key=_rank)}
        self.read_button = QPushButton(self)
        self.cancel_button = QPushButton(self)
        for label in (self._head, self._explanation):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._explanation.setProperty("role", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column.setSpacing(10)
        column.addWidget(self._head)
        for name, box in self.boxes.items():
            box.setChecked(name in LANGUAGES)
            box.toggled.connect(self._allow)
            column.addWidget(box)
        column.addWidget(self._explanation)
        column.addWidget(self._buttons())
        self.setMinimumWidth(_WIDTH)
        self.retranslate()
        self._allow()

    @property
    def languages(self) -> str:
        """The languages that are chosen, as tesseract takes them."""
        return "+".join(name for name, box in self.boxes.items() if box.isChecked())

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Read scanned pages"))
        self._head.setText(plural(self._count, "{count} file to be read, in:", "{count} files to be read, in:"))
        for name, box in self.boxes.items():
            box.setText(_called(name))
        self._explanation.setText(
            tr(
                "Reading takes about ten seconds a page. It goes on in the background and can be stopped; "
                "pages that were read are kept."
            )
        )
        self.read_button.setText(tr("Read"))
        self.cancel_button.setText(tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        self.read_button.setProperty("role", "primary")
        self.read_button.setDefault(True)
        buttons.addButton(self.cancel_button, role.RejectRole)
        buttons.addButton(self.read_button, role.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _allow(self) -> None:
        self.read_button.setEnabled(bool(self.languages))


def _rank(name: str) -> tuple[int, str]:
    return LANGUAGES.index(name) if name in LANGUAGES else len(LANGUAGES), name


def _called(name: str) -> str:
    known = {"chi_sim": tr("Simplified Chinese"), "chi_tra": tr("Traditional Chinese"), "eng": tr("English")}
    return known.get(name, name)
