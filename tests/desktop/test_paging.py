"""Text and pages beside one another: shown, remembered, leading each other, marks on both sides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.pageview.view import PageView
from desktop.printed import Printed
from desktop.sides import ROOMY
from library.models import Document
from tests.desktop.desk import Desk
from tests.paper import Paper

PAGES, LINES = 30, 36
SIZE, LEADING, TOP, LEFT = 12, 20, 780, 80
WORDS = "协商民主是我国社会主义民主政治的特有形式和独特优势也是党的群众路线在政治领域的重要体现"
LENGTH = 24
Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk, tmp_path: Path) -> Document:
    """A document of thirty pages of paragraphs of one line each."""
    paper = Paper()
    for number in range(PAGES):
        page = paper.page()
        page.lines(LEFT, TOP, [line_of(number, line) for line in range(LINES)], SIZE, LEADING)
    path = paper.save(tmp_path / "书 😀.pdf")
    importing = desk.window.importing
    with desk.qtbot.waitSignal(importing.finished, timeout=20_000):
        importing.start([path])
    (found,) = desk.library.documents.all()
    desk.read(found)
    return found


def line_of(page: int, line: int) -> str:
    """Return a line: no two are alike, so that none is taken for a running head."""
    words = "".join(WORDS[(page * 7 + line * 3 + at * (1 + line % 3 + page % 5)) % len(WORDS)] for at in range(LENGTH))
    return f"第{page + 1}页第{line}行{words}。"


def view_of(desk: Desk) -> PageView:
    """Show the pages and return their view, once those in sight are there."""
    if not desk.window.settings.page_view:
        desk.trigger("page_view")
    view = desk.window.paging.late_view.get()
    desk.settle(lambda: view.canvas.count == PAGES)
    desk.settle(lambda: found_on(view, view.canvas.page))
    return view


def test_what_draws_the_pages_is_ready_before_they_are_wanted(desk: Desk, document: Document) -> None:
    paging = desk.window.paging
    desk.settle(lambda: paging.is_ready)
    assert document.format == "pdf"
    view = view_of(desk)
    assert not paging.is_ready
    desk.trigger("page_view")
    assert not view.isVisible()
    desk.settle(lambda: paging.is_ready)
    desk.window.session.close()
    assert not paging.is_ready


def found_on(view: PageView, page: int) -> bool:
    view.canvas.viewport().grab()
    return isinstance(view.canvas.passages, Printed) and view.canvas.passages.wanted_map(page) is None


def offset(desk: Desk, document: Document, page: int, line: int) -> int:
    """Return where a line of a page begins in the text."""
    text = desk.library.documents.text(document.id)
    at = text.text().index(line_of(page, line))
    text.close()
    return at


def point(view: PageView, page: int, line: int, character: int) -> QPoint:
    """Return where a character of a line stands in the window of the pages."""
    placing = view.canvas.placing
    assert placing is not None
    before = line_of(page, line)[:character]
    x = LEFT + sum(SIZE / 2 if each.isascii() else SIZE for each in before) + SIZE / 2
    y = 842 - (TOP - line * LEADING) - SIZE / 3
    scale = placing.scale(page)
    return (view.canvas.in_window(page).topLeft() + QPointF(x * scale, y * scale)).toPoint()


def click(view: PageView, at: QPoint, to: QPoint | None = None) -> None:
    viewport, button = view.canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, button, pos=at)
    if to is not None:
        QTest.mouseMove(viewport, to)
    QTest.mouseRelease(viewport, button, pos=to or at)


def test_pages_are_offered_only_for_what_has_them(desk: Desk, document: Document) -> None:
    assert desk.window.paging.is_offered
    assert desk.window.paging.late_view.find() is None
    other = desk.add("只是文字。", "文字")
    view = view_of(desk)
    assert view.isVisible()
    desk.read(other)
    assert not desk.window.paging.is_offered
    assert not view.isVisible()
    desk.read(document)
    desk.settle(view.isVisible)


def test_it_is_remembered_and_goes_with_its_key(desk: Desk, document: Document) -> None:
    desk.window.pane.setFocus()
    QTest.keyClick(desk.window.pane, Key.Key_F8)
    view = view_of(desk)
    view.canvas.set_zoom("page")
    desk.restart()
    desk.open(write=True)
    desk.settle(lambda: desk.window.paging.late_view.find() is not None)
    again = desk.window.paging.late_view.get()
    desk.settle(lambda: again.canvas.count == PAGES)
    assert again.isVisible()
    assert again.canvas.zoom == "page"
    desk.trigger("page_view")
    assert not again.isVisible()


def test_the_shelf_gives_way_where_room_is_short(desk: Desk, document: Document) -> None:
    window, settings = desk.window, desk.window.settings
    window.sides.focus("shelf")
    view_of(desk)
    assert not window.shelf.isVisible()
    assert window.pane.hasFocus()
    desk.trigger("page_view")
    assert window.shelf.isVisible()
    desk.settle(lambda: window.centre.width() < ROOMY)
    desk.trigger("page_view")
    assert not window.shelf.isVisible()
    window.sides.toggle("shelf")  # wanted in spite of the pages: it stays as it is put
    window.sides.toggle("shelf")
    desk.trigger("page_view")
    assert not settings.shelf_visible
    window.sides.toggle("shelf")
    window.resize(1900, 900)
    desk.settle(lambda: window.centre.width() >= ROOMY)
    desk.trigger("page_view")
    assert window.shelf.isVisible()


def test_the_page_follows_the_text(desk: Desk, document: Document) -> None:
    view = view_of(desk)
    desk.window.pane.scroll_to_place(offset(desk, document, 17, 3))
    desk.settle(lambda: view.canvas.page == 17)
    desk.window.settings.pages_linked = False
    with desk.qtbot.waitSignal(desk.window.pane.place_changed):
        desk.window.pane.scroll_to_place(0)
    assert view.canvas.page == 17
    assert view.canvas.pointed.in_sight is not None
    assert view.canvas.pointed.in_sight[0] == 0


def test_the_text_follows_the_page_and_does_not_lead_back(desk: Desk, document: Document) -> None:
    view, pane = view_of(desk), desk.window.pane
    view.canvas.go_to_page(11)
    desk.settle(lambda: pane.place() == offset(desk, document, 11, 0))
    before = view.canvas.verticalScrollBar().value()
    with desk.qtbot.waitSignal(pane.place_changed, raising=False, timeout=300):
        pass
    assert view.canvas.verticalScrollBar().value() == before


def test_a_click_on_the_page_goes_to_the_text(desk: Desk, document: Document) -> None:
    view, pane = view_of(desk), desk.window.pane
    desk.window.settings.pages_linked = False
    view.canvas.go_to_page(5)
    desk.settle(lambda: found_on(view, 5))
    click(view, point(view, 5, 7, 9))
    at = offset(desk, document, 5, 7) + 9
    assert pane.caret() == at
    assert pane.hasFocus()
    assert not pane.rect_of(at, at).isEmpty()
    assert view.canvas.pointed.flashed == (at, at + 1)
    assert desk.window.stands.active.trail.previous is not None  # it was a jump, which can be taken back


def test_what_is_selected_on_the_page_is_selected_in_the_text_and_marked_there(desk: Desk, document: Document) -> None:
    view, pane = view_of(desk), desk.window.pane
    click(view, point(view, 0, 2, 8), point(view, 0, 2, 11))
    start = offset(desk, document, 0, 2) + 8
    assert pane.selection() == (start, start + 4)
    assert pane.hasFocus()
    desk.window.menus.refresh()
    QTest.keyClick(pane, Key.Key_1)
    desk.settle(lambda: desk.library.highlights.of_document(document.id))
    (highlight,) = desk.library.highlights.of_document(document.id)
    assert highlight.quote == line_of(0, 2)[8:12]


def test_dragging_backwards_selects_the_same(desk: Desk, document: Document) -> None:
    view, pane = view_of(desk), desk.window.pane
    click(view, point(view, 0, 3, 12), point(view, 0, 3, 9))
    start = offset(desk, document, 0, 3)
    assert pane.selection() == (start + 9, start + 13)


def test_two_clicks_select_a_word(desk: Desk, document: Document) -> None:
    view, pane = view_of(desk), desk.window.pane
    at = point(view, 0, 2, 7)
    QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    start = offset(desk, document, 0, 2) + 7
    selected = pane.selection()
    assert selected is not None
    assert selected[0] <= start < selected[1]


def test_highlights_on_the_page_follow_the_library(desk: Desk, document: Document) -> None:
    view = view_of(desk)
    printed = view.canvas.passages
    assert printed is not None
    at = offset(desk, document, 0, 4)
    highlight = desk.write(lambda library: library.highlights.add(document.id, at + 6, at + 10, color="green"))
    (mark,) = printed.marks(0)
    (box,) = mark.boxes
    assert (mark.id, mark.color, mark.style) == (highlight.id, "green", "highlight")
    assert round(box.width()) == 4 * SIZE
    desk.write(lambda library: library.highlights.recolor([highlight.id], "red"))
    assert [mark.color for mark in printed.marks(0)] == ["red"]
    desk.write(lambda library: library.undo())
    assert [mark.color for mark in printed.marks(0)] == ["green"]
    desk.write(lambda library: library.undo())
    assert not printed.marks(0)


def test_a_click_on_a_highlight_on_the_page_selects_it(desk: Desk, document: Document) -> None:
    view = view_of(desk)
    at = offset(desk, document, 0, 4)
    highlight = desk.write(lambda library: library.highlights.add(document.id, at + 2, at + 6))
    click(view, point(view, 0, 4, 3))
    assert desk.window.pane.selected_highlight() == highlight.id


def test_a_caret_in_the_text_is_shown_on_the_page(desk: Desk, document: Document) -> None:
    view, pane = view_of(desk), desk.window.pane
    pane.setFocus()
    at = offset(desk, document, 8, 20)
    pane.go_to(at, select_end=at)
    desk.settle(lambda: view.canvas.page == 8)
    assert view.canvas.pointed.flashed == (at, at + 1)


def test_by_keyboard_alone(desk: Desk, document: Document) -> None:
    desk.window.pane.setFocus()
    QTest.keyClick(desk.window.pane, Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    view, pane = view_of(desk), desk.window.pane
    assert view.canvas.hasFocus()
    QTest.keyClick(view.canvas, Key.Key_End)
    desk.settle(lambda: found_on(view, PAGES - 1))
    QTest.keyClick(view.canvas, Key.Key_Return)
    assert pane.hasFocus()
    assert pane.caret() >= offset(desk, document, PAGES - 2, 0)
    QTest.keyClick(pane, Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.canvas, Key.Key_Escape)
    assert pane.hasFocus()


def test_an_original_that_is_gone_is_said(desk: Desk, document: Document) -> None:
    original = desk.library.texts.find_original(document.original_sha)
    assert original is not None
    original.unlink()
    desk.trigger("page_view")
    view = desk.window.paging.late_view.get()
    assert view.isVisible()
    assert not view.canvas.isVisible()
