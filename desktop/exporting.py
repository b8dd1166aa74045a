"""Exporting from the window: the dialog, its preview from a worker, the file written as a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.jobs import Job, Jobs
from desktop.messages import Messages
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import plural, tr, words
from library.errors import LibraryError
from library.progress import Progress

if TYPE_CHECKING:
    from desktop.dialogs.export import Choices, ExportDialog, Preview
    from library.exporters.base import Exporter, ExportJob, ExportScope
    from library.library import Library
    from library.models import ExcerptQuery

PREVIEW_LINES = 200
PREVIEW_LENGTH = 20_000
"""Lines, and code points, of the preview at most."""

_NOT_IN_NAMES = '/\\:*?"<>|'


class Exporting(QObject):
    """Runs exports of the library that is open in `session`, one dialog at a time."""

    exported = Signal(object)
    """Carries the path of a file that was written."""

    _prepared = Signal(object, int)

    def __init__(
        self, parent: QWidget, session: Session, jobs: Jobs, messages: Messages, settings: Settings, themes: Themes
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
        self._themes = themes
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")
        self._turn = 0
        self._writing: Job | None = None
        self.dialog: ExportDialog | None = None
        self._prepared.connect(self._show)
        session.changed.connect(self._prepare)
        session.closed.connect(self._close)
        jobs.finished.connect(self._finish)

    def export(
        self,
        document_id: str | None = None,
        collection_id: str | None = None,
        tag_id: str | None = None,
        highlight_ids: Sequence[str] = (),
        *,
        below: bool = True,
        with_tag_id: str | None = None,
        query: ExcerptQuery | None = None,
        name: str = "",
    ) -> None:
        """Ask what to export, beginning with what is given, and write it. Nothing happens without a library.

        `name` is what the question `query` is called.
        """
        library = self._session.library
        if library is None or self.dialog is not None:
            return
        from desktop.dialogs.export import ExportDialog
        from library.exporters.base import ExportScope

        place = None if document_id else collection_id
        scope = ExportScope(
            document_id,
            place,
            tag_id,
            tuple(highlight_ids),
            below,
            with_tag_id,
            query,
            name,
            self._settings.export_originals,
        )
        choices = self._choices(library, document_id, scope.highlight_ids)
        dialog = ExportDialog(self._themes, choices, scope, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._prepare)
        dialog.save_wanted.connect(self._ask_target)
        dialog.copy_wanted.connect(self._copy)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        self._prepare()
        dialog.open()

    def save(self, target: Path) -> None:
        """Write what the dialog shows to `target`, over what is there; the dialog closes when it is done."""
        if self.dialog is None or self.dialog.preview is None:
            return
        from library.exporters.target import write

        job, exporter = self.dialog.preview.job, self.dialog.exporter

        def work(progress: Progress) -> LibraryError | None:
            try:
                write(exporter, job, target, force=True, progress=progress)
            except LibraryError as error:
                return error
            return None

        self._settings.last_export_folder = str(target.parent)
        self._settings.export_originals = job.originals
        started = self._jobs.start(
            tr("Exporting “{name}”", name=target.name), work, lambda error: self._written(target, job, error)
        )
        # A short job may be over by now, its result delivered.
        if started in self._jobs.running:
            self._writing = started
            self.dialog.set_busy(True)

    def shut_down(self) -> None:
        """Wait for the preview that is being made: for the end of the program."""
        self._worker.shutdown()

    def _choices(self, library: Library, document_id: str | None, highlight_ids: tuple[str, ...]) -> Choices:
        from desktop.dialogs.export import Choices
        from library import exporters

        document = None if document_id is None else (document_id, library.documents.get(document_id).title)
        return Choices(
            document=document,
            collections=sorted(library.collections.tree().paths().items(), key=lambda item: item[1]),
            tags=sorted(library.tags.paths().items(), key=lambda item: item[1]),
            formats=exporters.available(),
            highlight_ids=highlight_ids,
        )

    def _prepare(self) -> None:
        """Have the preview made for what is chosen now; one that is no longer wanted is not shown."""
        if self.dialog is None or self._session.library is None or self._writing is not None:
            return
        self._turn += 1
        turn, path = self._turn, self._session.library.path
        wait = self._wait_for_writer if self._session.writable else None
        future = self._worker.submit(_preview, path, self.dialog.scope, self.dialog.exporter, wait)
        future.add_done_callback(lambda done: self._prepared.emit(done, turn))

    def _wait_for_writer(self) -> None:
        self._session.submit(lambda _library: None)

    def _show(self, done: Future[Preview], turn: int) -> None:
        error = done.exception()
        if error is not None and not isinstance(error, LibraryError):
            raise error
        if self.dialog is None or turn != self._turn:
            return
        if error is not None:
            self.dialog.show_error(words(error))
        else:
            self.dialog.show_preview(done.result())

    def _ask_target(self) -> None:
        if self.dialog is None or self.dialog.preview is None:
            return
        exporter, title = self.dialog.exporter, self.dialog.preview.job.title
        folder = self._settings.last_export_folder or documents_folder()
        chooser = QFileDialog(self.dialog, tr("Export highlights"), folder)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(exporter.suffix.removeprefix("."))
        chooser.setNameFilter(f"*{exporter.suffix}")
        chooser.selectFile(file_name(title) + exporter.suffix)
        chooser.fileSelected.connect(self._save_named)
        chooser.open()

    def _save_named(self, name: str) -> None:
        self.save(Path(name))

    def _copy(self) -> None:
        if self.dialog is None or self.dialog.preview is None:
            return
        exporter, job = self.dialog.exporter, self.dialog.preview.job
        self._jobs.start(tr("Copying the export"), lambda progress: _rendered(exporter, job, progress), self._copied)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._messages.info(tr("The export was copied."))

    def _written(self, target: Path, job: ExportJob, error: LibraryError | None) -> None:
        if error is not None:
            if self.dialog is None:
                self._messages.failure(error)
            else:
                self.dialog.show_error(words(error))
            return
        if self.dialog is not None:
            self.dialog.accept()
        text = plural(
            len(job.excerpts),
            "{count} highlight exported to “{name}”.",
            "{count} highlights exported to “{name}”.",
            name=target.name,
        )
        self._messages.notice(text, tr("Show in folder"), lambda: open_folder(target.parent))
        self.exported.emit(target)

    def _finish(self, job: Job) -> None:
        if job is not self._writing:
            return
        self._writing = None
        if self.dialog is not None:
            self.dialog.set_busy(False)

    def _forget(self) -> None:
        self.dialog = None

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()


def _preview(path: Path, scope: ExportScope, exporter: Exporter, wait_for_writer: Callable[[], None] | None) -> Preview:
    """Read what `scope` holds, once all that was handed to the writer is there, and render its beginning."""
    from desktop.dialogs.export import Preview
    from library.exporters.scope import collect
    from library.library import Library

    if wait_for_writer is not None:
        wait_for_writer()
    with closing(Library.open(path, write=False)) as library:
        job = collect(library, scope)
    text, complete = "", True
    for piece in exporter.render(job):
        if text.count("\n") >= PREVIEW_LINES or len(text) >= PREVIEW_LENGTH:
            complete = False
            break
        text += piece
    lines = text[:PREVIEW_LENGTH].splitlines()
    complete = complete and len(text) <= PREVIEW_LENGTH and len(lines) <= PREVIEW_LINES
    return Preview(job, "\n".join(lines[:PREVIEW_LINES]), complete)


def _rendered(exporter: Exporter, job: ExportJob, progress: Progress) -> str:
    pieces: list[str] = []
    for done, piece in enumerate(exporter.render(job)):
        progress.report(min(done, len(job.excerpts)), len(job.excerpts))
        pieces.append(piece)
    return "".join(pieces)


def file_name(title: str) -> str:
    """Return a title as a file's name that every system takes."""
    plain = "".join("_" if character in _NOT_IN_NAMES or ord(character) < 32 else character for character in title)
    return plain.strip(" .").encode()[:120].decode(errors="ignore")


def documents_folder() -> str:
    """Return the folder in which the system has a person's documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
