"""paragraph: five million characters without a line break, opened, scrolled, searched, and selected to the end."""

from collections.abc import Callable, Iterator
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.reader.pane import ReaderPane
from desktop.reader.units import Unit
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import stored_paragraph
from tests.benchmarks.subjects import PANE, make

LENGTH = 5_000_000
STEPS = 60
FRAME = 16
TARGETS = {"first paint": 60, "selected text read": 1000}


def run(scale: float) -> Iterator[Measurement]:
    """Measure everything that depends on where a paragraph begins and ends."""
    results = fresh("paragraph:measure", round(LENGTH * scale))
    for name, spent in results.items():
        for share, kind in ((95, "p95"), (100, "worst")) if len(spent) > 1 else ((100, ""),):
            target = Target("value", TARGETS.get(name, FRAME))
            yield Measurement("paragraph", f"{name} {kind}".rstrip(), percentile(spent, share), "ms CPU", target=target)


def measure(length: int) -> dict[str, list[float]]:
    """Return the CPU of each step, by what is done."""
    app = QApplication([])
    pane = make(PANE).widget
    assert isinstance(pane, ReaderPane)
    stage = Stage(app)
    stage.show(pane)
    text = stored_paragraph(length)
    results = {"first paint": [stage.measure(lambda: pane.open_text(text, title="", format="text"))]}
    stage.settle()
    random = Random(length)
    moves: dict[str, Callable[[], object]] = {
        "wheel": stage.wheel,
        "page": stage.page,
        "jump": lambda: stage.jump(random.random()),
        "narrower and wider": lambda: stage.resize(random.randint(500, 800), 900),
    }
    for name, move in moves.items():
        results[name] = _steps(stage, move)
    middle = length // 2
    pane.select(middle, middle + 1)
    results["sentence selected"] = [stage.frame(lambda: pane.select_at_caret(Unit.SENTENCE))]
    results["paragraph selected"] = [stage.frame(lambda: pane.select_at_caret(Unit.PARAGRAPH))]
    pane.select(middle, middle + 1)
    to_end = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    results["selected to the end"] = [stage.frame(lambda: QTest.keyClick(pane, Qt.Key.Key_End, to_end))]
    results["selected text read"] = [stage.frame(pane.selected_text)]
    return results


def _steps(stage: Stage, move: Callable[[], object]) -> list[float]:
    spent: list[float] = []
    for _ in range(STEPS):
        spent.append(stage.measure(move))
        stage.rest()
    return spent
