from PySide6.QtGui import QFont, QFontDatabase

from desktop.reader.punctuation import CLOSING, OPENING, half_marks
from desktop.reader.style import ReaderStyle


def test_the_reading_face_has_its_marks_in_one_half_of_the_square(style: ReaderStyle) -> None:
    marks = half_marks(style.reading)
    assert marks.opening == frozenset(OPENING)
    assert frozenset("，。、”’）》」") <= marks.closing <= frozenset(CLOSING)


def test_a_face_with_narrow_marks_has_none_to_close_up(style: ReaderStyle) -> None:
    font = QFont(style.reading)
    latin = next(name for name in QFontDatabase.families() if "Sans" in name and "CJK" not in name)
    font.setFamilies([latin])
    marks = half_marks(font)
    assert "”" not in marks.closing
    assert "“" not in marks.opening
