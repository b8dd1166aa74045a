"""The list of speakers that cards are filtered by: those chosen first, then in the order of their first words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QStandardItem

from desktop.sidebar.filterpicker import MOST, FilterPicker, row_of
from desktop.translation import tr
from desktop.widgets.listpicker import CHOICE_ROLE


class SpeakerFilter(FilterPicker):
    """Turns speakers, by their names."""

    def retranslate(self) -> None:
        self.field.setPlaceholderText(tr("Speakers to filter by"))
        self.field.setAccessibleName(tr("Speakers to filter by"))
        self.list.setAccessibleName(tr("Speakers"))

    def take_row(self, index: QModelIndex) -> None:
        """Turn the speaker of a row on or off."""
        name = index.data(CHOICE_ROLE)
        if isinstance(name, str):
            self.turned.emit(name)

    def found(self) -> list[QStandardItem]:
        wanted, counts = self.cards.card_filter.speakers, self.cards.facets.speakers
        names = sorted(self._offered(), key=lambda name: (name not in wanted, not counts[name]))[:MOST]
        return [
            row_of(
                name, f"{'✓ ' if name in wanted else ''}{name}   {counts[name]}", name, counts[name], on=name in wanted
            )
            for name in names
        ]

    def _offered(self) -> list[str]:
        speeches, typed = self.cards.order.speeches, self.field.text().strip()
        names = list(speeches.names) if speeches is not None else []
        if not typed:
            return names
        from library.chinese.pinyin import matches  # heavy, and needed only once someone types

        return [name for name in names if matches(typed, name) is not None]
