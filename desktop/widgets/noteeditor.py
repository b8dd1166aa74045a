"""Where a note is written: Markdown in the Kai face, saved by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.theme import Themes
from desktop.widgets.markdowneditor import MarkdownEditor

LINE_PITCH = 22


class NoteEditor(MarkdownEditor):
    """The Markdown editor as it looks in cards."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        themes.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        theme = self.themes.current
        self.wear(theme.note_font(), LINE_PITCH, "note", latin=theme.note_latin_font())
