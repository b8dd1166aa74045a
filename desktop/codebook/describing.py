"""The four texts that describe a tag, written where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop.translation import tr
from desktop.widgets.markdowneditor import MarkdownEditor
from desktop.widgets.tagwords import FIELDS, Field, field_name, field_text

if TYPE_CHECKING:
    from desktop.theme import Themes
    from library.models import Tag

PITCH = 22
NARROW = 520
"""Below this width in pixels the fields stand below one another."""
PLACES: dict[Field, tuple[int, int, int]] = {
    "description": (0, 0, 2), "includes": (2, 0, 1), "excludes": (2, 1, 1), "example": (4, 0, 2),
}  # fmt: skip
"""Row, column and columns taken of each field, where there is room for two columns."""


class Describing(QWidget):
    """Shows what describes a tag and says what is typed in it, saved by itself."""

    written = Signal(str, str, str)
    """Carries the id of the tag, the name of a field and its text."""
    escaped = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._tag_id = ""
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(2)
        self.labels: dict[Field, QLabel] = {}
        self.editors: dict[Field, MarkdownEditor] = {}
        for name in FIELDS:
            self._add(name)
        self._arrange(wide=True)
        themes.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def show_tag(self, tag: Tag, *, writable: bool) -> None:
        """Show the texts of a tag; what is unsaved of another one is saved first."""
        if tag.id != self._tag_id:
            self.save()
        for name, editor in self.editors.items():
            editor.setReadOnly(not writable)
            text = field_text(tag, name)
            if tag.id == self._tag_id:
                editor.follow(text)
            else:
                editor.begin(text)
        self._tag_id = tag.id

    def save(self) -> None:
        """Have what is unsaved saved."""
        for editor in self.editors.values():
            editor.save()

    def retranslate(self) -> None:
        """Speak the user's language."""
        for name, label in self.labels.items():
            label.setText(field_name(name))
            self.editors[name].setAccessibleName(field_name(name))
            self.editors[name].setPlaceholderText(tr("Nothing written yet"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=event.size().width() >= NARROW)

    def _add(self, name: Field) -> None:
        label, editor = QLabel(self), MarkdownEditor(self._themes, self)
        label.setProperty("role", "caption")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(editor)
        label.setContentsMargins(0, 6, 0, 0)
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        editor.height_wanted.connect(lambda height: editor.setFixedHeight(max(PITCH, height)))
        editor.save_wanted.connect(lambda text: self.written.emit(self._tag_id, name, text.strip()))
        editor.escaped.connect(self.escaped)
        self.labels[name], self.editors[name] = label, editor

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for number, name in enumerate(FIELDS):
            row, column, span = PLACES[name] if wide else (2 * number, 0, 2)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(self.labels[name], row, column, 1, span)
            self._grid.addWidget(self.editors[name], row + 1, column, 1, span, top)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def _dress(self) -> None:
        theme = self._themes.current
        for editor in self.editors.values():
            editor.wear(theme.title_font(theme.size("interface")), PITCH, "ink")
