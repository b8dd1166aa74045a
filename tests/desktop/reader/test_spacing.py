import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.punctuation import HalfMarks
from desktop.reader.spacing import CLOSED_UP, THIN, spacings

HALF = HalfMarks(frozenset("“（《"), frozenset("”）》，。：、"))
CENTRED = HalfMarks(frozenset("“（《"), frozenset("”）》"))


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("好。”他", [1]),
        ("说：“好", [1]),
        ("（“好”）", [0, 3]),
        ("《甲》、《乙》。", [2, 3, 6]),
        ("好。他", []),
        ("好”“他", [1]),
        ("𠮷。”", [1]),
        ("", []),
    ],
)
def test_of_two_marks_together_the_former_loses_half_its_square(text: str, closed: list[int]) -> None:
    assert spacings(text, HALF) == [(at, at + 1, CLOSED_UP) for at in closed]


def test_marks_that_a_face_centres_keep_their_square() -> None:
    assert spacings("好。”他：“（", CENTRED) == [(5, 6, CLOSED_UP)]


@pytest.mark.parametrize(
    ("text", "thin"),
    [
        ("在2018年", [0, 4]),
        ("𠮷Zhupi𠮷", [0, 5]),
        ("占63%的", [0, 3]),
        ("在 2018 年", []),
        ("（2018）年", []),
        ("😀a", []),
        ("abc", []),
        ("é字", [0]),
    ],
)
def test_latin_and_digits_stand_apart_from_han(text: str, thin: list[int]) -> None:
    assert spacings(text, HALF) == [(at, at + 1, THIN) for at in thin]


@given(st.text(alphabet=st.sampled_from("好𠮷😀a1“”。，（ \u0301")))
def test_no_character_is_spaced_twice(text: str) -> None:
    ends = [0, *(place for start, end, _ in spacings(text, HALF) for place in (start, end)), len(text)]
    assert ends == sorted(ends)
