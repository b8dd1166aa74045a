"""The document table's model on a real library: columns, sorting, editing, and ten thousand rows."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.itemmodels.documents import (
    DATE,
    ISSUER,
    MARKS,
    NUMBER,
    PROGRESS,
    PROGRESS_ROLE,
    TITLE,
    DocumentsModel,
)
from desktop.itemmodels.holdings import Holdings
from desktop.itemmodels.memos import Memos
from desktop.itemmodels.shelf import COUNT_ROLE, ShelfModel
from desktop.itemmodels.shelfcargo import unpack
from desktop.itemmodels.smartrows import SmartRows
from library.library import Library
from library.models import Draft, PreparedDraft
from tests.desktop.shelf.stocked import AWKWARD, HOSTILE, Stocked, await_keys, stocked_session

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
MANY = 10_000


@pytest.fixture
def stocked(qtbot: QtBot, tmp_path: Path) -> Generator[Stocked, None, None]:
    with stocked_session(qtbot, tmp_path / "a.zhupi") as stocked:
        yield stocked


@pytest.fixture
def model(stocked: Stocked, qtbot: QtBot) -> Generator[DocumentsModel, None, None]:
    stocked.add("简报", "简报第12期", "简报第2期", "长安")
    stocked.add("", *AWKWARD)
    holdings = Holdings(stocked.session)
    model = DocumentsModel(holdings, stocked.session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    await_keys(qtbot, holdings)
    model.show(stocked.collection("简报"))
    yield model
    tester.deleteLater()


def column(model: DocumentsModel, number: int = TITLE) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_a_collection_shows_its_documents(stocked: Stocked, model: DocumentsModel) -> None:
    assert column(model) == ["长安", "简报第2期", "简报第12期"]
    model.show("all")
    assert set(column(model)) == {"长安", "简报第2期", "简报第12期", *AWKWARD}
    model.show("bin")
    assert column(model) == []


def test_a_header_sorts_both_ways_and_what_is_missing_stands_last(stocked: Stocked, model: DocumentsModel) -> None:
    ids = {title: stocked.document(title).id for title in column(model)}
    second, changan = ids["简报第2期"], ids["长安"]
    stocked.do(lambda library: library.fields.describe([changan], number="第12号", date="1998", issuer="重庆"))
    stocked.do(lambda library: library.fields.describe([second], number="第2号", date="2001-05", issuer="北京"))
    model.sort(NUMBER, UP)
    assert column(model) == ["简报第2期", "长安", "简报第12期"]
    model.sort(NUMBER, DOWN)
    assert column(model) == ["长安", "简报第2期", "简报第12期"]
    model.sort(DATE, DOWN)
    assert column(model) == ["简报第2期", "长安", "简报第12期"]
    model.sort(ISSUER, UP)
    assert column(model) == ["简报第2期", "长安", "简报第12期"]
    model.sort(TITLE, DOWN)
    assert column(model) == ["简报第12期", "简报第2期", "长安"]
    model.sort(-1, UP)
    assert column(model) == ["长安", "简报第2期", "简报第12期"]


def test_marks_and_progress_are_shown_and_sort(stocked: Stocked, model: DocumentsModel, qtbot: QtBot) -> None:
    chosen = stocked.document("简报第12期")
    model.sort(MARKS, DOWN)
    stocked.do(lambda library: library.highlights.add(chosen.id, 0, 2))
    qtbot.waitUntil(lambda: column(model)[0] == "简报第12期")
    assert column(model, MARKS) == ["1", "", ""]
    stocked.do(lambda library: library.readings.see(chosen.id, 0, chosen.length // 2))
    model.holdings.refresh_readings()
    model.sort(PROGRESS, DOWN)
    assert model.index(0, PROGRESS).data(PROGRESS_ROLE) == pytest.approx(0.5, abs=0.1)
    assert column(model, PROGRESS)[1:] == ["Unread", "Unread"]
    model.show("recent")
    assert column(model) == ["简报第12期"]


def test_fields_are_edited_in_place_and_undone(stocked: Stocked, model: DocumentsModel) -> None:
    row = column(model).index("长安")
    assert model.setData(model.index(row, ISSUER), " 县志\r\n办公室 ")
    stocked.session.flush()
    assert column(model, ISSUER)[row] == "县志 办公室"
    assert model.setData(model.index(row, TITLE), HOSTILE)
    stocked.session.flush()
    assert HOSTILE[:300] in column(model)
    stocked.session.undo()
    stocked.session.undo()
    stocked.session.flush()
    assert column(model, ISSUER)[row] == ""
    stocked.session.redo()
    stocked.session.flush()
    assert column(model, ISSUER)[row] == "县志 办公室"
    assert not model.setData(model.index(row, TITLE), "")
    assert not model.setData(model.index(row, MARKS), "7")


def test_several_are_edited_as_one_step(stocked: Stocked, model: DocumentsModel) -> None:
    model.edit([model.document(row).id for row in range(3)], DATE, "2020")
    stocked.session.flush()
    assert column(model, DATE) == ["2020"] * 3
    stocked.session.undo()
    stocked.session.flush()
    assert column(model, DATE) == [""] * 3


def test_rows_are_dragged_with_where_they_stand(stocked: Stocked, model: DocumentsModel) -> None:
    data = model.mimeData([model.index(0, TITLE), model.index(0, DATE), model.index(1, TITLE)])
    cargo = unpack(data)
    assert cargo is not None
    key = stocked.collection("简报")
    assert cargo.documents == ((model.document(0).id, key), (model.document(1).id, key))


def test_tooltips_show_markup_as_text(model: DocumentsModel) -> None:
    model.show("all")
    row = column(model).index(HOSTILE[:300])
    assert "<b>" not in model.index(row, TITLE).data(Qt.ItemDataRole.ToolTipRole)


def test_a_collection_that_is_deleted_leaves_an_empty_table(stocked: Stocked, model: DocumentsModel) -> None:
    stocked.do(lambda library: library.collections.remove(stocked.collection("简报")))
    assert column(model) == []


def test_ten_thousand_documents(stocked: Stocked, qtbot: QtBot) -> None:
    def add(library: Library) -> str:
        collection = library.collections.add("大")
        drafts = [
            PreparedDraft(Draft("", f"简报第{number}期", "text"), f"{number:064x}", "", "", "")
            for number in range(MANY, 0, -1)
        ]
        library.documents.add_drafts(drafts, collection.id)
        return collection.id

    holdings = Holdings(stocked.session)
    shelf = ShelfModel(holdings, Memos(stocked.session), SmartRows(stocked.session), stocked.session)
    table = DocumentsModel(holdings, stocked.session)
    collection_id = stocked.do(add)
    qtbot.waitUntil(lambda: holdings.keys.is_ready, timeout=10_000)
    table.show(collection_id)
    assert column(table) == [f"简报第{number}期" for number in range(1, MANY + 1)]
    collection = shelf.index_of(("collection", "", collection_id))
    assert shelf.rowCount(collection) == MANY
    assert shelf.index(11, 0, collection).data() == "简报第12期"
    held = QPersistentModelIndex(table.index(MANY - 1, TITLE))
    last = table.document(MANY - 1).id
    stocked.do(lambda library: library.documents.rename(last, "简报第0期"))
    assert held.row() == 0
    shelf.set_query("d9999q")
    assert shelf.rowCount(shelf.index_of(("collection", "", collection_id))) == 1
    assert shelf.index_of(("special", "", "all")).data(COUNT_ROLE) == MANY
