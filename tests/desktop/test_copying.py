"""Copying from the real window: clean, with the source, as it stands, and much at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.copying import AT_ONCE, MANY
from desktop.forms import Form
from tests.desktop.desk import Desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST = "会开了。各级组织要与大家保持意志统一，行动统一，各族各"
TEXT = f"题目\n\n{FIRST}\n\n界中的代表要坚持下去，𠮷😀。\n\n后来散会。\n"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def show(desk: Desk, text: str = TEXT) -> None:
    document = desk.add(text, "把意见变成办法")
    desk.write(lambda library: library.fields.describe([document.id], author="朱之", date="2017-03-01"))
    desk.read(document)
    desk.window.pane.setFocus()


def test_ctrl_c_copies_without_a_line_break_inside_a_sentence(desk: Desk) -> None:
    show(desk)
    desk.settle(lambda: desk.window.menus["select_all"].isEnabled())
    QTest.keyClick(desk.window.pane, Qt.Key.Key_A, CTRL)
    desk.settle(lambda: desk.window.menus["copy"].isEnabled())
    QTest.keyClick(desk.window.pane, Qt.Key.Key_C, CTRL)
    assert clipboard() == TEXT.replace("各族各\n\n界", "各族各界")


def test_a_part_is_copied_as_clean_as_the_whole(desk: Desk) -> None:
    show(desk)
    start = TEXT.index("各族")
    desk.window.pane.select(start, start + 6)
    desk.trigger("copy")
    assert clipboard() == "各族各界"
    desk.trigger("copy_plain")
    assert clipboard() == "各族各\n\n界"


def test_a_quotation_is_copied_with_its_source(desk: Desk) -> None:
    show(desk)
    start, end = TEXT.index("各级"), TEXT.index("😀。") + 2
    desk.window.pane.select(start, end)
    desk.settle(lambda: desk.window.menus["copy_quotation"].isEnabled())
    QTest.keyClick(desk.window.pane, Qt.Key.Key_C, CTRL | SHIFT)
    clean = TEXT[start:end].replace("\n\n", "")
    assert clipboard() == f"“{clean}”（朱之. 把意见变成办法[Z]. 2017-03-01，第2-3段）"
    assert desk.texts == ["The quotation was copied with its source."]


def test_the_selected_highlight_is_copied(desk: Desk) -> None:
    show(desk)
    document = desk.window.reading.document
    assert document is not None
    start = TEXT.index("后来")
    made = desk.write(lambda library: library.highlights.add(document.id, start, start + 5))
    desk.settle(lambda: desk.window.pane.marks.spans.find(made.id))
    desk.window.pane.set_selected_highlight(made.id)
    desk.trigger("copy_quotation")
    assert clipboard().startswith("“后来散会。”（")


def test_nothing_selected_copies_nothing(desk: Desk) -> None:
    show(desk)
    desk.window.menus.refresh()
    assert not any(desk.window.menus[name].isEnabled() for name in ("copy", "copy_quotation", "copy_plain"))


def test_a_long_passage_is_made_ready_in_the_background(desk: Desk) -> None:
    show(desk, (FIRST + "\n\n界。\n") * (AT_ONCE // 30))
    QGuiApplication.clipboard().setText("before")
    desk.window.pane.select_all()
    desk.trigger("copy")
    assert clipboard() == "before"
    assert desk.window.jobs.running
    desk.settle(lambda: clipboard() != "before")
    assert clipboard() == (FIRST + "界。\n") * (AT_ONCE // 30)
    assert desk.texts[-1] == f"{len(clipboard())} characters were copied."


def test_what_is_copied_later_stays(desk: Desk) -> None:
    show(desk, FIRST * (AT_ONCE // 20))
    desk.window.pane.select_all()
    desk.trigger("copy")
    desk.window.pane.select(0, 4)
    desk.trigger("copy")
    desk.settle(lambda: not desk.window.jobs.running)
    assert clipboard() == "会开了。"


def test_x_swaps_the_end_that_moves(desk: Desk) -> None:
    show(desk)
    pane = desk.window.pane
    pane.select(4, 7)
    desk.settle(lambda: desk.window.menus["swap_ends"].isEnabled())
    QTest.keyClick(pane, Qt.Key.Key_X)
    QTest.keyClick(pane, Qt.Key.Key_Right, SHIFT)
    assert pane.selection() == (5, 7)


def test_x_swaps_the_ends_of_a_highlight_too(desk: Desk) -> None:
    show(desk)
    pane, document = desk.window.pane, desk.window.reading.document
    assert document is not None
    made = desk.write(lambda library: library.highlights.add(document.id, 4, 7))
    pane.set_selected_highlight(made.id)
    desk.settle(lambda: desk.window.menus["swap_ends"].isEnabled())
    QTest.keyClick(pane, Qt.Key.Key_X)
    QTest.keyClick(pane, Qt.Key.Key_Left, SHIFT)
    desk.window.session.flush()
    assert (desk.library.highlights.get(made.id).start, desk.library.highlights.get(made.id).end) == (3, 7)


def test_highlights_are_copied_from_their_cards_as_they_should_read(desk: Desk) -> None:
    show(desk)
    document_id = next(iter(desk.library.documents.all())).id
    spans = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("各族各\n\n界", "𠮷😀", "散会")]
    for start, end in spans:
        desk.write(lambda library, start=start, end=end: library.highlights.add(document_id, start, end))
    last = desk.library.highlights.of_document(document_id)[-1]
    desk.write(lambda library: library.highlights.correct(last.id, "闭会"))
    cards = desk.window.sidebar.highlights.cards
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_A, CTRL)
    QTest.keyClick(cards, Qt.Key.Key_C, CTRL)
    assert clipboard() == "各族各界\n𠮷😀\n闭会"
    QTest.keyClick(cards, Qt.Key.Key_C, CTRL | SHIFT)
    copied = clipboard().split("\n\n")
    assert [line.partition("（")[0] for line in copied] == ["“各族各界”", "“𠮷😀”", "“闭会”"]
    assert copied[2].endswith("（朱之. 把意见变成办法[Z]. 2017-03-01，第4段）")


def test_many_highlights_are_copied_in_the_background(desk: Desk) -> None:
    text = "字" * (2 * MANY + 4)
    show(desk, text)
    document_id = next(iter(desk.library.documents.all())).id

    def mark(library: object) -> None:
        with library.journal.operation("Add highlight"):
            for start in range(0, 2 * MANY + 2, 2):
                library.highlights.add(document_id, start, start + 1)

    desk.write(mark)
    ids = [row.id for row in desk.library.highlights.of_document(document_id)]
    desk.window.sidebar.copy_requested.emit(ids, Form.CLEAN)
    desk.settle(lambda: clipboard() == "\n".join(["字"] * (MANY + 1)))
