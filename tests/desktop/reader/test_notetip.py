"""The tip with a note, and the setting that takes notes out of the margin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reader.notetip import NoteTip
from desktop.reader.spans import Span
from desktop.reader.view import ReaderView
from desktop.settings import Settings
from desktop.theme import Themes
from tests.desktop.reader.conftest import SENTENCE, OpenText, colors_in

NOTE = "𠮷😀 <b>粗</b> e\u0301\r\n" + "六成以上当场解决。" * 40


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.font_size = 24  # so large that 680 pixels have no room for a lane of notes
    return settings


@pytest.fixture
def view(qtbot: QtBot, settings: Settings, read: OpenText) -> Iterator[ReaderView]:
    shown = ReaderView(Themes("paper"), settings)
    qtbot.addWidget(shown)
    shown.resize(680, 640)
    shown.pane.open_text(read("\n".join([SENTENCE * 4] * 40)), title="", format="text")
    shown.pane.set_spans([Span("a", 5, 20, "red"), Span("b", 300, 320, "blue")])
    shown.pane.set_notes({"a": NOTE, "b": "二"})
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.pane.clear()


def hover(view: ReaderView, id: str) -> NoteTip:
    assert view.pane.flow is not None
    found = next(note for note in view.pane.marks.margin.standing(view.pane.flow) if note.id == id)
    QTest.mouseMove(view.pane.viewport(), found.rect.center())
    return view.findChildren(NoteTip)[0]


def test_hovering_a_mark_shows_its_note_inside_the_view_clear_of_the_mouse(view: ReaderView, qtbot: QtBot) -> None:
    tip = hover(view, "a")
    assert tip.isVisible()
    assert view.rect().contains(tip.geometry())
    assert tip.accessibleName() == NOTE
    long = tip.height()
    theme = tip.themes.current
    qtbot.waitUntil(
        lambda: (
            {theme.color("field").name(), theme.color("note").name()}
            <= colors_in(tip.grab().toImage(), 0, 0, tip.width(), tip.height())
        )
    )
    tip = hover(view, "b")
    assert tip.isVisible()
    assert tip.height() < long


def test_the_tip_goes_with_the_mouse_with_scrolling_and_with_its_note(view: ReaderView) -> None:
    tip = hover(view, "a")
    QTest.mouseMove(view.pane.viewport(), QPoint(200, 300))
    assert not tip.isVisible()
    hover(view, "a")
    view.pane.scroll_by(10)
    assert not tip.isVisible()
    hover(view, "b")
    view.pane.drop_note("b")
    assert not tip.isVisible()
    hover(view, "a")
    view.resize(690, 640)
    assert not tip.isVisible()


def test_another_setting_leaves_the_tip_alone(view: ReaderView, settings: Settings) -> None:
    tip = hover(view, "a")
    settings.shelf_width += 1
    assert tip.isVisible()
    settings.font_size += 1
    assert not tip.isVisible()


def test_without_notes_in_the_margin_each_is_a_mark(view: ReaderView, settings: Settings) -> None:
    view.resize(1000, 500)
    QApplication.processEvents()
    flow = view.pane.flow
    assert flow is not None
    assert all(note.type is not None for note in view.pane.marks.margin.standing(flow))
    settings.margin_notes = False
    assert all(note.type is None for note in view.pane.marks.margin.standing(flow))
    assert len(view.pane.marks.margin.standing(flow)) == 2
