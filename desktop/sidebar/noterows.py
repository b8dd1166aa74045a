"""The rows of the notes view: all of one height, so that ten thousand scroll like ten; one is written in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.itemmodels.notes import NoteModel, Target
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.cardparts import fold, paint_lines
from desktop.widgets.cardstyle import NOTE_PITCH
from desktop.widgets.latin import Faces
from desktop.widgets.noteeditor import NoteEditor
from library.models import Note

LINES = 3
PADDING, INSET, FOOT, BELOW = 10, 12, 18, 8
ROW = 2 * PADDING + LINES * NOTE_PITCH + 6 + FOOT + BELOW
HIGHEST = 260
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteRows(QListView):
    """Notes that can be gone to, and written in place with N, F2 or a double click."""

    gone_to = Signal(object, bool)
    """Carries the `Note` whose target is to be shown, and whether the person goes on there: by Enter, not by click."""
    written = Signal(object, str)
    """Carries a `Note` and its new text."""
    text_wanted = Signal()

    def __init__(self, model: NoteModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = model
        self._edited: Note | None = None
        self.setModel(model)
        self.setItemDelegate(NoteDelegate(themes, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._frame = QFrame(self.viewport())
        self._frame.setObjectName("popup")
        self._frame.hide()
        self.editor = NoteEditor(themes, self._frame)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(INSET, PADDING, INSET, PADDING)
        inside.addWidget(self.editor)
        self.editor.save_wanted.connect(self._save)
        self.editor.left.connect(self.close_note)
        self.editor.escaped.connect(self._escape)
        self.editor.height_wanted.connect(lambda _: self._place_editor())
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place_editor())
        model.modelAboutToBeReset.connect(self.close_note)
        model.dataChanged.connect(self._follow)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Notes"))
        self.editor.setAccessibleName(tr("Note"))

    @property
    def current_note(self) -> Note | None:
        """The note of the current row."""
        note = self.currentIndex().data(NoteModel.NoteRole)
        return note if isinstance(note, Note) else None

    def card_rect(self, rect: QRect) -> QRect:
        """Return where the card of a row stands, as wide whether or not there is a scroll bar beside it."""
        bar = self.verticalScrollBar()
        taken = bar.width() if bar.isVisible() else 0
        return rect.adjusted(INSET, 0, -max(2, INSET - taken), -BELOW)

    def edit_note(self) -> None:
        """Write in the note of the current row."""
        note = self.current_note
        if note is None:
            return
        self.close_note()
        self._edited = note
        self.scrollTo(self.currentIndex())
        self.editor.begin(note.text)
        self._frame.show()
        self._place_editor()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_note(self) -> None:
        """Save the note that is being written and show it as before."""
        if self._edited is not None:
            self.editor.save()
            self._edited = None
            self._frame.hide()

    def save(self) -> None:
        """Have what is unsaved saved, and go on writing."""
        self.editor.save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.text_wanted.emit()
        elif plain and event.key() in ENTER and self.current_note is not None:
            self.gone_to.emit(self.current_note, True)
        elif plain and event.key() in (Qt.Key.Key_N, Qt.Key.Key_F2):
            self.edit_note()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self._edited is None:
            self.gone_to.emit(index.data(NoteModel.NoteRole), False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit_note()

    def _save(self, text: str) -> None:
        if self._edited is not None:
            self.written.emit(self._edited, text)

    def _escape(self) -> None:
        self.close_note()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_editor(self) -> None:
        """Let the editor stand on its row and reach below it, as high as its text up to a limit."""
        row = self._notes.find_row(self._edited.id) if self._edited is not None else None
        if row is None:
            return
        area = self.card_rect(self.visualRect(self._notes.index(row)))
        wanted = min(HIGHEST, max(area.height(), self.editor.wanted_height() + 2 * PADDING))
        top = max(0, min(area.top(), self.viewport().height() - wanted))
        self._frame.setGeometry(area.left(), top, area.width(), wanted)

    def _follow(self, first: QModelIndex, last: QModelIndex) -> None:
        row = self._notes.find_row(self._edited.id) if self._edited is not None else None
        if row is not None and first.row() <= row <= last.row():
            self.editor.follow(self._notes.note(row).text)


class NoteDelegate(QStyledItemDelegate):
    """Paints a note: its words in vermilion, below them what it is on."""

    def __init__(self, themes: Themes, rows: NoteRows) -> None:
        super().__init__(rows)
        self._rows = rows
        self._themes = themes
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, target = self._themes.current, index.data(NoteModel.TargetRole)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        frame = self._rows.card_rect(option.rect)
        radius = theme.size("radius_card")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if selected else "hairline"), 1))
        painter.setBrush(theme.color("field"))
        painter.drawRoundedRect(frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        room = frame.adjusted(INSET, PADDING, -INSET, -PADDING)
        lines = fold(index.data(), self._note, room.width(), LINES)
        paint_lines(painter, tuple(lines), room, NOTE_PITCH, self._note, theme.color("note"))
        if isinstance(target, Target):
            self._paint_target(painter, QRect(room.left(), room.bottom() + 1 - FOOT, room.width(), FOOT), target)
        painter.restore()

    def _paint_target(self, painter: QPainter, rect: QRect, target: Target) -> None:
        theme = self._themes.current
        painter.setPen(theme.color("hairline"))
        painter.drawLine(QPointF(rect.left(), rect.top() - 2.5), QPointF(rect.right(), rect.top() - 2.5))
        metrics = QFontMetricsF(self._caption)
        place = metrics.elidedText(target.place, Qt.TextElideMode.ElideMiddle, rect.width() / 2)
        taken = round(metrics.horizontalAdvance(place)) + INSET if place else 0
        painter.setFont(self._caption)
        painter.setPen(theme.color("soft"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | middle, place)
        name = metrics.elidedText(target.name, Qt.TextElideMode.ElideRight, rect.width() - taken)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | middle, name)

    def _dress(self) -> None:
        theme = self._themes.current
        self._note = Faces(theme.note_font(), theme.note_latin_font())
        self._caption = theme.title_font(theme.size("caption"))
