"""tabs: what ten tabs and a second side cost in memory, and what it costs to turn to another tab."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import Languages
from desktop.window import MainWindow
from library.library import Library
from library.models import Draft, PreparedDraft
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, memory_mb, percentile
from tests.benchmarks.stored import marked_library, scratch_folder

LENGTH = 20_000_000
HIGHLIGHTS = 200
TABS = 10
ROUNDS = 3
REST_MS = 400


def run(scale: float) -> Iterator[Measurement]:
    """Measure on two texts; one side with one tab, in which both were seen, is the reference."""
    folder = scratch_folder("tabs")
    try:
        length = round(LENGTH * scale)
        library = marked_library(folder, length, round(HIGHLIGHTS * scale))
        _add_second(library)
        library.backup()
        path = str(library.path)
        library.close()
        found = fresh("tabbing:measure", path, str(folder / "settings.ini"))
    finally:
        shutil.rmtree(folder)
    one = found["one"]
    yield Measurement("tabs", f"{TABS} tabs: memory", found["tabs"] - one, "MB", target=Target("value", 8))
    yield Measurement("tabs", "second side: memory", found["split"] - found["tabs"], "MB", target=Target("value", 40))
    yield Measurement("tabs", "another tab p95", found["turn"], "ms CPU", target=Target("value", 60))


def measure(library: str, settings: str) -> dict[str, float]:
    """Return the memory of one tab, of several and of a split, and the CPU of turning to a tab until it is painted."""
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
    documents = [document.id for document in opened.documents.all()]
    for document_id in documents * ROUNDS:
        window.navigation.open_document(document_id)
        _rest()
    one = memory_mb()
    for number in range(TABS - 1):
        window.navigation.open_document(documents[number % len(documents)], new_tab=True)
        window.pane.jump_to((number + 1) * LENGTH // (TABS + 1) % opened.documents.get(documents[0]).length)
    turns: list[float] = []
    for _ in range(ROUNDS * TABS):
        start = time.process_time()
        window.tabbing.step(1)
        window.pane.viewport().repaint()
        turns.append((time.process_time() - start) * 1000)
        _rest()
    tabs = memory_mb()
    window.stands.split(below=False)
    _rest()
    return {"one": one, "tabs": tabs, "split": memory_mb(), "turn": percentile(turns, 95)}


def _add_second(library: Library) -> None:
    """Add a second document, which differs from the first in its end."""
    (document,) = library.documents.all()
    text = library.documents.text(document.id)
    content = text.text() + "。"
    text.close()
    draft = PreparedDraft(Draft(content, "Second", "text"), library.texts.add_text(content), "", "", "benchmark")
    library.documents.add_drafts([draft])


def _rest() -> None:
    """Let the window do what it puts off."""
    loop = QEventLoop()
    QTimer.singleShot(REST_MS, loop.quit)
    loop.exec()
