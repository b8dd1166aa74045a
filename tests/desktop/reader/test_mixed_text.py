"""Motions and selections on everything at once: Han, astral characters, joined emoji, marks, right to left, tabs."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.reader.graphemes import grapheme_start
from desktop.reader.motions import x_of
from desktop.reader.pane import ReaderPane
from desktop.reader.selection import Selection, extent, next_word_end, previous_word_start
from desktop.reader.units import Unit
from library.importers.encodings import decode
from tests.desktop.reader.conftest import OpenText, ShowText

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
PARTS = [
    "协商民主", "，", "。”", "𠮷", "👍🏽", "👨‍👩‍👧", "🇨🇳", "e\u0301", "葛\U000e0100", "שָׁלוֹם ", "السَّلام ",
    "नमस्ते ", "สวัสดี", "\t", " ", "Donaudampfschifffahrtsgesellschaft", "3.14", "각", "\r\n", "\r\n\r\n", "。\r\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

Shown = Callable[[str], ReaderPane]


@pytest.fixture
def shown(show: ShowText, read: OpenText) -> Shown:
    """Show in one pane what a file with CRLF holds."""
    pane = show("")

    def put(original: str) -> ReaderPane:
        text = decode(original.encode()).text if original else ""
        pane.open_text(read(text), title="", format="text")
        return pane

    return put


def length(pane: ReaderPane) -> int:
    assert pane.flow is not None
    return pane.flow.document.length


def is_whole(pane: ReaderPane, position: int) -> bool:
    assert pane.flow is not None
    return grapheme_start(pane.flow.document, position) == position


def put_caret(pane: ReaderPane, position: int) -> None:
    pane.set_selection(Selection(position, position), caret=True)


@quick
@given(original=TEXTS)
def test_right_goes_through_all_and_left_back(shown: Shown, original: str) -> None:
    pane = shown(original)
    put_caret(pane, 0)
    visited = [0]
    while pane.caret() < length(pane):
        QTest.keyClick(pane, Key.Key_Right)
        assert pane.caret() > visited[-1]
        assert is_whole(pane, pane.caret())
        visited.append(pane.caret())
    for position in reversed(visited[:-1]):
        QTest.keyClick(pane, Key.Key_Left)
        assert pane.caret() == position


@quick
@given(original=TEXTS)
def test_words_never_hold_the_caret_fast(shown: Shown, original: str) -> None:
    pane = shown(original)
    assert pane.flow is not None
    document, position = pane.flow.document, 0
    while position < document.length:
        following = next_word_end(document, position)
        assert following > position
        assert is_whole(pane, following)
        position = following
    while position > 0:
        before = previous_word_start(document, position)
        assert before < position
        assert is_whole(pane, before)
        position = before


@quick
@given(original=TEXTS, place=st.integers(0, 400), motion=st.sampled_from(list(Unit)))
def test_a_unit_holds_its_place_and_whole_graphemes(shown: Shown, original: str, place: int, motion: Unit) -> None:
    pane = shown(original)
    assert pane.flow is not None
    document = pane.flow.document
    place = grapheme_start(document, min(place, document.length))
    start, end = extent(document, motion, place)
    assert 0 <= start <= end <= document.length
    assert is_whole(pane, start)
    assert is_whole(pane, end)
    on_space = document.text.slice(min(place, document.length - 1), place + 1).isspace()
    if motion is not Unit.SENTENCE or not on_space:  # a sentence has no white space around it
        assert start <= place <= end


@quick
@given(original=TEXTS, start=st.integers(0, 400), end=st.integers(0, 400), keys=st.lists(st.sampled_from(
    [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End]), max_size=5))  # fmt: skip
def test_no_half_of_a_grapheme_is_selected(
    shown: Shown, original: str, start: int, end: int, keys: list[Qt.Key]
) -> None:
    pane = shown(original)
    pane.select(start, end)
    for key in keys:
        QTest.keyClick(pane, key, SHIFT)
    held = pane.selection()
    assert held is None or (is_whole(pane, held[0]) and is_whole(pane, held[1]))
    assert is_whole(pane, pane.caret())


@quick
@given(original=TEXTS, x=st.integers(0, 800), y=st.integers(0, 590), far=st.integers(0, 800))
@example(original="👍🏽नमस्ते", x=130, y=60, far=150)
def test_the_mouse_takes_whole_graphemes(shown: Shown, original: str, x: int, y: int, far: int) -> None:
    pane = shown(original)
    viewport, left = pane.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=QPoint(x, y))
    QTest.mouseMove(viewport, QPoint(far, y))
    QTest.mouseRelease(viewport, left, pos=QPoint(far, y))
    assert is_whole(pane, pane.caret())
    held = pane.selection()
    assert held is None or (is_whole(pane, held[0]) and is_whole(pane, held[1]))


@quick
@given(first=st.integers(1, 12), rows=st.lists(st.integers(0, 12), max_size=8), column=st.integers(0, 12))
def test_down_and_up_keep_their_x(shown: Shown, first: int, rows: list[int], column: int) -> None:
    pane = shown("\r\n".join("字" * row for row in (first, *rows)))
    assert pane.flow is not None
    put_caret(pane, min(column, first))
    wanted = x_of(pane.flow, pane.caret())
    lines = len([row for row in rows if row])
    for _ in range(lines):
        QTest.keyClick(pane, Key.Key_Down)
        end = x_of(pane.flow, pane.flow.document.end(pane.flow.document.block_at(pane.caret())))
        assert x_of(pane.flow, pane.caret()) == pytest.approx(min(wanted, end), abs=1)
    for _ in range(lines):
        QTest.keyClick(pane, Key.Key_Up)
    assert pane.caret() == min(column, first)
