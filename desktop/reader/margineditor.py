"""Where a note is written beside its passage: an editor in the place that the note has in the margin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.reader.column import NOTE_LEFT
from desktop.reader.margin import Standing
from desktop.reader.pane import ReaderPane
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.noteeditor import NoteEditor

_PADDING = 4
_RADIUS = 4
_DROP = -2
"""How far lower the editor's lines stand than those that are painted, which it makes up for."""


class MarginEditor(QWidget):
    """Saves by itself, grows with the text, follows it as it scrolls, and never leaves the window.

    `written` carries a highlight's id and the text to be saved, `discarded` that of a fresh highlight whose note
    stayed empty, `left` says that the focus should return to the text.
    """

    written = Signal(str, str)
    discarded = Signal(str)
    left = Signal()

    def __init__(self, themes: Themes, pane: ReaderPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._pane = pane
        self._id: str | None = None
        self._fresh = False
        self.field = NoteEditor(themes, self)
        self.hide()
        self.field.save_wanted.connect(self._save)
        self.field.left.connect(self.finish)
        self.field.escaped.connect(self._escape)
        self.field.height_wanted.connect(self._grow)
        pane.scrolled.connect(self.place)
        pane.note_shown.connect(self._follow)
        pane.text_closing.connect(self.finish)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setAccessibleName(tr("Note"))
        self.field.setPlaceholderText(tr("Write a note"))

    def begin(self, highlight_id: str, *, fresh: bool) -> bool:
        """Open the note of a highlight, unless there is no lane for notes; say whether it is open."""
        flow, marks = self._pane.flow, self._pane.marks
        span = marks.spans.find(highlight_id)
        if flow is None or span is None or not flow.column.notes:
            return False
        if highlight_id == self._id:
            self.field.setFocus()
            return True
        self.finish()
        self._pane.reveal(span.start)
        self._id, self._fresh = highlight_id, fresh
        self.field.setFixedWidth(flow.column.notes)
        self.field.begin(marks.margin.find(highlight_id))
        marks.margin.edit(span, self.field.wanted_height())
        self._pane.repaint_margin()
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def save(self) -> None:
        """Have what is unsaved saved, and go on writing."""
        self.field.save()

    def finish(self) -> None:
        """Save the note that is being written and show it as before."""
        if self._id is None:
            return
        self.field.save()
        id, fresh = self._id, self._fresh
        self._close()
        if fresh and not self.field.text.strip():
            self.discarded.emit(id)

    def place(self) -> None:
        """Stand where the note stands, or at the edge of the window that it went beyond."""
        flow = self._pane.flow
        if self._id is None or flow is None:
            return
        if not flow.column.notes:
            self.finish()
            return
        standing = next((note for note in self._pane.marks.margin.standing(flow) if note.id == self._id), None)
        corner = self._pane.viewport().mapTo(self.parentWidget(), QPoint(0, 0))
        height = min(self.field.wanted_height() + 2 * _PADDING, flow.height)
        top = self._top(standing) - _PADDING + _DROP
        lowest = max(flow.height - height, 0)
        left = flow.column.left + flow.column.width + NOTE_LEFT - _PADDING
        area = QRect(left, min(max(top, 0), lowest), flow.column.notes + 2 * _PADDING, height)
        self.setGeometry(area.translated(corner))
        self.field.setFixedWidth(flow.column.notes)
        self.field.setGeometry(_PADDING, _PADDING, flow.column.notes, height - 2 * _PADDING)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper under the text, for it may stand over other notes, and a hairline round it."""
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.setBrush(theme.color("field"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    def _top(self, standing: Standing | None) -> int:
        """Return the y that the note asks for: far above or below the window where it is out of sight."""
        if standing is not None and standing.type is not None:
            return standing.rect.top()
        span = self._pane.marks.spans.find(self._id)
        above = span is not None and span.start < self._pane.place()
        return -self._pane.height() if above else self._pane.height()

    def _save(self, text: str) -> None:
        if self._id is not None:
            self.written.emit(self._id, text)

    def _escape(self) -> None:
        self.finish()
        self.left.emit()

    def _grow(self, height: int) -> None:
        if self._id is not None and self._pane.marks.margin.give_room(height):
            self._pane.repaint_margin()
            self.place()

    def _follow(self, highlight_id: str) -> None:
        """Take what undo wrote; where the highlight is gone there is nothing left to write on."""
        if highlight_id != self._id:
            return
        if self._pane.marks.spans.find(highlight_id) is None:
            self.field.begin("")
            self._close()
            self._pane.setFocus()
        else:
            self.field.follow(self._pane.marks.margin.find(highlight_id))

    def _close(self) -> None:
        self._id, self._fresh = None, False
        self._pane.marks.margin.end_editing()
        self._pane.repaint_margin()
        self.hide()
