"""memos: a memo of very many excerpts with prose between them, opened, scrolled, reordered and left."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.memos.page import MemoPage
from desktop.memos.prose import ProseEditor
from desktop.settings import Settings
from desktop.theme import Themes
from library.library import Library
from library.models import Excerpt
from library.references import excerpt_line, parts
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stage import HEIGHT, WIDTH, Stage
from tests.benchmarks.stored import marked_library, scratch_folder

FRAME, HARDEST = 16.0, 50.0
"""Milliseconds that a frame may take once all is warm, and that the main thread may ever be held."""
LENGTH, COUNT = 200_000, 500
PROSE_EVERY = 5
STEPS = 60
QUIET = 0.3
"""Seconds in which what is put off would be done."""
LIMITS = {
    "opened for the first time: longest frame": HARDEST,
    "opened again: longest frame": HARDEST,
    "scroll p95": FRAME,
    "jump p95": HARDEST,
    "one excerpt one place down p95": FRAME,
    "a letter typed p95": FRAME,
    "another width p95": HARDEST,
    "another theme: longest frame": HARDEST,
}


def run(scale: float) -> Iterator[Measurement]:
    """Measure the page of a memo as the window shows it, with the excerpts read from the library."""
    folder = scratch_folder("memos")
    try:
        library = marked_library(folder, round(LENGTH * scale), round(COUNT * scale))
        lines: list[str] = []
        for number, highlight in enumerate(library.highlights.all()):
            lines += [excerpt_line(highlight.id)] + [f"第{number}段：先听完，再分清。"] * (number % PROSE_EVERY == 0)
        memo = library.memos.add("Benchmark", "\n\n".join(lines))
        library.close()
        found = fresh("noting:measure", str(library.path), memo.id, str(folder))
    finally:
        shutil.rmtree(folder)
    for metric, limit in LIMITS.items():
        yield Measurement("memos", metric, found[metric], "ms CPU", target=Target("value", limit))


def measure(path: str, memo_id: str, folder: str) -> dict[str, float]:
    """Return milliseconds of the main thread for what is done on the page."""
    app = QApplication([])
    themes, library = Themes("paper"), Library.open(Path(path))
    themes.apply(app)
    page, stage = MemoPage(themes, Settings(Path(folder) / "s.ini")), Stage(app)
    small = library.memos.add("Small", "一句\n")
    page.show_memo(small, [], writable=True)
    stage.show(page)
    gc.collect()
    gc.freeze()  # as the application does once its window stands

    def open_memo() -> None:
        memo = library.memos.get(memo_id)
        held = [part.highlight_id for part in parts(memo.text) if part.highlight_id is not None]
        page.show_memo(memo, library.excerpts.of_highlights(held), writable=True)

    def worst(action: Callable[[], object]) -> float:
        return max([stage.frame(action), *stage.frames(QUIET)])

    opened = worst(open_memo)
    page.show_memo(small, [], writable=True)
    stage.settle()
    again = worst(open_memo)
    bar = page.verticalScrollBar()
    steps = [stage.frame(lambda: bar.setValue(bar.value() + 120)) for _ in range(STEPS)]
    jumps = [stage.frame(lambda at=at: bar.setValue(bar.maximum() * at // STEPS)) for at in range(STEPS)]
    bar.setValue(0)

    def known() -> list[Excerpt]:
        return [excerpt for excerpt in page.parts.excerpts.values() if excerpt is not None]

    moved: list[float] = []
    for at in range(STEPS):
        library.memos.move_part(memo_id, at, 1)  # on a thread of its own in the window
        moved.append(stage.frame(lambda: page.follow(library.memos.get(memo_id), known())))
    editor = next(part for part in page.parts.widgets if isinstance(part, ProseEditor))
    editor.setFocus()
    typed = [stage.frame(lambda: editor.insertPlainText("写")) for _ in range(STEPS)]
    page.save()
    bar.setValue(bar.maximum() // 2)
    widths = [stage.frame(lambda at=at: stage.resize(WIDTH - 10 * at, HEIGHT)) for at in range(STEPS // 4)]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what an event loop does, and no loop runs here
    dressed = worst(lambda: themes.choose("night"))
    library.close()
    return dict(
        zip(
            LIMITS,
            (opened, again, *(percentile(one, 95) for one in (steps, jumps, moved, typed, widths)), dressed),
            strict=True,
        )
    )
