"""The document table as a widget: heading, sorting, editing several, removing, what is remembered."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.itemmodels.documents import DATE, ISSUER, MARKS, NUMBER, PROGRESS, TITLE
from desktop.messages import Messages
from desktop.settings import Settings
from desktop.shelf.panel import ShelfPanel
from desktop.shelf.table import DocumentTable
from desktop.theme import Themes
from library.library import Library
from library.models import Document, Draft, PreparedDraft
from tests.desktop.shelf.stocked import HOSTILE, Stocked, await_keys, stocked_session


@pytest.fixture
def stocked(qtbot: QtBot, tmp_path: Path) -> Generator[Stocked, None, None]:
    with stocked_session(qtbot, tmp_path / "a.zhupi") as stocked:
        stocked.add("简报", "第12期", "第2期", HOSTILE[:300])
        stocked.add("空", "走")
        yield stocked


@pytest.fixture
def panel(stocked: Stocked, qtbot: QtBot, tmp_path: Path) -> ShelfPanel:
    panel = ShelfPanel(stocked.session, Themes("night"), Settings(tmp_path / "settings.ini"), Messages())
    qtbot.addWidget(panel)
    return panel


@pytest.fixture
def table(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> DocumentTable:
    return shown(panel, stocked, qtbot)


def shown(panel: ShelfPanel, stocked: Stocked, qtbot: QtBot) -> DocumentTable:
    table = panel.make_table()
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.model.show(stocked.collection("简报"))
    table.show()
    qtbot.waitExposed(table)
    await_keys(qtbot, panel.holdings)
    return table


def texts(table: DocumentTable) -> list[str]:
    return [label.text() for label in table.findChildren(QLabel) if label.isVisibleTo(table)]


def titles(table: DocumentTable) -> list[str]:
    return [table.model.document(row).title for row in range(table.model.rowCount())]


def test_the_heading_says_what_is_shown_and_how_much(stocked: Stocked, table: DocumentTable) -> None:
    assert texts(table) == ["简报", "3 documents"]
    stocked.do(lambda library: library.documents.remove(stocked.document("第2期").id))
    assert texts(table) == ["简报", "2 documents"]
    table.model.show("bin")
    assert texts(table) == ["Bin", "1 document"]


def test_an_empty_list_says_what_to_do_next(stocked: Stocked, table: DocumentTable) -> None:
    stocked.do(lambda library: library.documents.remove(stocked.document("走").id))
    table.model.show(stocked.collection("空"))
    assert "Drop files here or press Ctrl+I." in texts(table)
    table.model.show("recent")
    assert any("Open a document" in text for text in texts(table))


def test_a_double_click_or_enter_opens(stocked: Stocked, table: DocumentTable, qtbot: QtBot) -> None:
    row = titles(table).index("第12期")
    at = table.view.visualRect(table.model.index(row, MARKS)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(table.document_activated) as opened:
        qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [stocked.document("第12期").id]
    with qtbot.waitSignal(table.document_activated):
        qtbot.keyClick(table.view, Qt.Key.Key_Return)


def test_a_header_click_sorts_and_is_remembered(
    stocked: Stocked, panel: ShelfPanel, table: DocumentTable, qtbot: QtBot
) -> None:
    stocked.do(lambda library: library.fields.describe([stocked.document("第2期").id], date="2018-01", issuer="街道"))
    before = titles(table)
    table.view.sortByColumn(TITLE, Qt.SortOrder.DescendingOrder)
    assert titles(table) == before[::-1]
    column_action(table, "Issuer").setChecked(False)
    table.view.horizontalHeader().resizeSection(DATE, 133)
    again = shown(panel, stocked, qtbot)
    assert titles(again) == before[::-1]
    assert again.view.isColumnHidden(ISSUER)
    assert again.view.columnWidth(DATE) == 133


def test_columns_are_chosen_from_the_header(table: DocumentTable) -> None:
    shown = offered(table)
    assert list(shown)[:5] == ["Date", "Issuer", "Number", "Highlights", "Progress"]
    assert {"Author", "Published in", "Kind", "Length"} <= shown.keys()
    shown["Issuer"].setChecked(True)
    assert not table.view.isColumnHidden(ISSUER), "empty, but chosen"
    shown["Progress"].setChecked(False)
    assert table.view.isColumnHidden(PROGRESS)


def offered(table: DocumentTable) -> dict[str, QAction]:
    """Return what the menu of columns and the menus inside it offer."""
    menu = QMenu(table)
    table.view.fill_columns(menu)
    inner = [action for part in menu.findChildren(QMenu) for action in part.actions()]
    return {action.text(): action for action in [*menu.actions(), *inner] if action.isCheckable()}


def column_action(table: DocumentTable, name: str) -> QAction:
    return offered(table)[name]


def test_any_field_is_a_column_that_sorts_and_is_edited(
    stocked: Stocked, table: DocumentTable, qtbot: QtBot, panel: ShelfPanel
) -> None:
    one, two = stocked.document("第2期"), stocked.document("第12期")
    stocked.do(lambda library: library.fields.describe([one.id], container="乙报", kind="book"))
    stocked.do(lambda library: library.fields.describe([two.id], container="甲报"))
    column_action(table, "Published in").setChecked(True)
    column_action(table, "Kind").setChecked(True)
    column = table.model.column("container")
    assert not table.view.isColumnHidden(column)
    table.view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    await_keys(qtbot, panel.holdings)
    assert titles(table)[:2] == ["第12期", "第2期"]
    assert table.model.index(1, table.model.column("kind")).data() == "Book"
    assert table.model.setData(table.model.index(0, column), "丙 😀")
    stocked.session.flush()
    assert stocked.library.fields.of(two.id)["container"] == "丙 😀"
    await_keys(qtbot, panel.holdings)
    assert table.model.index(titles(table).index("第12期"), column).data() == "丙 😀"
    stocked.session.undo()
    stocked.session.flush()
    assert table.model.index(titles(table).index("第12期"), column).data() == "甲报"


def test_own_fields_are_columns_that_come_and_go(stocked: Stocked, table: DocumentTable) -> None:
    stocked.do(lambda library: library.fields.add_own("卷宗号"))
    (own,) = stocked.library.fields.own()
    column_action(table, "卷宗号").setChecked(True)
    stocked.do(lambda library: library.fields.describe([stocked.document("第2期").id], **{own.id: "12"}))
    column = table.model.column(own.id)
    assert table.model.index(titles(table).index("第2期"), column).data() == "12"
    stocked.do(lambda library: library.fields.rename_own(own.id, "档号"))
    assert table.model.headerData(column, Qt.Orientation.Horizontal) == "档号"
    assert not table.view.isColumnHidden(column)
    stocked.do(lambda library: library.fields.remove_own(own.id))
    assert table.model.column(own.id) == -1
    stocked.session.undo()
    stocked.session.flush()
    assert not table.view.isColumnHidden(table.model.column(own.id))


def test_order_and_width_of_columns_are_kept_by_their_names(
    stocked: Stocked, panel: ShelfPanel, table: DocumentTable, qtbot: QtBot
) -> None:
    column_action(table, "Publisher").setChecked(True)
    column = table.model.column("publisher")
    header = table.view.horizontalHeader()
    header.moveSection(header.visualIndex(column), 1)
    header.resizeSection(column, 151)
    again = shown(panel, stocked, qtbot).view
    assert again.horizontalHeader().visualIndex(column) == 1
    assert again.columnWidth(column) == 151
    assert not again.isColumnHidden(column)


def seen(table: DocumentTable) -> set[int]:
    return {column for column in range(table.model.columnCount()) if not table.view.isColumnHidden(column)}


def test_columns_that_no_document_fills_stay_away(stocked: Stocked, table: DocumentTable) -> None:
    assert seen(table) == {TITLE, MARKS, PROGRESS}
    stocked.do(lambda library: library.fields.describe([stocked.document("第2期").id], date="2018-01"))
    assert seen(table) == {TITLE, DATE, MARKS, PROGRESS}
    table.model.show(stocked.collection("空"))
    assert seen(table) == {TITLE, MARKS, PROGRESS}
    column_action(table, "Number").setChecked(True)
    table.model.show("all")
    assert seen(table) == {TITLE, DATE, NUMBER, MARKS, PROGRESS}


@pytest.mark.parametrize("width", [440, 640, 900])
def test_title_and_date_are_seen_however_narrow(stocked: Stocked, table: DocumentTable, width: int) -> None:
    one = stocked.document("第2期").id
    stocked.do(lambda library: library.fields.describe([one], date="2018-01-22", issuer="𠮷祥街道", number="2"))
    table.resize(width, 500)
    assert {TITLE, DATE} <= seen(table)
    assert ({MARKS, PROGRESS} <= seen(table)) == (width > 440)
    assert table.view.horizontalHeader().length() <= table.view.viewport().width()
    assert (seen(table) == set(range(PROGRESS + 1))) == (width == 900)


def test_lengths_leave_out_what_is_printed_twice(stocked: Stocked, table: DocumentTable, qtbot: QtBot) -> None:
    passage = "会员有疑问的可以当场提出，由会长答复。" * 3 + "答复不满意的可以要求查账，查账人由会员公推。" * 4
    text = f"开头。{passage}\n\n中间。\n\n末尾。{passage}"

    def add(library: Library) -> Document:
        prepared = PreparedDraft(Draft(text, "两遍", "text"), library.texts.add_text(text), "", "", "")
        ((document, _),) = library.documents.add_drafts([prepared])
        library.search.update()
        return document

    document, columns = stocked.do(add), table.model.columns
    assert columns.text(document, "length") == str(len(text))
    qtbot.waitUntil(lambda: columns.text(document, "length") == str(len(text) - len(passage)))


def test_a_field_is_typed_though_its_column_is_away(stocked: Stocked, table: DocumentTable) -> None:
    table.view.selectRow(0)
    table.view.edit_column(ISSUER)
    assert not table.view.isColumnHidden(ISSUER)
    assert table.view.findChild(QLineEdit) is not None


def test_a_field_typed_with_several_selected_is_set_for_all(
    stocked: Stocked, table: DocumentTable, qtbot: QtBot
) -> None:
    table.view.selectAll()
    table.view.setCurrentIndex(table.model.index(0, DATE))
    table.view.selectAll()
    table.view.edit_column(DATE)
    editor = table.view.findChild(QLineEdit)
    assert editor is not None
    editor.setText("2020-01")
    with qtbot.waitSignal(table.view.itemDelegate().commitData):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    stocked.session.flush()
    assert {table.model.document(row).date for row in range(3)} == {"2020-01"}
    stocked.session.undo()
    stocked.session.flush()
    assert stocked.document("第2期").date == ""


def test_delete_takes_out_of_a_collection_and_from_all_to_the_bin(
    stocked: Stocked, table: DocumentTable, qtbot: QtBot
) -> None:
    table.view.selectRow(titles(table).index("第12期"))
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    stocked.session.flush()
    assert "第12期" not in titles(table)
    table.model.show("all")
    table.view.selectRow(titles(table).index("第12期"))
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    stocked.session.flush()
    assert [document.title for document in stocked.library.documents.all(removed=True)] == ["第12期"]


def test_the_bin_restores(stocked: Stocked, table: DocumentTable) -> None:
    stocked.do(lambda library: library.documents.remove(stocked.document("第2期").id))
    table.model.show("bin")
    table.view.selectAll()
    found = {action.text(): action for action in table.menu().actions()}
    assert {"Restore", "Delete for good"} <= found.keys()
    found["Restore"].trigger()
    stocked.session.flush()
    assert stocked.document("第2期").removed is None


def test_the_selection_survives_a_change(stocked: Stocked, table: DocumentTable) -> None:
    table.view.selectRow(titles(table).index("第12期"))
    stocked.do(lambda library: library.documents.rename(stocked.document("第2期").id, "重来"))
    assert table.selected().document_ids == [stocked.document("第12期").id]


def test_a_collection_shows_what_stands_below_it_and_takes_it_out_there(
    stocked: Stocked, panel: ShelfPanel, table: DocumentTable
) -> None:
    stocked.add("年/上", "一月", "二月")
    stocked.add("年/下", "七月")
    shared = stocked.document("一月").id
    stocked.do(lambda library: library.collections.place(stocked.collection("年/下"), [shared]))
    table.model.show(stocked.collection("年"))
    assert sorted(titles(table)) == sorted(["一月", "二月", "七月"])
    assert panel.holdings.count(stocked.collection("年")) == 3
    assert "3 documents" in texts(table)
    row = titles(table).index("七月")
    table.view.selectRow(row)
    assert table.selected().documents == ((stocked.document("七月").id, stocked.collection("年/下")),)
    table.remove_selected()
    stocked.session.flush()
    assert stocked.standing("年/下") == ["一月"]
    assert sorted(titles(table)) == sorted(["一月", "二月"])
    stocked.session.undo()
    stocked.session.flush()
    assert sorted(titles(table)) == sorted(["一月", "二月", "七月"])
