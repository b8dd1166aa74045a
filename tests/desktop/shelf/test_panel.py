"""The shelf as a widget: clicking, typing, filtering, removing, and what stays open."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.itemmodels.holdings import ALL
from desktop.itemmodels.shelf import COUNT_ROLE
from desktop.messages import Message, Messages
from desktop.settings import Settings
from desktop.shelf.delegate import triangle_rect
from desktop.shelf.panel import ShelfPanel
from desktop.shelf.rowmenu import row_menu
from desktop.theme import Themes
from tests.desktop.shelf.stocked import AWKWARD, Stocked, await_keys, stocked_session


@pytest.fixture
def stocked(qtbot: QtBot, tmp_path: Path) -> Generator[Stocked, None, None]:
    with stocked_session(qtbot, tmp_path / "a.zhupi") as stocked:
        yield stocked


@pytest.fixture
def messages() -> Messages:
    return Messages()


def make_panel(stocked: Stocked, messages: Messages, qtbot: QtBot, tmp_path: Path) -> ShelfPanel:
    panel = ShelfPanel(stocked.session, Themes("paper"), Settings(tmp_path / "settings.ini"), messages)
    qtbot.addWidget(panel)
    panel.resize(252, 600)
    panel.show()
    qtbot.waitExposed(panel)
    await_keys(qtbot, panel.holdings)
    return panel


@pytest.fixture
def panel(stocked: Stocked, messages: Messages, qtbot: QtBot, tmp_path: Path) -> ShelfPanel:
    stocked.add("简报", "第12期", "第2期")
    stocked.add("方志", "长安志", *AWKWARD)
    stocked.add("简报/要点", "要点")
    return make_panel(stocked, messages, qtbot, tmp_path)


def select(panel: ShelfPanel, stocked: Stocked, path: str, title: str = "") -> QPoint:
    """Make the row of a collection or of a document the current one; return its middle."""
    key = stocked.collection(path)
    name = ("document", key, stocked.document(title).id) if title else ("collection", "", key)
    assert panel.tree.reveal(name)
    return panel.tree.visualRect(panel.tree.currentIndex()).center()


def said(messages: Messages) -> list[Message]:
    found: list[Message] = []
    messages.said.connect(found.append)
    return found


def actions(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if action.text()}


def test_a_click_opens_a_document_or_a_collection(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    at = select(panel, stocked, "方志", "长安志")
    with qtbot.waitSignal(panel.document_activated) as opened:
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [stocked.document("长安志").id]
    at = select(panel, stocked, "方志")
    with qtbot.waitSignal(panel.collection_activated) as shown:
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.args == [stocked.collection("方志")]


def test_enter_opens_as_a_click_does(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    select(panel, stocked, "方志", "长安志")
    with qtbot.waitSignal(panel.document_activated) as opened:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert opened.args == [stocked.document("长安志").id]
    panel.tree.reveal(("special", "", "bin"))
    with qtbot.waitSignal(panel.collection_activated) as shown:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Enter)
    assert shown.args == ["bin"]


def test_the_triangle_folds_without_opening(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    select(panel, stocked, "简报")
    index = panel.tree.currentIndex()
    at = triangle_rect(panel.tree.visualRect(index), panel.model.node(index)).center()
    with qtbot.assertNotEmitted(panel.collection_activated):
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.tree.isExpanded(panel.tree.model().index(0, 0, index.parent()))
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not panel.tree.isExpanded(panel.tree.model().index(0, 0, index.parent()))


def test_several_selected_documents_are_not_opened(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    select(panel, stocked, "简报", "第2期")
    other = panel.model.index_of(("document", stocked.collection("简报"), stocked.document("第12期").id))
    with qtbot.assertNotEmitted(panel.document_activated):
        qtbot.mouseClick(
            panel.tree.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            panel.tree.visualRect(other).center(),
        )
    assert len(panel.selected().documents) == 2


def test_f2_renames_in_place(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    select(panel, stocked, "方志")
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    type_name(panel, qtbot, "地方志")
    stocked.session.flush()
    assert stocked.library.collections.find_path("地方志") is not None


def test_what_is_typed_stands_when_the_row_changes_meanwhile(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    select(panel, stocked, "方志")
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    editor = panel.tree.findChild(QLineEdit, "shelfeditor")
    assert editor is not None
    assert editor.selectedText() == "方志"
    qtbot.keyClicks(editor, "fz")
    index = panel.tree.currentIndex()
    panel.tree.dataChanged(index, index)
    assert editor.text() == "fz"


def type_name(panel: ShelfPanel, qtbot: QtBot, name: str) -> None:
    editor = panel.tree.findChild(QLineEdit, "shelfeditor")
    assert editor is not None
    editor.setText(name)
    with qtbot.waitSignal(panel.tree.itemDelegate().commitData):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_new_collection_is_named_at_once(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    select(panel, stocked, "方志", "长安志")
    panel.add_collection()
    stocked.session.flush()
    type_name(panel, qtbot, "附录")
    stocked.session.flush()
    assert stocked.library.collections.find_path("方志/附录") is not None
    panel.add_collection_in(None)
    panel.add_collection_in(None)
    stocked.session.flush()
    panel.add_collection_in(None)
    stocked.session.flush()
    names = {collection.name for collection in stocked.library.collections.all()}
    assert {"New collection", "New collection 2"} <= names


def test_delete_takes_a_document_out_of_its_collection(
    stocked: Stocked, panel: ShelfPanel, messages: Messages, qtbot: QtBot
) -> None:
    heard = said(messages)
    select(panel, stocked, "简报", "第2期")
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    stocked.session.flush()
    assert stocked.standing("简报") == ["第12期"]
    assert stocked.document("第2期").removed is None
    assert heard[0].action is not None
    heard[0].action()
    stocked.session.flush()
    assert stocked.standing("简报") == ["第12期", "第2期"]


def test_undo_in_an_old_notice_undoes_nothing_else(
    stocked: Stocked, panel: ShelfPanel, messages: Messages, qtbot: QtBot
) -> None:
    heard = said(messages)
    select(panel, stocked, "简报", "第2期")
    panel.remove_selected()
    stocked.session.flush()
    stocked.do(lambda library: library.collections.rename(stocked.collection("方志"), "地方志"))
    assert heard[0].action is not None
    heard[0].action()
    stocked.session.flush()
    assert stocked.library.collections.find_path("地方志") is not None
    assert stocked.standing("简报") == ["第12期"]


def test_a_deleted_collection_leaves_its_documents(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    select(panel, stocked, "简报")
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    stocked.session.flush()
    assert [collection.name for collection in stocked.library.collections.all()] == ["方志"]
    assert stocked.document("要点").removed is None
    stocked.session.undo()
    stocked.session.flush()
    assert stocked.standing("简报/要点") == ["要点"]


def test_a_collection_and_one_below_it_are_deleted_in_one_step(stocked: Stocked, panel: ShelfPanel) -> None:
    select(panel, stocked, "简报/要点")
    panel.tree.selectAll()
    panel.remove_selected()
    stocked.session.flush()
    assert stocked.library.collections.all() == []
    stocked.session.undo()
    stocked.session.flush()
    assert len(stocked.library.collections.all()) == 3


def test_erasing_asks_and_names_the_count(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    chosen = stocked.document("长安志").id
    stocked.do(lambda library: library.highlights.add(chosen, 0, 2))
    qtbot.waitUntil(lambda: panel.holdings.marks(chosen) == 1)
    stocked.do(lambda library: library.documents.remove(chosen))
    panel.verbs.erase([chosen])
    box = panel.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "Delete 1 document for good?"
    assert box.informativeText().startswith("1 highlight and all notes")
    box.reject()
    stocked.session.flush()
    assert [document.id for document in stocked.library.documents.all(removed=True)] == [chosen]
    box.deleteLater()
    QApplication.processEvents()
    panel.verbs.erase([chosen])
    box = next(box for box in panel.findChildren(QMessageBox) if box.isVisible())
    destructive = QMessageBox.ButtonRole.DestructiveRole
    delete = next(button for button in box.buttons() if box.buttonRole(button) == destructive)
    assert isinstance(delete, QPushButton)
    delete.click()
    stocked.session.flush()
    assert stocked.library.documents.all(removed=True) == []
    stocked.session.undo()
    stocked.session.flush()
    assert len(stocked.library.highlights.of_document(chosen)) == 1


def test_the_bin_is_restored_from_its_menu(stocked: Stocked, panel: ShelfPanel) -> None:
    stocked.do(lambda library: library.documents.remove(stocked.document("长安志").id))
    panel.tree.reveal(("special", "", "bin"))
    menu = actions(row_menu(panel, panel.model.node(panel.tree.currentIndex())))
    menu["Restore all"].trigger()
    stocked.session.flush()
    assert "长安志" in stocked.standing("方志")
    assert not actions(row_menu(panel, panel.model.node(panel.tree.currentIndex())))["Restore all"].isEnabled()


def test_menus_offer_what_a_row_can_do(stocked: Stocked, panel: ShelfPanel) -> None:
    select(panel, stocked, "简报", "第2期")
    offered = actions(row_menu(panel, panel.model.node(panel.tree.currentIndex())))
    assert {"Open", "Rename", "New collection", "Take out of the collection", "Move to the bin"} <= offered.keys()
    offered["Move to the bin"].trigger()
    stocked.session.flush()
    assert panel.model.index_of(("special", "", "bin")).data(COUNT_ROLE) == 1


def test_the_menu_key_opens_the_menu(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    at = select(panel, stocked, "简报")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(panel.tree.menu_wanted) as wanted:
        QApplication.sendEvent(panel.tree, event)
    assert wanted.args == [panel.tree.viewport().mapToGlobal(at)]
    for menu in panel.findChildren(QMenu):
        menu.close()


def test_the_filter_opens_what_it_finds_and_folds_again(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    panel.tree.show_open({stocked.collection("方志")})
    panel.filter.setText("yaodian")
    assert panel.tree.open_collections() >= {stocked.collection("简报")}
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert panel.tree.currentIndex().data() == "要点"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert panel.tree.open_collections() == {stocked.collection("方志")}


@pytest.mark.parametrize("query", ["查无此文", "<b>x", "𠮷😀"])
def test_a_filter_that_finds_nothing_says_so(panel: ShelfPanel, query: str) -> None:
    assert not panel.nothing.isVisible()
    panel.filter.setText(query)
    assert panel.nothing.isVisible()
    assert panel.nothing.text() == "Nothing matches"
    panel.filter.setText("𠮷")
    assert not panel.nothing.isVisible()
    panel.filter.setText(query)
    panel.filter.clear()
    assert not panel.nothing.isVisible()


def test_what_is_open_selected_and_scrolled_to_survives_a_change(
    stocked: Stocked, panel: ShelfPanel, qtbot: QtBot
) -> None:
    stocked.add("方志", *(f"县志卷{number}" for number in range(60)))
    await_keys(qtbot, panel.holdings)
    select(panel, stocked, "方志", "县志卷50")
    place = panel.tree.verticalScrollBar().value()
    assert place > 0
    stocked.do(lambda library: library.documents.rename(stocked.document("要点").id, "别的"))
    assert panel.tree.currentIndex().data() == "县志卷50"
    assert panel.selected().document_ids == [stocked.document("县志卷50").id]
    assert panel.tree.open_collections() == {stocked.collection("方志")}
    assert panel.tree.verticalScrollBar().value() == place


def test_open_collections_come_back_with_the_library(
    stocked: Stocked, panel: ShelfPanel, messages: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    select(panel, stocked, "简报/要点", "要点")
    stocked.session.close()
    with qtbot.waitSignal(stocked.session.opened):
        stocked.session.open(stocked.path)
    opened = {stocked.collection("简报"), stocked.collection("简报/要点")}
    assert panel.tree.open_collections() == opened
    assert make_panel(stocked, messages, qtbot, tmp_path).tree.open_collections() == opened


def test_a_shown_document_is_selected_and_counts_as_read(stocked: Stocked, panel: ShelfPanel) -> None:
    chosen = stocked.document("长安志")
    panel.tree.show_open({stocked.collection("方志")})
    stocked.do(lambda library: library.readings.see(chosen.id, 0, 1))
    panel.show_document(chosen.id)
    assert panel.selected().document_ids == [chosen.id]
    assert panel.model.index_of(("special", "", "recent")).data(COUNT_ROLE) == 1
    panel.show_document(stocked.document("要点").id)
    assert panel.selected().document_ids == [], "its collection is folded"


@pytest.mark.parametrize("theme", ["paper", "night"])
def test_the_selected_row_has_the_tint_of_the_theme(
    stocked: Stocked, qtbot: QtBot, tmp_path: Path, messages: Messages, theme: str
) -> None:
    stocked.add("方志", "长安志")
    themes = Themes(theme)
    panel = ShelfPanel(stocked.session, themes, Settings(tmp_path / "settings.ini"), messages)
    qtbot.addWidget(panel)
    panel.resize(252, 400)
    at = select(panel, stocked, "方志", "长安志")
    row = panel.tree.visualRect(panel.tree.currentIndex())
    seen = panel.tree.viewport().grab().toImage().pixelColor(row.left() + 4, at.y())
    assert seen == themes.current.color("accent_tint")


def test_everything_has_a_name_for_screen_readers(panel: ShelfPanel) -> None:
    assert panel.tree.accessibleName() == "Shelf"
    assert panel.filter.accessibleName() == "Filter documents"


def test_ctrl_a_selects_what_is_like_the_current_row(stocked: Stocked, panel: ShelfPanel, qtbot: QtBot) -> None:
    def selected() -> set[str]:
        qtbot.keyClick(panel.tree, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        return {panel.model.node(index).id for index in panel.tree.selectedIndexes()}

    select(panel, stocked, "简报", "第2期")
    assert selected() == {stocked.document(title).id for title in ("第12期", "第2期")}, "what is folded away is left"
    select(panel, stocked, "方志")
    assert selected() == {stocked.collection(path) for path in ("简报", "方志", "简报/要点")}
    assert panel.tree.reveal(("special", "", ALL))
    assert selected() == {ALL}
