"""The notice at the foot of the window: its size, its fading, and when it goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.desk import Desk

TEXT = "第一段：一二三四五六七八九十，𠮷😀e\u0301。\n" * 40


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def marked(desk: Desk) -> str:
    """Open a document with one highlight, and return the highlight's id."""
    desk.open(make=True)
    document = desk.add(TEXT, "长文（选）")
    desk.read(document)
    return desk.write(lambda library: library.highlights.add(document.id, 0, 4)).id


def test_each_notice_is_as_wide_as_its_own_text(desk: Desk) -> None:
    notice, messages = desk.window.notice, desk.window.messages
    widths: list[int] = []
    for text in ("1 document taken from the collection “方志”", "短", "1 document taken from the collection “方志”"):
        messages.notice(text, "Undo", lambda: None)
        label = next(part for part in notice.findChildren(QLabel) if part.text() == text)
        assert label.width() == label.sizeHint().width()
        button = notice.findChildren(QPushButton)[0]
        assert button.width() >= button.sizeHint().width()
        widths.append(notice.width())
    assert widths[0] == widths[2] > widths[1]


def test_notices_and_pens_are_painted_over_the_text_without_a_complaint_of_qt(
    desk: Desk, qtlog: pytest.LogCaptureFixture
) -> None:
    marked(desk)
    pane, window = desk.window.pane, desk.window
    window.messages.notice("甲", "Undo", lambda: None)
    pane.select(0, 6)
    for text in ("乙", "丙 😀"):
        window.messages.notice(text, "Undo", lambda: None)
        window.repaint()
        window.grab()
    window.notice.dismiss()
    desk.settle(lambda: not window.notice.isVisible())
    assert [record.message for record in qtlog.records if "does not support" not in record.message] == []


def test_a_notice_is_seen_once_it_has_come(desk: Desk) -> None:
    notice = desk.window.notice
    field = desk.window.themes.current.color("field")

    def ground() -> QColor:
        image = desk.window.body.grab().toImage()
        return image.pixelColor(notice.mapTo(desk.window.body, notice.rect().center()))

    desk.window.messages.info("一　　　　　　　　　　　　　　　　　　　二")
    desk.settle(lambda: ground() == field)
    notice.dismiss()
    desk.settle(lambda: not notice.isVisible())
    assert ground() != field


def delete(desk: Desk, highlight_id: str) -> None:
    desk.window.marking.select_highlight(highlight_id)
    desk.settle(lambda: desk.window.pane.selected_highlight() is not None)
    desk.trigger("delete")
    desk.settle(lambda: desk.window.notice.text)
    desk.window.session.flush()


@pytest.mark.parametrize("since", ["undone", "more was done", "closed"])
def test_the_offer_to_take_back_goes_with_its_step(desk: Desk, since: str) -> None:
    highlight_id = marked(desk)
    delete(desk, highlight_id)
    assert desk.window.notice.isVisible()
    if since == "undone":
        desk.trigger("undo")
    elif since == "closed":
        desk.trigger("close")
    else:
        desk.write(lambda library: library.tags.add_path("主题"))
    desk.settle(lambda: not desk.window.notice.isVisible())


def test_the_offer_to_take_back_stays_while_something_else_is_shown(desk: Desk) -> None:
    highlight_id = marked(desk)
    delete(desk, highlight_id)
    desk.window.messages.info("别的")
    desk.trigger("undo")
    desk.window.session.flush()
    assert desk.window.notice.text == "别的"


def test_the_notice_and_the_way_back_never_overlap(desk: Desk) -> None:
    highlight_id = marked(desk)
    window = desk.window
    window.messages.notice("甲", "Undo", lambda: None)
    low = window.notice.y()
    window.pane.go_to(len(TEXT) - 1)
    window.go_to_highlight(highlight_id)
    chip = window.stands.active.chip
    assert chip is not None
    assert chip.isVisible()
    frame = window.notice.findChild(QFrame, "notice")
    assert frame is not None

    def area(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(window, QPoint()), widget.size())

    assert not area(frame).intersects(area(chip))
    window.messages.notice("再说一句长一点的话 😀", "Undo", lambda: None)
    assert not area(frame).intersects(area(chip))
    chip.dismiss()
    desk.settle(lambda: window.notice.y() == low)
