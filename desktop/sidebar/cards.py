"""The cards as the user handles them: keys, clicks, and notes written in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.itemmodels.cardcargo import pack_highlights
from desktop.itemmodels.cards import CardModel
from desktop.itemmodels.references import References
from desktop.itemmodels.tagcargo import tags_in
from desktop.marks import Marks
from desktop.sidebar.cardview import CardView
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.noteeditor import NoteEditor

SelectionFlag = QItemSelectionModel.SelectionFlag
OWN_KEYS = {
    Qt.Key.Key_L, Qt.Key.Key_M, Qt.Key.Key_N, Qt.Key.Key_T,
    Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter,
}  # fmt: skip


class Cards(CardView):
    """Cards that can be chosen, gone to, coloured, tagged, noted and deleted."""

    chosen = Signal(str)
    """A card was arrowed to: the text may follow, without a trace in the history."""
    gone_to = Signal(str)
    """A card was clicked, or Enter pressed on it."""
    tags_wanted = Signal(list, QRect)
    """Tags are to be chosen for these highlights; the rectangle is where, in global coordinates."""
    memo_wanted = Signal(list, QRect)
    """These highlights are to be sent to a memo; the rectangle is as above."""
    links_wanted = Signal(str, QRect)
    """The links of a highlight are to be shown; the rectangle is as above."""
    menu_wanted = Signal(QPoint)
    text_wanted = Signal()
    """The focus should return to the text."""
    note_closed = Signal()
    reference_followed = Signal(str, str)
    """A reference in a note is to be followed: its kind and the id of what it leads to."""

    def __init__(self, model: CardModel, themes: Themes, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(model, themes, parent)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self._marks = marks
        self._editor = NoteEditor(themes, self.viewport())
        self._editor.hide()
        self._fresh = False
        self._awaited: tuple[str, bool] | None = None
        self._by_program = False
        self._clicking = False
        self._editor.save_wanted.connect(self._save_note)
        self._editor.left.connect(self.close_note)
        self._editor.escaped.connect(self._escape_note)
        self._editor.height_wanted.connect(self._give_height)
        self._editor.followed.connect(self.reference_followed)
        self.selectionModel().currentChanged.connect(self._current_changed)
        model.rowsInserted.connect(self._open_awaited)
        model.rowsAboutToBeRemoved.connect(self._before_removal)
        model.rowsRemoved.connect(self._after_removal)
        model.modelAboutToBeReset.connect(self.close_note)
        model.dataChanged.connect(self._follow_note)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Highlights"))
        self._editor.setAccessibleName(tr("Note"))
        self._editor.setPlaceholderText(tr("Write a note"))
        self.remeasure()

    # Choosing

    def complete_from(self, offers: References) -> None:
        """Complete references in notes from what is offered."""
        self._editor.complete_from(offers)

    def chosen_ids(self) -> list[str]:
        """Return the ids of the selected highlights, in text order."""
        ranges = sorted((chosen.top(), chosen.bottom()) for chosen in self.selectionModel().selection())
        return list(dict.fromkeys(found for first, last in ranges for found in self._cards.ids(first, last)))

    def choose(self, highlight_id: str | None) -> None:
        """Select a card and bring it minimally into view; None or one that is not shown leaves none selected."""
        row = self._cards.find_row(highlight_id) if highlight_id else None
        self._by_program = True
        if row is None:
            self.selectionModel().clear()
        else:
            index = self._cards.index(row)
            self.selectionModel().setCurrentIndex(index, SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._by_program = False

    # Notes in place

    @property
    def edited_id(self) -> str | None:
        """The highlight whose note is being written."""
        return self.cards_delegate.editing

    def edit_note(self, highlight_id: str, *, fresh: bool = False) -> None:
        """Open the note of a highlight; a `fresh` one, made to carry it, goes again if the note stays empty."""
        row = self._cards.find_row(highlight_id)
        if row is None:
            self._awaited = (highlight_id, fresh)
            return
        self.close_note()
        self._awaited, self._fresh = None, fresh
        self.choose(highlight_id)
        excerpt = self._cards.excerpt(row)
        self.cards_delegate.editing = highlight_id
        self._editor.begin(excerpt.note if excerpt else "")
        self.cards_delegate.editor_height = self._editor.wanted_height()
        self.measure(row)
        self.settled()
        self._editor.show()
        self.scrollTo(self._cards.index(row))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_note(self) -> None:
        """Save the note that is being written and show it as before."""
        highlight_id = self.cards_delegate.editing
        if highlight_id is None:
            return
        self._editor.save()
        self.cards_delegate.editing = None
        self._editor.hide()
        if self._fresh and not self._editor.text.strip():
            self._marks.discard(highlight_id)
        self._fresh = False
        row = self._cards.find_row(highlight_id)
        if row is not None:
            self.measure(row)
        self.note_closed.emit()

    def save_note(self) -> None:
        """Have what is unsaved saved, and go on writing."""
        self._editor.save()

    def settled(self) -> None:
        row = self._cards.find_row(self.edited_id) if self.edited_id else None
        if row is not None:
            self._editor.setGeometry(self.note_rect(row))

    def _save_note(self, text: str) -> None:
        if self.edited_id is not None:
            self._marks.write_note(self.edited_id, text)

    def _escape_note(self) -> None:
        self.close_note()
        self.text_wanted.emit()

    def _give_height(self, height: int) -> None:
        row = self._cards.find_row(self.edited_id) if self.edited_id else None
        if row is not None and height != self.cards_delegate.editor_height:
            self.cards_delegate.editor_height = height
            self.measure(row)
            self.scrollTo(self._cards.index(row))

    def _open_awaited(self) -> None:
        if self._awaited is not None and self._cards.find_row(self._awaited[0]) is not None:
            highlight_id, fresh = self._awaited
            self.edit_note(highlight_id, fresh=fresh)

    def _before_removal(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self.edited_id is not None and self.edited_id in self._cards.ids(first, last):
            # the highlight is gone: there is nothing left that the note could be written on
            self.cards_delegate.editing = None
            self._fresh = False
            self._editor.begin("")
            self._editor.hide()
            self.note_closed.emit()

    def _after_removal(self) -> None:
        """Qt makes a neighbour the current one; with the keyboard here it is chosen as well."""
        if self.hasFocus() and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), SelectionFlag.ClearAndSelect)

    def _follow_note(self, first: QModelIndex, last: QModelIndex) -> None:
        row = self._cards.find_row(self.edited_id) if self.edited_id else None
        if row is not None and first.row() <= row <= last.row():
            excerpt = self._cards.excerpt(row)
            self._editor.follow(excerpt.note if excerpt else "")

    # Keys and clicks

    def event(self, event: QEvent) -> bool:
        # single keys are for the card here, not for the selection in the text
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ids, key = self.chosen_ids(), event.key()
        if key == Qt.Key.Key_Escape:
            self.text_wanted.emit()
        elif not is_own(event):
            super().keyPressEvent(event)
        elif not ids:
            event.ignore()
        elif key == Qt.Key.Key_N:
            self.edit_note(ids[0])
        elif key == Qt.Key.Key_T:
            self.want_tags()
        elif key == Qt.Key.Key_M:
            self.want_memo()
        elif key == Qt.Key.Key_L:
            self.want_links()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._marks.remove(ids)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gone_to.emit(ids[0])
            self.text_wanted.emit()
        else:
            self._marks.pen(ids, key - Qt.Key.Key_0)

    def want_tags(self) -> None:
        """Ask for tags for the selected highlights, at the card of the current one."""
        ids = self.chosen_ids()
        if ids:
            self.tags_wanted.emit(ids, self._current_place())

    def want_memo(self) -> None:
        """Ask for a memo to send the selected highlights to, at the card of the current one."""
        ids = self.chosen_ids()
        if ids:
            self.memo_wanted.emit(ids, self._current_place())

    def want_links(self) -> None:
        """Ask for the links of the first selected highlight, at the card of the current one."""
        ids = self.chosen_ids()
        if ids:
            self.links_wanted.emit(ids[0], self._current_place())

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected highlights, told by how many they are: a picture of every card would cover the page."""
        ids = self.chosen_ids()
        if ids:
            drag = QDrag(self)
            drag.setMimeData(pack_highlights(ids))
            drag.exec(Qt.DropAction.CopyAction)
            self._clicking = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(tags_in(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(tags_in(event.mimeData()) and self._dropped_on(event)))

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the tags that are dropped on the card there, or if it is a selected one, on all that are selected."""
        ids = self._dropped_on(event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(ids))
        self._marks.put(ids, tags_in(event.mimeData()))

    def _dropped_on(self, event: QDropEvent) -> list[str]:
        index, chosen = self.indexAt(event.position().toPoint()), self.chosen_ids()
        if not index.isValid():
            return []
        highlight_id = index.data(CardModel.IdRole)
        return chosen if highlight_id in chosen else [highlight_id]

    def _current_place(self) -> QRect:
        area = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # a click says `gone_to` when it ends: it need not say `chosen` when it begins
        self._clicking = True
        super().mousePressEvent(event)
        self._clicking = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and plain:
            self.gone_to.emit(index.data(CardModel.IdRole))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.edit_note(index.data(CardModel.IdRole))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt's lists make their first row the current one here; what is selected in the text must stay so
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and self.hasFocus() and not self._by_program and not self._clicking:
            self.chosen.emit(current.data(CardModel.IdRole))


def is_own(event: QKeyEvent) -> bool:
    """Say whether a key, pressed alone, is one that the cards act on."""
    if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
        return False
    pens = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)
    return event.key() in OWN_KEYS or event.key() in pens
