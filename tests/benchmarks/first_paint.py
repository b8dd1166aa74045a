"""Starts the program as it is started, up to the moment at which something is on the screen.

This module imports nothing of the program until it is asked to, so that the cost of importing is in the figure.
"""

import sys
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

T = TypeVar("T")
Watch = Callable[[Callable[[], None]], None]
"""Calls what it is given once something has been painted."""

_PAINTED = QEvent.Type(QEvent.registerEventType())


class Watcher(QObject):
    """Waits for the first paint event of a widget; once its painting is done, calls `then`.

    It watches one widget, for to see each event of the application Qt's Python has to find out what every object of
    the frame is, internal ones too, which costs more than the frame itself.
    """

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Posted, not called: the paint event has yet to be handled, and so have those of the other widgets.
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == _PAINTED:
            self._then()
            return True
        return super().event(event)


def empty() -> float:
    """Return the CPU, in ms, of a process that does nothing but show an empty window."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 820)
    spent: list[float] = []

    def finish() -> None:
        spent.append(time.process_time())
        window.close()

    Watcher(window, finish)
    window.show()
    app.exec()
    return spent[0] * 1000


def frame(settings: str) -> float:
    """Return the CPU, in ms, up to the first paint of the program's own window, with settings in a folder."""
    return _start(settings, [], _watch_window, time.process_time) * 1000


def document(settings: str, library: str) -> float:
    """Return the CPU, in ms, up to the first paint of the text that was last read in a library."""
    return _start(settings, [library], _watch_text, time.process_time) * 1000


def modules(settings: str) -> list[str]:
    """Return the names of all modules loaded at the first paint of the program's own window."""
    return _start(settings, [], _watch_window, lambda: sorted(sys.modules))


def modules_of_text(settings: str, library: str) -> list[str]:
    """Return the names of all modules loaded when the text that was last read in a library can be read."""
    return _start(settings, [library], _watch_text, lambda: sorted(sys.modules))


def _start(settings: str, arguments: list[str], watch: Watch, read: Callable[[], T]) -> T:
    """Run the program until the paint that `watch` waits for; return what `read` gives then, and close the window."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
    results: list[T] = []

    def finish() -> None:
        results.append(read())
        for window in QApplication.topLevelWidgets():
            window.close()

    wait_for_events = QApplication.exec

    def watched_exec(*_: object) -> int:
        watch(finish)
        return wait_for_events()

    QApplication.exec = watched_exec
    from main import main

    main(arguments)
    return results[0]


def _watch_window(then: Callable[[], None]) -> None:
    (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMainWindow))
    Watcher(window, then)


def _watch_text(then: Callable[[], None]) -> None:
    """Watch the first pane from when it has a text."""
    from desktop.reader.pane import ReaderPane

    open_text = ReaderPane.open_text

    def open_and_watch(pane: ReaderPane, *arguments: object, **named: object) -> None:
        ReaderPane.open_text = open_text
        open_text(pane, *arguments, **named)
        Watcher(pane.viewport(), then)

    ReaderPane.open_text = open_and_watch
