"""readings: pinyin beside plain pypinyin; segmentation: the words of a text, and the one under a double click."""

from collections.abc import Iterator

from library.chinese import segmentation
from library.chinese.pinyin import readings
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, percentile
from tests.benchmarks.texts import text
from tests.library.chinese.polyphones import accuracy, plain_pypinyin

LENGTH = 300_000
SCREEN = 800
CLICKS = 200


def run(scale: float) -> Iterator[Measurement]:
    """Measure how fast, and how well, a text is read."""
    found = fresh("reading:measure_readings", round(LENGTH * scale))
    yield Measurement("readings", "the first screen", found["first"], "ms CPU")
    yield Measurement("readings", "a screen, warm, p95", found["screen"], "ms CPU", target=Target("value", 20))
    target = Target("ratio", 1, at_most=False)
    yield Measurement("readings", "characters a second", found["ours"], "", "pypinyin", found["plain"], target)
    target = Target("value", 0.95, at_most=False)
    right, plain = found["accuracy"], found["plain accuracy"]
    yield Measurement("readings", "labelled polyphones right, share", right, "", "pypinyin", plain, target)


def run_words(scale: float) -> Iterator[Measurement]:
    """Measure cutting a text into words, and finding the word under the mouse, the first time and then."""
    found = fresh("reading:measure_words", round(LENGTH * scale))
    yield Measurement("segmentation", "the first double click", found["first"], "ms CPU", target=Target("value", 150))
    yield Measurement("segmentation", "a double click, p95", found["click"], "ms CPU", target=Target("value", 5))
    yield Measurement("segmentation", "characters a second", found["speed"], "")


def measure_readings(length: int) -> dict[str, float]:
    """Return all figures of a text of `length` code points."""
    content = text(length)
    screens = [content[at : at + SCREEN] for at in range(0, len(content), SCREEN)]
    first = cpu_ms(lambda: readings(screens[0]))
    spent = [cpu_ms(lambda screen=screen: readings(screen)) for screen in screens[1:] or screens]
    plain_pypinyin(screens[0])
    plain = cpu_ms(lambda: plain_pypinyin(content[: len(content) // 4 or 1]))
    return {
        "first": first,
        "screen": percentile(spent, 95),
        "ours": len(content) / sum(spent) * 1000,
        "plain": len(content) / 4 / plain * 1000,
        "accuracy": accuracy(lambda one: readings(one, style="number")),
        "plain accuracy": accuracy(plain_pypinyin),
    }


def measure_words(length: int) -> dict[str, float]:
    """Return all figures of a text of `length` code points."""
    content = text(length)
    first = cpu_ms(lambda: segmentation.word_at(content, len(content) // 3))
    places = range(0, len(content), len(content) // CLICKS or 1)
    clicks = [cpu_ms(lambda at=at: segmentation.word_at(content, at)) for at in places]
    whole = cpu_ms(lambda: segmentation.words(content))
    return {"first": first, "click": percentile(clicks, 95), "speed": len(content) / max(whole, 0.001) * 1000}
