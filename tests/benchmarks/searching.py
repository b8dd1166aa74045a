"""search, index: a library of 200 MB against a scan of the same text, and against FTS5 alone."""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random

from library.chinese.folding import fold
from library.search.answers import Answer
from library.search.chunks import tokens
from library.search.index import Index
from library.search.leaves import Options, Texts
from library.search.query import Field, Phrase
from library.storage.blocks import build_table
from library.storage.texts import ReadingText
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.texts import SEED, text_file

MEGABYTES = 200
DOCUMENT = 4_700
QUERIES = 40
HITS = 50
LENGTHS = (1, 2, 3, 4, 8)
_ENGLISH = (
    "the", "of", "and", "to", "in", "that", "council", "street", "minutes", "proposal", "deliberation", "resident",
    "office", "meeting", "notice",
)  # fmt: skip


def run(scale: float) -> Iterator[Measurement]:
    """Measure making the index, the first hits, counts, and what a selection asks for."""
    result = fresh("searching:measure", round(MEGABYTES * scale * 1_000_000))
    yield Measurement("search", "index, MB/s of CPU", result["index"], "MB/s", "FTS5 alone", result["alone"],
                      Target("ratio", 0.4, at_most=False))  # fmt: skip
    yield Measurement("search", "index, size ÷ text", result["size"], "")
    yield Measurement("search", "add one document", result["add"], "ms CPU")
    yield Measurement("search", "remove one document", result["remove"], "ms CPU")
    for length in LENGTHS:
        for name, what in (("first", f"first {HITS} hits"), ("count", "count")):
            for share in (50, 95):
                target = Target("ratio", 0.25) if (name, length, share) == ("first", 2, 95) else None
                value, scan = result[f"{name} {length} {share}"], result[f"scan {length}"]
                metric = f"{what}, {length} characters, p{share}"
                yield Measurement("search", metric, value, "ms CPU", "scan of the text", scan, target)
    yield Measurement("search", "count at a selection, p95", result["selection"], "ms CPU", target=Target("value", 300))


def measure(size: int) -> dict[str, float]:
    """Return all figures for about `size` bytes of UTF-8 in documents of DOCUMENT characters, a tenth of it English."""
    folder = scratch_folder("search")
    try:
        texts = dict(enumerate(documents(size)))
        size = sum(len(content.encode()) for content in texts.values())
        shas = {str(number): str(number) for number in texts}
        with closing(Index(folder / "index.db")) as index:
            opened = opener(texts)
            figures = {"index": size / _seconds(lambda: index.put(list(shas.items()), opened)) / 1e6}
            figures["alone"] = size / _alone_seconds(folder / "alone.db", texts.values()) / 1e6
            figures["size"] = sum(path.stat().st_size for path in folder.glob("index.db*")) / size
            figures["remove"] = 1000 * _seconds(lambda: index.remove("7"))
            figures["add"] = 1000 * _seconds(lambda: index.add("7", "7", opened("7")))
            whole = "\0".join(texts.values()).encode()
            for length in LENGTHS:
                figures |= _queries(index, Texts(shas, opened), whole, length)
            figures["selection"] = _selections(index, Texts(shas, opened))
        return figures
    finally:
        shutil.rmtree(folder)


def documents(size: int) -> Iterator[str]:
    """Yield texts of DOCUMENT characters, about `size` bytes in all, a tenth of them English."""
    random = Random(SEED)
    whole = text_file(size // 3).read_text(encoding="utf-8")
    for number, start in enumerate(range(0, len(whole), DOCUMENT)):
        if number % 10:
            yield whole[start : start + DOCUMENT]
        else:
            yield " ".join(
                f"{random.choice(_ENGLISH)}{random.choice(('', 's', 'ed', ','))}" for _ in range(DOCUMENT // 3)
            )


def opener(texts: Mapping[int, str]) -> Callable[[str], ReadingText]:
    """Return what opens a text by its number."""
    stored = {number: (content.encode(), build_table(content)) for number, content in texts.items()}

    def opened(sha: str) -> ReadingText:
        return ReadingText(*stored[int(sha)])

    return opened


def _alone_seconds(path: Path, texts: Iterable[str]) -> float:
    """Return how long it takes to insert the folded text, taken apart beforehand, and nothing else."""
    rows = [(number, tokens(fold(content).text)) for number, content in enumerate(texts)]
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE VIRTUAL TABLE phrase USING fts5(tokens, content = '', columnsize = 0, tokenize = 'ascii')")
        db.execute("BEGIN")
        return _seconds(lambda: _insert(db, rows))


def _insert(db: sqlite3.Connection, rows: list[tuple[int, str]]) -> None:
    db.executemany("INSERT INTO phrase (rowid, tokens) VALUES (?, ?)", rows)
    db.execute("COMMIT")


def _queries(index: Index, texts: Texts, whole: bytes, length: int) -> dict[str, float]:
    """Return percentiles in ms for strings of `length` letters, taken from anywhere in the texts."""
    first: list[float] = []
    count: list[float] = []
    scan: list[float] = []
    for query in _samples(texts, length):
        first.append(1000 * _seconds(lambda query=query: _first_hits(index, texts, query)))
        count.append(1000 * _seconds(lambda query=query: _count(index, texts, query)))
        scan.append(1000 * _seconds(lambda query=query: whole.count(query.encode())))
    return {
        f"first {length} 50": percentile(first, 50),
        f"first {length} 95": percentile(first, 95),
        f"count {length} 50": percentile(count, 50),
        f"count {length} 95": percentile(count, 95),
        f"scan {length}": percentile(scan, 50),
    }


def _selections(index: Index, texts: Texts) -> float:
    samples = [query for length in range(2, 31, 2) for query in _samples(texts, length)[:4]]
    return percentile([1000 * _seconds(lambda query=query: _count(index, texts, query)) for query in samples], 95)


def _samples(texts: Texts, length: int) -> list[str]:
    """Return strings of `length` letters that stand somewhere, one a text."""
    random = Random(length)
    found: list[str] = []
    while len(found) < QUERIES:
        with closing(texts.open(random.choice(list(texts.shas)))) as text:
            key = fold(text.text()).text
        start = random.randrange(len(key) - length)
        if key[start : start + length].strip():
            found.append(key[start : start + length])
    return found


def _first_hits(index: Index, texts: Texts, query: str) -> None:
    answer = Answer(index, texts, Phrase(query), Options(), _unknown)
    hits = (place for document_id, _ in answer.tallies() for place in answer.places(document_id))
    list(islice(hits, HITS))


def _count(index: Index, texts: Texts, query: str) -> int:
    return sum(tally.total for _, tally in Answer(index, texts, Phrase(query), Options(), _unknown).tallies())


def _unknown(field: Field) -> set[str]:
    raise ValueError(field)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
