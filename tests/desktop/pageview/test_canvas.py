"""The pages in their window: drawn when seen, scrolled, zoomed, coloured, and what the mouse points at."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pageview.canvas import PageCanvas
from desktop.pageview.passages import PageMark
from desktop.pageview.placing import FIT_PAGE, FIT_WIDTH
from desktop.pageview.view import PageView
from desktop.theme import Themes
from library.pagemap import PageMap
from library.rendering.process import PageProcess, Stretches
from tests.paper import Paper

COUNT = 40
Key = Qt.Key


class Passages:
    """A highlight over the middle of every page."""

    def marks(self, page: int) -> Sequence[PageMark]:
        return [PageMark("a", "yellow", "highlight", (QRectF(100, 400, 300, 40),))]

    def boxes(self, page: int, start: int, end: int) -> Sequence[QRectF]:
        return [QRectF(100, 500, 300, 40)]

    def wanted_map(self, page: int) -> Stretches | None:
        return None

    def take_map(self, page: int, found: PageMap) -> None:
        raise AssertionError(page)

    def page_of(self, position: int) -> int | None:
        return position // 1000


@pytest.fixture
def themes(qtbot: QtBot) -> Themes:
    themes = Themes("paper")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app)
    return themes


@pytest.fixture
def view(qtbot: QtBot, themes: Themes, tmp_path: Path) -> Iterator[PageView]:
    paper = Paper()
    for number in range(COUNT):
        page = paper.page()
        page.put(100, 700, f"第{number + 1}页", 40)
        page.put(100, 100, "页脚", 40)
    view = PageView(themes)
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.open(PageProcess(paper.save(tmp_path / "many.pdf")), Passages())
    qtbot.waitUntil(lambda: color_at(view.canvas, 120, 842 - 710) == QColor("black"), timeout=20_000)
    yield view
    view.canvas.close_file()


def color_at(canvas: PageCanvas, x: float, y: float, page: int = 0) -> QColor:
    return canvas.viewport().grab().toImage().pixelColor(point(canvas, x, y, page))


def point(canvas: PageCanvas, x: float, y: float, page: int = 0) -> QPoint:
    """Return where a point of a page, in its points, is in the window."""
    assert canvas.placing is not None
    scale = canvas.placing.scale(page)
    return (canvas.in_window(page).topLeft() + QPointF(x * scale, y * scale)).toPoint()


def test_the_page_is_shown_on_the_paper_of_the_theme_with_its_highlights(view: PageView, themes: Themes) -> None:
    assert color_at(view.canvas, 50, 50) == themes.current.color("page")
    assert view.bar.field.text() == "1"
    assert str(COUNT) in view.bar.total.text()
    marked, tint = color_at(view.canvas, 200, 420), themes.current.tint("yellow")
    assert abs(marked.red() - tint.red()) < 12
    assert abs(marked.blue() - tint.blue()) < 12


def test_by_night_the_print_is_light_and_the_tint_stays_dark(view: PageView, themes: Themes, qtbot: QtBot) -> None:
    themes.choose("night")
    qtbot.waitUntil(lambda: color_at(view.canvas, 120, 842 - 710).lightness() > 200)
    assert color_at(view.canvas, 50, 50).lightness() < 50
    assert color_at(view.canvas, 200, 420).lightness() < 100
    view.canvas.dress(colored=False)
    qtbot.waitUntil(lambda: color_at(view.canvas, 120, 842 - 710) == QColor("black"))
    assert color_at(view.canvas, 50, 50) == QColor("white")


def test_keys_turn_the_pages(view: PageView, qtbot: QtBot) -> None:
    canvas = view.canvas
    QTest.keyClick(canvas, Key.Key_End)
    assert canvas.page == COUNT - 1
    assert view.bar.field.text() == str(COUNT)
    qtbot.waitUntil(lambda: color_at(canvas, 120, 842 - 110, COUNT - 1) == QColor("black"))
    QTest.keyClick(canvas, Key.Key_Home)
    assert canvas.page == 0
    for _ in range(3):
        QTest.keyClick(canvas, Key.Key_PageDown)
    down = canvas.verticalScrollBar().value()
    assert down == 3 * (canvas.viewport().height() - 48)
    QTest.keyClick(canvas, Key.Key_PageUp)
    assert canvas.verticalScrollBar().value() < down


def test_a_page_is_gone_to_by_its_number(view: PageView) -> None:
    field = view.bar.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "25")
    QTest.keyClick(field, Key.Key_Return)
    assert view.canvas.page == 24
    field.setText("999")
    QTest.keyClick(field, Key.Key_Return)
    assert view.canvas.page == 24


def test_zoom_keeps_what_is_at_the_top(view: PageView) -> None:
    canvas = view.canvas
    canvas.go_to_page(10)
    for zoom in (FIT_PAGE, "2.0", FIT_WIDTH):
        canvas.set_zoom(zoom)
        assert canvas.top().page in (9, 10)  # a hair of what is above it may be seen
        assert canvas.page == 10
    QTest.keyClick(canvas, Key.Key_Plus)
    assert canvas.zoom not in (FIT_WIDTH, FIT_PAGE)
    assert not view.bar.fit_width.isChecked()
    view.bar.fit_width.click()
    assert canvas.zoom == FIT_WIDTH


def test_only_a_reader_who_scrolls_leads(view: PageView, qtbot: QtBot) -> None:
    canvas = view.canvas
    with qtbot.waitSignal(canvas.led) as led:
        canvas.verticalScrollBar().setValue(2000)
    assert led.args is not None
    assert (led.args[0], round(led.args[1])) == (2, round(canvas.top_point()[1]))
    with qtbot.assertNotEmitted(canvas.led, wait=200):
        canvas.show_passage(20_000, 20_010)
        canvas.set_zoom(FIT_PAGE)
    assert canvas.page == 20


def test_a_passage_in_sight_stays_where_it_is(view: PageView) -> None:
    bar = view.canvas.verticalScrollBar()
    bar.setValue(200)
    view.canvas.show_passage(0, 1)
    assert bar.value() == 200
    view.canvas.show_passage(5_000, 5_001)
    assert view.canvas.page == 5


def test_the_mouse_points_at_a_page(view: PageView, qtbot: QtBot) -> None:
    canvas = view.canvas
    with qtbot.waitSignal(canvas.pressed) as pressed:
        QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=point(canvas, 200, 300))
    assert pressed.args is not None
    page, at = pressed.args
    assert page == 0
    assert (at.x(), at.y()) == (pytest.approx(200, abs=2), pytest.approx(300, abs=2))
    with qtbot.waitSignal(canvas.dragged):
        QTest.mouseMove(canvas.viewport(), point(canvas, 220, 320))
    with qtbot.waitSignal(canvas.released):
        QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=point(canvas, 220, 320))


def test_a_file_that_cannot_be_shown_says_so(view: PageView, qtbot: QtBot, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7 nothing at all")
    with qtbot.waitSignal(view.canvas.supply.refused):
        view.open(PageProcess(damaged), Passages())
    assert not view.canvas.isVisible()
    assert view.canvas.count == 0
