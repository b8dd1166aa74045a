"""What the menu bar does to documents and collections, wherever they are selected."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.choosecollection import CollectionDialog
from desktop.shelf.rowmenu import row_menu
from desktop.window import MainWindow
from tests.desktop.desk import Desk

ON_DOCUMENTS = ("rename", "put_into", "bin", "restore", "close_tab")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


def offered(desk: Desk) -> set[str]:
    desk.window.menus.refresh()
    return {name for name in ON_DOCUMENTS if desk.window.menus[name].isEnabled()}


def select_in_table(window: MainWindow, *titles: str, key: str = "all") -> None:
    window.navigation.open_list(key)
    window.table.view.setFocus()
    window.table.view.clearSelection()
    model = window.table.model
    window.table.view.setSelectionMode(window.table.view.SelectionMode.MultiSelection)
    for row in range(model.rowCount()):
        if model.document(row).title in titles:
            window.table.view.selectRow(row)


def test_the_actions_are_in_the_menu_bar_and_wait_for_a_selection(desk: Desk) -> None:
    desk.add("文", "甲")
    titles = [action.text() for action in desk.window.menus.menu("library").actions() if action.text()]
    assert {"New collection", "New tag", "Rename", "Move to the bin", "Restore"} <= set(titles)
    desk.window.navigation.open_list("all")
    assert offered(desk) == set()
    select_in_table(desk.window, "甲")
    assert offered(desk) == {"rename", "put_into", "bin"}


def test_several_documents_are_put_into_a_new_collection_by_keys(desk: Desk) -> None:
    for name in ("甲 𠮷", "乙 😀", "丙 e\u0301"):
        desk.add(name, name)
    select_in_table(desk.window, "甲 𠮷", "丙 e\u0301")
    desk.trigger("put_into")
    dialog = desk.window.findChild(CollectionDialog)
    assert dialog is not None
    desk.settle(dialog.field.hasFocus)
    QTest.keyClicks(dialog.field, "A/B")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    desk.window.session.flush()
    collection = desk.library.collections.find_path("A/B")
    assert collection is not None
    assert {row.title for row in desk.library.collections.documents(collection.id)} == {"甲 𠮷", "丙 e\u0301"}
    assert "2 documents put into “A/B”" in desk.texts
    desk.window.session.undo()
    desk.window.session.flush()
    assert desk.library.collections.all() == [], "it was one step"


def test_what_is_in_a_collection_already_leaves_nothing_to_undo(desk: Desk) -> None:
    document = desk.add("文", "甲")
    for _ in range(2):
        desk.window.shelf.verbs.put_into([document.id], "A")
        desk.window.session.flush()
    assert [message.action is not None for message in desk.said] == [True, False]


def test_the_context_menus_offer_it_too(desk: Desk) -> None:
    document = desk.add("文", "甲")
    desk.window.shelf.verbs.put_into([document.id], "A")
    desk.window.session.flush()
    select_in_table(desk.window, "甲")
    shelf = desk.window.shelf
    (collection,) = desk.library.collections.all()
    shelf.tree.reveal(("document", collection.id, document.id))
    for menu in (desk.window.table.menu(), row_menu(shelf, shelf.model.node(shelf.tree.currentIndex()))):
        action = next(action for action in menu.actions() if action.text() == "Put into a collection…")
        action.trigger()
        dialog = next(one for one in desk.window.findChildren(CollectionDialog) if one.isVisible())
        assert dialog.path == "A"
        dialog.reject()


def test_to_the_bin_and_back(desk: Desk) -> None:
    document = desk.add("文", "甲")
    select_in_table(desk.window, "甲")
    desk.trigger("bin")
    desk.window.session.flush()
    assert not desk.library.documents.all()
    select_in_table(desk.window, "甲", key="bin")
    assert offered(desk) == {"restore"}
    desk.trigger("restore")
    desk.window.session.flush()
    assert [row.id for row in desk.library.documents.all()] == [document.id]


def test_the_open_document_is_closed_and_goes_to_the_bin(desk: Desk) -> None:
    document = desk.add("文", "甲")
    desk.read(document)
    desk.window.pane.setFocus()
    assert offered(desk) == {"put_into", "bin", "close_tab"}
    desk.trigger("close_tab")
    assert desk.window.centre.shows_table
    assert desk.window.strip.bar.count() == 0
    assert "close_tab" not in offered(desk)
    desk.read(document)
    desk.window.pane.setFocus()
    desk.trigger("bin")
    desk.window.session.flush()
    assert not desk.library.documents.all()
    assert desk.window.reading.document is None


def test_a_collection_is_made_and_renamed(desk: Desk) -> None:
    desk.trigger("new_collection")
    desk.settle(lambda: desk.window.shelf.tree.findChild(QLineEdit, "shelfeditor"))
    editor = desk.window.shelf.tree.findChild(QLineEdit, "shelfeditor")
    assert editor is not None
    editor.setText("方志")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.settle(lambda: desk.library.collections.find_path("方志"))
    desk.window.session.flush()
    desk.window.shelf.tree.setFocus()
    assert offered(desk) == {"rename"}
    desk.trigger("rename")
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_tag_is_made_though_the_sidebar_is_folded(desk: Desk) -> None:
    desk.window.sides.toggle("sidebar")
    desk.trigger("new_tag")
    desk.settle(lambda: desk.library.tags.find_path("New tag"))
    desk.settle(lambda: desk.window.sidebar.tags.tree.findChild(QLineEdit))
    assert desk.window.sidebar.tags.isVisible()
