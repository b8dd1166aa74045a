"""Dragging as the mouse does it: what is dragged goes to the window, which finds the widget that takes it."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


class Dragging:
    """One drag over a window that is shown."""

    def __init__(self, window: QWidget, data: QMimeData) -> None:
        handle = window.windowHandle()
        assert handle is not None
        self._window, self._handle, self._data = window, handle, data
        self._at = QPoint()
        QApplication.sendEvent(handle, QDragEnterEvent(QPoint(), BOTH, data, LEFT, NONE))

    def over(self, widget: QWidget, point: QPoint) -> bool:
        """Go to a point of a widget; say whether what is dragged could be dropped there."""
        self._at = widget.mapTo(self._window, point)
        taken = False
        for _ in range(2):  # the first one enters the widget
            event = QDragMoveEvent(self._at, BOTH, self._data, LEFT, NONE)
            QApplication.sendEvent(self._handle, event)
            taken = event.isAccepted()
        return taken

    def drop(self) -> bool:
        """Let go where one is; say whether it was taken."""
        event = QDropEvent(QPointF(self._at), BOTH, self._data, LEFT, NONE, QEvent.Type.Drop)
        QApplication.sendEvent(self._handle, event)
        return event.isAccepted()
