"""The headings that a file would have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from desktop.translation import tr
from library.headings import Heading


class OutlinePage(QTreeView):
    """A tree that grows as the headings come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._above: list[QStandardItem] = []
        self.count = 0
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def clear(self) -> None:
        """Show no headings."""
        self._model.clear()
        self._above = []
        self.count = 0

    def add(self, headings: Sequence[Heading]) -> None:
        """Show more headings, below those that are there."""
        for heading in headings:
            item = QStandardItem(heading.title)
            del self._above[heading.level - 1 :]
            (self._above[-1] if self._above else self._model.invisibleRootItem()).appendRow(item)
            self._above.append(item)
        self.count += len(headings)
        self.expandAll()

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setAccessibleName(tr("Outline"))
