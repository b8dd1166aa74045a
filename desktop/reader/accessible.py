"""The pane for screen readers: its visible text, its caret and selection, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
    QAccessibleTextUpdateEvent,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr

from desktop.reader.offsets import Offsets
from desktop.reader.pane import ReaderPane
from desktop.reader.selection import Selection
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.reader.flow import Flow

_LONGEST_QUOTE = 500


@dataclass(frozen=True, slots=True)
class VisibleText:
    """The paragraphs in the window, line feeds between them; `start` is where in the document they begin."""

    start: int
    text: str
    offsets: Offsets

    @classmethod
    def of(cls, flow: Flow | None) -> VisibleText:
        """Return what is visible of a text, or nothing where there is none."""
        if flow is None:
            return cls(0, "", Offsets(""))
        blocks = flow.visible()
        start = blocks[0][0].start
        text = flow.document.text.slice(start, blocks[-1][0].end)
        return cls(start, text, Offsets(text))

    @property
    def length_utf16(self) -> int:
        """How many UTF-16 units the text has."""
        return self.offsets.to_utf16(len(self.text))

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 unit at a code point of the document, drawn into what is visible."""
        return self.offsets.to_utf16(min(max(position - self.start, 0), len(self.text)))

    def from_utf16(self, unit_utf16: int) -> int:
        """Return the code point of the document at a UTF-16 unit, drawn into what is visible."""
        return self.start + self.offsets.from_utf16(min(max(unit_utf16, 0), self.length_utf16))

    def slice_utf16(self, start_utf16: int, end_utf16: int) -> str:
        """Return the text between two UTF-16 units."""
        return self.text[self.from_utf16(start_utf16) - self.start : self.from_utf16(end_utf16) - self.start]


class PaneText(QAccessibleTextInterface):
    """The visible text, as screen readers ask for it: in UTF-16 units, points and rectangles on the screen.

    Qt itself finds the characters, words, sentences and lines in what `text` returns: PySide does not let one override
    that, nor `selection`. Of the selection screen readers hear by events.
    """

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__()
        self._pane = ref(pane)

    def text(self, start_utf16: int, end_utf16: int) -> str:
        return self._visible().slice_utf16(start_utf16, end_utf16)

    def characterCount(self) -> int:
        return self._visible().length_utf16

    def cursorPosition(self) -> int:
        pane = self._pane()
        return self._visible().to_utf16(pane.caret()) if pane is not None else 0

    def setCursorPosition(self, unit_utf16: int) -> None:
        pane = self._pane()
        if pane is not None:
            position = self._visible().from_utf16(unit_utf16)
            pane.set_selection(Selection(position, position), caret=True)
            pane.reveal(position)

    def characterRect(self, unit_utf16: int) -> QRect:
        pane = self._pane()
        if pane is None:
            return QRect()
        position = self._visible().from_utf16(unit_utf16)
        box = pane.rect_of(position, position + 1)
        box = box if box.isValid() else pane.rect_of(position, position)
        return QRect(pane.viewport().mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        pane = self._pane()
        if pane is None or pane.flow is None:
            return -1
        inside = pane.viewport().mapFromGlobal(point)
        if not pane.viewport().rect().contains(inside):
            return -1
        return self._visible().to_utf16(pane.flow.position_at(inside, character=True))

    def scrollToSubstring(self, start_utf16: int, end_utf16: int) -> None:
        pane = self._pane()
        if pane is not None:
            pane.reveal(self._visible().from_utf16(start_utf16))

    def selectionCount(self) -> int:
        # none is owned to: whoever asks where it lies is answered by what happens to be in memory
        return 0

    def addSelection(self, start_utf16: int, end_utf16: int) -> None:
        pane, visible = self._pane(), self._visible()
        if pane is not None:
            pane.select(visible.from_utf16(start_utf16), visible.from_utf16(end_utf16))

    def setSelection(self, index: int, start_utf16: int, end_utf16: int) -> None:
        self.addSelection(start_utf16, end_utf16)

    def removeSelection(self, index: int) -> None:
        pane = self._pane()
        if pane is not None:
            pane.clear_selection()

    def _visible(self) -> VisibleText:
        pane = self._pane()
        return VisibleText.of(pane.flow if pane is not None else None)


class AccessiblePane(QAccessibleWidget):
    """What screen readers are told the pane is: a text that can be selected but not written.

    Qt deletes it with the pane; the pane holds it until then, for at the end of the program Python would, too.
    """

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane, QAccessible.Role.EditableText)
        self._pane = ref(pane)
        self._text = PaneText(pane)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = True
        state.selectableText = True
        state.multiLine = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        pane = self._pane()
        if kind is QAccessible.Text.Description and pane is not None:
            return "\n".join(filter(None, (pane.accessibleDescription(), highlight_in_words(pane))))
        return super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        if kind is QAccessible.InterfaceType.TextInterface:
            return self._text
        found = super().interface_cast(kind)
        # None would be followed as a pointer, and end the program
        return VoidPtr(0) if found is None else found


class ScreenReading(QObject):
    """Tells screen readers, where one is listening, that the caret, the selection or the visible text has changed."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._told = ""
        self._selection: tuple[int, int] | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._tell)
        pane.selection_changed.connect(self._tell_soon)
        pane.scrolled.connect(self._tell_soon)
        pane.selected_highlight_changed.connect(self._tell_highlight)

    def _tell_soon(self) -> None:
        if QAccessible.isActive():
            self._timer.start()

    def _tell(self) -> None:
        """Tell what is new, once for all that happened: the text first, for the other places count in it."""
        pane = self._pane
        visible = VisibleText.of(pane.flow)
        if visible.text != self._told:
            QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(pane, 0, self._told, visible.text))
            self._told = visible.text
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(pane, visible.to_utf16(pane.caret())))
        selection = pane.selection()
        if selection is not None or self._selection is not None:
            start, end = selection or (pane.caret(), pane.caret())
            event = QAccessibleTextSelectionEvent(pane, visible.to_utf16(start), visible.to_utf16(end))
            QAccessible.updateAccessibility(event)
        self._selection = selection

    def _tell_highlight(self) -> None:
        if not QAccessible.isActive():
            return
        QAccessible.updateAccessibility(QAccessibleEvent(self._pane, QAccessible.Event.DescriptionChanged))
        words = highlight_in_words(self._pane)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pane, words))


def highlight_in_words(pane: ReaderPane) -> str:
    """Return what there is to say of the selected highlight: its colour, its text and its note; "" where none is."""
    from desktop.widgets.swatch import color_name  # once there are highlights, whose models are loaded after the text

    span = pane.marks.selected_span
    if span is None or pane.flow is None:
        return ""
    quote = pane.flow.document.text.slice(span.start, min(span.end, span.start + _LONGEST_QUOTE))
    words = tr("Highlight, {color}: {quote}", color=color_name(span.color), quote=quote)
    note = pane.marks.margin.text(span.id) if span.id in pane.marks.margin else ""
    return "\n".join((words, tr("Note: {note}", note=note))) if note else words


def interface_of(_: str, watched: QObject) -> QAccessibleWidget | None:
    """Return what screen readers are told of a reader pane, or None for anything else: for QAccessible's factory."""
    if not isinstance(watched, ReaderPane):
        return None
    watched.accessible = AccessiblePane(watched)
    return watched.accessible
