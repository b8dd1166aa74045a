"""The encodings that are offered, each with how the text would then read."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.translation import tr
from library.errors import LibraryError
from library.importers.encodings import decode, encoding_label

ENCODINGS = (
    "utf-8", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "utf-16-le", "utf-16-be",
    "cp1252", "cp1250", "cp1251", "koi8-u", "cp1253", "cp1254",
)  # fmt: skip
"""The encodings offered, by Python's name."""

_SAMPLE_BYTES = 4_096
_SAMPLE = 18
_HIGH = re.compile(rb"[\x80-\xff]")


class EncodingBox(QComboBox):
    """Offers the encodings; beside each stands how the first words that are not ASCII read in it."""

    chosen = Signal(object)
    """Carries Python's name of an encoding, or None where it is to be guessed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._data = b""
        self.setMaxVisibleItems(len(ENCODINGS) + 1)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(30)
        self.addItem("", None)
        for name in ENCODINGS:
            self.addItem("", name)
        self.activated.connect(lambda: self.chosen.emit(self.currentData()))

    def show_file(self, data: bytes, encoding: str | None, guess: str) -> None:
        """Offer the encodings for a file that begins with `data`; `guess` is what it was taken for."""
        self._data = data
        self.setItemText(0, tr("Guessed: {encoding}", encoding=guess) if guess else tr("Guess"))
        for place, name in enumerate(ENCODINGS, 1):
            self.setItemText(place, " – ".join(filter(None, (encoding_label(name), purpose(name), self._sample(name)))))
        self.setCurrentIndex(max(0, self.findData(encoding)))

    def _sample(self, encoding: str) -> str:
        """Return how the first line that tells encodings apart reads, or nothing where it makes no sense."""
        wide = encoding.startswith("utf-16")
        found = _HIGH.search(self._data)
        if found is None and not wide:
            return ""
        begin = 0 if found is None or wide else max(self._data.rfind(b"\n", 0, found.start()) + 1, found.start() - 40)
        sample = self._data[begin : begin + _SAMPLE_BYTES]
        try:
            text = decode(sample, encoding).text
        except LibraryError:
            return tr("makes no sense")
        return "".join(character for character in " ".join(text.split()) if character.isprintable())[:_SAMPLE]


def purpose(encoding: str) -> str:
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
