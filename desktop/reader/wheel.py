"""What a wheel or touchpad asks for."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent

LINES_A_NOTCH = 3
_NOTCH = 120


class Wheel:
    """Turns wheel events into whole pixels and notches, and keeps what is left over of each."""

    def __init__(self) -> None:
        self._pixels = 0.0
        self._notches = 0.0

    def pixels(self, event: QWheelEvent, pitch: int) -> int:
        """Return by how many pixels to scroll, up when positive: those a touchpad says, or three lines a notch."""
        exact = event.pixelDelta().y()
        if exact:
            return exact
        self._pixels += event.angleDelta().y() * LINES_A_NOTCH * pitch / _NOTCH
        whole = int(self._pixels)
        self._pixels -= whole
        return whole

    def notches(self, event: QWheelEvent) -> int:
        """Return by how many whole notches the wheel was turned, up when positive."""
        self._notches += event.angleDelta().y() / _NOTCH
        whole = int(self._notches)
        self._notches -= whole
        return whole
