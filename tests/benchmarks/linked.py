"""open: a text with 100,000 links, and what the main thread has to do and to wait for until they are there."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.reader.pane import ReaderPane
from desktop.reading import OpenDocument
from desktop.session import Session
from library.elements import Element
from library.library import Library
from library.models import Draft, PreparedDraft
from library.outlines import keep_outline
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.subjects import PANE, make

LINKS = 100_000
LINE = "正文里有一个链接，后面还有。\n"
AT = LINE.index("链接")
LONGEST = 50
PATIENCE = 30.0


def run(scale: float) -> Iterator[Measurement]:
    """Measure the longest slice of the main thread, and the longest one with what it waits for the other threads."""
    folder = scratch_folder("links")
    try:
        count = round(LINKS * scale)
        found = fresh("linked:measure", _library(folder, count), count)
    finally:
        shutil.rmtree(folder)
    for metric, unit in (("longest slice", "ms CPU"), ("longest slice, waits included", "ms")):
        yield Measurement("open", f"{count:,} links: {metric}", found[metric], unit, target=Target("value", LONGEST))
    yield Measurement("open", f"{count:,} links: the last can be followed", found["followed"], "ms")


def measure(path: str, count: int) -> dict[str, float]:
    """Return in ms the longest slices from opening the document on, and when its last link could be followed."""
    app = QApplication([])
    session, pane = Session(), make(PANE).widget
    assert isinstance(pane, ReaderPane)
    reading = OpenDocument(session, pane)
    stage = Stage(app)
    stage.show(pane)
    session.open(Path(path))
    while session.library is None:
        app.processEvents()
    (document,) = session.library.documents.all()
    last = (count - 1) * len(LINE) + AT
    cpu: list[float] = []
    waits: list[float] = []
    begin = time.monotonic()
    _slice(lambda: reading.open(document.id), cpu, waits)
    while not pane.follow(last) and time.monotonic() - begin < PATIENCE:
        _slice(app.processEvents, cpu, waits)
        time.sleep(0.001)
    followed = (time.monotonic() - begin) * 1000
    return {"longest slice": max(cpu), "longest slice, waits included": max(waits), "followed": followed}


def _slice(work: Callable[[], object], cpu: list[float], waits: list[float]) -> None:
    spent, begin = time.thread_time(), time.perf_counter()
    work()
    cpu.append((time.thread_time() - spent) * 1000)
    waits.append((time.perf_counter() - begin) * 1000)


def _library(folder: Path, count: int) -> str:
    """Return the path of a new library with one document, in every line of which is a link."""
    width = len(LINE)
    starts = (number * width + AT for number in range(count))
    links = tuple(Element(at, at + 2, "link", f"https://a.example/{at}") for at in starts)
    text = LINE * count
    with_links = Draft(text, "Benchmark", "docx", elements=links)
    library = Library.create(folder / "Linked.zhupi")
    sha = library.texts.add_text(text)
    keep_outline(library.texts, sha, text, links)
    library.documents.add_drafts([PreparedDraft(with_links, sha, "", "", "benchmark")])
    library.backup()
    path = str(library.path)
    library.close()
    return path
