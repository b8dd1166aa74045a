"""What the mouse does on the names of speakers beside the text: hovering shows them whole, a click puts them right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolTip

from desktop.reader.voices import Voice, voice_at

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane

_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)


class VoicePointer(QObject):
    """Finds the name under the mouse for the pane that shows it."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._pane = pane

    def press(self, event: QMouseEvent) -> bool:
        """Take a press on a name, whose passage is to be put right, and say whether it was one."""
        voice = self._at(event) if event.button() in _BUTTONS else None
        if voice is None:
            return False
        QToolTip.hideText()
        corner = self._pane.viewport().mapToGlobal(voice.rect.topLeft())
        self._pane.speaker_pressed.emit(voice.passage.start, voice.passage.end, QRect(corner, voice.rect.size()))
        return True

    def hover(self, event: QMouseEvent) -> bool:
        """Show the name that the mouse is on, unless it drags, and say whether it is on one."""
        voice = None if event.buttons() else self._at(event)
        if voice is None:
            return False
        viewport = self._pane.viewport()
        if viewport.cursor().shape() is not Qt.CursorShape.PointingHandCursor:
            viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        QToolTip.showText(event.globalPosition().toPoint(), voice.passage.name, viewport, voice.rect)
        return True

    def _at(self, event: QMouseEvent) -> Voice | None:
        flow, marks = self._pane.flow, self._pane.marks
        if flow is None:
            return None
        return voice_at(flow, event.position().toPoint(), marks.speeches, marks.ribbons)
