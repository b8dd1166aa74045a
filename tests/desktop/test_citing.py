"""Citations from the real window: of one document and of several, in the style that is preferred."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.citationwords import style_names
from desktop.dialogs.preferences import GeneralPage
from desktop.settings import CITATION_STYLES, Settings
from library.citations import BUILT_IN, DEFAULT
from library.models import Document
from tests.desktop.desk import Desk

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
)  # fmt: skip


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    QGuiApplication.clipboard().clear()
    yield desk
    desk.close()


def copied() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def add(desk: Desk, title: str, **fields: str) -> Document:
    document = desk.add(f"{title}：先把话听完。\n", title)
    desk.write(lambda library: library.fields.describe([document.id], **fields))
    return document


def test_the_citation_of_the_document_that_is_read_is_copied_by_a_key(desk: Desk) -> None:
    desk.read(add(desk, "旧城", kind="book", author="李华", date="2001", place="北京", publisher="社"))
    desk.window.pane.setFocus()
    desk.settle(lambda: desk.window.menus["copy_citation"].isEnabled())
    QTest.keyClick(desk.window.pane, Qt.Key.Key_C, CTRL | ALT)
    desk.settle(lambda: QGuiApplication.clipboard().text() == "李华. 旧城[M]. 北京：社，2001.")
    assert desk.texts == ["The citation was copied."]


def test_several_documents_are_copied_as_a_bibliography_with_its_italics(desk: Desk) -> None:
    desk.window.settings.citation_style = "apa"
    older = add(desk, "Old Town", kind="book", author="Ann Lee", date="1902", publisher="Press")
    newer = add(desk, "旧城", kind="book", author="丁一", date="2001", publisher="社")
    window = desk.window
    table = window.late_table.get()
    window.shelf.collection_activated.emit("all")
    desk.settle(lambda: window.centre.shows_table and table.model.rowCount() == 2)
    table.view.selectAll()
    actions = {action.text(): action for action in table.menu().actions()}
    actions["Copy citation"].trigger()
    lines = ["丁一. (2001). 旧城. 社.", "Lee, A. (1902). Old Town. Press."]
    # pinyin is loaded for the order, which takes a while the first time
    desk.qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().split("\n") == lines, timeout=20_000)
    assert copied().html() == "丁一. (2001). <em>旧城</em>. 社.<br>Lee, A. (1902). <em>Old Town</em>. Press."
    assert desk.texts == ["2 citations were copied."]
    assert {older.id, newer.id} == set(table.selected().document_ids)


def test_a_quotation_takes_the_style_and_the_marks_that_are_preferred(desk: Desk) -> None:
    desk.window.settings.citation_style = "gbt7714-2015-author-date"
    desk.window.settings.quotation_marks = "corner"
    desk.read(add(desk, "旧城", kind="book", author="李华", date="2001"))
    desk.window.pane.setFocus()
    desk.window.pane.select(3, 8)
    desk.settle(lambda: desk.window.menus["copy_quotation"].isEnabled())
    QTest.keyClick(desk.window.pane, Qt.Key.Key_C, CTRL | SHIFT)
    assert copied().text() == "「先把话听完」 (李华, 2001: 第1段)"
    assert copied().html() == copied().text()


def test_the_window_knows_every_style(desk: Desk) -> None:
    names = [style.name for style in BUILT_IN]
    assert list(CITATION_STYLES) == names
    assert [name for name, _ in style_names()] == names
    assert desk.window.settings.citation_style == DEFAULT


def test_style_and_marks_are_chosen_in_the_preferences(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    page = GeneralPage(settings)
    qtbot.addWidget(page)
    page.retranslate()
    boxes = {box.accessibleName(): box for box in page.findChildren(QComboBox)}
    for name, text in (("Citations", "Chicago, author and date"), ("Quotation marks", "「」 in Chinese")):
        boxes[name].setFocus()
        boxes[name].setCurrentText(text)
        boxes[name].activated.emit(boxes[name].currentIndex())
    assert (settings.citation_style, settings.quotation_marks) == ("chicago", "corner")
