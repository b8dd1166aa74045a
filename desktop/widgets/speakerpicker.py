"""The field that says who speaks: in one passage, or throughout a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QLabel, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.listpicker import CHOICE_ROLE, ListPicker

WIDTH = 380
MOST = 20
"""Names that are offered at most."""

Act = Literal["set", "remove", "rename", "dismiss"]


@dataclass(frozen=True, slots=True)
class SpeakerChoice:
    """What a row stands for: who speaks in the passage, or what its speaker is called throughout."""

    act: Act
    name: str = ""


class SpeakerPicker(ListPicker):
    """Says what is to be done; it writes nothing itself."""

    chosen = Signal(object)
    """Carries a `SpeakerChoice`."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, WIDTH, parent)
        self._names: Sequence[str] = ()
        self._current = ""
        self.now, self.answer = QLabel(self), QLabel(self)
        for label in (self.now, self.answer):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "small")
            label.setWordWrap(True)
        self.column.insertWidget(0, self.now)
        self.column.addWidget(self.answer)
        self.list.selectionModel().currentChanged.connect(self._say_answer)
        self.retranslate()

    def open_for(self, names: Sequence[str], current: str, anchor: QRect) -> None:
        """Offer `names`; `current` speaks in the passage, or "", which stands at `anchor` in global coordinates."""
        self._names, self._current = names, current
        self._say_now()
        self.open_at(anchor)

    def offer(self) -> None:
        """Show the names that are called like what is typed, by pinyin too, and what can be done with them."""
        typed = " ".join(self.field.text().split())
        rows: list[tuple[str, SpeakerChoice]] = []
        found = self._found(typed)
        if self._current and not typed:
            rows.append((tr("Nobody speaks here"), SpeakerChoice("remove")))
            rows.append((tr("“{name}” is no speaker in this text", name=self._current), SpeakerChoice("dismiss")))
        for name in found:
            rows.append((name, SpeakerChoice("set", name)))
        if typed and typed not in self._names:
            rows.append((tr("Only here: new speaker “{name}”", name=typed), SpeakerChoice("set", typed)))
        if self._current and typed:
            rows += [self._throughout(name) for name in dict.fromkeys((*found, typed))]
        self.show_rows([_item(words, choice) for words, choice in rows], 0 if typed else -1)
        self._say_answer()

    def take_row(self, index: QModelIndex) -> None:
        """Say what was chosen."""
        choice = index.data(CHOICE_ROLE)
        if isinstance(choice, SpeakerChoice):
            self.close_picker()
            self.chosen.emit(choice)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Who speaks: a name"))
        self.field.setAccessibleName(tr("Who speaks"))
        self.list.setAccessibleName(tr("Speakers"))
        self._say_now()
        self._say_answer()

    def _say_now(self) -> None:
        """Say who speaks as it is."""
        self.now.setText(tr("Now: {name}", name=self._current) if self._current else tr("Now nobody speaks here."))

    def _say_answer(self) -> None:
        """Say what Enter will do."""
        choice = self.list.currentIndex().data(CHOICE_ROLE)
        if not isinstance(choice, SpeakerChoice):
            self.answer.setText(tr("Type a name, or choose with the arrow keys."))
            return
        told = {
            "set": tr("Enter: {name} speaks in this passage only.", name=choice.name),
            "remove": tr("Enter: in this passage nobody speaks."),
            "rename": tr("Enter: {old} is called {name} in the whole text.", old=self._current, name=choice.name),
            "dismiss": tr("Enter: {old} is taken out in the whole text.", old=self._current),
        }
        self.answer.setText(told[choice.act])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _found(self, typed: str) -> list[str]:
        others = [name for name in self._names if name != self._current]
        if not typed:
            return others[:MOST]
        from library.chinese.pinyin import matches  # heavy, and needed only once someone types

        ranked = [(rank, name) for name in others if (rank := matches(typed, name)) is not None]
        return [name for _, name in sorted(ranked, key=lambda pair: pair[0])][:MOST]

    def _throughout(self, name: str) -> tuple[str, SpeakerChoice]:
        known = name in self._names
        words = (
            tr("Join “{old}” with “{name}” throughout", old=self._current, name=name)
            if known
            else tr("Rename “{old}” to “{name}” throughout", old=self._current, name=name)
        )
        return words, SpeakerChoice("rename", name)


def _item(words: str, choice: SpeakerChoice) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(choice, CHOICE_ROLE)
    item.setToolTip(words)
    return item
