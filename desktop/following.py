"""Links followed, from outside or from a note: the library opened, the passage shown, what is gone said."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.destinations import find_library
from desktop.doorbell import Call, Doorbell, ring
from desktop.itemmodels.holdings import BIN
from desktop.reader.flash import Flash
from desktop.translation import tr
from desktop.widgets.question import ask
from library.errors import LibraryError, NotFound
from library.links import Link, parse

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.window import MainWindow
    from library.library import Library
    from library.models import Highlight


class Following(QObject):
    """Goes where links lead, and answers for the library that is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: Link | None = None
        self.doorbell = Doorbell(self)
        self.doorbell.rung.connect(self._answer)
        window.session.opened.connect(self._opened)
        window.session.closed.connect(self.doorbell.stop)

    def open(self, folder: Path, link: Link | None) -> None:
        """Open a library, and go where a link leads once it is open."""
        self._waiting = link
        self._window.libraries.open(folder)

    def follow(self, address: str) -> None:
        """Go where the address in a text leads; into another library only after a question."""
        window, library = self._window, self._window.session.library
        try:
            link = parse(address)
            if library is not None and link.library_id == library.id:
                self.go(link)
                return
            if ring(link.library_id, Call(link)):
                return
            folder = find_library(link.library_id, window.settings.recent_libraries)
        except LibraryError as error:
            window.messages.failure(error)
            return
        text = tr("This link leads into the library “{name}”. Open it?", name=folder.stem)
        ask(window, text, tr("Open"), lambda: self.open(folder, link), more=str(folder))

    def go(self, link: Link) -> None:
        """Show what a link leads to in the library that is open, or what is left of it."""
        window, library = self._window, self._window.session.library
        if library is None:
            return
        mark = next(iter(library.highlights.some([link.highlight_id])), None) if link.highlight_id else None
        try:
            document = library.documents.get(mark.document_id if mark is not None else link.document_id)
        except NotFound:
            window.messages.warning(tr("The document that this link leads to was deleted."))
            return
        if document.removed is not None:
            window.navigation.open_list(BIN)
            window.messages.warning(
                tr("“{title}”, to which this link leads, is in the bin. Restore it to read it.", title=document.title)
            )
        elif mark is not None:
            self._show(library, mark)
        else:
            window.navigation.open_document(document.id)
            window.centre.setFocus(Qt.FocusReason.OtherFocusReason)
            if link.highlight_id:
                window.messages.warning(tr("The highlight that this link leads to was deleted. This is its document."))

    def _show(self, library: Library, mark: Highlight) -> None:
        window = self._window
        window.targets.show_passage(mark.id)
        window.sidebar.show_highlight(mark.id)
        pane = window.pane
        flash = pane.findChild(Flash) or Flash(pane)
        flash.show_over(mark.start, mark.end, window.themes.current.color("accent"))

    def _opened(self) -> None:
        library, link = self._window.session.library, self._waiting
        self._waiting = None
        if library is None:
            return
        self.doorbell.listen(library.id)
        if link is not None and link.library_id == library.id:
            self.go(link)

    def _answer(self, call: Call) -> None:
        """Come to the front, and show what was called for."""
        window = self._window
        if call.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = call.token  # where Qt looks for it
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        library = window.session.library
        if library is not None and call.link is not None and call.link.library_id == library.id:
            self.go(call.link)
