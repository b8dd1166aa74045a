"""A row of segments of which one is on: the quiet kind of tabs."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

PADDING = 28
"""Pixels beside the text of a segment where there is room."""
LEAST_PADDING = 14
"""Pixels beside it that are always there."""
ICON_WIDTH = 26
"""Pixels of a segment that has a picture in place of words."""
LEAST_ICON_WIDTH = 20
TIGHT_PADDING = 12
"""Pixels beside the text of the others then: they are many."""
NO_LIMIT = (1 << 24) - 1
"""Pixels: what Qt takes for no limit of a width, and PySide6 has no name for."""
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
        self._texts: dict[str, str] = {}
        self._spare: dict[str, QIcon] = {}  # what stands for words where there is no room for all of them
        self._taken: dict[str, str] = {}  # the format of what is dropped behind a segment
        self._under_drag = ""
        self._resting = QTimer(self, singleShot=True, interval=DRAG_DELAY)
        self._resting.timeout.connect(lambda: self.select(self._under_drag))
        self._group = QButtonGroup(self)
        self._padding = LEAST_PADDING
        self._row = row = QHBoxLayout(self)
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
        self._texts[segment] = text
        self._buttons[segment].setAccessibleName(text)
        self._write()

    def show_segment(self, segment: str, *, shown: bool) -> None:
        """Show a segment, or hide it; where it was on, the first one is turned on."""
        if not shown and self.current == segment:
            self.select(next(iter(self._buttons)))
        self._buttons[segment].setVisible(shown)

    def set_icon(self, segment: str, picture: QIcon, name: str) -> None:
        """Show a picture in place of words on the segment with this id."""
        self._buttons[segment].setAccessibleName(name)
        self._picture(segment, picture, name)
        self._padding = TIGHT_PADDING
        self._write()

    def set_spare_icon(self, segment: str, picture: QIcon) -> None:
        """Show a picture in place of the words on a segment wherever there is no room for those of all.

        The first for which this is said is the first to give way.
        """
        self._spare[segment] = picture
        self._write()

    def fit(self) -> None:
        """Make each segment wide enough for its text also while it is on, in bold, with room beside it."""
        self._padding = PADDING
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._spare:
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._write()

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

    def _write(self) -> None:
        """Let no text be cut, not even in bold: those that have a picture to spare give way to it, one by one."""
        widths = {segment: self._room(self._buttons[segment], text) for segment, text in self._texts.items()}
        pictures = len(self._buttons) - len(widths)
        between = self._row.spacing() * (len(self._buttons) - 1)
        excess = sum(widths.values()) + pictures * ICON_WIDTH + between - self.width()
        for segment in (segment for segment in self._spare if segment in widths):
            if excess > 0:
                excess -= widths.pop(segment) - ICON_WIDTH
                self._picture(segment, self._spare[segment], self._texts[segment])
        shown = [button for segment, button in self._buttons.items() if segment not in widths]
        for button in shown:
            button.setFixedWidth(max(ICON_WIDTH - max(ceil(excess / len(shown)), 0), LEAST_ICON_WIDTH))
        for segment, width in widths.items():
            button = self._buttons[segment]
            button.setIcon(QIcon())
            button.setToolTip("")
            button.setText(self._texts[segment].replace("&", "&&"))
            button.setMaximumWidth(NO_LIMIT)
            button.setMinimumWidth(width)

    def _room(self, button: QPushButton, text: str) -> int:
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(text) + self._padding

    def _picture(self, segment: str, picture: QIcon, name: str) -> None:
        button = self._buttons[segment]
        button.setText("")
        button.setIcon(picture)
        button.setToolTip(name)

    def _toggled(self, segment: str, on: bool) -> None:
        if on:
            self.changed.emit(segment)
