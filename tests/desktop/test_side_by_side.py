"""Text, find bar, cards and tags beside one another in the window: what one does never disturbs another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.itemmodels.cards import CardModel
from desktop.widgets.noteeditor import NoteEditor
from library.models import Document
from tests.desktop.desk import Desk

TEXT = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(40))
Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk) -> Document:
    desk.open(make=True)
    document = desk.add(TEXT, "长文")
    desk.read(document)
    return document


def mark(desk: Desk, document: Document, *numbers: int) -> list[str]:
    """Mark the beginning of some paragraphs."""
    starts = [TEXT.index(f"第{number}段") for number in numbers]
    return [desk.write(lambda library, at=at: library.highlights.add(document.id, at, at + 3)).id for at in starts]


def press(desk: Desk, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.processEvents()
    desk.window.menus.refresh()
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, modifier)
    QApplication.processEvents()


def write(text: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert(text)


def write_note(text: str) -> None:
    editor = QApplication.focusWidget()
    assert isinstance(editor, NoteEditor)
    editor.insertPlainText(text)


def click_card(desk: Desk, highlight_id: str) -> None:
    cards = desk.window.sidebar.highlights.cards
    row = desk.window.sidebar.highlights.model.find_row(highlight_id)
    assert row is not None
    place = cards.visualRect(cards.model().index(row, 0)).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_closing_find_selects_no_other_highlight(desk: Desk, document: Document) -> None:
    ids = mark(desk, document, 1, 3, 5, 7)
    click_card(desk, ids[3])
    assert desk.window.pane.selected_highlight() == ids[3]
    press(desk, Key.Key_F, Control)
    write("e\u0301")
    desk.settle(lambda: len(desk.window.pane.marks.hits) == 40)
    press(desk, Key.Key_Return)
    assert QApplication.focusWidget() is desk.window.pane
    assert desk.window.pane.selected_text() == "e\u0301"
    assert desk.window.pane.selected_highlight() is None
    assert desk.window.sidebar.highlights.cards.chosen_ids() == []


def test_closing_find_without_a_hit_leaves_the_highlight_selected(desk: Desk, document: Document) -> None:
    ids = mark(desk, document, 1, 3, 5, 7)
    click_card(desk, ids[3])
    press(desk, Key.Key_F, Control)
    write("zz")
    press(desk, Key.Key_Escape)
    assert QApplication.focusWidget() is desk.window.pane
    assert desk.window.pane.selected_highlight() == ids[3]
    assert desk.window.sidebar.highlights.cards.chosen_ids() == [ids[3]]


def test_a_hit_that_enter_took_is_marked_by_a_digit(desk: Desk, document: Document) -> None:
    press(desk, Key.Key_F, Control)
    write("𠮷😀")
    press(desk, Key.Key_Return)
    desk.settle(lambda: desk.window.pane.selected_text() == "𠮷😀")
    press(desk, Key.Key_2)
    desk.settle(lambda: [mark.quote for mark in desk.library.highlights.of_document(document.id)] == ["𠮷😀"])


def test_going_to_the_cards_selects_none_and_an_arrow_the_first_in_sight(desk: Desk, document: Document) -> None:
    ids = mark(desk, document, *range(30))
    cards = desk.window.sidebar.highlights.cards
    cards.scrollTo(cards.model().index(20, 0), cards.ScrollHint.PositionAtTop)
    first = cards.rows_in_sight().start
    assert first > 0
    cards.setFocus()
    assert desk.window.pane.selected_highlight() is None
    assert cards.chosen_ids() == []
    press(desk, Key.Key_Down)
    assert desk.window.pane.selected_highlight() == ids[first]


class Paintings:
    """Which rows a list paints by itself, without being asked to."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        delegate = desk.window.sidebar.highlights.cards.cards_delegate
        paint = delegate.paint
        self.ids: list[str] = []

        def noted(painter: object, option: object, index: object) -> None:
            self.ids.append(index.data(CardModel.IdRole))
            paint(painter, option, index)

        monkeypatch.setattr(delegate, "paint", noted)


def test_a_card_is_painted_as_soon_as_it_is_there(
    desk: Desk, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(desk, document, 1, 9)
    (middle,) = mark(desk, document, 5)
    desk.write(lambda library: library.highlights.remove(middle))
    painted = Paintings(desk, monkeypatch).ids
    QApplication.processEvents()
    painted.clear()
    desk.window.session.undo()
    desk.settle(lambda: middle in painted)
    assert desk.window.sidebar.highlights.cards.isVisible()


def test_a_library_closed_while_a_note_is_written_is_left_in_peace(desk: Desk, document: Document) -> None:
    (made,) = mark(desk, document, 3)
    desk.window.write_note(made, False)
    write_note("没写完 𠮷")
    press(desk, Key.Key_W, Control | Shift)
    desk.settle(lambda: desk.window.session.library is None)
    desk.window.session.flush()
    assert desk.texts == []
    desk.open()
    note = desk.library.notes.find("highlight", made)
    assert note is not None
    assert note.text == "没写完 𠮷"
    assert desk.window.navigation.document_id == document.id
