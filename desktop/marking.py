"""What keys and the popup do to the selection in the text, or to the highlight selected there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent

from desktop.marks import Marks, add_with_pen
from desktop.messages import Messages
from desktop.pens import HeldPen, Pens
from desktop.reader.spans import Span
from desktop.reader.units import Unit
from desktop.refining import Refining
from desktop.settings import Settings
from desktop.shownmarks import ShownMarks
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.markpopup import MarkPopup
from desktop.widgets.pensign import PenSign
from desktop.widgets.tagpicker import TagPicker
from library.models import Color, Highlight, Style

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane
    from desktop.session import Session
    from library.library import Library

RECENT_TAGS = 5


class Marking(QObject):
    """Shows a document's highlights in the reader pane and marks in it.

    With a selection a verb marks it; with a highlight selected it changes that; with neither it does nothing. A mark
    is painted when its Changes arrive.
    """

    highlight_selected = Signal(str)
    """Another highlight, or with "" none, is selected in the text."""
    note_requested = Signal(str, bool)
    """The note of a highlight is to be written; True where the highlight was made only to carry it."""
    memo_requested = Signal(str, QRect)
    """A highlight is to be sent to a memo; the rectangle is where it stands, in global coordinates."""
    link_requested = Signal(str, QRect)
    """A highlight is to be linked, or one of its links followed; the rectangle is as above."""

    def __init__(
        self,
        session: Session,
        pane: ReaderPane,
        messages: Messages,
        settings: Settings,
        themes: Themes,
        pens: Pens,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pane = pane
        self._settings = settings
        self._themes = themes
        self._messages = messages
        self._pens = pens
        self._marks = Marks(session, messages, pens)
        self._shown = ShownMarks(session, pane, self)
        self.refining = Refining(session, pane, self._shown, self._marks, self)
        self._from_sidebar = False
        self._picker: TagPicker | None = None
        self.popup = MarkPopup(themes, pane)
        self.popup.set_pens(pens.all())
        PenSign(pens, themes, pane)
        self._connect()

    # What is shown

    def document_opened(self, document_id: str) -> None:
        """Show the highlights of the document that the pane shows now."""
        self._shown.show_document(document_id)

    def document_closed(self) -> None:
        """Forget the document: the pane shows it no more."""
        self._shown.show_document(None)
        self.popup.hide()
        if self._picker is not None:
            self._picker.close_picker()

    @property
    def current_id(self) -> str | None:
        """The id of the highlight that is selected in the text."""
        return self._pane.selected_highlight()

    @property
    def can_mark(self) -> bool:
        """Whether there is a selection or a selected highlight to act on."""
        chosen = self._pane.selection() is not None or self.current_id is not None
        return chosen and self._shown.document_id is not None

    @property
    def has_pen(self) -> bool:
        """Whether there is a pen to repeat."""
        return self._pens.last is not None

    def explain(self) -> None:
        """Say why what is selected cannot be marked, if that is because the library is only read."""
        if self.can_mark and not self._session.writable:
            self._messages.info(tr("This library is open for reading. Nothing can be marked in it."))

    def select_sentence(self) -> None:
        """Select the sentence at the caret."""
        self._pane.select_at_caret(Unit.SENTENCE)

    def select_paragraph(self) -> None:
        """Select the paragraph at the caret."""
        self._pane.select_at_caret(Unit.PARAGRAPH)

    def select_highlight(self, highlight_id: str) -> None:
        """Bring a highlight into the text's window and select it: its card was chosen."""
        span = self._shown.find(highlight_id)
        if span is not None:
            self._from_sidebar = True
            self._pane.clear_selection()
            self._pane.go_to(span.start)
            self._pane.set_selected_highlight(highlight_id)
            self._from_sidebar = False

    # Verbs

    def pen(self, number: int) -> None:
        """Mark the selection with a pen, counted from 1, or have the selected highlight marked with it instead."""
        pen = self._pens.take(number) if self.can_mark else None
        if pen is None:
            return
        span = self._pane.selection()
        if span is not None:
            self._mark(span, pen=pen)
        elif self.current_id is not None:
            self._marks.mark_with(pen, [self.current_id])

    def repeat_pen(self) -> None:
        """Mark with the pen used last."""
        if self._pens.last is not None:
            self.pen(self._pens.last.number)

    def underline(self) -> None:
        """Underline the selection, or let the selected highlight change between a tint and an underline."""
        span, selected = self._pane.selection(), self._shown.find(self.current_id)
        if span is not None:
            self._mark(span, color=self._last_color(), style="underline")
        elif selected is not None:
            self._marks.restyle([selected.id], "highlight" if selected.style == "underline" else "underline")

    def tag(self) -> None:
        """Open the tag picker for the selection or the selected highlight."""
        span, selected = self._pane.selection(), self._shown.find(self.current_id)
        if span is not None:
            self._open_picker(span, [])
        elif selected is not None:
            self._open_picker((selected.start, selected.end), [selected.id])

    def note(self) -> None:
        """Write the note of the selected highlight, or mark the selection to write one on it."""
        span = self._pane.selection()
        if span is not None:
            fresh = not self._shown.has_span(*span)
            self._mark(span, color=self._last_color(), then=lambda made: self.note_requested.emit(made.id, fresh))
        elif self.current_id is not None:
            self.note_requested.emit(self.current_id, False)

    def send_to_memo(self) -> None:
        """Send the selected highlight to a memo, or mark the selection to send it."""
        self._hand_on(self.memo_requested)

    def link(self) -> None:
        """Show what the selected highlight is linked with, or mark the selection to link it."""
        self._hand_on(self.link_requested)

    def color_by_tag(self) -> None:
        """Let the selected highlight have the colour of its first tag."""
        if self.current_id is not None:
            self._marks.recolor([self.current_id], None)

    def delete(self) -> None:
        """Delete the selected highlight at once, and offer to take it back."""
        if self.current_id is not None:
            self._marks.remove([self.current_id])

    def show_popup(self, pointer: QPoint | None = None) -> None:
        """Show the popup beside the selection; `pointer`, in the viewport, is what it must not stand under."""
        span, library = self._pane.selection(), self._session.library
        if span is None or library is None or not self._session.writable:
            return
        paths = library.tags.paths()
        self.popup.set_recent([(tag, paths[tag.id]) for tag in library.tags.recent(RECENT_TAGS)])
        viewport, caret = self._pane.viewport(), self._pane.caret()
        shift = viewport.pos()
        end = self._pane.rect_of(*((caret, caret + 1) if caret == span[0] else (caret - 1, caret)))
        area = self._pane.rect_of(*span)
        self.popup.show_beside(
            area.translated(shift), end.center() + shift, pointer + shift if pointer else None, viewport.geometry()
        )

    # Following the pane

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the popup on the Menu key; no longer mark what is selected after Esc, unless that ends a drag."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            ends = self._pens.marks_selections and not QGuiApplication.mouseButtons()
            self._pens.mark_selections(self._pens.marks_selections and not ends)
            return ends
        by_key = isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key and self._pane.selection() is not None:
            self.show_popup()
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        pane, popup = self._pane, self.popup
        self._session.closed.connect(self.document_closed)
        pane.installEventFilter(self)
        pane.viewport().installEventFilter(self)
        pane.selection_changed.connect(popup.hide)
        pane.verticalScrollBar().valueChanged.connect(popup.hide)
        pane.selection_finished_by_mouse.connect(self._selected_by_mouse)
        pane.highlight_clicked.connect(pane.set_selected_highlight)
        pane.selected_highlight_changed.connect(self._tell_selected)
        pane.highlight_resized.connect(self._resize)
        pane.note_activated.connect(self._edit_note)
        self._pens.changed.connect(lambda: popup.set_pens(self._pens.all()))
        popup.pen_pressed.connect(self.pen)
        popup.underline_pressed.connect(self.underline)
        popup.tag_pressed.connect(self.tag)
        popup.note_pressed.connect(self.note)
        popup.copy_pressed.connect(popup.hide)
        popup.quotation_pressed.connect(popup.hide)
        for pressed in (popup.look_up_pressed, popup.one_word_pressed, popup.reading_pressed):
            pressed.connect(popup.hide)
        popup.recent_pressed.connect(lambda path: self._put_tags([path]))

    def _selected_by_mouse(self, point: QPoint) -> None:
        if self._pens.marks_selections and self._session.writable:
            self.repeat_pen()
        elif self._settings.popup:
            self.show_popup(point)

    def _tell_selected(self) -> None:
        if not self._from_sidebar:
            self.highlight_selected.emit(self.current_id or "")

    def _edit_note(self, highlight_id: str) -> None:
        if self._session.writable:
            self.note_requested.emit(highlight_id, False)

    def _resize(self, highlight_id: str, start: int, end: int) -> None:
        self._session.write(lambda library: library.highlights.resize(highlight_id, start, end))

    # Marking

    def _hand_on(self, requested: SignalInstance) -> None:
        """Say which highlight something is wanted for, and where it stands; a selection is marked first."""

        def ask(found: Highlight | Span) -> None:
            self.popup.hide()
            requested.emit(found.id, self._on_screen(found.start, found.end))

        span, selected = self._pane.selection(), self._shown.find(self.current_id)
        if span is not None:
            self._mark(span, color=self._last_color(), then=ask)
        elif selected is not None:
            ask(selected)

    def _on_screen(self, start: int, end: int) -> QRect:
        """Return where a span stands, in global coordinates."""
        area = self._pane.rect_of(start, end)
        return QRect(self._pane.viewport().mapToGlobal(area.topLeft()), area.size())

    def _last_color(self) -> Color | None:
        return self._pens.last.color if self._pens.last is not None else None

    def _mark(
        self,
        span: tuple[int, int],
        *,
        color: Color | None = None,
        style: Style | None = None,
        tags: Iterable[str] = (),
        pen: HeldPen | None = None,
        then: Callable[[Highlight], object] | None = None,
    ) -> None:
        document_id, paths = self._shown.document_id, list(tags)
        if document_id is None:
            return
        self.popup.hide()

        def verb(library: Library) -> Highlight:
            if pen is not None:
                return add_with_pen(library, document_id, span, pen)
            return library.highlights.add(document_id, *span, color=color, style=style, tags=paths)

        self._session.write(verb, lambda made: self._marked(made, then))

    def _marked(self, made: Highlight, then: Callable[[Highlight], object] | None) -> None:
        if made.document_id != self._shown.document_id:
            return
        if self._pane.selection() in (None, (made.start, made.end)):
            self._pane.clear_selection()
            self._pane.set_selected_highlight(made.id)
        if then is not None:
            then(made)

    def _open_picker(self, span: tuple[int, int], highlight_ids: list[str]) -> None:
        self.popup.hide()
        if self._picker is None:
            # a child of the window, so that it may reach beyond the pane
            self._picker = TagPicker(self._session, self._themes, self._pane.window())
            self._picker.tags_chosen.connect(self._put_tags)
            self._picker.tag_withdrawn.connect(self._withdraw_tag)
            self._picker.closed.connect(self._pane.setFocus)
        self._picker.open_for(highlight_ids, self._on_screen(*span))

    def _put_tags(self, paths: list[str]) -> None:
        ids = self._picker.highlight_ids if self._picker is not None and self._picker.isVisible() else []
        span = self._pane.selection()
        if ids:
            self._marks.tag(ids, paths)
        elif span is not None:
            self._mark(span, tags=paths, then=self._tick)
        elif self.current_id is not None:
            self._marks.tag([self.current_id], paths)

    def takes_tags(self, position: int) -> bool:
        """Say whether at a code point there is a selection or a highlight on which tags can be put."""
        span = self._pane.selection()
        selected = span is not None and span[0] <= position < span[1]
        return self._session.writable and (selected or bool(self._pane.highlights_at(position)))

    def put_tags(self, position: int, paths: list[str]) -> None:
        """Put tags on the selection at a code point, which is marked, or on the uppermost highlight there."""
        span, stacked = self._pane.selection(), self._pane.highlights_at(position)
        if span is not None and span[0] <= position < span[1]:
            self._mark(span, tags=paths)
        elif stacked:
            self._marks.tag([self.current_id if self.current_id in stacked else stacked[0]], paths)

    def _tick(self, made: Highlight) -> None:
        if self._picker is not None and self._picker.isVisible():
            self._picker.set_highlights([made.id])

    def _withdraw_tag(self, tag_id: str) -> None:
        if self._picker is not None:
            self._marks.untag(self._picker.highlight_ids, tag_id)
