"""select: dragging past the edge, words and sentences by clicks, all selected and copied, beside Qt's own widgets."""

import time
from collections.abc import Callable, Iterator
from random import Random
from threading import Thread

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QTextEdit

from desktop.reader.pane import ReaderPane
from library.annotation.quotation import clean_text
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, percentile
from tests.benchmarks.stage import HEIGHT, WIDTH, Stage
from tests.benchmarks.stored import stored_text
from tests.benchmarks.subjects import PANE, PLAIN, RICH, make, marks

SMALL, LARGE = 1_000_000, 20_000_000
HIGHLIGHTS = 20_000
FRAMES = 100
CLICKS = 60
WARM_UP = 5
TICK = 0.105
"""Seconds between two frames of a drag: Qt's widgets scroll every tenth of one."""
LEFT = Qt.MouseButton.LeftButton


def run(scale: float) -> Iterator[Measurement]:
    """Measure with 20,000 highlights: at 1M characters beside Qt's widgets, at 20M alone."""
    small, large, count = round(SMALL * scale), round(LARGE * scale), round(HIGHLIGHTS * scale)
    frames, rounds = max(round(FRAMES * scale), 1), max(round(CLICKS * scale), 1)
    dragged = {kind: fresh("selecting:drag", kind, small, count, frames) for kind in (PANE, RICH, PLAIN)}
    copied = {kind: fresh("selecting:copy", kind, small) for kind in (PANE, RICH, PLAIN)}
    for reference in (RICH, PLAIN):
        other = percentile(dragged[reference], 95)
        yield _drag("1M", dragged[PANE], reference, other)
        target = Target("value", 1000)
        metric = "1M: all selected and copied"
        yield Measurement("select", metric, copied[PANE], "ms CPU", reference, copied[reference], target)
    yield _drag("20M", fresh("selecting:drag", PANE, large, count, frames))
    for name, values in fresh("selecting:clicks", large, count, rounds).items():
        target = Target("value", 5 if name == "word" else 16)
        yield Measurement("select", f"20M: {name} by clicks p95", percentile(values, 95), "ms CPU", target=target)
    behind = fresh("selecting:copy_behind", large)
    yield Measurement("select", "20M: all copied in the background", behind["spent"], "ms CPU")
    yield Measurement("select", "20M: longest wait of the window meanwhile", behind["wait"], "ms")


def _drag(where: str, values: list[float], reference: str = "", other: float | None = None) -> Measurement:
    frame = percentile(values, 95)
    metric = f"{where}: a frame of dragging past the edge p95"
    return Measurement("select", metric, frame, "ms CPU", reference, other, Target("value", 16))


def drag(kind: str, length: int, marked: int, frames: int) -> list[float]:
    """Return the CPU of each frame while the mouse is held below the window, the selection growing."""
    app = QApplication([])
    stage, area = _staged(app, kind, length, marked)
    viewport = area.viewport()
    QTest.mousePress(viewport, LEFT, pos=QPoint(WIDTH // 2, HEIGHT // 3))
    QTest.mouseMove(viewport, QPoint(WIDTH // 2, HEIGHT // 2))
    QTest.mouseMove(viewport, QPoint(WIDTH // 2, viewport.height() + 60))
    return [stage.measure(lambda: time.sleep(TICK)) for _ in range(WARM_UP + frames)][WARM_UP:]


def clicks(length: int, marked: int, rounds: int) -> dict[str, list[float]]:
    """Return the CPU of selecting a word, a sentence and a paragraph, all over a text."""
    app = QApplication([])
    stage, area = _staged(app, PANE, length, marked)
    random = Random(length)
    spent: dict[str, list[float]] = {"word": [], "sentence": [], "paragraph": []}
    for _ in range(WARM_UP + rounds):
        stage.jump(random.random())
        stage.settle()
        for name, click in _clicks(area, QPoint(random.randint(250, 500), random.randint(100, 700))).items():
            spent[name].append(stage.measure(click))
        QTest.mouseClick(area.viewport(), LEFT, pos=QPoint(5, 5))
    return {name: values[WARM_UP:] for name, values in spent.items()}


def _clicks(area: QAbstractScrollArea, point: QPoint) -> dict[str, Callable[[], None]]:
    viewport = area.viewport()
    QTest.mouseClick(viewport, LEFT, pos=point)

    def further() -> None:
        QTest.mousePress(viewport, LEFT, pos=point)
        QTest.mouseRelease(viewport, LEFT, pos=point)

    return {
        "word": lambda: QTest.mouseDClick(viewport, LEFT, pos=point),
        "sentence": further,
        "paragraph": further,
    }


def copy(kind: str, length: int) -> float:
    """Return the CPU of selecting all of a text and putting it on the clipboard: clean, or as Qt's widgets do it."""
    app = QApplication([])
    _, area = _staged(app, kind, length, 0)
    if isinstance(area, ReaderPane):
        return cpu_ms(lambda: _copy_all(area))
    assert isinstance(area, QTextEdit | QPlainTextEdit)

    def work() -> None:
        area.selectAll()
        area.copy()
        QGuiApplication.clipboard().text()  # until now they have only promised it

    return cpu_ms(work)


def copy_behind(length: int) -> dict[str, float]:
    """Return the CPU of copying a whole text on another thread, and how long the window waits for its turn at most."""
    app = QApplication([])
    _, area = _staged(app, PANE, length, 0)
    text = stored_text(length)
    begun = time.process_time()
    worker = Thread(target=lambda: clean_text(text, 0, text.length))
    worker.start()
    longest, last = 0.0, time.perf_counter()
    while worker.is_alive():
        app.processEvents()
        time.sleep(0.001)
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    area.close()
    return {"spent": (time.process_time() - begun) * 1000, "wait": longest * 1000}


def _copy_all(pane: ReaderPane) -> None:
    pane.select_all()
    span = pane.selection()
    assert span is not None
    assert pane.flow is not None
    QGuiApplication.clipboard().setText(clean_text(pane.flow.document.text, *span))


def _staged(app: QApplication, kind: str, length: int, marked: int) -> tuple[Stage, QAbstractScrollArea]:
    subject = make(kind)
    stage = Stage(app)
    stage.show(subject.widget)
    subject.open(length)
    if marked:
        subject.mark(marks(length, marked))
    stage.settle()
    return stage, subject.widget
