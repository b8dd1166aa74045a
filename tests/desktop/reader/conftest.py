"""Texts on disk, a style, and panes that show them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.reader.document import ReaderDocument
from desktop.reader.flow import Flow
from desktop.reader.pane import ReaderPane
from desktop.reader.style import ReaderStyle, reader_style
from desktop.settings import Settings
from desktop.theme import load_theme
from library.storage.texts import ReadingText, TextStore

OpenText = Callable[[str], ReadingText]
ShowText = Callable[..., ReaderPane]
MakeFlow = Callable[..., Flow]

SENTENCE = "议事会把每一条意见都贴上墙，由提意见的人当面说明缘由。"


@pytest.fixture
def style(qapp: object, tmp_path: Path) -> ReaderStyle:
    """The style of the paper theme with all settings at their defaults."""
    return reader_style(load_theme("paper"), Settings(tmp_path / "settings.ini"))


@pytest.fixture
def store(tmp_path: Path) -> TextStore:
    """A store of texts on disk."""
    return TextStore(tmp_path / "library")


@pytest.fixture
def read(store: TextStore) -> Iterator[OpenText]:
    """Put a text into the store and open it from there."""
    texts: list[ReadingText] = []

    def make(text: str) -> ReadingText:
        texts.append(store.open(store.add_text(text)))
        return texts[-1]

    yield make
    for text in texts:
        text.close()


@pytest.fixture
def show(qtbot: QtBot, style: ReaderStyle, read: OpenText) -> Iterator[ShowText]:
    """Show a text in a pane of 800 × 600 pixels."""
    panes: list[ReaderPane] = []

    def make(
        text: str, *, title: str = "", format: str = "text", place: int = 0, size: tuple[int, int] = (812, 600)
    ) -> ReaderPane:
        pane = ReaderPane(style)
        qtbot.addWidget(pane)
        pane.resize(*size)
        pane.open_text(read(text), title=title, format=format, place=place)
        with qtbot.waitExposed(pane):
            pane.show()
        pane.setFocus()
        panes.append(pane)
        return pane

    yield make
    for pane in panes:
        pane.clear()


@pytest.fixture
def flow_of(style: ReaderStyle, read: OpenText) -> MakeFlow:
    """Lay a text out without a widget."""

    def make(text: str, *, title: str = "", format: str = "text", size: tuple[int, int] = (800, 600)) -> Flow:
        return Flow(ReaderDocument(read(text), title=title, format=format), style, QSize(*size))

    return make


def picture(pane: ReaderPane) -> QImage:
    """Return what the pane shows, in the coordinates of its viewport."""
    return pane.viewport().grab().toImage()


def colors_in(image: QImage, left: float, top: float, width: float, height: float) -> set[str]:
    """Return the names of all colours in a part of a picture."""
    rows = range(round(top), round(top + height))
    columns = range(round(left), round(left + width))
    return {QColor(image.pixel(x, y)).name() for y in rows for x in columns}
