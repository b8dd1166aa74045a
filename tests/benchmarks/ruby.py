"""ruby: pinyin above all characters of a 20M text: after a jump, while scrolling, and the setting of a screen of it."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from PySide6.QtWidgets import QApplication

from desktop.reader.layout import BlockLayout
from desktop.reader.pane import ReaderPane
from desktop.reader.ruby import lines_between
from desktop.reader.rubyroom import ALL, OFF
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stage import Stage
from tests.benchmarks.subjects import PANE, make, marks

LENGTH = 20_000_000
HIGHLIGHTS = 20_000
STEPS = 100
WARM_UP = 5
_PATIENCE = 5.0
TARGETS = {
    (OFF, "jump"): 12,
    (ALL, "jump, ruby complete"): 50,
    (ALL, "a screen of ruby again"): 20,
    (ALL, "wheel"): 2,
    (ALL, "page"): 3,
}


def run(scale: float) -> Iterator[Measurement]:
    """Measure without ruby and with it, and how long the readings take to be loaded, once, in their thread."""
    length, count = round(LENGTH * scale), round(HIGHLIGHTS * scale)
    for mode in (OFF, ALL):
        for name, values in fresh("ruby:measure", mode, length, count).items():
            bound = TARGETS.get((mode, name))
            for share in (50, 95):
                target = Target("value", bound) if bound is not None and share == 95 else None
                metric = f"pinyin {mode}: {name} p{share}"
                yield Measurement("ruby", metric, percentile(values, share), "ms CPU", target=target)


def measure(mode: str, length: int, marked: int) -> dict[str, list[float]]:
    """Return the CPU of each step by its name. What a jump comes upon is not laid out yet; the rest is warm."""
    app = QApplication([])
    subject = make(PANE)
    pane = subject.widget
    assert isinstance(pane, ReaderPane)
    pane.set_style(replace(pane.reader_style, ruby=mode))
    stage = Stage(app)
    stage.show(pane)
    subject.open(length)
    subject.mark(marks(length, marked))
    start = time.process_time()
    _complete(app, pane, mode)
    results = {"first ruby, readings loaded": [(time.process_time() - start) * 1000]} if mode == ALL else {}
    stage.settle()
    random = Random(length)
    results |= _jumps(app, stage, pane, mode, lambda: stage.jump(random.random()))
    stage.jump(0.3)
    stage.settle()
    for name, move in {"wheel": stage.wheel, "page": stage.page}.items():
        results[name], results[f"work ahead after {name}"] = _steps(stage, move)
    return results


def _jumps(
    app: QApplication, stage: Stage, pane: ReaderPane, mode: str, jump: Callable[[], object]
) -> dict[str, list[float]]:
    painted: list[float] = []
    complete: list[float] = []
    again: list[float] = []
    for _ in range(WARM_UP + STEPS):
        painted.append(stage.measure(jump))
        start = time.process_time()
        _complete(app, pane, mode)
        complete.append(painted[-1] + (time.process_time() - start) * 1000)
        stage.rest()
        if mode == ALL:
            again.append(_set_again(app, pane))
    results = {"jump": painted[WARM_UP:]}
    return results | (
        {"jump, ruby complete": complete[WARM_UP:], "a screen of ruby again": again[WARM_UP:]} if again else {}
    )


def _set_again(app: QApplication, pane: ReaderPane) -> float:
    """Take the ruby off the window, and return what it costs to set and paint it once more."""
    for layout, _ in pane.flow.visible() if pane.flow is not None else ():
        layout.ruby = None
        layout.tiles.clear()
    start = time.process_time()
    pane.viewport().repaint()
    _complete(app, pane, ALL)
    return (time.process_time() - start) * 1000


def _complete(app: QApplication, pane: ReaderPane, mode: str) -> None:
    """Let the pane work until ruby stands over all that is in the window, and is painted."""
    deadline = time.monotonic() + _PATIENCE
    while mode == ALL and not _is_set(pane) and time.monotonic() < deadline:
        app.processEvents()
    pane.viewport().repaint()


def _is_set(pane: ReaderPane) -> bool:
    if pane.flow is None:
        return True
    height = pane.viewport().height()
    return all(_has_ruby(layout, -y, height - 1 - y) for layout, y in pane.flow.visible() if layout.length)


def _has_ruby(layout: BlockLayout, top: int, bottom: int) -> bool:
    return layout.ruby is not None and layout.ruby.has_lines(lines_between(layout, max(top, 0), bottom))


def _steps(stage: Stage, step: Callable[[], None]) -> tuple[list[float], list[float]]:
    spent: list[float] = []
    ahead: list[float] = []
    for _ in range(WARM_UP + STEPS):
        spent.append(stage.measure(step))
        ahead.append(stage.rest())
    return spent[WARM_UP:], ahead[WARM_UP:]
