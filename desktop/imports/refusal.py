"""Why a file cannot be imported, in the place of what else would be shown of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.imports.batch import Entry
from desktop.translation import tr, words

_MARGIN = 20


class Refusal(QFrame):
    """Says which file is refused and the whole reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "sheet")
        self._head, self.reason = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        for label in (self._head, self.reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(1)
        font = self._head.font()
        font.setBold(True)
        self._head.setFont(font)
        self.reason.setProperty("role", "soft")

    def show_entry(self, entry: Entry) -> None:
        """Say why a file is refused."""
        self._head.setText(tr("“{name}” cannot be imported", name=entry.recognised.name))
        self.reason.setText(words(entry.recognised.reason) if entry.recognised.reason is not None else "")
