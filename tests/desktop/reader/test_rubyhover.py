"""The reading that floats over a word: by the mouse, by a key, and never in the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reader.rubytip import RubyTip
from desktop.reader.view import ReaderView
from desktop.settings import Settings
from desktop.theme import Themes
from tests.desktop.reader.conftest import SENTENCE, OpenText, colors_in, picture

FIRST = "抄录银行的𠮷😀人，行走霜装爽。abc 龘"
TEXT = FIRST + "\n" + "\n".join([SENTENCE * 4] * 40)


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def view(qtbot: QtBot, settings: Settings, read: OpenText) -> Iterator[ReaderView]:
    shown = ReaderView(Themes("paper"), settings)
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.pane.open_text(read(TEXT), title="", format="text")
    with qtbot.waitExposed(shown):
        shown.show()
    shown.pane.setFocus()
    with qtbot.waitSignal(shown.pane.readings.loaded):
        shown.pane.readings.prepare()
    yield shown
    shown.pane.clear()


def tip_of(view: ReaderView) -> RubyTip:
    return view.findChildren(RubyTip)[0]


def point(view: ReaderView, at: int) -> QPoint:
    return view.pane.rect_of(at, at + 1).center()


def hover(view: ReaderView, qtbot: QtBot, at: int, reading: str) -> RubyTip:
    QTest.mouseMove(view.pane.viewport(), QPoint(3, 300))
    QTest.mouseMove(view.pane.viewport(), point(view, at))
    qtbot.waitUntil(lambda: tip_of(view).isVisible() and tip_of(view).accessibleName() == reading)
    return tip_of(view)


def test_the_word_under_the_mouse_is_read_above_it(view: ReaderView, qtbot: QtBot) -> None:
    before = picture(view.pane)
    tip = hover(view, qtbot, 1, "chāo lù")
    word = view.pane.rect_of(0, 2).translated(view.pane.viewport().mapTo(view, QPoint()))
    assert abs(tip.geometry().center().x() - word.center().x()) <= 2
    assert word.top() - 20 < tip.geometry().top() < tip.geometry().bottom() < word.top() + 10
    assert tip.font().pixelSize() >= 10
    image = tip.grab().toImage()
    assert view.pane.reader_style.ruby_color.name() in colors_in(image, 0, 0, image.width(), image.height())
    assert picture(view.pane) == before  # nothing has moved


def test_each_word_has_its_reading_and_other_things_none(view: ReaderView, qtbot: QtBot) -> None:
    hover(view, qtbot, 2, "yín háng")
    hover(view, qtbot, FIRST.index("走"), "xíng zǒu")
    for nothing in (FIRST.index("，"), FIRST.index("a"), FIRST.index("😀")):
        hover(view, qtbot, 0, "chāo lù")
        QTest.mouseMove(view.pane.viewport(), point(view, nothing))
        qtbot.waitUntil(lambda: not tip_of(view).isVisible())
    hover(view, qtbot, 0, "chāo lù")
    QTest.mouseMove(view.pane.viewport(), QPoint(3, 300))
    qtbot.waitUntil(lambda: not tip_of(view).isVisible())


def test_within_a_word_nothing_changes(view: ReaderView, qtbot: QtBot) -> None:
    hover(view, qtbot, 0, "chāo lù")
    with qtbot.assertNotEmitted(view.pane.reading_shown, wait=150):
        QTest.mouseMove(view.pane.viewport(), point(view, 1))


def test_the_reading_goes_when_something_else_is_done(view: ReaderView, qtbot: QtBot) -> None:
    pane = view.pane
    ends = (
        lambda: pane.scroll_by(10),
        lambda: QApplication.sendEvent(pane.viewport(), QEvent(QEvent.Type.Leave)),
        lambda: QTest.keyClick(pane, Qt.Key.Key_Down),
        lambda: QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200)),
        lambda: view.resize(710, 500),
        lambda: pane.zoom(1),
        lambda: pane.clear(),
    )
    for end in ends:
        pane.scroll_to_place(0)
        hover(view, qtbot, 0, "chāo lù")
        end()
        assert not tip_of(view).isVisible()
        QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))


def test_it_never_stands_in_the_way_of_selecting(view: ReaderView, qtbot: QtBot) -> None:
    pane = view.pane
    over = pane.rect_of(60, 61).center()
    tip = hover(view, qtbot, 0, "chāo lù")
    tip.setGeometry(view.rect())
    # a window gives the press to the widget it finds there
    assert view.childAt(pane.viewport().mapTo(view, over)) is pane.viewport()
    start, end = pane.rect_of(40, 41), pane.rect_of(90, 91)
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=start.center())
    QTest.mouseMove(pane.viewport(), end.center())
    assert not tip.isVisible()
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=end.center())
    assert pane.selection() is not None


def test_only_in_its_mode(view: ReaderView, settings: Settings, qtbot: QtBot) -> None:
    for mode in ("off", "rare", "all"):
        settings.pinyin = "hover"
        hover(view, qtbot, 0, "chāo lù")
        settings.pinyin = mode
        assert not tip_of(view).isVisible()
        with qtbot.assertNotEmitted(view.pane.reading_shown, wait=120):
            QTest.mouseMove(view.pane.viewport(), point(view, 1))


def test_the_caret_and_the_selection_are_read_on_demand(view: ReaderView, settings: Settings) -> None:
    settings.pinyin = "off"
    pane, tip = view.pane, tip_of(view)
    pane.select(2, 2)
    pane.show_reading()
    assert tip.isVisible()
    assert tip.accessibleName() == "yín háng"
    pane.show_reading()
    assert not tip.isVisible()
    pane.select(4, 13)
    pane.show_reading()
    assert tip.accessibleName() == "de jí rén xíng zǒu shuāng zhuāng"
    QTest.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert not tip.isVisible()
    pane.select_all()
    pane.show_reading()
    assert tip.isVisible()
    assert view.rect().contains(tip.geometry())
    assert len(tip.accessibleName().split()) < 400


def test_wide_syllables_stand_one_after_the_other(view: ReaderView, qtbot: QtBot) -> None:
    at = FIRST.index("霜")
    view.pane.select(at, at + 3)
    view.pane.show_reading()
    tip = tip_of(view)
    assert tip.accessibleName() == "shuāng zhuāng shuǎng"
    assert tip.width() > view.pane.rect_of(at, at + 3).width() + 10
    ink = tip.grab().toImage()
    columns = [len({ink.pixel(x, y) for y in range(2, ink.height() - 2)}) > 1 for x in range(3, ink.width() - 3)]
    widest_gap = max(len(gap) for gap in "".join(" x"[column] for column in columns).strip().split("x"))
    assert widest_gap >= 3


def test_at_the_edges_it_stays_in_the_view(view: ReaderView, read: OpenText) -> None:
    view.resize(105, 500)
    view.pane.open_text(read("霜装爽床" * 60), title="", format="text")
    QApplication.processEvents()
    for at in range(0, 200, 7):
        view.pane.select(at, at + 2)
        view.pane.show_reading()
        assert view.rect().contains(tip_of(view).geometry())
