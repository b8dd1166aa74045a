"""The tag tree: named, coloured, nested and deleted with real keys, and undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.describetag import DescribeDialog
from desktop.itemmodels.tags import TagModel
from desktop.messages import Message
from desktop.sidebar.panel import SidebarPanel
from desktop.sidebar.tags import TagsView
from desktop.theme import Themes
from tests.desktop.annotated import Annotated

Key = Qt.Key


@pytest.fixture
def view(annotated: Annotated, panel: SidebarPanel) -> TagsView:
    annotated.mark("意见箱", tags=["主题/程序公开", "方法"])
    annotated.mark("主持人", tags=["主题/规则", "方法"])
    panel.show_view("tags")
    return panel.tags


def tree(model: TagModel, parent: QModelIndex | None = None) -> list[object]:
    parent = parent or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        below = tree(model, index)
        found.append((index.data(), below) if below else index.data())
    return found


def select(view: TagsView, annotated: Annotated, path: str) -> None:
    tag = annotated.library.tags.find_path(path)
    assert tag is not None
    view.tree.setFocus()
    view.tree.setCurrentIndex(view.model.find_index(tag.id))


def test_the_tree_follows_the_codebook(annotated: Annotated, view: TagsView) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法"]
    annotated.write(lambda library: library.tags.add_path("方法/<b>"))
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), ("方法", ["<b>"])]
    annotated.undo()
    annotated.undo()
    assert tree(view.model) == [("主题", ["程序公开"]), "方法"]
    annotated.redo()
    annotated.reopen()
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法"]


def test_counts_are_the_tags_own_and_the_tooltip_has_those_below(annotated: Annotated, view: TagsView) -> None:
    annotated.mark("停车位", tags=["主题/<b>"])
    index = view.model.find_index(annotated.library.tags.find_path("主题").id)
    assert index.data(TagModel.CountRole) == 0
    assert "3" in index.data(Qt.ItemDataRole.ToolTipRole)
    below = view.model.index(2, 0, index)
    assert "&lt;b&gt;" in below.data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in below.data(Qt.ItemDataRole.ToolTipRole)


def test_f2_renames_and_letters_stay_letters(annotated: Annotated, view: TagsView, qtbot: QtBot) -> None:
    select(view, annotated, "方法")
    QTest.keyClick(view.tree, Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "n1 '; DROP TABLE tag")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: tree(view.model)[1] == "n1 '; DROP TABLE tag")
    assert annotated.library.tags.find_path("n1 '; DROP TABLE tag") is not None
    annotated.undo()
    assert tree(view.model)[1] == "方法"


def test_a_name_that_is_taken_is_refused_and_the_old_one_stays(
    annotated: Annotated, view: TagsView, qtbot: QtBot
) -> None:
    index = view.model.find_index(annotated.library.tags.find_path("主题/规则").id)
    with qtbot.waitSignal(annotated.session.failed):
        view.model.setData(index, "程序公开")
    assert tree(view.model)[0] == ("主题", ["程序公开", "规则"])
    assert not view.model.setData(index, "  ")


def test_a_new_tag_is_named_at_once(annotated: Annotated, view: TagsView, qtbot: QtBot) -> None:
    select(view, annotated, "方法")
    view.add_tag(view.current_tag())
    annotated.session.flush()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("问卷")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: annotated.library.tags.find_path("方法/问卷") is not None)


def test_a_slash_in_a_name_makes_levels(annotated: Annotated, view: TagsView, qtbot: QtBot) -> None:
    before = tree(view.model)
    view.add_tag()
    annotated.session.flush()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("主题/协商/规则/")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: tree(view.model) == [("主题", ["程序公开", "规则", ("协商", ["规则"])]), "方法"])
    tag = view.current_tag()
    assert tag is not None
    assert annotated.library.tags.path(tag.id) == "主题/协商/规则"
    annotated.undo()
    annotated.undo()
    assert tree(view.model) == before


def question(panel: SidebarPanel) -> QMessageBox:
    (box,) = [box for box in panel.window().findChildren(QMessageBox) if box.isVisible()]
    return box


def delete(panel: SidebarPanel, view: TagsView, annotated: Annotated) -> None:
    """Delete the selected tag and say yes."""
    QTest.keyClick(view.tree, Key.Key_Delete)
    question(panel).defaultButton().click()
    annotated.session.flush()


def test_deleting_a_tag_in_use_is_asked_for_with_the_count(
    annotated: Annotated, panel: SidebarPanel, view: TagsView
) -> None:
    select(view, annotated, "主题")
    QTest.keyClick(view.tree, Key.Key_Delete)
    box = question(panel)
    assert "主题" in box.text()
    assert box.informativeText().startswith("2 highlights")
    box.reject()
    annotated.session.flush()
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法"]


def test_a_tag_nobody_carries_is_deleted_at_once(annotated: Annotated, view: TagsView, said: list[Message]) -> None:
    annotated.write(lambda library: library.tags.add_path("新 <b>"))
    select(view, annotated, "新 <b>")
    QTest.keyClick(view.tree, Key.Key_Delete)
    annotated.session.flush()
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法"]
    assert [(message.text, message.action is not None) for message in said] == [("Tag “新 <b>” deleted", True)]


def test_deleting_offers_undo(annotated: Annotated, panel: SidebarPanel, view: TagsView, said: list[Message]) -> None:
    before = annotated.excerpts()
    select(view, annotated, "主题")
    delete(panel, view, annotated)
    assert tree(view.model) == ["方法"]
    assert said[0].action is not None
    said[0].action()
    assert annotated.excerpts() == before


def test_a_late_undo_of_a_deletion_leaves_the_next_step_alone(
    annotated: Annotated, panel: SidebarPanel, view: TagsView, said: list[Message]
) -> None:
    select(view, annotated, "方法")
    delete(panel, view, annotated)
    annotated.mark("停车位")
    assert said[0].action is not None
    said[0].action()
    assert len(annotated.excerpts()) == 3


def test_recolouring_a_tag_recolours_its_highlights(annotated: Annotated, view: TagsView) -> None:
    select(view, annotated, "方法")
    annotated.mark("停车位", tags=["方法"])
    view.recolor_tag("purple")
    assert annotated.excerpts()[-1].color == "purple"
    assert view.current_tag().color == "purple"


def dragged(view: TagsView, annotated: Annotated, path: str) -> QMimeData:
    return view.model.mimeData([view.model.find_index(annotated.library.tags.find_path(path).id)])


def test_dragging_nests_and_reorders_but_never_into_itself(annotated: Annotated, view: TagsView) -> None:
    model, move = view.model, Qt.DropAction.MoveAction
    theme = model.find_index(annotated.library.tags.find_path("主题").id)
    assert not model.canDropMimeData(dragged(view, annotated, "主题"), move, -1, -1, model.index(0, 0, theme))
    assert not model.canDropMimeData(QMimeData(), move, -1, -1, theme)
    assert model.dropMimeData(dragged(view, annotated, "方法"), move, 0, 0, theme)
    annotated.session.flush()
    assert tree(model) == [("主题", ["方法", "程序公开", "规则"])]
    assert model.dropMimeData(dragged(view, annotated, "主题/规则"), move, -1, -1, QModelIndex())
    annotated.session.flush()
    assert tree(model) == [("主题", ["方法", "程序公开"]), "规则"]
    annotated.undo()
    annotated.undo()
    assert tree(model) == [("主题", ["程序公开", "规则"]), "方法"]


def test_opening_a_tag_shows_only_its_highlights_and_those_below(
    annotated: Annotated, panel: SidebarPanel, view: TagsView
) -> None:
    annotated.mark("停车位")
    select(view, annotated, "主题")
    QTest.keyClick(view.tree, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    cards = panel.highlights.cards.model()
    assert [cards.index(row, 0).data() for row in range(cards.rowCount())] == ["意见箱", "主持人"]
    assert cards.total == 3
    panel.highlights.clear_filter()
    assert cards.rowCount() == 3


def test_the_filter_goes_with_its_tag_and_follows_its_name(
    annotated: Annotated, panel: SidebarPanel, view: TagsView
) -> None:
    cards = panel.highlights.model
    select(view, annotated, "主题/规则")
    QTest.keyClick(view.tree, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert cards.rowCount() == 1
    (rules,) = panel.highlights.bar.wanted.tag_ids
    annotated.write(lambda library: library.tags.rename(rules, "𠮷"))
    assert cards.rowCount() == 1
    assert any(label.text().endswith("主题/𠮷") for label in panel.highlights.findChildren(QLabel))
    themes = annotated.library.tags.find_path("主题")
    assert themes is not None
    annotated.write(lambda library: library.tags.remove(themes.id))
    assert not panel.highlights.bar.wanted
    assert cards.rowCount() == 2
    assert not cards.card_filter


def test_a_tag_is_described_and_says_so_in_its_tip(annotated: Annotated, panel: SidebarPanel, view: TagsView) -> None:
    select(view, annotated, "方法")
    next(action for action in view.menu().actions() if action.text() == "Describe…").trigger()
    (dialog,) = panel.window().findChildren(DescribeDialog)
    assert dialog.focusWidget() is dialog.fields["description"]
    dialog.fields["description"].insertPlainText("怎么做的 😀\n<b>例</b>\n")
    dialog.fields["excludes"].insertPlainText("谁做的")
    dialog.accept()
    annotated.session.flush()
    tag = view.current_tag()
    assert tag is not None
    assert tag.description == "怎么做的 😀\n<b>例</b>"
    tip = view.tree.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("怎么做的 😀<br>&lt;b&gt;例&lt;/b&gt;<br>Does not belong here: 谁做的")
    annotated.undo()
    assert annotated.library.tags.get(tag.id) == replace(tag, description="", excludes="")


def test_nothing_is_tinted_left_of_the_selected_row(
    annotated: Annotated, view: TagsView, themes: Themes, qapp: QApplication
) -> None:
    before = qapp.styleSheet()
    themes.apply(qapp)
    select(view, annotated, "主题/规则")
    row = view.tree.visualRect(view.tree.currentIndex())
    picture = view.tree.viewport().grab().toImage()
    tint = themes.current.color("accent_tint")
    assert picture.pixelColor(row.right() - 40, row.top() + 4) == tint
    assert picture.pixelColor(row.left() // 2, row.center().y()) != tint
    qapp.setStyleSheet(before)


def test_what_is_folded_and_selected_stays_so(annotated: Annotated, view: TagsView) -> None:
    select(view, annotated, "主题")
    view.tree.collapse(view.tree.currentIndex())
    annotated.write(lambda library: library.tags.add_path("新"))
    assert view.current_tag().name == "主题"
    assert not view.tree.isExpanded(view.tree.currentIndex())


def test_the_menu_exports_a_tag(annotated: Annotated, panel: SidebarPanel, view: TagsView, qtbot: QtBot) -> None:
    select(view, annotated, "方法")
    action = next(action for action in view.menu().actions() if action.text() == "Export this tag…")
    with qtbot.waitSignal(panel.export_requested) as exported:
        action.trigger()
    assert exported.args == [annotated.library.tags.find_path("方法").id]
