"""Bibliographies in the window: files read into the fields of documents, and written from them."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.exporttargets import documents_folder, file_name, open_folder
from desktop.translation import plural, tr
from library.errors import LibraryError, Refused
from library.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.dialogs.bibliography import BibliographyDialog
    from desktop.dialogs.bibliographyexport import BibliographyExportDialog, BibliographyScope
    from desktop.jobs import Job
    from desktop.window import MainWindow
    from library.bibliography.base import Reading
    from library.bibliography.taking import Plan, TakingChoice


class Bibliographies(QObject):
    """Runs one dialog at a time over the open library; reading, matching and writing files are jobs."""

    asked = Signal(object)
    """Carries the dialog that was opened."""
    exported = Signal(object)
    """Carries the path of a file that was written."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: BibliographyDialog | BibliographyExportDialog | None = None
        self._reading: Job | None = None
        self._waiting: deque[Path] = deque()
        window.jobs.finished.connect(self._follow)
        window.session.closed.connect(self._close)

    def ask_file(self) -> None:
        """Ask for a file, read it, and show what of it goes to which documents."""
        settings = self._window.settings
        kinds = tr("Bibliographies ({patterns})", patterns="*.ris *.bib *.bibtex *.json *.csljson *.enw *.txt")
        every = tr("All files ({patterns})", patterns="*")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Import bibliography"), settings.last_folder or documents_folder(), f"{kinds};;{every}"
        )
        if chosen:
            settings.last_folder = str(Path(chosen).parent)
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a file and match it as a job; a dialog shows what comes of it."""
        self.read_all([path])

    def read_all(self, paths: Sequence[Path]) -> None:
        """Read files, each once the dialog of the one before is closed."""
        self._waiting.extend(paths)
        self._read_next()

    def _read_next(self) -> None:
        session = self._window.session
        if session.library is None or self._dialog is not None or self._reading is not None or not self._waiting:
            return
        path = self._waiting.popleft()
        library, wait = session.library.path, self._wait_for_writer()
        self._reading = self._window.jobs.start(
            tr("Reading “{name}”", name=path.name),
            lambda progress: _planned(library, path, wait, progress),
            lambda made: self._show(path, library, *made),
        )

    def ask_export(self) -> None:
        """Ask which documents are to be written, and how."""
        window, library = self._window, self._window.session.library
        if library is None or self._dialog is not None:
            return
        from desktop.dialogs.bibliographyexport import BibliographyExportDialog
        from library.bibliography import BUILT_IN

        removed = {row.id for row in library.documents.all(removed=True)}
        ids = tuple(each for each in window.shelving.selected().document_ids if each not in removed)
        collections = sorted(library.collections.tree().paths().items(), key=lambda item: item[1])
        formats = [(format_.name, format_.label) for format_ in BUILT_IN]
        dialog = BibliographyExportDialog(formats, ids, collections, writable=window.session.writable, parent=window)
        dialog.wanted.connect(self._ask_target)
        self._open(dialog)

    def export(self, scope: BibliographyScope, format_name: str, target: Path, *, keeps: bool) -> None:
        """Write documents as a bibliography to `target`, over what is there, as a job."""
        session = self._window.session
        if session.library is None:
            return
        path, wait = session.library.path, self._wait_for_writer()

        def work(progress: Progress) -> tuple[int, dict[str, str]]:
            return _write(path, scope, format_name, target, wait, progress)

        self._window.settings.last_export_folder = str(target.parent)
        self._window.jobs.start(
            tr("Exporting “{name}”", name=target.name), work, lambda done: self._written(target, *done, keeps=keeps)
        )

    def _show(self, path: Path, library: Path, reading: Reading, plan: Plan) -> None:
        open_now = self._window.session.library
        if open_now is None or open_now.path != library or self._dialog is not None:
            return
        from desktop.dialogs.bibliography import BibliographyDialog

        dialog = BibliographyDialog(path.name, plan, reading.problems, self._window)
        dialog.taken.connect(self._take)
        self._open(dialog)

    def _take(self, plan: Plan, chosen: dict[int, str], choice: TakingChoice) -> None:
        from library.bibliography.taking import take

        self._window.session.write(lambda library: take(library, plan, chosen, choice), self._tell_taken)

    def _tell_taken(self, count: int) -> None:
        if not count:
            self._window.messages.info(tr("The documents say all that already."))
            return
        text = plural(count, "{count} document was filled in.", "{count} documents were filled in.")
        self._window.messages.notice(text, tr("Undo"), self._window.session.undo)

    def _ask_target(self, scope: BibliographyScope, format_name: str, keeps: bool) -> None:
        from library.bibliography.files import named

        suffix = named(format_name).suffixes[0]
        library = self._window.session.library
        if library is None:
            return
        folder = Path(self._window.settings.last_export_folder or documents_folder())
        proposed = str(folder / f"{file_name(library.path.stem)}{suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Export bibliography"), proposed, f"*{suffix}")
        if chosen:
            self.export(scope, format_name, Path(chosen), keeps=keeps)

    def _written(self, target: Path, count: int, made: dict[str, str], *, keeps: bool) -> None:
        from library.bibliography.fromdocuments import keep_keys

        if keeps and made and self._window.session.writable:
            self._window.session.write(lambda library: keep_keys(library, made))
        text = plural(
            count, "{count} document exported to “{name}”.", "{count} documents exported to “{name}”.", name=target.name
        )
        self._window.messages.notice(text, tr("Show in folder"), lambda: open_folder(target.parent))
        self.exported.emit(target)

    def _wait_for_writer(self) -> Callable[[], None] | None:
        session = self._window.session
        return (lambda: session.submit(lambda _: None)) if session.writable else None

    def _open(self, dialog: BibliographyDialog | BibliographyExportDialog) -> None:
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        QTimer.singleShot(0, dialog, lambda: self._reveal(dialog))  # a slice of its own: it may have many rows

    def _reveal(self, dialog: BibliographyDialog | BibliographyExportDialog) -> None:
        dialog.open()
        self.asked.emit(dialog)

    def _forget(self) -> None:
        self._dialog = None
        self._read_next()

    def _follow(self, job: Job) -> None:
        """Go on with the next file where one could not be read, or that was stopped."""
        if job is self._reading:
            self._reading = None
            QTimer.singleShot(0, self, self._read_next)

    def _close(self) -> None:
        self._waiting.clear()
        if self._dialog is not None:
            self._dialog.reject()


def _planned(
    path: Path, file: Path, wait_for_writer: Callable[[], None] | None, progress: Progress
) -> tuple[Reading, Plan]:
    from library.bibliography.files import read_bibliography
    from library.bibliography.taking import plan
    from library.library import Library

    if wait_for_writer is not None:
        wait_for_writer()
    try:
        _, reading = read_bibliography(file)
    except OSError as error:
        raise _unreadable(file, error) from error
    with closing(Library.open(path, write=False)) as library:
        return reading, plan(library, reading.references, progress)


def _write(
    path: Path,
    scope: BibliographyScope,
    format_name: str,
    target: Path,
    wait_for_writer: Callable[[], None] | None,
    progress: Progress,
) -> tuple[int, dict[str, str]]:
    from library.bibliography.files import named
    from library.bibliography.fromdocuments import entries_of
    from library.exporters.target import write_pieces
    from library.library import Library

    if wait_for_writer is not None:
        wait_for_writer()
    with closing(Library.open(path, write=False)) as library:
        wanted = set(scope.document_ids) or None
        if scope.collection_id is not None:
            wanted = {row.id for row in library.collections.documents(scope.collection_id, deep=True)}
        entries = entries_of(library, wanted)
    count = len(entries.references)
    write_pieces(entries.pieces(named(format_name)), count, target, force=True, progress=progress)
    return count, entries.made


def _unreadable(file: Path, error: OSError) -> LibraryError:
    return Refused("“{name}” could not be read: {reason}.", name=file.name, reason=error.strerror or str(error))
