import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from library.chinese.han import HAN, IDEOGRAPHS, is_han, is_ideograph


@given(st.one_of(st.characters(), st.sampled_from("〇々𠮷㐀䶿䷀䷿一鿿豈﫿\U00020000\U0003ffff\u312f\u4e00。a1é😀")))
def test_a_character_is_what_the_classes_of_patterns_hold(character: str) -> None:
    assert is_ideograph(character) == (re.match(f"[{IDEOGRAPHS}]", character) is not None)
    assert is_han(character) == (re.match(f"[{HAN}]", character) is not None)


def test_all_ideographs_that_unicode_names_are_han() -> None:
    named = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.name(chr(code), "").startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH"))
    ]
    assert len(named) > 90_000
    assert all(map(is_ideograph, named))


def test_a_hexagram_is_none() -> None:
    assert not is_han("䷀")
