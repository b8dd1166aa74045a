"""A chip above what was found: a word that the letters typed may be the pinyin of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.translation import tr


class PinyinChip(QPushButton):
    """A word to search for; `applied` says that it is what was looked for, as nothing is written in those letters."""

    def __init__(self, word: str, *, applied: bool, parent: QWidget | None = None) -> None:
        super().__init__(word.replace("&", "&&"), parent)
        self.word = word
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setChecked(applied)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        said = tr("Nothing is written so: {word} was searched for", word=word) if applied else ""
        self.setToolTip(said or tr("Search for {word}", word=word))
        self.setAccessibleName(self.toolTip())
