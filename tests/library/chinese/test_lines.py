"""Many lines are searched at once as one after another."""

import re

from hypothesis import given
from hypothesis import strategies as st

from library.chinese.lines import LINE, Lines

short = st.text("ab政𠮷😀", max_size=5)


@given(st.lists(short, max_size=8), short.filter(bool), st.booleans(), st.booleans())
def test_lines_are_found_as_one_by_one(lines: list[str], part: str, begins: bool, ends: bool) -> None:
    wanted = LINE * begins + part + LINE * ends
    expected = [index for index, line in enumerate(lines) if wanted in LINE + line + LINE]
    made = Lines(lines)
    assert [made[index] for index in range(len(made))] == lines
    assert list(made.find(wanted)) == expected
    assert list(made.search(re.escape(wanted))) == expected
    assert [list(made.find(wanted, index)) for index in expected] == [[index] for index in expected]
    assert made.text.split(LINE) == (lines or [""])
