"""Latin letters inside Chinese, which have a face of their own: how wide they are, cut, and drawn."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontInfo, QImage, QPainter

from desktop.theme import Themes
from desktop.widgets.cardparts import fold
from desktop.widgets.latin import Faces

NOTE = "比较 no. 12; 见 the rule，𠮷😀e\u0301。"


@pytest.fixture
def faces(themes: Themes) -> Faces:
    return Faces(themes.current.note_font(), themes.current.note_latin_font())


def drawn(faces: Faces, line: str) -> QImage:
    image = QImage(400, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    faces.draw(painter, QPointF(4, 28), line)
    painter.end()
    return image


def test_latin_words_are_set_in_their_own_face(faces: Faces) -> None:
    assert faces.latin is not None
    for words, like in (("Compare with no. 12", Faces(faces.latin)), ("甲乙，丙", Faces(faces.main))):
        assert faces.advance(words) == like.advance(words)
        assert drawn(faces, words) == drawn(like, words)
    alike = QFontInfo(faces.latin).family() == QFontInfo(faces.main).family()
    assert (drawn(faces, "illicit will") == drawn(Faces(faces.main), "illicit will")) == alike


@pytest.mark.parametrize("width", [0, 12, 60, 100, 150])
def test_a_line_is_cut_where_its_room_ends_and_at_no_mark(faces: Faces, width: int) -> None:
    cut = faces.elided(NOTE, width)
    assert cut.endswith("…")
    assert NOTE.startswith(cut[:-1])
    assert NOTE[len(cut) - 1] != "\u0301"
    assert faces.advance(cut) <= width or cut == "…"
    assert faces.elided(NOTE, 2000) == NOTE
    assert faces.elided("", 0) == ""


def test_folded_lines_keep_within_their_room(faces: Faces) -> None:
    lines = fold(NOTE * 20, faces, 200, 4)
    assert len(lines) == 4
    assert all(faces.advance(line.rstrip()) <= 201 for line in lines)
