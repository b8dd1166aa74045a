"""The lines of a note."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.reader.notetype import NoteType
from desktop.reader.style import ReaderStyle

WIDTH = 120  # of eight characters


def drawn(style: ReaderStyle, text: str, most: int = 6) -> QImage:
    image = QImage(WIDTH + 20, 300, QImage.Format.Format_RGB32)
    image.fill(style.page)
    painter = QPainter(image)
    painter.setPen(QColor(style.note))
    NoteType(text, style, WIDTH, most).paint(painter, 4, 0)
    painter.end()
    return image


@pytest.mark.parametrize("text", ["", " ", "x", "一", "𠮷😀e\u0301", "议事会\r\n\r\n第二段\n", "<b>粗</b>"])
def test_a_short_note_is_not_folded(style: ReaderStyle, text: str) -> None:
    made = NoteType(text, style, WIDTH, 6)
    assert not made.folded
    assert 1 <= made.lines <= 2
    assert made.height == made.lines * style.note_pitch


@pytest.mark.parametrize("most", [1, 2, 6, 20])
@pytest.mark.parametrize(
    "text",
    ["𠮷😀👨‍👩‍👧 e\u0301议" * 60, "word " * 200, "一" * 5000, "行\n" * 60, "https://example.org/" + "a" * 900],
    ids=["astral", "latin", "long", "lines", "address"],
)
def test_a_long_note_is_folded_to_its_lines(style: ReaderStyle, text: str, most: int) -> None:
    made = NoteType(text, style, WIDTH, most)
    assert made.folded
    assert made.lines <= most


def test_the_ellipsis_tells_that_there_is_more(style: ReaderStyle) -> None:
    assert drawn(style, "比" * 17, 2) == drawn(style, "比" * 15 + "…", 2)
    assert drawn(style, "比" * 17, 2) == drawn(style, "比" * 1700, 2)
    assert drawn(style, "比" * 17, 2) != drawn(style, "比" * 16, 2)


def test_a_note_is_text_and_no_markup(style: ReaderStyle) -> None:
    assert drawn(style, "<b>粗</b>") != drawn(style, "粗")
    assert drawn(style, "&lt;") != drawn(style, "<")


def test_empty_lines_take_no_room(style: ReaderStyle) -> None:
    assert drawn(style, "一\n\n \r\n二") == drawn(style, "\n一\n二\n")
