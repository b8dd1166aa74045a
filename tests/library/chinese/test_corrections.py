"""Corrected readings: how they are typed, and where they count."""

import pytest

from library.chinese.corrections import Corrections, typed_reading
from library.chinese.pinyin import readings


@pytest.mark.parametrize(
    ("word", "typed", "kept"),
    [
        ("绿色", "lv4 se4", "lǜ sè"), ("绿色", " LÜ4  sè ", "lǜ sè"), ("好了", "hao3 le", "hǎo le"),
        ("略", "lüe4", "lüè"), ("会", "hui4", "huì"), ("嗯", "ng4", "ǹg"), ("A股", "gu3", "gǔ"), ("𠮷", "ji2", "jí"),
        ("绿色", "lv4", ""), ("绿", "lv4 se4", ""), ("绿", "4", ""), ("绿", "lǜ4", ""), ("a", "", ""),
    ],
)  # fmt: skip
def test_a_reading_is_typed_with_marks_or_numbers(word: str, typed: str, kept: str) -> None:
    assert typed_reading(word, typed) == kept


def test_a_corrected_word_is_read_so_wherever_it_stands() -> None:
    corrections = Corrections({"𠮷行": "jí háng", "会计": "huì jì"})
    assert readings("去𠮷行，會計行", corrections=corrections) == ["qù", "jí", "háng", "", "huì", "jì", "xíng"]
    assert readings("会计", style="number", corrections=corrections) == ["hui4", "ji4"]


def test_one_character_is_corrected_only_outside_phrases() -> None:
    corrections = Corrections({"行": "héng"})
    assert readings("银行 行", corrections=corrections) == ["yín", "háng", "", "héng"]
