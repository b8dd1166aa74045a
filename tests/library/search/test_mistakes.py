"""What is said of regular expressions that cannot be read."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from library.search.mistakes import mistake_in


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("(政", "In /(政/ a parenthesis is open."),
        ("政)", "In /政)/ a parenthesis is closed"),
        ("[政", "In /[政/ a square bracket is open."),
        ("*政", "In /*政/ one of * + ? has nothing before it"),
        ("政**", "In /政**/ one of * + ? follows another."),
        ("政{2,1}", "In /政{2,1}/ the first number in braces"),
        ("[z-a]", "In /[z-a]/ a range ends before it begins."),
        ("政\\", "/政\\/ ends with \\."),
        ("\\1", "/\\1/ refers to a group"),
        ("(?P=甲)", "/(?P=甲)/ refers to a group"),
        ("(?V0)(?V1)a", "/(?V0)(?V1)a/ has switches"),
        ("𠮷\\p{Foo}", "/𠮷\\p{Foo}/ cannot be read at character 9."),
    ],
)
def test_usual_mistakes_are_named(pattern: str, told: str) -> None:
    with pytest.raises((regex.error, ValueError)) as caught:
        regex.compile(pattern)
    assert str(mistake_in(pattern, caught.value)).startswith(told)


@given(st.text("ab政[](){}*+?\\|^$-<>P=:!&", max_size=12))
def test_no_mistake_is_told_in_the_words_of_the_module(pattern: str) -> None:
    try:
        regex.compile(pattern)
    except (regex.error, ValueError) as error:
        said = mistake_in(pattern, error)
        assert pattern in str(said)
        assert set(said.arguments) == {"pattern", "place"}
