"""Starts the program as it is started, up to the moment at which something is on the screen.

This module imports nothing of the program until it is asked to, so that the cost of importing is in the figure.
"""

import sys
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

T = TypeVar("T")

_PAINTED = QEvent.Type(QEvent.registerEventType())


class Watcher(QObject):
    """Waits for the first paint event that `awaited` accepts; once its painting is done, calls `then`."""

    def __init__(self, awaited: Callable[[QObject], bool], then: Callable[[], None]) -> None:
        super().__init__()
        self._awaited = awaited
        self._then = then
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        if not self._seen and event.type() == QEvent.Type.Paint and self._awaited(watched):
            self._seen = True
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

    _wait(app, lambda _: True, finish)
    window.show()
    app.exec()
    return spent[0] * 1000


def frame(settings: str) -> float:
    """Return the CPU, in ms, up to the first paint of the program's own window, with settings in a folder."""
    return _start(settings, [], lambda _: True, time.process_time) * 1000


def document(settings: str, library: str) -> float:
    """Return the CPU, in ms, up to the first paint of the text that was last read in a library."""
    return _start(settings, [library], _shows_text, time.process_time) * 1000


def modules(settings: str) -> list[str]:
    """Return the names of all modules loaded at the first paint of the program's own window."""
    return _start(settings, [], lambda _: True, lambda: sorted(sys.modules))


def _start(settings: str, arguments: list[str], awaited: Callable[[QObject], bool], read: Callable[[], T]) -> T:
    """Run the program until the awaited paint, return what `read` gives then, and close the window properly."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
    results: list[T] = []

    def finish() -> None:
        results.append(read())
        for window in QApplication.topLevelWidgets():
            window.close()

    wait_for_events = QApplication.exec

    def watched_exec(*_: object) -> int:
        _wait(QApplication.instance(), awaited, finish)
        return wait_for_events()

    QApplication.exec = watched_exec
    from main import main

    main(arguments)
    return results[0]


def _wait(app: QCoreApplication, awaited: Callable[[QObject], bool], then: Callable[[], None]) -> None:
    watcher = Watcher(awaited, then)
    watcher.setParent(app)
    app.installEventFilter(watcher)


def _shows_text(watched: QObject) -> bool:
    from desktop.reader.pane import ReaderPane

    pane = watched.parent()
    return isinstance(pane, ReaderPane) and watched is pane.viewport() and pane.flow is not None
