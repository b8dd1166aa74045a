import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.typesetting import direction_signs, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("上午,东城", "上午，东城"),
        ("召开.会议", "召开。会议"),
        ("结束.", "结束."[:-1] + "。"),
        ("编者按:为", "编者按：为"),
        ("3.14,好", "3.14,好"),
        ("共12.5万", "共12.5万"),
        ("Hello, world", "Hello, world"),
        ("会上 , 他", "会上 , 他"),
        ("", ""),
    ],
)
def test_only_punctuation_between_han_is_set_full_width(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text(alphabet=st.sampled_from("好，,.;:𠮷a\u202e\u2066 ”“。")))
def test_no_position_moves(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert len(shown(text).encode("utf-16-le")) == len(text.encode("utf-16-le"))


def test_a_hidden_change_of_direction_is_seen() -> None:
    text = "好\u202eabc\u2066"
    assert "\u202e" not in shown(text)
    assert direction_signs(text) == [1, 5]


@pytest.mark.parametrize(
    ("text", "painted"),
    [
        ("𠮷,𠮷", "𠮷，𠮷"),
        ("甲,𠮷.", "甲，𠮷。"),
        ("「甲」,乙", "「甲」，乙"),
        ("甲,「乙」", "甲，「乙」"),
        ("甲,〔乙〕;丙", "甲，〔乙〕；丙"),
        ("10～20", "10〜20"),
        ("😀,甲", "😀,甲"),
    ],
)
def test_marks_beside_rare_characters_and_all_brackets(text: str, painted: str) -> None:
    assert shown(text) == painted
