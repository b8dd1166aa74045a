"""The highlights of the open document: a filter, a count, the document's note and the cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.itemmodels.cards import CardFilter, CardModel
from desktop.itemmodels.references import References
from desktop.marks import Marks
from desktop.sidebar.cards import Cards
from desktop.sidebar.documentnote import DocumentNote
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.searchedlist import SearchedList
from desktop.widgets.swatch import add_colors
from library.annotation.references import references

if TYPE_CHECKING:
    from desktop.session import Session


class HighlightsView(SearchedList):
    """Everything said of one document's highlights."""

    def __init__(self, session: Session, themes: Themes, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._themes = themes
        self._marks = marks
        self.tag_id: str | None = None
        self._keys: Mapping[str, str] = {}
        self._tag_ids: frozenset[str] = frozenset()
        self._tag_path = ""
        self._scrolled = False
        self.model = CardModel(session, self)
        self.cards = Cards(self.model, themes, marks, self)
        self.document_note = DocumentNote(session, themes, self)
        self._references = References(session)
        self.cards.complete_from(self._references)
        self.document_note.editor.complete_from(self._references)
        self.stack(self.cards, below=self.document_note)
        self._connect(session)
        self.retranslate()

    page_wanted = Signal(str)
    """The page of a tag is to be shown."""

    def show_document(self, document_id: str | None) -> None:
        """Show the highlights of a document, saving first what is being written on the one before."""
        self.save()
        self.cards.close_note()
        self._set_tag(None)
        self.forget_typing()
        self._references.document_id = document_id
        self.document_note.show_document(document_id)
        self.model.show_document(document_id)
        self.cards.scrollToTop()
        self._scrolled = False

    def show_tag(self, tag_id: str | None, tag_ids: frozenset[str] = frozenset(), path: str = "") -> None:
        """Show only the highlights that carry one of `tag_ids`, the tag and those below it; with None, whatever tag."""
        if (tag_id, tag_ids, path) != (self.tag_id, self._tag_ids, self._tag_path):
            self._set_tag(tag_id, tag_ids, path)
            self.search_now()

    def clear_filter(self) -> None:
        """Show all highlights."""
        self._set_tag(None)
        self.field.clear()
        self.search_now()

    def show_highlight(self, highlight_id: str | None) -> None:
        """Select the card of a highlight and bring it minimally into view."""
        self._scrolled = False
        self.cards.choose(highlight_id)

    def follow(self, start: int, end: int) -> None:
        """Let the cards follow the text, of which the code points `start` to `end` are in sight."""
        busy = self._scrolled or self.cards.underMouse() or self.cards.hasFocus() or self.cards.edited_id is not None
        if busy or self.model.card_filter:
            return
        nearest = self.model.find_nearest(start, end)
        if nearest is not None:
            self.cards.scrollTo(self.model.index(nearest))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name these keys, by the ids of actions, where it is said what to do."""
        self._keys = keys
        self._show_counts()

    def save(self) -> None:
        """Have all unsaved typing saved."""
        self.cards.save_note()
        self.document_note.save()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Search quotes, notes and tags"))
        self.field.setAccessibleName(tr("Search quotes, notes and tags"))
        self.link.setText(tr("Clear"))
        self.cards.retranslate()
        self._show_counts()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._scrolled = False

    def _connect(self, session: Session) -> None:
        self.searched.connect(self._filter)
        self.entered.connect(self.cards.setFocus)
        self.link.clicked.connect(self.clear_filter)
        session.closing.connect(self.save)
        self.model.counted.connect(self._show_counts)
        self.cards.menu_wanted.connect(self._open_menu)
        self.cards.text_wanted.connect(self.text_wanted)
        self.document_note.text_wanted.connect(self.text_wanted)
        bar = self.cards.verticalScrollBar()
        bar.actionTriggered.connect(lambda: self._note_scrolling())

    def _set_tag(self, tag_id: str | None, tag_ids: frozenset[str] = frozenset(), path: str = "") -> None:
        self.tag_id, self._tag_ids, self._tag_path = tag_id, tag_ids, path

    def _note_scrolling(self) -> None:
        self._scrolled = True

    def _filter(self) -> None:
        self.cards.close_note()
        chosen = next(iter(self.cards.chosen_ids()), None)
        self.model.set_filter(CardFilter(self.field.text().strip(), self._tag_ids))
        self.cards.choose(chosen)
        self._show_counts()

    def _show_counts(self) -> None:
        total, shown, notes = self.model.total, self.model.rowCount(), self.model.note_count
        parts = [plural(total, "{count} highlight", "{count} highlights")]
        if notes:
            parts.append(plural(notes, "{count} note", "{count} notes"))
        if self.model.card_filter:
            parts = [tr("{shown} of {total}", shown=shown, total=total), *filter(None, [self._tag_path])]
        opened = self.model.document_id is not None
        self.counts.setText(" · ".join(parts) if opened else "")
        self.link.setVisible(bool(self.model.card_filter))
        self.field.setVisible(opened)
        self.show_list(self.cards, advice=self._advice(opened), shown=bool(shown))

    def _advice(self, opened: bool) -> str:
        if not opened:
            return tr("Open a document, and what you mark in it appears here.")
        if self.model.card_filter:
            return tr("No highlight has this.")
        keys = [self._keys.get(action_id) for action_id in ("pen_1", "pen_6", "tag", "note")]
        if not all(keys):
            return tr("Select a passage to mark it, tag it or write a note on it.")
        first, last, tag, note = keys
        return tr(
            "Select a passage and press {first} to {last} to mark it, {tag} to tag it or {note} to write a note.",
            first=first,
            last=last,
            tag=tag,
            note=note,
        )

    def _open_menu(self, place: QPoint) -> None:
        ids = self.cards.chosen_ids()
        if ids:
            menu = self.menu(ids)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def menu(self, ids: list[str]) -> QMenu:
        """Return the menu of what can be done with these highlights."""
        menu = QMenu(self)
        menu.addAction(tr("Go to passage"), lambda: self.cards.gone_to.emit(ids[0])).setEnabled(len(ids) == 1)
        menu.addSeparator()
        menu.addAction(tr("Edit note"), lambda: self.cards.edit_note(ids[0])).setEnabled(len(ids) == 1)
        excerpt = self.model.excerpt(self.cards.currentIndex().row()) if self.cards.currentIndex().isValid() else None
        for link in references(excerpt.note) if excerpt is not None and len(ids) == 1 else []:
            words = link.words.replace("&", "&&")
            menu.addAction(
                tr("Go to “{name}”", name=words),
                lambda kind=link.kind, to=link.id: self.cards.reference_followed.emit(kind, to),
            )
        for tag, path in zip(excerpt.tags, excerpt.tag_paths, strict=True) if excerpt and len(ids) == 1 else ():
            words = tr("Page of “{name}”", name=path.replace("&", "&&"))
            menu.addAction(words, lambda tag_id=tag.id: self.page_wanted.emit(tag_id))
        menu.addAction(tr("Tags…"), self.cards.want_tags)
        menu.addAction(tr("Send to memo…"), self.cards.want_memo)
        menu.addAction(tr("Link to…"), self.cards.want_links).setEnabled(len(ids) == 1)
        colors = menu.addMenu(tr("Colour"))
        add_colors(colors, self._themes.current, lambda color: self._marks.recolor(ids, color))
        colors.addAction(tr("By tag"), lambda: self._marks.recolor(ids, None))
        menu.addAction(tr("Star, or take the star off"), lambda: self._marks.star(ids))
        menu.addAction(tr("Correct the quotation…"), lambda: self._correct(ids[0])).setEnabled(len(ids) == 1)
        menu.addAction(tr("Underline"), lambda: self._marks.restyle(ids, "underline"))
        menu.addAction(tr("Tint"), lambda: self._marks.restyle(ids, "highlight"))
        menu.addSeparator()
        menu.addAction(tr("Copy quotation"), self._copy)
        menu.addAction(tr("Delete"), lambda: self._marks.remove(ids))
        return menu

    def _correct(self, highlight_id: str) -> None:
        row = self.model.find_row(highlight_id)
        if row is not None:
            from desktop.dialogs.correct import CorrectDialog

            highlight = self.model.highlight(row)
            dialog = CorrectDialog(highlight, self.window())
            dialog.corrected.connect(lambda text: self._marks.correct(highlight_id, text))
            dialog.open()

    def _copy(self) -> None:
        rows = sorted(index.row() for index in self.cards.selectionModel().selectedIndexes())
        QGuiApplication.clipboard().setText("\n".join(self.model.highlight(row).quote for row in rows))
