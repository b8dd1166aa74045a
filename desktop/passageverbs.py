"""What keys and menus do to passages in a list: marked, tagged, noted, starred, copied, each as on its card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop import clipboard
from desktop.forms import Quoting
from desktop.marks import Marks
from desktop.translation import plural, tr
from library.errors import NotFound

if TYPE_CHECKING:
    from desktop.messages import Messages
    from desktop.pens import Pens
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes
    from desktop.widgets.passages import CopyForm, Passages
    from desktop.widgets.tagpicker import TagPicker
    from library.citations import RichText


class PassageVerbs(QObject):
    """Does to highlights what is asked of them in a list that is `parent`; in a library that is read, nothing."""

    left = Signal()
    """What was asked is done with: the focus should go back to the list."""

    def __init__(
        self, session: Session, themes: Themes, settings: Settings, messages: Messages, pens: Pens, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._themes = themes
        self._messages = messages
        self._place = parent
        self._marks = Marks(session, messages, pens)
        self._picker: TagPicker | None = None

    def attend(self, passages: Passages, title: Callable[[], str]) -> None:
        """Do what the keys of a list ask for; `title` says what heads its passages once they are copied as Markdown."""
        passages.keys = self._marks.keys
        passages.pen_wanted.connect(self.pen)
        passages.tags_wanted.connect(self.tag)
        passages.note_wanted.connect(self.note)
        passages.star_wanted.connect(self.star)
        passages.tags_dropped.connect(self.put)
        passages.copy_wanted.connect(lambda ids, form: self.copy(ids, form, title()))
        self.left.connect(passages.setFocus)

    def fill(self, menu: QMenu, passages: Passages) -> None:
        """Offer what can be done with the passages that are chosen in a list, without what only its page does."""
        ids, writable, shown = passages.chosen_ids(), self._session.writable, self._marks.keys.shown
        for words, key, handler in (
            (tr("Edit note"), shown("note"), lambda: self.note(ids[0])),
            (tr("Tags…"), shown("tag"), passages.want_tags),
            (tr("Send to memo…"), shown("send_to_memo"), passages.want_memo),
            (tr("Star, or take the star off"), shown("star"), lambda: self.star(ids)),
        ):
            action = menu.addAction(words, handler)
            action.setShortcut(QKeySequence(key))
            action.setEnabled(writable)
        menu.addAction(tr("Link to…"), passages.want_links).setShortcut(QKeySequence(shown("link")))
        menu.addSeparator()
        forms: tuple[tuple[str, str, CopyForm], ...] = (
            (tr("Copy"), "Ctrl+C", "text"),
            (tr("Copy as quotation"), "Ctrl+Shift+C", "quotation"),
            (tr("Copy as Markdown"), "", "markdown"),
            (tr("Copy link"), "", "link"),
        )
        for name, key, form in forms:
            menu.addAction(name, lambda form=form: passages.want_copy(form)).setShortcut(QKeySequence(key))

    def copy(self, highlight_ids: list[str], form: CopyForm, title: str) -> None:
        """Copy highlights in the form asked for, once they are read."""
        from desktop.addresses import copy_links, links_to_marks
        from desktop.passagecopies import copied

        if form == "link":
            copy_links(self._session, self._messages, lambda it: links_to_marks(it, highlight_ids))
            return
        told = plural(len(highlight_ids), "{count} excerpt copied", "{count} excerpts copied")

        quoting = Quoting.of(self._settings)

        def put(text: str | RichText) -> None:
            clipboard.put(text)
            self._messages.info(told)

        self._session.ask("copy", lambda library: copied(library, highlight_ids, form, title, quoting), put)

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
            self._picker.tags_chosen.connect(self._give)
            self._picker.tag_withdrawn.connect(self._withdraw)
            self._picker.closed.connect(self.left)
        self._picker.open_for(highlight_ids, anchor)

    def put(self, highlight_ids: list[str], tag_ids: list[str]) -> None:
        """Put tags on highlights."""
        if self._session.writable:
            self._marks.put(highlight_ids, tag_ids)

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

    def _give(self, paths: list[str]) -> None:
        if self._picker is not None:
            self._marks.tag(self._picker.highlight_ids, paths)

    def _withdraw(self, tag_id: str) -> None:
        if self._picker is not None:
            self._marks.untag(self._picker.highlight_ids, tag_id)
