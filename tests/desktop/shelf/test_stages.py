"""How far documents are read: shown and filtered by, on the shelf and in the table, and said by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.itemmodels.documents import PROGRESS
from desktop.itemmodels.shelf import STAGE_ROLE
from desktop.shelf.panel import ShelfPanel
from library.models import Document, Stage
from tests.desktop.desk import Desk

TEXT = "\n".join(f"第{number}段。先把话听完，再把事分清。" for number in range(300))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


def stock(desk: Desk) -> tuple[Document, Document, Document]:
    """Return an unread document, one being read and one that is done, all in one collection."""
    found = [desk.add(TEXT + title, title) for title in ("甲", "乙 𠮷", "丙 😀")]
    ids = [document.id for document in found]
    desk.write(lambda library: library.collections.place(library.collections.add_path("简报").id, ids))
    desk.write(lambda library: library.readings.see(ids[1], 0, len(TEXT) // 2))
    desk.write(lambda library: library.readings.mark([ids[2]], done=True))
    desk.window.shelf.holdings.refresh_readings()
    unread, reading, done = found
    return unread, reading, done


def titles(panel: ShelfPanel) -> set[str]:
    """Return the titles of the documents that the tree shows."""
    found: set[str] = set()
    index = panel.model.index(0, 0)
    while index.isValid():
        node = panel.model.node(index)
        if node.kind == "document":
            found.add(panel.model.title(node))
        index = panel.tree.indexBelow(index)
    return found


@pytest.mark.parametrize(("stage", "title"), [("unread", "甲"), ("reading", "乙 𠮷"), ("done", "丙 😀")])
def test_shelf_and_table_show_one_stage(desk: Desk, stage: Stage, title: str) -> None:
    stock(desk)
    panel, table = desk.window.shelf, desk.window.table
    panel.stages.choose(stage)
    assert titles(panel) == {title}
    assert panel.stages.isChecked()
    panel.filter.setText("丁")
    assert titles(panel) == set()
    assert panel.nothing.isVisible()
    panel.filter.clear()
    panel.stages.choose(None)
    assert titles(panel) == set(), "the collection was folded before"
    table.model.show("all")
    table.stages.select(stage)
    assert [table.model.document(row).title for row in range(table.model.rowCount())] == [title]
    table.stages.select("all")
    assert table.model.rowCount() == 3


def test_a_document_that_is_opened_stays_under_the_hand(desk: Desk) -> None:
    unread, *_ = stock(desk)
    desk.window.shelf.stages.choose("unread")
    desk.read(unread)
    desk.settle(lambda: desk.window.shelf.holdings.stage(unread.id) == "reading")
    assert titles(desk.window.shelf) == {"甲"}
    desk.window.shelf.stages.choose("unread")
    assert titles(desk.window.shelf) == set()


def test_reading_to_the_end_is_seen_on_the_shelf_at_once(desk: Desk) -> None:
    unread, *_ = stock(desk)
    desk.read(unread)
    key = desk.library.collections.all()[0].id
    index = QPersistentModelIndex(desk.window.shelf.model.index_of(("document", key, unread.id)))
    desk.window.pane.scroll_to_end()
    desk.settle(lambda: index.data(STAGE_ROLE) == "done")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "甲, 0 highlights, Read"
    desk.window.pane.scroll_to_place(0)
    desk.window.reading.save_place()
    desk.window.session.flush()
    assert index.data(STAGE_ROLE) == "done"


def test_several_are_marked_from_the_table_and_the_notice_takes_it_back(desk: Desk) -> None:
    stock(desk)
    window = desk.window
    window.navigation.open_list("all")
    window.table.view.setFocus()
    window.table.view.selectAll()
    desk.trigger("mark_read")
    desk.settle(lambda: desk.texts)
    assert desk.texts[-1] == "3 documents marked as read"
    stages = {window.shelf.holdings.stage(window.table.model.document(row).id) for row in range(3)}
    assert stages == {"done"}
    window.menus.refresh()
    assert not window.menus["mark_read"].isEnabled()
    run = desk.said[-1].action
    assert run is not None
    run()
    window.session.flush()
    assert sorted(window.shelf.holdings.stage(window.table.model.document(row).id) for row in range(3)) == [
        "done", "reading", "unread",
    ]  # fmt: skip


def test_the_open_document_can_be_marked_unread_and_is_being_read_again(desk: Desk) -> None:
    unread, *_ = stock(desk)
    desk.read(unread)
    desk.window.pane.scroll_to_end()
    desk.settle(lambda: desk.window.shelf.holdings.stage(unread.id) == "done")
    desk.window.pane.scroll_to_place(0)
    desk.window.reading.save_place()
    desk.window.session.flush()
    desk.trigger("mark_unread")
    desk.settle(lambda: desk.window.shelf.holdings.stage(unread.id) == "unread")
    desk.window.pane.scroll_by(40)
    desk.settle(lambda: desk.window.shelf.holdings.stage(unread.id) == "reading")


def test_the_filter_of_the_table_is_reached_by_keys(desk: Desk) -> None:
    stock(desk)
    desk.window.navigation.open_list("all")
    stages = desk.window.table.stages
    stages.setFocus()
    QTest.keyClick(stages, Qt.Key.Key_Right)
    assert stages.current == "unread"
    assert desk.window.table.model.rowCount() == 1
    assert desk.window.table.model.index(0, PROGRESS).data() == "Unread"
    desk.window.session.close()
    assert stages.current == "all"
