"""tags: 300 tags on 20,000 taggings: their tree with counts, merging, undoing that, and the page of a tag."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from desktop.codebook.page import TagPage
from desktop.messages import Messages
from desktop.pens import Pens
from desktop.session import Session
from desktop.settings import Settings
from desktop.sidebar.tags import TagsView
from desktop.theme import Themes
from library.library import Library
from library.models import Draft, PreparedDraft
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.texts import cache_folder, text_file

FRAME = 16.0
HARDEST = 50.0
"""Milliseconds that a frame may take once all is warm, and that the main thread may ever be held."""
TAGGINGS = 20_000
DOCUMENTS, LENGTH = 20, 30_000
ROOTS, BRANCHES, LEAVES = 12, 4, 5
"""12 roots with 4 tags below each, each of which has 5 below: 300 tags."""
SHARE = 3
"""Every third highlight carries two tags."""
STEPS = 60


def run(scale: float) -> Iterator[Measurement]:
    """Measure what the window does to show a codebook, and what the library does to merge in it."""
    folder = scratch_folder("tags")
    try:
        path = coded_library(folder, round(TAGGINGS * scale))
        found = fresh("tagging:measure", str(path))
    finally:
        shutil.rmtree(folder)
    for metric, bound in (
        ("tree with counts read and painted", HARDEST),
        ("one more tagging counted and painted p95", FRAME),
        ("filter as you type p95", FRAME),
        ("scroll the tree p95", FRAME),
        ("page of a tag with a twelfth of all opened", HARDEST),
        ("page of a tag on every highlight opened", HARDEST),
        ("what that page waited for painted", HARDEST),
        ("scroll that page p95", FRAME),
        ("tree after a merge painted", HARDEST),
    ):
        yield Measurement("tags", metric, found[metric], "ms CPU", target=Target("value", bound))
    for metric in ("merge", "undo of the merge"):
        yield Measurement("tags", metric, found[metric], "s", target=Target("value", 1))


def coded_library(folder: Path, taggings: int) -> Path:
    """Make a library with the codebook above and highlights that carry its tags; return its path."""
    random = Random(taggings)
    library = Library.create(folder / "Coded.zhupi")
    content = text_file(DOCUMENTS * LENGTH).read_text(encoding="utf-8")
    names = [
        f"主题{root}/方面{branch}" + f"/细目{leaf}" * (leaf > 0)
        for root in range(ROOTS) for branch in range(BRANCHES) for leaf in range(LEAVES + 1)
    ]  # fmt: skip
    with library.journal.operation("Add {count} tags", count=len(names)):
        for name in names:
            library.tags.add_path(name)
    left = taggings
    for number in range(DOCUMENTS):
        part = content[number * LENGTH : (number + 1) * LENGTH]
        draft = PreparedDraft(Draft(part, f"文献{number}", "text"), library.texts.add_text(part), "", "", "benchmark")
        ((document, _),) = library.documents.add_drafts([draft])
        wanted = left // (DOCUMENTS - number)
        with library.journal.operation("Add {count} highlights", count=wanted):
            at = 0
            while wanted > 0:
                chosen = random.sample(names, min(wanted, 2 if at % SHARE == 0 else 1))
                start = at * 30
                library.highlights.add(document.id, start, start + random.randint(4, 28), tags=chosen)
                at, wanted, left = at + 1, wanted - len(chosen), left - len(chosen)
    library.close()
    return library.path


def measure(path: str) -> dict[str, float]:
    """Return milliseconds of the main thread for what is shown, and seconds on the clock for what is written."""
    app = QApplication([])
    themes = Themes("paper")
    themes.apply(app)
    session, messages = Session(), Messages()
    view = TagsView(session, themes, messages, Pens(session, messages))
    session.open(Path(path))
    deadline = time.monotonic() + 20
    while session.library is None and time.monotonic() < deadline:
        app.processEvents()
    stage = Stage(app)
    stage.show(view.tree, view)
    found = {"tree with counts read and painted": stage.frame(view.model.reload)}
    stage.settle()
    found |= _following(stage, session) | _using(stage, view) | _merging(stage, session)
    found |= _page(app, session, themes, messages)
    return found


def _following(stage: Stage, session: Session) -> dict[str, float]:
    library = session.library
    assert library is not None
    marks, tags = library.highlights.all()[:STEPS], library.tags.all()
    spent: list[float] = []
    for number, mark in enumerate(marks):
        tag = tags[number * 7 % len(tags)]
        session.write(lambda writing, mark=mark, tag=tag: writing.tags.apply([mark.id], [tag.id]))
        spent.append(stage.frame(session.flush))
    return {"one more tagging counted and painted p95": percentile(spent, 95)}


def _using(stage: Stage, view: TagsView) -> dict[str, float]:
    view.model.set_filter("zt")  # the readings of names are looked up once
    typed = ("f", "fm", "fm1", "xm", "方面", "")
    narrowed = [stage.frame(lambda text=text: view.model.set_filter(text)) for text in typed]
    bar = view.tree.verticalScrollBar()
    steps = [stage.frame(lambda: bar.setValue(bar.value() + 3 * bar.singleStep())) for _ in range(STEPS)]
    return {"filter as you type p95": percentile(narrowed, 95), "scroll the tree p95": percentile(steps, 95)}


def _page(app: QApplication, session: Session, themes: Themes, messages: Messages) -> dict[str, float]:
    library = session.library
    assert library is not None
    part = library.tags.find_path("主题1")
    assert part is not None
    every = [mark.id for mark in library.highlights.all()]
    whole = session.submit(lambda writing: writing.tags.add_path("每处"))
    session.submit(lambda writing: writing.tags.apply(every, [whole.id]))
    session.flush()
    settings = Settings(cache_folder() / "settings.ini")
    page, stage = TagPage(session, themes, settings, messages, Pens(session, messages)), Stage(app)
    stage.show(page.passages, page)
    page.show_tag(part.id)
    stage.settle()
    opened = {
        "page of a tag with a twelfth of all opened": stage.frame(lambda: page.show_tag(part.id)),
        "page of a tag on every highlight opened": stage.frame(lambda: page.show_tag(whole.id)),
    }
    come = stage.frames(20, until=lambda: page.model.passage_count >= len(every))
    opened["what that page waited for painted"] = max(come, default=0.0)
    stage.settle()
    bar = page.passages.verticalScrollBar()
    steps = [stage.frame(lambda: bar.setValue(bar.value() + 120)) for _ in range(4 * STEPS)]
    return opened | {"scroll that page p95": percentile(steps, 95)}


def _merging(stage: Stage, session: Session) -> dict[str, float]:
    library = session.library
    assert library is not None
    source, target = library.tags.find_path("主题1"), library.tags.find_path("主题2")
    assert source is not None
    assert target is not None
    merged = _seconds(lambda: session.submit(lambda writing: writing.tags.merge([source.id], target.id)))
    shown = stage.frame(session.flush)
    undone = _seconds(lambda: session.submit(lambda writing: writing.undo()))
    return {"merge": merged, "tree after a merge painted": shown, "undo of the merge": undone}


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
