"""A library that is open for reading: nothing can be typed that is lost, and nothing is offered that is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.sidebar.cards import Cards
from desktop.widgets.noteeditor import NoteEditor
from desktop.widgets.tagpicker import TagPicker
from tests.desktop.desk import Desk

TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\n"
Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    document = desk.add(TEXT, "简报")
    mark = desk.write(lambda library: library.highlights.add(document.id, 0, 4, tags=["方法"], note="批"))
    desk.write(lambda library: library.notes.write("document", document.id, "按语"))
    desk.open(write=False)
    desk.read(document)
    desk.settle(lambda: cards_of(desk).model().rowCount() == 1)
    cards_of(desk).choose(mark.id)
    yield desk
    assert [message for message in desk.said if message.level == "error"] == []
    desk.close()


def cards_of(desk: Desk) -> Cards:
    return desk.window.sidebar.highlights.cards


def type_into(editor: NoteEditor) -> None:
    """Type all that writes: letters, bold, a line of a list, a paste, a letter taken away."""
    QApplication.clipboard().setText("贴")
    editor.setFocus()
    QTest.keyClicks(editor, "ab")
    for key in (Key.Key_B, Key.Key_V):
        QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    for key in (Key.Key_Return, Key.Key_Backspace):
        QTest.keyClick(editor, key)


def offered(menu: QMenu) -> set[str]:
    """What can be chosen in a menu, without its keys."""
    return {one.text().partition("\t")[0] for one in menu.actions() if one.isEnabled() and one.text()}


def test_n_on_a_card_lets_its_note_be_read_and_not_written(desk: Desk) -> None:
    cards = cards_of(desk)
    QTest.keyClick(cards, Key.Key_N)
    editor = cards.noting.editor
    assert editor.isVisible()
    type_into(editor)
    assert editor.text == "批"
    QTest.keyClick(editor, Key.Key_Escape)
    desk.settle(lambda: not editor.isVisible())


def test_the_notes_of_the_document_and_of_the_library_are_read_only(desk: Desk) -> None:
    sidebar = desk.window.sidebar
    type_into(sidebar.highlights.document_note.editor)
    assert sidebar.highlights.document_note.editor.text == "按语"
    sidebar.show_view("notes")
    rows = sidebar.notes.rows
    rows.setCurrentIndex(rows.model().index(0, 0))
    rows.edit_note()
    before = rows.editor.text
    type_into(rows.editor)
    assert rows.editor.text == before


@pytest.mark.parametrize("key", [Key.Key_T, Key.Key_C, Key.Key_K, Key.Key_U, Key.Key_2, Key.Key_Delete, Key.Key_M])
def test_keys_that_change_do_nothing_to_a_card(desk: Desk, key: Key) -> None:
    window, before = desk.window, desk.library.excerpts.all()
    QTest.keyClick(cards_of(desk), key)
    QApplication.processEvents()
    assert not any(one.isVisible() for one in (*window.findChildren(QDialog), *window.findChildren(TagPicker)))
    assert QApplication.activePopupWidget() is None
    assert desk.library.excerpts.all() == before


def test_the_menus_of_cards_and_tags_offer_what_can_be_done(desk: Desk) -> None:
    sidebar = desk.window.sidebar
    ways = {"Go to passage", "Page of “方法”", "Link to…", "Copy as text", "Copy as quotation", "Copy link", "Export…"}
    assert offered(sidebar.highlights.menu()) == ways
    assert "Copy link\tCtrl+Alt+L" in [entry.text() for entry in sidebar.highlights.menu().actions()]
    tags = sidebar.tags
    assert offered(tags.menu()) == set()
    tags.choose(desk.library.tags.all()[0].id)
    ways = {"Page of the tag", "Show its highlights", "Note…", "Export this tag…"}
    assert offered(tags.menu()) == ways


def test_tags_cannot_be_renamed_described_or_deleted_by_key(desk: Desk) -> None:
    sidebar = desk.window.sidebar
    sidebar.show_view("tags")
    tags = sidebar.tags
    tags.choose(desk.library.tags.all()[0].id)
    tags.tree.setFocus()
    for key in (Key.Key_F2, Key.Key_Delete):
        QTest.keyClick(tags.tree, key)
        assert tags.tree.state() != tags.tree.State.EditingState
    tags.describe_tag()
    tags.add_tag()
    QApplication.processEvents()
    assert not any(dialog.isVisible() for dialog in desk.window.findChildren(QDialog))
    assert [tag.name for tag in desk.library.tags.all()] == ["方法"]
