"""Which characters are rare, and which common one another form stands for."""

import pytest

from library.chinese.rarity import common_form, is_rare
from resources import path


def test_the_common_characters_are_the_3500_of_the_standard_in_its_order() -> None:
    _, *lines = path("dictionaries/common.txt").read_text(encoding="utf-8").splitlines()
    listed = "".join(lines)
    assert len(listed) == len(set(listed)) == 3500
    assert listed.startswith("一乙二十丁厂七卜八人入儿匕几九刁了刀力乃")
    assert listed.endswith("镶瓤罐矗")


@pytest.mark.parametrize("character", "一国學國後髮體龍罐豈")
def test_common_characters_and_their_traditional_forms_are_not_rare(character: str) -> None:
    assert not is_rare(character)


@pytest.mark.parametrize("character", "龘饕蹀躞𠮷\U0003134f")
def test_other_chinese_characters_are_rare(character: str) -> None:
    assert is_rare(character)


@pytest.mark.parametrize("character", ["a", "，", "〇", "😀", "\u0301", "か", "1", "\n", "々"])
def test_what_is_not_chinese_is_not_rare(character: str) -> None:
    assert not is_rare(character)


@pytest.mark.parametrize(
    ("character", "common"),
    [
        ("國", "国"),
        ("後", "后"),
        ("髮", "发"),
        ("像", "像"),
        ("了", "了"),
        ("乾", "乾"),
        ("龘", "龘"),
        ("a", "a"),
        ("，", "，"),
    ],
)
def test_a_form_leads_to_its_common_character(character: str, common: str) -> None:
    assert common_form(character) == common
