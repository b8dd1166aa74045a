"""Where a note is written: plain text in the Kai face, saved by itself."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.theme import Themes
from desktop.widgets.latin import LatinFace

SAVE_AFTER = 800
"""Milliseconds from the first unsaved keystroke to its saving: within the second that may be lost."""
LINE_PITCH = 22
LINE_SEPARATORS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


class NoteEditor(QTextEdit):
    """An editor that says when there is something to save and how high it would like to be.

    A QTextEdit only for its line pitch: it takes and gives plain text alone.
    """

    save_wanted = Signal(str)
    """The text as it is now differs from what was last saved or given."""
    left = Signal()
    """The focus went elsewhere in the window."""
    escaped = Signal()
    height_wanted = Signal(int)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._saved = ""
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.save)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self._latin = LatinFace(self.document(), themes.current.note_latin_font())
        self.textChanged.connect(self._text_changed)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def text(self) -> str:
        """What is written. Read raw, for toPlainText turns no-break spaces into spaces."""
        return self.document().toRawText().translate(LINE_SEPARATORS)

    def begin(self, text: str) -> None:
        """Show `text`, which is saved already, with the caret at its end."""
        self._timer.stop()
        self._saved = text
        with QSignalBlocker(self):
            self.setPlainText(text)
            self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.height_wanted.emit(self.wanted_height())

    def follow(self, text: str) -> None:
        """Take what was written elsewhere, by undo for instance, unless there is unsaved typing here."""
        if text != self._saved and self.text == self._saved:
            self.begin(text)

    def save(self) -> None:
        """Have what is unsaved saved."""
        self._timer.stop()
        text = self.text
        if text != self._saved:
            self._saved = text
            self.save_wanted.emit(text)

    def wanted_height(self) -> int:
        """Return the height in pixels that shows all lines."""
        return max(LINE_PITCH, ceil(self.document().size().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.save()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # all lines are in sight unless the editor was made lower: then the wheel is its own
        if self.document().size().height() > self.viewport().height():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.height_wanted.emit(self.wanted_height())

    def _text_changed(self) -> None:
        if self.text != self._saved and not self._timer.isActive():
            self._timer.start()
        self.height_wanted.emit(self.wanted_height())

    def _space_lines(self) -> None:
        """Give all lines one pitch, whatever fallback faces they need; it is not a step to be undone."""
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_PITCH, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(True)

    def _dress(self) -> None:
        theme = self._themes.current
        self.setFont(theme.note_font())
        self._latin.set_font(theme.note_latin_font())
        self.setStyleSheet(
            f"QTextEdit {{ background: transparent; border: none; padding: 0; color: {theme.colors['note']}; }}"
        )
        with QSignalBlocker(self):
            self._space_lines()
