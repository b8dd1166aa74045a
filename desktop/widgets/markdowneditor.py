"""Where Markdown is written: plain text that looks a little like what it means, saved by itself."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.itemmodels.references import References
from desktop.theme import Themes
from desktop.widgets.completion import Completion
from desktop.widgets.composing import steers
from desktop.widgets.markdownstyle import REFERENCE, MarkdownStyle, hidden_spans, utf16_length
from desktop.widgets.markdowntext import closes, next_item, with_mark
from library.links import links_in
from library.references import references

SAVE_AFTER = 800
"""Milliseconds from the first unsaved keystroke to its saving: within the second that may be lost."""
LINE_SEPARATORS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
MARKS = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Move = QTextCursor.MoveOperation
Mode = QTextCursor.MoveMode


class MarkdownEditor(QTextEdit):
    """An editor that says when there is something to save and how high it would like to be.

    A QTextEdit only for its line pitch and its look: it takes and gives plain text alone.
    """

    save_wanted = Signal(str)
    """The text as it is now differs from what was last saved or given."""
    left = Signal()
    """The focus went elsewhere in the window."""
    escaped = Signal()
    height_wanted = Signal(int)
    followed = Signal(str, str)
    """A reference was clicked with Ctrl: carries the kind and the id of what it leads to."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = themes
        self.pitch = 1
        self.composing = False
        self._saved = ""
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.save)
        self._style = MarkdownStyle(self.document(), themes.current)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._step_over_hidden)
        self._at = 0

    def wear(self, font: QFont, pitch: int, color: str, *, latin: QFont | None = None) -> None:
        """Set the text in a face and a colour token, its lines `pitch` pixels apart, Latin runs in `latin`."""
        self.pitch = pitch
        theme = self.themes.current
        self.setFont(font)
        self.setStyleSheet(
            f"QTextEdit {{ background: transparent; border: none; padding: 0; color: {theme.colors[color]}; }}"
        )
        with QSignalBlocker(self):
            self._style.dress(theme, latin)
            self._space_lines()
        self.height_wanted.emit(self.wanted_height())

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
        self.moveCursor(Move.End)
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
        return max(self.pitch, ceil(self.document().size().height()))

    def complete_from(self, offers: References) -> None:
        """Complete references from what is offered."""
        Completion(self, offers)

    # Keys

    def event(self, event: QEvent) -> bool:
        if self.composing and steers(event):
            event.accept()
            return True
        # bold and italic are the editor's here, and not bookmarks and importing
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _mark(event):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.save()
            self.escaped.emit()
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif mark := _mark(event):
            self._toggle(mark)
        elif not ((plain and event.key() in ENTER and self._continue_list()) or self._remove_reference(event.key())):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            cursor = self.cursorForPosition(event.position().toPoint())
            line = cursor.block().text()
            at = _code_points(line, cursor.positionInBlock())
            for found in references(line):
                if found.start <= at < found.end:
                    self.followed.emit(found.kind, found.id)
            for link in links_in(line):
                if link.start <= at < link.end:
                    self.followed.emit("link", link.link.address)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # all lines are in sight unless the editor was made lower: then the wheel is its own
        if self.document().size().height() > self.viewport().height():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.composing = False
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
        spacing.setLineHeight(self.pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(True)

    # Markdown

    def _toggle(self, mark: str) -> None:
        """Put a mark around what is selected, or take it away, as one step; at the end of marked words, step out."""
        text, cursor = self.text, self.textCursor()
        start, end = (_code_points(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        if start == end and closes(text, end, mark):
            cursor.movePosition(Move.Right, n=len(mark))
            self.setTextCursor(cursor)
            return
        marked, first, last = with_mark(text, start, end, mark)
        grown = len(marked) > len(text)
        cursor.beginEditBlock()
        for at in (last - len(mark), first - len(mark)) if grown else (last + len(mark), first):
            cursor.setPosition(utf16_length(text[:at]))
            if grown:
                cursor.insertText(mark)
            else:
                cursor.movePosition(Move.Right, Mode.KeepAnchor, len(mark))
                cursor.removeSelectedText()
        cursor.endEditBlock()
        cursor.setPosition(utf16_length(marked[:first]))
        cursor.setPosition(utf16_length(marked[:last]), Mode.KeepAnchor)
        self.setTextCursor(cursor)

    def _continue_list(self) -> bool:
        """Begin the next item below an item, or end the list at an empty one; say whether there is a list."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.composing:
            return False
        line = cursor.block().text()
        item = next_item(line[: _code_points(line, cursor.positionInBlock())])
        if item is None:
            return False
        cursor.beginEditBlock()
        if item:
            cursor.insertBlock()
            cursor.insertText(item)
        else:
            cursor.movePosition(Move.StartOfBlock, Mode.KeepAnchor)
            cursor.removeSelectedText()
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        return True

    def _remove_reference(self, key: int) -> bool:
        """Delete a whole reference where the key would break what is hidden of it; say whether it was one."""
        cursor = self.textCursor()
        if key not in REMOVING or cursor.hasSelection() or self.composing:
            return False
        line, block = cursor.block().text(), cursor.block().position()
        at = _code_points(line, cursor.positionInBlock())
        taken = at - 1 if key == Qt.Key.Key_Backspace else at
        for found in REFERENCE.finditer(line):
            if any(start <= taken < end for start, end in hidden_spans(found)):
                cursor.setPosition(block + utf16_length(line[: found.start()]))
                cursor.setPosition(block + utf16_length(line[: found.end()]), Mode.KeepAnchor)
                cursor.removeSelectedText()
                return True
        return False

    def _step_over_hidden(self) -> None:
        """Let the caret never stand inside what is hidden of a reference."""
        cursor = self.textCursor()
        before, self._at = self._at, cursor.position()
        line, block = cursor.block().text(), cursor.block().position()
        at = _code_points(line, cursor.positionInBlock())
        for found in REFERENCE.finditer(line):
            for start, end in hidden_spans(found):
                if start < at < end:
                    wanted = end if self._at > before else start
                    keep = Mode.KeepAnchor if cursor.hasSelection() else Mode.MoveAnchor
                    cursor.setPosition(block + utf16_length(line[:wanted]), keep)
                    self._at = cursor.position()
                    self.setTextCursor(cursor)
                    return


def _mark(event: QKeyEvent) -> str:
    """Return the mark that a key stands for, or ""."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return MARKS.get(Qt.Key(event.key()), "") if held == Qt.KeyboardModifier.ControlModifier else ""


def _code_points(text: str, utf16: int) -> int:
    """Return how many code points the first `utf16` units of a text are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * utf16].decode("utf-16-le", "ignore"))
