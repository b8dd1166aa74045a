"""memory: what paging through a marked text leaves behind, the first time and the second."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, memory_mb
from tests.benchmarks.stage import Stage
from tests.benchmarks.subjects import PANE, make, marks

LENGTH = 1_000_000
HIGHLIGHTS = 20_000
NOISE = 2
"""MB that a process may take or give back from one moment to the next."""


def run(scale: float) -> Iterator[Measurement]:
    """Measure how much the process grows while all of a text goes by, page after page, twice."""
    length, count = round(LENGTH * scale), round(HIGHLIGHTS * scale)
    grown = fresh("memory:page_through", length, count)
    where = f"1M, {count} highlights: paged through"
    yield Measurement("memory", f"{where} once", grown["first"], "MB more than on opening")
    yield Measurement("memory", f"{where} again", grown["second"], "MB more than before", target=Target("value", NOISE))


def page_through(length: int, count: int) -> dict[str, float]:
    """Return by how many MB the process grows in each of two passes."""
    app = QApplication([])
    subject = make(PANE)
    stage = Stage(app)
    stage.show(subject.widget)
    subject.open(length)
    subject.mark(marks(length, count))
    stage.settle()
    figures = [memory_mb()]
    for _ in range(2):
        stage.jump(0)
        _to_the_end(stage)
        stage.settle()
        figures.append(memory_mb())
    return {"first": figures[1] - figures[0], "second": max(figures[2] - figures[1], 0.0)}


def _to_the_end(stage: Stage) -> None:
    while stage.measure_page():
        stage.rest()
