"""The headings of the text that is open, looked for in slices so that a long text stops nothing."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.reader.document import Role

if TYPE_CHECKING:
    from desktop.reader.document import ReaderDocument

SLICE = 0.005
"""Seconds that are spent at a time."""
MOST = 5000
HEADINGS = (Role.HEADING, Role.SUBHEADING)


class Headings(QObject):
    """`found` says that all of them are known: each with its text and the code point at which it begins."""

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[tuple[str, int]] = []
        self._document: ReaderDocument | None = None
        self._next = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look)

    def show_document(self, document: ReaderDocument | None) -> None:
        """Look for the headings of a document, unless it is the one whose are known."""
        if document is self._document:
            return
        self._document, self._next, self.all = document, 0, []
        self._timer.stop()
        if document is not None:
            self._timer.start()
            self._look()

    def _look(self) -> None:
        document, until = self._document, perf_counter() + SLICE
        if document is None:
            return
        while self._next < document.block_count and len(self.all) < MOST:
            block = document.block(self._next)
            if document.role(self._next, block) in HEADINGS:
                self.all.append((block.lstrip("#").strip(), document.start(self._next)))
            self._next += 1
            if perf_counter() > until:
                return
        self._timer.stop()
        self.found.emit()
