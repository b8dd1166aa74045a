"""Whatever is done in whatever order, the pane looks like one that was never anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.reader import prefetch
from desktop.reader.hits import Hits
from desktop.reader.pane import ReaderPane
from desktop.reader.selection import Selection
from desktop.reader.spans import Span
from desktop.reader.stripes import TagStripe
from desktop.reader.style import ReaderStyle, reader_style, resized
from desktop.settings import Settings
from desktop.theme import THEMES, load_theme
from library.models import COLORS, Color
from library.search.passages import find_passages
from tests.desktop.reader.stress import (
    FORMATS,
    TEXTS,
    TITLES,
    afresh,
    difference,
    nothing_goes_wrong,
    on_screen,
    reading,
    wait_complete,
    wait_idle,
)

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SHARES = st.integers(0, 1000)
COLORED = st.sampled_from(COLORS)
IDS = st.sampled_from("abcdefgh")
SIZES = st.tuples(st.integers(240, 640), st.integers(120, 460))
POINTS = st.tuples(st.integers(-20, 660), st.integers(-60, 520))
KEYS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home,
        Key.Key_End, Key.Key_Space, Key.Key_Tab, Key.Key_Escape)  # fmt: skip
MODIFIERS = (Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier,
             Modifier.ControlModifier | Modifier.ShiftModifier)  # fmt: skip


class ReaderMachine(RuleBasedStateMachine):
    """One pane, and what it should show."""

    styles: tuple[ReaderStyle, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self._wrong = self._stack.enter_context(nothing_goes_wrong())
        self.pane = ReaderPane(self.styles[0])
        self.pane.resize(420, 300)
        self.pane.show()
        self.name = ""
        self.spans: dict[str, Span] = {}
        self.notes: dict[str, str] = {}
        self.bookmarks: list[tuple[int, str]] = []
        self.done: list[tuple[dict[str, Span], dict[str, str]]] = []

    def teardown(self) -> None:
        """Close the pane."""
        self.pane.clear()
        self.pane.close()
        self.pane.deleteLater()
        self._stack.close()

    # -- the text --

    @initialize(name=st.sampled_from(sorted(TEXTS)), share=SHARES)
    def begin(self, name: str, share: int) -> None:
        self.open(name, share)

    @rule(name=st.sampled_from(sorted(TEXTS)), share=SHARES)
    def open(self, name: str, share: int) -> None:
        self.name = name
        self.spans, self.notes, self.bookmarks, self.done = {}, {}, [], []
        self.pane.open_text(reading(name), title=TITLES.get(name, ""), format=FORMATS.get(name, "text"),
                            place=self.at(share))  # fmt: skip

    def at(self, share: int) -> int:
        return share * len(TEXTS[self.name]) // 1000

    # -- going through it --

    @rule(distance=st.integers(-1500, 1500))
    def scroll(self, distance: int) -> None:
        self.pane.scroll_by(distance)

    @rule(delta=st.integers(-300, 300), pixels=st.booleans(), control=st.booleans())
    def wheel(self, delta: int, pixels: bool, control: bool) -> None:
        middle = QPointF(self.pane.viewport().rect().center())
        event = QWheelEvent(
            middle, QPointF(self.pane.viewport().mapToGlobal(middle.toPoint())), QPoint(0, delta if pixels else 0),
            QPoint(0, delta), Qt.MouseButton.NoButton, Modifier.ControlModifier if control else Modifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.pane.viewport(), event)

    @rule(direction=st.sampled_from((1, -1)))
    def page(self, direction: int) -> None:
        self.pane.scroll_page(direction)

    @rule(share=SHARES)
    def jump(self, share: int) -> None:
        self.pane.map.setValue(self.pane.map.maximum() * share // 1000)

    @rule(share=SHARES, length=st.integers(0, 400))
    def go_to(self, share: int, length: int) -> None:
        self.pane.go_to(self.at(share), select_end=self.at(share) + length)

    @rule(share=SHARES)
    def place(self, share: int) -> None:
        self.pane.scroll_to_place(self.at(share))

    @rule(share=SHARES)
    def reveal(self, share: int) -> None:
        self.pane.reveal(self.at(share))

    @rule()
    def end(self) -> None:
        self.pane.scroll_to_end()

    @rule(keys=st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(MODIFIERS)), min_size=1, max_size=3))
    def type_keys(self, keys: list[tuple[Key, Modifier]]) -> None:
        for key, modifier in keys:
            QTest.keyClick(self.pane, key, modifier)

    # -- how it is set --

    @rule(sizes=st.lists(SIZES, min_size=1, max_size=3))
    def resize(self, sizes: list[tuple[int, int]]) -> None:
        for width, height in sizes:
            self.keeping_place(lambda width=width, height=height: self.pane.resize(width, height))

    @rule(size=st.integers(9, 60))
    def zoom(self, size: int) -> None:
        self.keeping_place(lambda: self.pane.set_style(resized(self.pane.reader_style, size)))

    @rule(number=st.integers(0, len(THEMES) - 1))
    def theme(self, number: int) -> None:
        self.keeping_place(lambda: self.pane.set_style(resized(self.styles[number], self.pane.reader_style.size)))

    @rule(
        measure=st.integers(8, 50),
        spacing=st.integers(12, 30),
        indent=st.sampled_from((0, 2)),
        gap=st.integers(0, 20),
        margin=st.integers(20, 120),
    )
    def set_page(self, measure: int, spacing: int, indent: int, gap: int, margin: int) -> None:
        self.wear(measure=float(measure), line_spacing=spacing / 10, indent=float(indent), paragraph_gap=gap,
                  margin=margin)  # fmt: skip

    @rule(justified=st.booleans(), numbers=st.booleans(), stripes=st.booleans(), notes=st.booleans())
    def show_or_hide(self, justified: bool, numbers: bool, stripes: bool, notes: bool) -> None:
        self.wear(justified=justified, numbers=numbers, stripes=stripes, note_lane=150 * notes)

    def wear(self, **changes: object) -> None:
        """Change the style of texts of both kinds."""
        style = self.pane.reader_style
        latin = replace(style.latin, **changes) if style.latin is not None else None
        self.keeping_place(lambda: self.pane.set_style(replace(style, latin=latin, **changes)))

    @rule(mode=st.sampled_from(("off", "hover", "rare", "all")))
    def pinyin(self, mode: str) -> None:
        self.keeping_place(lambda: self.pane.set_style(replace(self.pane.reader_style, ruby=mode)))

    # -- marks --

    @rule(id=IDS, share=SHARES, length=st.integers(1, 900), color=st.sampled_from(COLORS),
          line=st.booleans())  # fmt: skip
    def put(self, id: str, share: int, length: int, color: str, line: bool) -> None:
        start = min(self.at(share), len(TEXTS[self.name]) - 1)
        assume(start >= 0)
        self.remember()
        span = Span(id, start, min(start + length, len(TEXTS[self.name])), color, "underline" if line else "highlight")
        self.spans[id] = span
        self.in_place(lambda: self.pane.put_span(span))

    @rule(id=IDS)
    def drop(self, id: str) -> None:
        self.remember()
        self.spans.pop(id, None)
        self.notes.pop(id, None)
        self.in_place(lambda: self.pane.drop_span(id))

    @rule(id=IDS, text=st.sampled_from(("短。", "批注长一些，" * 12, "一\n\n二")))
    def note(self, id: str, text: str) -> None:
        assume(id in self.spans)
        self.remember()
        self.notes[id] = text
        self.in_place(lambda: self.pane.put_note(id, text))

    @rule(id=IDS)
    def unnote(self, id: str) -> None:
        self.remember()
        self.notes.pop(id, None)
        self.in_place(lambda: self.pane.drop_note(id))

    @rule(id=IDS, names=st.lists(st.sampled_from(("协商", "程序", "人物")), max_size=3, unique=True), color=COLORED)
    def tag(self, id: str, names: list[str], color: Color) -> None:
        assume(id in self.spans)
        self.in_place(lambda: self.pane.put_tags(id, [TagStripe(name, color) for name in names]))

    @rule(shares=st.lists(SHARES, max_size=3, unique=True))
    def bookmark(self, shares: list[int]) -> None:
        self.bookmarks = [(self.at(share), f"第{share}处") for share in shares]
        self.in_place(lambda: self.pane.set_bookmarks(self.bookmarks))

    @rule(on=st.booleans())
    def browse(self, on: bool) -> None:
        self.pane.set_caret_browsing(on)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.spans, self.notes = self.done.pop()
        self.in_place(lambda: (self.pane.set_spans(list(self.spans.values())), self.pane.set_notes(self.notes)))

    @rule(id=st.none() | IDS)
    def choose(self, id: str | None) -> None:
        self.in_place(lambda: self.pane.set_selected_highlight(id if id in self.spans else None))

    @rule(first=SHARES, last=SHARES, caret=st.booleans())
    def select(self, first: int, last: int, caret: bool) -> None:
        self.in_place(lambda: self.pane.set_selection(Selection(self.at(first), self.at(last)), caret=caret))

    @rule(everything=st.booleans())
    def select_all(self, everything: bool) -> None:
        self.in_place(self.pane.select_all if everything else self.pane.clear_selection)

    @rule(points=st.lists(POINTS, min_size=1, max_size=4), clicks=st.integers(1, 4))
    def press(self, points: list[tuple[int, int]], clicks: int) -> None:
        """Click into the text, or drag from the first point over the others."""
        first, *others = [QPoint(*point) for point in points]
        area = self.pane.viewport()
        first = QPoint(min(max(first.x(), 0), area.width() - 1), min(max(first.y(), 0), area.height() - 1))
        for _ in range(clicks):
            QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=first)
            for point in others:
                QTest.mouseMove(area, point)
            QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=others[-1] if others else first)

    # -- hits --

    @rule(query=st.sampled_from(("意见", "的", "the", "臺灣", "。", "e\u0301", "没有的")), share=SHARES)
    def find(self, query: str, share: int) -> None:
        self.pane.set_hits(Hits())
        first = None
        text = reading(self.name)
        for batch in find_passages(text, query, first=self.at(share)):
            self.in_place(lambda batch=batch: self.pane.add_hits(Hits(batch)))
            first = first or batch[0]
        if first is not None:
            self.pane.set_current_hit(first)

    @rule()
    def clear_hits(self) -> None:
        self.in_place(lambda: self.pane.set_hits(Hits()))

    @rule(rounds=st.integers(1, 6))
    def idle(self, rounds: int) -> None:
        wait_idle(rounds)

    # -- what holds --

    def remember(self) -> None:
        self.done.append((dict(self.spans), dict(self.notes)))

    def in_place(self, change: Callable[[], object]) -> None:
        """Do what must not move the text."""
        anchor = self.pane.anchor()
        change()
        assert self.pane.anchor() == anchor

    def keeping_place(self, change: Callable[[], object]) -> None:
        """Do what sets the text anew around the first visible character."""
        place = self.pane.place()
        change()
        wait_idle()
        assert self.pane.place() == place

    @invariant()
    def it_looks_like_a_new_one(self) -> None:
        wait_idle()
        wait_complete(self.pane)
        wait_idle()
        assert not self._wrong
        if self.name:
            fresh = afresh(self.pane, self.name, self.spans, self.notes, self.bookmarks)
            assert difference(on_screen(self.pane), fresh) == ""


@pytest.fixture
def styles(qapp: QApplication, tmp_path: Path) -> tuple[ReaderStyle, ...]:
    """The styles of all themes, with all settings at their defaults."""
    settings = Settings(tmp_path / "settings.ini")
    return tuple(reader_style(load_theme(name), settings) for name in THEMES)


@pytest.fixture
def without_clock(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing depend on how fast the machine is: work ahead is done strip by strip, clicks always come in time."""
    monkeypatch.setattr(prefetch, "SLICE_SECONDS", -1.0)
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(1_000_000)
    yield
    QApplication.setDoubleClickInterval(interval)


@pytest.mark.usefixtures("without_clock")
def test_anything_in_any_order(styles: tuple[ReaderStyle, ...]) -> None:
    ReaderMachine.styles = styles
    operations = settings(max_examples=40, stateful_step_count=50, deadline=None, suppress_health_check=[*HealthCheck])
    run_state_machine_as_test(ReaderMachine, settings=operations)
