"""How a file begins when it is read as chosen: its encoding, and of a web page how much of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.imports.batch import Entry
from desktop.imports.encodings import EncodingBox
from desktop.translation import plural, tr, words
from desktop.widgets.segments import Segments
from library.errors import LibraryError
from library.importers.encodings import decode
from library.importers.sources import failure

PREVIEW_BYTES = 65_536
"""Bytes of a file that are looked at; even, so that no two-byte unit is cut."""
PREVIEW_LINES = 60

_PAGE_MARGIN = 14
_ENCODED = ("text", "markdown", "html")
ARTICLE, WHOLE = "article", "whole"


class TextPage(QWidget):
    """Shows the beginning of one file, at once where it is a text, else when it was looked at."""

    encoding_chosen = Signal(object)
    page_chosen = Signal(bool)
    """Whether the whole of a web page is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._data = b""
        self.encoding = EncodingBox(self)
        self._label = QLabel(self)
        self._label.setBuddy(self.encoding)
        self.pages = Segments((ARTICLE, WHOLE), self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(_PAGE_MARGIN)
        self._remark = QLabel(self)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setWordWrap(True)
        self._remark.setProperty("role", "soft")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self.encoding, 1)
        row.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addWidget(self._remark)
        self.encoding.chosen.connect(self.encoding_chosen)
        self.pages.changed.connect(self._choose_page)

    def show_entry(self, entry: Entry) -> None:
        """Show a file; where it is not a plain text, what was recognised in it."""
        self._entry = None
        seen = entry.recognised
        encoded = seen.format in _ENCODED if seen.format else not entry.is_refused
        self._data = _beginning(entry) if encoded and not entry.member else b""
        self._label.setVisible(encoded)
        self.encoding.setVisible(encoded)
        self.encoding.show_file(self._data, entry.encoding, entry.guess)
        self.pages.setVisible(seen.partial)
        self.pages.select(WHOLE if entry.whole_page else ARTICLE)
        self._entry = entry
        self.show_text()

    def show_text(self) -> None:
        """Show how the file in view begins, as it is to be read now."""
        entry = self._entry
        if entry is None:
            return
        seen = entry.recognised
        if self._data and seen.format != "html":
            self._show_decoded(entry)
            return
        self.text.setPlainText(words(seen.reason) if seen.reason else seen.beginning)
        self._remark.setText("" if seen.reason else _described(seen.encoding, seen.replaced))

    def show_failure(self, error: LibraryError) -> None:
        """Say why the file in view cannot be read as chosen."""
        self.text.clear()
        self._remark.setText(words(error))

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self._label.setText(tr("Encoding"))
        self.encoding.setAccessibleName(tr("Encoding"))
        self.text.setAccessibleName(tr("Preview"))
        self.pages.set_text(ARTICLE, tr("Article"))
        self.pages.set_text(WHOLE, tr("Whole page"))
        if self._entry is not None:
            self.show_entry(self._entry)

    def _show_decoded(self, entry: Entry) -> None:
        try:
            decoded = decode(self._data, entry.encoding)
        except LibraryError as error:
            self.show_failure(error)
            return
        is_cut = len(self._data) == PREVIEW_BYTES
        text = decoded.text.removesuffix("\ufffd") if is_cut else decoded.text
        self.text.setPlainText("\n".join(text.split("\n")[:PREVIEW_LINES]))
        lost = decoded.replaced - (is_cut and decoded.text.endswith("\ufffd"))
        self._remark.setText(_described(decoded.encoding, lost))

    def _choose_page(self, page: str) -> None:
        if self._entry is not None:
            self.page_chosen.emit(page == WHOLE)


def _beginning(entry: Entry) -> bytes:
    """Return the first bytes of a file; nothing of one that cannot be read, which is told when it is looked at."""
    try:
        with entry.source.path.open("rb") as file:
            return file.read(PREVIEW_BYTES)
    except OSError as error:
        entry.recognised = type(entry.recognised)(entry.key, entry.recognised.name, reason=failure(error))
        return b""


def _described(encoding: str, lost: int) -> str:
    parts = [tr("Read as {encoding}", encoding=encoding)] if encoding else []
    if lost:
        parts.append(plural(lost, "{count} character could not be read", "{count} characters could not be read"))
    return " · ".join(parts)
