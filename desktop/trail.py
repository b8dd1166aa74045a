"""The way a reader has come through the texts of one group, and going back and forward on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.history import History, Spot

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane
    from desktop.reading import OpenDocument


class Trail(QObject):
    """Notes the jumps in a pane. To go back it asks `show` to bring a spot into the pane."""

    jumped = Signal()
    """The reader has left a spot by a jump: `previous` is where it was."""
    changed = Signal()
    """Another spot is the one to go back or forward to."""

    def __init__(self, pane: ReaderPane, reading: OpenDocument, show: Callable[[Spot], None], parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._reading = reading
        self._show = show
        self._history = History()
        self._depth = 0
        pane.jumped.connect(self._note_jump)

    @property
    def previous(self) -> Spot | None:
        """Where `back` leads."""
        return self._history.previous

    @property
    def following(self) -> Spot | None:
        """Where `forward` leads."""
        return self._history.following

    @contextmanager
    def jump(self) -> Iterator[None]:
        """Note what is done meanwhile as one jump, if it leads anywhere else."""
        here = self._spot()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
        if self._depth == 0:
            self._note(here)

    def back(self) -> None:
        """Go back to the spot before, exactly."""
        self._travel(self._history.back(self._spot()))

    def forward(self) -> None:
        """Go forward again to the spot behind, exactly."""
        self._travel(self._history.forward(self._spot()))

    def retain(self, document_ids: set[str]) -> None:
        """Forget the spots in all other documents."""
        self._history.retain(document_ids)
        self.changed.emit()

    def clear(self) -> None:
        """Forget the way."""
        self._history.clear()
        self.changed.emit()

    def _travel(self, spot: Spot | None) -> None:
        if spot is None:
            return
        self._depth += 1
        try:
            self._show(spot)
        finally:
            self._depth -= 1
        self.changed.emit()

    def _note_jump(self, before: int) -> None:
        """Note a jump inside the pane, which was at `before`."""
        if self._depth == 0:
            self._note(self._spot(before))

    def _note(self, here: Spot | None) -> None:
        there = self._spot()
        if there is None or there == here:
            return
        if self._history.jump(here, there, monotonic()) and here is not None:
            self.jumped.emit()
        self.changed.emit()

    def _spot(self, place: int | None = None) -> Spot | None:
        """Return where the reader is, or would be at `place`."""
        document, flow = self._reading.document, self._pane.flow
        if document is None or flow is None:
            return None
        at = self._pane.place() if place is None else place
        text = flow.document.text
        return Spot(document.id, at, max(1, text.number(text.block_at(at))))
