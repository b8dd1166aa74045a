"""find: all places of a query in 20M characters, in any form and as it is written, against `str.count`."""

import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from statistics import median

from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.reader.finder import Finder
from desktop.reader.view import ReaderView
from desktop.settings import Settings
from desktop.theme import Themes
from library.chinese.folding import fold
from library.search.passages import find_passages
from library.storage.texts import ReadingText
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, percentile
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import stored_text
from tests.benchmarks.texts import cache_folder

LENGTH = 20_000_000
ROUNDS = 5
WINDOW = 30_000
FRAME = 16


def run(scale: float) -> Iterator[Measurement]:
    """Measure a frequent query, a rare one, one that is not there, a Latin one, and one in other forms.

    What is folded only on the way to the rare one, which stands in the middle, is part of its first hit.
    """
    length = round(LENGTH * scale)
    for query, result in fresh("finding:find", length).items():
        yield Measurement("find", f"all “{query}”, any form", result["folded"], "ms CPU", target=Target("value", 3000))
        first = Target("value", 100) if result["folded_places"] else None  # where nothing is, all of it is searched
        yield Measurement("find", f"first “{query}”, any form", result["folded_first"], "ms CPU", target=first)
        of = f"str.count, {result['places']} places"
        # Where there are capitals, the search folds case and str.count does not: then the bound for folding holds.
        target = Target("ratio", 5) if query.upper() == query else Target("value", 3000)
        yield Measurement(
            "find", f"first “{query}” from nine tenths on, any form", result["folded_near"], "ms CPU",
            target=first if result["near"] else None,
        )  # fmt: skip
        yield Measurement("find", f"all “{query}”", result["all"], "ms CPU", of, result["count"], target)
        yield Measurement("find", f"first “{query}”", result["first"], "ms CPU", target=Target("value", 100))
    for query, frames in fresh("finding:typing", length).items():
        for name, share in (("p95", 95), ("worst", 100)):
            metric = f"window while “{query}” is typed and found, frame {name}"
            yield Measurement("find", metric, percentile(frames, share), "ms CPU", target=Target("value", FRAME))
    folding = fresh("finding:folding", length)
    yield Measurement("find", "fold the text", folding["speed"], "MB/s", target=Target("value", 26, at_most=False))
    yield Measurement("find", "load the table", folding["table"], "ms CPU", target=Target("value", 20))


def find(length: int) -> dict[str, dict[str, float]]:
    """Return, query by query, medians in ms of CPU: all places, the first one, and `str.count`."""
    text = stored_text(length)
    plain = text.text()
    return {query: _find(text, plain, query) for query in _queries(plain)}


def _find(text: ReadingText, plain: str, query: str) -> dict[str, float]:
    near = len(plain) * 9 // 10
    return {
        "folded_places": _places(text, query, exact=False),
        "folded": median(cpu_ms(lambda: _places(text, query, exact=False)) for _ in range(ROUNDS)),
        "folded_first": median(_first_ms(text, query, exact=False) for _ in range(ROUNDS)),
        "folded_near": median(_first_ms(text, query, exact=False, first=near) for _ in range(ROUNDS)),
        "near": plain.lower().count(query.lower(), near),
        "places": _places(text, query, exact=True),
        "all": median(cpu_ms(lambda: _places(text, query, exact=True)) for _ in range(ROUNDS)),
        "first": median(_first_ms(text, query, exact=True) for _ in range(ROUNDS)),
        "count": median(cpu_ms(lambda: plain.count(query)) for _ in range(ROUNDS)),
    }


def _places(text: ReadingText, query: str, *, exact: bool) -> int:
    return sum(map(len, find_passages(text, query, exact=exact, cancelled=_never)))


def _first_ms(text: ReadingText, query: str, *, exact: bool, first: int = 0) -> float:
    start = time.process_time()
    batches = (batch for batch in find_passages(text, query, exact=exact, first=first, cancelled=_never) if batch)
    list(islice(batches, 1))
    return (time.process_time() - start) * 1000


def typing(length: int) -> dict[str, list[float]]:
    """Return, query by query, what the window takes a frame while it is typed and its hits arrive and are marked."""
    app = QApplication([])
    view = ReaderView(Themes("paper"), Settings(cache_folder() / "settings.ini"))
    view.pane.open_text(stored_text(length), title="", format="text", place=length // 2)
    stage = Stage(app)
    stage.show(view.pane, view)
    view.find()
    field, finder = view.findChild(QLineEdit), view.findChild(Finder)
    assert isinstance(field, QLineEdit)
    assert isinstance(finder, Finder)
    frames: dict[str, list[float]] = {}
    for query in ("平石", "的", "zhupi"):
        field.clear()
        stage.settle()
        frames[query] = []
        for end in range(1, len(query) + 1):
            frames[query].append(stage.frame(lambda text=query[:end]: field.setText(text)))
            frames[query] += stage.frames(0.1)
        frames[query] += stage.frames(20.0, until=lambda: not finder.running)
    return frames


def folding(length: int) -> dict[str, float]:
    """Return how many MB of UTF-8 are folded in a second of CPU, and how many ms the table takes to load."""
    text = stored_text(length)
    table = cpu_ms(lambda: fold("政協"))
    windows = [text.slice(start, start + WINDOW) for start in range(0, text.length, WINDOW)]
    spent = median(cpu_ms(lambda: [fold(window) for window in windows]) for _ in range(ROUNDS))
    return {"speed": len(text.data) / 1000 / spent, "table": table}


def _queries(plain: str) -> list[str]:
    sample = plain[:100_000]
    pairs = Counter(pair for pair in map("".join, pairwise(sample)) if pair.isalpha())
    middle = len(plain) // 2
    rare = plain[middle : middle + 12].replace("\n", "")
    return [pairs.most_common(1)[0][0], rare, "𠮷并不在此", "zhupi", "沒有國會"]


def _never() -> bool:
    return False
