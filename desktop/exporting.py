"""Exporting from the window: the dialog, its preview from a worker, the file written as a job."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import clipboard
from desktop.jobs import Job, Jobs
from desktop.messages import Messages
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import plural, tr, words
from library.errors import LibraryError
from library.progress import Progress

if TYPE_CHECKING:
    from desktop.dialogs.export import ExportDialog
    from desktop.dialogs.exportform import Choices
    from desktop.exportchoices import LastExport, Preset
    from desktop.exportpreviews import Preview
    from library.exporters.base import Exporter, ExportOptions, ExportScope
    from library.library import Library
    from library.models import ExcerptQuery

_NOT_IN_NAMES = '/\\:*?"<>|\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\x7f'
"""What some system takes for a part of a path, or shows the name in another order for."""
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))])
_LONGEST_NAME = 120


class _Wanted(NamedTuple):
    """What is to be written, and how."""

    scope: ExportScope
    options: ExportOptions
    exporter: Exporter


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
        self._shown = 0
        self._writing: Job | None = None
        self.dialog: ExportDialog | None = None
        # several choices at once, as a preset makes them, ask for one preview
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._prepare)
        self._prepared.connect(self._show)
        session.changed.connect(self._prepare)
        session.closed.connect(self._close)
        themes.changed.connect(self._prepare)
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
        memo_id: str | None = None,
    ) -> None:
        """Ask what to export, beginning with what is given, and write it. Nothing happens without a library.

        `name` is what the question `query` is called.
        """
        from library.exporters.base import ExportScope

        place = None if document_id else collection_id
        self._open(
            ExportScope(document_id, place, tag_id, tuple(highlight_ids), below, with_tag_id, query, name, memo_id)
        )

    def repeat(self) -> None:
        """Export what was exported last again, to the same file; ask as if anew if that was in another library."""
        from desktop.exportchoices import last_export

        library, last = self._session.library, last_export(self._settings)
        if library is None:
            return
        wanted = None if last is None or last.library != library.path else self._wanted_again(last)
        if last is None or wanted is None:
            self.export()
        else:
            self._write(wanted, last.target)

    def save(self, target: Path) -> None:
        """Write what the dialog shows to `target`, over what is there; the dialog closes when it is done."""
        if self.dialog is not None and self.dialog.preview is not None:
            self._write(_Wanted(self.dialog.scope, self.dialog.options, self.dialog.exporter), target)

    @property
    def is_preparing(self) -> bool:
        """Whether something was chosen of which the preview is not shown yet."""
        return self._soon.isActive() or self._shown != self._turn

    def shut_down(self) -> None:
        """Wait for the preview that is being made, and leave the clipboard sound: for the end of the program."""
        self._worker.shutdown()
        clipboard.leave_plain()

    def _open(self, scope: ExportScope) -> None:
        library = self._session.library
        if library is None or self.dialog is not None:
            return
        from desktop.dialogs.export import ExportDialog
        from desktop.exportchoices import last_export

        dialog = ExportDialog(self._themes, self._choices(library, scope), scope, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        last = last_export(self._settings)
        if last is not None:
            dialog.form.set_options(last.options)
            dialog.select(scope, last.format)
        self._show_presets(dialog)
        dialog.changed.connect(self._soon.start)
        dialog.save_wanted.connect(self._ask_target)
        dialog.copy_wanted.connect(self._copy)
        dialog.preset_kept.connect(self._keep_preset)
        dialog.preset_removed.connect(self._remove_preset)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        self._prepare()
        dialog.open()

    def _choices(self, library: Library, scope: ExportScope) -> Choices:
        from desktop.dialogs.exportform import Choices
        from library import exporters

        document = scope.document_id and (scope.document_id, library.documents.get(scope.document_id).title)
        return Choices(
            document=document or None,
            collections=sorted(library.collections.tree().paths().items(), key=lambda item: item[1]),
            tags=sorted(library.tags.paths().items(), key=lambda item: item[1]),
            formats=exporters.available(),
            highlight_ids=scope.highlight_ids,
            memos=[(memo.id, memo.title) for memo in library.memos.all()],
        )

    def _wanted_again(self, last: LastExport) -> _Wanted | None:
        """Return what was exported last, or None where its format is gone."""
        from library import exporters

        exporter = next((each for each in exporters.available() if each.name == last.format), None)
        return None if exporter is None else _Wanted(last.scope, last.options, exporter)

    def _write(self, wanted: _Wanted, target: Path) -> None:
        library = self._session.library
        if library is None:
            return
        from desktop.exportchoices import LastExport, keep_last

        path, wait = library.path, self._wait_for_writer if self._session.writable else None

        def work(progress: Progress) -> LibraryError | int:
            try:
                return _written(path, wanted, target, progress, wait)
            except LibraryError as error:
                return error

        self._settings.last_export_folder = str(target.parent)
        keep_last(self._settings, LastExport(path, target, wanted.exporter.name, wanted.scope, wanted.options))
        started = self._jobs.start(
            tr("Exporting “{name}”", name=target.name), work, lambda done: self._tell(target, done)
        )
        # A short job may be over by now, its result delivered.
        if started in self._jobs.running:
            self._writing = started
            if self.dialog is not None:
                self.dialog.set_busy(True)

    def _prepare(self) -> None:
        """Have the preview made for what is chosen now; one that is no longer wanted is not shown."""
        if self.dialog is None or self._session.library is None or self._writing is not None:
            return
        from desktop.exportpreviews import make_preview

        self._turn += 1
        turn, path = self._turn, self._session.library.path
        wait = self._wait_for_writer if self._session.writable else None
        wanted, theme = (self.dialog.scope, self.dialog.options, self.dialog.exporter), self._themes.current.name
        future = self._worker.submit(make_preview, path, *wanted, theme, wait)
        future.add_done_callback(lambda done: self._prepared.emit(done, turn))

    def _wait_for_writer(self) -> None:
        self._session.submit(lambda _library: None)

    def _show(self, done: Future[Preview], turn: int) -> None:
        error = done.exception()
        if error is not None and not isinstance(error, LibraryError):
            raise error
        if self.dialog is None or turn != self._turn:
            return
        self._shown = turn
        if error is not None:
            self.dialog.show_error(words(error))
        else:
            self.dialog.show_preview(done.result())

    def _ask_target(self) -> None:
        if self.dialog is None or self.dialog.preview is None:
            return
        exporter, title = self.dialog.exporter, self.dialog.preview.title
        folder = self._settings.last_export_folder or documents_folder()
        chooser = QFileDialog(self.dialog, tr("Export highlights"), folder)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(exporter.suffix.removeprefix("."))
        chooser.setNameFilter(f"*{exporter.suffix}")
        chooser.selectFile(file_name(title) + exporter.suffix)
        chooser.fileSelected.connect(lambda name: self.save(Path(name)))
        chooser.open()

    def _copy(self, form: str) -> None:
        library = self._session.library
        if self.dialog is None or self.dialog.preview is None or library is None:
            return
        path, wanted = library.path, _Wanted(self.dialog.scope, self.dialog.options, self.dialog.exporter)
        self._jobs.start(
            tr("Copying the export"), lambda progress: _copied(path, wanted, form, progress), self._put_on_clipboard
        )

    def _put_on_clipboard(self, copied: tuple[str, str]) -> None:
        plain, rich = copied
        clipboard.put_both(plain, rich)
        self._messages.info(tr("The export was copied."))

    def _tell(self, target: Path, done: LibraryError | int) -> None:
        if isinstance(done, LibraryError):
            if self.dialog is None:
                self._messages.failure(done)
            else:
                self.dialog.show_error(words(done))
            return
        if self.dialog is not None:
            self.dialog.accept()
        text = plural(
            done,
            "{count} highlight exported to “{name}”.",
            "{count} highlights exported to “{name}”.",
            name=target.name,
        )
        self._messages.notice(text, tr("Show in folder"), lambda: open_folder(target.parent))
        self.exported.emit(target)

    def _show_presets(self, dialog: ExportDialog, current: str = "") -> None:
        from desktop.exportchoices import presets

        dialog.show_presets(presets(self._settings), current)

    def _keep_preset(self, preset: Preset) -> None:
        from desktop.exportchoices import keep_preset

        keep_preset(self._settings, preset)
        if self.dialog is not None:
            self._show_presets(self.dialog, preset.name)

    def _remove_preset(self, name: str) -> None:
        from desktop.exportchoices import remove_preset

        remove_preset(self._settings, name)
        if self.dialog is not None:
            self._show_presets(self.dialog)

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


def _written(path: Path, wanted: _Wanted, target: Path, progress: Progress, wait: Callable[[], None] | None) -> int:
    """Write an export, once all that was handed to the writer is there; return how many highlights it holds."""
    from library.exporters.scope import collect
    from library.exporters.target import write
    from library.library import Library

    if wait is not None:
        wait()
    with closing(Library.open(path, write=False)) as library:
        job = collect(library, wanted.scope, wanted.options)
        write(wanted.exporter, job, target, force=True, progress=progress)
    return len(job.excerpts)


def _copied(path: Path, wanted: _Wanted, form: str, progress: Progress) -> tuple[str, str]:
    """Return an export as plain text and as rich text; Markdown is plain text alone."""
    from library.exporters.markdown import MarkdownExporter
    from library.exporters.palette import palette
    from library.exporters.richtext import rich
    from library.exporters.scope import collect
    from library.exporters.text import PlainTextExporter
    from library.library import Library

    with closing(Library.open(path, write=False)) as library:
        job = collect(library, wanted.scope, wanted.options)

        def whole(pieces: Iterable[str]) -> str:
            made: list[str] = []
            for done, piece in enumerate(pieces):
                progress.report(min(done, job.steps), job.steps)
                made.append(piece)
            return "".join(made)

        if form == "markdown":
            return whole(MarkdownExporter().render(job)), ""
        # on whatever ground it is pasted: by day, ink on white
        return whole(PlainTextExporter().render(job)), whole(rich(job, palette("white")))


def file_name(title: str) -> str:
    """Return a title as a file's name that every system takes, `export` where nothing of it can stand there."""
    plain = "".join("_" if character in _NOT_IN_NAMES or ord(character) < 32 else character for character in title)
    kept = plain.strip(" .").encode(errors="ignore")[:_LONGEST_NAME].decode(errors="ignore").strip(" .")
    return f"_{kept}" if kept.partition(".")[0].casefold() in _DEVICES else kept or "export"


def documents_folder() -> str:
    """Return the folder in which the system has a person's documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
