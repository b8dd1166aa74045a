"""highlights: 20,000 loaded, one more added and painted, and an operation on 10,000 undone."""

import shutil
import time
from collections.abc import Callable, Iterator
from statistics import median

from PySide6.QtWidgets import QApplication

from desktop.reader.pane import ReaderPane
from desktop.reader.spans import Span
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import marked_library, scratch_folder
from tests.benchmarks.subjects import PANE, PLAIN, RICH, make, marks

LENGTH = 1_000_000
COUNT = 20_000
UNDONE = 10_000
ROUNDS = 15


def run(scale: float) -> Iterator[Measurement]:
    """Measure what the pane does beside Qt's widgets, then what the library does."""
    length, count = round(LENGTH * scale), round(COUNT * scale)
    shown = {kind: fresh("highlighting:show", kind, length, count) for kind in (PANE, RICH, PLAIN)}
    for reference in (RICH, PLAIN):
        yield Measurement(
            "highlights", f"{count} loaded and painted", shown[PANE]["load"], "ms CPU",
            reference, shown[reference]["load"], Target("value", 20),
        )  # fmt: skip
    yield Measurement("highlights", "one added and painted", shown[PANE]["add"], "ms CPU", target=Target("value", 5))
    kept = fresh("highlighting:keep", length, count, round(UNDONE * scale))
    yield Measurement("highlights", f"{count} read from the library", kept["read"], "ms CPU")
    yield Measurement("highlights", "one added in the library", kept["add"], "ms")
    yield Measurement("highlights", f"{kept['undone']} recoloured", kept["recolor"], "s")
    for metric, key in (("recolouring", "undo"), ("removal", "undo_removal")):
        undone = f"{metric} of {kept['undone']} undone"
        yield Measurement("highlights", undone, kept[key], "s", target=Target("value", 1))


def show(kind: str, length: int, count: int) -> dict[str, float]:
    """Return the CPU for giving a widget all marks at once, and one more where the reader looks."""
    app = QApplication([])
    subject = make(kind)
    stage = Stage(app)
    stage.show(subject.widget)
    subject.open(length)
    stage.settle()
    many = marks(length, count)
    load = stage.measure(lambda: subject.mark(many))
    stage.settle()
    return {"load": load, "add": _add(stage, subject.widget) if isinstance(subject.widget, ReaderPane) else 0.0}


def _add(stage: Stage, pane: ReaderPane) -> float:
    """Return the median CPU of one more mark in view."""
    spent: list[float] = []
    place = pane.place()
    for number in range(ROUNDS):
        span = Span(f"new {number}", place + 7 * number, place + 7 * number + 12, "green")
        spent.append(stage.measure(lambda span=span: pane.put_span(span)))
        stage.rest()
    return median(spent)


def keep(length: int, count: int, undone: int) -> dict[str, float]:
    """Return what the library takes: CPU ms for reading all, and seconds on the clock for writing and undoing."""
    folder = scratch_folder("highlights")
    library = marked_library(folder, length, count)
    try:
        (document,) = library.documents.all()
        read = cpu_ms(lambda: library.highlights.of_document(document.id))
        some = [highlight.id for highlight in library.highlights.all()[:undone]]
        return {
            "undone": len(some),
            "read": read,
            "add": median(
                1000 * _seconds(lambda n=n: library.highlights.add(document.id, n, n + 2)) for n in range(ROUNDS)
            ),
            "recolor": _seconds(lambda: library.highlights.recolor(some, "purple")),
            "undo": _seconds(library.undo),
            "remove": _seconds(lambda: library.highlights.remove(*some)),
            "undo_removal": _seconds(library.undo),
        }
    finally:
        library.close()
        shutil.rmtree(folder)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
