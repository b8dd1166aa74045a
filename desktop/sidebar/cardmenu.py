"""The menu of what can be done with the selected cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from desktop.forms import Form
from desktop.itemmodels.cards import CardModel
from desktop.marks import Marks
from desktop.sidebar.cards import Cards
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.swatch import add_colors
from library.links import links_in
from library.references import references

if TYPE_CHECKING:
    from library.models import Excerpt


class CardMenu(QMenu):
    """Made anew whenever it is asked for. A bulk act is one step of undo."""

    def __init__(self, cards: Cards, model: CardModel, marks: Marks, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = cards
        self._marks = marks
        self._ids = cards.chosen_ids()
        self._alone = len(self._ids) == 1
        row = model.find_row(self._ids[0]) if self._alone else None
        self._add_ways(model.excerpt(row) if row is not None else None)
        self._add_looks(themes)
        self._add_copies()

    def _add_ways(self, excerpt: Excerpt | None) -> None:
        """Add what leads elsewhere: the passage, the note and what it refers to, tags, memos, links."""
        cards, first, shown = self._cards, self._ids[0], self._marks.keys.shown
        self._add(tr("Go to passage"), "Enter", lambda: cards.gone_to.emit(first), alone=True)
        self.addSeparator()
        self._add(tr("Edit note"), shown("note"), lambda: cards.edit_note(first), alone=True, writes=True)
        for link in references(excerpt.note) if excerpt is not None else ():
            words = tr("Go to “{name}”", name=link.words.replace("&", "&&"))
            self.addAction(words, lambda kind=link.kind, to=link.id: cards.reference_followed.emit(kind, to))
        for found in links_in(excerpt.note) if excerpt is not None else ():
            self.addAction(tr("Follow the link in the note"), lambda to=found.link.address: self._follow(to))
        for tag, path in zip(excerpt.tags, excerpt.tag_paths, strict=True) if excerpt is not None else ():
            words = tr("Page of “{name}”", name=path.replace("&", "&&"))
            self.addAction(words, lambda tag_id=tag.id: cards.page_wanted.emit(tag_id))
        self._add(tr("Tags…"), shown("tag"), cards.want_tags, writes=True)
        self._add(tr("Send to memo…"), shown("send_to_memo"), cards.want_memo, writes=True)
        self._add(tr("Link to…"), shown("link"), cards.want_links, alone=True)

    def _follow(self, address: str) -> None:
        self._cards.reference_followed.emit("link", address)

    def _add_looks(self, themes: Themes) -> None:
        marks, ids, shown = self._marks, self._ids, self._marks.keys.shown
        self.addSeparator()
        colors = self.addMenu(tr("Colour"))
        add_colors(colors, themes.current, lambda color: marks.recolor(ids, color))
        colors.addAction(tr("By tag"), lambda: marks.recolor(ids, None))
        colors.setEnabled(marks.writable)
        self._add(tr("Star, or take the star off"), shown("star"), lambda: marks.star(ids), writes=True)
        self._add(tr("Underline, or tint again"), shown("underline"), lambda: marks.underline(ids), writes=True)
        self._add(tr("Correct the quotation…"), shown("correct"), self._cards.want_correction, alone=True, writes=True)

    def _add_copies(self) -> None:
        cards = self._cards
        self.addSeparator()
        self._add(tr("Copy as text"), "Ctrl+C", lambda: cards.want_copy(Form.CLEAN))
        self._add(tr("Copy as quotation"), "Ctrl+Shift+C", lambda: cards.want_copy(Form.QUOTATION))
        self._add(tr("Copy link"), "Ctrl+Alt+L" if self._alone else "", lambda: cards.want_copy(Form.LINK))
        self._add(tr("Export…"), "", lambda: cards.export_wanted.emit(self._ids))
        self.addSeparator()
        self._add(tr("Delete"), self._marks.keys.shown("delete"), lambda: self._marks.remove(self._ids), writes=True)

    def _add(self, words: str, key: str, act: object, *, alone: bool = False, writes: bool = False) -> None:
        """Add an entry.

        One that is `alone` for a single card can do nothing for several, one that `writes` nothing where all is read.
        """
        action = self.addAction(f"{words}\t{key}" if key else words, act)
        action.setEnabled((self._alone or not alone) and (self._marks.writable or not writes))
