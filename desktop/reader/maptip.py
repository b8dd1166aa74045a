"""The tip beside the scroll bar: what part of the text is under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.reader.pane import ReaderPane
from desktop.reader.surroundings import heading_above, words_at
from desktop.reader.ticks import position_at
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.floating import FloatingPanel

_WIDEST = 300
_PADDING_X, _PADDING_Y = 12, 8
_AWAY = 8


class MapTip(FloatingPanel):
    """Names the heading above the place, or how its paragraph begins, with the paragraph's number and the share."""

    def __init__(self, themes: Themes, pane: ReaderPane, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pane = pane
        self._shown = -1
        self.title, self.place = QLabel(self), QLabel(self)
        self.place.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING_X, _PADDING_Y, _PADDING_X, _PADDING_Y)
        column.setSpacing(2)
        for label in (self.title, self.place):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        pane.map.hovered.connect(self._show_row)
        pane.map.left.connect(self.hide)
        pane.text_closing.connect(self.hide)

    def _show_row(self, y: int) -> None:
        flow = self._pane.flow
        if flow is None or not flow.document.length:
            return
        tick = self._pane.map.tick_near(y)
        position = tick.position if tick is not None else position_at(flow, y, self._pane.map.height())
        if position != self._shown or not self.isVisible():
            self._shown = position
            self._write(position)
        bar = self._pane.map
        corner = bar.mapTo(self.parentWidget(), bar.rect().topLeft())
        top = min(max(corner.y() + y - self.height() // 2, 0), max(self.parentWidget().height() - self.height(), 0))
        self.setGeometry(QRect(max(corner.x() - self.width() - _AWAY, 0), top, self.width(), self.height()))
        if not self.isVisible():
            self.appear()

    def _write(self, position: int) -> None:
        flow = self._pane.flow
        if flow is None:
            return
        document = flow.document
        bookmark = self._pane.marks.ribbons.name(position)
        title = bookmark or heading_above(document, position) or words_at(document, position)
        metrics = self.title.fontMetrics()
        self.title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideRight, _WIDEST))
        number = max(1, document.number(document.block_at(position)))
        percent = round(100 * position / document.length)
        self.place.setText(tr("¶ {number} · {percent}%", number=number, percent=percent))
        self.adjustSize()
