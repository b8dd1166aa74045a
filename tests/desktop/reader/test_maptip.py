"""The tip beside the scroll bar: heading, paragraph and share of what is under the mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reader.document import ReaderDocument
from desktop.reader.maptip import MapTip
from desktop.reader.surroundings import heading_above, words_at
from desktop.reader.view import ReaderView
from desktop.settings import Settings
from desktop.theme import Themes
from tests.desktop.reader.conftest import SENTENCE, OpenText

SECTION = "## 第{number}节 <b>𠮷😀</b>\n\n" + SENTENCE * 5 + "\n\n" + SENTENCE * 5 + "\n\n"
TEXT = "".join(SECTION.format(number=number) for number in range(40))


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path, read: OpenText) -> Iterator[ReaderView]:
    view = ReaderView(Themes("paper"), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show()
    qtbot.waitExposed(view)
    view.pane.open_text(read(TEXT), title="", format="markdown")
    yield view
    view.pane.clear()


def hover(view: ReaderView, y: int) -> MapTip:
    bar, none = view.pane.map, Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(5, y), QPointF(bar.mapToGlobal(QPoint(5, y))), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(bar, moved)
    (tip,) = view.findChildren(MapTip)
    return tip


def test_it_names_the_heading_above_the_place(view: ReaderView) -> None:
    tip = hover(view, 250)
    assert tip.isVisible()
    assert view.rect().contains(tip.geometry())
    assert tip.geometry().right() < view.pane.map.mapTo(view, QPoint()).x()
    assert tip.title.textFormat() is Qt.TextFormat.PlainText
    number = int(tip.title.text().removeprefix("第").partition("节")[0])
    assert abs(number - 20) <= 6
    assert tip.title.text().endswith("<b>𠮷😀</b>")
    assert tip.place.text().startswith("¶ ")
    assert tip.place.text() != hover(view, 400).place.text()


def test_it_names_the_bookmark_and_goes_with_the_mouse(view: ReaderView) -> None:
    view.pane.set_bookmarks([(len(TEXT) // 2, "中间 😀")])
    view.pane.map.refresh()
    row = next(y for y in range(500) if (tick := view.pane.map.tick_near(y)) and tick.position == len(TEXT) // 2)
    tip = hover(view, row)
    assert tip.title.text() == "中间 😀"
    QApplication.sendEvent(view.pane.map, QEvent(QEvent.Type.Leave))
    assert not tip.isVisible()


def test_it_goes_with_the_text(view: ReaderView) -> None:
    tip = hover(view, 100)
    view.pane.clear()
    assert not tip.isVisible()
    assert not hover(view, 100).isVisible()


def document(read: OpenText, text: str, format: str = "markdown") -> ReaderDocument:
    return ReaderDocument(read(text), title="", format=format)


def test_a_heading_is_looked_for_upwards(read: OpenText) -> None:
    made = document(read, "前\n\n# 一 𠮷\n\n文\n\n## 二\n\n文")
    assert [heading_above(made, at) for at in (0, 3, 9, 13, 20)] == ["", "一 𠮷", "一 𠮷", "二", "二"]


def test_it_is_looked_for_only_so_far(read: OpenText) -> None:
    assert heading_above(document(read, "# 一\n" + "文\n" * 100), 150) == "一"
    assert heading_above(document(read, "# 一\n" + "文\n" * 3000), 5900) == ""
    assert heading_above(document(read, "# 一\n" + "文" * 200_000), 190_000) == ""


@pytest.mark.parametrize(("text", "words"), [("", ""), ("\n\n  甲 \n", "甲"), ("字" * 99, "字" * 27 + "…")])
def test_a_plain_text_is_told_by_its_first_words(read: OpenText, text: str, words: str) -> None:
    assert words_at(document(read, text, "text"), 0) == words
