"""The files that documents came from, in the window: opened as copies, exported, compared with their hashes."""

from __future__ import annotations

import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop.exporttargets import documents_folder, open_folder
from desktop.translation import tr, words

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from desktop.window import MainWindow
    from library.originals import FileCheck
    from library.progress import Progress

_ASKED = "originals.check"


class Originals(QObject):
    """Acts on the original of a document: of the one that is selected, or read, where none is named. What the
    library keeps is never handed out.

    The copies that other programs were given are removed at the end of this one.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._copies: TemporaryDirectory[str] | None = None
        verbs = window.shelf.verbs
        verbs.original_wanted.connect(self.open)
        verbs.original_export_wanted.connect(self.ask)
        verbs.original_check_wanted.connect(self.check)

    @property
    def document_id(self) -> str | None:
        """The one document that is selected, or read, if it came from a file."""
        window = self._window
        if window.session.library is None:
            return None
        ids = window.shelving.selected().document_ids
        document = window.shelf.holdings.document(ids[0]) if len(ids) == 1 else None
        return document.id if document is not None and document.original_sha else None

    def open(self, document_id: str | None = None) -> None:
        """Show a copy of an original, which may only be read, in the system's program for such files."""
        library, document_id = self._window.session.library, document_id or self.document_id
        if library is None or document_id is None:
            return
        folder, place = self._folder(), library.path

        def work(_: Progress) -> Path:
            return _copied(place, document_id, folder)

        self._window.jobs.start(tr("Opening the original"), work, self._show, quietly=True)

    def ask(self, document_id: str | None = None) -> None:
        """Ask where an original is to go."""
        window, library = self._window, self._window.session.library
        document_id = document_id or self.document_id
        if library is None or document_id is None:
            return
        folder = window.settings.last_export_folder or documents_folder()
        chooser = QFileDialog(window, tr("Export original"), folder)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(library.originals.file_name(document_id))
        chooser.fileSelected.connect(lambda name: self.export(document_id, Path(name)))
        chooser.open()

    def export(self, document_id: str, target: Path) -> None:
        """Write an original to `target`, byte for byte, over what is there."""
        window, library = self._window, self._window.session.library
        if library is None:
            return
        place = library.path
        window.settings.last_export_folder = str(target.parent)

        def work(_: Progress) -> Path:
            return _exported(place, document_id, target)

        window.jobs.start(tr("Exporting “{name}”", name=target.name), work, self._tell_exported, quietly=True)

    def check(self, document_id: str | None = None) -> None:
        """Compare the files of a document with their hashes, and say what is wrong and what to do."""
        session, asked = self._window.session, document_id or self.document_id
        if session.library is not None and asked is not None:
            session.ask(_ASKED, lambda library: library.originals.check(asked), self._tell_checked)

    def shut_down(self) -> None:
        """Remove the copies: for the end of the program."""
        copies, self._copies = self._copies, None
        if copies is not None:
            copies.cleanup()

    def _folder(self) -> Path:
        """Return the folder of the copies, which nobody else may look into."""
        if self._copies is None:
            from tempfile import TemporaryDirectory

            self._copies = TemporaryDirectory(prefix="zhupi-", ignore_cleanup_errors=True)
        return Path(self._copies.name)

    def _show(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._window.messages.warning(
                tr("No program of the system opens “{name}”. Export it, and open it there.", name=copy.name)
            )

    def _tell_exported(self, target: Path) -> None:
        text = tr("Original exported to “{name}”.", name=target.name)
        self._window.messages.notice(text, tr("Show in folder"), lambda: open_folder(target.parent))

    def _tell_checked(self, check: FileCheck) -> None:
        if check.problems:
            self._window.messages.error("\n".join(words(problem) for problem in check.problems))
        elif check.original == "none":
            self._window.messages.info(tr("The text is as it was imported. It did not come from a file."))
        else:
            self._window.messages.info(tr("“{name}” and its text are as they were imported.", name=check.name))


def _copied(place: Path, document_id: str, folder: Path) -> Path:
    """Return a new copy of an original, which may only be read.

    It has the name of the original, unless that is not one of its format: a text that is called like a program would be
    run.
    """
    from tempfile import mkdtemp

    from library.importers import BUILT_IN
    from library.importers.base import load_importers
    from library.importers.scans import PICTURES
    from library.importers.text import TextImporter
    from library.library import Library

    importers = load_importers(BUILT_IN)
    with closing(Library.open(place, write=False)) as library:
        name = library.originals.file_name(document_id)
        if importers.find(Path(name)) is None and Path(name).suffix.lower() not in PICTURES:
            importer = importers.named(library.documents.get(document_id).format)
            name += importer.suffixes[0] if importer is not None else TextImporter.suffixes[0]
        copy = library.originals.export(document_id, Path(mkdtemp(dir=folder)) / name)
    copy.chmod(stat.S_IRUSR)
    return copy


def _exported(place: Path, document_id: str, target: Path) -> Path:
    from library.library import Library

    with closing(Library.open(place, write=False)) as library:
        return library.originals.export(document_id, target, force=True)
