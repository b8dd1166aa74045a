"""Why a file cannot be imported, in the place of what else would be shown of it; scanned pages can be read here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from desktop.imports.batch import Entry
from desktop.translation import tr, words
from library.ocr.tesseract import is_installed, not_installed

_MARGIN = 20


class Refusal(QWidget):
    """Says which file is refused and the whole reason; `ocr_chosen` carries whether its pages are to be read."""

    ocr_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head, self.reason, self._advice = QLabel(self), QLabel(self), QLabel(self)
        self.ocr = QCheckBox(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(10)
        for part in (self._head, self.reason, self.ocr, self._advice):
            column.addWidget(part)
        for label in (self._head, self.reason, self._advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setProperty("role", "soft" if label is not self._head else "")
        column.addStretch(1)
        font = self._head.font()
        font.setBold(True)
        self._head.setFont(font)
        self.ocr.toggled.connect(self.ocr_chosen)

    def show_entry(self, entry: Entry) -> None:
        """Say why a file is refused, or what is to be done that its pages can be read."""
        name, reason, scanned = entry.recognised.name, entry.recognised.reason, entry.is_scanned
        head = tr("“{name}” has no text yet", name=name) if scanned else tr("“{name}” cannot be imported", name=name)
        self._head.setText(head)
        self.reason.setText(words(reason) if reason is not None else "")
        self.ocr.setText(tr("Read its pages by OCR"))
        self.ocr.setVisible(scanned and is_installed())
        self.ocr.blockSignals(True)
        self.ocr.setChecked(entry.ocr)
        self.ocr.blockSignals(False)
        takes = tr(
            "Reading takes about ten seconds a page. It goes on in the background and can be stopped; "
            "pages that were read are kept."
        )
        self._advice.setText(takes if is_installed() else words(not_installed()))
        self._advice.setVisible(scanned)
