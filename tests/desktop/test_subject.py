"""The panel of fields in the real window: what it is about, by keyboard, and where it leads."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from library.models import Document
from tests.desktop.desk import Desk

NOTICE = "柳河县水利局文件\n柳水发〔2019〕3号\n工作要点\n（2019年1月15日会议通过）\n各级组织要始终保持意志统一。\n"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk) -> Document:
    desk.open(make=True)
    document = desk.add(NOTICE, "工作要点")
    desk.read(document)
    return document


def test_a_field_is_set_and_undone_by_keyboard_alone(desk: Desk, document: Document, qtbot: QtBot) -> None:
    desk.trigger("document_fields")
    fields = desk.window.sidebar.fields
    assert fields.document_ids == (document.id,)
    title = fields.rows["title"].editor
    assert title.hasFocus()
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    author = fields.rows["author"].editor
    while not author.hasFocus():
        qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(author, "Ostrom, Elinor")
    qtbot.keyClick(author, Qt.Key.Key_Return)
    desk.window.session.flush()
    assert desk.library.documents.get(document.id).author == "Ostrom, Elinor"
    qtbot.keyClick(author, Qt.Key.Key_Escape)
    assert desk.window.pane.hasFocus()
    desk.trigger("undo")
    desk.window.session.flush()
    assert desk.library.documents.get(document.id).author == ""


def test_what_is_selected_in_the_list_is_what_the_panel_is_about(desk: Desk, document: Document, qtbot: QtBot) -> None:
    other = desk.add("别的正文", "别的")
    desk.trigger("document_fields")
    desk.window.navigation.open_list("all")
    table = desk.window.table
    table.view.setFocus()
    table.view.selectAll()
    fields = desk.window.sidebar.fields
    qtbot.waitUntil(lambda: set(fields.document_ids) == {document.id, other.id})
    desk.window.navigation.open_document(other.id)
    qtbot.waitUntil(lambda: fields.document_ids == (other.id,))


def test_the_place_in_the_text_is_selected_there(desk: Desk, document: Document, qtbot: QtBot) -> None:
    desk.write(lambda library: library.fields.describe([document.id], number="柳水发〔2019〕3号"))
    desk.trigger("document_fields")
    row = desk.window.sidebar.fields.rows["number"]
    qtbot.waitUntil(row.button.isVisible)
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert desk.window.pane.chosen() == (NOTICE.index("柳水发"), NOTICE.index("\n工作要点"))
    assert desk.window.pane.hasFocus()


def test_a_library_that_is_only_read_shows_fields_and_takes_none(desk: Desk, document: Document) -> None:
    desk.write(lambda library: library.fields.describe([document.id], publisher="甲"))
    desk.window.session.close()
    desk.open(write=False)
    desk.window.navigation.open_document(document.id)
    desk.trigger("document_fields")
    row = desk.window.sidebar.fields.rows["publisher"]
    assert row.editor.value == "甲"
    assert row.editor.isReadOnly()


def test_the_panel_is_made_only_when_it_is_wanted(desk: Desk, document: Document) -> None:
    assert desk.window.sidebar.late_fields.find() is None


def test_a_new_field_of_ones_own_leaves_the_documents_selected(desk: Desk, document: Document, qtbot: QtBot) -> None:
    other = desk.add("别的正文", "别的")
    desk.trigger("document_fields")
    desk.window.navigation.open_list("all")
    table = desk.window.table
    table.view.setFocus()
    table.view.selectAll()
    fields = desk.window.sidebar.fields
    qtbot.waitUntil(lambda: set(fields.document_ids) == {document.id, other.id})
    desk.write(lambda library: library.fields.add_own("县"))
    qtbot.waitUntil(lambda: any(row.label.text() == "县" for row in fields.rows.values()))
    qtbot.wait(50)  # what follows the focus and the selection has its turn
    assert set(table.selected().document_ids) == {document.id, other.id} == set(fields.document_ids)


def test_of_several_documents_the_title_is_not_typed(desk: Desk, document: Document, qtbot: QtBot) -> None:
    other = desk.add("别的正文", "别的")
    desk.window.navigation.open_list("all")
    desk.window.table.view.setFocus()
    desk.window.table.view.selectAll()
    desk.trigger("document_fields")
    fields = desk.window.sidebar.fields
    assert set(fields.document_ids) == {document.id, other.id}
    assert not fields.rows["title"].isEnabled()
    assert fields.rows["author"].editor.hasFocus()
