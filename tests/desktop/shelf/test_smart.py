"""Smart collections on the shelf: shown and counted, opened, renamed, moved, deleted, all of it undone and redone."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.itemmodels.shelf import COUNT_ROLE, SMART_ROLE
from desktop.messages import Message, Messages
from desktop.settings import Settings
from desktop.shelf.panel import ShelfPanel
from desktop.shelf.rowmenu import row_menu
from desktop.theme import Themes
from library.annotation.retrieval import query_to_json
from library.models import ExcerptQuery
from library.search.leaves import Options
from library.search.saved import search_to_json
from tests.desktop.shelf.stocked import Stocked, await_keys, stocked_session

NAMES = ["加星的 😀", "𠮷", "协商"]


@pytest.fixture
def stocked(qtbot: QtBot, tmp_path: Path) -> Generator[Stocked, None, None]:
    with stocked_session(qtbot, tmp_path / "a.zhupi") as stocked:
        yield stocked


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def panel(stocked: Stocked, messages: Messages, qtbot: QtBot, tmp_path: Path) -> ShelfPanel:
    stocked.add("方志", "长安志")
    stocked.do(lambda library: library.smart.add(NAMES[0], "excerpts", query_to_json(ExcerptQuery(starred=True))))
    stocked.do(lambda library: library.smart.add(NAMES[1], "excerpts", "{}"))
    stocked.do(lambda library: library.smart.add(NAMES[2], "search", search_to_json('"协商" -民主', Options())))
    panel = ShelfPanel(stocked.session, Themes("paper"), Settings(tmp_path / "settings.ini"), messages)
    qtbot.addWidget(panel)
    panel.resize(252, 600)
    panel.show()
    qtbot.waitExposed(panel)
    await_keys(qtbot, panel.holdings)
    return panel


def row(panel: ShelfPanel, name: str) -> QModelIndex:
    smart = next(smart for smart in panel.smarts.all() if smart.name == name)
    return panel.model.index_of(("smart", "", smart.id))


def choose(panel: ShelfPanel, name: str) -> QPoint:
    panel.tree.setCurrentIndex(row(panel, name))
    return panel.tree.visualRect(row(panel, name)).center()


def shown(panel: ShelfPanel) -> list[str]:
    section = panel.model.index_of(("section", "", "smarts"))
    return [panel.model.index(at, 0, section).data() for at in range(panel.model.rowCount(section))]


def test_they_stand_in_a_section_that_is_there_only_with_them(stocked: Stocked, panel: ShelfPanel) -> None:
    assert shown(panel) == NAMES
    assert panel.tree.isExpanded(panel.model.index_of(("section", "", "smarts")))
    assert [row(panel, name).data(SMART_ROLE) for name in NAMES] == ["excerpts", "excerpts", "search"]
    ids = [smart.id for smart in panel.smarts.all()]
    stocked.do(lambda library: library.smart.remove(*ids))
    assert not panel.model.index_of(("section", "", "smarts")).isValid()
    stocked.session.undo()
    stocked.session.flush()
    assert shown(panel) == NAMES
    assert panel.tree.isExpanded(panel.model.index_of(("section", "", "smarts"))), "it came back open"


def test_their_counts_follow_what_is_marked(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: row(panel, "𠮷").data(COUNT_ROLE) == 0)
    document_id = stocked.document("长安志").id
    made = stocked.do(lambda library: library.highlights.add(document_id, 0, 2))
    qtbot.waitUntil(lambda: row(panel, "𠮷").data(COUNT_ROLE) == 1)
    assert row(panel, NAMES[0]).data(COUNT_ROLE) == 0
    stocked.do(lambda library: library.highlights.star([made.id]))
    qtbot.waitUntil(lambda: row(panel, NAMES[0]).data(COUNT_ROLE) == 1)
    assert row(panel, NAMES[0]).data(Qt.ItemDataRole.AccessibleTextRole) == "加星的 😀, 1 excerpt"
    assert row(panel, "协商").data(COUNT_ROLE) is None
    stocked.session.undo()
    stocked.session.flush()
    qtbot.waitUntil(lambda: row(panel, NAMES[0]).data(COUNT_ROLE) == 0)


def test_one_that_asks_for_a_tag_that_is_gone_says_so(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    tag = stocked.do(lambda library: library.tags.add_path("协商"))
    query = query_to_json(ExcerptQuery(all_tags=(tag.id,)))
    stocked.do(lambda library: library.smart.add("有标签的", "excerpts", query))
    qtbot.waitUntil(lambda: row(panel, "有标签的").data(COUNT_ROLE) == 0)
    stocked.do(lambda library: library.tags.remove(tag.id))
    qtbot.waitUntil(lambda: row(panel, "有标签的").data(SMART_ROLE) == "broken")
    assert row(panel, "有标签的").data(COUNT_ROLE) is None
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "gone" in row(panel, "有标签的").data(role)
    panel.grab()
    stocked.session.undo()
    stocked.session.flush()
    qtbot.waitUntil(lambda: row(panel, "有标签的").data(SMART_ROLE) == "excerpts")


def test_a_click_or_enter_opens_each_as_its_kind(panel: ShelfPanel, qtbot: QtBot) -> None:
    at = choose(panel, "𠮷")
    with qtbot.waitSignal(panel.excerpts_activated) as opened:
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [panel.smarts.all()[1].id]
    choose(panel, "协商")
    with qtbot.waitSignal(panel.search_activated) as searched, qtbot.assertNotEmitted(panel.excerpts_activated):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert searched.args == [panel.smarts.all()[2].id]


def test_alt_and_the_arrows_move_them(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    choose(panel, "协商")
    alt = Qt.KeyboardModifier.AltModifier
    for wanted in (["加星的 😀", "协商", "𠮷"], ["协商", "加星的 😀", "𠮷"], ["协商", "加星的 😀", "𠮷"]):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Up, alt)
        stocked.session.flush()
        assert shown(panel) == wanted
        assert panel.tree.currentIndex() == row(panel, "协商")
    panel.tree.clearSelection()
    for name in ("加星的 😀", "协商"):
        panel.tree.selectionModel().select(row(panel, name), panel.tree.selectionModel().SelectionFlag.Select)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down, alt)
    stocked.session.flush()
    assert shown(panel) == ["𠮷", "协商", "加星的 😀"]
    stocked.session.undo()
    stocked.session.flush()
    assert shown(panel) == ["协商", "加星的 😀", "𠮷"]
    assert stocked.library.journal.history(1)[0].label == "Move {count} smart collections"


def test_dragging_puts_them_where_they_are_dropped(stocked: Stocked, panel: ShelfPanel) -> None:
    model = panel.model
    section = model.index_of(("section", "", "smarts"))
    data = model.mimeData([row(panel, "协商")])
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(data, move, 0, 0, model.index_of(("section", "", "collections")))
    assert not model.canDropMimeData(data, move, -1, 0, model.index_of(("special", "", "bin")))
    assert not panel.model.flags(row(panel, "𠮷")) & Qt.ItemFlag.ItemIsDropEnabled
    assert model.canDropMimeData(data, move, 1, 0, section)
    assert model.dropMimeData(data, move, 1, 0, section)
    stocked.session.flush()
    assert shown(panel) == ["加星的 😀", "协商", "𠮷"]
    stocked.session.undo()
    stocked.session.flush()
    stocked.session.redo()
    stocked.session.flush()
    assert shown(panel) == ["加星的 😀", "协商", "𠮷"]


def test_f2_renames_and_delete_deletes_with_an_undo(
    stocked: Stocked, panel: ShelfPanel, messages: Messages, qtbot: QtBot
) -> None:
    choose(panel, "𠮷")
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("e\u0301 中")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(panel)[1] == "e\u0301 中")
    said: list[Message] = []
    messages.said.connect(said.append)
    choose(panel, "协商")
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    stocked.session.flush()
    assert shown(panel) == ["加星的 😀", "e\u0301 中"]
    assert "协商" in said[0].text
    assert said[0].action is not None
    said[0].action()
    stocked.session.flush()
    assert shown(panel)[2] == "协商"


def test_the_filter_finds_them_by_pinyin(panel: ShelfPanel) -> None:
    panel.filter.setText("xs")
    assert shown(panel) == ["协商"]
    panel.filter.setText("zzz")
    assert panel.nothing.isVisible()
    panel.filter.clear()
    assert shown(panel) == NAMES


def test_their_menu_offers_what_the_keys_do(panel: ShelfPanel) -> None:
    choose(panel, "𠮷")
    menu = row_menu(panel, panel.model.node(panel.tree.currentIndex()))
    offered = [action.text() for action in menu.actions() if action.text()]
    assert offered == ["Open", "Rename", "Move up", "Move down", "Delete smart collection"]
