from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop.reader.findbar import FindBar
from desktop.reader.finder import Finder
from desktop.reader.hits import Hits
from desktop.reader.selection import Selection
from desktop.reader.view import ReaderView
from desktop.settings import Settings
from desktop.theme import Themes
from tests.desktop.reader.conftest import SENTENCE, OpenText, picture

Key = Qt.Key
TEXT = "\n".join(f"第{number}段。𠮷" + SENTENCE for number in range(300))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def view(qtbot: QtBot, settings: Settings, read: OpenText) -> Iterator[ReaderView]:
    shown = ReaderView(Themes("paper"), settings)
    qtbot.addWidget(shown)
    shown.resize(812, 600)
    shown.pane.open_text(read(TEXT), title="", format="text")
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.pane.setFocus()
    yield shown
    shown.pane.clear()


def bar_of(view: ReaderView) -> FindBar:
    bar = view.findChild(FindBar)
    assert isinstance(bar, FindBar)
    return bar


def field_of(view: ReaderView) -> QLineEdit:
    field = bar_of(view).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def count_of(view: ReaderView) -> str:
    label = bar_of(view).findChild(QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def exact_of(view: ReaderView) -> QToolButton:
    return next(button for button in bar_of(view).findChildren(QToolButton) if button.isCheckable())


def finder_of(view: ReaderView) -> Finder:
    finder = view.findChild(Finder)
    assert isinstance(finder, Finder)
    return finder


def type_query(view: ReaderView, qtbot: QtBot, query: str, count: str) -> None:
    view.find()
    field_of(view).setText(query)
    qtbot.waitUntil(lambda: count_of(view) == count)


def test_all_hits_are_marked_and_counted_as_one_types(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "意见", "1 / 600")
    hits = view.pane.marks.hits
    assert len(hits) == 600
    assert TEXT[slice(*hits[599])] == "意见"
    assert not view.pane.rect_of(*hits[0]).isEmpty()
    assert bar_of(view).isVisible()
    assert field_of(view).hasFocus()


def test_the_first_hit_is_sought_from_the_caret_on_and_round_the_end(view: ReaderView, qtbot: QtBot) -> None:
    place = TEXT.index("第200段")
    view.pane.scroll_to_place(place)
    type_query(view, qtbot, "第2", f"{TEXT[:place].count('第2') + 1} / 111")
    view.pane.scroll_to_place(len(TEXT) - 10)
    bar_of(view).left.emit()
    view.pane.select(len(TEXT), len(TEXT))
    type_query(view, qtbot, "第7段", "1 / 1")


def test_enter_takes_the_hit_and_goes_to_the_text(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "贴上墙", "1 / 300")
    QTest.keyClick(field_of(view), Key.Key_F3)
    QTest.keyClick(field_of(view), Key.Key_Return)
    assert not bar_of(view).isVisible()
    assert view.pane.hasFocus()
    start = TEXT.index("贴上墙", TEXT.index("贴上墙") + 1)
    assert view.pane.selection() == (start, start + 3)


def test_enter_waits_for_the_first_hit(view: ReaderView, qtbot: QtBot) -> None:
    view.find()
    field_of(view).setText("贴上墙")
    QTest.keyClick(field_of(view), Key.Key_Return)
    qtbot.waitUntil(lambda: view.pane.selected_text() == "贴上墙")
    assert not bar_of(view).isVisible()


def test_f3_steps_and_goes_round(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "第1", "1 / 111")
    QTest.keyClick(field_of(view), Key.Key_F3)
    assert count_of(view) == "2 / 111"
    QTest.keyClick(field_of(view), Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field_of(view), Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert count_of(view) == "111 / 111"
    assert not view.pane.rect_of(*view.pane.marks.hits[110]).isEmpty()
    QTest.keyClick(view.pane, Key.Key_F3)
    assert count_of(view) == "1 / 111"


def test_esc_comes_back_to_where_one_was(view: ReaderView, qtbot: QtBot) -> None:
    view.pane.scroll_to_place(TEXT.index("第200段"))
    view.pane.scroll_by(-777)
    before = picture(view.pane)
    type_query(view, qtbot, "第7段", "1 / 1")
    assert picture(view.pane) != before
    QTest.keyClick(field_of(view), Key.Key_Escape)
    assert not bar_of(view).isVisible()
    assert view.pane.hasFocus()
    assert picture(view.pane) == before
    assert view.pane.selection() is None


def test_esc_leaves_a_hit_selected_that_was_stepped_to(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "贴上墙", "1 / 300")
    for key in (Key.Key_F3, Key.Key_F3, Key.Key_Escape):
        QTest.keyClick(field_of(view), key)
    assert view.pane.selection() == (third := TEXT.index("贴上墙", TEXT.index("第2段")), third + 3)
    assert len(view.pane.marks.hits) == 0
    assert view.pane.hasFocus()


def test_esc_stays_where_the_reader_has_scrolled_to(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "第200段", "1 / 1")
    view.pane.scroll_by(1500)
    place = view.pane.place()
    QTest.keyClick(field_of(view), Key.Key_Escape)
    assert view.pane.place() == place
    assert view.pane.selection() is None


def test_esc_leaves_a_selection_alone_that_was_made_meanwhile(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "贴上墙", "1 / 300")
    QTest.keyClick(field_of(view), Key.Key_F3)
    view.pane.select(5, 9)
    QTest.keyClick(field_of(view), Key.Key_Escape)
    assert view.pane.selection() == (5, 9)


def test_esc_in_the_text_puts_the_bar_away_too(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "贴上墙", "1 / 300")
    view.pane.setFocus()
    QTest.keyClick(view.pane, Key.Key_Escape)
    assert not bar_of(view).isVisible()


def test_a_caret_far_away_is_not_searched_from(view: ReaderView, qtbot: QtBot) -> None:
    view.pane.set_selection(Selection(3, 3), caret=True)
    view.pane.scroll_to_place(TEXT.index("第150段"))
    type_query(view, qtbot, "贴上墙", "151 / 300")


def test_f3_after_closing_goes_on_from_the_selection(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "贴上墙", "1 / 300")
    QTest.keyClick(field_of(view), Key.Key_Return)
    QTest.keyClick(view.pane, Key.Key_F3)
    qtbot.waitUntil(lambda: count_of(view) == "2 / 300")
    QTest.keyClick(field_of(view), Key.Key_Return)
    QTest.keyClick(view.pane, Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: count_of(view) == "1 / 300")
    QTest.keyClick(field_of(view), Key.Key_Return)
    QTest.keyClick(view.pane, Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: count_of(view) == "300 / 300")


def test_a_short_selection_is_what_is_searched(view: ReaderView, qtbot: QtBot) -> None:
    start = TEXT.index("缘由", 2000)
    view.pane.select(start, start + 2)
    QTest.keyClick(view.pane, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field_of(view).text() == "缘由"
    qtbot.waitUntil(lambda: count_of(view).endswith(" / 300"))
    assert view.pane.marks.hits[int(count_of(view).split(" / ")[0]) - 1][0] == start


def test_what_is_not_there_is_said(view: ReaderView, qtbot: QtBot) -> None:
    type_query(view, qtbot, "没有这个词", "No hits")
    assert field_of(view).property("missing") is True
    QTest.keyClick(field_of(view), Key.Key_Return)
    assert field_of(view).hasFocus()
    field_of(view).clear()
    assert count_of(view) == ""
    assert field_of(view).property("missing") is False


def test_any_form_is_found_unless_the_exact_one_is_asked_for(
    view: ReaderView, qtbot: QtBot, settings: Settings, read: OpenText
) -> None:
    text = "意見，意，见，意\n见。意见"
    view.pane.open_text(read(text), title="", format="text")
    type_query(view, qtbot, "意见", "1 / 4")
    assert [text[slice(*view.pane.marks.hits[number])] for number in range(4)] == ["意見", "意，见", "意\n见", "意见"]
    QTest.keyClick(exact_of(view), Key.Key_Space)
    qtbot.waitUntil(lambda: count_of(view) == "1 / 1")
    assert settings.find_exact
    qtbot.mouseClick(exact_of(view), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: count_of(view) == "4 / 4")
    assert not settings.find_exact


def test_the_exact_form_is_remembered_and_the_same_everywhere(
    view: ReaderView, qtbot: QtBot, settings: Settings
) -> None:
    settings.find_exact = True
    assert exact_of(view).isChecked()
    assert not bar_of(view).isVisible()
    other = ReaderView(Themes("paper"), settings)
    qtbot.addWidget(other)
    assert exact_of(other).isChecked()
    type_query(view, qtbot, "意見", "No hits")


def test_the_exact_form_says_what_it_is(view: ReaderView) -> None:
    button = exact_of(view)
    assert button.accessibleName() == button.text() == "Exact form"
    assert button.toolTip()
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_a_hit_over_paragraphs_is_left_selected(view: ReaderView, qtbot: QtBot, read: OpenText) -> None:
    text = SENTENCE * 400 + "人民政\n\n協商"
    view.pane.open_text(read(text), title="", format="text")
    type_query(view, qtbot, "人民政协", "1 / 1")
    assert not view.pane.rect_of(len(text) - 2, len(text) - 1).isEmpty()
    QTest.keyClick(field_of(view), Key.Key_Return)
    span = view.pane.selection()
    assert span is not None
    assert text[slice(*span)] == "人民政\n\n協"


def test_a_later_query_takes_the_place_of_an_earlier_one(view: ReaderView, qtbot: QtBot) -> None:
    view.find()
    for query in ("意", "意见", "意见都", "第12段"):
        field_of(view).setText(query)
    qtbot.waitUntil(lambda: count_of(view) == "1 / 1")
    assert len(view.pane.marks.hits) == 1


def test_another_text_ends_the_search(view: ReaderView, qtbot: QtBot, read: OpenText) -> None:
    view.find()
    field_of(view).setText("意见")
    view.pane.open_text(read("别的"), title="", format="text")
    assert not bar_of(view).isVisible()
    qtbot.wait(30)
    assert len(view.pane.marks.hits) == 0


def test_a_step_waits_for_the_hit_it_goes_to(view: ReaderView, qtbot: QtBot, read: OpenText) -> None:
    text = "\n".join(["贴上墙"] + [SENTENCE.replace("贴", "") * 5] * 9000 + ["贴上墙"])
    view.pane.open_text(read(text), title="", format="text", place=len(text))
    shown: list[str] = []

    def step() -> None:
        shown.append(count_of(view))
        QTest.keyClick(field_of(view), Key.Key_F3)

    finder_of(view).found.connect(step, Qt.ConnectionType.SingleShotConnection)
    view.find()
    field_of(view).setText("贴上墙")
    qtbot.waitUntil(lambda: count_of(view) == "1 / 2")
    assert shown == ["… / 1…"]
    QTest.keyClick(field_of(view), Key.Key_F3)
    assert count_of(view) == "2 / 2"


def test_without_a_text_there_is_nothing_to_find(view: ReaderView) -> None:
    view.pane.clear()
    view.find()
    view.find_next()
    assert not bar_of(view).isVisible()


def test_a_cancelled_search_passes_nothing_on(qtbot: QtBot, read: OpenText) -> None:
    finder = Finder()
    batches: list[Hits] = []
    finder.found.connect(batches.append)
    finder.start(read(TEXT * 20), "意见")
    finder.cancel()
    qtbot.wait(30)
    assert batches == []
    assert not finder.running
    with qtbot.waitSignal(finder.finished):
        finder.start(read(TEXT), "意见")
    assert sum(len(batch) for batch in batches) == 600


def test_the_bar_stands_at_the_top_right_left_of_the_scroll_bar(view: ReaderView) -> None:
    view.find()
    bar = bar_of(view).geometry()
    assert bar.right() < view.width() - view.pane.map.width()
    assert bar.top() < 40
    view.resize(600, 400)
    assert bar_of(view).geometry().right() < 600


def test_settings_and_zoom_go_both_ways(view: ReaderView, settings: Settings) -> None:
    view.pane.zoom(1)
    assert settings.font_size == 20
    settings.font_size = 24
    assert view.pane.reader_style.size == 24
    settings.measure = 40
    assert view.pane.reader_style.measure == 40
    settings.first_line_indent = False
    assert view.pane.reader_style.indent == 0


def test_a_long_count_finds_room(view: ReaderView) -> None:
    view.find()
    bar = bar_of(view)
    right, label = bar.geometry().right(), bar.findChild(QLabel)
    assert isinstance(label, QLabel)
    field_of(view).blockSignals(True)
    field_of(view).setText("的")
    bar.show_count(34_917, 58_274, searching=True)
    QApplication.processEvents()
    assert label.text() == "34,918 / 58,274…"
    assert label.width() >= label.sizeHint().width()
    assert bar.geometry().right() == right
    assert bar.rect().contains(label.geometry())


def test_a_hit_does_not_stay_under_the_bar(view: ReaderView, qtbot: QtBot, read: OpenText) -> None:
    view.resize(812, 260)
    view.pane.open_text(read(SENTENCE * 100), title="", format="text", place=900)
    view.find()
    corner = bar_of(view).geometry().bottomLeft() + QPoint(60, -4)
    under = view.pane.flow.position_at(corner) if view.pane.flow is not None else 0
    bar_of(view).left.emit()
    view.pane.select(under, under + 2)
    assert view.pane.rect_of(under, under + 2).intersects(bar_of(view).geometry())
    view.find()
    qtbot.waitUntil(lambda: view.pane.marks.current_hit is not None)
    hit = view.pane.rect_of(*(view.pane.marks.current_hit or (0, 0)))
    assert not hit.isEmpty()
    assert not hit.intersects(bar_of(view).geometry())
