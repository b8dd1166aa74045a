"""The parts of a memo on its page: editors for prose, cards for excerpts, kept in step with the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.memos.cardlayout import CardStyle
from desktop.memos.excerptcard import ExcerptCard
from desktop.memos.prose import Gap, ProseEditor
from desktop.memos.shape import Shape
from desktop.theme import Themes
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.itemmodels.references import References
    from library.models import Excerpt

PROSE_SPACE = 12
"""Pixels between prose and the card below it."""
Room = ProseEditor | Gap


class Parts(QObject):
    """Rooms for prose with a card between each two; the last room is always an editor.

    A room that holds nothing and is not being written in is a gap: a memo of many excerpts stays light.
    """

    saved = Signal(str)
    excerpt_opened = Signal(str)
    part_moved = Signal(int, int)
    part_removed = Signal(int)
    escaped = Signal()
    reference_followed = Signal(str, str)
    """Carries the kind and the id of what a reference in the prose leads to."""
    left_above = Signal()
    """The caret goes on above the first part."""
    caret_moved = Signal(ProseEditor)
    entered = Signal(QWidget)
    """A part got the focus by a key."""

    def __init__(self, themes: Themes, rows: QVBoxLayout, column: QWidget) -> None:
        super().__init__(column)
        self._themes = themes
        self._rows = rows
        self._column = column
        self._style = CardStyle(themes.current)
        self._font, self._pitch = QFont(), 1
        self._saved = ""
        self._writable = True
        self._references: References | None = None
        self._rooms: list[Room] = []
        self._cards: list[ExcerptCard] = []

    # What is shown

    @property
    def shape(self) -> Shape:
        """The memo as it is on the page, with what is unsaved."""
        prose = tuple(room.text if isinstance(room, ProseEditor) else "" for room in self._rooms)
        return Shape(tuple(card.highlight_id for card in self._cards), prose or ("",))

    @property
    def excerpts(self) -> dict[str, Excerpt | None]:
        """What is shown of each highlight of the memo; None of one that is gone."""
        return {card.highlight_id: card.excerpt for card in self._cards}

    @property
    def widgets(self) -> list[QWidget]:
        """All parts from top to bottom, gaps too."""
        found: list[QWidget] = []
        for index, room in enumerate(self._rooms):
            found.append(room)
            found += self._cards[index : index + 1]
        return found

    def clear(self) -> None:
        """Show nothing."""
        self._saved = ""
        for widget in self.widgets:
            self._drop(widget)
        self._rooms, self._cards = [], []

    def show_text(self, text: str, excerpts: Sequence[Excerpt]) -> None:
        """Show a memo's text, with what is known of its excerpts; parts that are on the page already stay there."""
        shape = Shape.of(text)
        if not self._rooms or shape.highlight_ids != tuple(card.highlight_id for card in self._cards):
            self._arrange(shape)
        elif text != self._saved:
            for index, prose in enumerate(shape.prose):
                self._set_prose(index, prose)
        self._saved = text
        self.show_excerpts(excerpts)

    def show_excerpts(self, excerpts: Sequence[Excerpt]) -> None:
        """Show what is said of the highlights now; those of which nothing is known are gone."""
        known = {excerpt.highlight.id: excerpt for excerpt in excerpts}
        for card in self._cards:
            card.show_excerpt(known.get(card.highlight_id))

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
        for card in self._cards:
            card.wear(self._style)
        for room in self._rooms:
            if isinstance(room, ProseEditor):
                room.wear(font, pitch, "ink")

    def retranslate(self) -> None:
        """Speak the user's language."""
        for card in self._cards:
            card.wear(self._style)
        self._hint()

    # Where parts are

    def part_at(self, y: int) -> int:
        """Return the number of the part of the text at a height of the column, or -1 above all of them."""
        shape, found = self.shape, -1
        for index, room in enumerate(self._rooms):
            if room.geometry().top() <= y and shape.prose[index].strip():
                found = shape.part_of_prose(index)
            if index < len(self._cards) and self._cards[index].geometry().top() <= y:
                found = shape.part_of_excerpt(index)
        return found

    def bottom_of(self, part: int) -> int:
        """Return where a part of the text ends in the column, in pixels; for -1 where the first one begins."""
        shape = self.shape
        for index, room in enumerate(self._rooms):
            if part >= 0 and shape.prose[index].strip() and shape.part_of_prose(index) == part:
                return room.geometry().bottom()
            if index < len(self._cards) and shape.part_of_excerpt(index) == part:
                return self._cards[index].geometry().bottom()
        return self._rooms[0].geometry().top() if self._rooms else 0

    def enter(self) -> None:
        """Put the focus where it was in the memo, or at the end of what is written."""
        held = self._column.focusWidget()
        if held is not None and held in self.widgets:
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._rooms:
            self._enter(self._rooms[-1], -1)

    # Keeping in step

    def _arrange(self, shape: Shape) -> None:
        """Put the parts in another order; cards and editors of the same words stay themselves, focus and undo too."""
        cards: defaultdict[str, list[ExcerptCard]] = defaultdict(list)
        for card in self._cards:
            cards[card.highlight_id].append(card)
        rooms: defaultdict[str, list[ProseEditor]] = defaultdict(list)
        for room in self._rooms:
            if isinstance(room, ProseEditor):
                rooms[room.text.strip("\n")].append(room)
        before = self.widgets
        gaps = [room for room in self._rooms if isinstance(room, Gap) and room.isEnabled() == self._writable]
        self._cards = [(cards[one] or [self._make_card(one)]).pop(0) for one in shape.highlight_ids]
        last = len(shape.prose) - 1
        self._rooms = [
            rooms[prose].pop(0) if prose and rooms[prose]
            else gaps.pop() if gaps and not prose and index != last
            else self._make_room(prose, index == last)
            for index, prose in enumerate(shape.prose)
        ]  # fmt: skip
        self._lay_out()
        kept = set(self.widgets)
        dropped = [widget for widget in before if widget not in kept]
        if any(widget.hasFocus() for widget in dropped):
            # here and now: the next in line could be a gap, which the focus would open
            self._column.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in dropped:
            self._drop(widget)

    def _lay_out(self) -> None:
        while self._rows.count():
            self._rows.takeAt(0)
        above: QWidget | None = None
        for widget in self.widgets:
            if isinstance(above, ProseEditor) or (above is not None and isinstance(widget, ProseEditor)):
                self._rows.addSpacing(PROSE_SPACE)
            self._rows.addWidget(widget)
            if above is not None:
                QWidget.setTabOrder(above, widget)
            above = widget
        self._hint()

    def _set_prose(self, index: int, prose: str) -> None:
        room = self._rooms[index]
        if isinstance(room, ProseEditor):
            if room.text.strip("\n") != prose:
                room.begin(prose)
            self._close(room)
        elif prose:
            self._replace(index, self._make_editor(prose))

    def _replace(self, index: int, room: Room) -> None:
        old, self._rooms[index] = self._rooms[index], room
        self._lay_out()
        room.show()
        if old.hasFocus():
            room.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(old)

    def _drop(self, widget: QWidget) -> None:
        self._rows.removeWidget(widget)
        widget.blockSignals(True)  # what is left by it was said before
        widget.hide()
        widget.deleteLater()

    def _open(self, gap: Gap, direction: int = 1) -> None:
        """Let prose be written in a gap."""
        editor = self._make_editor("")
        self._replace(self._rooms.index(gap), editor)
        self._enter(editor, direction)

    def _close(self, editor: ProseEditor) -> None:
        """Let an editor that holds nothing be a gap again, unless it is the last or in use."""
        if editor not in self._rooms or editor is self._rooms[-1] or editor.hasFocus() or editor.text.strip():
            return
        self._replace(self._rooms.index(editor), self._make_room("", last=False))

    # Making

    def _make_room(self, prose: str, last: bool) -> Room:
        if prose or last:
            return self._make_editor(prose)
        gap = Gap(self._themes, self._column)
        gap.setEnabled(self._writable)
        gap.entered.connect(lambda: self._open(gap))
        return gap

    def _make_editor(self, prose: str) -> ProseEditor:
        editor = ProseEditor(self._themes, self._column)
        editor.wear(self._font, self._pitch, "ink")
        editor.setReadOnly(not self._writable)
        editor.begin(prose)
        if self._references is not None:
            editor.complete_from(self._references)
        editor.followed.connect(self.reference_followed)
        editor.save_wanted.connect(lambda _: self.save())
        editor.left.connect(lambda: self._close(editor))
        editor.escaped.connect(self.escaped)
        editor.stepped.connect(lambda step: self._step(editor, step))
        editor.move_wanted.connect(lambda step: self._move_prose(editor, step))
        editor.cursorPositionChanged.connect(lambda: self._tell_caret(editor))
        editor.height_wanted.connect(lambda _: self._tell_caret(editor))
        return editor

    def _make_card(self, highlight_id: str) -> ExcerptCard:
        card = ExcerptCard(highlight_id, self._style, self._column)
        card.opened.connect(lambda: self.excerpt_opened.emit(highlight_id))
        card.move_wanted.connect(lambda step: self._move_excerpt(card, step))
        card.removal_wanted.connect(lambda: self._remove_excerpt(card))
        card.stepped.connect(lambda step: self._step(card, step))
        card.escaped.connect(self.escaped)
        return card

    def _hint(self) -> None:
        """Say in the last editor what can be done, as long as the memo is empty."""
        for room in self._rooms:
            if isinstance(room, ProseEditor):
                room.setAccessibleName(tr("Prose"))
                alone = len(self._rooms) == 1
                room.setPlaceholderText(tr("Write here, and send excerpts from their cards with M") if alone else "")

    # Keys

    def _tell_caret(self, editor: ProseEditor) -> None:
        if editor.hasFocus():
            self.caret_moved.emit(editor)

    def _enter(self, widget: QWidget, direction: int) -> None:
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
        widgets = self.widgets
        at = widgets.index(widget) + step
        if 0 < at < len(widgets) - 1 and isinstance(widgets[at], Gap):
            at += step
        if at < 0 or (isinstance(widgets[at], Gap) and at == 0):
            self.left_above.emit()
        elif at < len(widgets):
            self._enter(widgets[at], step)

    def _move_excerpt(self, card: ExcerptCard, step: int) -> None:
        if not self._writable:
            return
        self.save()
        self.part_moved.emit(self.shape.part_of_excerpt(self._cards.index(card)), step)

    def _move_prose(self, editor: ProseEditor, step: int) -> None:
        self.save()
        if self._writable and editor.text.strip():
            self.part_moved.emit(self.shape.part_of_prose(self._rooms.index(editor)), step)

    def _remove_excerpt(self, card: ExcerptCard) -> None:
        if not self._writable:
            return
        self.save()
        index = self._cards.index(card)
        part = self.shape.part_of_excerpt(index)
        neighbours = self._cards[index + 1 : index + 2] or self._cards[max(0, index - 1) : index] or self._rooms[-1:]
        self._enter(neighbours[0], 1)
        self.part_removed.emit(part)
