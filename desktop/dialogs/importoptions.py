"""Choosing the encoding of files to be imported, with a look at how they then begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.translation import plural, tr, words
from library.errors import LibraryError
from library.importers.encodings import Decoded, decode, encoding_label
from library.importers.sources import failure, shown

PREVIEW_BYTES = 65_536
"""Bytes of a file that are looked at; even, so that no two-byte unit is cut."""
PREVIEW_LINES = 60

ENCODINGS = (
    "utf-8", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "utf-16-le", "utf-16-be",
    "cp1252", "cp1250", "cp1251", "koi8-u", "cp1253", "cp1254",
)  # fmt: skip
"""The encodings offered, by Python's name."""

_SIZE = QSize(720, 560)
_MARGIN = 24
_PAGE_MARGIN = 14


class EncodingDialog(QDialog):
    """Asks as what files are to be read. It imports nothing: whoever opened it reads `encoding`."""

    def __init__(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._file_label = QLabel(self)
        self._encoding_label = QLabel(self)
        self._file = QComboBox(self)
        self._encoding = QComboBox(self)
        self._page = QPlainTextEdit(self)
        self._remark = QLabel(self)
        self.import_button = QPushButton(self)
        self.cancel_button = QPushButton(self)
        self._data = b""
        self._build()
        self.retranslate()
        self._file.currentIndexChanged.connect(self._read)
        self._encoding.currentIndexChanged.connect(self._show)
        self._encoding.setFocus()
        self._read()

    @property
    def encoding(self) -> str | None:
        """Python's name of the encoding that is chosen; None lets it be guessed for each file."""
        return self._encoding.currentData()

    @property
    def preview(self) -> str:
        """How the file in view begins when read as chosen."""
        return self._page.toPlainText()

    def choose(self, encoding: str | None) -> None:
        """Choose an encoding by Python's name; None lets it be guessed."""
        self._encoding.setCurrentIndex(max(0, self._encoding.findData(encoding)))

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Import with an encoding"))
        self._file_label.setText(tr("File"))
        self._encoding_label.setText(tr("Encoding"))
        self._encoding.setItemText(0, tr("Guess for each file"))
        for place, name in enumerate(ENCODINGS, 1):
            self._encoding.setItemText(place, f"{encoding_label(name)} – {_purpose(name)}")
        self._page.setAccessibleName(tr("Preview"))
        count = len(self._paths)
        self.import_button.setText(plural(count, "Import {count} file", "Import {count} files"))
        self.cancel_button.setText(tr("Cancel"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._file.addItems([shown(Path(path.name)) for path in self._paths])
        self._encoding.addItem("", None)
        for name in ENCODINGS:
            self._encoding.addItem("", name)
        for box in (self._file, self._encoding):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(28)
        for label in (self._file_label, self._encoding_label, self._remark):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setWordWrap(True)
        self._remark.setProperty("role", "soft")
        self._page.setReadOnly(True)
        self._page.setTabChangesFocus(True)
        self._page.document().setDocumentMargin(_PAGE_MARGIN)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        self._file_label.setBuddy(self._file)
        self._encoding_label.setBuddy(self._encoding)
        form.addRow(self._file_label, self._file)
        form.addRow(self._encoding_label, self._encoding)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self._page, 1)
        column.addWidget(self._remark)
        column.addWidget(self._buttons())
        self.resize(_SIZE)

    def _buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        self.import_button.setProperty("role", "primary")
        self.import_button.setDefault(True)
        buttons.addButton(self.cancel_button, role.RejectRole)
        buttons.addButton(self.import_button, role.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _read(self) -> None:
        """Read the beginning of the file in view, and show it."""
        try:
            with self._paths[self._file.currentIndex()].open("rb") as file:
                self._data = file.read(PREVIEW_BYTES)
        except OSError as error:
            self._data = b""
            self._page.clear()
            self._remark.setText(words(failure(error)))
            return
        self._show()

    def _show(self) -> None:
        """Show how the file begins when read as chosen."""
        try:
            decoded = decode(self._data, self.encoding)
        except LibraryError as error:
            self._page.clear()
            self._remark.setText(words(error))
            return
        text = decoded.text.removesuffix("\ufffd") if len(self._data) == PREVIEW_BYTES else decoded.text
        self._page.setPlainText("\n".join(text.split("\n")[:PREVIEW_LINES]))
        self._remark.setText(self._described(decoded))

    def _described(self, decoded: Decoded) -> str:
        if not self._data:
            return tr("The file is empty.")
        parts = [tr("Read as {encoding}", encoding=decoded.encoding)]
        cut = len(self._data) == PREVIEW_BYTES and decoded.text.endswith("\ufffd")
        lost = decoded.replaced - cut
        if lost:
            parts.append(plural(lost, "{count} character could not be read", "{count} characters could not be read"))
        return " · ".join(parts)


def _purpose(encoding: str) -> str:
    """Say what texts an encoding is for."""
    purposes = {
        "gb18030": tr("Simplified Chinese, GBK and GB2312"),
        "big5hkscs": tr("Traditional Chinese"),
        "cp932": tr("Japanese"),
        "euc_jp": tr("Japanese"),
        "cp949": tr("Korean"),
        "cp1252": tr("Western European"),
        "cp1250": tr("Central European"),
        "cp1251": tr("Cyrillic"),
        "koi8-u": tr("Cyrillic"),
        "cp1253": tr("Greek"),
        "cp1254": tr("Turkish"),
    }
    return purposes.get(encoding, tr("Unicode"))
