"""resize: a step of a drag at the window's edge, of the zoom, of the theme, and of a selection past the edge."""

from collections.abc import Callable, Iterator
from itertools import cycle

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.reader.pane import ReaderPane
from desktop.theme import THEMES
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stage import HEIGHT, WIDTH, Stage
from tests.benchmarks.subjects import PANE, PLAIN, RICH, make, marks

SMALL, LARGE = 1_000_000, 20_000_000
HIGHLIGHTS = 20_000
STEPS = 60
FEW = 12  # steps of Qt's widgets, one of which takes seconds
DRAGGED = 3.0  # seconds
FRAME = 16
CHANGES = ("narrower and wider", "lower and higher", "zoom", "theme", "selection past the edge")


def run(scale: float) -> Iterator[Measurement]:
    """Measure at 1M characters without highlights beside Qt's widgets, and at 20M with 20,000 of them alone."""
    small, large, count = round(SMALL * scale), round(LARGE * scale), round(HIGHLIGHTS * scale)
    results = {kind: fresh("resizing:measure", kind, small, 0) for kind in (PANE, RICH, PLAIN)}
    for reference in (RICH, PLAIN):
        yield from _lines("1M, 0 highlights", results[PANE], reference, results[reference])
    yield from _lines(f"20M, {count} highlights", fresh("resizing:measure", PANE, large, count), "", {})


def _lines(
    where: str, pane: dict[str, list[float]], reference: str, other: dict[str, list[float]]
) -> Iterator[Measurement]:
    for change in CHANGES:
        for name, share in (("p95", 95), ("worst", 100)):
            others = other.get(change)
            yield Measurement(
                "resize", f"{where}: {change} {name}", percentile(pane[change], share), "ms CPU",
                reference if others else "", percentile(others, share) if others else None, Target("value", FRAME),
            )  # fmt: skip


def measure(kind: str, length: int, marked: int) -> dict[str, list[float]]:
    """Return, by change, the CPU of each step of it."""
    app = QApplication([])
    subject = make(kind)
    stage = Stage(app)
    stage.show(subject.widget)
    subject.open(length)
    if marked:
        subject.mark(marks(length, marked))
    stage.jump(0.5)
    stage.settle()
    wide = [WIDTH - 7 * abs(step % 40 - 20) for step in range(1, 200)]
    high = [HEIGHT - 9 * abs(step % 40 - 20) for step in range(1, 200)]
    themes = cycle((*THEMES[1:], THEMES[0]))
    steps = STEPS if kind == PANE else FEW
    changes: dict[str, Callable[[int], object]] = {
        "narrower and wider": lambda step: stage.resize(wide[step], HEIGHT),
        "lower and higher": lambda step: stage.resize(WIDTH, high[step]),
        "zoom": lambda step: subject.zoom(1 if step // 6 % 2 == 0 else -1),
        "theme": lambda _: subject.dress(next(themes)),
    }
    results = {name: _steps(stage, change, steps) for name, change in changes.items()}
    if isinstance(subject.widget, ReaderPane):
        results["selection past the edge"] = _drag(stage, subject.widget)
    return results


def _steps(stage: Stage, change: Callable[[int], object], count: int) -> list[float]:
    spent: list[float] = []
    for step in range(count):
        spent.append(stage.measure(lambda step=step: change(step)))
        stage.rest()
    return spent


def _drag(stage: Stage, pane: ReaderPane) -> list[float]:
    """Return the frames while a selection is dragged on and on below the window."""
    area = pane.viewport()
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(area, QPoint(320, area.height() + 60))
    frames = stage.frames(DRAGGED)
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=QPoint(320, area.height() + 60))
    return frames
