"""Exporting from the window: the dialog, its preview from a worker, the file written as a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop import clipboard
from desktop.exportoffers import Offers
from desktop.exporttargets import ask_target, documents_folder, file_name, meant, open_folder
from desktop.exportwork import Wanted, copied, written
from desktop.jobs import Job, Jobs
from desktop.messages import Messages
from desktop.previewing import Previewing
from desktop.session import Session
from desktop.settings import Settings
from desktop.templating import Templating
from desktop.theme import Themes
from desktop.translation import plural, tr, words
from desktop.widgets.question import ask
from library.errors import LibraryError
from library.progress import Progress

if TYPE_CHECKING:
    from desktop.dialogs.export import ExportDialog
    from desktop.exportchoices import LastExport
    from desktop.exportpreviews import Preview
    from library.exporters.base import Exporter, ExportScope
    from library.models import ExcerptQuery


class Exporting(QObject):
    """Runs exports of the library that is open in `session`, one dialog at a time."""

    exported = Signal(object)
    """Carries the path of a file that was written."""

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
        self._previewing = Previewing(self)
        self.templating = Templating(parent, session, jobs, themes)
        self.templating.changed.connect(self._take_templates)
        self._offers = Offers(settings, self.templating)
        self._writing: Job | None = None
        self.dialog: ExportDialog | None = None
        # several choices at once, as a preset makes them, ask for one preview
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._prepare)
        self._previewing.made.connect(self._show)
        self._previewing.refused.connect(self._show_refusal)
        session.opened.connect(self._previewing.load_soon)
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

    def repeat(self) -> bool:
        """Export what was exported last again, to the same file; return whether there is such an export here."""
        from desktop.exportchoices import last_export

        library, last = self._session.library, last_export(self._settings)
        if library is None or last is None or last.library != library.path:
            return False
        wanted = self._wanted_again(last)
        if wanted is None:
            return False
        if last.was_changed:
            told = tr("“{name}” was changed since it was exported.", name=last.target.name)
            ask(self._window, told, tr("Write over it"), lambda: self._write(wanted, last.target), risky=True)
        else:
            self._write(wanted, last.target)
        return True

    def save(self, target: Path, exporter: Exporter | None = None) -> None:
        """Write what is chosen to `target`, over what is there; the dialog closes when it is done.

        `exporter` is the format, if another one than the dialog shows.
        """
        if self.dialog is not None:
            wanted = self._wanted(self.dialog)
            self._write(wanted if exporter is None else wanted._replace(exporter=exporter), target)

    @property
    def is_preparing(self) -> bool:
        """Whether something was chosen of which the preview is not shown yet."""
        return self._soon.isActive() or self._previewing.is_preparing

    def shut_down(self) -> None:
        """Wait for the preview that is being made, and leave the clipboard sound: for the end of the program."""
        self._previewing.shut_down()
        clipboard.leave_plain()

    def _open(self, scope: ExportScope) -> None:
        library = self._session.library
        if library is None or self.dialog is not None:
            return
        from desktop.dialogs.export import ExportDialog
        from desktop.exportchoices import last_export

        choices = self._offers.choices(library, scope)
        if scope.highlight_ids:  # all of them are meant, and the document they are of can be chosen instead
            scope = replace(scope, document_id=None)
        dialog = ExportDialog(self._themes, choices, scope, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        last = last_export(self._settings)
        if last is not None:
            dialog.form.set_options(last.options)
            dialog.select(scope, last.format)
        self._offers.show_presets(dialog)
        dialog.changed.connect(self._soon.start)
        dialog.save_wanted.connect(self._ask_target)
        dialog.copy_wanted.connect(self._copy)
        dialog.preset_kept.connect(lambda preset: self._offers.keep_preset(dialog, preset))
        dialog.preset_removed.connect(lambda name: self._offers.remove_preset(dialog, name))
        dialog.form.templates_wanted.connect(self._go_to_templates)
        dialog.finished.connect(self._forget)
        self.templating.follow()
        self.dialog = dialog
        self._prepare()
        dialog.open()

    def _take_templates(self) -> None:
        """Offer the templates that there are now, and show again what the chosen one makes."""
        if self.dialog is not None:
            self.dialog.form.show_formats(self._offers.formats)

    def _go_to_templates(self, wanted: str) -> None:
        match wanted:
            case "folder":
                self.templating.show_folder(self.dialog)
            case "examples":
                self.templating.add_examples()
            case _:
                self.templating.show_guide(self.dialog)

    def _wanted_again(self, last: LastExport) -> Wanted | None:
        """Return what was exported last, or None where its format is gone."""
        exporter = self._offers.find(last.format)
        return None if exporter is None else Wanted(last.scope, last.options, exporter)

    def _write(self, wanted: Wanted, target: Path) -> None:
        library = self._session.library
        if library is None:
            return
        from desktop.exportchoices import LastExport, keep_last

        path, wait = library.path, self._waiting()

        def work(progress: Progress) -> LibraryError | int:
            try:
                return written(path, wanted, target, progress, wait)
            except LibraryError as error:
                return error

        def tell(done: LibraryError | int) -> None:
            if not isinstance(done, LibraryError):
                keep_last(self._settings, LastExport(path, target, wanted.exporter.name, wanted.scope, wanted.options))
            self._tell(target, done)

        self._settings.last_export_folder = str(target.parent)
        started = self._jobs.start(tr("Exporting “{name}”", name=target.name), work, tell)
        # A short job may be over by now, its result delivered.
        if started in self._jobs.running:
            self._writing = started
            if self.dialog is not None:
                self.dialog.set_busy(True)

    def _prepare(self) -> None:
        """Have the preview made for what is chosen now."""
        if self.dialog is None or self._session.library is None or self._writing is not None:
            return
        path, theme = self._session.library.path, self._themes.current.name
        self._previewing.ask(path, self._wanted(self.dialog), theme, self._waiting())

    def _wanted(self, dialog: ExportDialog) -> Wanted:
        return Wanted(dialog.scope, dialog.options, dialog.exporter)

    def _waiting(self) -> Callable[[], None] | None:
        """Return what waits until all that was handed to the writer is done, where there is a writer."""
        return (lambda: self._session.submit(lambda _library: None)) if self._session.writable else None

    def _show(self, preview: Preview) -> None:
        if self.dialog is not None:
            self.dialog.show_preview(preview)

    def _show_refusal(self, error: LibraryError) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(words(error))

    def _ask_target(self) -> None:
        """Ask for the file. It need not be known yet what will stand in it: only what it is called."""
        library, dialog = self._session.library, self.dialog
        if library is None or dialog is None:
            return
        from desktop.dialogs.exportform import format_name
        from library.exporters.scope import title_of

        try:
            title = title_of(library, dialog.scope)
        except LibraryError as error:
            dialog.show_error(words(error))
            return
        folder = Path(self._settings.last_export_folder or documents_folder())
        exporter = dialog.exporter
        target = folder / (file_name(title) + exporter.suffix)
        ask_target(dialog, f"{format_name(exporter)} (*{exporter.suffix})", target, self._take_target)

    def _take_target(self, chosen: Path) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        target, exporter = meant(chosen, dialog.exporter, dialog.formats)
        if target != chosen and target.exists():
            told = tr("“{name}” is already there. Replace it?", name=target.name)
            ask(dialog, told, tr("Replace"), lambda: self.save(target, exporter))
        else:
            self.save(target, exporter)

    def _copy(self, form: str) -> None:
        library = self._session.library
        if self.dialog is None or library is None:
            return
        path, wanted = library.path, self._wanted(self.dialog)
        self._jobs.start(
            tr("Copying the export"), lambda progress: copied(path, wanted, form, progress), self._put_on_clipboard
        )

    def _put_on_clipboard(self, copied: tuple[str, str]) -> None:
        plain, rich = copied
        clipboard.put_both(plain, rich)
        if self.dialog is None:
            self._messages.info(tr("The export was copied."))
        else:  # it stands before the window, and what is said there
            self.dialog.show_copied()

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

    def _finish(self, job: Job) -> None:
        if job is not self._writing:
            return
        self._writing = None
        if self.dialog is not None:
            self.dialog.set_busy(False)
            if self.dialog.preview is None:
                self._prepare()  # a preview that comes takes away what is said of a file that could not be written

    def _forget(self) -> None:
        self._previewing.forget()
        self.templating.forget()
        self.dialog = None

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()
