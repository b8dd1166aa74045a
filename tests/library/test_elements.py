"""What a file says of its text, as it is kept: read again row by row, its pages alone, and what it sets apart."""

import json
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from library.elements import Element, ElementKind, Marks, elements_of, packed_elements, pages_of

ROWS = st.builds(
    Element,
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from(get_args(ElementKind)),
    st.text() | st.sampled_from(['1 iv"', ',"page","3"],[1,2,"page","4', "𠮷]😀[", "\\"]),
)
PLACES = st.integers(0, 60)


@given(st.lists(ROWS))
def test_elements_are_read_as_they_were_kept(rows: list[Element]) -> None:
    packed = packed_elements(rows)
    assert elements_of(packed) == tuple(rows) == tuple(Element(*row) for row in json.loads(packed))


@given(st.lists(ROWS))
def test_pages_are_found_among_all_the_rest(rows: list[Element]) -> None:
    assert list(pages_of(packed_elements(rows))) == [row for row in rows if row.kind == "page"]


@given(st.lists(ROWS), PLACES, PLACES)
def test_what_is_set_apart_in_a_stretch_is_that_of_each_character(rows: list[Element], start: int, end: int) -> None:
    rows = sorted(rows, key=lambda row: row.start)
    found = list(Marks(rows).between(start, end))
    assert found == [
        row
        for row in rows
        if row.kind not in ("heading", "page", "title") and row.start < row.end and row.start < end and row.end > start
    ]


def test_what_is_set_apart_alike_is_the_same() -> None:
    link = Element(1, 3, "link", "https://a.example")
    marks = Marks([link, Element(2, 2, "strong"), Element(0, 9, "page", "1")])
    assert marks == Marks([link])
    assert hash(marks) == hash(Marks([link]))
    assert marks != Marks()
