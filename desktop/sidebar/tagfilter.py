"""The list of tags that cards are filtered by: those chosen first, then those that would show something."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.cards import CardModel
from desktop.itemmodels.cardsearch import spelled
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.listpicker import CHOICE_ROLE, ListPicker
from desktop.widgets.tagchoices import Choice
from desktop.widgets.tagrow import TagRowDelegate
from library.models import Color

WIDTH = 288
MOST = 100
"""More rows than anyone reads."""


class TagFilter(ListPicker):
    """Says which tag is turned on or off; it stays open for the next one."""

    turned = Signal(str)
    """Carries the id of a tag, or "" for having none."""

    def __init__(self, model: CardModel, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, WIDTH, parent)
        self._cards = model
        self.list.setItemDelegate(TagRowDelegate(themes, self.list))
        self.list.setUniformItemSizes(True)
        model.counted.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Tags to filter by"))
        self.field.setAccessibleName(tr("Tags to filter by"))
        self.list.setAccessibleName(tr("Tags"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def offer(self) -> None:
        """Show the tags for what is typed."""
        self._show(0)

    def take_row(self, index: QModelIndex) -> None:
        """Turn the tag of a row on or off."""
        choice = index.data(CHOICE_ROLE)
        if isinstance(choice, Choice):
            self.turned.emit(choice.tag_id)

    def _follow(self) -> None:
        if self.isVisible():
            self._show(max(0, self.list.currentIndex().row()))

    def _show(self, current: int) -> None:
        found = self._offered()[:MOST]
        self.show_rows([_item(choice) for choice in found], min(current, len(found) - 1))

    def _offered(self) -> list[Choice]:
        wanted, facets, order = self._cards.card_filter, self._cards.facets, self._cards.order
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


def _item(choice: Choice) -> QStandardItem:
    item = QStandardItem(choice.path)
    item.setData(choice, CHOICE_ROLE)
    told = plural(choice.count, "{name}: {count} highlight", "{name}: {count} highlights", name=choice.path)
    spoken = tr("{tag}, on", tag=told) if choice.carried else told
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return item
