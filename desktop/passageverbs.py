"""What keys do to passages in a list: marked with pens, tagged, noted, starred, each as on its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.marks import Marks
from library.errors import NotFound

if TYPE_CHECKING:
    from desktop.messages import Messages
    from desktop.pens import Pens
    from desktop.session import Session
    from desktop.theme import Themes
    from desktop.widgets.tagpicker import TagPicker


class PassageVerbs(QObject):
    """Does to highlights what is asked of them in a list that is `parent`; in a library that is read, nothing."""

    left = Signal()
    """What was asked is done with: the focus should go back to the list."""

    def __init__(self, session: Session, themes: Themes, messages: Messages, pens: Pens, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._place = parent
        self._marks = Marks(session, messages, pens)
        self._picker: TagPicker | None = None

    def pen(self, highlight_ids: list[str], number: int) -> None:
        """Have highlights marked with a pen, counted from 1."""
        if self._session.writable:
            self._marks.pen(highlight_ids, number)

    def star(self, highlight_ids: list[str]) -> None:
        """Put a star on highlights, or take it off where all of them have one."""
        if self._session.writable:
            self._marks.star(highlight_ids)

    def tag(self, highlight_ids: list[str], anchor: QRect) -> None:
        """Ask for tags for highlights; `anchor` is where they stand, in global coordinates."""
        if not self._session.writable:
            return
        if self._picker is None:
            from desktop.widgets.tagpicker import TagPicker  # once it is wanted

            # a child of the window, so that it may reach beyond the list
            self._picker = TagPicker(self._session, self._themes, self._place.window())
            self._picker.tags_chosen.connect(self._put)
            self._picker.tag_withdrawn.connect(self._withdraw)
            self._picker.closed.connect(self.left)
        self._picker.open_for(highlight_ids, anchor)

    def note(self, highlight_id: str) -> None:
        """Let the note on a highlight be written."""
        library = self._session.library
        if library is None:
            return
        try:
            quote = " ".join(library.highlights.get(highlight_id).quote.split())
        except NotFound:  # it was deleted a moment ago, and the list is told next
            return
        from desktop.dialogs.note import NoteDialog

        dialog = NoteDialog(self._session, self._themes, "highlight", highlight_id, quote, self._place.window())
        dialog.finished.connect(lambda _: self.left.emit())
        dialog.open()

    def _put(self, paths: list[str]) -> None:
        if self._picker is not None:
            self._marks.tag(self._picker.highlight_ids, paths)

    def _withdraw(self, tag_id: str) -> None:
        if self._picker is not None:
            self._marks.untag(self._picker.highlight_ids, tag_id)
