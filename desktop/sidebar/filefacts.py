"""The file a document came from, in the document panel: what it is, where it was, whether it is still the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QWidget

from desktop.sidebar.fieldrow import LABEL_WIDTH
from desktop.translation import plural, tr, words
from desktop.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from desktop.session import Session
    from library.models import Document
    from library.originals import FileCheck

FACTS = ("format", "encoding", "length", "added", "original", "source")
_ASKED = "documentpanel.sound"


class FileFacts(QWidget):
    """Facts that nobody types, and a button that compares text and original with their hashes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document: Document | None = None
        self._rows = {name: (QLabel(self), ElidedLabel(self)) for name in FACTS}
        self.check = QPushButton(self)
        self.check.setProperty("role", "link")
        self.check.clicked.connect(self._verify)
        self._check: FileCheck | None = None
        self.advice = QLabel(self)
        self.advice.setProperty("role", "small")
        self.advice.setTextFormat(Qt.TextFormat.PlainText)
        self.advice.setWordWrap(True)
        self._lay_out()
        self.retranslate()

    def show_document(self, document: Document | None) -> None:
        """Show the facts of a document."""
        if document is None or self._document is None or document.id != self._document.id:
            self._check = None
            self._session.withdraw(_ASKED)
        self._document = document
        self.setVisible(document is not None)
        values = _facts(document) if document is not None else {}
        for name, (label, value) in self._rows.items():
            value.setText(values.get(name, ""))
            for part in (label, value):
                part.setVisible(bool(values.get(name)))
        self._tell()

    def retranslate(self) -> None:
        """Speak the user's language."""
        names = {
            "format": tr("Format"), "encoding": tr("Encoding"), "length": tr("Length"), "added": tr("Added"),
            "original": tr("File"), "source": tr("Source"),
        }  # fmt: skip
        for name, (label, value) in self._rows.items():
            label.setText(names[name])
            value.setAccessibleName(names[name])
        self.show_document(self._document)

    def _tell(self) -> None:
        told = tr("Check the file")
        problems = self._check.problems if self._check is not None else ()
        if self._check is not None:
            told = tr("Damaged on the disk") if problems else tr("Unchanged since its import")
        self.check.setText(told)
        self.check.setAccessibleName(told)
        self.advice.setText("\n".join(words(problem) for problem in problems))
        self.advice.setVisible(bool(problems))

    def _verify(self) -> None:
        document = self._document
        if document is not None:
            self._session.ask(_ASKED, lambda library: library.originals.check(document.id), self._take)

    def _take(self, check: FileCheck) -> None:
        self._check = check
        self._tell()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(6)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, value in self._rows.values():
            label.setProperty("role", "small")
            label.setFixedWidth(LABEL_WIDTH)
            form.addRow(label, value)
        form.addRow(self.check)
        form.addRow(self.advice)


def _facts(document: Document) -> dict[str, str]:
    return {
        "format": document.format,
        "encoding": document.encoding,
        "length": plural(document.length, "{count} character", "{count} characters"),
        "added": document.added[:10],
        "original": document.original_name,
        "source": document.source,
    }
