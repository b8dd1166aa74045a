"""An annotated library and the theme of the day."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.messages import Message, Messages
from desktop.pens import Pens
from desktop.settings import Settings
from desktop.sidebar.panel import SidebarPanel
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


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def said(messages: Messages) -> list[Message]:
    said: list[Message] = []
    messages.said.connect(said.append)
    return said


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def panel(qtbot: QtBot, annotated: Annotated, themes: Themes, settings: Settings, messages: Messages) -> SidebarPanel:
    panel = SidebarPanel(annotated.session, themes, settings, messages, Pens(annotated.session, messages))
    qtbot.addWidget(panel)
    panel.resize(336, 700)
    panel.show_document(annotated.document.id)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    return panel
