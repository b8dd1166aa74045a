"""The note on the document itself, folded away until it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon
from desktop.widgets.noteeditor import NoteEditor

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes

HIGHEST = 220
LOWEST = 44
PADDING = 10


class DocumentNote(QWidget):
    """A line to unfold, and below it the editor."""

    text_wanted = Signal()

    def __init__(self, session: Session, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._document_id: str | None = None
        self._build()
        session.changed.connect(self._follow)
        session.closed.connect(lambda: self.show_document(None))
        themes.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def editor(self) -> NoteEditor:
        return self._editor

    def show_document(self, document_id: str | None) -> None:
        """Save what is unsaved and show the note of another document; unfolded where there is one."""
        self._editor.save()
        self._document_id = document_id
        text = self._read()
        self._editor.setReadOnly(not self._session.writable)
        self._editor.begin(text)
        self._fold.setChecked(bool(text))
        self.setVisible(document_id is not None)

    def save(self) -> None:
        """Have what is unsaved saved."""
        self._editor.save()

    def retranslate(self) -> None:
        """Speak the user's language and wear the theme's icon."""
        name = "caret-down" if self._fold.isChecked() else "caret-right"
        self._fold.setIcon(icon(name, self._themes.current))
        self._fold.setText(tr("Document note"))
        self._editor.setAccessibleName(tr("Document note"))
        self._editor.setPlaceholderText(tr("About the whole document"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._fold = QToolButton(self)
        self._fold.setCheckable(True)
        self._fold.setProperty("role", "fold")
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.toggled.connect(self._toggle)
        self._fold.clicked.connect(self._enter)
        self._frame = QFrame(self)
        self._frame.setObjectName("popup")
        self._editor = NoteEditor(self._themes, self._frame)
        self._editor.save_wanted.connect(self._write)
        self._editor.escaped.connect(self.text_wanted)
        self._editor.height_wanted.connect(self._give_height)
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        inside.addWidget(self._editor)
        self._frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._frame.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._fold)
        column.addWidget(self._frame)

    def _toggle(self, open_: bool) -> None:
        self._frame.setVisible(open_)
        self.retranslate()

    def _enter(self, open_: bool) -> None:
        """Let writing begin at once where the note was unfolded by hand."""
        if open_:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_height(self, height: int) -> None:
        self._editor.setFixedHeight(min(max(height, LOWEST), HIGHEST))

    def _read(self) -> str:
        library = self._session.library
        note = library.notes.find("document", self._document_id) if library and self._document_id else None
        return note.text if note else ""

    def _write(self, text: str) -> None:
        document_id = self._document_id
        if document_id is not None:
            self._session.write(lambda library: library.notes.write("document", document_id, text))

    def _follow(self, changes: Changes) -> None:
        if self._document_id in changes.document_ids and changes.touches("note"):
            self._editor.follow(self._read())
