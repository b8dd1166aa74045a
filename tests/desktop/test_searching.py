"""The search in the window: grown into the middle and back, kept on the shelf, its rows' menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.line import LineDialog
from desktop.searching import as_phrase
from tests.desktop.search.sought import FIRST, Sought

Key = Qt.Key


@pytest.fixture
def sought(qtbot: QtBot, tmp_path: Path) -> Iterator[Sought]:
    made = Sought(qtbot, tmp_path)
    yield made
    made.close()


def keep(sought: Sought, name: str) -> None:
    before = len(sought.library.smart.all())
    sought.window.searching.ask_name()
    dialog = sought.window.findChildren(LineDialog)[-1]
    dialog.field.setText(name)
    dialog.accept()
    sought.window.session.flush()
    assert len(sought.library.smart.all()) >= before


@pytest.mark.parametrize(
    ("text", "query"),
    [("人民政协", "人民政协"), ("人民\n政协", '"人民 政协"'), ('说"好"', "说 好"), ("tag:甲", '"tag:甲"'), ("-", '"-"'),
     (" 甲 OR 乙 ", '"甲 OR 乙"')],
)  # fmt: skip
def test_a_text_is_asked_for_as_it_stands(text: str, query: str) -> None:
    assert as_phrase(text).strip('"') == query.strip('"')
    assert as_phrase(text).startswith('"') == (query.startswith('"') or '"' in text)


def test_the_search_grows_into_the_middle_and_back(sought: Sought) -> None:
    sought.read(sought.third)
    sought.ask("人民政协")
    sought.trigger("search_page")
    centre = sought.window.centre
    assert centre.isAncestorOf(sought.panel)
    assert not centre.shows_text
    assert sought.panel.field.hasFocus()
    assert sought.panel.field.text() == "人民政协"
    sought.window.navigation.return_to_text()
    assert centre.shows_text
    sought.trigger("search")
    assert not centre.shows_text
    assert sought.panel.field.hasFocus()
    sought.trigger("search_page")
    assert centre.shows_text
    assert sought.window.sidebar.isAncestorOf(sought.panel)
    assert sought.panel.isVisible()


def test_the_side_says_where_the_search_is_and_has_it_back(sought: Sought) -> None:
    sought.trigger("search_page")
    sought.window.sidebar.show_view("tags")
    sought.window.sidebar.show_view("search")
    (back,) = [
        button for button in sought.window.sidebar.findChildren(QPushButton) if button.text() == "Back to the side"
    ]
    back.click()
    assert sought.window.sidebar.isAncestorOf(sought.panel)
    assert sought.window.centre.shows_table


def test_a_hit_opened_from_the_middle_stands_beside_what_was_found(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.trigger("search_page")
    sought.press(Key.Key_Down)
    sought.settle(lambda: sought.panel.model.hit(1) is not None)
    sought.press(Key.Key_Return)
    assert sought.window.centre.shows_text
    assert sought.window.reading.document == sought.first
    assert sought.panel.isVisible()
    assert sought.window.sidebar.isAncestorOf(sought.panel)
    assert sought.panel.answer.list.row == 1


def test_a_selection_is_what_to_look_for(sought: Sought) -> None:
    sought.read(sought.first)
    start = FIRST.index("章程")
    sought.window.pane.select(start, start + 2)
    sought.trigger("search")
    sought.settle(lambda: sought.panel.complete)
    assert sought.panel.question.query == "章程"
    assert sought.panel.field.selectedText() == "章程"


def test_a_search_is_kept_on_the_shelf_with_its_count(sought: Sought) -> None:
    assert not sought.window.searching.can_save
    sought.ask("ABC企业")
    sought.panel.head.case.setChecked(True)
    sought.settle(lambda: sought.panel.question.case and sought.panel.complete)
    keep(sought, "企业")
    (kept,) = sought.library.smart.all()
    assert (kept.name, kept.kind) == ("企业", "search")
    smarts = sought.window.shelf.smarts
    sought.settle(lambda: smarts.count(kept.id) == 1)
    sought.panel.head.case.setChecked(False)
    sought.ask("别的")
    sought.window.shelf.search_activated.emit(kept.id)
    sought.settle(lambda: sought.panel.complete and sought.panel.question.query == "ABC企业")
    assert sought.panel.question.case
    sought.ask("ABC企业 OR 别的")
    keep(sought, "企业")
    assert len(sought.library.smart.all()) == 1
    sought.settle(lambda: smarts.count(kept.id) == 2)
    keep(sought, "另一个")
    assert len(sought.library.smart.all()) == 2
    sought.window.session.undo()
    sought.window.session.flush()
    assert [row.name for row in sought.library.smart.all()] == ["企业"]


def test_what_is_no_search_is_said(sought: Sought) -> None:
    broken = sought.write(lambda library: library.smart.add("坏的", "search", "人民"))
    sought.window.searching.open_saved(broken.id)
    assert sought.texts == ["What is kept here is no search. Delete it, and keep the search again."]


def test_rows_are_ticked_folded_and_opened_in_a_tab_of_their_own(sought: Sought) -> None:
    sought.read(sought.third)
    sought.ask("人民政协")
    sought.press(Key.Key_Down)
    sought.settle(lambda: sought.panel.model.hit(1) is not None)
    sought.press(Key.Key_Space)
    assert [hit.start for hit in sought.panel.model.ticked] == [FIRST.index("人民政协")]
    chosen = {action.text(): action for action in sought.window.searching.menu(1).actions()}
    chosen["Take all ticks away"].trigger()
    assert sought.panel.model.ticked == []
    chosen["Open in a new tab"].trigger()
    assert sought.window.reading.document == sought.first
    assert len(sought.window.stands.active.tabs.all) == 2
    chosen["Fold all"].trigger()
    assert sought.panel.model.rowCount() == 2
    chosen["Unfold all"].trigger()
    assert sought.panel.model.rowCount() == 6


def test_esc_lets_the_marks_of_the_hits_go(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.press(Key.Key_Down)
    sought.settle(lambda: sought.panel.model.hit(1) is not None)
    sought.press(Key.Key_Return)
    sought.settle(lambda: len(sought.window.pane.marks.hits) == 3)
    for _ in range(2):
        QTest.keyClick(sought.window.pane, Key.Key_Escape)
    assert len(sought.window.pane.marks.hits) == 0


def test_the_side_does_not_say_that_the_search_is_seen_while_something_else_is(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.trigger("search_page")
    sought.window.sidebar.show_view("search")
    told = [label.text() for label in sought.window.sidebar.findChildren(QLabel) if label.isVisible()]
    assert "The search is in the middle of the window." in told
    sought.trigger("concordance")
    page = sought.window.concordancing.page
    sought.settle(page.isVisible)
    told = [label.text() for label in sought.window.sidebar.findChildren(QLabel) if label.isVisible()]
    assert "The search is behind what the middle shows now." in told
    (show,) = [button for button in sought.window.sidebar.findChildren(QPushButton) if button.text() == "Show it there"]
    show.click()
    assert sought.panel.isVisible()
    assert not show.isVisible()


def test_what_was_found_follows_the_steps_in_the_text(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.press(Key.Key_Down)
    sought.settle(lambda: sought.panel.model.hit(1) is not None)
    sought.press(Key.Key_Return)
    sought.settle(lambda: len(sought.window.pane.marks.hits) == 3)
    sought.trigger("find_next")
    sought.trigger("find_next")
    assert sought.panel.answer.list.row == 3
    sought.settle(lambda: "再说人民" in sought.panel.answer.preview._text.toPlainText())
    sought.trigger("find_next")
    sought.settle(lambda: sought.panel.answer.list.row == 5)
    sought.settle(lambda: "协商之后" in sought.panel.answer.preview._text.toPlainText())
    sought.panel.model.fold_all(True)
    sought.trigger("find_previous")
    sought.settle(lambda: sought.panel.answer.list.row == 0)
    assert sought.window.pane.hasFocus()


def test_an_empty_search_is_not_kept(sought: Sought) -> None:
    action = sought.window.menus["save_search"]
    sought.ask("人民政协")
    sought.settle(action.isEnabled)
    sought.panel.field.clear()
    sought.settle(lambda: not action.isEnabled())


def test_what_is_found_in_notes_alone_can_be_kept(sought: Sought) -> None:
    sought.write(lambda library: library.notes.write("document", sought.third.id, "存疑之处"))
    sought.ask("存疑之处")
    sought.settle(lambda: sought.panel.others.rowCount() == 2)
    head = sought.panel.head
    assert head.save_button.isVisible()
    assert not head.mark_button.isVisible()
    head.save_button.click()
    dialog = sought.window.findChildren(LineDialog)[-1]
    dialog.accept()
    sought.window.session.flush()
    assert [row.name for row in sought.library.smart.all()] == ["存疑之处"]


def test_in_a_narrow_window_the_preview_stands_below_what_was_found(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.trigger("search_page")
    answer = sought.panel.answer
    sought.settle(lambda: answer.preview.x() > answer.list.x())
    sought.window.resize(1000, 700)
    sought.settle(lambda: answer.preview.width() == answer.width() and answer.preview.y() >= answer.list.height())
    sought.window.resize(1440, 900)
    sought.settle(lambda: answer.preview.height() == answer.list.height())


def test_the_first_line_of_the_preview_is_whole(sought: Sought) -> None:
    sought.add("寻常的事情。" * 60 + "这里说到罕见。" + "\n寻常的事情。" * 60, "长文")
    sought.window.resize(1000, 620)
    sought.ask("罕见")
    sought.press(Key.Key_Down)
    text = sought.panel.answer.preview._text
    sought.settle(lambda: "罕见" in text.toPlainText() and text.verticalScrollBar().value() > 0)
    for height in (600, 633, 651):
        sought.window.resize(1000, height)
        sought.settle(lambda height=height: sought.window.height() == height)
        first = text.cursorRect(text.cursorForPosition(QPoint(0, 0)))
        assert first.top() >= 0
        assert text.viewport().rect().contains(text.cursorRect())


def test_the_names_of_the_parts_are_never_cut(sought: Sought) -> None:
    sought.window.resize(1000, 700)
    sought.ask("人民政协")
    parts = sought.panel.answer.parts
    sought.settle(parts.isVisible)
    for part in ("others", "texts"):
        parts.select(part)
        assert parts.width() >= parts.minimumSizeHint().width()
        assert sought.panel.answer.width() >= parts.width()
