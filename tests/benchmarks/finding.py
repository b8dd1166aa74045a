"""find: all places of a query in 20M characters, against `str.count` on the same text."""

import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from statistics import median

from library.search.passages import find_passages
from library.storage.texts import ReadingText
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh
from tests.benchmarks.stored import stored_text

LENGTH = 20_000_000
ROUNDS = 5


def run(scale: float) -> Iterator[Measurement]:
    """Measure a frequent query, a rare one, one that is not there, and a Latin one in another case."""
    length = round(LENGTH * scale)
    for query, result in fresh("finding:find", length).items():
        of = f"str.count, {result['places']} places"
        # Where there are capitals, the search folds case and str.count does not: then the bound for folding holds.
        target = Target("ratio", 5) if query.upper() == query else Target("value", 3000)
        yield Measurement("find", f"all “{query}”", result["all"], "ms CPU", of, result["count"], target)
        yield Measurement("find", f"first “{query}”", result["first"], "ms CPU", target=Target("value", 100))


def find(length: int) -> dict[str, dict[str, float]]:
    """Return, query by query, medians in ms of CPU: all places, the first one, and `str.count`."""
    text = stored_text(length)
    plain = text.text()
    return {query: _find(text, plain, query) for query in _queries(plain)}


def _find(text: ReadingText, plain: str, query: str) -> dict[str, float]:
    return {
        "places": sum(map(len, find_passages(text, query, cancelled=_never))),
        "all": median(cpu_ms(lambda: list(find_passages(text, query, cancelled=_never))) for _ in range(ROUNDS)),
        "first": median(_first_ms(text, query) for _ in range(ROUNDS)),
        "count": median(cpu_ms(lambda: plain.count(query)) for _ in range(ROUNDS)),
    }


def _first_ms(text: ReadingText, query: str) -> float:
    start = time.process_time()
    batches = (batch for batch in find_passages(text, query, cancelled=_never) if batch)
    list(islice(batches, 1))
    return (time.process_time() - start) * 1000


def _queries(plain: str) -> list[str]:
    sample = plain[:100_000]
    pairs = Counter(pair for pair in map("".join, pairwise(sample)) if pair.isalpha())
    middle = len(plain) // 2
    rare = plain[middle : middle + 12].replace("\n", "")
    return [pairs.most_common(1)[0][0], rare, "𠮷并不在此", "zhupi"]


def _never() -> bool:
    return False
