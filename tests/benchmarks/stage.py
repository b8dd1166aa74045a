"""A window on which a text widget is shown, scrolled and timed: the CPU from an event to the end of its painting."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow, QWidget

WIDTH, HEIGHT = 800, 900
WHEEL_NOTCH = 120
_PATIENCE = 0.1
_QUIET_ROUNDS = 4
_IDLE_ROUNDS = 25
_ROUND = 0.02
_LONGEST_SETTLING = 20.0
_IDLE_ROUND = 0.05
"""Milliseconds of a round of events in which nothing was to be done."""


class Stage(QObject):
    """Shows one scroll area in a main window and measures what it does in ms of CPU."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._window = QMainWindow()
        self._painted = 0
        self._area: QAbstractScrollArea | None = None
        self._window.resize(WIDTH, HEIGHT)

    def show(self, area: QAbstractScrollArea, around: QWidget | None = None) -> None:
        """Show the window with `area` in it, or what stands `around` it, painted and at rest."""
        self._area = area
        self._window.setCentralWidget(around or area)
        self._window.show()
        area.viewport().installEventFilter(self)
        self.settle()

    def measure(self, action: Callable[[], object]) -> float:
        """Return the CPU from `action` until what it changed has been painted.

        Only posted events are delivered meanwhile, and no timers: work that a widget puts off is not in the figure,
        but in that of `settle`.
        """
        self._painted = 0
        start = time.process_time()
        action()
        QCoreApplication.sendPostedEvents()
        spent = time.process_time() - start
        deadline = time.monotonic() + _PATIENCE
        while not self._painted and time.monotonic() < deadline:
            start = time.process_time()
            self._app.processEvents()
            spent += time.process_time() - start
        return spent * 1000

    def frame(self, action: Callable[[], object]) -> float:
        """Return the CPU of this thread for `action` and what it changed, whether or not anything is painted."""
        start = time.thread_time()
        action()
        self._app.processEvents()
        return (time.thread_time() - start) * 1000

    def frames(self, seconds: float, until: Callable[[], bool] = lambda: False) -> list[float]:
        """Return the CPU of this thread for each round of events that had anything to do, for some seconds at most."""
        spent: list[float] = []
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not until():
            start = time.thread_time()
            self._app.processEvents()
            frame = (time.thread_time() - start) * 1000
            if frame > _IDLE_ROUND:
                spent.append(frame)
            time.sleep(0.001)
        return spent

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._window.resize(width, height)

    def settle(self) -> float:
        """Let the widget finish what it puts off; return the CPU of that."""
        begin = time.process_time()
        deadline = time.monotonic() + _LONGEST_SETTLING
        quiet = 0
        while quiet < _QUIET_ROUNDS and time.monotonic() < deadline:
            start = time.process_time()
            round_end = time.monotonic() + _ROUND
            while time.monotonic() < round_end:
                self._app.processEvents()
                time.sleep(0.001)
            quiet = quiet + 1 if time.process_time() - start < _ROUND / 4 else 0
        return (time.process_time() - begin) * 1000

    def rest(self) -> float:
        """Let the widget do what it does at once when idle, as between two steps; return the CPU of that."""
        start = time.process_time()
        for _ in range(_IDLE_ROUNDS):
            self._app.processEvents()
        return (time.process_time() - start) * 1000

    def wheel(self) -> None:
        """Turn the wheel by one notch, downwards."""
        viewport = self._viewport()
        middle = QPointF(viewport.rect().center())
        event = QWheelEvent(
            middle, QPointF(viewport.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -WHEEL_NOTCH),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(viewport, event)

    def page(self) -> None:
        """Scroll down by the height of the viewport."""
        bar = self._scroll_area().verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def measure_page(self) -> float:
        """Scroll down by a page and return the CPU of that; 0 at the end of the text."""
        bar = self._scroll_area().verticalScrollBar()
        return self.measure(self.page) if bar.value() < bar.maximum() else 0.0

    def jump(self, share: float) -> None:
        """Scroll to `share` of the way from top to bottom."""
        bar = self._scroll_area().verticalScrollBar()
        bar.setValue(round(bar.minimum() + share * (bar.maximum() - bar.minimum())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        if event.type() == QEvent.Type.Paint:
            self._painted += 1
        return super().eventFilter(watched, event)

    def _scroll_area(self) -> QAbstractScrollArea:
        assert self._area is not None
        return self._area

    def _viewport(self) -> QWidget:
        return self._scroll_area().viewport()
