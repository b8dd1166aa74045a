"""Whatever is done in the window in whatever order, each text shows what the library holds, as a new pane would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reader.pane import ReaderPane
from desktop.theme import THEMES
from library.models import COLORS, Color, Document, Highlight
from tests.desktop.desk import Desk
from tests.desktop.reader.stress import difference, nothing_goes_wrong, wait_idle

TEXTS = tuple("".join(f"第{n}段{sign}：一二三四五，𠮷😀e\u0301。\n" * 2 for n in range(60)) for sign in "甲乙")
SHARES = st.integers(0, 999)
COMMANDS = ("split_right", "split_below", "unsplit", "other_group", "tab_over", "together", "back", "forward", "redo")


class WindowMachine(RuleBasedStateMachine):
    """The window with two texts. Each run goes on where the last one left it, its texts shown side by side no more."""

    desk: Desk
    documents: tuple[Document, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self._wrong = self._stack.enter_context(nothing_goes_wrong())
        self.window = self.desk.window
        self.steps = 0

    def teardown(self) -> None:
        """Hear of nothing any more."""
        self._stack.close()

    @initialize(side_by_side=st.booleans())
    def begin(self, side_by_side: bool) -> None:
        self.command("unsplit")
        self.desk.write(lambda library: library.highlights.remove(*[mark.id for mark in library.highlights.all()]))
        for at in range(12):
            self.mark(at % 2, 90 * at, 20 + 15 * at, COLORS[at % len(COLORS)])
        self.open(0, 0, False)
        if side_by_side:
            self.command("split_right")

    @rule(number=st.integers(0, 1), share=SHARES, new_tab=st.booleans())
    def open(self, number: int, share: int, new_tab: bool) -> None:
        self.window.navigation.open_document(
            self.documents[number].id, share * len(TEXTS[number]) // 1000, new_tab=new_tab
        )

    @rule(command=st.sampled_from(COMMANDS))
    def command(self, command: str) -> None:
        self.window.menus.refresh()
        if self.window.menus[command].isEnabled():
            self.window.menus[command].trigger()

    @rule()
    def undo(self) -> None:
        """Undo what was done in this run."""
        if self.steps:
            self.steps -= 1
            self.command("undo")

    @rule(number=st.integers(0, 1), share=SHARES, length=st.integers(1, 200), color=st.sampled_from(COLORS))
    def mark(self, number: int, share: int, length: int, color: Color) -> None:
        start = share * (len(TEXTS[number]) - 200) // 1000
        document = self.documents[number]
        self.desk.write(lambda library: library.highlights.add(document.id, start, start + length, color=color))
        self.steps += 1

    @rule(share=SHARES, color=st.sampled_from(COLORS))
    def recolor(self, share: int, color: Color) -> None:
        if marks := self.desk.library.highlights.all():
            chosen = marks[share * len(marks) // 1000].id
            self.desk.write(lambda library: library.highlights.recolor([chosen], color))

    @rule(share=SHARES)
    def remove(self, share: int) -> None:
        if marks := self.desk.library.highlights.all():
            chosen = marks[share * len(marks) // 1000].id
            self.desk.write(lambda library: library.highlights.remove(chosen))

    @rule(distance=st.integers(-900, 900))
    def scroll(self, distance: int) -> None:
        self.window.pane.scroll_by(distance)

    @rule(theme=st.sampled_from(THEMES))
    def dress(self, theme: str) -> None:
        self.window.settings.theme = theme

    @rule(larger=st.booleans())
    def zoom(self, larger: bool) -> None:
        self.window.pane.zoom(1 if larger else -1)

    @rule(width=st.integers(900, 1440), height=st.integers(600, 900))
    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)

    @invariant()
    def each_text_shows_what_is_held(self) -> None:
        self.window.session.flush()
        wait_idle(3)
        assert not self._wrong
        for pane in self.window.findChildren(ReaderPane):
            if pane.isVisible() and pane.flow is not None:
                self.desk.settle(lambda pane=pane: shown(pane) == self.held(pane))
                assert difference(picture(pane), afresh(pane)) == ""

    def held(self, pane: ReaderPane) -> set[tuple[str, int, int, str]]:
        """Return the highlights that the library holds of the text in a pane."""
        text = pane.flow.document.text.text() if pane.flow is not None else ""
        marks: list[Highlight] = self.desk.library.highlights.of_document(self.documents[TEXTS.index(text)].id)
        return {(mark.id, mark.start, mark.end, mark.color or "") for mark in marks}


def shown(pane: ReaderPane) -> set[tuple[str, int, int, str]]:
    """Return the highlights that a pane shows."""
    spans = pane.marks.spans.touching(0, len(TEXTS[0]))
    return {(span.id, span.start, span.end, span.color) for span in spans}


def picture(pane: ReaderPane) -> QImage:
    return pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def afresh(pane: ReaderPane) -> QImage:
    """Return what a new pane shows of the same text, with the same marks, at the same place."""
    assert pane.flow is not None
    fresh = ReaderPane(pane.reader_style)
    fresh.resize(pane.size())
    fresh.open_text(pane.flow.document.text, title=pane.flow.document.title, format="text")
    fresh.grab()
    fresh.set_spans(pane.marks.spans.touching(0, pane.flow.document.length))
    if pane.marks.selection is not None:
        fresh.set_selection(pane.marks.selection, caret=pane.marks.caret_visible)
    fresh.set_selected_highlight(pane.marks.selected)
    fresh.return_to(pane.anchor())
    image = picture(fresh)
    fresh.clear()
    fresh.deleteLater()
    return image


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


def test_anything_in_any_order(desk: Desk, qapp: QApplication) -> None:
    WindowMachine.desk = desk
    WindowMachine.documents = tuple(desk.add(text, f"文{number}") for number, text in enumerate(TEXTS))
    desk.read(WindowMachine.documents[0])
    operations = settings(max_examples=10, stateful_step_count=25, deadline=None, suppress_health_check=[*HealthCheck])
    run_state_machine_as_test(WindowMachine, settings=operations)
