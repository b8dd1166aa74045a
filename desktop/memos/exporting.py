"""Exporting a memo from the window: the file is asked for, and written as a job."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.exporting import documents_folder, file_name, open_folder
from desktop.translation import tr
from library.errors import LibraryError

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.messages import Messages
    from desktop.session import Session
    from desktop.settings import Settings
    from library.models import Memo
    from library.progress import Progress


class MemoExporting(QObject):
    """Writes memos of the open library to files, as Markdown."""

    exported = Signal(object)
    """Carries the path of a file that was written."""

    def __init__(self, window: QWidget, session: Session, jobs: Jobs, messages: Messages, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._settings = settings

    def ask(self, memo: Memo) -> None:
        """Ask where a memo is to go."""
        folder = self._settings.last_export_folder or documents_folder()
        chooser = QFileDialog(self._window, tr("Export memo"), folder)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("md")
        chooser.setNameFilter("*.md")
        chooser.selectFile(file_name(memo.title) + ".md")
        chooser.fileSelected.connect(lambda name: self.write(memo.id, Path(name)))
        chooser.open()

    def write(self, memo_id: str, target: Path) -> None:
        """Write a memo to `target`, over what is there, once all that was handed to the writer is done."""
        session, library = self._session, self._session.library
        if library is None:
            return
        path, writable, originals = library.path, session.writable, self._settings.export_originals

        def work(progress: Progress) -> LibraryError | None:
            if writable:
                session.submit(lambda _: None)
            try:
                _write(path, memo_id, target, progress, originals=originals)
            except LibraryError as error:
                return error
            return None

        self._settings.last_export_folder = str(target.parent)
        self._jobs.start(tr("Exporting “{name}”", name=target.name), work, lambda error: self._written(target, error))

    def _written(self, target: Path, error: LibraryError | None) -> None:
        if error is not None:
            self._messages.failure(error)
            return
        text = tr("Memo exported to “{name}”.", name=target.name)
        self._messages.notice(text, tr("Show in folder"), lambda: open_folder(target.parent))
        self.exported.emit(target)


def _write(path: Path, memo_id: str, target: Path, progress: Progress, *, originals: bool) -> None:
    from library.exporters.memo import MemoExporter
    from library.exporters.target import write
    from library.library import Library

    with closing(Library.open(path, write=False)) as library:
        memo = library.memos.get(memo_id)
        exporter = MemoExporter(library.excerpts.of_memo(memo.text), originals=originals)
    write(exporter, exporter.job(memo.title), target, force=True, progress=progress)
