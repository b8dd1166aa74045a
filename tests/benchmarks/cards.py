"""sidebar: 20,000 cards opened, scrolled, filtered and grouped, beside a QListWidget of the same rows."""

import gc
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QListView, QListWidget

from desktop.garbage import spare_frames
from desktop.itemmodels.cards import CardModel
from desktop.messages import Messages
from desktop.pens import Pens
from desktop.session import Session
from desktop.settings import Settings
from desktop.sidebar.panel import SidebarPanel
from desktop.theme import Themes
from library.library import Library
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import fresh, percentile
from tests.benchmarks.stage import Stage
from tests.benchmarks.stored import marked_library, scratch_folder

FRAME, HARDEST = 16.0, 50.0
"""Milliseconds that a frame may take once all is warm, and that the main thread may ever be held."""
LENGTH, COUNT = 1_000_000, 20_000
STEPS = 120
TYPED = ("协", "协商", "协商民", "议", "议事", "议事会", "zt", "xyz", "协 的", "")
PATIENCE = 30.0
PEER = "QListWidget"


def run(scale: float) -> Iterator[Measurement]:
    """Measure the cards in the sidebar, then the rows of the peer."""
    folder = scratch_folder("sidebar")
    try:
        library = marked_library(folder, round(LENGTH * scale), round(COUNT * scale))
        library.close()
        own = fresh("cards:measure", str(library.path), str(folder))
        peer = fresh("cards:measure_peer", str(library.path))
    finally:
        shutil.rmtree(folder)
    for metric, bound in (
        ("longest frame while the cards come in", HARDEST),
        ("longest frame while they come in again", FRAME),
        ("longest frame while filtering by colour", FRAME),
        ("longest frame while grouping and sorting", FRAME),
        ("one more card p95", FRAME),
        ("longest frame after 5,000 recoloured", FRAME),
    ):
        yield Measurement("sidebar", metric, own[metric], "ms CPU", target=Target("value", bound))
    for metric in ("opened, all rows in", "scroll p95", "filter as you type: longest frame p95"):
        bound = HARDEST if metric.startswith("opened") else FRAME
        target = None if metric.startswith("opened") else Target("value", bound)
        yield Measurement("sidebar", metric, own[metric], "ms CPU", PEER, peer[metric], target)


def measure(path: str, folder: str) -> dict[str, float]:
    """Return milliseconds of the main thread for what is done to the cards of the only document."""
    app = QApplication([])
    themes = Themes("paper")
    themes.apply(app)
    session, messages = Session(), Messages()
    panel = SidebarPanel(session, themes, Settings(Path(folder) / "s.ini"), messages, Pens(session, messages))
    session.open(Path(path))
    _wait(app, lambda: session.library is not None)
    library = session.library
    assert library is not None
    (document,) = library.documents.all()
    view, model, stage = panel.highlights, panel.highlights.model, Stage(app)
    stage.show(view.cards, panel)
    gc.collect()
    spare_frames()

    def frames(action: Callable[[], object]) -> list[float]:
        first = stage.frame(action)
        return [first, *stage.frames(PATIENCE, until=lambda: model.settled)]

    opened = frames(lambda: panel.show_document(document.id))
    panel.show_document(None)
    stage.settle()
    again = frames(lambda: panel.show_document(document.id))
    stage.settle()
    found = {
        "longest frame while the cards come in": max(opened),
        "longest frame while they come in again": max(again),
        "opened, all rows in": sum(again),
    }
    found |= _scrolling(stage, view.cards)
    frames(lambda: _type(panel, "协"))  # what is searched is folded once
    stage.settle()
    typed = [max(frames(lambda text=text: _type(panel, text))) for text in TYPED]
    found["filter as you type: longest frame p95"] = percentile(typed, 95)
    stage.settle()
    colored = [max(frames(view.bar.colors[color].click)) for color in ("red", "blue", "red", "blue")]
    found["longest frame while filtering by colour"] = max(colored)
    orders = (("place", "tag"), ("color", "color"), ("tag", "none"), ("date", "none"), ("place", "none"))
    found["longest frame while grouping and sorting"] = max(max(frames(lambda o=o: model.arrange(*o))) for o in orders)
    stage.settle()
    return found | _following(session, library, document.id, stage, model)


def _type(panel: SidebarPanel, text: str) -> None:
    panel.highlights.field.setText(text)
    panel.highlights.search_now()


def _scrolling(stage: Stage, view: QListView) -> dict[str, float]:
    bar = view.verticalScrollBar()
    steps = [stage.frame(lambda: bar.setValue(bar.value() + 120)) for _ in range(STEPS)]
    jumps = [stage.frame(lambda at=at: bar.setValue(bar.maximum() * at // STEPS)) for at in range(STEPS)]
    bar.setValue(0)
    return {"scroll p95": percentile(steps + jumps, 95)}


def _following(
    session: Session, library: Library, document_id: str, stage: Stage, model: CardModel
) -> dict[str, float]:
    spent: list[float] = []
    for number in range(STEPS // 4):
        start = LENGTH // 2 + number * 40
        session.submit(lambda writing, at=start: writing.highlights.add(document_id, at, at + 9))
        spent.append(stage.frame(session.flush))
    many = [row.id for row in library.highlights.of_document(document_id)[:5000]]
    session.submit(lambda writing: writing.highlights.recolor(many, "green"))
    first = stage.frame(session.flush)
    after = [first, *stage.frames(PATIENCE, until=lambda: model.settled)]
    return {"one more card p95": percentile(spent, 95), "longest frame after 5,000 recoloured": max(after)}


def measure_peer(path: str) -> dict[str, float]:
    """Return the same of a QListWidget in which each row is a line of text, filtered by hiding rows."""
    app = QApplication([])
    library = Library.open(Path(path), write=False)
    rows = [row.quote for row in library.highlights.all()]
    library.close()
    stage, peer = Stage(app), QListWidget()
    peer.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    stage.show(peer)
    opened = stage.frame(lambda: peer.addItems(rows))
    stage.settle()
    found = {"opened, all rows in": opened} | _scrolling(stage, peer)

    def hide(text: str) -> None:
        for row, words in enumerate(rows):
            peer.setRowHidden(row, text not in words)

    typed = [stage.frame(lambda text=text: hide(text)) for text in TYPED]
    return found | {"filter as you type: longest frame p95": percentile(typed, 95)}


def _wait(app: QApplication, until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not until() and time.monotonic() < deadline:
        app.processEvents()
