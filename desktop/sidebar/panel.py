"""The sidebar: its views behind a row of segments, and what they ask of the rest of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.itemmodels.cardcargo import HIGHLIGHTS_TYPE
from desktop.itemmodels.tagcargo import TAGS_TYPE
from desktop.late import Late
from desktop.marks import Marks
from desktop.messages import Messages
from desktop.pens import Pens
from desktop.settings import Settings
from desktop.sidebar.documentpanel import DocumentPanel
from desktop.sidebar.highlights import HighlightsView
from desktop.sidebar.notes import NotesView
from desktop.sidebar.outline import OutlineView
from desktop.sidebar.repairs import RepairsView
from desktop.sidebar.tags import TagsView
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon
from desktop.widgets.segments import Segments
from desktop.widgets.tagpicker import TagPicker

if TYPE_CHECKING:
    from desktop.session import Session

HIGHLIGHTS, OUTLINE, TAGS, NOTES, SEARCH = "highlights", "outline", "tags", "notes", "search"
DOCUMENT, REPAIRS = "document", "repairs"
_VIEWS = (HIGHLIGHTS, OUTLINE, TAGS, NOTES, SEARCH, DOCUMENT, REPAIRS)
_OF_TEXT = (HIGHLIGHTS, OUTLINE, REPAIRS)
"""Views of the text that is in view."""
MARGIN = 6


class SidebarPanel(QWidget):
    """Highlights and tags of what is being read."""

    highlight_selected = Signal(str)
    """A card was arrowed to: the text may scroll there, leaving no trace in the history."""
    highlight_activated = Signal(str)
    """A card was clicked, or Enter pressed on it: the text goes there."""
    memo_requested = Signal(list, QRect)
    """Highlights are to be sent to a memo; the rectangle is where their cards are, in global coordinates."""
    link_requested = Signal(str, QRect)
    """A highlight is to be linked, or one of its links followed; the rectangle is where its card is, as above."""
    note_activated = Signal(object, bool)
    """Carries a `Note` whose target is to be shown, and whether the person goes on there."""
    reference_followed = Signal(str, str)
    """Carries the kind and the id of what a reference in a note leads to."""
    heading_activated = Signal(int, bool)
    """Carries the code point of a heading that is to be shown, and whether reading goes on there."""
    gap_activated = Signal(int, int)
    """Carries between which code points headings leave a number out."""
    repair_activated = Signal(int, int, bool)
    """Carries between which code points a repair stands that is to be shown, and whether reading goes on there."""
    heading_requested = Signal()
    """What is selected in the text is to be a heading."""
    text_focus_requested = Signal()
    search_wanted = Signal()
    """The search is to be seen for the first time: `put_search` is to put it in."""
    copy_requested = Signal(list, object)
    """Highlights are to be copied; carries the `Form` as well."""
    selection_export_requested = Signal(list)
    """Carries the ids of the highlights that are to be exported."""
    tag_page_requested = Signal(str)
    export_requested = Signal(str)
    """Carries the id of the tag whose highlights are to be exported."""

    def __init__(
        self,
        session: Session,
        themes: Themes,
        settings: Settings,
        messages: Messages,
        pens: Pens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._themes = themes
        self._marks = Marks(session, messages, pens)
        self._picker: TagPicker | None = None
        self._search: QWidget | None = None
        self.highlights = HighlightsView(session, themes, settings, self._marks, self)
        self.late_outline = Late(lambda: OutlineView(session, themes, self))
        self.late_tags = Late(lambda: TagsView(session, themes, messages, pens, self))
        self.late_notes = Late(lambda: NotesView(session, themes, self))
        self.late_repairs = Late(lambda: RepairsView(session, themes, self))
        self.late_fields = Late(lambda: DocumentPanel(session, themes, self))
        self._settings = settings
        self._document_id: str | None = None
        self._is_away = False
        self._seen = (0, 0)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def outline(self) -> OutlineView:
        """The view of the headings, made now unless it is there."""
        return self.late_outline.get()

    @property
    def tags(self) -> TagsView:
        """The view of the tags, made now unless it is there."""
        return self.late_tags.get()

    @property
    def notes(self) -> NotesView:
        """The view of the notes, made now unless it is there."""
        return self.late_notes.get()

    @property
    def fields(self) -> DocumentPanel:
        """The view of a document's fields, made now unless it is there."""
        return self.late_fields.get()

    def show_document(self, document_id: str | None) -> None:
        """Show the highlights of a document, or none; what is being written on the one before is saved."""
        self._document_id = document_id
        self.highlights.show_document(document_id)
        for view in (self.late_outline.find(), self.late_notes.find(), self.late_repairs.find()):
            if view is not None:
                view.show_document(document_id)

    def show_away(self, away: bool) -> None:
        """Show nothing of the text while it is not in view, but a list of documents; all of it stays as it is."""
        if self._is_away != away:
            self._is_away = away
            self._turn(self._segments.current)

    def recall_view(self) -> None:
        """Turn to the view that was open last."""
        if self._settings.sidebar_view in _VIEWS:
            self.show_view(self._settings.sidebar_view)

    def show_highlight(self, highlight_id: str | None) -> None:
        """Select the card of a highlight that was chosen in the text."""
        self.highlights.show_highlight(highlight_id or None)

    def follow(self, start: int, end: int) -> None:
        """Let cards and headings follow the text, of which the code points `start` to `end` are in sight."""
        self._seen = (start, end)
        self.highlights.follow(start, end)
        outline = self.late_outline.find()
        if outline is not None:
            outline.follow(start, end)

    def edit_note(self, highlight_id: str, fresh: bool = False) -> None:
        """Open the note of a highlight in its card; a `fresh` highlight goes again if the note stays empty."""
        self.show_view(HIGHLIGHTS)
        if self.highlights.model.card_filter:
            self.highlights.clear_filter()
        self.highlights.cards.edit_note(highlight_id, fresh=fresh)

    def show_view(self, name: str) -> None:
        """Turn to the view `name`: `"highlights"`, `"outline"`, `"tags"`, `"notes"`, `"search"` or `"document"`."""
        self._segments.select(name)

    def put_search(self, search: QWidget) -> None:
        """Have the search of the library as a view, or what stands there while that is elsewhere."""
        self._search = search
        if self._views.indexOf(search) < 0:
            self._views.addWidget(search)
        if self._segments.current == SEARCH:
            self._views.setCurrentWidget(search)

    def focus_outline(self) -> None:
        """Put the focus on the headings."""
        self.show_view(OUTLINE)
        self.outline.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_tags(self) -> None:
        """Put the focus on the tree of tags."""
        self.show_view(TAGS)
        self.tags.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_fields(self) -> None:
        """Put the focus on the fields of the document."""
        self.show_view(DOCUMENT)
        self.fields.focus_field()

    def focus_repairs(self) -> None:
        """Put the focus on what was repaired."""
        self.show_view(REPAIRS)
        self.late_repairs.get().focus_rows()

    def focus_cards(self) -> None:
        """Put the focus on the cards, or where there are none, on the field that filters them."""
        self.show_view(HIGHLIGHTS)
        cards = self.highlights.cards
        part = self.highlights.field if cards.isHidden() else cards
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Have all unsaved typing saved."""
        self.highlights.save()
        notes = self.late_notes.find()
        if notes is not None:
            notes.save()
        fields = self.late_fields.find()
        if fields is not None:
            fields.save()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self._segments.set_text(HIGHLIGHTS, tr("Highlights"))
        self._segments.set_text(OUTLINE, tr("Outline"))
        self._segments.set_text(TAGS, tr("Tags"))
        self._segments.set_text(NOTES, tr("Notes"))
        self._segments.set_text(SEARCH, tr("Search"))
        self._nothing.setText(tr("Open a document to see what stands in it."))
        self._draw()
        self.setAccessibleName(tr("Sidebar"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._segments = Segments(_VIEWS, self)
        self._segments.turn_under_drag(HIGHLIGHTS, TAGS_TYPE)
        self._segments.turn_under_drag(TAGS, HIGHLIGHTS_TYPE)
        self._views = QStackedWidget(self)
        self._views.addWidget(self.highlights)
        self._nothing = QLabel(self)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "soft")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(4 * MARGIN)
        self._views.addWidget(self._nothing)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 10, MARGIN, 8)
        head.addWidget(self._segments)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._views, 1)

    def _connect(self) -> None:
        cards = self.highlights.cards
        self._segments.changed.connect(self._turn)
        self._themes.changed.connect(self._draw)
        cards.chosen.connect(self.highlight_selected)
        cards.gone_to.connect(self.highlight_activated)
        cards.tags_wanted.connect(self._pick_tags)
        cards.memo_wanted.connect(self.memo_requested)
        cards.copy_wanted.connect(self.copy_requested)
        cards.export_wanted.connect(self.selection_export_requested)
        cards.page_wanted.connect(self.tag_page_requested)
        cards.links_wanted.connect(self.link_requested)
        for followed in (cards.reference_followed, self.highlights.document_note.editor.followed):
            followed.connect(self.reference_followed)
        self.highlights.text_wanted.connect(self.text_focus_requested)
        self.late_outline.when_made(self._take_outline)
        self.late_tags.when_made(self._take_tags)
        self.late_notes.when_made(self._take_notes)
        self.late_repairs.when_made(self._take_repairs)
        self.late_fields.when_made(self._take_fields)

    def _take_outline(self, outline: OutlineView) -> None:
        self._views.addWidget(outline)
        outline.text_wanted.connect(self.text_focus_requested)
        outline.gone_to.connect(self.heading_activated)
        outline.gap_wanted.connect(self.gap_activated)
        outline.heading_wanted.connect(self.heading_requested)
        outline.show_document(self._document_id)
        outline.follow(*self._seen)

    def _take_tags(self, tags: TagsView) -> None:
        self._views.addWidget(tags)
        tags.text_wanted.connect(self.text_focus_requested)
        tags.export_requested.connect(self.export_requested)
        tags.page_wanted.connect(self.tag_page_requested)
        tags.tag_opened.connect(self.show_tag)

    def _take_notes(self, notes: NotesView) -> None:
        self._views.addWidget(notes)
        notes.rows.editor.followed.connect(self.reference_followed)
        notes.text_wanted.connect(self.text_focus_requested)
        notes.gone_to.connect(self.note_activated)
        notes.show_document(self._document_id)

    def _take_repairs(self, repairs: RepairsView) -> None:
        self._views.addWidget(repairs)
        repairs.text_wanted.connect(self.text_focus_requested)
        repairs.gone_to.connect(self.repair_activated)
        repairs.show_document(self._document_id)

    def _take_fields(self, fields: DocumentPanel) -> None:
        self._views.addWidget(fields)
        fields.text_wanted.connect(self.text_focus_requested)

    def _draw(self) -> None:
        spare = {SEARCH: "magnifying-glass", NOTES: "note", TAGS: "tag", OUTLINE: "list"}
        for name, picture in spare.items():
            self._segments.set_spare_icon(name, icon(picture, self._themes.current))
        self._segments.set_icon(DOCUMENT, icon("info", self._themes.current), tr("Document"))
        self._segments.set_icon(REPAIRS, icon("warning-circle", self._themes.current), tr("Repairs"))

    def _turn(self, name: str) -> None:
        self._settings.sidebar_view = name
        if self._is_away and name in _OF_TEXT:
            self._views.setCurrentWidget(self._nothing)
        elif name == HIGHLIGHTS:
            self._views.setCurrentWidget(self.highlights)
        elif name == OUTLINE:
            self._views.setCurrentWidget(self.outline)
        elif name == TAGS:
            self._views.setCurrentWidget(self.tags)
        elif name == NOTES:
            self._views.setCurrentWidget(self.notes)
        elif name == DOCUMENT:
            self._views.setCurrentWidget(self.fields)
        elif name == REPAIRS:
            self._views.setCurrentWidget(self.late_repairs.get())
        else:
            if self._search is None:
                self.search_wanted.emit()
            if self._search is not None:
                self._views.setCurrentWidget(self._search)

    def show_tag(self, tag_id: str) -> None:
        """Show only the highlights of the open document that carry a tag or one below it."""
        self.highlights.show_tag(tag_id)
        self.show_view(HIGHLIGHTS)

    def _pick_tags(self, highlight_ids: list[str], anchor: QRect) -> None:
        if self._picker is None:
            # a child of the window, so that it may reach beyond the sidebar
            self._picker = TagPicker(self._session, self._themes, self.window())
            self._picker.tags_chosen.connect(self._tag)
            self._picker.tag_withdrawn.connect(self._untag)
            self._picker.closed.connect(self.highlights.cards.setFocus)
        self._picker.open_for(highlight_ids, anchor)

    def _tag(self, paths: list[str]) -> None:
        if self._picker is not None:
            self._marks.tag(self._picker.highlight_ids, paths)

    def _untag(self, tag_id: str) -> None:
        if self._picker is not None:
            self._marks.untag(self._picker.highlight_ids, tag_id)
