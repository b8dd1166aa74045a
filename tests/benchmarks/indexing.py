"""index: making the index of a library of 200 MB against the raw insert of the same folded text into FTS5."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from library.chinese.folding import fold
from library.search.chunks import tokens
from tests.benchmarks.indexed import MEGABYTES, Indexed, indexed
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, percentile

AGAIN = 20
"""Documents that are removed and added again."""


def run(scale: float) -> Iterator[Measurement]:
    """Measure speed, size, and one document added and removed."""
    result = fresh("indexing:measure", round(MEGABYTES * scale * 1_000_000))
    yield Measurement("index", "speed", result["index"], "MB/s of CPU", "FTS5 alone", result["alone"],
                      Target("ratio", 0.4, at_most=False))  # fmt: skip
    yield Measurement("index", "size ÷ text", result["size"], "", "FTS5 alone", result["size alone"])
    for verb in ("add", "remove"):
        for share in (50, 95):
            yield Measurement("index", f"{verb} one document, p{share}", result[f"{verb} {share}"], "ms CPU")


def measure(size: int) -> dict[str, float]:
    """Return all figures for about `size` bytes of UTF-8."""
    with indexed(size) as library:
        size = library.size
        alone = library.folder / "alone.db"
        figures = {
            "index": size / cpu_ms(library.fill) / 1000,
            "alone": size / _insert_alone(alone, library.contents.values()) / 1000,
            "size": _bytes(library.folder / "index.db") / size,
            "size alone": _bytes(alone) / size,
        }
        return figures | _one_by_one(library)


def _one_by_one(library: Indexed) -> dict[str, float]:
    times: dict[str, list[float]] = {"remove": [], "add": []}
    for name in list(library.texts.shas)[:AGAIN]:
        times["remove"].append(cpu_ms(lambda name=name: library.index.remove(name)))
        times["add"].append(cpu_ms(lambda name=name: library.index.put([(name, name)], library.texts.opened)))
    return {f"{verb} {share}": percentile(values, share) for verb, values in times.items() for share in (50, 95)}


def _insert_alone(path: Path, texts: Iterable[str]) -> float:
    """Return the ms that it takes to insert the folded text, taken apart beforehand, and nothing else."""
    rows = [(number, tokens(fold(content).text)) for number, content in enumerate(texts)]
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE VIRTUAL TABLE phrase USING fts5(tokens, content = '', columnsize = 0, tokenize = 'ascii')")
        db.execute("BEGIN")
        return cpu_ms(lambda: _insert(db, rows))


def _insert(db: sqlite3.Connection, rows: list[tuple[int, str]]) -> None:
    db.executemany("INSERT INTO phrase (rowid, tokens) VALUES (?, ?)", rows)
    db.execute("COMMIT")


def _bytes(path: Path) -> int:
    """Return the size of a database, with what SQLite keeps beside it."""
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
