"""A window of 1000 pixels with both sides open: nothing in it is cut or runs under something else."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.reader.findbar import FindBar
from desktop.translation import CHINESE, ENGLISH
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.segments import Segments
from tests.desktop.desk import Desk


@pytest.fixture(params=[ENGLISH, CHINESE])
def desk(qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    made.open(make=True)
    made.window.languages.use(request.param)
    made.read(made.add("意见都贴上墙。\n" * 40, "简报"))
    made.window.resize(1000, 700)
    yield made
    made.close()


def within(part: QWidget, whole: QWidget) -> bool:
    return whole.rect().contains(QRect(part.mapTo(whole, QPoint()), part.size()))


def test_the_find_bar_is_never_cut(desk: Desk) -> None:
    view = desk.window.reader
    desk.trigger("find")
    bar = view.findChild(FindBar)
    assert isinstance(bar, FindBar)
    for width in (view.width(), 480, 340, 280, 900):
        view.setFixedWidth(width)
        desk.settle(lambda width=width: view.width() == width and within(bar, view))
        for button in bar.findChildren(QToolButton):
            assert within(button, bar)
            assert button.width() >= button.sizeHint().width()
    view.setFixedWidth(340)
    field = bar.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.insert("意见")
    bar.show_count(123_455, 1_234_567)
    assert within(bar, view)
    assert all(within(button, bar) for button in bar.findChildren(QToolButton))


def test_the_key_never_stands_on_the_words(desk: Desk) -> None:
    button = desk.window.tools.find_button
    key = button.findChild(QLabel, "searchkey")
    assert isinstance(key, QLabel)
    for width in range(60, 316, 16):
        button.setFixedWidth(width)
        words = button.fontMetrics().horizontalAdvance(button.text())
        right = key.x() if key.isVisible() else button.width()
        assert right - words >= 26, f"{button.text()} at {width}"
        assert button.accessibleName().startswith(button.text().rstrip("…"))
    assert key.isVisible()


def test_no_tab_of_the_sidebar_is_cut(desk: Desk) -> None:
    segments = desk.window.sidebar.findChild(Segments)
    assert isinstance(segments, Segments)
    desk.window.sidebar.setFixedWidth(240)
    for button in segments.findChildren(QPushButton):
        button.setChecked(True)
        button.ensurePolished()
        desk.settle(lambda: within(segments, desk.window.sidebar))
        assert button.width() >= QFontMetrics(button.font()).horizontalAdvance(button.text()) + 12


def test_where_the_words_of_the_sidebar_have_no_room_search_is_a_picture(desk: Desk) -> None:
    segments = desk.window.sidebar.findChild(Segments)
    assert isinstance(segments, Segments)
    search = next(part for part in segments.findChildren(QPushButton) if part.accessibleName() in ("Search", "查找"))
    for width, is_word in ((520, True), (330, desk.window.languages.current == CHINESE), (240, False), (520, True)):
        desk.window.sidebar.setFixedWidth(width)
        desk.settle(lambda width=width: desk.window.sidebar.width() == width)
        desk.settle(lambda is_word=is_word: bool(search.text()) == is_word == search.icon().isNull())
        buttons = [part for part in segments.findChildren(QPushButton) if part.isVisible()]
        desk.settle(
            lambda buttons=buttons: (
                not any(one.geometry().intersects(other.geometry()) for one, other in combinations(buttons, 2))
            )
        )
        assert search.toolTip() == ("" if is_word else search.accessibleName())


def test_the_name_of_a_table_is_whole_or_says_that_it_is_not(desk: Desk) -> None:
    table = desk.window.table
    desk.window.navigation.open_list("all")
    (name,) = table.findChildren(ElidedLabel)
    desk.settle(lambda: name.shown == name.text() and within(table.stages, table))
    long = desk.write(lambda library: library.collections.add("关于议事协商的一批简报与通知" * 4))
    desk.window.navigation.open_list(long.id)
    desk.settle(lambda: name.text() == long.name and name.shown.endswith("…"))
    assert name.shown != "…"
    QApplication.sendEvent(name, QHelpEvent(QEvent.Type.ToolTip, QPoint(), name.mapToGlobal(QPoint())))
    assert name.toolTip() == name.text()
    assert within(table.stages, table)
