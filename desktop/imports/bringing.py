"""Files on their way in: looked at first, asked about where not all is obvious, then imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.importing import Importing
    from desktop.imports.batch import Batch
    from desktop.imports.dialog import ImportDialog
    from desktop.imports.surveying import Survey
    from desktop.jobs import Jobs
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes
    from library.importers.sources import Source
    from library.recognised import Recognised


class Bringing(QObject):
    """Brings files in, one batch at a time; nothing is written before that is certain."""

    bibliographies_found = Signal(list)
    """Carries the paths of files that are lists of references."""

    def __init__(
        self, window: QWidget, session: Session, jobs: Jobs, importing: Importing, settings: Settings, themes: Themes
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._jobs = jobs
        self._importing = importing
        self._settings = settings
        self._themes = themes
        self._survey: Survey | None = None
        self._batch: Batch | None = None
        self._paths: tuple[Path, ...] = ()
        self._collection_id: str | None = None
        self.dialog: ImportDialog | None = None
        session.closing.connect(self._give_up)
        importing.files_chosen.connect(self.bring)

    @property
    def is_looking(self) -> bool:
        """Whether files are looked at, or asked about."""
        return self._batch is not None

    def bring(self, paths: Sequence[Path], collection_id: str | None = None, *, asked: bool = False) -> None:
        """Look at files and folders and import them; show the dialog at once where that is `asked` for.

        While files are looked at or asked about, more cannot be brought. Bibliographies are no texts: they are told.
        """
        if self.is_looking or not self._importing.may_write():
            return
        from library.bibliography.files import is_bibliography

        lists = [path for path in paths if is_bibliography(path)]
        if lists:
            self.bibliographies_found.emit(lists)
            paths = [path for path in paths if path not in lists]
        if paths:
            self._look_at(paths, collection_id, asked=asked)

    def _look_at(self, paths: Sequence[Path], collection_id: str | None, *, asked: bool) -> None:
        from desktop.imports.batch import Batch
        from desktop.imports.surveying import Survey

        self._paths, self._collection_id = tuple(paths), collection_id
        self._batch = batch = Batch(repairs=self._settings.repairs != "never")
        self._survey = survey = Survey(self._jobs, paths, batch.options(""), self)
        survey.recognised.connect(self._take)
        survey.finished.connect(self._decide)
        survey.ended.connect(self._end)
        if asked:
            self._ask()

    def _take(self, recognised: Recognised, source: Source) -> None:
        batch = self._batch
        if batch is None or self.sender() is not self._survey:
            return
        duplicate = self._duplicate(recognised)
        if self.dialog is not None:
            self.dialog.add(recognised, source, duplicate)
            return
        batch.add(recognised, source, duplicate)
        entry = batch.entries[-1]
        if not entry.is_obvious(repairs_asked=self._settings.repairs == "ask"):
            self._ask(repairs=entry.is_obvious(repairs_asked=False))

    def _duplicate(self, recognised: Recognised) -> str:
        """Return the title of the document that has the text of a file, or was made of it."""
        library = self._session.library
        if recognised.reason is not None or library is None:
            return ""
        there = library.documents.find_file(recognised.text_sha, recognised.original_sha, recognised.encoding)
        return there.title if there is not None else ""

    def _decide(self) -> None:
        """Import what was looked at, unless it is being asked about."""
        if self.dialog is None and self._batch is not None:
            from library.importers.base import ImportOptions

            options = self._batch.options("")
            taken = ImportOptions(repair=options.repair, collection_id=self._collection_id)
            paths, choices = self._paths, self._batch.choices()
            self._forget()
            self._importing.start(paths, taken, choices)

    def _ask(self, *, repairs: bool = False) -> None:
        """Show the dialog at the file that came last, and at its `repairs` where it is those that are asked about."""
        from desktop.imports.dialog import ImportDialog

        library, batch = self._session.library, self._batch
        if library is None or batch is None:
            return
        collections = sorted(library.collections.path(row.id) for row in library.collections.all())
        dialog = ImportDialog(batch, collections, self._settings, self._themes, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._collection_id is not None:
            dialog.collection.setEditText(library.collections.path(self._collection_id))
        dialog.seen.connect(self._renew)
        dialog.accepted.connect(self._accept)
        dialog.finished.connect(self._give_up)
        self.dialog = dialog
        dialog.grow()
        dialog.look_at_last(repairs=repairs)
        dialog.open()

    def _renew(self, recognised: Recognised) -> None:
        if self.dialog is not None:
            self.dialog.renew(recognised, self._duplicate(recognised))

    def _accept(self) -> None:
        if self.dialog is None or self._batch is None:
            return
        paths, batch, path = self._paths, self._batch, self.dialog.collection_path
        self._give_up()
        self._importing.start(paths, batch.options(path), batch.choices())

    def _end(self) -> None:
        """The files were looked at, or that was stopped."""
        if self.dialog is not None:
            self.dialog.end()
        elif self.sender() is self._survey and self.is_looking:
            self._forget()
            self._importing.tell_given_up()

    def _give_up(self) -> None:
        """Leave all as it was."""
        survey, dialog = self._survey, self.dialog
        self._forget()
        if survey is not None:
            survey.stop()
        if dialog is not None and dialog.isVisible():
            dialog.close()

    def _forget(self) -> None:
        self._survey = self._batch = self.dialog = None
