"""The shelf's model on a real library: rows, counts, dragging, renaming, filtering."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.itemmodels.holdings import Holdings
from desktop.itemmodels.memos import Memos
from desktop.itemmodels.shelf import COUNT_ROLE, ShelfModel
from desktop.itemmodels.shelfcargo import CARGO_TYPE, Cargo, pack, unpack
from desktop.itemmodels.smartrows import SmartRows
from tests.desktop.shelf.stocked import AWKWARD, HOSTILE, Stocked, await_keys, stocked_session

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


@pytest.fixture
def stocked(qtbot: QtBot, tmp_path: Path) -> Generator[Stocked, None, None]:
    with stocked_session(qtbot, tmp_path / "a.zhupi") as stocked:
        yield stocked


@pytest.fixture
def model(stocked: Stocked, qtbot: QtBot) -> Generator[ShelfModel, None, None]:
    stocked.add("简报", "第12期", "第2期")
    stocked.add("简报/要点", *AWKWARD)
    stocked.add("方志", "长安志", "重庆志", "北京志")
    stocked.add("", "散篇")
    holdings = Holdings(stocked.session)
    model = ShelfModel(holdings, Memos(stocked.session), SmartRows(stocked.session), stocked.session)
    model.setObjectName("model")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    await_keys(qtbot, holdings)
    yield model
    tester.deleteLater()


def at(stocked: Stocked, model: ShelfModel, path: str, title: str = "") -> QModelIndex:
    """Return the row of a collection, or of a document in it."""
    collection_id = stocked.collection(path)
    if not title:
        return model.index_of(("collection", "", collection_id))
    return model.index_of(("document", collection_id, stocked.document(title).id))


def special(model: ShelfModel, key: str) -> QModelIndex:
    return model.index_of(("special", "", key))


def collections_section(model: QAbstractItemModel) -> QModelIndex:
    return model.index(1, 0)


def below(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def drop(model: ShelfModel, data: QMimeData, parent: QModelIndex, row: int = -1, action: Qt.DropAction = MOVE) -> bool:
    """Drop as a view does: only where it may."""
    return model.canDropMimeData(data, action, row, 0, parent) and model.dropMimeData(data, action, row, 0, parent)


def test_sections_hold_the_special_lists_and_the_collections(stocked: Stocked, model: ShelfModel) -> None:
    assert below(model, QModelIndex()) == ["Library", "Collections"]
    assert below(model, model.index(0, 0)) == ["All documents", "Recently read", "Excerpts", "Memos", "Bin"]
    assert below(model, collections_section(model)) == ["简报", "方志"]
    assert below(model, at(stocked, model, "简报")) == ["要点", "第2期", "第12期"]
    assert below(model, at(stocked, model, "方志")) == ["北京志", "长安志", "重庆志"]


def test_counts_are_of_documents_below_and_of_marks(stocked: Stocked, model: ShelfModel, qtbot: QtBot) -> None:
    assert special(model, "all").data(COUNT_ROLE) == 9
    assert at(stocked, model, "简报").data(COUNT_ROLE) == 5
    stocked.do(lambda library: library.collections.place(stocked.collection("简报"), [stocked.document("𠮷").id]))
    assert at(stocked, model, "简报").data(COUNT_ROLE) == 5, "a document that stands twice counts once"
    stocked.do(lambda library: library.highlights.add(stocked.document("第2期").id, 0, 2))
    qtbot.waitUntil(lambda: at(stocked, model, "简报", "第2期").data(COUNT_ROLE) == 1)


def test_a_move_between_collections_can_be_undone_and_redone(stocked: Stocked, model: ShelfModel) -> None:
    data = model.mimeData([at(stocked, model, "简报", "第2期"), at(stocked, model, "简报", "第12期")])
    assert drop(model, data, at(stocked, model, "方志"))
    stocked.session.flush()
    assert stocked.standing("简报") == []
    assert set(stocked.standing("方志")) == {"长安志", "重庆志", "北京志", "第2期", "第12期"}
    assert below(model, at(stocked, model, "简报")) == ["要点"]
    stocked.session.undo()
    stocked.session.flush()
    assert below(model, at(stocked, model, "简报")) == ["要点", "第2期", "第12期"]
    stocked.session.redo()
    stocked.session.flush()
    assert below(model, at(stocked, model, "简报")) == ["要点"]
    assert stocked.library.journal.history(1)[0].label == "Move {count} documents to “{name}”"


def test_control_places_a_document_in_both(stocked: Stocked, model: ShelfModel) -> None:
    data = model.mimeData([at(stocked, model, "简报", "第2期")])
    assert drop(model, data, at(stocked, model, "方志"), action=COPY)
    stocked.session.flush()
    assert "第2期" in stocked.standing("简报")
    assert "第2期" in stocked.standing("方志")


def test_dropping_a_document_between_others_sorts_by_hand(stocked: Stocked, model: ShelfModel) -> None:
    collection = at(stocked, model, "方志")
    assert drop(model, model.mimeData([at(stocked, model, "方志", "重庆志")]), collection, row=0)
    stocked.session.flush()
    assert below(model, at(stocked, model, "方志")) == ["重庆志", "北京志", "长安志"]
    stocked.session.undo()
    stocked.session.flush()
    assert stocked.standing("方志") == ["长安志", "重庆志", "北京志"]


def test_dropping_a_document_where_it_is_does_nothing(stocked: Stocked, model: ShelfModel) -> None:
    data = model.mimeData([at(stocked, model, "方志", "重庆志")])
    assert not drop(model, data, at(stocked, model, "方志"))
    assert not drop(model, data, special(model, "recent"))
    assert not drop(model, data, special(model, "all"))


def test_collections_nest_and_reorder(stocked: Stocked, model: ShelfModel) -> None:
    assert drop(model, model.mimeData([at(stocked, model, "方志")]), at(stocked, model, "简报"))
    stocked.session.flush()
    assert below(model, at(stocked, model, "简报"))[:2] == ["要点", "方志"]
    assert drop(model, model.mimeData([at(stocked, model, "简报/方志")]), collections_section(model), row=0)
    stocked.session.flush()
    assert below(model, collections_section(model)) == ["方志", "简报"]
    stocked.session.undo()
    stocked.session.undo()
    stocked.session.flush()
    assert below(model, collections_section(model)) == ["简报", "方志"]


def test_a_collection_cannot_go_into_itself_or_below_itself(stocked: Stocked, model: ShelfModel) -> None:
    data = model.mimeData([at(stocked, model, "简报")])
    assert not drop(model, data, at(stocked, model, "简报"))
    assert not drop(model, data, at(stocked, model, "简报/要点"))
    assert not drop(model, data, special(model, "bin"))


def test_the_bin_takes_documents_and_gives_them_back(stocked: Stocked, model: ShelfModel) -> None:
    chosen = stocked.document("第2期").id
    assert drop(model, model.mimeData([at(stocked, model, "简报", "第2期")]), special(model, "bin"))
    stocked.session.flush()
    assert special(model, "bin").data(COUNT_ROLE) == 1
    assert below(model, at(stocked, model, "简报")) == ["要点", "第12期"]
    from_bin = pack(Cargo(((chosen, "bin"),)))
    assert not drop(model, from_bin, special(model, "bin"))
    assert drop(model, from_bin, special(model, "all"))
    stocked.session.flush()
    assert below(model, at(stocked, model, "简报")) == ["要点", "第2期", "第12期"]


def test_a_document_dragged_from_the_bin_into_a_collection_is_restored(stocked: Stocked, model: ShelfModel) -> None:
    chosen = stocked.document("散篇").id
    stocked.do(lambda library: library.documents.remove(chosen))
    assert drop(model, pack(Cargo(((chosen, "bin"),))), at(stocked, model, "方志"))
    stocked.session.flush()
    assert "散篇" in stocked.standing("方志")
    stocked.session.undo()
    stocked.session.flush()
    assert special(model, "bin").data(COUNT_ROLE) == 1


def test_files_from_outside_name_their_collection(stocked: Stocked, model: ShelfModel, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a/𠮷.txt"), QUrl("https://example.org/")])
    with qtbot.waitSignal(model.files_dropped) as on_document:
        drop(model, data, at(stocked, model, "方志", "长安志"), action=COPY)
    with qtbot.waitSignal(model.files_dropped) as elsewhere:
        drop(model, data, QModelIndex(), action=COPY)
    assert on_document.args == [["/a/𠮷.txt"], stocked.collection("方志")]
    assert elsewhere.args == [["/a/𠮷.txt"], ""]


def test_renaming_in_place(stocked: Stocked, model: ShelfModel) -> None:
    assert model.setData(at(stocked, model, "方志"), "地方志")
    assert model.setData(at(stocked, model, "简报", "第2期"), HOSTILE)
    stocked.session.flush()
    assert at(stocked, model, "地方志").data() == "地方志"
    assert HOSTILE[:300] in below(model, at(stocked, model, "简报"))
    assert not model.setData(at(stocked, model, "地方志"), "  ")
    assert not model.setData(special(model, "all"), "x")


def test_a_name_that_is_taken_is_refused(stocked: Stocked, model: ShelfModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stocked.session.failed):
        model.setData(at(stocked, model, "方志"), "简报")
    assert below(model, collections_section(model)) == ["简报", "方志"]


def test_tooltips_show_markup_as_text(stocked: Stocked, model: ShelfModel) -> None:
    index = at(stocked, model, "简报/要点", HOSTILE[:300])
    assert index.data() == HOSTILE[:300]
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_rows_are_spoken_with_their_counts(stocked: Stocked, model: ShelfModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert at(stocked, model, "方志").data(role) == "方志, 3 documents"
    assert at(stocked, model, "方志", "长安志").data(role) == "长安志, 0 highlights, Unread"


@pytest.mark.parametrize(("query", "found"), [("changan", ["长安志"]), ("ca", ["长安志"]), ("安", ["长安志"])])
def test_the_filter_keeps_the_parents_of_what_it_finds(
    stocked: Stocked, model: ShelfModel, query: str, found: list[str]
) -> None:
    model.set_query(query)
    assert below(model, collections_section(model)) == ["方志"]
    assert below(model, at(stocked, model, "方志")) == found
    assert [index.data() for index in model.matching()] == ["Library", "Collections", "方志"]
    model.set_query("")
    assert below(model, collections_section(model)) == ["简报", "方志"]


def test_a_collection_that_is_found_keeps_what_it_holds(stocked: Stocked, model: ShelfModel) -> None:
    model.set_query("jianbao")
    assert below(model, collections_section(model)) == ["简报"]
    assert below(model, at(stocked, model, "简报")) == ["要点", "第2期", "第12期"]


def test_the_filter_finds_documents_outside_collections(model: ShelfModel) -> None:
    model.set_query("散")
    assert below(model, collections_section(model)) == []
    assert below(model, special(model, "all")) == ["散篇"]
    model.set_query("方志")
    assert below(model, special(model, "all")) == []


def test_what_is_held_on_to_survives_changes(stocked: Stocked, model: ShelfModel) -> None:
    held = [
        QPersistentModelIndex(at(stocked, model, "方志", "重庆志")),
        QPersistentModelIndex(at(stocked, model, "方志")),
        QPersistentModelIndex(at(stocked, model, "简报", "第2期")),
    ]
    stocked.do(lambda library: library.collections.move(stocked.collection("方志"), stocked.collection("简报")))
    stocked.do(lambda library: library.documents.remove(stocked.document("第2期").id))
    assert [index.data() for index in held[:2]] == ["重庆志", "方志"]
    assert not held[2].isValid()


def test_orders_are_chosen_for_a_collection_and_remembered(stocked: Stocked, model: ShelfModel, qtbot: QtBot) -> None:
    holdings = Holdings(stocked.session)
    stocked.do(lambda library: library.fields.describe([stocked.document("重庆志").id], date="1931"))
    stocked.do(lambda library: library.fields.describe([stocked.document("长安志").id], date="1076"))
    holdings.choose_order("date", stocked.collection("方志"))
    assert [one.title for one in holdings.documents(stocked.collection("方志"))] == ["长安志", "重庆志", "北京志"]
    stocked.session.flush()
    again = Holdings(stocked.session)
    assert again.order(stocked.collection("方志")) == "date"
    assert again.order(stocked.collection("简报")) == "title"
    again.choose_order("hand")
    assert again.order(stocked.collection("方志")) == "hand"
    assert [one.title for one in again.documents(stocked.collection("方志"))] == ["长安志", "重庆志", "北京志"]


def test_closing_and_opening_again_shows_the_same(stocked: Stocked, model: ShelfModel, qtbot: QtBot) -> None:
    stocked.session.close()
    assert below(model, collections_section(model)) == []
    assert special(model, "all").data(COUNT_ROLE) == 0
    with qtbot.waitSignal(stocked.session.opened):
        stocked.session.open(stocked.path)
    assert below(model, at(stocked, model, "方志")) == ["北京志", "长安志", "重庆志"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"documents": [1], "collections": []}', b"\xff"])
def test_broken_cargo_is_no_cargo(model: ShelfModel, content: bytes) -> None:
    data = QMimeData()
    data.setData(CARGO_TYPE, content)
    assert unpack(data) is None
    assert not model.canDropMimeData(data, MOVE, -1, 0, special(model, "bin"))


def test_cargo_survives_packing() -> None:
    cargo = Cargo((("a", "all"), ("𠮷", "b")), ("c",))
    assert unpack(pack(cargo)) == cargo
