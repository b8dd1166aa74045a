"""Notes written in their cards: the editor that stands in a card, and when it saves, grows and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from desktop.itemmodels.cards import CardModel
from desktop.marks import Marks
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.noteeditor import NoteEditor

if TYPE_CHECKING:
    from desktop.sidebar.cards import Cards


class Noting(QObject):
    """Keeps one editor over the note of one card."""

    closed = Signal()
    escaped = Signal()

    def __init__(self, cards: Cards, model: CardModel, themes: Themes, marks: Marks) -> None:
        super().__init__(cards)
        self._cards = cards
        self._model = model
        self._marks = marks
        self.editor = NoteEditor(themes, cards.viewport())
        self.editor.hide()
        self._fresh = False
        self._awaited: tuple[str, bool] | None = None
        self.editor.save_wanted.connect(self._save)
        self.editor.left.connect(self.close)
        self.editor.escaped.connect(self._escape)
        self.editor.height_wanted.connect(self._give_height)
        model.rowsInserted.connect(self._open_awaited)
        model.rowsAboutToBeRemoved.connect(self._before_removal)
        model.modelAboutToBeReset.connect(self.close)
        model.dataChanged.connect(self._follow)

    @property
    def highlight_id(self) -> str | None:
        """The highlight whose note is being written."""
        return self._cards.cards_delegate.editing

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.editor.setAccessibleName(tr("Note"))
        self.editor.setPlaceholderText(tr("Write a note"))

    def begin(self, highlight_id: str, *, fresh: bool = False) -> None:
        """Open the note of a highlight; a `fresh` one, made to carry it, goes again if the note stays empty."""
        row = self._model.reveal(highlight_id)
        if row is None:
            self._awaited = (highlight_id, fresh)
            return
        self.close()
        self._awaited, self._fresh = None, fresh
        self._cards.choose(highlight_id)
        excerpt = self._model.excerpt(row)
        delegate = self._cards.cards_delegate
        delegate.editing = highlight_id
        self.editor.setReadOnly(not self._marks.writable)
        self.editor.begin(excerpt.note if excerpt else "")
        delegate.editor_height = self.editor.wanted_height()
        self._cards.measure(row)
        self.place()
        self.editor.show()
        self._cards.scrollTo(self._model.index(row))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Save the note that is being written and show it as before."""
        highlight_id = self.highlight_id
        if highlight_id is None:
            return
        self.editor.save()
        self._cards.cards_delegate.editing = None
        self.editor.hide()
        if self._fresh and not self.editor.text.strip():
            self._marks.discard(highlight_id)
        self._fresh = False
        row = self._model.find_row(highlight_id)
        if row is not None:
            self._cards.measure(row)
        self.closed.emit()

    def place(self) -> None:
        """Put the editor where its note stands now."""
        row = self._row()
        if row is not None:
            self.editor.setGeometry(self._cards.note_rect(row))

    def _row(self) -> int | None:
        return self._model.find_row(self.highlight_id) if self.highlight_id is not None else None

    def _save(self, text: str) -> None:
        if self.highlight_id is not None:
            self._marks.write_note(self.highlight_id, text)

    def _escape(self) -> None:
        self.close()
        self.escaped.emit()

    def _give_height(self, height: int) -> None:
        row = self._row()
        if row is not None and height != self._cards.cards_delegate.editor_height:
            self._cards.cards_delegate.editor_height = height
            self._cards.measure(row)
            self._cards.scrollTo(self._model.index(row))

    def _open_awaited(self) -> None:
        if self._awaited is not None and self._model.find_row(self._awaited[0]) is not None:
            highlight_id, fresh = self._awaited
            self.begin(highlight_id, fresh=fresh)

    def _before_removal(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self.highlight_id is not None and self.highlight_id in self._model.ids(first, last):
            # the highlight is gone: there is nothing left that the note could be written on
            self._cards.cards_delegate.editing = None
            self._fresh = False
            self.editor.begin("")
            self.editor.hide()
            self.closed.emit()

    def _follow(self, first: QModelIndex, last: QModelIndex) -> None:
        row = self._row()
        if row is not None and first.row() <= row <= last.row():
            excerpt = self._model.excerpt(row)
            self.editor.follow(excerpt.note if excerpt else "")
