"""What a wheel or touchpad asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

_NOTCH = 120
_UNRELIABLE = "xcb"
"""The platform on which drivers mean anything by the pixels they report (documentation of QWheelEvent)."""


class Wheel:
    """Turns wheel events into whole pixels and notches, and keeps what is left over of each in one direction.

    Whether "down" is where the fingers go or where they come from is settled before an event gets here.
    """

    def __init__(self) -> None:
        self._pixels = 0.0
        self._notches = 0.0

    def pixels(self, event: QWheelEvent, pitch: int) -> int:
        """Return by how many pixels to scroll, up when positive: those a touchpad says, or some lines a notch."""
        exact = event.pixelDelta().y() if QGuiApplication.platformName() != _UNRELIABLE else 0
        if exact:
            return exact
        turned = event.angleDelta().y() / _NOTCH * QApplication.wheelScrollLines() * pitch
        self._pixels = turned + (self._pixels if turned * self._pixels >= 0 else 0)
        whole = int(self._pixels)
        self._pixels -= whole
        return whole

    def notches(self, event: QWheelEvent) -> int:
        """Return by how many whole notches the wheel was turned, up when positive; momentum turns nothing.

        A key that is pressed while a text still glides must not make it larger.
        """
        if event.phase() is Qt.ScrollPhase.ScrollMomentum:
            return 0
        turned = event.angleDelta().y() / _NOTCH
        self._notches = turned + (self._notches if turned * self._notches >= 0 else 0)
        whole = int(self._notches)
        self._notches -= whole
        return whole
