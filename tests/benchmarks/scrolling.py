"""scroll: the wheel, a page, a jump to anywhere; with 20,000 highlights, with speakers in the margin, with neither."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.reader.pane import ReaderPane
from library.speeches import Passage, Speeches
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, percentile
from tests.benchmarks.stage import Stage
from tests.benchmarks.subjects import PANE, PLAIN, RICH, make, marks

SMALL, LARGE = 1_000_000, 20_000_000
HIGHLIGHTS = 20_000
SAID = 40
"""Code points of a passage, of which the screen then has a dozen names."""
FLOOR = "its glyphs painted once"
STEPS = 100
WARM_UP = 5
TARGETS = {"wheel": 2, "page": 3, "jump": 12}


def run(scale: float) -> Iterator[Measurement]:
    """Measure at 1M characters beside Qt's widgets, and at 20M, where those take minutes to be marked, alone."""
    small, large, count = round(SMALL * scale), round(LARGE * scale), round(HIGHLIGHTS * scale)
    for marked in (0, count):
        results = {kind: fresh("scrolling:measure", kind, small, marked) for kind in (PANE, RICH, PLAIN)}
        for reference in (RICH, PLAIN):
            yield from _lines(f"1M, {marked} highlights", results[PANE], reference, results[reference], marked)
    for marked in (0, count):
        alone = fresh("scrolling:measure", PANE, large, marked)
        floor = dict.fromkeys(TARGETS, alone.pop(FLOOR))
        yield from _lines(f"20M, {marked} highlights", alone, FLOOR, floor, marked)
    spoken = fresh("scrolling:measure", PANE, small, 0, True)
    floor = dict.fromkeys(TARGETS, spoken.pop(FLOOR))
    yield from _lines("1M, speakers in the margin", spoken, FLOOR, floor, small // SAID)


def _lines(
    where: str, pane: dict[str, list[float]], reference: str, other: dict[str, list[float]], marked: int
) -> Iterator[Measurement]:
    for move, bound in TARGETS.items():
        for share in (50, 95):
            target = Target("value", bound) if marked and share == 95 else None
            yield _line(f"{where}: {move} p{share}", share, pane[move], reference, other.get(move), target)
        ahead = f"{move} ahead"
        yield _line(f"{where}: work ahead after {move} p50", 50, pane[ahead], reference, other.get(ahead), None)


def _line(
    metric: str, share: int, values: list[float], reference: str, others: list[float] | None, target: Target | None
) -> Measurement:
    reference_value = percentile(others, share) if others else None
    return Measurement(
        "scroll", metric, percentile(values, share), "ms CPU", reference if others else "", reference_value, target
    )


def measure(kind: str, length: int, marked: int, spoken: bool = False) -> dict[str, list[float]]:
    """Return, by movement, the CPU of each step, and of what the widget does ahead before the next one."""
    app = QApplication([])
    subject = make(kind)
    stage = Stage(app)
    stage.show(subject.widget)
    subject.open(length)
    if marked:
        subject.mark(marks(length, marked))
    if spoken and isinstance(subject.widget, ReaderPane):
        _let_speak(subject.widget, length)
    stage.settle()
    random = Random(length)
    stage.jump(0.3)
    moves = {"wheel": stage.wheel, "page": stage.page, "jump": lambda: stage.jump(random.random())}
    results: dict[str, list[float]] = {}
    for name, move in moves.items():
        results[name], results[f"{name} ahead"] = _steps(stage, move)
    if isinstance(subject.widget, ReaderPane):
        results[FLOOR] = [_paint_glyphs(subject.widget) for _ in range(STEPS)]
    return results


def _let_speak(pane: ReaderPane, length: int) -> None:
    """Give every passage of a text a speaker, and show them in the margin."""
    names = ("李华", "欧阳建国", "街道办事处主任王志强")
    starts = range(0, length - SAID, SAID)
    pane.set_style(replace(pane.reader_style, speakers=True))
    pane.set_speeches(Speeches(Passage(names[start // SAID % len(names)], start, start + SAID) for start in starts))


def _paint_glyphs(pane: ReaderPane) -> float:
    """Return the CPU of painting the characters in the window, which are laid out, and nothing else."""
    assert pane.flow is not None
    picture = QPixmap(pane.viewport().size())
    picture.fill(pane.reader_style.page)
    painter = QPainter(picture)
    clip = QRectF(picture.rect())
    left, visible = pane.flow.column.left, pane.flow.visible()
    spent = cpu_ms(lambda: [layout.qt.draw(painter, QPointF(left, y), [], clip) for layout, y in visible])
    painter.end()
    return spent


def _steps(stage: Stage, step: Callable[[], None]) -> tuple[list[float], list[float]]:
    spent: list[float] = []
    ahead: list[float] = []
    for _ in range(WARM_UP + STEPS):
        spent.append(stage.measure(step))
        ahead.append(stage.rest())
    return spent[WARM_UP:], ahead[WARM_UP:]
