"""Tags that are dragged to a list of highlights: they are put on the row they are dropped on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.itemmodels.tagcargo import tags_in

DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class TagDropRows(QObject):
    """Watches the viewport of a list. Which rows take tags is in the flags of its model."""

    dropped = Signal(list, list)
    """Carries the ids of highlights, and those of the tags that are to be put on them."""

    def __init__(self, rows: QAbstractItemView, id_role: int, chosen_ids: Callable[[], list[str]]) -> None:
        """Ask `chosen_ids` for the highlights of the selected rows: tags dropped on one of these go on all of them."""
        super().__init__(rows)
        self._rows = rows
        self._id_role = id_role
        self._chosen_ids = chosen_ids
        rows.viewport().setAcceptDrops(True)
        rows.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take tags over a highlight; all else that is dragged goes on to the window."""
        if event.type() not in DRAGGING or not isinstance(event, QDropEvent):
            return False
        tag_ids = tags_in(event.mimeData())
        if not tag_ids:
            event.ignore()
            return True
        ids = self._under(event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(bool(ids) or event.type() == QEvent.Type.DragEnter)
        if ids and event.type() == QEvent.Type.Drop:
            self.dropped.emit(ids, tag_ids)
        return True

    def _under(self, event: QDropEvent) -> list[str]:
        index = self._rows.indexAt(event.position().toPoint())
        if not index.flags() & Qt.ItemFlag.ItemIsDropEnabled:
            return []
        highlight_id, chosen = index.data(self._id_role), self._chosen_ids()
        return chosen if highlight_id in chosen else [highlight_id]
