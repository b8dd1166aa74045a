"""excerpts: 100,000 highlights asked for by three tags, and the page that shows what answers."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from desktop.excerpts.page import ExcerptsPage
from desktop.messages import Messages
from desktop.pens import Pens
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import Themes
from library.library import Library
from library.models import COLORS, Draft, ExcerptQuery, Highlight, PreparedDraft, Tag, Tagging, new_id
from library.storage import database
from library.storage.journal import Journal
from library.storage.store import Store
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import scratch_folder
from tests.benchmarks.texts import cache_folder, text_file

FRAME, HARDEST, QUERY = 16.0, 50.0, 50.0
"""Milliseconds of a frame once all is warm, that the main thread may ever be held, and for the query."""
HIGHLIGHTS, SHOWN = 100_000, 20_000
DOCUMENTS, LENGTH = 50, 60_000
TAGS, EACH = 60, 3
"""Tags there are, and how many of them a highlight carries."""
ROUNDS, STEPS = 20, 240


def run(scale: float) -> Iterator[Measurement]:
    """Measure the library's answer to a question, and what the window does to show answers."""
    folder = scratch_folder("excerpts")
    try:
        path = marked_library(folder, round(HIGHLIGHTS * scale))
        found = fresh("retrieving:measure", str(path), round(SHOWN * scale))
    finally:
        shutil.rmtree(folder)
    for metric, bound in (
        ("three tags found p95", QUERY), ("three tags counted p95", QUERY),
        ("longest slice while 20,000 come", HARDEST),
        ("one more condition asked for", FRAME), ("scroll 20,000 p95", FRAME), ("one tagged, shown again", HARDEST),
    ):  # fmt: skip
        yield Measurement("excerpts", metric, found[metric], "ms CPU", target=Target("value", bound))
    yield Measurement("excerpts", "longest slice while all come", found["longest slice while all come"], "ms CPU")


def marked_library(folder: Path, count: int, texts: int = DOCUMENTS, length: int = LENGTH) -> Path:
    """Make a library of `texts` with so many highlights, three tags on each, a fifth of them a tag of their own."""
    random = Random(count)
    library = Library.create(folder / "Marked.zhupi")
    content = text_file(texts * length).read_text(encoding="utf-8")
    parts = [content[number * length : (number + 1) * length] for number in range(texts)]
    library.documents.add_drafts(
        [
            PreparedDraft(Draft(part, f"文献{number}", "text"), library.texts.add_text(part), "", "", "benchmark")
            for number, part in enumerate(parts)
        ]
    )
    tags = [library.tags.add_path(f"主题{number}") for number in range(TAGS)]
    fifth = library.tags.add_path("五分之一")
    documents = library.documents.all()
    library.close()
    db = database.connect(library.path / "library.db", write=True)
    rows: list[Highlight | Tagging] = []
    for number in range(count):
        document, start = documents[number % texts], number // texts * 28
        quote = parts[number % texts][start : start + 16]
        color = random.choice((None, *COLORS))
        mark = Highlight(new_id(), document.id, start, start + 16, quote, "", "", color=color)
        rows.append(mark)
        chosen: list[Tag] = random.sample(tags, EACH) + [fifth] * (number % 5 == 0)
        rows += [Tagging(mark.id, tag.id, place) for place, tag in enumerate(chosen)]
    store = Store(db)
    with Journal(store).operation("Add {count} highlights", count=count):
        store.put(*rows)
    db.close()
    return library.path


def measure(path: str, shown: int) -> dict[str, float]:
    """Return milliseconds: of this thread for queries, of the main thread for what is shown."""
    app = QApplication([])
    themes = Themes("paper")
    themes.apply(app)
    session, messages = Session(), Messages()
    session.open(Path(path))
    deadline = time.monotonic() + 20
    while session.library is None and time.monotonic() < deadline:
        app.processEvents()
    assert session.library is not None
    return _asking(session.library) | _showing(app, session, themes, messages, shown)


def _asking(library: Library) -> dict[str, float]:
    tags = [tag.id for tag in library.tags.all()]
    found: list[float] = []
    counted: list[float] = []
    for at in range(ROUNDS):
        for spent, ask in ((found, library.retrieval.find), (counted, library.retrieval.count)):
            start = time.thread_time()
            ask(ExcerptQuery(all_tags=tuple(tags[at : at + 3])))
            spent.append((time.thread_time() - start) * 1000)
    return {"three tags found p95": percentile(found, 95), "three tags counted p95": percentile(counted, 95)}


def _showing(
    app: QApplication, session: Session, themes: Themes, messages: Messages, shown: int
) -> dict[str, float]:  # fmt: skip
    library = session.library
    assert library is not None
    fifth = library.tags.find_path("五分之一")
    assert fifth is not None
    settings = Settings(cache_folder() / "settings.ini")
    page, stage = ExcerptsPage(session, themes, settings, messages, Pens(session, messages)), Stage(app)
    stage.show(page.passages, page)
    page.alter(ExcerptQuery(noted=True))
    stage.settle()
    asked = stage.frame(lambda: page.alter(ExcerptQuery(all_tags=(fifth.id,))))
    come = stage.frames(20, until=lambda: page.model.passage_count >= shown)
    stage.settle()
    bar = page.passages.verticalScrollBar()
    steps = [stage.frame(lambda: bar.setValue(bar.value() + 120)) for _ in range(STEPS)]
    ids, other = page.model.ids(0, 4), library.tags.all()[0]
    session.submit(lambda writing: writing.tags.apply(ids, [other.id]))
    again = stage.frames(2)
    page.alter(ExcerptQuery())
    every = stage.frames(30, until=lambda: page.model.passage_count > shown)
    session.shut_down()
    return {
        "one more condition asked for": asked,
        "longest slice while 20,000 come": max(come, default=0.0),
        "scroll 20,000 p95": percentile(steps, 95),
        "one tagged, shown again": max(again, default=0.0),
        "longest slice while all come": max(every, default=0.0),
    }
