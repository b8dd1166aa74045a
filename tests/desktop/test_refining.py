"""The selected highlight is extended, starred and its quotation corrected by keys, and all of it is undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.correct import CorrectDialog
from desktop.widgets.cardparts import STAR, place_words, shown_quote
from library.models import Highlight
from tests.desktop.desk import Desk

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "第一句。第二句𠮷😀从产治理，e\u0301tude。第三句。\n下一段。"
QUOTE = "从产治理"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    document = desk.add(TEXT, "短文")
    start = TEXT.index(QUOTE)
    made = desk.write(lambda library: library.highlights.add(document.id, start, start + len(QUOTE)))
    desk.read(document)
    desk.window.pane.setFocus()
    desk.window.marking.select_highlight(made.id)
    yield desk
    desk.close()


def press(desk: Desk, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    desk.window.menus.refresh()
    QTest.keyClick(desk.window.pane, key, held)
    desk.window.session.flush()


def mark(desk: Desk) -> Highlight:
    desk.window.session.flush()
    (found,) = desk.library.highlights.all()
    return found


def test_it_is_extended_to_its_sentence_and_then_to_its_paragraph(desk: Desk) -> None:
    press(desk, Key.Key_E)
    assert mark(desk).quote == "第二句𠮷😀从产治理，e\u0301tude。"
    press(desk, Key.Key_E)
    assert mark(desk).quote == "第二句𠮷😀从产治理，e\u0301tude。"
    press(desk, Key.Key_E, SHIFT)
    assert mark(desk).quote == TEXT.split("\n")[0]
    assert desk.window.pane.selected_highlight() == mark(desk).id
    desk.trigger("undo")
    desk.trigger("undo")
    assert mark(desk).quote == QUOTE


def test_a_star_comes_and_goes_and_is_seen_on_the_card(desk: Desk) -> None:
    press(desk, Key.Key_K)
    assert mark(desk).starred
    (excerpt,) = desk.library.excerpts.of_document(mark(desk).document_id)
    assert place_words(excerpt).startswith(STAR)
    press(desk, Key.Key_K)
    assert not mark(desk).starred
    desk.trigger("undo")
    assert mark(desk).starred
    document_id = mark(desk).document_id
    desk.write(lambda library: library.highlights.add(document_id, 0, 2))
    cards = desk.window.sidebar.highlights
    cards.cards.selectAll()
    next(entry for entry in cards.menu().actions() if entry.text().startswith("Star, or take the star off")).trigger()
    desk.window.session.flush()
    assert all(row.starred for row in desk.library.highlights.all())


def test_a_correction_stands_on_the_card_with_the_original_beside_it(desk: Desk) -> None:
    def dialog() -> CorrectDialog:
        desk.window.activateWindow()
        desk.settle(desk.window.isActiveWindow)
        press(desk, Key.Key_C)
        found = QApplication.activeModalWidget()
        assert isinstance(found, CorrectDialog)
        found.activateWindow()
        desk.settle(found.isActiveWindow)
        return found

    opened = dialog()
    assert opened.field.toPlainText() == QUOTE
    assert not opened.withdraw.isEnabled()
    opened.field.setPlainText("从严治理")
    QTest.keyClick(opened.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle(lambda: bool(mark(desk).correction))
    assert (mark(desk).correction, mark(desk).quote) == ("从严治理", QUOTE)
    assert shown_quote(mark(desk)) == "从严治理 (in the text: 从产治理)"
    opened = dialog()
    assert opened.field.toPlainText() == "从严治理"
    opened.withdraw.click()
    assert mark(desk).correction == ""
    desk.trigger("undo")
    assert mark(desk).correction == "从严治理"
    steps = desk.library.journal.history()
    dialog().accept()
    desk.window.session.flush()
    assert desk.library.journal.history() == steps
