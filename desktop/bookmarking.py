"""Bookmarks of the open document: shown in the reader pane, set and taken away, gone to from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics

from desktop.messages import Messages
from desktop.reader.ribbons import line_at
from desktop.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from desktop.reader.pane import ReaderPane
    from desktop.session import Session
    from library.changes import Changes
    from library.models import Bookmark

LISTED = 20
"""Bookmarks that the menu holds; all of them are in the list."""
_WIDEST = 320


class Bookmarking(QObject):
    """Acts on the bookmark at the caret, or else at the first visible line."""

    altered = Signal()
    """Other bookmarks are shown now."""

    def __init__(self, session: Session, pane: ReaderPane, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._pane = pane
        self._messages = messages
        self._window = window
        self._document_id: str | None = None
        self.bookmarks: list[Bookmark] = []
        session.changed.connect(self._follow)
        session.closed.connect(lambda: self.show_document(None))

    def show_document(self, document_id: str | None) -> None:
        """Show the bookmarks of the document that the pane shows now; None forgets them."""
        self._document_id = document_id
        self._load()

    @property
    def is_set(self) -> bool:
        """Whether a bookmark stands where one would be set."""
        return bool(self._here())

    def toggle(self) -> None:
        """Set a bookmark at the caret, or at the first visible line; take away those that stand on that line."""
        document_id, ids = self._document_id, [bookmark.id for bookmark in self._here()]
        if document_id is None or self._pane.flow is None:
            return
        position = self._pane.place_in_sight()
        if ids:
            self.remove(ids)
        else:
            self._session.write(lambda library: library.bookmarks.add(document_id, position))

    def remove(self, bookmark_ids: list[str]) -> None:
        """Take bookmarks away."""
        self._session.write(lambda library: library.bookmarks.remove(*bookmark_ids))

    def rename(self, bookmark_id: str, name: str) -> None:
        """Give a bookmark another name."""
        self._session.write(lambda library: library.bookmarks.rename(bookmark_id, name))

    def go(self, bookmark: Bookmark) -> None:
        """Show the place of a bookmark, and let the caret be there: a jump."""
        before = self._pane.place()
        self._pane.go_to(bookmark.position, select_end=bookmark.position)
        self._pane.jumped.emit(before)

    def step(self, direction: int) -> None:
        """Go to the next bookmark, or with -1 to the one before."""
        here = self._pane.place_in_sight()
        if direction > 0:
            found = next((one for one in self.bookmarks if one.position > here), None)
        else:
            found = next((one for one in reversed(self.bookmarks) if one.position < here), None)
        if found is not None:
            self.go(found)
        elif direction > 0:
            self._messages.info(tr("There is no bookmark further on."))
        else:
            self._messages.info(tr("There is no bookmark further up."))

    def fill(self, menu: QMenu) -> None:
        """Write the first bookmarks into a menu, and what opens the list of all."""
        menu.clear()
        metrics = QFontMetrics(menu.font())
        for bookmark in self.bookmarks[:LISTED]:
            name = metrics.elidedText(self.title(bookmark), Qt.TextElideMode.ElideMiddle, _WIDEST)
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, chosen=bookmark: self.go(chosen))
        if not self.bookmarks:
            menu.addAction(tr("No bookmarks yet")).setEnabled(False)

    def show_list(self) -> None:
        """Show all bookmarks of the document, to go to, rename and remove."""
        from desktop.dialogs.bookmarks import BookmarksDialog

        dialog = BookmarksDialog(self, writable=self._session.writable, parent=self._window)
        dialog.finished.connect(lambda _: self._pane.setFocus())
        dialog.open()

    def title(self, bookmark: Bookmark) -> str:
        """Return what a bookmark is called on the screen."""
        return bookmark.name or tr("Paragraph {number}", number=self.paragraph(bookmark))

    def paragraph(self, bookmark: Bookmark) -> int:
        """Return the number of the paragraph that a bookmark stands in."""
        flow = self._pane.flow
        return max(1, flow.document.number(flow.document.block_at(bookmark.position))) if flow is not None else 1

    def percent(self, bookmark: Bookmark) -> int:
        """Return how far down the text a bookmark stands."""
        flow = self._pane.flow
        return round(100 * bookmark.position / flow.document.length) if flow is not None and flow.document.length else 0

    def _here(self) -> list[Bookmark]:
        flow = self._pane.flow
        if flow is None or not self.bookmarks:
            return []
        start, end = line_at(flow, self._pane.place_in_sight())
        return [bookmark for bookmark in self.bookmarks if start <= bookmark.position < end]

    def _follow(self, changes: Changes) -> None:
        if self._document_id in changes.document_ids and changes.touches("bookmark"):
            self._load()

    def _load(self) -> None:
        library, document_id = self._session.library, self._document_id
        self.bookmarks = library.bookmarks.of_document(document_id) if library and document_id else []
        self._pane.set_bookmarks((one.position, self.title(one)) for one in self.bookmarks)
        self.altered.emit()
