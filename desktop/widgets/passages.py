"""Passages as a list: painted in their context, gone to, tagged and untagged, copied, sent on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QWidget,
)

from desktop.itemmodels.cardcargo import pack_highlights
from desktop.itemmodels.passages import Head, PassageModel
from desktop.markkeys import PEN, MarkKeys
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.passagedelegate import PassageDelegate, column
from desktop.widgets.pile import PileView
from desktop.widgets.tagdroprows import TagDropRows

SelectionFlag = QItemSelectionModel.SelectionFlag
CopyForm = Literal["text", "quotation", "markdown", "link"]

PAGE_KEYS = ("/",)
"""Keys of the page around, for which Qt's lists would look for a row that begins so."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Passages(PileView):
    """The rows, below a header that scrolls along with them where there is one. Those selected stay so."""

    opened = Signal(str)
    """A highlight is to be shown in its document."""
    copy_wanted = Signal(list, str)
    """Carries the ids of highlights and the `CopyForm` in which they are to be copied."""
    untagging_wanted = Signal(list)
    """The tag of the page is to be taken off these highlights."""
    memo_wanted = Signal(list, QRect)
    """These highlights are to be sent to a memo; the rectangle is where the current one is, in global coordinates."""
    tags_wanted = Signal(list, QRect)
    """Tags are to be chosen for these highlights; the rectangle is as above."""
    links_wanted = Signal(str, QRect)
    """The links of a highlight are to be shown; the rectangle is as above."""
    pen_wanted = Signal(list, int)
    """These highlights are to be marked with a pen, counted from 1."""
    note_wanted = Signal(str)
    star_wanted = Signal(list)
    tags_dropped = Signal(list, list)
    """Carries the ids of highlights, and those of the tags that were dropped on them."""
    menu_wanted = Signal(QPoint)
    left = Signal()
    """The focus should go back to the text."""
    left_above = Signal()
    """The focus should go to the header."""

    def __init__(
        self, model: PassageModel, themes: Themes, header: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._passages = model
        self.keys = MarkKeys()
        """The keys of what is done to highlights."""
        self._header = header
        if header is not None:
            header.setParent(self.viewport())
        self._kept: tuple[list[str], str | None] = ([], None)
        self.rows_delegate = PassageDelegate(themes, self)
        self.setItemDelegate(self.rows_delegate)
        self.setDragEnabled(True)
        TagDropRows(self, PassageModel.IdRole, self.chosen_ids).dropped.connect(self.tags_dropped)
        model.modelAboutToBeReset.connect(self._keep_chosen)
        self.pile(model)
        model.modelReset.connect(self._choose_kept)
        themes.changed.connect(self.remeasure)
        self.clicked.connect(self._open)

    def estimates(self, start: int, end: int, width: int) -> list[int]:
        room = column(QRect(0, 0, width, 0)).width()
        return self.rows_delegate.layouts.estimates(self._passages.measures(start, end), room)

    def remeasure(self) -> None:
        """Measure everything again: faces or the language changed."""
        self.rows_delegate.layouts.forget()
        self.estimate_all()

    def chosen_ids(self) -> list[str]:
        """Return the ids of the selected highlights, in their order."""
        parts = sorted((part.top(), part.bottom() + 1) for part in self.selectionModel().selection())
        return [highlight_id for part in parts for highlight_id in self._passages.ids(*part)]

    def place_header(self) -> None:
        """Give the header the height it wants at its width, and the rows the room below it."""
        if self._header is None:
            return
        area = column(QRect(0, 0, self.row_width(), 0))
        height = self._header.heightForWidth(area.width())
        self._header.resize(area.width(), height)
        self.set_lead(height)
        self.settled()

    def settled(self) -> None:
        if self._header is not None:
            self._header.move(column(QRect(0, 0, self.row_width(), 0)).left(), -self.verticalOffset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_header()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.settled()

    # Keys and clicks

    def event(self, event: QEvent) -> bool:
        # all is selected here, and what is selected here is copied: not in a text that is out of view
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and (_copied_as(event) or event.matches(QKeySequence.StandardKey.SelectAll)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if form := _copied_as(event):
            self.want_copy(form)
            return
        ids, key = self.chosen_ids(), event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 1 and plain:
            self.verticalScrollBar().setValue(0)
            self.left_above.emit()
        elif plain and event.text() in PAGE_KEYS:
            event.ignore()
        elif ids and self._act(event, ids):
            return
        elif not (ids and plain):
            super().keyPressEvent(event)
        elif key in ENTER:
            self.opened.emit(self.currentIndex().data(PassageModel.IdRole) or ids[0])
        elif key in REMOVING:
            self.untagging_wanted.emit(ids)
        else:
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent, ids: list[str]) -> bool:
        """Ask for what a key stands for to be done to highlights; say whether it stands for anything here."""
        action = self.keys.action(event)
        acts: dict[str, Callable[[], object]] = {
            "star": lambda: self.star_wanted.emit(ids),
            "note": lambda: self.note_wanted.emit(ids[0]),
            "send_to_memo": self.want_memo,
            "tag": self.want_tags,
            "link": self.want_links,
        }
        if action.startswith(PEN):
            self.pen_wanted.emit(ids, int(action.removeprefix(PEN)))
        elif action in acts:
            acts[action]()
        return action.startswith(PEN) or action in acts

    def want_memo(self) -> None:
        """Ask for a memo to send the selected highlights to."""
        self._want(self.memo_wanted, self.chosen_ids())

    def want_tags(self) -> None:
        """Ask for tags for the selected highlights."""
        self._want(self.tags_wanted, self.chosen_ids())

    def want_links(self) -> None:
        """Ask for the links of the first selected highlight."""
        self._want(self.links_wanted, next(iter(self.chosen_ids()), ""))

    def _want(self, wanted: SignalInstance, highlights: list[str] | str) -> None:
        """Say what is wanted for highlights, and where the current one is."""
        area = self.visualRect(self.currentIndex())
        if highlights:
            wanted.emit(highlights, QRect(self.viewport().mapToGlobal(area.topLeft()), area.size()))

    def want_copy(self, form: CopyForm) -> None:
        """Ask for the selected highlights to be copied in a form."""
        ids = self.chosen_ids()
        if ids:
            self.copy_wanted.emit(ids, form)

    def moveCursor(self, action: PileView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over the titles of documents."""
        index = super().moveCursor(action, modifiers)
        upwards = action in (PileView.CursorAction.MoveUp, PileView.CursorAction.MovePageUp)
        while index.isValid() and isinstance(index.data(PassageModel.HeadRole), Head):
            index = self._passages.index(index.row() + (-1 if upwards and index.row() > 0 else 1))
        return index

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected highlights, told by how many they are."""
        ids = self.chosen_ids()
        if ids:
            drag = QDrag(self)
            drag.setMimeData(pack_highlights(ids))
            drag.exec(Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        QAbstractScrollArea.focusInEvent(self, event)
        if not self.currentIndex().isValid() and self._passages.rowCount() > 1:
            self.setAutoScroll(False)  # the head of the page stays in view
            self.setCurrentIndex(self._passages.index(1))
            self.setAutoScroll(True)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # its first click went to the passage

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Passages"))
        self.remeasure()

    def _keep_chosen(self) -> None:
        self._kept = (self.chosen_ids(), self.currentIndex().data(PassageModel.IdRole))

    def _choose_kept(self) -> None:
        """Select again what was selected, as far as it is still among the rows."""
        chosen, current = self._kept
        rows = self._passages.find_rows([*chosen, current] if current else chosen)
        kept, selected = QItemSelection(), set(chosen)
        for row in rows:
            index = self._passages.index(row)
            if self._passages.ids(row, row + 1)[0] == current:
                self.selectionModel().setCurrentIndex(index, SelectionFlag.NoUpdate)
            if self._passages.ids(row, row + 1)[0] in selected:
                kept.select(index, index)
        self.selectionModel().select(kept, SelectionFlag.Select)

    def _open(self, index: QModelIndex) -> None:
        highlight_id = index.data(PassageModel.IdRole)
        if highlight_id is not None and len(self.chosen_ids()) == 1:
            self.opened.emit(highlight_id)


def _copied_as(event: QKeyEvent) -> CopyForm | None:
    """Return in which form a key copies; None for other keys."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return "text"
    return "quotation" if QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+Shift+C") else None
