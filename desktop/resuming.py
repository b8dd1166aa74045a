"""Imports that were interrupted: offered when their library is opened, gone on with, or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.importing import Importing
    from desktop.session import Session
    from library.changes import Changes
    from library.importlists import ImportList
    from library.library import Library
    from library.outcomes import ImportResult

_KEY = "interrupted imports"


class Resuming(QObject):
    """Knows what imports into the open library have still to do. What runs is not among it."""

    found = Signal()
    """What is left may be another than before."""

    def __init__(self, window: QWidget, session: Session, importing: Importing) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._importing = importing
        self._works: list[ImportList] = []
        self.box: QMessageBox | None = None
        session.opened.connect(lambda: self._look(offered=True))
        session.closed.connect(lambda: self._take([], offered=False))
        session.changed.connect(self._follow_undo)
        importing.finished.connect(self._follow)
        importing.rest_wanted.connect(self.go_on)

    @property
    def count(self) -> int:
        """How many files are left of all interrupted imports."""
        return sum(len(work.left) for work in self._works)

    @property
    def is_possible(self) -> bool:
        """Whether there is something to go on with, and nothing is being imported."""
        return bool(self._works) and self._session.writable and not self._importing.is_running

    def offer(self) -> None:
        """Ask whether to go on with what is left, to leave it for later, or to drop it."""
        if not self.is_possible or self.box is not None:
            return
        count = self.count
        text = plural(
            count,
            "An import was interrupted: one file is left of it.",
            "An import was interrupted: {count} files are left of it.",
        )
        box = QMessageBox(QMessageBox.Icon.NoIcon, tr("Go on with the import"), text, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(tr("What had come in stays in any case. What is left can be taken up at any time."))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        on = box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(tr("Drop the rest"), QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton(tr("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(later)
        box.setDefaultButton(later)  # what had come in may have been undone since: nothing comes back unasked
        on.clicked.connect(self.go_on)
        drop.clicked.connect(self.drop)
        box.finished.connect(self._forget_box)
        self.box = box
        box.open()

    def go_on(self) -> None:
        """Import what is left."""
        if self.is_possible:
            works, self._works = self._works, []
            self._importing.resume(works)

    def drop(self) -> None:
        """Let what is left be."""
        for work in self._works:
            work.remove()
        self._take([], offered=False)

    def _follow(self, result: ImportResult) -> None:
        if result.left or self._works:
            self._look(offered=False)

    def _follow_undo(self, changes: Changes) -> None:
        """Look what is left once an import may have been taken back."""
        if self._works and changes.initiator == "undo" and changes.touches("document"):
            self._look(offered=False)

    def _look(self, *, offered: bool) -> None:
        if self._session.writable and not self._importing.is_running:
            self._session.ask(_KEY, _unfinished, lambda works: self._take(works, offered=offered))

    def _take(self, works: list[ImportList], *, offered: bool) -> None:
        self._works = [work for work in works if work.left]
        self.found.emit()
        if offered:
            self.offer()

    def _forget_box(self) -> None:
        self.box = None


def _unfinished(library: Library) -> list[ImportList]:
    from library.importlists import drop_undone, unfinished

    drop_undone(library)
    return unfinished(library.texts.imports_path)
