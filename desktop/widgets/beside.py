"""Two parts beside one another, or one below the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

HAIRLINE = 1
SHARES = 1000
"""Into so many parts the room is divided when it is shared out."""
LEAST_WIDTH = 700
"""Pixels below which the second part stands below the first."""


class Beside(QSplitter):
    """Holds a main part, and a second one once it is put in."""

    shared = Signal(float)
    """The line between the two was moved: carries the share of the second."""

    def __init__(self, main: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(HAIRLINE)
        self.setChildrenCollapsible(False)
        self.addWidget(main)
        self._share = 0.5
        self.splitterMoved.connect(self._tell)

    def put(self, second: QWidget, share: float) -> None:
        """Stand `second` beside the main part; it takes `share` of the room."""
        self._share = share
        self.addWidget(second)
        self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        way = Qt.Orientation.Horizontal if self.width() >= LEAST_WIDTH else Qt.Orientation.Vertical
        turned = way != self.orientation()
        if turned:
            self.setOrientation(way)
        super().resizeEvent(event)
        if turned:
            self._divide()

    def _divide(self) -> None:
        self.setSizes([round(SHARES * (1 - self._share)), round(SHARES * self._share)])

    def _tell(self) -> None:
        sizes = self.sizes()
        if self.count() > 1 and sum(sizes):
            self._share = sizes[1] / sum(sizes)
            self.shared.emit(self._share)
