"""The field that asks which memo excerpts go to: it finds by substring, pinyin and initials, and makes a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.memos import MemoRow, Memos
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.listpicker import CHOICE_ROLE, ListPicker

WIDTH = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """A memo to send to; without an id one that is to be made with this title."""

    title: str
    memo_id: str = ""


def offered(query: str, memos: Sequence[MemoRow]) -> list[Choice]:
    """Return the rows for what is typed: the best matches first, among equals the one changed last; a new one last.

    A title that is there already is not offered again as a new one.
    """
    wanted = " ".join(query.split())
    if not wanted:
        return [*(Choice(row.memo.title, row.memo.id) for row in memos), Choice("")]
    from library.chinese.pinyin import matches  # heavy, and needed only once someone types

    ranked = [(rank, row) for row in memos if (rank := matches(wanted, row.memo.title)) is not None]
    found = [Choice(row.memo.title, row.memo.id) for _, row in sorted(ranked, key=lambda pair: pair[0])]
    return found if any(one.title == wanted for one in found) else [*found, Choice(wanted)]


class MemoPicker(ListPicker):
    """Says which memo is wanted; it writes nothing itself."""

    memo_chosen = Signal(str, str)
    """Carries the id of a memo, or "" and the title of one to be made, which may be empty."""

    def __init__(self, memos: Memos, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, WIDTH, parent)
        self._memos = memos
        self.retranslate()

    def offer(self) -> None:
        """Show the memos that are called like what is typed, and one to be made."""
        items: list[QStandardItem] = []
        for choice in offered(self.field.text(), self._memos.latest()):
            item = QStandardItem(choice.title if choice.memo_id else _new(choice.title))
            item.setData(choice, CHOICE_ROLE)
            items.append(item)
        self.show_rows(items, 0)

    def take_row(self, index: QModelIndex) -> None:
        """Say which memo was chosen."""
        choice = index.data(CHOICE_ROLE)
        self.close_picker()
        if isinstance(choice, Choice):
            self.memo_chosen.emit(choice.memo_id, choice.title)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Memo, or the title of a new one"))
        self.field.setAccessibleName(tr("Memo"))
        self.list.setAccessibleName(tr("Memos"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _new(title: str) -> str:
    return tr("New memo “{name}”", name=title) if title else tr("New memo")
