"""The highlights of the open document: what filters them, a count, the document's note and the cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.cardfilter import CardFilter
from desktop.itemmodels.cards import CardModel
from desktop.itemmodels.references import References
from desktop.marks import Marks
from desktop.settings import Settings
from desktop.sidebar.cardbar import CardBar
from desktop.sidebar.cardmenu import CardMenu
from desktop.sidebar.cards import Cards
from desktop.sidebar.documentnote import DocumentNote
from desktop.sidebar.speakerfilter import SpeakerFilter
from desktop.sidebar.tagfilter import TagFilter
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.searchedlist import SearchedList

if TYPE_CHECKING:
    from desktop.session import Session

ORDER_SETTINGS = ("card_sorting", "card_grouping")


class HighlightsView(SearchedList):
    """Everything said of one document's highlights."""

    def __init__(
        self, session: Session, themes: Themes, settings: Settings, marks: Marks, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, parent)
        self._themes = themes
        self._settings = settings
        self._marks = marks
        self._keys: Mapping[str, str] = {}
        self._scrolled = False
        self._tag_filter: TagFilter | None = None
        self._speaker_filter: SpeakerFilter | None = None
        self.model = CardModel(session, self)
        self.bar = CardBar(themes, settings, self)
        self.cards = Cards(self.model, themes, marks, self)
        self.document_note = DocumentNote(session, themes, self)
        self._references = References(session)
        self.cards.complete_from(self._references)
        self.document_note.editor.complete_from(self._references)
        self.stack(self.cards, self.bar, self.document_note)
        self._connect(session)
        self._arrange(ORDER_SETTINGS[0])
        self.retranslate()

    def show_document(self, document_id: str | None) -> None:
        """Show the highlights of a document, saving first what is being written on the one before."""
        self.save()
        self.cards.close_note()
        self.bar.ask_for(CardFilter())
        self.forget_typing()
        self._references.document_id = document_id
        self.document_note.show_document(document_id)
        self.model.show_document(document_id)
        self.cards.scrollToTop()
        self._scrolled = False

    def show_tag(self, tag_id: str) -> None:
        """Show only the highlights that carry a tag or one below it."""
        self.field.clear()
        self.bar.ask_for(CardFilter(tag_ids=frozenset({tag_id})))
        self.search_now()

    def clear_filter(self) -> None:
        """Show all highlights."""
        self.bar.ask_for(CardFilter())
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
        self.bar.retranslate()
        self.cards.retranslate()
        self._show_counts()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._scrolled = False

    def _connect(self, session: Session) -> None:
        self.searched.connect(self._filter)
        self.entered.connect(self.cards.setFocus)
        self.bar.changed.connect(self.search_now)
        self.bar.tags_wanted.connect(self._choose_tags)
        self.bar.speakers_wanted.connect(self._choose_speakers)
        self.bar.folding_wanted.connect(self.model.fold_all)
        self._settings.changed.connect(self._arrange)
        self.link.clicked.connect(self.clear_filter)
        session.closing.connect(self.save)
        self.model.counted.connect(self._show_counts)
        self.cards.menu_wanted.connect(self._open_menu)
        self.cards.correction_wanted.connect(self._correct)
        self.cards.text_wanted.connect(self.text_wanted)
        self.document_note.text_wanted.connect(self.text_wanted)
        self.cards.verticalScrollBar().actionTriggered.connect(lambda: self._note_scrolling())

    def _note_scrolling(self) -> None:
        self._scrolled = True

    def _arrange(self, setting: str) -> None:
        if setting in ORDER_SETTINGS:
            self.model.arrange(self._settings.card_sorting, self._settings.card_grouping)
            self._show_counts()

    def _filter(self) -> None:
        self.cards.close_note()
        self.model.set_filter(replace(self.bar.wanted, text=self.field.text().strip()))
        self._show_counts()

    def _choose_tags(self, anchor: QRect) -> None:
        if self._tag_filter is None:
            # a child of the window, so that it may reach beyond the sidebar
            self._tag_filter = TagFilter(self.model, self._themes, self.window())
            self._tag_filter.turned.connect(self.bar.turn_tag)
            self._tag_filter.closed.connect(self.cards.setFocus)
        self._tag_filter.open_at(anchor)

    def _choose_speakers(self, anchor: QRect) -> None:
        if self._speaker_filter is None:
            self._speaker_filter = SpeakerFilter(self.model, self._themes, self.window())
            self._speaker_filter.turned.connect(self.bar.turn_speaker)
            self._speaker_filter.closed.connect(self.cards.setFocus)
        self._speaker_filter.open_at(anchor)

    def _show_counts(self) -> None:
        model, opened = self.model, self.model.document_id is not None
        wanted = model.card_filter
        if replace(wanted, text="") != self.bar.wanted:
            self.bar.ask_for(replace(wanted, text=""))  # a tag that was asked for is gone
        self.counts.setText(self._told() if opened else "")
        self.link.setVisible(bool(wanted))
        self.field.setVisible(opened)
        self.bar.setVisible(opened and bool(model.total))
        if model.settled:
            self.bar.show_facets(model.facets)
            self.show_list(self.cards, advice=self._advice(opened), shown=bool(model.rowCount()))

    def _told(self) -> str:
        """Return how many highlights and notes there are, or how many of them the filter shows, and by which tags."""
        model = self.model
        if not model.card_filter:
            parts = [plural(model.total, "{count} highlight", "{count} highlights")]
            if model.note_count:
                parts.append(plural(model.note_count, "{count} note", "{count} notes"))
            return " · ".join(parts)
        paths = model.order.paths
        tags = sorted(paths[tag_id] for tag_id in model.card_filter.tag_ids if tag_id in paths)
        speakers = sorted(model.card_filter.speakers)
        return " · ".join([tr("{shown} of {total}", shown=model.shown_count, total=model.total), *tags, *speakers])

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
        if self.cards.chosen_ids():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def menu(self) -> CardMenu:
        """Return the menu of what can be done with the selected highlights."""
        return CardMenu(self.cards, self.model, self._marks, self._themes, self)

    def _correct(self, highlight_id: str) -> None:
        row = self.model.find_row(highlight_id)
        excerpt = self.model.excerpt(row) if row is not None else None
        if excerpt is not None:
            from desktop.dialogs.correct import CorrectDialog

            dialog = CorrectDialog(excerpt.highlight, self.window())
            dialog.corrected.connect(lambda text: self._marks.correct(highlight_id, text))
            dialog.open()
