"""Ruby over the text in the window, set in idle moments once the text is painted."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.reader.painter import strip_rect, strips_of
from desktop.reader.readings import Readings
from desktop.reader.roles import Role
from desktop.reader.ruby import Ruby, lines_between
from desktop.reader.rubyroom import IN_TEXT, RARE, ruby_size
from desktop.reader.rubytype import RubyType

if TYPE_CHECKING:
    from desktop.reader.flow import Flow
    from desktop.reader.layout import BlockLayout

_SLICE_SECONDS = 0.005


class RubySetter(QObject):
    """Sets the ruby of one flow, where its style asks for some, and has `viewport` repaint where it has come."""

    def __init__(self, readings: Readings, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._readings = readings
        self._viewport = viewport
        self._flow: Flow | None = None
        self._types: dict[int, RubyType] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        readings.loaded.connect(self._timer.start)

    def start(self, flow: Flow) -> None:
        """Set what stands over the text in the window as soon as nothing else is to be done."""
        if flow.style.ruby not in IN_TEXT:
            return
        self._flow = flow
        if self._readings.ready:
            self._timer.start()
        else:
            self._readings.prepare()

    def stop(self) -> None:
        """Do nothing more, and let the text and its faces go."""
        self._timer.stop()
        self._flow = None
        self._types.clear()

    def complete(self, flow: Flow, layout: BlockLayout, strip: int) -> bool:
        """Set the ruby over a strip if it is not there yet, and say whether it is: its readings may have to be loaded.

        A strip over which no ruby is wanted is complete.
        """
        if flow.style.ruby not in IN_TEXT:
            return True
        if not self._readings.ready:
            return False
        area = strip_rect(layout, strip)
        lines = lines_between(layout, area.top(), area.bottom())
        if layout.ruby is not None and layout.ruby.has_lines(lines):
            return True
        if layout.ruby is None:
            text = flow.document.block(layout.index)
            layout.ruby = Ruby(self._readings.of(text, rare_only=flow.style.ruby == RARE))
        if layout.ruby.set_lines(layout, lines, self._type(flow, layout.em)):
            self._repaint(flow, layout, strip)
        return True

    def _work(self) -> None:
        if self._flow is None:
            return
        until = perf_counter() + _SLICE_SECONDS
        for layout, y in self._flow.visible():
            for strip in strips_of(layout) if layout.role is not Role.BLANK else ():
                area = strip_rect(layout, strip).translated(0, y)
                if area.bottom() < 0 or area.top() > self._flow.height:
                    continue
                self.complete(self._flow, layout, strip)
                if perf_counter() > until:
                    self._timer.start()
                    return

    def _repaint(self, flow: Flow, layout: BlockLayout, strip: int) -> None:
        y = next((y for shown, y in flow.visible() if shown is layout), None)
        if y is not None:
            area = strip_rect(layout, strip)
            self._viewport.update(0, y + area.y(), self._viewport.width(), area.height())

    def _type(self, flow: Flow, em: int) -> RubyType:
        if em not in self._types:
            self._types[em] = RubyType(flow.style.caption, ruby_size(em), em)
        return self._types[em]
