"""The outline beside the text: it follows, narrows, goes there, and is corrected by keys."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.sidebar.outline import OutlineView
from desktop.sidebar.panel import OUTLINE, SidebarPanel
from desktop.ways import WAY_KEYS
from tests.desktop.annotated import Annotated
from tests.library.test_outlines import TEXT

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def rows(view: OutlineView, parent: QModelIndex | None = None) -> list[str]:
    """Return the titles of all rows, those below others behind a dash each."""
    parent = parent or QModelIndex()
    found: list[str] = []
    for row in range(view.model.rowCount(parent)):
        index = view.model.index(row, 0, parent)
        found += [str(index.data()), *(f"-{title}" for title in rows(view, index))]
    return found


@pytest.fixture
def view(annotated: Annotated, panel: SidebarPanel, qtbot: QtBot) -> OutlineView:
    document = annotated.add_document(TEXT, "停车")
    panel.show_document(document.id)
    panel.show_view(OUTLINE)
    qtbot.waitUntil(lambda: panel.outline.model.rowCount() == 3)
    return panel.outline


ALL = ["一、基本情况😀", "-（一）白天", "-（二）夜里", "二、意见", "四、落实"]


def choose(view: OutlineView, words: str) -> None:
    view.tree.setCurrentIndex(view.model.index_above(TEXT.index(words)))
    view.tree.setFocus()


def current(view: OutlineView) -> str:
    return str(view.tree.currentIndex().data())


def test_the_tree_shows_the_headings_and_says_what_is_missing(view: OutlineView) -> None:
    assert rows(view) == ALL
    assert view.tree.isExpanded(view.model.index(0, 0))
    assert (view._counts.text(), view._missing.text().partition("<")[0]) == ("5 headings", "Not in the text: ")
    assert ">三</a>" in view._missing.text()
    assert not view._empty.isVisible()


def test_a_missing_number_leads_to_where_it_is_missing(view: OutlineView, qtbot: QtBot) -> None:
    view.activateWindow()
    view._missing.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(view.gap_wanted) as gone:
        qtbot.keyClick(view._missing, Qt.Key.Key_Tab)
        qtbot.keyClick(view._missing, Qt.Key.Key_Return)
    assert gone.args == [TEXT.index("意见\n\n分时") + 2, TEXT.index("四、落实")]


def test_f2_puts_the_words_of_a_heading_right(view: OutlineView, annotated: Annotated, qtbot: QtBot) -> None:
    choose(view, "二、意")
    qtbot.keyClick(view.tree, Qt.Key.Key_F2)
    editor = view.tree.findChild(QLineEdit)
    assert editor.text() == "二、意见"
    editor.setText("二、建议")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(view) == [*ALL[:3], "二、建议", "四、落实"])
    annotated.undo()
    assert rows(view) == ALL


def test_it_follows_reading_into_what_is_unfolded(view: OutlineView) -> None:
    view.follow(TEXT.index("夜里挤"), len(TEXT))
    assert current(view) == "（二）夜里"
    view.tree.collapse(view.model.index(0, 0))
    view.follow(TEXT.index("白天空"), len(TEXT))
    assert current(view) == "一、基本情况😀"
    view.follow(0, 5)
    assert view.tree.chosen() == []
    view.follow(0, len(TEXT))  # headings are in sight, and above them the text stands below none
    assert view.tree.chosen() == []


@pytest.mark.parametrize("typed", ["夜里", "yeli", "yl"])
def test_typing_narrows_it_by_words_pinyin_and_initials(view: OutlineView, qtbot: QtBot, typed: str) -> None:
    view.field.insert(typed)
    qtbot.waitUntil(lambda: rows(view) == ["一、基本情况😀", "-（二）夜里"])
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    assert current(view) == "（二）夜里"
    qtbot.keyClick(view.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: rows(view) == ALL)


def test_what_finds_nothing_says_so(view: OutlineView, qtbot: QtBot) -> None:
    view.field.insert("没有这个")
    qtbot.waitUntil(lambda: view._empty.text() == "No heading is found by these words.")
    assert view._empty.isVisible()


def test_a_click_and_enter_go_there(view: OutlineView, panel: SidebarPanel, qtbot: QtBot) -> None:
    gone = QSignalSpy(panel.heading_activated)
    index = view.model.index(1, 0)
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=view.tree.visualRect(index).center())
    choose(view, "四、")
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert [gone.at(0), gone.at(1)] == [[TEXT.index("二、意"), False], [TEXT.index("四、"), True]]


def test_keys_demote_promote_and_remove_each_in_one_step(view: OutlineView, annotated: Annotated, qtbot: QtBot) -> None:
    assert WAY_KEYS["in"] == "Alt+Shift+Right"
    choose(view, "二、意")
    qtbot.keyClick(view.tree, Qt.Key.Key_Right, ALT_SHIFT)
    demoted = [*ALL[:3], "-二、意见", "四、落实"]
    qtbot.waitUntil(lambda: rows(view) == demoted)
    assert current(view) == "二、意见"
    qtbot.keyClick(view.tree, Qt.Key.Key_Left, ALT_SHIFT)
    qtbot.waitUntil(lambda: rows(view) == ALL)
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows(view) == [*ALL[:3], "四、落实"])
    for expected in (ALL, demoted, ALL):
        annotated.undo()
        assert rows(view) == expected


def test_several_are_moved_and_removed_together(view: OutlineView, annotated: Annotated, qtbot: QtBot) -> None:
    choose(view, "（一）")
    qtbot.keyClick(view.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    view.move_headings("out")
    qtbot.waitUntil(lambda: rows(view) == [title.lstrip("-") for title in ALL])
    annotated.undo()
    view.remove()
    qtbot.waitUntil(lambda: rows(view) == ["一、基本情况😀", "二、意见", "四、落实"])
    annotated.undo()
    assert rows(view) == ALL


def test_the_menu_offers_what_the_keys_do(view: OutlineView) -> None:
    choose(view, "二、意")
    menu = view.menu()
    assert [(action.text(), action.isEnabled()) for action in menu.actions() if action.text()] == [
        ("Go there", True), ("Rename", True), ("Promote", True), ("Demote", True), ("Remove from the outline", True),
        ("Make a heading of the line or selection", True),
    ]  # fmt: skip
    menu.deleteLater()


def test_an_empty_outline_says_what_to_do(panel: SidebarPanel, annotated: Annotated, qtbot: QtBot) -> None:
    panel.show_view(OUTLINE)
    view = panel.outline
    view.show_document(None)
    assert view._empty.text() == "Open a document to see its headings."
    view.show_document(annotated.add_document("没有标题的一段话。", "短").id)
    qtbot.waitUntil(lambda: view._empty.text().startswith("No headings were found."))
    assert view.field.isHidden()
    assert view.tree.isHidden()
