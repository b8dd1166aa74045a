"""search, selection-count: asked of a library of 200 MB, beside a scan of the same text."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from library.search.answers import Answer
from library.search.index import Index
from library.search.leaves import Options
from library.search.query import Field, Phrase
from tests.benchmarks.indexed import MEGABYTES, Indexed, indexed, samples
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, percentile

QUERIES = 45
COLD = 10
HITS = 50
LENGTHS = (1, 2, 3, 4, 8)
KINDS = ("rare", "medium", "common")
"""Thirds of the queries, by how often they stand in the texts."""
WORK = {"first": f"first {HITS} hits", "count": "count"}
SHARES = (50, 95)


def run(scale: float) -> Iterator[Measurement]:
    """Measure first hits and counts by length and frequency, a cold start, and other ways to scan."""
    result = fresh("searching:measure", round(MEGABYTES * scale * 1_000_000))
    for length in LENGTHS:
        for name, what in WORK.items():
            for kind in ("all", *KINDS):
                for share in SHARES:
                    target = Target("ratio", 0.25) if (name, length, kind, share) == ("first", 2, "all", 95) else None
                    value, scan = result[f"{name} {length} {kind} {share}"], result[f"scan {length}"]
                    metric = f"{what}, {length} characters, {kind}, p{share}"
                    yield Measurement("search", metric, value, "ms CPU", "bytes.count", scan, target)
    yield Measurement("search", f"first {HITS} hits, 2 characters, cold, p95", result["cold"], "ms")
    yield Measurement("search", "scan by str.count, 2 characters", result["str"], "ms CPU")
    if "ripgrep" in result:
        yield Measurement("search", "scan by ripgrep, 2 characters", result["ripgrep"], "ms")


def run_selections(scale: float) -> Iterator[Measurement]:
    """Measure what the window asks when something is selected."""
    result = fresh("searching:measure_selections", round(MEGABYTES * scale * 1_000_000))
    for share in SHARES:
        target = Target("value", 300) if share == 95 else None
        yield Measurement("selection-count", f"2 to 30 characters, p{share}", result[str(share)], "ms", target=target)


def measure(size: int) -> dict[str, float]:
    """Return percentiles in ms for about `size` bytes of UTF-8."""
    with indexed(size) as library:
        library.fill()
        whole = "\0".join(library.contents.values())
        figures: dict[str, float] = {}
        for length in LENGTHS:
            figures |= _queries(library, whole.encode(), length)
        pair = samples(library.contents, 2, COLD)
        figures["str"] = percentile([cpu_ms(lambda query=query: whole.count(query)) for query in pair], 50)
        return figures | _by_ripgrep(library.folder / "whole.txt", whole, pair) | {"cold": _cold(library, pair)}


def measure_selections(size: int) -> dict[str, float]:
    """Return percentiles of elapsed ms for strings as long as a selection that is counted."""
    with indexed(size) as library:
        library.fill()
        drawn = [query for length in range(2, 31, 2) for query in samples(library.contents, length, 6)]
        times = [_elapsed_ms(lambda query=query: _count(library, query)) for query in drawn]
        return {str(share): percentile(times, share) for share in SHARES}


def _queries(library: Indexed, whole: bytes, length: int) -> dict[str, float]:
    """Return percentiles for strings of `length` letters, taken from anywhere in the texts."""
    drawn = sorted(samples(library.contents, length, QUERIES), key=lambda query: _count(library, query))
    third = len(drawn) // len(KINDS)
    kinds = {"all": drawn} | {kind: drawn[at * third : (at + 1) * third] for at, kind in enumerate(KINDS)}
    work = {
        "first": {query: cpu_ms(lambda query=query: _first_hits(library.index, library, query)) for query in drawn},
        "count": {query: cpu_ms(lambda query=query: _count(library, query)) for query in drawn},
    }
    figures = {
        f"{name} {length} {kind} {share}": percentile([times[query] for query in queries], share)
        for name, times in work.items()
        for kind, queries in kinds.items()
        for share in SHARES
    }
    scan = [cpu_ms(lambda query=query: whole.count(query.encode())) for query in drawn]
    return figures | {f"scan {length}": percentile(scan, 50)}


def _cold(library: Indexed, queries: list[str]) -> float:
    """Return the elapsed ms of first hits on a new connection, the file out of the system's memory where it can be."""
    times: list[float] = []
    for query in queries:
        _forget(library.folder / "index.db")
        with closing(Index(library.folder / "index.db")) as index:
            times.append(_elapsed_ms(lambda index=index, query=query: _first_hits(index, library, query)))
    return percentile(times, 95)


def _forget(path: Path) -> None:
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _by_ripgrep(path: Path, whole: str, queries: list[str]) -> dict[str, float]:
    """Return how long ripgrep takes for the same text; nothing where it is not installed."""
    program = shutil.which("rg")
    if program is None:
        return {}
    path.write_text(whole, encoding="utf-8")
    arguments = [program, "--text", "--count-matches", "--fixed-strings", "--threads", "1"]
    times = [
        _elapsed_ms(lambda query=query: subprocess.run([*arguments, query, path], check=False, capture_output=True))
        for query in queries
    ]
    return {"ripgrep": percentile(times, 50)}


def _first_hits(index: Index, library: Indexed, query: str) -> None:
    answer = Answer(index, library.texts, Phrase(query), Options(), _unknown)
    hits = (place for document_id, _ in answer.tallies() for place in answer.places(document_id))
    list(islice(hits, HITS))


def _count(library: Indexed, query: str) -> int:
    answer = Answer(library.index, library.texts, Phrase(query), Options(), _unknown)
    return sum(tally.total for _, tally in answer.tallies())


def _unknown(field: Field) -> set[str]:
    raise ValueError(field)


def _elapsed_ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
