"""The reader pane: a text with its highlights, its hits and a selection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.reader.canvas import Canvas
from desktop.reader.hits import Hit, Hits
from desktop.reader.keyboard import Keyboard
from desktop.reader.marginpointer import MarginPointer
from desktop.reader.pointer import Pointer
from desktop.reader.rubyhover import RubyHover
from desktop.reader.selection import Selection, extent, whole
from desktop.reader.spans import Span
from desktop.reader.stripepointer import StripePointer
from desktop.reader.stripes import Tags, TagStripe
from desktop.reader.style import ReaderStyle
from desktop.reader.units import Unit
from desktop.reader.voicepointer import VoicePointer
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.reader.dress import Dress
    from library.storage.texts import ReadingText


class ReaderPane(Canvas):
    """Lets a reader go through a text, select and pick highlights; what comes of it is for those who listen.

    Keys that mean nothing here, all single letters and digits among them, are left to the window.
    """

    selection_changed = Signal()
    selection_finished_by_mouse = Signal(QPoint)
    """The mouse has selected something; after several clicks, once no further one can follow."""
    highlight_clicked = Signal(str)
    highlight_resized = Signal(str, int, int)
    selected_highlight_changed = Signal()
    note_activated = Signal(str)
    """The note of this highlight is to be written."""
    note_shown = Signal(str)
    """The note of this highlight is another one now, or none; or the highlight is gone."""
    note_hovered = Signal(str, QRect)
    """The mouse is on something that stands for this note in the viewport; "" when it is no more."""
    speaker_pressed = Signal(int, int, QRect)
    """Who speaks from one code point to another is to be put right; the rectangle is that of the name on screen."""
    link_followed = Signal(str)
    """Carries the address of a link in the text."""
    reading_shown = Signal(list)
    """How a word in the viewport is read, as `ReadingRow`s; empty when that is to be shown no more."""

    def __init__(self, style: ReaderStyle, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._pointer = Pointer(self)
        self._margin = MarginPointer(self)
        self._unnoted = False
        self._beside = StripePointer(self), VoicePointer(self)
        self._keyboard = Keyboard(self)
        self._caret_browsing = False
        self.accessible: QAccessibleWidget | None = None
        self._hover = RubyHover(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        # without an input method, single keys are commands even while a Chinese one is switched on
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the names for screen readers into the user's language."""
        self.setAccessibleName(tr("Text"))
        self.map.setAccessibleName(tr("Scroll bar with highlights"))

    def open_text(
        self, text: ReadingText, *, title: str, format: str, place: int = 0, dress: Dress | None = None
    ) -> None:
        super().open_text(text, title=title, format=format, place=place, dress=dress)
        self._unnoted = True
        if self._caret_browsing:
            self.set_selection(Selection(place, place))
        self.selection_changed.emit()
        self.selected_highlight_changed.emit()

    def clear(self) -> None:
        self._pointer.forget()
        self._margin.leave()
        self._hover.leave()
        super().clear()
        self.selection_changed.emit()
        self.selected_highlight_changed.emit()

    # -- highlights --

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Show `spans` and no other highlights."""
        self._pointer.forget()
        self.marks.spans.replace(spans)
        self.marks.margin.follow(self.marks.spans)
        if self.marks.selected_span is None:
            self.set_selected_highlight(None)
        self.repaint_all_marks()

    def put_span(self, span: Span) -> None:
        """Show one more highlight, or another form of one that is shown."""
        before = self.marks.spans.put(span)
        if span.id in self.marks.margin and (before is None or before.start != span.start):
            self.marks.margin.shift(span)
            self.repaint_margin()
        for changed in (span, before):
            if changed is not None:
                self.repaint_marks(changed.start, changed.end)

    def drop_span(self, id: str) -> None:
        """Show the highlight `id` no more."""
        gone = self.marks.spans.find(id)
        if gone is None:
            return
        if self.marks.selected == id:
            self._pointer.forget()
            self.set_selected_highlight(None)
        self.marks.spans.remove(id)
        self.marks.tags.pop(id, None)
        self.drop_note(id)
        self.repaint_marks(gone.start, gone.end)

    def set_tags(self, tags: Tags) -> None:
        """Show these tags beside their highlights, and no others."""
        self.marks.tags = {}
        self.add_tags(tags)

    def add_tags(self, tags: Tags) -> None:
        """Show the tags of further highlights."""
        self.marks.tags.update(tags)
        self.viewport().update()

    def put_tags(self, highlight_id: str, tags: Sequence[TagStripe]) -> None:
        """Show other tags beside one highlight."""
        self.marks.tags[highlight_id] = tags
        span = self.marks.spans.find(highlight_id)
        if span is not None:
            self.repaint_marks(span.start, span.end)

    def selected_highlight(self) -> str | None:
        """Return the id of the selected highlight, or None."""
        return self.marks.selected

    def set_selected_highlight(self, id: str | None) -> None:
        """Select the highlight `id`: it is outlined and gets handles. None selects none."""
        if id == self.marks.selected:
            return
        for span in (self.marks.selected_span, self.marks.spans.find(id)):
            if span is not None:
                self.update_rows(span.start, span.end)
        self.marks.selected = id
        if self.marks.margin.choose(id):
            self.repaint_margin()
        self._keyboard.start_at_end()
        self.selected_highlight_changed.emit()

    def highlights_at(self, position: int) -> list[str]:
        """Return the ids of the highlights at a code point, the uppermost first."""
        return [span.id for span in self.marks.spans.at(position)]

    def pick_highlight(self, position: int) -> bool:
        """Select the highlight at `position` and say whether there is one; each further time, the next of a stack."""
        stacked = self.highlights_at(position)
        if not stacked:
            self.set_selected_highlight(None)
            return False
        following = stacked.index(self.marks.selected) + 1 if self.marks.selected in stacked else 0
        id = stacked[following % len(stacked)]
        self.set_selected_highlight(id)
        self.highlight_clicked.emit(id)
        return True

    # -- links --

    def has_link(self, position: int) -> bool:
        """Say whether a link, or a jump within the text, stands at a code point."""
        dress = self.flow.document.dress if self.flow is not None else None
        return dress is not None and dress.element_at(position) is not None

    def follow(self, position: int) -> bool:
        """Follow the link, or the jump within the text, at a code point; say whether there is one."""
        dress = self.flow.document.dress if self.flow is not None else None
        element = dress.element_at(position) if dress is not None else None
        if element is None:
            return False
        if element.kind == "link":
            self.link_followed.emit(element.value)
        else:
            before, target = self.place(), int(element.value)
            self.go_to(target, select_end=target)
            self.jumped.emit(before)
        return True

    # -- notes --

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """Show `notes`, texts by the ids of their highlights, and no others; one without a highlight waits for it."""
        self.marks.margin.replace(notes, self.marks.spans)
        if self._unnoted:
            # when a text is opened it makes room for its notes; later that would move what is being read
            self._unnoted = False
            self.relayout_for_notes()
        self.repaint_margin()

    def put_note(self, highlight_id: str, text: str) -> None:
        """Show the note of one more highlight, or another text for it."""
        self.marks.margin.put(highlight_id, text, self.marks.spans.find(highlight_id))
        self.repaint_margin()
        self.note_shown.emit(highlight_id)

    def drop_note(self, highlight_id: str) -> None:
        """Show no note of a highlight any more."""
        if highlight_id in self.marks.margin:
            self._margin.leave()
            self.marks.margin.drop(highlight_id)
            self.repaint_margin()
            self.note_shown.emit(highlight_id)

    # -- bookmarks --

    def set_bookmarks(self, places: Iterable[tuple[int, str]]) -> None:
        """Show ribbons at these positions, each with its name, and no others."""
        self.marks.ribbons.replace(places)
        self.viewport().update()
        self.map.refresh_later()

    def place_in_sight(self) -> int:
        """Return where the selected highlight or text begins, or the caret is, if in sight; else the first place."""
        held = self.marks.selected_span or self.marks.selection
        in_sight = held is not None and not self.rect_of(held.start, held.start).isEmpty()
        return held.start if held is not None and in_sight else self.place()

    # -- hits --

    def set_hits(self, hits: Hits, current: Hit | None = None) -> None:
        """Mark `hits` and no others; if any, `current` is the current one, wherever the window is."""
        if len(hits) or len(self.marks.hits):
            self.marks.hits = hits
            self.marks.current_hit = current
            self.repaint_all_marks()

    def add_hits(self, hits: Hits) -> None:
        """Mark further hits, between whose first and last none is marked."""
        if len(hits):
            self.marks.hits.insert(hits)
            self.repaint_marks(hits[0][0], hits[len(hits) - 1][1])

    def set_current_hit(self, hit: Hit | None) -> None:
        """Make a hit the current one and bring it into the window; None makes none current."""
        before, self.marks.current_hit = self.marks.current_hit, hit
        for changed in (before, hit):
            if changed is not None:
                self.repaint_marks(*changed)
        if hit is not None:
            self.go_to(hit[0])

    # -- selection --

    def go_to(self, position: int, *, select_end: int | None = None) -> None:
        """Bring `position` into the window, a third down unless it stands well already; select up to `select_end`."""
        super().go_to(position)
        if select_end is not None:
            self.select(position, select_end)
        elif self._caret_browsing:
            self.set_selection(Selection(position, position))

    def selection(self) -> tuple[int, int] | None:
        """Return start and end of the selected text, or None when nothing is selected."""
        held = self.marks.selection
        return (held.start, held.end) if held is not None and not held.is_empty else None

    def chosen(self) -> tuple[int, int] | None:
        """Return start and end of the selected text or else of the selected highlight, or None."""
        span = self.marks.selected_span
        return self.selection() or ((span.start, span.end) if span is not None else None)

    def selected_text(self) -> str:
        """Return the selected text as it stands in the document."""
        span = self.selection()
        return self.flow.document.text.slice(*span) if span is not None and self.flow is not None else ""

    def caret(self) -> int:
        """Return the active end of the selection, or where a click put the caret; otherwise the first visible place."""
        return self.marks.selection.active if self.marks.selection is not None else self.place()

    def select(self, start: int, end: int) -> None:
        """Select from `start`, the end that stays, to `end`, the end that moves."""
        self.set_selection(Selection(start, end))

    def select_at_caret(self, unit: Unit) -> None:
        """Select the word, sentence or paragraph at the caret."""
        if self.flow is not None:
            self.select(*extent(self.flow.document, unit, self.caret()))

    def select_all(self) -> None:
        """Select the whole text."""
        if self.flow is not None:
            self.select(0, self.flow.document.length)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays, unseen, where the active end was."""
        held = self.marks.selection
        if held is not None:
            self.set_selection(Selection(held.active, held.active))

    @property
    def caret_browsing(self) -> bool:
        """Whether there is always a caret, which the arrows move."""
        return self._caret_browsing

    def set_caret_browsing(self, on: bool) -> None:
        """Let there always be a caret, or only where a click puts one."""
        if on == self._caret_browsing:
            return
        self._caret_browsing = on
        self.set_selection(self.marks.selection or Selection(self.place(), self.place()))

    def swap_ends(self) -> None:
        """Let the other end of the selection, or of the selected highlight, be the one that moves."""
        self._keyboard.swap_ends()

    def set_selection(self, selection: Selection, *, caret: bool = False) -> None:
        """Hold `selection`, drawn to whole graphemes of the text; with `caret` its active end is shown."""
        if self.flow is None:
            return
        caret = caret or self._caret_browsing
        selection = whole(self.flow.document, selection)
        before = self.marks.selection
        if selection == before and caret == self.marks.caret_visible:
            return
        self.marks.selection, self.marks.caret_visible = selection, caret
        held = Selection(selection.start, selection.start) if before is None else before
        self.update_rows(min(held.start, selection.start), max(held.start, selection.start))
        # a caret behind a selection stands in the line of its last character
        self.update_rows(max(min(held.end, selection.end) - 1, 0), max(held.end, selection.end))
        if not selection.is_empty:
            self.set_selected_highlight(None)
        if selection != before:
            self.selection_changed.emit()

    def show_reading(self) -> None:
        """Show how the selection, or the word at the caret, is read; where that is shown already, no longer."""
        if self.flow is not None:
            self._hover.ask(*(self.selection() or extent(self.flow.document, Unit.WORD, self.caret())))

    # -- events --

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hover.leave()
        if not self._margin.press(event) and not any(each.press(event) for each in self._beside):
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._margin.hover(event) or any(each.hover(event) for each in self._beside):
            self._hover.leave()
        else:
            self._pointer.move(event)
            self._hover.hover(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._margin.press(event, double=True) and not any(each.press(event) for each in self._beside):
            self._pointer.press(event, double=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._hover.leave()
        event.setAccepted(self._pointer.key(event) or self._keyboard.press(event))

    def event(self, event: QEvent) -> bool:
        # Esc during a drag belongs to the drag, even where the window has a command on it
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._pointer.wants(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._margin.leave()
            self._hover.leave()
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
