"""Tags that are dragged to the text: they are put on what is selected there, or on the highlight under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent

from desktop.itemmodels.tagcargo import tags_in

if TYPE_CHECKING:
    from desktop.marking import Marking
    from desktop.reader.pane import ReaderPane
    from desktop.session import Session

DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class TagDrops(QObject):
    """Watches the viewport of a reader pane."""

    def __init__(self, session: Session, pane: ReaderPane, marking: Marking) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._marking = marking
        pane.viewport().setAcceptDrops(True)
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take tags over a highlight or a selection; all else that is dragged goes on to the window."""
        library = self._session.library
        if event.type() not in DRAGGING or not isinstance(event, QDropEvent) or library is None:
            return False
        ids = tags_in(event.mimeData())
        if not ids:
            return False
        if event.type() == QEvent.Type.DragEnter:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        position = self._position(event.position().toPoint())
        taken = position is not None and self._marking.takes_tags(position)
        event.setDropAction(Qt.DropAction.CopyAction if taken else Qt.DropAction.IgnoreAction)
        event.setAccepted(taken)
        if taken and position is not None and event.type() == QEvent.Type.Drop:
            paths = library.tags.paths()
            self._marking.put_tags(position, [paths[tag_id] for tag_id in ids if tag_id in paths])
        return True

    def _position(self, point: QPoint) -> int | None:
        """Return the code point under a point of the viewport."""
        return self._pane.flow.position_at(point, character=True) if self._pane.flow is not None else None
