"""A list of what cards are filtered by: rows are turned on and off one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.cards import CardModel
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.listpicker import CHOICE_ROLE, ListPicker

WIDTH = 288
MOST = 100
"""More rows than anyone reads."""


class FilterPicker(ListPicker):
    """Says what is turned on or off, and stays open for the next; every filter knows its own rows and words."""

    turned = Signal(str)

    def __init__(self, model: CardModel, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, WIDTH, parent)
        self.cards = model
        model.counted.connect(self._follow)
        self.retranslate()

    def found(self) -> Sequence[QStandardItem]:
        """Return the rows for what is typed."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Speak the user's language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def offer(self) -> None:
        """Show the rows for what is typed."""
        self._show(0)

    def _follow(self) -> None:
        if self.isVisible():
            self._show(max(0, self.list.currentIndex().row()))

    def _show(self, current: int) -> None:
        rows = list(self.found())
        self.show_rows(rows, min(current, len(rows) - 1))


def row_of(choice: object, words: str, name: str, count: int, *, on: bool) -> QStandardItem:
    """Return a row that stands for a choice: it is told how many highlights have what is called `name`."""
    item = QStandardItem(words)
    item.setData(choice, CHOICE_ROLE)
    told = plural(count, "{name}: {count} highlight", "{name}: {count} highlights", name=name)
    item.setData(tr("{tag}, on", tag=told) if on else told, Qt.ItemDataRole.AccessibleTextRole)
    return item
