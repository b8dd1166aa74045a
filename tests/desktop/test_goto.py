"""Going to a paragraph or a percentage: what can be typed, what is shown meanwhile, and where it leads."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop.goto import Paragraph, Share, parse
from desktop.widgets.gotobar import GoToBar
from library.models import Document
from tests.desktop.desk import Desk

TEXT = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n\n" for number in range(1, 201))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("118", Paragraph(118)), (" 118 ", Paragraph(118)), ("p 118", Paragraph(118)), ("P118", Paragraph(118)),
        ("第118段", Paragraph(118)), ("段 118", Paragraph(118)), ("118段", Paragraph(118)), ("１１８", Paragraph(118)),
        ("1,180", Paragraph(1180)), ("¶3", Paragraph(3)), ("0", Paragraph(0)), ("38%", Share(38.0)),
        ("38 %", Share(38.0)), ("３８％", Share(38.0)), ("12.5%", Share(12.5)), ("百分之38", Share(38.0)),
        ("", None), ("-3", None), ("abc", None), ("%", None), ("3 8", None), ("𠮷😀", None), ("9" * 40, None),
        ("١٢", Paragraph(12)),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(text: str, place: Paragraph | Share | None) -> None:
    assert parse(text) == place


@given(st.text(max_size=12))
def test_anything_can_be_typed(text: str) -> None:
    assert isinstance(parse(text), Paragraph | Share | None)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk) -> Document:
    document = desk.add(TEXT, "长文")
    desk.read(document)
    return document


def ask(desk: Desk, text: str) -> GoToBar:
    desk.trigger("go_to")
    bar = next(bar for bar in desk.window.stands.active.findChildren(GoToBar) if bar.isVisible())
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert bar.isAncestorOf(field)
    field.setText(text)
    return bar


def said(bar: GoToBar) -> str:
    return " ".join(label.text() for label in bar.findChildren(QLabel))


def place_shown(desk: Desk) -> str:
    return " ".join(button.text() for button in desk.window.status.findChildren(QToolButton))


def test_a_paragraph_is_previewed_gone_to_and_come_back_from(desk: Desk, document: Document) -> None:
    pane = desk.window.pane
    pane.scroll_to_place(TEXT.index("第20段"))
    bar = ask(desk, "118")
    assert "第118段：一二三四五六七八九十，𠮷😀e\u0301。" in said(bar)
    assert pane.place() == TEXT.index("第20段"), "nothing moves while one types"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert pane.place() == TEXT.index("第118段")
    assert QApplication.focusWidget() is pane
    assert not bar.isVisible()
    desk.settle(lambda: "Paragraph 118 / 200" in place_shown(desk))
    desk.trigger("back")
    assert pane.place() == TEXT.index("第20段")


def test_a_percentage_leads_so_far_down_the_text(desk: Desk, document: Document) -> None:
    pane = desk.window.pane
    QTest.keyClick(ask(desk, "38%").field, Qt.Key.Key_Return)
    assert abs(pane.place() / len(TEXT) - 0.38) < 0.01
    QTest.keyClick(ask(desk, "100%").field, Qt.Key.Key_Return)
    assert pane.furthest() >= len(TEXT) - 2
    QTest.keyClick(ask(desk, "0%").field, Qt.Key.Key_Return)
    assert pane.place() == 0


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("201", "This text has 200 paragraphs."), ("0", "This text has 200 paragraphs."),
     ("101%", "A percentage goes from 0 to 100."), ("甲", "Type a paragraph number, such as 118"),
     ("", "200 paragraphs")],
)  # fmt: skip
def test_what_leads_nowhere_is_said_and_enter_stays(desk: Desk, document: Document, typed: str, answer: str) -> None:
    bar = ask(desk, typed)
    assert answer in said(bar)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.isVisible()
    assert desk.window.pane.place() == 0
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert QApplication.focusWidget() is desk.window.pane


def test_a_click_on_where_one_is_asks_where_to_go(desk: Desk, document: Document) -> None:
    desk.settle(lambda: "/" in place_shown(desk))
    desk.window.menus.refresh()
    button = next(button for button in desk.window.status.findChildren(QToolButton) if "/" in button.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert any(bar.isVisible() for bar in desk.window.findChildren(GoToBar))


def test_the_bar_goes_with_its_text(desk: Desk, document: Document) -> None:
    bar = ask(desk, "7")
    desk.trigger("close_tab")
    assert not bar.isVisible()


def test_an_empty_text_has_no_place_to_go_to(desk: Desk) -> None:
    desk.read(desk.add("", "空"))
    bar = ask(desk, "1")
    assert "0 paragraphs" in said(bar)
    QTest.keyClick(ask(desk, "50%").field, Qt.Key.Key_Return)
    assert desk.window.pane.place() == 0
