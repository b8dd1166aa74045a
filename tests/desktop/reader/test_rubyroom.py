"""The room for ruby: Chinese characters apart and nothing else, lines high enough, the ruby within its own line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from desktop.reader.offsets import Offsets
from desktop.reader.punctuation import NO_MARKS
from desktop.reader.rubyroom import ALL, DESCENT, HOVER, OFF, RARE, ruby_size, spacing, spread, widened, with_room
from desktop.reader.setting import Setting

HAN = "一国𠮷〇龘"


def a_range(start: int, length: int, family: str, letters: float = 0) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, QTextCharFormat()
    made.format.setFontFamilies([family])
    if letters:
        made.format.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.format.setFontLetterSpacing(letters)
    return made


def per_unit(ranges: list[QTextLayout.FormatRange], length: int) -> list[tuple[float, object]]:
    """Return letter spacing and family of each UTF-16 unit; fail where ranges overlap."""
    found: list[tuple[float, object]] = [(0, None)] * length
    for made in ranges:
        for unit in range(made.start, made.start + made.length):
            assert found[unit] == (0, None)
            found[unit] = (made.format.fontLetterSpacing(), made.format.fontFamilies())
    return found


@given(st.text(st.sampled_from(HAN + "a，。 😀\u0301“1"), max_size=30), st.data())
def test_only_chinese_characters_are_set_apart_whatever_their_format(text: str, data: st.DataObject) -> None:
    offsets = Offsets(text)
    length = offsets.to_utf16(len(text))
    cuts = sorted(data.draw(st.sets(st.integers(0, length), max_size=6)))
    ranges = [
        a_range(start, end - start, f"F{start}", start % 3) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    before = per_unit(ranges, length)
    after = per_unit(spread(ranges, text, offsets, 7), length)
    for at, character in enumerate(text):
        for unit in range(offsets.to_utf16(at), offsets.to_utf16(at + 1)):
            more = 7 if character in HAN and text[at + 1 : at + 2] not in ("，", "。") else 0
            assert after[unit] == (before[unit][0] + more, before[unit][1])


def test_without_spacing_formats_stay_as_they_are() -> None:
    ranges = [a_range(0, 1, "F")]
    assert spread(ranges, "一国", Offsets("一国"), spacing(19, RARE)) is ranges


@pytest.mark.parametrize("mode", [RARE, ALL])
@pytest.mark.parametrize("size", [9, 12, 19, 27, 30, 60])
@pytest.mark.parametrize("line_spacing", [1.2, 1.5, 1.8, 3.0])
def test_ruby_lies_within_its_line_and_text_too(mode: str, size: int, line_spacing: float) -> None:
    font = QFont()
    font.setPixelSize(size)
    made = with_room(Setting(font, round(size * line_spacing), QTextOption(), NO_MARKS, below=3), mode)
    assert made.pitch >= round(size * line_spacing)
    assert made.em_top - (DESCENT + 0.96) * ruby_size(size) >= 0
    assert made.em_top + size <= made.pitch


def test_without_ruby_in_the_text_lines_stay_as_they_are() -> None:
    setting = Setting(QFont(), 23, QTextOption(), NO_MARKS, below=3)
    assert with_room(setting, OFF) is with_room(setting, HOVER) is setting


def test_a_chinese_text_grows_wider_and_an_english_one_does_not() -> None:
    assert widened(0.5, ALL) == 0.5
    assert 1.25 < widened(1.0, ALL) < 1.36
    assert widened(1.0, RARE) == 1.0
