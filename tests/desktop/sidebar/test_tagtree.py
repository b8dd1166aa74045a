"""The tree of tags by keyboard and by dragging: sorted, narrowed, nested, merged, several at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.mergetags import MergeDialog
from desktop.dialogs.pastetags import PasteTagsDialog
from desktop.itemmodels.cardcargo import pack_highlights
from desktop.itemmodels.tagcargo import pack_tags
from desktop.itemmodels.tags import TagModel
from desktop.messages import Message
from desktop.sidebar.panel import SidebarPanel
from desktop.sidebar.tags import TagsView
from tests.desktop.annotated import Annotated
from tests.desktop.sidebar.test_tags import tree

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def view(annotated: Annotated, panel: SidebarPanel) -> TagsView:
    annotated.mark("意见箱", tags=["主题/程序公开", "方法"])
    annotated.mark("主持人", tags=["主题/规则", "方法"])
    annotated.mark("停车位", tags=["主题/规则"])
    panel.show_view("tags")
    return panel.tags


def tag_id(annotated: Annotated, path: str) -> str:
    tag = annotated.library.tags.find_path(path)
    assert tag is not None
    return tag.id


def select(view: TagsView, annotated: Annotated, *paths: str) -> None:
    view.tree.setFocus()
    view.choose(tag_id(annotated, paths[0]))
    for path in paths[1:]:
        index = view.model.find_index(tag_id(annotated, path))
        view.tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def counts(view: TagsView, annotated: Annotated, path: str) -> tuple[object, object]:
    index = view.model.find_index(tag_id(annotated, path))
    return index.data(TagModel.CountRole), index.data(TagModel.TotalRole)


def drop(view: TagsView, data: QMimeData, target_id: str, held: Modifier = Modifier.NoModifier) -> QDropEvent:
    """Let go of something over the middle of a tag."""
    at = QPointF(view.tree.visualRect(view.model.find_index(target_id)).center())
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    event = QDropEvent(at, actions, data, Qt.MouseButton.LeftButton, held)
    view.tree.dropEvent(event)
    return event


def test_counts_follow_every_tagging(annotated: Annotated, view: TagsView, panel: SidebarPanel) -> None:
    assert counts(view, annotated, "主题") == (0, 3)
    assert counts(view, annotated, "主题/规则") == (2, 2)
    made = annotated.mark("吵散了场", tags=["主题/规则", "主题"])
    assert counts(view, annotated, "主题") == (1, 4)
    panel.show_view("highlights")
    annotated.write(lambda library: library.highlights.remove(made.id))
    panel.show_view("tags")  # what nobody saw is counted when it is looked at
    assert counts(view, annotated, "主题") == (0, 3)
    annotated.undo()
    assert counts(view, annotated, "主题") == (1, 4)
    annotated.write(lambda library: library.documents.remove(annotated.document.id))
    assert counts(view, annotated, "主题") == (0, 0)
    annotated.reopen()
    assert counts(view, annotated, "主题/规则") == (0, 0)


def test_siblings_sort_by_pinyin_by_count_and_by_hand(annotated: Annotated, view: TagsView, qtbot: QtBot) -> None:
    annotated.write(lambda library: library.tags.add_path("长安"))
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法", "长安"]
    view.sort_by("name")
    qtbot.waitUntil(lambda: tree(view.model) == ["长安", "方法", ("主题", ["程序公开", "规则"])], timeout=20_000)
    view.sort_by("count")
    assert tree(view.model) == [("主题", ["规则", "程序公开"]), "方法", "长安"]
    annotated.reopen()
    assert tree(view.model) == [("主题", ["规则", "程序公开"]), "方法", "长安"]
    view.sort_by("hand")
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法", "长安"]


@pytest.mark.parametrize("typed", ["规则", "guize", "gz"])
def test_the_filter_finds_by_pinyin_and_shows_what_stands_above(
    annotated: Annotated, view: TagsView, typed: str
) -> None:
    annotated.write(lambda library: library.tags.add_path("人物/委员"))
    view.tree.collapse(view.model.find_index(tag_id(annotated, "人物")))
    view.tree.collapse(view.model.find_index(tag_id(annotated, "主题")))
    view.filter_field.setFocus()
    view.filter_field.insert(typed)
    QTest.keyClick(view.filter_field, Key.Key_Return)
    assert tree(view.model) == [("主题", ["规则"])]
    assert view.tree.hasFocus()
    assert view.current_tag().name == "规则"
    view.filter_field.clear()
    view._filter_now()
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法", ("人物", ["委员"])]
    assert not view.tree.isExpanded(view.model.find_index(tag_id(annotated, "人物")))
    assert view.tree.isExpanded(view.model.find_index(tag_id(annotated, "主题")))  # what was found is in it


def test_keys_move_a_tag_among_its_siblings_and_by_levels(annotated: Annotated, view: TagsView) -> None:
    before = tree(view.model)
    for way, path, after in (
        ("up", "主题/规则", [("主题", ["规则", "程序公开"]), "方法"]),
        ("in", "方法", [("主题", ["规则", "程序公开", "方法"])]),
        ("out", "主题/规则", ["主题", "规则"]),
    ):
        select(view, annotated, path)
        view.move_tags(way)
        annotated.session.flush()
        if way == "out":
            assert [row if isinstance(row, str) else row[0] for row in tree(view.model)] == after
        else:
            assert tree(view.model) == after
        assert view.current_tag().name == path.rpartition("/")[2]
    for _ in range(3):
        annotated.undo()
    assert tree(view.model) == before
    select(view, annotated, "主题")
    view.move_tags("up")
    view.move_tags("out")
    view.move_tags("in")
    annotated.session.flush()
    assert tree(view.model) == before


def test_up_and_down_say_why_not_in_another_order(annotated: Annotated, view: TagsView, said: list[Message]) -> None:
    view.sort_by("count")
    select(view, annotated, "方法")
    view.move_tags("up")
    assert [message.text for message in said] == [
        "The tags are sorted by name or count. Sort them by hand to move them up or down."
    ]


def test_several_tags_are_recoloured_and_deleted_in_one_step_each(
    annotated: Annotated, view: TagsView, panel: SidebarPanel
) -> None:
    select(view, annotated, "主题/规则", "方法")
    view.recolor_tag("purple")
    annotated.session.flush()
    assert {annotated.library.tags.find_path(path).color for path in ("主题/规则", "方法")} == {"purple"}
    assert view.chosen_ids() == [tag_id(annotated, "主题/规则"), tag_id(annotated, "方法")]
    annotated.undo()
    assert "purple" not in {tag.color for tag in annotated.library.tags.all()}
    before = annotated.excerpts()
    QTest.keyClick(view.tree, Key.Key_Delete)
    (box,) = [box for box in panel.window().findChildren(QMessageBox) if box.isVisible()]
    assert (box.text(), box.informativeText()[:1]) == ("Delete 2 tags?", "3")
    box.defaultButton().click()
    annotated.session.flush()
    assert tree(view.model) == [("主题", ["程序公开"])]
    annotated.undo()
    assert annotated.excerpts() == before


def merge_dialog(panel: SidebarPanel) -> MergeDialog:
    (dialog,) = [dialog for dialog in panel.window().findChildren(MergeDialog) if dialog.isVisible()]
    return dialog


def test_merging_by_command_previews_then_does_and_is_undone(
    annotated: Annotated, view: TagsView, panel: SidebarPanel, said: list[Message]
) -> None:
    before = annotated.excerpts()
    select(view, annotated, "方法")
    view.merge_tags()
    dialog = merge_dialog(panel)
    assert tag_id(annotated, "方法") not in {choice.tag_id for choice in dialog._choices}
    dialog.field.insert("规则")
    assert dialog.told.text().splitlines() == [
        "1 highlight gets “规则”.", "1 carries both, and keeps one.", "The tag is deleted. Undo brings it back.",
    ]  # fmt: skip
    QTest.keyClick(dialog.field, Key.Key_Return)
    annotated.session.flush()
    assert tree(view.model) == [("主题", ["程序公开", "规则"])]
    assert counts(view, annotated, "主题/规则") == (3, 3)
    assert said[-1].text == "Tag merged into “规则”"
    annotated.undo()
    assert annotated.excerpts() == before
    annotated.redo()
    annotated.reopen()
    assert tree(view.model) == [("主题", ["程序公开", "规则"])]


def test_several_tags_merge_into_the_one_of_them_used_most(
    annotated: Annotated, view: TagsView, panel: SidebarPanel
) -> None:
    select(view, annotated, "主题/程序公开", "主题/规则")
    view.merge_tags()
    dialog = merge_dialog(panel)
    assert dialog.target_id == tag_id(annotated, "主题/规则")
    assert dialog.source_ids == [tag_id(annotated, "主题/程序公开")]
    dialog.accept()
    annotated.session.flush()
    assert tree(view.model) == [("主题", ["规则"]), "方法"]


def test_a_tag_never_merges_into_what_stands_below_it(
    annotated: Annotated, view: TagsView, panel: SidebarPanel
) -> None:
    select(view, annotated, "主题")
    view.merge_tags()
    dialog = merge_dialog(panel)
    assert [choice.path for choice in dialog._choices] == ["方法"]
    dialog.reject()
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法"]


def test_alt_and_a_drop_merge_after_the_preview(annotated: Annotated, view: TagsView, panel: SidebarPanel) -> None:
    rules, method = tag_id(annotated, "主题/规则"), tag_id(annotated, "方法")
    drop(view, pack_tags([method]), rules, Modifier.AltModifier)
    dialog = merge_dialog(panel)
    assert (dialog.target_id, dialog.field.isVisible()) == (rules, False)
    dialog.accept()
    annotated.session.flush()
    assert tree(view.model) == [("主题", ["程序公开", "规则"])]


def test_without_alt_a_drop_nests_several_in_one_step(annotated: Annotated, view: TagsView) -> None:
    before = tree(view.model)
    annotated.write(lambda library: library.tags.add_path("人物/委员"))
    ids = [tag_id(annotated, path) for path in ("主题/规则", "人物", "人物/委员")]
    drop(view, pack_tags(ids), tag_id(annotated, "方法"))
    annotated.session.flush()
    assert tree(view.model) == [("主题", ["程序公开"]), ("方法", ["规则", ("人物", ["委员"])])]
    annotated.undo()
    annotated.undo()
    assert tree(view.model) == before


def test_cards_dropped_on_a_tag_get_it(annotated: Annotated, view: TagsView) -> None:
    marks = [excerpt.highlight.id for excerpt in annotated.excerpts()]
    event = drop(view, pack_highlights(marks), tag_id(annotated, "方法"))
    assert (event.isAccepted(), event.dropAction()) == (True, Qt.DropAction.CopyAction)
    annotated.session.flush()
    assert counts(view, annotated, "方法") == (3, 3)
    annotated.undo()
    assert counts(view, annotated, "方法") == (2, 2)
    blank = QPointF(view.tree.viewport().rect().bottomLeft() - QPoint(0, 2))
    data = pack_highlights(marks)
    nowhere = QDropEvent(blank, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Modifier.NoModifier)
    view.tree.dropEvent(nowhere)
    annotated.session.flush()
    assert counts(view, annotated, "方法") == (2, 2)


def test_a_pasted_list_is_looked_at_first_and_added_below_the_tag(
    annotated: Annotated, view: TagsView, panel: SidebarPanel
) -> None:
    select(view, annotated, "主题")
    QGuiApplication.clipboard().setText("规则\n\t议程 😀\n人物/𠮷")
    QTest.keyClick(view.tree, Key.Key_V, Modifier.ControlModifier)
    (dialog,) = [dialog for dialog in panel.window().findChildren(PasteTagsDialog) if dialog.isVisible()]
    assert dialog.new_count == 3
    assert dialog.told.text() == "1 is there already."
    assert tree(dialog.tree.model()) == [("规则", ["议程 😀 · new"]), ("人物 · new", ["𠮷 · new"])]
    dialog.list.setPlainText("规则\n\t议程 😀")
    dialog.accept()
    annotated.session.flush()
    assert tree(view.model) == [("主题", ["程序公开", ("规则", ["议程 😀"])]), "方法"]
    annotated.undo()
    assert tree(view.model) == [("主题", ["程序公开", "规则"]), "方法"]


def test_a_list_is_read_from_a_file(annotated: Annotated, view: TagsView, panel: SidebarPanel) -> None:
    listed = annotated.path / "list.txt"
    listed.write_bytes("主题\r\n  党建\r\n".encode("gb18030"))
    view.verbs.paste("", None)
    (dialog,) = [dialog for dialog in panel.window().findChildren(PasteTagsDialog) if dialog.isVisible()]
    assert not dialog._add.isEnabled()
    dialog.read(listed)
    assert dialog.new_count == 1
    dialog.read(annotated.path / "none.txt")
    assert "No such file" in dialog.told.text()
    dialog.accept()
    annotated.session.flush()
    assert annotated.library.tags.find_path("主题/党建") is not None
