"""What the mouse does on the notes in the margin: a click selects, a double click begins to write, hovering shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent

from desktop.reader.margin import Standing
from library.references import shown_words

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane

_BETWEEN_NOTES = "\n"


class MarginPointer(QObject):
    """Hands the notes under the mouse to the pane that shows them."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._pressed: str | None = None
        self._hovered: list[str] = []
        pane.scrolled.connect(self.leave)

    def press(self, event: QMouseEvent, *, double: bool = False) -> bool:
        """Take a press on a note and say whether it was one."""
        pressed, self._pressed = self._pressed, None
        self.leave()
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        # the first click may have unfolded the note, and moved what the second one comes upon
        if double and pressed is not None and pressed in self._pane.marks.margin:
            self._pane.note_activated.emit(pressed)
            return True
        found = [note.id for note in self._at(event.position().toPoint())]
        if not found:
            return False
        selected = self._pane.selected_highlight()
        self._pressed = found[(found.index(selected) + 1) % len(found) if selected in found else 0]
        self._pane.clear_selection()
        self._pane.set_selected_highlight(self._pressed)
        self._pane.highlight_clicked.emit(self._pressed)
        return True

    def hover(self, event: QMouseEvent) -> bool:
        """Show what the mouse is on, unless it drags, and say whether that is a note."""
        found = [] if event.buttons() else self._at(event.position().toPoint())
        self._show(found)
        if found and self._pane.viewport().cursor().shape() is not Qt.CursorShape.PointingHandCursor:
            self._pane.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        return bool(found)

    def leave(self) -> None:
        """Show no note any more."""
        self._show([])

    def _at(self, point: QPoint) -> list[Standing]:
        flow = self._pane.flow
        return self._pane.marks.margin.at(flow, point) if flow is not None else []

    def _show(self, found: list[Standing]) -> None:
        """Tell of notes that are not there in full: marks, and one that has no room even unfolded."""
        margin = self._pane.marks.margin
        hidden = [note for note in found if note.type is None or (note.type.folded and note.id == margin.chosen)]
        ids = [note.id for note in hidden]
        if ids == self._hovered:
            return
        self._hovered = ids
        area = QRect()
        for note in hidden:
            area = area.united(note.rect)
        self._pane.note_hovered.emit(_BETWEEN_NOTES.join(shown_words(margin.text(id)) for id in ids), area)
