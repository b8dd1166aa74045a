"""Scanned pages in the window: offered to be read when an import meets them, in which languages, and read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.translation import tr
from library.errors import Refused

if TYPE_CHECKING:
    from desktop.dialogs.readscans import ReadScansDialog
    from desktop.window import MainWindow
    from library.outcomes import ImportResult


class Scanning(QObject):
    """Has files whose pages are pictures read by tesseract, if that is installed; else it says what to install."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ReadScansDialog | None = None
        window.importing.finished.connect(self._offer)

    def ask_files(self, collection_id: str | None = None) -> None:
        """Ask for files and read them."""
        paths = self._window.importing.ask_scans()
        if paths:
            self.ask(paths, collection_id)

    def ask(self, paths: Sequence[Path], collection_id: str | None = None) -> None:
        """Ask in which languages the pages of files are, and read them as a job."""
        from desktop.dialogs.readscans import ReadScansDialog
        from library.importers.base import ImportOptions
        from library.ocr.tesseract import get_tesseract

        try:
            tesseract = get_tesseract()
            tesseract.chosen("")
        except Refused as error:
            self._window.messages.failure(error)
            return
        dialog = ReadScansDialog(len(paths), tesseract.languages, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._window.importing.start(
                paths, ImportOptions(collection_id=collection_id, ocr=dialog.languages)
            )
        )
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _offer(self, result: ImportResult) -> None:
        """Offer to read the files that an import refused because their pages are pictures."""
        from library.importers.scans import is_scanned

        paths = [Path(row.path) for row in result.refused if not row.archive and is_scanned(row.reason)]
        if paths:
            text = tr("Some of the files hold pictures of pages and no text.")
            self._window.messages.notice(text, tr("Read by OCR…"), lambda: self.ask(paths))

    def _forget(self) -> None:
        self.dialog = None
