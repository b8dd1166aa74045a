"""Pens in the window: what they mark with, filled in their dialog and from the tag tree, and marking by themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.dialogs.pens import PensDialog
from desktop.widgets.pensign import PenSign
from desktop.widgets.penswatch import PenSwatch
from library.models import Document, Highlight
from tests.desktop.desk import Desk

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
TEXT = "𠮷祥里的墙上贴着😀和e\u0301tude，由提意见的人当面说明缘由。"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk) -> Document:
    document = desk.add(TEXT, "短文")
    desk.read(document)
    desk.window.pane.setFocus()
    return document


def marks(desk: Desk) -> list[Highlight]:
    desk.window.session.flush()
    return desk.library.highlights.all()


def tags(desk: Desk, highlight: Highlight) -> list[str]:
    paths = desk.library.tags.paths()
    return [paths[row.tag_id] for row in desk.library.tags.of_highlights([highlight.id]).get(highlight.id, [])]


def press(desk: Desk, key: Key) -> None:
    desk.window.session.flush()
    desk.window.menus.refresh()
    QTest.keyClick(desk.window.pane, key)
    desk.window.session.flush()


def give(desk: Desk, number: int, *paths: str, color: str | None = None, style: str = "highlight") -> None:
    ids = [desk.write(lambda library, path=path: library.tags.add_path(path, "green")).id for path in paths]
    desk.write(lambda library: library.pens.set(number, color=color, style=style, tag_ids=ids))


def dialog_of(desk: Desk) -> PensDialog:
    desk.settle(lambda: isinstance(QApplication.activeModalWidget(), PensDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PensDialog)
    return dialog


def test_a_pen_with_tags_marks_in_one_step_also_after_a_restart(desk: Desk, document: Document) -> None:
    give(desk, 7, "主题/<b>", "方法")
    desk.window.pane.select(0, 9)
    press(desk, Key.Key_7)
    (mark,) = marks(desk)
    assert (mark.color, mark.style, tags(desk, mark)) == (None, "highlight", ["主题/<b>", "方法"])
    assert [span.color for span in desk.window.pane.marks.spans.touching(0, 9)] == ["green"]
    desk.trigger("undo")
    assert marks(desk) == []
    desk.trigger("redo")
    assert tags(desk, marks(desk)[0]) == ["主题/<b>", "方法"]
    desk.restart()
    desk.open()
    assert desk.window.pens.find(7).paths == ("主题/<b>", "方法")


def test_a_pen_alters_the_selected_highlight_in_one_step(desk: Desk, document: Document) -> None:
    give(desk, 8, "方法", color="blue", style="underline")
    desk.window.pane.select(0, 4)
    press(desk, Key.Key_1)
    (before,) = marks(desk)
    press(desk, Key.Key_8)
    (mark,) = marks(desk)
    assert (mark.id, mark.color, mark.style, tags(desk, mark)) == (before.id, "blue", "underline", ["方法"])
    desk.trigger("undo")
    (mark,) = marks(desk)
    assert (mark.color, mark.style, tags(desk, mark)) == ("red", "highlight", [])


def test_a_pen_by_tag_takes_the_own_colour_of_the_same_passage(desk: Desk, document: Document) -> None:
    give(desk, 7, "方法")
    desk.write(lambda library: library.highlights.add(document.id, 0, 4, color="red"))
    desk.window.pane.select(0, 4)
    press(desk, Key.Key_7)
    assert [(mark.color, tags(desk, mark)) for mark in marks(desk)] == [(None, ["方法"])]


def test_an_empty_pen_says_so_and_is_filled_with_the_keyboard(desk: Desk, document: Document) -> None:
    desk.window.pane.select(0, 4)
    press(desk, Key.Key_9)
    assert marks(desk) == []
    assert desk.texts == ["Pen 9 is empty."]
    desk.window.notice.act()
    dialog = dialog_of(desk)
    desk.settle(lambda: QApplication.focusWidget() is dialog.rows[9].color)
    QTest.keyClick(dialog, Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Space)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "<b>/x")
    QTest.keyClick(field, Key.Key_Return)
    desk.settle(lambda: desk.window.pens.find(9))
    assert desk.window.pens.find(9).paths == ("<b>/x",)
    assert QApplication.focusWidget() is dialog.rows[9].tags
    assert dialog.isVisible()
    dialog.reject()
    desk.window.activateWindow()
    desk.settle(desk.window.isActiveWindow)
    desk.window.pane.setFocus()
    press(desk, Key.Key_9)
    assert [tags(desk, mark) for mark in marks(desk)] == [["<b>/x"]]


def test_the_dialog_sets_and_resets_each_pen_and_every_step_can_be_undone(desk: Desk) -> None:
    desk.trigger("pens")
    dialog, pens = dialog_of(desk), desk.window.pens
    row = dialog.rows[2]
    assert not row.reset.isVisible()
    row.color.setFocus()
    QTest.keyClick(row.color, Key.Key_Down)
    desk.settle(lambda: pens.find(2).color == "green")
    QTest.keyClick(row.style, Key.Key_Down)
    desk.settle(lambda: pens.find(2).style == "underline")
    assert row.reset.isVisible()
    row.reset.click()
    desk.settle(lambda: (pens.find(2).color, pens.find(2).style) == ("yellow", "highlight"))
    desk.window.session.undo()
    desk.settle(lambda: row.style.currentData() == "underline")
    dialog.pick_tags(2)
    dialog.picker.tags_chosen.emit(["方法"])
    desk.settle(lambda: [choice.path for choice in dialog.picker.choices if choice.carried] == ["方法"])
    dialog.picker.tag_withdrawn.emit(pens.find(2).tag_ids[0])
    desk.settle(lambda: not pens.find(2).tags)
    dialog.reject()


def test_a_tag_is_put_on_a_pen_from_the_tree_and_taken_off(desk: Desk) -> None:
    tag = desk.write(lambda library: library.tags.add_path("A & <b>", "purple"))
    view = desk.window.sidebar.tags
    view.tree.setCurrentIndex(view.model.find_index(tag.id))

    def entry(number: int) -> None:
        menu = view.menu()
        pens = next(found for found in menu.findChildren(QMenu) if found.title() == "Put on a pen")
        assert pens.actions()[number - 1].isChecked() == (desk.window.pens.find(7) is not None)
        pens.actions()[number - 1].trigger()
        desk.window.session.flush()

    entry(7)
    pen = desk.window.pens.find(7)
    assert (pen.paths, pen.color, pen.shown) == (("A & <b>",), None, "purple")
    entry(7)
    assert desk.window.pens.find(7) is None
    desk.trigger("undo")
    desk.settle(lambda: desk.window.pens.find(7))
    desk.write(lambda library: library.tags.remove(tag.id))
    assert desk.window.pens.find(7) is None


def test_the_popup_shows_the_pens_as_they_are(desk: Desk, document: Document) -> None:
    give(desk, 7, "方法", style="underline")
    desk.window.pane.select(0, 4)
    desk.window.marking.show_popup()
    swatches = desk.window.marking.popup.findChildren(PenSwatch)
    names = [swatch.accessibleName() for swatch in swatches if swatch.isVisible()]
    assert len(names) == 7
    assert names[0] == "Red, pen 1"
    assert names[-1] == "By tag · Underline · 方法, pen 7"


def drag(desk: Desk, start: int, end: int) -> None:
    pane = desk.window.pane
    places = [pane.rect_of(at, at + 1) for at in (start, start + 1, end)]
    points = [QPoint(place.left() + 1, place.center().y()) for place in places]
    QTest.mousePress(pane.viewport(), LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(pane.viewport(), point)
    QTest.mouseRelease(pane.viewport(), LEFT, pos=points[-1])
    desk.window.session.flush()


def test_what_the_mouse_selects_is_marked_until_esc(desk: Desk, document: Document) -> None:
    pane, pens = desk.window.pane, desk.window.pens
    (sign,) = pane.findChildren(PenSign)
    assert not sign.isVisible()
    press(desk, Key.Key_H)
    assert pens.marks_selections
    assert sign.isVisible()
    assert pane.viewport().geometry().contains(sign.geometry())
    drag(desk, 0, 4)
    drag(desk, 8, 14)
    assert [(mark.start, mark.end, mark.color) for mark in marks(desk)] == [(0, 4, "red"), (8, 14, "red")]
    assert not desk.window.marking.popup.isVisible()
    desk.window.menus.refresh()
    assert desk.window.menus["mark_selections"].isChecked()
    QTest.keyClick(pane, Key.Key_Escape)
    assert not pens.marks_selections
    assert not sign.isVisible()
    drag(desk, 16, 20)
    assert len(marks(desk)) == 2


def test_marking_by_itself_ends_with_the_library_and_by_a_click_on_its_sign(desk: Desk, document: Document) -> None:
    press(desk, Key.Key_H)
    (sign,) = desk.window.pane.findChildren(PenSign)
    QTest.mouseClick(sign, LEFT)
    assert not desk.window.pens.marks_selections
    press(desk, Key.Key_H)
    desk.window.libraries.close()
    assert not desk.window.pens.marks_selections
    assert not sign.isVisible()
