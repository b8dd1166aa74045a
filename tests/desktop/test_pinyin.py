"""The switch of pinyin: menu, key and button; and that none of it gets into what leaves the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.translation import CHINESE, ENGLISH
from tests.desktop.desk import Desk

MODES = ["off", "hover", "rare", "all"]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    made.open(make=True)
    yield made
    made.close()


def button(desk: Desk) -> QToolButton:
    return next(found for found in desk.window.status.findChildren(QToolButton) if "inyin" in found.accessibleName())


def test_each_way_goes_round_and_all_show_the_same(desk: Desk) -> None:
    window = desk.window
    assert window.settings.pinyin == "hover"
    ways = (
        lambda: QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier),
        lambda: button(desk).click(),
        lambda: desk.trigger("pinyin_switch"),
    )
    for step in range(8):
        ways[step % 3]()
        mode = MODES[(MODES.index("hover") + step + 1) % 4]
        assert window.settings.pinyin == window.pane.reader_style.ruby == mode
        assert button(desk).text() == f"Pinyin: {mode}"
        window.menus.refresh()
        assert [window.menus[f"pinyin_{name}"].isChecked() for name in MODES] == [name == mode for name in MODES]
    for mode in MODES:
        window.menus[f"pinyin_{mode}"].trigger()
        assert window.settings.pinyin == mode


def test_the_button_speaks_the_language(desk: Desk, qtbot: QtBot) -> None:
    found = button(desk)
    desk.window.settings.language = CHINESE
    qtbot.waitUntil(lambda: (found.text(), found.accessibleName()) == ("拼音：悬停", "切换拼音"))
    desk.window.settings.language = ENGLISH
    qtbot.waitUntil(lambda: (found.text(), found.accessibleName()) == ("Pinyin: hover", "Switch pinyin"))


def test_pinyin_is_kept_and_gets_into_nothing(desk: Desk, qtbot: QtBot) -> None:
    text = "银行行走，重庆重要。" * 40
    document = desk.add(text, "银行")
    desk.window.settings.pinyin = "all"
    desk.restart()
    desk.open()
    window = desk.window
    desk.read(document)
    assert window.pane.reader_style.ruby == "all"
    qtbot.waitUntil(lambda: window.pane.readings.ready)
    window.pane.select(0, 10)
    desk.trigger("copy")
    assert QGuiApplication.clipboard().text() == "银行行走，重庆重要。"
    desk.trigger("pen_1")
    window.session.flush()
    (highlight,) = desk.library.highlights.of_document(document.id)
    assert (highlight.start, highlight.end, highlight.quote) == (0, 10, "银行行走，重庆重要。")
    assert desk.library.documents.text(document.id).text() == text
