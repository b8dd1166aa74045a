"""Numbers as Chinese texts write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese.numerals import han_numeral, number_of


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        *(
            ("一", 1),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("一百零八", 108),
            ("二千零一十八", 2018),
            ("廿三", 23),
            ("卅", 30),
        ),
        *(
            ("二〇一八", 2018),
            ("一九四九", 1949),
            ("壹", 1),
            ("拾贰", 12),
            ("两", 2),
            ("１２", 12),
            ("12", 12),
            ("⑫", 12),
        ),
        *(
            ("IV", 4),
            ("XIX", 19),
            ("Ⅳ", 4),
            ("", None),
            ("甲", None),
            ("一甲", None),
            ("1" * 5000, None),
            ("1.2", None),
        ),
    ],
)
def test_the_value_of_a_numeral(numeral: str, number: int | None) -> None:
    assert number_of(numeral) == number


@given(number=st.integers(1, 99))
def test_what_is_written_is_read_again(number: int) -> None:
    assert number_of(han_numeral(number)) == number
