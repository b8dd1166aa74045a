"""The note on a tag or a collection, written in a window of its own and saved by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLabel, QVBoxLayout, QWidget

from desktop.itemmodels.references import References
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.noteeditor import NoteEditor
from library.models import NoteTarget

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes

_SIZE = QSize(520, 380)
_MARGIN, _PADDING = 20, 12


class NoteDialog(QDialog):
    """Shows the note on one thing, called `name`."""

    def __init__(
        self, session: Session, themes: Themes, kind: NoteTarget, target_id: str, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._kind: NoteTarget = kind
        self._target_id = target_id
        self._name = QLabel(name, self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        frame = QFrame(self)
        frame.setObjectName("popup")
        self.editor = NoteEditor(themes, frame)
        self.editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        inside.addWidget(self.editor)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self._name)
        column.addWidget(frame, 1)
        column.addWidget(self._buttons)
        self.resize(_SIZE)
        self.editor.begin(self._read())
        self.editor.complete_from(References(session))
        self.editor.setReadOnly(not session.writable)
        self.editor.save_wanted.connect(self._write)
        self.editor.escaped.connect(self.reject)
        self.finished.connect(lambda _: self.editor.save())
        session.changed.connect(self._follow)
        session.closing.connect(self.reject)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setWindowTitle(tr("Note"))
        self.editor.setAccessibleName(tr("Note"))
        self.editor.setPlaceholderText(tr("Write a note"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _read(self) -> str:
        library = self._session.library
        note = library.notes.find(self._kind, self._target_id) if library is not None else None
        return note.text if note is not None else ""

    def _write(self, text: str) -> None:
        kind, target_id = self._kind, self._target_id
        if self._session.writable:
            self._session.write(lambda library: library.notes.write(kind, target_id, text))

    def _follow(self, changes: Changes) -> None:
        """Show what became of the note by undo, for instance."""
        if changes.touches("note") and changes.initiator != "do":
            self.editor.follow(self._read())
