"""Pens and keys act on the hit that was stepped to, not on a highlight that was selected before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.search.sought import FIRST, Sought

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
HITS = [FIRST.index("人民政协"), FIRST.index("人民政\n協"), FIRST.index("人民、")]


@pytest.fixture
def sought(qtbot: QtBot, tmp_path: Path) -> Iterator[Sought]:
    made = Sought(qtbot, tmp_path)
    made.read(made.first)
    made.window.reader.setFocus()
    yield made
    made.close()


def type_query(sought: Sought, query: str) -> None:
    sought.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for character in query:
        sought.type(character)
    sought.settle(lambda: len(sought.window.pane.marks.hits) == 3)


def mark(sought: Sought, key: Qt.Key) -> None:
    sought.window.menus.refresh()
    sought.press(key)
    sought.window.session.flush()


def marks(sought: Sought) -> list[tuple[int, str]]:
    """Where each highlight begins, and its colour."""
    found = sought.library.highlights.of_document(sought.first.id)
    return sorted((mark.start, mark.color or "") for mark in found)


def test_what_f3_outlines_is_what_a_pen_marks(sought: Sought) -> None:
    type_query(sought, "人民政协")
    sought.press(Key.Key_Return)
    mark(sought, Key.Key_3)
    first = marks(sought)
    sought.press(Key.Key_F3)
    sought.settle(lambda: sought.window.pane.selection() == (HITS[1], HITS[1] + 5))
    mark(sought, Key.Key_2)
    sought.press(Key.Key_F3)
    mark(sought, Key.Key_Q)
    made = marks(sought)
    assert made[:1] == first
    assert [start for start, _ in made] == HITS
    assert made[1][1] == made[2][1] != first[0][1]


def test_stepping_back_goes_to_the_hit_before_the_one_just_marked(sought: Sought) -> None:
    type_query(sought, "人民政协")
    sought.press(Key.Key_F3)
    sought.press(Key.Key_Return)
    mark(sought, Key.Key_3)
    sought.press(Key.Key_F3, SHIFT)
    sought.settle(lambda: sought.window.pane.selection() == (HITS[0], HITS[0] + 4))


def test_the_find_bar_keeps_its_query_while_its_hit_is_selected(sought: Sought) -> None:
    type_query(sought, "人民政协")
    sought.press(Key.Key_F3)
    sought.press(Key.Key_F3)
    sought.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert len(sought.window.pane.marks.hits) == 3
    sought.window.reader.setFocus()
    sought.press(Key.Key_Escape)
    assert sought.window.pane.selection() == (HITS[2], HITS[2] + 5)
    sought.press(Key.Key_Escape)
    assert sought.window.pane.selection() is None


def test_hits_of_the_library_are_marked_as_they_are_stepped_to(sought: Sought) -> None:
    earlier = sought.write(lambda library: library.highlights.add(sought.first.id, 0, 2, color="blue"))
    sought.window.pane.set_selected_highlight(earlier.id)
    sought.ask("人民政协")
    sought.press(Key.Key_Down)
    sought.settle(lambda: sought.panel.model.hit(1) is not None)
    sought.press(Key.Key_Return)
    mark(sought, Key.Key_3)
    sought.settle(lambda: len(sought.window.pane.marks.hits) == 3)
    assert sought.window.pane.selection() is None, "what is found later selects nothing again"
    sought.press(Key.Key_F3)
    mark(sought, Key.Key_2)
    sought.press(Key.Key_F3)
    sought.press(Key.Key_F3, SHIFT)
    sought.press(Key.Key_F3)
    mark(sought, Key.Key_3)
    made = marks(sought)
    assert [start for start, _ in made] == [0, *HITS]
    assert made[0][1] == "blue"
    assert made[1][1] == made[3][1] != made[2][1]
