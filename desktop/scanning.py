"""Scanned pages in the window: offered to be read when an import meets them, in which languages, and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.dialogs.readscans import ReadScansDialog
    from desktop.window import MainWindow
    from library.importchoices import Choices
    from library.importers.base import ImportOptions
    from library.ocr.tesseract import Tesseract
    from library.outcomes import ImportResult
    from library.progress import Progress


class Scanning(QObject):
    """Has files whose pages are pictures read by tesseract, if that is installed; else it says what to install."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ReadScansDialog | None = None
        window.importing.finished.connect(self._offer)

    def ask_files(self, collection_id: str | None = None) -> None:
        """Ask for files and read them."""
        from library.importers.base import ImportOptions

        paths = self._window.importing.ask_scans()
        if paths:
            self.ask(paths, ImportOptions(collection_id=collection_id))

    def ask(self, paths: Sequence[Path], options: ImportOptions, choices: Choices | None = None) -> None:
        """Ask in which languages the pages of files are, and read them as a job, else imported as `options` say."""

        def begin(tesseract: Tesseract) -> None:
            self._show(paths, options, choices or {}, tesseract)

        self._window.jobs.start(tr("Looking for tesseract"), _usable, begin, quietly=True)

    def _show(self, paths: Sequence[Path], options: ImportOptions, choices: Choices, tesseract: Tesseract) -> None:
        if self.dialog is not None:
            return
        from desktop.dialogs.readscans import ReadScansDialog

        dialog = ReadScansDialog(len(paths), tesseract.languages, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._window.importing.start(paths, replace(options, ocr=dialog.languages), choices)
        )
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _offer(self, result: ImportResult) -> None:
        """Offer to read the files that an import refused because their pages are pictures."""
        from library.importers.base import ImportOptions

        options = self._window.importing.options or ImportOptions()
        paths, choices = _scans_of(result)
        if paths and options.ocr is None:
            text = tr("Some of the files hold pictures of pages and no text.")
            self._window.messages.notice(text, tr("Read by OCR…"), lambda: self.ask(paths, options, choices))

    def _forget(self) -> None:
        self.dialog = None


def _scans_of(result: ImportResult) -> tuple[list[Path], Choices]:
    """Return the files with pictures of pages that an import refused; of archives all else is left out."""
    from library.importchoices import Choice
    from library.importers.scans import is_scanned

    scans = [row for row in result.refused if is_scanned(row.reason)]
    archives = {row.archive for row in scans if row.archive}
    others = (*result.imported, *result.duplicates, *(row for row in result.refused if row not in scans))
    choices = {row.path: Choice(left_out=True) for row in others if row.archive in archives}
    return list(dict.fromkeys(Path(row.archive or row.path) for row in scans)), choices


def _usable(_progress: Progress) -> Tesseract:
    from library.ocr.tesseract import get_tesseract

    tesseract = get_tesseract()
    tesseract.chosen("")
    return tesseract
