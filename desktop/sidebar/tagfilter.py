"""The list of tags that cards are filtered by: those chosen first, then those that would show something."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.cards import CardModel
from desktop.itemmodels.cardsearch import spelled
from desktop.sidebar.filterpicker import MOST, FilterPicker, row_of
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.listpicker import CHOICE_ROLE
from desktop.widgets.tagchoices import Choice
from desktop.widgets.tagrow import TagRowDelegate
from library.models import Color


class TagFilter(FilterPicker):
    """Turns tags, by their ids; "" is having none."""

    def __init__(self, model: CardModel, themes: Themes, parent: QWidget) -> None:
        super().__init__(model, themes, parent)
        self.list.setItemDelegate(TagRowDelegate(themes, self.list))
        self.list.setUniformItemSizes(True)

    def retranslate(self) -> None:
        self.field.setPlaceholderText(tr("Tags to filter by"))
        self.field.setAccessibleName(tr("Tags to filter by"))
        self.list.setAccessibleName(tr("Tags"))

    def take_row(self, index: QModelIndex) -> None:
        """Turn the tag of a row on or off."""
        choice = index.data(CHOICE_ROLE)
        if isinstance(choice, Choice):
            self.turned.emit(choice.tag_id)

    def found(self) -> list[QStandardItem]:
        return [
            row_of(choice, choice.path, choice.path, choice.count, on=choice.carried)
            for choice in self._offered()[:MOST]
        ]

    def _offered(self) -> list[Choice]:
        wanted, facets, order = self.cards.card_filter, self.cards.facets, self.cards.order
        typed = self.field.text().strip()
        known = spelled(typed, order.paths) if typed else order.paths.keys()
        rows = [
            _choice(order.paths[tag.id], tag.id, facets.tags[tag.id], carried=tag.id in wanted.tag_ids, color=tag.color)
            for tag in order.tags
            if tag.id in known
        ]
        if not typed:
            none = _choice(tr("Without a tag"), "", facets.untagged, carried=wanted.untagged)
            rows.append(none)
        return sorted(rows, key=lambda row: (not row.carried, row.dim))


def _choice(words: str, tag_id: str, count: int, *, carried: bool, color: Color = "yellow") -> Choice:
    return Choice((words,), tag_id=tag_id, color=color, count=count, carried=carried, dim=not count and not carried)
