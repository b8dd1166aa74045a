"""import: text files of 20 MB in all, against inserting the same text into a full-text index alone."""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from library.intake import ImportOptions, import_paths
from library.library import Library
from library.progress import Progress
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.texts import text

MEGABYTES = 20
FILES = 200


def run(scale: float) -> Iterator[Measurement]:
    """Measure MB/s of CPU, and of the clock."""
    result = fresh("importing:measure", round(MEGABYTES * scale * 1_000_000))
    speed, reference = "MB/s", "FTS5 alone"
    target = Target("ratio", 0.4, at_most=False)
    yield Measurement("import", "20 MB, CPU", result["import_cpu"], speed, reference, result["index_cpu"], target)
    yield Measurement("import", "20 MB, elapsed", result["import_elapsed"], speed, reference, result["index_elapsed"])


def measure(size: int) -> dict[str, float]:
    """Return speeds in MB/s for about `size` bytes of UTF-8 in FILES files."""
    folder = scratch_folder("import")
    try:
        contents = _write_files(folder / "files", size)
        size = sum(len(content.encode()) for content in contents)
        return {
            **_speeds("import", size, lambda: _import(folder)),
            **_speeds("index", size, lambda: _index(folder / "index.db", contents)),
        }
    finally:
        shutil.rmtree(folder)


def _speeds(name: str, size: int, work: Callable[[], None]) -> dict[str, float]:
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    return {f"{name}_cpu": size / cpu / 1e6, f"{name}_elapsed": size / clock / 1e6}


def _write_files(folder: Path, size: int) -> list[str]:
    """Write files of different texts, every fourth one in GB18030."""
    folder.mkdir()
    whole = text(size // 3)
    length = len(whole) // FILES
    contents = [f"第 {number} 篇\n{whole[number * length : (number + 1) * length]}" for number in range(FILES)]
    for number, content in enumerate(contents):
        encoding = "utf-8" if number % 4 else "gb18030"
        (folder / f"{number:03}.txt").write_text(content, encoding=encoding, newline="\n")
    return contents


def _import(folder: Path) -> None:
    library = Library.create(folder / "Import.zhupi")
    result = import_paths([folder / "files"], library.texts, lambda verb: verb(library), ImportOptions(), Progress())
    assert len(result.imported) == FILES, result.refused
    library.close()


def _index(path: Path, contents: list[str]) -> None:
    """Insert the texts character by character, as the search index will hold them, in chunks of 1,000."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE VIRTUAL TABLE chunk USING fts5(text, content='')")
        for content in contents:
            chunks = (content[start : start + 1000] for start in range(0, len(content), 1000))
            connection.executemany("INSERT INTO chunk (text) VALUES (?)", [(" ".join(chunk),) for chunk in chunks])
        connection.commit()
