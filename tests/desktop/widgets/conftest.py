"""An annotated library and the theme of the day."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.theme import Themes
from tests.desktop.annotated import Annotated


@pytest.fixture
def themes(qtbot: QtBot) -> Themes:  # the theme asks the application for its fonts
    return Themes("paper")


@pytest.fixture
def annotated(qtbot: QtBot, tmp_path: Path) -> Iterator[Annotated]:
    annotated = Annotated(qtbot, tmp_path / "研究.zhupi")
    yield annotated
    annotated.session.shut_down()
