"""The templates of exports in the window: which there are, their folder, and the page that explains them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.exporttargets import open_folder
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.translation import tr
from desktop.widgets.question import ask

if TYPE_CHECKING:
    from desktop.theme import Themes
    from library.exporters.template import TemplateExporter

_SETTLED = 100
"""Milliseconds after which a file is written that an editor writes in several steps."""


class Templating(QObject):
    """Follows the templates of the library that is open in `session`, as long as somebody chooses among them."""

    changed = Signal()
    """A template was written, altered or removed."""

    def __init__(self, window: QWidget, session: Session, jobs: Jobs, themes: Themes) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._jobs = jobs
        self._themes = themes
        self._watcher: QFileSystemWatcher | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED)
        self._soon.timeout.connect(self._look)

    @property
    def formats(self) -> Sequence[TemplateExporter]:
        """The templates of the library as formats."""
        from library.exporters.template import template_formats

        folder = self._folder
        return [] if folder is None else template_formats(folder)

    def follow(self) -> None:
        """Say from now on what becomes of the templates."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._soon.start())
        self._watcher.fileChanged.connect(lambda _path: self._soon.start())
        self._watch()

    def forget(self) -> None:
        """Say nothing any more."""
        self._soon.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def show_folder(self, asking: QWidget | None = None) -> None:
        """Open the folder of templates in the system; where there are none, offer the examples, from `asking`."""
        folder = self._folder
        if folder is None:
            return
        if self.formats:
            open_folder(folder)
            return
        ask(
            asking or self._window,
            tr("There are no templates in this library yet."),
            tr("Add the examples"),
            self.add_examples,
            more=tr(
                "Three examples can be put into its folder of templates, a page for Obsidian, a chapter for LaTeX and "
                "reading notes, with a page that explains how templates are written."
            ),
        )

    def add_examples(self) -> None:
        """Put the examples into the folder, where they are not there, and open it."""
        folder = self._folder
        if folder is None:
            return
        from library.templates.folder import add_examples

        self._jobs.start(
            tr("Adding the examples"), lambda _: add_examples(folder), lambda _: self._show(folder), quietly=True
        )

    def show_guide(self, asking: QWidget | None = None) -> None:
        """Show the page that explains how templates are written."""
        from desktop.dialogs.templateguide import TemplateGuide

        TemplateGuide(self._themes, asking or self._window).open()

    @property
    def _folder(self) -> Path | None:
        from library.templates.folder import folder_of

        library = self._session.library
        return None if library is None else folder_of(library.path)

    def _show(self, folder: Path) -> None:
        self._look()
        open_folder(folder)

    def _look(self) -> None:
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        folder = self._folder
        if self._watcher is None or folder is None or not folder.is_dir():
            return
        files = [str(each.template.path) for each in self.formats]
        known = {*self._watcher.directories(), *self._watcher.files()}
        self._watcher.addPaths([path for path in (str(folder), *files) if path not in known])
