"""batch: files and a bibliography brought into the window, and for how long it does not answer meanwhile."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.dialogs.bibliography import BibliographyDialog
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import Languages
from desktop.window import MainWindow
from library.bibliography.base import Reference
from library.bibliography.matching import Known, match
from library.bibliography.taking import Plan
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
LARGE = 25_000_000
"""Characters of a file of 50 MB in GB18030."""
ENTRIES = 10_000
PATIENCE = 600


def run(scale: float) -> Iterator[Measurement]:
    """Measure files a second, and the parts of work on the main thread while they come in."""
    folder = scratch_folder("batch")
    try:
        count = max(round(FILES * scale), 10)
        _write_files(folder / "files", count)
        Library.create(folder / "Batch.zhupi").close()
        large = folder / "large.txt"
        large.write_bytes(text(max(round(LARGE * scale), 1000)).encode("gb18030"))
        found = fresh("batch:measure", str(folder), count, max(round(ENTRIES * scale), 10))
    finally:
        shutil.rmtree(folder)
    yield Measurement("batch", f"{count} mixed files", found["speed"], "files/s")
    slice_target, frame_target = Target("value", 50), Target("value", 16)
    yield Measurement("batch", "longest part on the main thread", found["longest"], "ms CPU", target=slice_target)
    yield Measurement("batch", "parts on the main thread p95", found["p95"], "ms CPU", target=frame_target)
    yield Measurement("batch", "50 MB in the dialog: longest part", found["large"], "ms CPU", target=slice_target)
    yield Measurement("batch", "10,000 entries: longest part", found["entries"], "ms CPU", target=slice_target)


def measure(folder: str, count: int, entries: int) -> dict[str, float]:
    """Bring files into a window; return how fast that was, and how long the main thread was busy at a time."""
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
    if window.importing.summary is not None:
        window.importing.summary.close()
    large = _look_at_large(window, stage, Path(folder) / "large.txt")
    return {
        "speed": count / seconds,
        "longest": max(frames),
        "p95": percentile(frames, 95),
        "large": max(large),
        "entries": max(_show_entries(window, stage, entries)),
    }


def _look_at_large(window: MainWindow, stage: Stage, path: Path) -> list[float]:
    """Return the parts on the main thread while a file is looked at and another encoding is chosen for it."""
    window.bringing.bring([path], asked=True)
    seen: list[object] = []
    dialog = window.bringing.dialog
    assert dialog is not None
    dialog.looked.connect(lambda: seen.append(None))
    frames = stage.frames(PATIENCE, until=lambda: bool(seen))
    box = dialog.panel.text.encoding
    box.setCurrentIndex(box.findData("big5hkscs"))
    frames.append(stage.frame(lambda: box.activated.emit(box.currentIndex())))
    frames += stage.frames(PATIENCE, until=lambda: len(seen) > 1)
    dialog.reject()
    return frames


def _show_entries(window: MainWindow, stage: Stage, count: int) -> list[float]:
    """Return the parts on the main thread while entries are shown of which each two have one citation key."""
    references = [
        Reference({"citekey": f"key{number // 2}", "title": f"文章第{number}号", "author": "费孝通", "pages": "1-20"})
        for number in range(count)
    ]
    documents = {str(number): Known(str(number), {"title": f"文章第{number}号"}, "") for number in range(count)}
    matches = tuple(match(references, list(documents.values())))
    plan = Plan(matches, documents, {}, tuple(one.values["citekey"] for one in references))
    made: list[BibliographyDialog] = []
    frames = [stage.frame(lambda: made.append(BibliographyDialog("x.bib", plan, (), window)))]
    (dialog,) = made
    frames.append(stage.frame(dialog.open))
    frames.append(stage.frame(lambda: dialog.choose(0, None)))
    frames.append(stage.frame(lambda: dialog.policy.activated.emit(1)))
    frames.append(stage.frame(lambda: dialog.parts.select("matched")))
    dialog.reject()
    return frames


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
