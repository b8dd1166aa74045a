"""open: a text of 1M and of 20M characters, from the call to the first paint, and the memory it then takes."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from tests.benchmarks import linked
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import median_of, memory_mb
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import stored_text
from tests.benchmarks.subjects import KINDS, PANE, PLAIN, RICH, make

LENGTHS = {"1M": 1_000_000, "20M": 20_000_000}
ROUNDS = 5
TARGETS = {("20M", "paint"): Target("value", 60), ("20M", "memory"): Target("value", 40)}
METRICS = {"paint": ("first paint", "ms CPU"), "rest": ("work put off", "ms CPU"), "memory": ("memory", "MB")}


def run(scale: float) -> Iterator[Measurement]:
    """Measure the pane, an index being there, against both of Qt's widgets."""
    for name, length in LENGTHS.items():
        length = round(length * scale)
        stored_text(length).close()
        results = {kind: median_of(ROUNDS if kind == PANE else 1, "opening:measure", kind, length) for kind in KINDS}
        for key, (metric, unit) in METRICS.items():
            for reference in (RICH, PLAIN):
                yield Measurement(
                    "open", f"{name} {metric}", results[PANE][key], unit,
                    reference, results[reference][key], TARGETS.get((name, key)),
                )  # fmt: skip
    yield from linked.run(scale)


def measure(kind: str, length: int) -> dict[str, float]:
    """Return the CPU to the first paint, the CPU of what is done later, and the memory beyond an empty window."""
    app = QApplication([])
    subject = make(kind)
    stage = Stage(app)
    stage.show(subject.widget)
    empty = memory_mb()
    paint = stage.measure(lambda: subject.open(length))
    rest = stage.settle()
    return {"paint": paint, "rest": rest, "memory": memory_mb() - empty}
