"""outline, repair: the headings of 20M characters, of a screen at the head of them, and the repairs of 1M."""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from library.chinese.repair import plan
from library.chinese.structure import outline
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh
from tests.benchmarks.texts import text_file

LENGTH = 20_000_000
REPAIRED = 1_000_000
SCREEN = 4_000
"""Code points of which the headings are wanted before the rest is read."""
ROUNDS = 5
COLUMN = 36
"""Code points of a line of wrapped text."""
PAGE = 600
"""Code points behind which a page break cuts."""


def run_outline(scale: float) -> Iterator[Measurement]:
    """Measure the outline of a novel and of its first screen, against splitting the text into lines."""
    length = round(LENGTH * scale)
    result = fresh("structuring:outlined", length)
    lines = "splitting into lines"
    target = Target("value", 2000)
    yield Measurement("outline", f"{length:,} characters", result["whole"], "ms CPU", lines, result["lines"], target)
    yield Measurement("outline", "the first screen", result["screen"], "ms CPU", target=Target("value", 16))


def run_repair(scale: float) -> Iterator[Measurement]:
    """Measure the repairs of a text as it is, cut by page breaks, and wrapped."""
    length = round(REPAIRED * scale)
    for name, spent in fresh("structuring:planned", length).items():
        yield Measurement("repair", f"{length:,} characters, {name}", spent, "ms CPU", target=Target("value", 1000))


def outlined(length: int) -> dict[str, float]:
    """Return medians in ms of CPU: of the whole outline, of that of the first screen, and of splitting the text."""
    text = _read(text_file(length))
    return {
        "screen": _median(lambda: outline(text[:SCREEN])),
        "whole": _median(lambda: outline(text)),
        "lines": _median(lambda: text.split("\n")),
    }


def planned(length: int) -> dict[str, float]:
    """Return medians in ms of CPU by the form of the text."""
    text = _read(text_file(length))
    plain = text.replace("\n", "")
    texts = {
        "as it is": text,
        "cut": "\n\n".join(plain[at : at + PAGE] for at in range(0, len(plain), PAGE)),
        "wrapped": "\n".join(plain[at : at + COLUMN] for at in range(0, len(plain), COLUMN)),
    }
    return {name: _median(lambda text=form: plan(text)) for name, form in texts.items()}


def _median(work: Callable[[], object]) -> float:
    return median(cpu_ms(work) for _ in range(ROUNDS))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
