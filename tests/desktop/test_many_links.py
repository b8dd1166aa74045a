"""A text of very many links in the real window: read beside the main thread, and the last one can be followed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from library.elements import Element, Marks
from library.models import Document, Draft, PreparedDraft
from library.outlines import keep_outline
from tests.desktop.desk import Desk

LINE = "见网站𠮷。\n"
COUNT = 100_000
FAR = (COUNT - 1) * len(LINE) + 1


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


def add_linked(desk: Desk, count: int) -> Document:
    text, width = LINE * count, len(LINE)
    links = (Element(at * width + 1, at * width + 3, "link", f"https://a.example/{at}") for at in range(count))
    draft = Draft(text, "网", "docx", elements=tuple(links))
    sha = desk.library.texts.add_text(text)
    keep_outline(desk.library.texts, sha, text)
    prepared = PreparedDraft(draft, sha, "", "", "")
    return desk.write(lambda library: library.documents.add_drafts([prepared]))[0][0]


def test_the_last_of_very_many_links_is_followed(desk: Desk, qtbot: QtBot) -> None:
    document = add_linked(desk, COUNT)
    session, pane = desk.window.session, desk.window.pane
    with qtbot.waitSignal(session.markups.changed, timeout=30_000):
        desk.read(document)
        assert session.markups.find(document.id) is None
        assert not pane.follow(FAR)
    assert pane.follow(FAR)
    box = desk.window.findChild(QMessageBox)
    assert box is not None
    assert box.informativeText() == f"https://a.example/{COUNT - 1}"
    box.reject()
    assert pane.flow is not None
    assert pane.flow.document.parts(0, LINE.strip()) != []


def test_few_links_are_there_with_the_text(desk: Desk) -> None:
    document = add_linked(desk, 3)
    desk.read(document)
    assert desk.window.session.markups.find(document.id) != Marks()
    flow = desk.window.pane.flow
    assert flow is not None
    assert flow.document.dress is not None
    assert flow.document.dress.element_at(1) is not None
