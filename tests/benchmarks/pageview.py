"""pageview: how long until the pages of a long file are seen, and until another one is, with highlights on them."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.pageview.view import PageView
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import Languages
from desktop.window import MainWindow
from library.importers.base import ImportOptions
from library.intake import import_paths
from library.library import Library
from library.models import COLORS
from library.progress import Progress
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, memory_mb, percentile
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.texts import text_file
from tests.paper import Paper

PAGES = 1000
LINES, LENGTH = 36, 36
HIGHLIGHTS = 2000
TURNS = 100
REST_MS = 400


def run(scale: float) -> Iterator[Measurement]:
    """Measure on a file with text and highlights on every page."""
    folder = scratch_folder("pageview")
    try:
        count = max(round(PAGES * scale), 3)
        library = _library(folder, count, round(HIGHLIGHTS * scale))
        found = fresh("pageview:measure", str(library), str(folder / "settings.ini"), count)
    finally:
        shutil.rmtree(folder)
    yield Measurement("pageview", f"{count:,} pages: first seen", found["open"], "ms", target=Target("value", 100))
    yield Measurement("pageview", "shown again", found["again"], "ms", target=Target("value", 100))
    yield Measurement("pageview", "another page p95", found["turn"], "ms", target=Target("value", 50))
    yield Measurement("pageview", "longest on the main thread p95", found["paint"], "ms", target=Target("value", 16))
    yield Measurement("pageview", "memory of the window", found["memory"], "MB", target=Target("value", 150))


def measure(library: str, settings: str, count: int) -> dict[str, float]:
    """Return milliseconds until pages are seen, by the clock, and what they cost in memory of the window's process."""
    app = QApplication([])
    themes = Themes("paper")
    themes.apply(app)
    window = MainWindow(Settings(Path(settings)), themes, Languages(app))
    window.resize(1440, 900)
    window.show()
    window.session.open(Path(library))
    _rest()
    opened = window.session.library
    assert opened is not None
    window.navigation.open_document(opened.documents.all()[0].id)
    _rest()
    before = memory_mb()
    times: list[float] = []
    for _ in range(2):
        start = time.perf_counter()
        window.settings.page_view = True
        view = window.paging.late_view.get()
        _wait_for(view, 0)
        times.append((time.perf_counter() - start) * 1000)
        _rest()
        window.settings.page_view = False
    window.settings.page_view = True
    _wait_for(view, 0)
    _rest()
    turns: list[float] = []
    paints: list[float] = []
    random = Random(7)
    for _ in range(TURNS):
        page = random.randrange(count)
        start = time.perf_counter()
        view.canvas.go_to_page(page)
        _wait_for(view, page)
        turns.append((time.perf_counter() - start) * 1000)
        _rest(150)
        start = time.perf_counter()
        view.canvas.viewport().repaint()
        paints.append((time.perf_counter() - start) * 1000)
    memory = memory_mb() - before
    window.close()
    return {
        "open": times[0],
        "again": times[1],
        "turn": percentile(turns, 95),
        "paint": percentile(paints, 95),
        "memory": memory,
    }


def _wait_for(view: PageView, page: int) -> None:
    """Wait until a page is in sight and drawn, and painted."""
    if view.canvas.page == page and view.canvas.shows(page):
        return
    loop = QEventLoop()
    view.canvas.supply.drawn.connect(lambda wanted, _: loop.quit() if wanted.page == page else None)
    loop.exec()
    view.canvas.viewport().repaint()


def _library(folder: Path, count: int, highlights: int) -> Path:
    text = text_file(count * LINES * LENGTH).read_text(encoding="utf-8").replace("\n", "")
    paper = Paper()
    at = 0
    for _ in range(count):
        lines = [text[at + LENGTH * line : at + LENGTH * (line + 1)] for line in range(LINES)]
        paper.page().lines(80, 780, lines, 12, 20)
        at += LENGTH * LINES
    path = paper.save(folder / "book.pdf")
    library = Library.create(folder / "library")
    import_paths([path], library.texts, lambda verb: verb(library), ImportOptions(), Progress())
    (document,) = library.documents.all()
    random = Random(3)
    with library.journal.operation("Add highlights"):
        for number in range(highlights):
            start = random.randrange(document.length - 40)
            library.highlights.add(document.id, start, start + 40, color=COLORS[number % len(COLORS)])
    made = library.path
    library.close()
    return made


def _rest(milliseconds: int = REST_MS) -> None:
    """Let the window do what it puts off."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
