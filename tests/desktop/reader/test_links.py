"""Links and footnotes in a text: followed by Ctrl with a click, and by Enter at the caret."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from desktop.reader.dress import Dress
from desktop.reader.pane import ReaderPane
from library.elements import Element, Marks
from library.headings import Outline
from tests.desktop.reader.conftest import ShowText

TEXT = "见𠮷网站😀与脚注①。" + "\n正文，一段又一段，说得很长。" * 120 + "\n① 出自旧志。"
NOTE = TEXT.rindex("①")
MARK = TEXT.index("①")
LINK = TEXT.index("网站")


@pytest.fixture
def pane(show: ShowText) -> ReaderPane:
    pane = show(TEXT)
    jumps = (Element(MARK, MARK + 1, "jump", str(NOTE)), Element(NOTE, NOTE + 1, "jump", str(MARK)))
    pane.set_dress(Dress(Outline(), Marks([Element(LINK, LINK + 2, "link", "https://a.example/志"), *jumps])))
    return pane


def click(pane: ReaderPane, qtbot: QtBot, position: int, *, ctrl: bool) -> None:
    assert pane.flow is not None
    (box,) = pane.flow.rects(position, position + 1)
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(pane.viewport(), left, held, QPoint(round(box.center().x()), round(box.center().y())))


def test_ctrl_and_a_click_follow_a_link_and_a_click_alone_does_not(pane: ReaderPane, qtbot: QtBot) -> None:
    followed = QSignalSpy(pane.link_followed)
    click(pane, qtbot, LINK, ctrl=False)
    click(pane, qtbot, LINK - 1, ctrl=True)
    assert followed.count() == 0
    click(pane, qtbot, LINK + 1, ctrl=True)
    assert followed.at(0) == ["https://a.example/志"]


def test_a_footnote_is_gone_to_and_back_by_enter(pane: ReaderPane, qtbot: QtBot) -> None:
    jumped = QSignalSpy(pane.jumped)
    click(pane, qtbot, MARK, ctrl=True)
    assert pane.place() <= NOTE <= pane.furthest()
    assert pane.place() > 0
    assert jumped.at(0) == [0]
    assert pane.caret() == NOTE
    pane.set_caret_browsing(True)
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert pane.caret() == MARK
    assert pane.place() <= MARK <= pane.furthest()


def test_following_changes_neither_text_nor_selection(pane: ReaderPane) -> None:
    assert not pane.follow(0)
    assert pane.follow(LINK)
    assert pane.selection() is None
    assert pane.flow is not None
    assert pane.flow.document.text.text() == TEXT
