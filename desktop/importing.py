"""Importing from the window: which files, how they are read, the job, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.jobs import Job, Jobs
from desktop.messages import Messages
from desktop.session import Session
from desktop.settings import Settings
from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.dialogs.importsummary import ImportSummary
    from library.importchoices import Choices
    from library.importers.base import ImportOptions
    from library.importlists import ImportList
    from library.intake import Submit
    from library.library import Library
    from library.outcomes import ImportResult
    from library.progress import Progress

T = TypeVar("T")


class Importing(QObject):
    """Brings files into the library that is open in `session`. Without one that can be written nothing happens."""

    files_chosen = Signal(list, object, bool)
    """Carries the paths of files that are to come in, the id of the collection or None, and whether to ask how."""
    finished = Signal(object)
    """Carries the `ImportResult`."""
    begun = Signal()
    """Files are being imported."""
    came = Signal(list)
    """Carries the ids of the documents that an import brought, if any."""
    sample_imported = Signal()
    """The sample texts are in the library, in their collections."""
    document_wanted = Signal(str)
    """Carries the id of a document that was imported, or was there already, and is to be shown."""
    bibliographies_wanted = Signal(list)
    """Carries the paths of bibliographies that an import met."""
    rest_wanted = Signal()
    """An import that was stopped is to go on."""

    def __init__(self, parent: QWidget, session: Session, jobs: Jobs, messages: Messages, settings: Settings) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
        self._running: list[Job] = []
        self.options: ImportOptions | None = None
        """How files were last imported."""
        self.summary: ImportSummary | None = None

    @property
    def is_running(self) -> bool:
        """Whether files are being imported."""
        return any(job in self._jobs.running for job in self._running)

    def ask_files(self, collection_id: str | None = None) -> None:
        """Ask for files and import them."""
        paths = self._ask_for_files()
        if paths:
            self.files_chosen.emit(paths, collection_id, False)

    def ask_folder(self, collection_id: str | None = None) -> None:
        """Ask for a folder and import all files below it."""
        if not self.may_write():
            return
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Import a folder"), self._folder())
        if chosen:
            self._settings.last_folder = chosen
            self.files_chosen.emit([Path(chosen)], collection_id, False)

    def ask_scans(self) -> list[Path]:
        """Ask for files with scanned pages and return them; none where nothing can be imported."""
        if not self.may_write():
            return []
        from library.importers.scans import PICTURES

        patterns = " ".join(f"*{suffix}" for suffix in (".pdf", *PICTURES, ".zip"))
        kinds = tr("Scans ({patterns})", patterns=patterns)
        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Import files"), self._folder(), kinds)
        if chosen:
            self._settings.last_folder = str(Path(chosen[0]).parent)
        return [Path(path) for path in chosen]

    def ask_with_options(self, collection_id: str | None = None) -> None:
        """Ask for files, then how they are to be imported."""
        paths = self._ask_for_files()
        if paths:
            self.files_chosen.emit(paths, collection_id, True)

    def start(
        self, paths: Sequence[Path], options: ImportOptions | None = None, choices: Choices | None = None
    ) -> None:
        """Import files and folders as a job; say what became of them when it is done."""
        from library.importers.base import ImportOptions

        self._start(paths, options or ImportOptions(), self._session.submit, self._take_in, choices)

    def resume(self, works: Sequence[ImportList]) -> None:
        """Go on with imports that were interrupted, as a job; say what became of the files when it is done."""
        if not self.may_write() or self._session.library is None:
            return
        from library import intake
        from library.outcomes import together

        texts, submit = self._session.library.texts, self._session.submit

        def work(progress: Progress) -> ImportResult:
            return together([intake.resume(each, texts, submit, progress) for each in works])

        self._run(work, self._take_in)

    def import_sample(self, paths: Sequence[Path]) -> None:
        """Import the sample texts into collections of their own, with what is known of them, as one step."""
        from desktop.sample import arrange_sample
        from library.importers.base import ImportOptions

        def submit(verb: Callable[[Library], T], /) -> T:
            def add_and_arrange(library: Library) -> T:
                with library.journal.operation("Import the sample library"):
                    result = verb(library)
                    arrange_sample(library)
                return result

            return self._session.submit(add_and_arrange)

        def tell(result: ImportResult) -> None:
            self._tell(result)
            self.sample_imported.emit()

        self._start(paths, ImportOptions(), submit, tell)

    def _start(
        self,
        paths: Sequence[Path],
        options: ImportOptions,
        submit: Submit,
        then: Callable[[ImportResult], None],
        choices: Choices | None = None,
    ) -> None:
        if not self.may_write() or self._session.library is None:
            return
        from library import intake

        self.options = options
        texts = self._session.library.texts
        self._run(lambda progress: intake.import_paths(paths, texts, submit, options, progress, choices), then)

    def _run(self, work: Callable[[Progress], ImportResult], then: Callable[[ImportResult], None]) -> None:
        self._running = [job for job in self._running if job in self._jobs.running]
        self._running.append(self._jobs.start(tr("Importing"), work, then))
        self.begun.emit()

    def _ask_for_files(self) -> list[Path]:
        if not self.may_write():
            return []
        from desktop.imports.kinds import importable_kinds

        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Import files"), self._folder(), importable_kinds())
        if chosen:
            self._settings.last_folder = str(Path(chosen[0]).parent)
        return [Path(path) for path in chosen]

    def may_write(self) -> bool:
        """Return whether something can be imported; say so where the library was opened for reading."""
        if self._session.library is not None and not self._session.writable:
            self._messages.warning(tr("This library was opened for reading: nothing can be imported into it."))
        return self._session.writable

    def _folder(self) -> str:
        return self._settings.last_folder or _documents_folder()

    def _take_in(self, result: ImportResult) -> None:
        """Have the new documents shown, and say what became of all files."""
        if result.imported:
            self.came.emit([item.id for item in result.imported])
        self._tell(result)

    def _tell(self, result: ImportResult) -> None:
        """Say what became of the files: in passing when all went well, in a dialog when something is to be read."""
        from desktop.importreport import is_remarkable

        if is_remarkable(result):
            self._show_summary(result)
        elif result.left:
            text = tr("Import stopped; what had come in stays.")
            self._messages.notice(text, tr("Go on"), self.rest_wanted.emit)
        elif not result.imported:
            self._messages.info(tr("There was no file to import."))
        elif len(result.imported) == 1 and result.imported[0].length == 0:
            self._messages.info(tr("“{title}” is an empty document.", title=result.imported[0].title))
        else:
            self._messages.notice(_came(result), tr("Details"), lambda: self._show_summary(result))
        self.finished.emit(result)

    def tell_given_up(self) -> None:
        """Say that files which were looked at were not imported."""
        self._messages.info(tr("Nothing was imported."))

    def _show_summary(self, result: ImportResult) -> None:
        from desktop.dialogs.importsummary import ImportSummary

        summary = ImportSummary(result, self._titles(result), self._window)
        summary.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        summary.save_wanted.connect(lambda: self._ask_target(summary))
        summary.document_wanted.connect(self.document_wanted)
        summary.rest_wanted.connect(self.rest_wanted)
        summary.bibliographies_wanted.connect(self.bibliographies_wanted)
        summary.finished.connect(self._forget_summary)
        self.summary = summary
        summary.show()

    def _titles(self, result: ImportResult) -> dict[str, str]:
        """Return the titles of the documents that were there already."""
        if not result.duplicates or self._session.library is None:
            return {}
        return {document.id: document.title for document in self._session.library.documents.all()}

    def _ask_target(self, summary: ImportSummary) -> None:
        folder = self._settings.last_export_folder or _documents_folder()
        suggested = Path(folder, tr("Import report") + ".txt")
        kinds = tr("Texts ({patterns})", patterns="*.txt"), tr("Tables ({patterns})", patterns="*.csv")
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, tr("Save the report"), str(suggested), ";;".join(kinds)
        )
        if not chosen:
            return
        try:
            if Path(chosen).suffix.lower() == ".csv" or kind == kinds[1]:
                Path(chosen).write_text(summary.table, encoding="utf-8-sig", newline="")
            else:
                Path(chosen).write_text(summary.report, encoding="utf-8")
        except OSError as error:
            reason = error.strerror or str(error)
            self._messages.error(tr("The report could not be saved: {reason}. Choose another place.", reason=reason))
            return
        self._settings.last_export_folder = str(Path(chosen).parent)
        self._messages.info(tr("The report was saved as {name}.", name=Path(chosen).name))

    def _forget_summary(self) -> None:
        self.summary = None


def _came(result: ImportResult) -> str:
    """Say how many documents came in, and how many places were repaired in them."""
    from library.mending import EDITS

    imported = plural(len(result.imported), "{count} document imported", "{count} documents imported")
    repairs = sum((item.repairs or {}).get(kind, 0) for item in result.imported for kind in EDITS)
    mended = plural(repairs, "{count} place repaired", "{count} places repaired")
    return f"{imported} · {mended}" if repairs else imported


def _documents_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
