"""Care of the open library: checking it and backing it up, as work in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.messages import Messages
    from desktop.session import Session
    from library.progress import Progress


class Upkeep(QObject):
    """Checks the library and writes backups of it, each on a reading connection of its own."""

    def __init__(self, window: QWidget, session: Session, jobs: Jobs, messages: Messages) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._jobs = jobs
        self._messages = messages

    def check(self) -> None:
        """Look whether the library is sound, and say what was found."""
        path = self._path()
        if path is not None:
            self._jobs.start(tr("Checking the library"), lambda progress: _check(path, progress), self._tell)

    def back_up(self) -> None:
        """Write a verified copy of the library's database into its backups folder."""
        path = self._path()
        if path is not None:
            self._jobs.start(tr("Backing up the library"), lambda progress: _back_up(path, progress), self._backed_up)

    def _path(self) -> Path | None:
        library = self._session.library
        return None if library is None else library.path

    def _tell(self, problems: list[str]) -> None:
        if not problems:
            self._messages.info(tr("The library was checked; nothing is wrong with it."))
            return
        count = len(problems)
        text = plural(count, "The library has {count} fault.", "The library has {count} faults.")
        box = QMessageBox(QMessageBox.Icon.Warning, tr("Check the library"), text, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(tr("Copies of the library’s database lie in its backups folder."))
        box.setDetailedText("\n".join(problems))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _backed_up(self, copy: Path) -> None:
        folder = QUrl.fromLocalFile(str(copy.parent))
        text = tr("The library was backed up as “{name}”.", name=copy.name)
        self._messages.notice(text, tr("Show in folder"), lambda: QDesktopServices.openUrl(folder))


def _check(path: Path, progress: Progress) -> list[str]:
    from library.library import Library

    progress.report(0, 1, path.stem)
    library = Library.open(path, write=False)
    try:
        return library.check()
    finally:
        library.close()


def _back_up(path: Path, progress: Progress) -> Path:
    from library.library import Library

    progress.report(0, 1, path.stem)
    library = Library.open(path, write=False)
    try:
        return library.backup()
    finally:
        library.close()
