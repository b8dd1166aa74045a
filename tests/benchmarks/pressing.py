"""mark: a key pressed in the real window until the mark it makes is painted, with 20,000 highlights in the document."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import ENGLISH, Languages
from desktop.window import MainWindow
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stored import marked_library, scratch_folder

FRAME = 16.0
LENGTH, COUNT = 1_000_000, 20_000
ROUNDS, WARM = 40, 5
"""Keys that are pressed, and those before them that are not counted."""
PATIENCE = 20.0
APART = 37
"""Code points from one new mark to the next."""


def run(scale: float) -> Iterator[Measurement]:
    """Measure marking by key, on the main thread and on the clock."""
    folder = scratch_folder("mark")
    try:
        marked_library(folder, round(LENGTH * scale), round(COUNT * scale)).close()
        found = fresh("pressing:measure", str(folder))
    finally:
        shutil.rmtree(folder)
    yield Measurement("mark", "key to pixel p95", found["cpu"], "ms CPU", target=Target("value", FRAME))
    yield Measurement("mark", "longest stretch of a key p95", found["frame"], "ms CPU", target=Target("value", FRAME))
    yield Measurement("mark", "with the disk write p95", found["clock"], "ms")


def measure(folder: str) -> dict[str, float]:
    """Return the 95th percentiles of the CPU of the main thread, of its longest round of events, and of the time."""
    app = QApplication([])
    window = _window(app, Path(folder))
    pane, start = window.pane, window.pane.place()
    spent: list[tuple[float, float, float]] = []
    for number in range(WARM + ROUNDS):
        place = start + APART * (number % 12) + number // 12
        pane.clear_selection()
        pane.select(place, place + 9)
        _settle(app, 0.4)
        spent.append(_press(app, window, Qt.Key(Qt.Key.Key_1 + number % 6)))
    _settle(app, 0.2)
    window.close()
    cpu, frame, clock = zip(*spent[WARM:], strict=True)
    return {"cpu": percentile(cpu, 95), "frame": percentile(frame, 95), "clock": percentile(clock, 95)}


def _press(app: QApplication, window: MainWindow, key: Qt.Key) -> tuple[float, float, float]:
    """Return the CPU of the main thread, that of its longest round and the time, in ms, until the mark is painted."""
    pane = window.pane
    begin, rounds = time.perf_counter(), list[float]()
    start = time.thread_time()
    QTest.keyClick(pane, key)
    rounds.append(time.thread_time() - start)
    while pane.selection() is not None and time.perf_counter() - begin < PATIENCE:
        start = time.thread_time()
        app.processEvents()
        rounds.append(time.thread_time() - start)
        time.sleep(0.0005)
    start = time.thread_time()
    pane.viewport().repaint()
    rounds.append(time.thread_time() - start)
    return 1000 * sum(rounds), 1000 * max(rounds), 1000 * (time.perf_counter() - begin)


def _window(app: QApplication, folder: Path) -> MainWindow:
    """Return the window with the one document of the library in view, everything read."""
    settings = Settings(folder / "settings.ini")
    settings.language, settings.theme = ENGLISH, "paper"
    themes = Themes(settings.theme)
    themes.apply(app)
    window = MainWindow(settings, themes, Languages(app))
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.session.open(folder / "Marked.zhupi")
    deadline = time.monotonic() + PATIENCE
    while window.session.library is None and time.monotonic() < deadline:
        app.processEvents()
    library = window.session.library
    if library is not None:
        window.navigation.open_document(library.documents.all()[0].id)
    window.pane.setFocus()
    _settle(app, 3.0)
    return window


def _settle(app: QApplication, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        app.processEvents()
        time.sleep(0.001)
