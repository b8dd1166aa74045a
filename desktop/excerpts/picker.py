"""The field that adds conditions to a question: it finds what can be asked for, and stays to add more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QStandardItem
from PySide6.QtWidgets import QLabel, QWidget

from desktop.excerpts.conditions import TAG_KINDS, Condition
from desktop.excerpts.offers import Offer, Offers
from desktop.excerpts.question import ADDING_KEY
from desktop.excerpts.wording import Names, phrase, read_names
from desktop.speakernames import SpeakerNames
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon
from desktop.widgets.listpicker import CHOICE_ROLE, ListPicker
from desktop.widgets.swatch import swatch_icon
from library.models import COLORS, ExcerptQuery

if TYPE_CHECKING:
    from desktop.session import Session

WIDTH = 360
ICONS = {
    "collection": "folder-open", "document": "files", "text": "magnifying-glass", "since": "clock", "until": "clock",
    "speaker": "user", "untagged": "tag", "noted": "note", "starred": "check",
}  # fmt: skip


class ConditionPicker(ListPicker):
    """Says what is to be asked for as well; it alters no question itself."""

    added = Signal(list)
    """Carries the conditions to add."""
    taken_back = Signal()
    """The last condition is to be taken out again."""

    def __init__(self, session: Session, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, WIDTH, parent)
        self._session = session
        self._names = Names()
        self.offers = Offers(self)
        self.offers.improved.connect(self._offer_more)
        self._speakers = SpeakerNames(session, self)
        self._speakers.changed.connect(self._learn)
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        self.column.addWidget(self._hint)
        session.closed.connect(self.close_picker)
        self.retranslate()

    def open_at(self, anchor: QRect) -> None:
        library = self._session.library
        if library is not None:
            self.offers.know_speakers(self._speakers.names)
            self.offers.read(library)
            self._names = read_names(library, ExcerptQuery())
            super().open_at(anchor)

    def offer(self) -> None:
        if self.field.text().startswith(ADDING_KEY):  # the key that opens the field, pressed once more
            self.field.setText(self.field.text().lstrip(ADDING_KEY))
            return
        found = self.offers.find(self.field.text())
        self.show_rows([self._item(offer) for offer in found], 0 if self.field.text().strip() else -1)

    def take_row(self, index: QModelIndex) -> None:
        offer = index.data(CHOICE_ROLE)
        if isinstance(offer, Offer):
            self.field.clear()
            self.added.emit(list(offer.conditions))
        elif not self.field.text():
            self.close_picker()

    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace and not self.field.text():
            self.taken_back.emit()
            return True
        return super().take_key(event)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Tag, colour, place, speaker, date or words"))
        self.field.setAccessibleName(tr("Condition"))
        self.list.setAccessibleName(tr("Conditions"))
        self._hint.setText(tr("-tag without it · |tag any of several · ~tag beside it · 2015..2017 dates"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _learn(self) -> None:
        """Offer those who are known now to speak in the library."""
        self.offers.know_speakers(self._speakers.names)
        self._offer_more()

    def _offer_more(self) -> None:
        """Offer what is found now, unless one has moved down in what was found before."""
        if self.isVisible() and self.list.currentIndex().row() <= 0:
            self.offer()

    def _item(self, offer: Offer) -> QStandardItem:
        words = " · ".join(_words(one, offer) for one in offer.conditions)
        item = QStandardItem(self._sign(offer.conditions[0]), words)
        item.setData(offer, CHOICE_ROLE)
        return item

    def _sign(self, condition: Condition) -> QIcon:
        theme = self.themes.current
        if condition.kind in TAG_KINDS:
            return swatch_icon(theme, self._names.colors.get(condition.value, COLORS[0]))
        if condition.kind == "color":
            return swatch_icon(theme, next(color for color in COLORS if color == condition.value))
        return icon(ICONS[condition.kind], theme)


def _words(condition: Condition, offer: Offer) -> str:
    name = offer.name if condition == offer.conditions[0] else condition.value
    return phrase(condition, name, ExcerptQuery())
