"""A row of segments of which one is on: the quiet kind of tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QFont, QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

PADDING = 28
"""Pixels beside the text of a segment where there is room."""
LEAST_PADDING = 14
"""Pixels beside it that are always there."""
ICON_WIDTH = 26
"""Pixels of a segment that has a picture in place of words."""
TIGHT_PADDING = 12
"""Pixels beside the text of the others then: they are many."""
DRAG_DELAY = 600
"""Milliseconds that what is dragged rests on a segment before that turns on."""


class Segments(QWidget):
    """Buttons side by side, one of them checked. The arrow keys go from one to the next.

    `changed` carries the id of the segment that was chosen.
    """

    changed = Signal(str)

    def __init__(self, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._taken: dict[str, str] = {}  # the format of what is dropped behind a segment
        self._under_drag = ""
        self._resting = QTimer(self, singleShot=True, interval=DRAG_DELAY)
        self._resting.timeout.connect(lambda: self.select(self._under_drag))
        self._group = QButtonGroup(self)
        self._padding = LEAST_PADDING
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for segment in ids:
            button = QPushButton(self)
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.toggled.connect(lambda on, segment=segment: self._toggled(segment, on))
            self._group.addButton(button)
            self._buttons[segment] = button
            row.addWidget(button, 1)
        if ids:
            self._buttons[ids[0]].setChecked(True)

    @property
    def current(self) -> str:
        """The id of the segment that is on."""
        return next((segment for segment, button in self._buttons.items() if button.isChecked()), "")

    def select(self, segment: str) -> None:
        """Turn the segment with this id on."""
        self._buttons[segment].setChecked(True)

    def turn_under_drag(self, segment: str, mime_type: str) -> None:
        """Turn the segment on when something of `mime_type`, which can be dropped on its view, is dragged there."""
        self._taken[segment] = mime_type
        self.setAcceptDrops(True)

    def set_text(self, segment: str, text: str) -> None:
        """Write `text` on the segment with this id."""
        button = self._buttons[segment]
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(text)
        self._hold(button)

    def set_icon(self, segment: str, picture: QIcon, name: str) -> None:
        """Show a picture in place of words on the segment with this id."""
        button = self._buttons[segment]
        button.setIcon(picture)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedWidth(ICON_WIDTH)
        self._padding = TIGHT_PADDING
        for other in self._buttons.values():
            self._hold(other)

    def fit(self) -> None:
        """Make each segment wide enough for its text also while it is on, in bold, with room beside it."""
        self._padding = PADDING
        for button in self._buttons.values():
            self._hold(button)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for button in self._buttons.values():
                self._hold(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        ids = list(self._buttons)
        button = self._buttons[ids[(ids.index(self.current) + step) % len(ids)]]
        button.setChecked(True)
        button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(any(event.mimeData().hasFormat(mime_type) for mime_type in self._taken.values()))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        segment = self._segment_at(event.position().toPoint())
        wanted = segment if event.mimeData().hasFormat(self._taken.get(segment, "")) else ""
        if wanted != self._under_drag:
            self._rest_on(wanted)
        event.ignore()  # nothing can be dropped on the segment itself

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._rest_on("")

    def _rest_on(self, segment: str) -> None:
        self._under_drag = segment
        if segment:
            self._resting.start()
        else:
            self._resting.stop()

    def _segment_at(self, point: QPoint) -> str:
        return next((name for name, button in self._buttons.items() if button.geometry().contains(point)), "")

    def _hold(self, button: QPushButton) -> None:
        """Let the text of a segment never be cut, not even in bold."""
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        if not button.icon().isNull():
            return
        button.setMinimumWidth(QFontMetrics(font).horizontalAdvance(button.text()) + self._padding)

    def _toggled(self, segment: str, on: bool) -> None:
        if on:
            self.changed.emit(segment)
