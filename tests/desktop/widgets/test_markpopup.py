"""The popup: where it goes, and what its buttons say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.pens import HeldPen
from desktop.theme import Themes
from desktop.widgets.markpopup import OFF, MarkPopup, beside
from desktop.widgets.penswatch import PenSwatch
from desktop.widgets.tagpill import TagPill
from library.models import COLORS, Tag

BOUNDS = QRect(0, 0, 800, 600)
SIZE = QSize(330, 64)

points = st.builds(QPoint, st.integers(0, 799), st.integers(0, 599))


@given(st.integers(0, 780), st.integers(0, 580), st.integers(1, 800), st.integers(1, 600), points)
def test_it_never_covers_the_selection_or_the_pointer(x: int, y: int, wide: int, high: int, pointer: QPoint) -> None:
    selection = QRect(x, y, wide, high) & BOUNDS
    place = beside(SIZE, selection, pointer, pointer, BOUNDS)
    if place is not None:
        assert place.size() == SIZE
        assert BOUNDS.contains(place)
        assert not place.intersects(selection)
        assert not place.contains(pointer)


def test_it_stands_eight_pixels_below_what_was_drawn_downwards_and_above_what_upwards() -> None:
    selection = QRect(100, 200, 400, 100)
    below = beside(SIZE, selection, QPoint(450, 290), QPoint(450, 290), BOUNDS)
    above = beside(SIZE, selection, QPoint(120, 205), QPoint(120, 205), BOUNDS)
    assert below is not None
    assert above is not None
    assert below.top() - selection.bottom() - 1 == OFF
    assert selection.top() - above.bottom() - 1 == OFF


def test_it_takes_the_other_side_or_the_margin_and_otherwise_stays_away() -> None:
    low = beside(SIZE, QRect(100, 500, 400, 90), QPoint(450, 580), None, BOUNDS)
    tall = beside(SIZE, QRect(0, 0, 400, 600), QPoint(300, 590), None, BOUNDS)
    assert low is not None
    assert low.bottom() < 500
    assert tall is not None
    assert tall.left() == 400 + OFF
    assert beside(SIZE, BOUNDS, QPoint(300, 590), None, BOUNDS) is None


def test_it_keeps_away_from_a_pointer_below_the_last_line() -> None:
    pointer = QPoint(300, 330)
    place = beside(SIZE, QRect(100, 200, 400, 100), pointer, pointer, BOUNDS)
    assert place is not None
    assert place.top() == pointer.y() + OFF + 1


@pytest.fixture
def popup(qtbot: QtBot, themes: Themes) -> MarkPopup:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    QVBoxLayout(window).addWidget(QLineEdit())
    popup = MarkPopup(themes, window)
    popup.show_keys({f"pen_{number}": str(number) for number in range(1, 10)} | {"tag": "T", "note": "N"})
    popup.set_pens([HeldPen(number, color) for number, color in enumerate(COLORS, 1)])
    popup.window_ = window  # keeps it alive
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return popup


def button(popup: MarkPopup, name: str) -> QAbstractButton:
    return next(found for found in popup.findChildren(QAbstractButton) if found.accessibleName() == name
                or found.text() == name)  # fmt: skip


def test_its_buttons_say_what_they_are_and_leave_the_focus(popup: MarkPopup, qtbot: QtBot) -> None:
    field = popup.parentWidget().findChild(QLineEdit)
    field.setFocus()
    popup.set_recent([(Tag("1", "<b>", "2"), "主题/<b>")])
    assert popup.show_beside(QRect(100, 200, 400, 100), QPoint(300, 290), None, BOUNDS)
    for name, signal in (
        ("3", popup.pen_pressed), ("Underline", popup.underline_pressed), ("Tag", popup.tag_pressed),
        ("Note", popup.note_pressed), ("Copy", popup.copy_pressed),
        ("Copy as quotation", popup.quotation_pressed), ("Look up", popup.look_up_pressed),
        ("One word", popup.one_word_pressed), ("Reading", popup.reading_pressed),
        ("主题/<b>", popup.recent_pressed),
    ):  # fmt: skip
        with qtbot.waitSignal(signal) as pressed:
            QTest.mouseClick(button(popup, name), Qt.MouseButton.LeftButton)
        assert pressed.args == {"3": [3], "主题/<b>": ["主题/<b>"]}.get(name, [])
    assert field.hasFocus()


def test_the_second_row_is_there_only_with_tags(popup: MarkPopup) -> None:
    popup.set_recent([(Tag("1", "a"), "a")])
    high = popup.sizeHint().height()
    popup.set_recent([])
    assert popup.sizeHint().height() < high
    assert [pill for pill in popup.findChildren(TagPill) if pill.isVisibleTo(popup)] == []


def test_it_stays_hidden_where_it_would_cover_the_selection(popup: MarkPopup) -> None:
    assert not popup.show_beside(BOUNDS, QPoint(5, 5), None, BOUNDS)
    assert not popup.isVisible()


def test_it_shows_the_keys_that_do_the_same(popup: MarkPopup) -> None:
    wide = button(popup, "Note").sizeHint().width()
    assert button(popup, "3").toolTip().endswith("(3)")
    popup.show_keys({"pen_3": "Z", "pen_4": "Ctrl+4", "tag": "T"})
    assert button(popup, "Z").toolTip().endswith("(Z)")
    assert [swatch.text() for swatch in popup.findChildren(PenSwatch) if swatch.isVisibleTo(popup)].count("") == 5
    assert button(popup, "Note").sizeHint().width() < wide


def test_where_there_is_little_room_the_words_stand_below_the_pens(popup: MarkPopup) -> None:
    selection, focus = QRect(10, 200, 300, 40), QPoint(100, 230)
    popup.set_recent([(Tag(str(number), "标签"), f"主题/程序公开 {number}") for number in range(5)])
    assert popup.show_beside(selection, focus, None, BOUNDS)
    wide = popup.size()
    narrow = QRect(0, 0, 330, 600)
    assert popup.show_beside(selection, focus, None, narrow)
    assert popup.width() <= narrow.width()
    pills = popup.findChildren(TagPill)
    assert sum(pill.isVisible() and popup.rect().contains(pill.geometry()) for pill in pills) == 5
    assert popup.height() > wide.height()
    for swatch in popup.findChildren(PenSwatch):
        assert not swatch.isVisible() or swatch.geometry().bottom() < button(popup, "Tag").geometry().top()
    assert popup.show_beside(selection, focus, None, BOUNDS)
    assert popup.size() == wide
