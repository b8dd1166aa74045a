"""Two texts that scroll together, paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.reader.parallel import anchor_at, top_point

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane

NEAR = 24
"""Blocks up to which the other text is moved on by pixels, which is cheaper than to show it anew."""


class Together(QObject):
    """While it is `on`, each of two panes follows the other: by the number of the paragraph at the top, and within it.

    A pane that follows does not lead back: rounding would creep.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on = False
        self._panes: list[ReaderPane] = []
        self._following = False

    def add(self, pane: ReaderPane) -> None:
        """Let `pane` be one of the two."""
        self._panes.append(pane)
        pane.scrolled.connect(lambda: self.follow(pane))

    def follow(self, leader: ReaderPane) -> None:
        """Let the other pane show what `leader` shows."""
        if not self.on or self._following:
            return
        self._following = True
        try:
            for pane in self._panes:
                if pane is not leader and pane.isVisible():
                    _align(leader, pane)
        finally:
            self._following = False


def _align(leader: ReaderPane, follower: ReaderPane) -> None:
    if leader.flow is None or follower.flow is None:
        return
    point, flow = top_point(leader.flow), follower.flow
    if point is None:
        follower.scroll_to_place(0)
        return
    anchor = anchor_at(flow, point)
    block = flow.document.block_at(anchor.position)
    if abs(block - flow.document.block_at(flow.anchor.position)) <= NEAR:
        follower.scroll_by(flow.top_of(block) + anchor.above)
    else:
        follower.return_to(anchor)
