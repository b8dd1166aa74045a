"""The list of speakers that cards are filtered by: those chosen first, then in the order of their first words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.cards import CardModel
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.listpicker import CHOICE_ROLE, ListPicker

WIDTH = 288
MOST = 100
"""More rows than anyone reads."""


class SpeakerFilter(ListPicker):
    """Says which speaker is turned on or off; it stays open for the next one."""

    turned = Signal(str)
    """Carries the name of a speaker."""

    def __init__(self, model: CardModel, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, WIDTH, parent)
        self._cards = model
        model.counted.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Speakers to filter by"))
        self.field.setAccessibleName(tr("Speakers to filter by"))
        self.list.setAccessibleName(tr("Speakers"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def offer(self) -> None:
        """Show the speakers for what is typed."""
        self._show(0)

    def take_row(self, index: QModelIndex) -> None:
        """Turn the speaker of a row on or off."""
        name = index.data(CHOICE_ROLE)
        if isinstance(name, str):
            self.turned.emit(name)

    def _follow(self) -> None:
        if self.isVisible():
            self._show(max(0, self.list.currentIndex().row()))

    def _show(self, current: int) -> None:
        wanted, counts = self._cards.card_filter.speakers, self._cards.facets.speakers
        names = sorted(self._offered(), key=lambda name: (name not in wanted, not counts[name]))[:MOST]
        rows = [_item(name, counts[name], on=name in wanted) for name in names]
        self.show_rows(rows, min(current, len(rows) - 1))

    def _offered(self) -> list[str]:
        speeches, typed = self._cards.order.speeches, self.field.text().strip()
        names = list(speeches.names) if speeches is not None else []
        if not typed:
            return names
        from library.chinese.pinyin import matches  # heavy, and needed only once someone types

        return [name for name in names if matches(typed, name) is not None]


def _item(name: str, count: int, *, on: bool) -> QStandardItem:
    item = QStandardItem(f"{'✓ ' if on else ''}{name}   {count}")
    item.setData(name, CHOICE_ROLE)
    told = plural(count, "{name}: {count} highlight", "{name}: {count} highlights", name=name)
    item.setData(tr("{tag}, on", tag=told) if on else told, Qt.ItemDataRole.AccessibleTextRole)
    return item
