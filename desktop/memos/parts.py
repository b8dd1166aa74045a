"""The parts of a memo on its page: editors for prose, cards for excerpts, kept in step with the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.markkeys import MarkKeys
from desktop.memos.cardlayout import CardStyle, guess_height, guess_lines
from desktop.memos.excerptcard import MISSING_HEIGHT, ExcerptCard
from desktop.memos.flow import Bench, Flow
from desktop.memos.places import CardPlace, Part, Place, RoomPlace
from desktop.memos.prose import GAP, Gap, ProseEditor
from desktop.memos.shape import Shape
from desktop.theme import Themes
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.itemmodels.references import References
    from library.models import Excerpt


class Parts(QObject):
    """Rooms for prose with a card between each two; the last room is always open.

    A room that holds nothing and is not being written in is a gap, and only what is near the view has widgets: a memo
    of very many excerpts stays light.
    """

    saved = Signal(str)
    excerpt_opened = Signal(str)
    part_moved = Signal(int, int)
    part_removed = Signal(int)
    correction_wanted = Signal(str)
    """Carries the id of a highlight of which it is to be written how its quotation should read."""
    escaped = Signal()
    reference_followed = Signal(str, str)
    """Carries the kind and the id of what a reference in the prose leads to."""
    left_above = Signal()
    """The caret goes on above the first part."""
    caret_moved = Signal(ProseEditor)
    entered = Signal(QWidget)
    """A part got the focus by a key."""

    def __init__(self, themes: Themes, bench: Bench) -> None:
        super().__init__(bench)
        self._themes = themes
        self._bench = bench
        self._style = CardStyle(themes.current)
        self._font, self._pitch = QFont(), 1
        self._saved = ""
        self._writable = True
        self._references: References | None = None
        self.keys = MarkKeys()
        """The keys of what is done to the highlights in a memo."""
        self._rooms: list[RoomPlace] = []
        self._cards: list[CardPlace] = []
        self.flow = Flow(bench, self._make, self._guess)

    # What is shown

    @property
    def shape(self) -> Shape:
        """The memo as it is on the page, with what is unsaved."""
        prose = tuple("" if room.is_gap else room.text for room in self._rooms)
        return Shape(tuple(card.highlight_id for card in self._cards), prose or ("",))

    @property
    def excerpts(self) -> dict[str, Excerpt | None]:
        """What is shown of each highlight of the memo; None of one that is gone."""
        return {card.highlight_id: card.excerpt for card in self._cards}

    @property
    def widgets(self) -> list[Part]:
        """The parts near the view from top to bottom, gaps too."""
        return self.flow.widgets

    def clear(self) -> None:
        """Show nothing."""
        self._saved = ""
        self._rooms, self._cards = [], []
        self.flow.show_places([])

    def show_text(self, text: str, excerpts: Sequence[Excerpt]) -> None:
        """Show a memo's text, with what is known of its excerpts; parts that are on the page already stay there."""
        shape = Shape.of(text)
        anew = not self._rooms or shape.highlight_ids != tuple(card.highlight_id for card in self._cards)
        if anew:
            self._arrange(shape)
        elif text != self._saved:
            for room, prose in zip(self._rooms, shape.prose, strict=True):
                self._set_prose(room, prose)
        self._saved = text
        self._tell(excerpts)
        if anew:
            self._show_places()
        else:
            self.flow.update()

    def _tell(self, excerpts: Sequence[Excerpt]) -> None:
        """Take what is said of the highlights now; those of which nothing is known are gone."""
        known = {excerpt.highlight.id: excerpt for excerpt in excerpts}
        for card in self._cards:
            excerpt = known.get(card.highlight_id)
            if excerpt is not card.excerpt and excerpt != card.excerpt:
                card.excerpt, card.height = excerpt, 0
                if card.widget is not None:
                    card.widget.show_excerpt(excerpt)

    def allow_writing(self, allowed: bool) -> None:
        """Let what is shown from now on be written in, or only read."""
        self._writable = allowed

    def complete_from(self, offers: References) -> None:
        """Complete references in prose from what is offered."""
        self._references = offers

    def save(self) -> None:
        """Have what is unsaved saved; where excerpts were written as text, they become cards."""
        if not self._rooms:
            return
        shape = self.shape
        text = shape.text
        if text != self._saved and Shape.of(text) != Shape.of(self._saved):
            self._saved = text
            self.saved.emit(text)

    def wear(self, font: QFont, pitch: int) -> None:
        """Take the theme's colours, and set prose in this face."""
        self._font, self._pitch = font, pitch
        self._style = CardStyle(self._themes.current)
        for widget in self.widgets:
            if isinstance(widget, ExcerptCard):
                widget.wear(self._style)
            elif isinstance(widget, ProseEditor):
                widget.wear(font, pitch, "ink")
        self.flow.forget_heights()
        self.flow.update()

    def retranslate(self) -> None:
        """Speak the user's language."""
        for widget in self.widgets:
            if isinstance(widget, ExcerptCard):
                widget.wear(self._style)
        self.flow.update()
        self._hint()

    # Where parts are

    def part_at(self, y: int) -> int:
        """Return the number of the part of the text at a height of the bench, or -1 above all of them."""
        shape, found = self.shape, -1
        for index in range(len(self._rooms)):
            if self.flow.top(2 * index) <= y and shape.prose[index].strip():
                found = shape.part_of_prose(index)
            if index < len(self._cards) and self.flow.top(2 * index + 1) <= y:
                found = shape.part_of_excerpt(index)
        return found

    def bottom_of(self, part: int) -> int:
        """Return where a part of the text ends on the bench, in pixels; for -1 where the first one begins."""
        shape = self.shape
        for index in range(len(self._rooms)):
            if part >= 0 and shape.prose[index].strip() and shape.part_of_prose(index) == part:
                return self.flow.bottom(2 * index)
            if index < len(self._cards) and shape.part_of_excerpt(index) == part:
                return self.flow.bottom(2 * index + 1)
        return 0

    def enter(self) -> None:
        """Put the focus where it was in the memo, or at the end of what is written."""
        held = self._bench.focusWidget()
        if held is not None and held in self.widgets:
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._rooms:
            self._enter(self._last, -1)

    @property
    def _last(self) -> int:
        return len(self.flow.places) - 1

    # Keeping in step

    def _arrange(self, shape: Shape) -> None:
        """Put the parts in another order; cards and editors of the same words stay themselves, focus and undo too."""
        cards: defaultdict[str, list[CardPlace]] = defaultdict(list)
        for card in self._cards:
            cards[card.highlight_id].append(card)
        rooms: defaultdict[str, list[RoomPlace]] = defaultdict(list)
        for room in self._rooms:
            if not room.is_gap:
                rooms[room.text.strip("\n")].append(room)
        gaps = [room for room in self._rooms if room.is_gap]
        self._cards = [(cards[one] or [CardPlace(one)]).pop(0) for one in shape.highlight_ids]
        last = len(shape.prose) - 1
        self._rooms = [
            rooms[prose].pop(0) if prose and rooms[prose]
            else gaps.pop() if gaps and not prose and index != last
            else RoomPlace(prose)
            for index, prose in enumerate(shape.prose)
        ]  # fmt: skip
        for index, room in enumerate(self._rooms):
            room.open = index == last

    def _show_places(self) -> None:
        places: list[Place] = [self._rooms[0]]
        for card, room in zip(self._cards, self._rooms[1:], strict=True):
            places += (card, room)
        kept = {place.widget for place in places}
        if any(widget.hasFocus() for widget in self.widgets if widget not in kept):
            # here and now: the next in line could be a gap, which the focus would open
            self._bench.setFocus(Qt.FocusReason.OtherFocusReason)
        self.flow.show_places(places)
        self._hint()
        for widget in self.widgets:
            if widget.hasFocus():
                self.entered.emit(widget)  # what goes up or down by a key stays in view

    def _set_prose(self, room: RoomPlace, prose: str) -> None:
        if room.text.strip("\n") == prose:
            room.prose = room.text
        else:
            room.prose, room.height = prose, 0
            if isinstance(room.widget, ProseEditor):
                room.widget.begin(prose)
            else:
                self.flow.strip(room)
        if isinstance(room.widget, ProseEditor):
            self._close(room.widget)

    def _open(self, gap: Gap, direction: int = 1) -> None:
        """Let prose be written in a gap."""
        index = self._index(gap)
        room = self._rooms[index // 2]
        room.open = True
        self.flow.strip(room)
        self._enter(index, direction)
        self.flow.update()

    def _close(self, editor: ProseEditor) -> None:
        """Let an editor that holds nothing be a gap again, unless it is the last or in use."""
        room = next((room for room in self._rooms[:-1] if room.widget is editor), None)
        if room is None or editor.hasFocus() or editor.text.strip():
            return
        room.prose, room.open = "", False
        self.flow.strip(room)
        self.flow.update()

    def _index(self, widget: QWidget) -> int:
        return next(index for index, place in enumerate(self.flow.places) if place.widget is widget)

    # Making

    def _make(self, place: Place) -> Part:
        if isinstance(place, CardPlace):
            return self._make_card(place)
        return self._make_gap() if place.is_gap else self._make_editor(place.prose)

    def _guess(self, place: Place, width: int) -> int:
        """Return about how high a place will be, in pixels."""
        if isinstance(place, CardPlace):
            return MISSING_HEIGHT if place.excerpt is None else guess_height(place.excerpt, width, self._style)
        return GAP if place.is_gap else guess_lines(place.text, self._font, max(1, width)) * self._pitch

    def _make_gap(self) -> Gap:
        gap = Gap(self._themes, self._bench)
        gap.setEnabled(self._writable)
        gap.entered.connect(lambda: self._open(gap))
        return gap

    def _make_editor(self, prose: str) -> ProseEditor:
        editor = ProseEditor(self._themes, self._bench)
        editor.wear(self._font, self._pitch, "ink")
        editor.setReadOnly(not self._writable)
        editor.begin(prose)
        self._name(editor)
        if self._references is not None:
            editor.complete_from(self._references)
        editor.followed.connect(self.reference_followed)
        editor.save_wanted.connect(lambda _: self.save())
        editor.left.connect(lambda: self._close(editor))
        editor.escaped.connect(self.escaped)
        editor.stepped.connect(lambda step: self._step(editor, step))
        editor.move_wanted.connect(lambda step: self._move_prose(editor, step))
        editor.cursorPositionChanged.connect(lambda: self._tell_caret(editor))
        editor.height_wanted.connect(lambda _: self._follow_height(editor))
        return editor

    def _make_card(self, place: CardPlace) -> ExcerptCard:
        card = ExcerptCard(place.highlight_id, self._style, self.keys, self._bench)
        card.show_excerpt(place.excerpt)
        card.opened.connect(lambda: self.excerpt_opened.emit(place.highlight_id))
        card.move_wanted.connect(lambda step: self._move_excerpt(card, step))
        card.removal_wanted.connect(lambda: self._remove_excerpt(card))
        card.stepped.connect(lambda step: self._step(card, step))
        card.escaped.connect(self.escaped)
        card.correction_wanted.connect(lambda: self._writable and self.correction_wanted.emit(place.highlight_id))
        return card

    def _hint(self) -> None:
        """Say in the last editor what can be done, as long as the memo is empty."""
        for widget in self.widgets:
            if isinstance(widget, ProseEditor):
                self._name(widget)

    def _name(self, editor: ProseEditor) -> None:
        editor.setAccessibleName(tr("Prose"))
        alone = len(self._rooms) == 1
        editor.setPlaceholderText(tr("Write here, and send excerpts from their cards with M") if alone else "")

    # Keys

    def _tell_caret(self, editor: ProseEditor) -> None:
        if editor.hasFocus():
            self.caret_moved.emit(editor)

    def _follow_height(self, editor: ProseEditor) -> None:
        self.flow.update()
        self._tell_caret(editor)

    def _enter(self, index: int, direction: int) -> None:
        widget = self.flow.reach(index)
        if isinstance(widget, Gap):
            self._open(widget, direction)
        elif isinstance(widget, ProseEditor):
            widget.enter(direction)
            self.caret_moved.emit(widget)
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.entered.emit(widget)

    def _step(self, widget: QWidget, step: int) -> None:
        """Go to the part above or below; gaps are passed over, for the keyboard enters them with Tab."""
        at = self._index(widget) + step
        if 0 < at < self._last and self._is_gap(at):
            at += step
        if at < 0 or (at == 0 and self._is_gap(0)):
            self.left_above.emit()
        elif at <= self._last:
            self._enter(at, step)

    def _is_gap(self, index: int) -> bool:
        place = self.flow.places[index]
        return isinstance(place, RoomPlace) and place.is_gap

    def _move_excerpt(self, card: ExcerptCard, step: int) -> None:
        if self._writable:
            self.save()
            self.part_moved.emit(self.shape.part_of_excerpt(self._index(card) // 2), step)

    def _move_prose(self, editor: ProseEditor, step: int) -> None:
        self.save()
        if self._writable and editor.text.strip():
            self.part_moved.emit(self.shape.part_of_prose(self._index(editor) // 2), step)

    def _remove_excerpt(self, card: ExcerptCard) -> None:
        if not self._writable:
            return
        self.save()
        at = self._index(card)
        part = self.shape.part_of_excerpt(at // 2)
        below, above = at + 2, at - 2
        self._enter(below if below < self._last else above if above > 0 else self._last, 1)
        self.part_removed.emit(part)
