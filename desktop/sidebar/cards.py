"""The cards as the user handles them: keys, clicks, and notes written in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.forms import Form
from desktop.itemmodels.cardcargo import pack_highlights
from desktop.itemmodels.cards import CardModel
from desktop.itemmodels.references import References
from desktop.markkeys import PEN
from desktop.marks import Marks
from desktop.sidebar.cardkeys import FOLDING, GO, READING, copied_form, is_for_cards, is_own
from desktop.sidebar.cardview import CardView
from desktop.sidebar.noting import Noting
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.tagdroprows import TagDropRows

SelectionFlag = QItemSelectionModel.SelectionFlag


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
    copy_wanted = Signal(list, object)
    """These highlights are to be copied; carries the `Form` as well."""
    export_wanted = Signal(list)
    correction_wanted = Signal(str)
    page_wanted = Signal(str)
    """The page of a tag is to be shown."""
    menu_wanted = Signal(QPoint)
    text_wanted = Signal()
    """The focus should return to the text."""
    note_closed = Signal()
    reference_followed = Signal(str, str)
    """A reference in a note is to be followed: its kind and the id of what it leads to."""

    def __init__(self, model: CardModel, themes: Themes, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(model, themes, parent)
        self.setDragEnabled(True)
        self._marks = marks
        self._by_program = False
        self._clicking = False
        self._kept: tuple[frozenset[str], str, str] = (frozenset(), "", "")
        TagDropRows(self, CardModel.IdRole, self.chosen_ids).dropped.connect(marks.put)
        self.noting = Noting(self, model, themes, marks)
        self.noting.closed.connect(self.note_closed)
        self.noting.escaped.connect(self.text_wanted)
        self.noting.editor.followed.connect(self.reference_followed)
        self.selectionModel().currentChanged.connect(self._current_changed)
        model.rowsRemoved.connect(self._after_removal)
        model.modelAboutToBeReset.connect(self._keep_chosen)
        model.modelReset.connect(self._choose_again)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Highlights"))
        self.noting.retranslate()
        self.remeasure()

    # Choosing

    def complete_from(self, offers: References) -> None:
        """Complete references in notes from what is offered."""
        self.noting.editor.complete_from(offers)

    def chosen_ids(self) -> list[str]:
        """Return the ids of the selected highlights, in text order."""
        ranges = sorted((chosen.top(), chosen.bottom()) for chosen in self.selectionModel().selection())
        return list(dict.fromkeys(found for first, last in ranges for found in self._cards.ids(first, last)))

    def choose(self, highlight_id: str | None) -> None:
        """Select a card and bring it minimally into view; None or one that is not shown leaves none selected."""
        row = self._cards.reveal(highlight_id) if highlight_id else None
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
        self.noting.begin(highlight_id, fresh=fresh)

    def close_note(self) -> None:
        """Save the note that is being written and show it as before."""
        self.noting.close()

    def save_note(self) -> None:
        """Have what is unsaved saved, and go on writing."""
        self.noting.editor.save()

    def settled(self) -> None:
        if self.edited_id is not None:
            self.noting.place()

    # What stays chosen

    def _after_removal(self) -> None:
        """Qt makes a neighbour the current one; with the keyboard here it is chosen as well."""
        if self.hasFocus() and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), SelectionFlag.ClearAndSelect)

    def _keep_chosen(self) -> None:
        current, sight = self.currentIndex(), self.rows_in_sight()
        above = next(iter(self._cards.ids(sight.start, sight.stop - 1)), "") if sight else ""
        self._kept = (frozenset(self.chosen_ids()), current.data(CardModel.IdRole) or "", above)

    def _choose_again(self) -> None:
        """After a change of the order or the filter: the same cards are chosen, and the same one is in sight."""
        chosen, current, above = self._kept
        selection = QItemSelection()
        for first, last in self._cards.stretches(chosen):
            selection.select(self._cards.index(first), self._cards.index(last))
        self._by_program = True
        row = self._cards.find_row(current) if current else None
        if row is not None:
            self.selectionModel().setCurrentIndex(self._cards.index(row), SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, SelectionFlag.ClearAndSelect)
        self._by_program = False
        top = self._cards.find_row(above) if above else None
        if row is not None:
            self.scrollTo(self._cards.index(row))
        elif top is not None:
            self.scrollTo(self._cards.index(top), self.ScrollHint.PositionAtTop)
        else:
            self.scrollToTop()

    # Keys and clicks

    def event(self, event: QEvent) -> bool:
        # single keys are for the card here, not for the selection in the text
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_for_cards(event, self._marks.keys)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        form = copied_form(event)
        if event.key() == Qt.Key.Key_Escape:
            self.text_wanted.emit()
        elif form is not None:
            self.want_copy(form)
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._want_menu()
        elif self.currentIndex().data(CardModel.HeadRole) is not None and event.key() in FOLDING:
            self._cards.fold(self.currentIndex().row(), FOLDING[event.key()])
        elif not is_own(event, self._marks.keys):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold_group(folded=event.key() == Qt.Key.Key_Left)
        elif not self._act(event, self.chosen_ids()):
            event.ignore()

    def _act(self, event: QKeyEvent, ids: list[str]) -> bool:
        """Do to the selected cards what a key stands for, as far as they can be changed; say whether there are any."""
        action = self._marks.keys.action(event) or ("delete" if event.key() == Qt.Key.Key_Backspace else GO)
        acts: dict[str, Callable[[], object]] = {
            "note": lambda: self.edit_note(ids[0]),
            "tag": self.want_tags,
            "send_to_memo": self.want_memo,
            "link": self.want_links,
            "correct": self.want_correction,
            "star": lambda: self._marks.star(ids),
            "underline": lambda: self._marks.underline(ids),
            "delete": lambda: self._marks.remove(ids),
            GO: lambda: self._go(ids[0]),
        }
        if ids and not self._marks.writable and action not in READING:
            return True
        if ids and action in acts:
            acts[action]()
        elif ids:
            self._marks.pen(ids, int(action.removeprefix(PEN)))
        return bool(ids)

    def _go(self, highlight_id: str) -> None:
        self.gone_to.emit(highlight_id)
        self.text_wanted.emit()

    def _fold_group(self, *, folded: bool) -> None:
        """Fold the group of the current card, and stand on its head."""
        row = self.currentIndex().row()
        head = self._cards.head_above(row) if row >= 0 else None
        if head is not None:
            self.setCurrentIndex(self._cards.index(head))
            self._cards.fold(head, folded)

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

    def want_correction(self) -> None:
        """Ask for the right wording of the first selected quotation."""
        ids = self.chosen_ids()
        if ids:
            self.correction_wanted.emit(ids[0])

    def want_copy(self, form: Form) -> None:
        """Have the selected highlights copied."""
        ids = self.chosen_ids()
        if ids:
            self.copy_wanted.emit(ids, form)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected highlights, told by how many they are: a picture of every card would cover the page."""
        ids = self.chosen_ids()
        if ids:
            drag = QDrag(self)
            drag.setMimeData(pack_highlights(ids))
            drag.exec(Qt.DropAction.CopyAction)
            self._clicking = False

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
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or not plain:
            return
        highlight_id = index.data(CardModel.IdRole)
        if highlight_id is not None:
            self.gone_to.emit(highlight_id)
        else:
            self._cards.fold(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        highlight_id = index.data(CardModel.IdRole)
        if event.button() == Qt.MouseButton.LeftButton and highlight_id is not None:
            self.edit_note(highlight_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self._want_menu()

    def _want_menu(self) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt's lists make their first row the current one here; what is selected in the text must stay so
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def _current_changed(self, current: QModelIndex) -> None:
        highlight_id = current.data(CardModel.IdRole)
        if highlight_id is not None and self.hasFocus() and not self._by_program and not self._clicking:
            self.chosen.emit(highlight_id)
