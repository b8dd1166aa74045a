"""batch: 1,000 files of all formats imported in the window, and for how long it does not answer meanwhile."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import Languages
from desktop.window import MainWindow
from library.library import Library
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.texts import text
from tests.library.importers.samples import SUFFIXES, sample

FILES = 1000
BROKEN = 20
"""Every how many-th file is broken."""

LENGTH = 2000
PATIENCE = 600


def run(scale: float) -> Iterator[Measurement]:
    """Measure files a second, and the parts of work on the main thread while they come in."""
    folder = scratch_folder("batch")
    try:
        count = max(round(FILES * scale), 10)
        _write_files(folder / "files", count)
        Library.create(folder / "Batch.zhupi").close()
        found = fresh("batch:measure", str(folder), count)
    finally:
        shutil.rmtree(folder)
    yield Measurement("batch", f"{count} mixed files", found["speed"], "files/s")
    slice_target, frame_target = Target("value", 50), Target("value", 16)
    yield Measurement("batch", "longest part on the main thread", found["longest"], "ms CPU", target=slice_target)
    yield Measurement("batch", "parts on the main thread p95", found["p95"], "ms CPU", target=frame_target)


def measure(folder: str, count: int) -> dict[str, float]:
    """Import the files in a window and return how fast that was and how long the main thread was busy at a time."""
    app = QApplication([])
    themes = Themes("paper")
    themes.apply(app)
    window = MainWindow(Settings(Path(folder) / "settings.ini"), themes, Languages(app))
    window.resize(1440, 900)
    window.show()
    window.session.open(Path(folder) / "Batch.zhupi")
    stage = Stage(app)
    stage.settle()
    results: list[object] = []
    window.importing.finished.connect(results.append)
    start = time.perf_counter()
    window.importing.start([Path(folder) / "files"])
    frames = stage.frames(PATIENCE, until=lambda: bool(results))
    seconds = time.perf_counter() - start
    assert results, "the import did not end"
    opened = window.session.library
    assert opened is not None
    assert len(opened.documents.all()) >= count * 3 // 4
    return {"speed": count / seconds, "longest": max(frames), "p95": percentile(frames, 95)}


def _write_files(folder: Path, count: int) -> None:
    """Write files of all formats but PDF in turn, each with words of its own."""
    formats = [name for name in SUFFIXES if name not in {"pdf", "foreign"}]
    words = text(LENGTH + count * 10).replace("\n", "。")
    for number in range(count):
        inner = folder / f"{number:04}"
        inner.mkdir(parents=True)
        name = formats[number % len(formats)]
        piece = words[number * 10 : number * 10 + LENGTH]
        if name == "rtf":
            piece = "".join(f"\\u{ord(character)}?" for character in piece if ord(character) < 0x8000)
        path = sample(name, inner, f"{number} {piece}")
        if number % BROKEN == 0:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
