"""The layout as text: what was written is read again, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layouts import Group, Layout, decode, encode

GROUPS = st.builds(
    Group,
    st.lists(st.tuples(st.text(max_size=5), st.none() | st.integers(0, 10**8)), min_size=1, max_size=4).map(tuple),
    st.integers(0, 9),
)


@given(
    st.builds(
        Layout,
        st.lists(GROUPS, max_size=2).map(tuple),
        st.integers(0, 1),
        st.booleans(),
        st.floats(0.1, 0.9),
        st.booleans(),
    )
)
def test_what_was_written_is_read(layout: Layout) -> None:
    assert decode(encode(layout)) == layout


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{", '{"groups": 3}', '{"groups": [{"tabs": [1]}]}', '{"groups": []}', '"𠮷😀"',
     '{"groups": [], "active": Infinity, "below": 0, "share": 1, "together": 0}'],
)  # fmt: skip
def test_what_is_no_layout_is_none(text: str) -> None:
    assert decode(text) is None


def test_groups_without_tabs_and_more_than_two_are_left_out() -> None:
    group = {"tabs": [["甲", 3]], "index": 0}
    stored = {"groups": [{"tabs": [], "index": 0}, group, group, group], "active": 0, "below": False}
    found = decode(json.dumps({**stored, "share": 7, "together": False}))
    assert found is not None
    assert (found.groups, found.share) == ((Group((("甲", 3),)),), 0.9)


def test_tabs_of_documents_that_are_gone_are_left_out() -> None:
    first, second = Group((("甲", 1), ("乙", 2), ("丙", 3)), 2), Group((("丁", None),))
    layout = Layout((first, second), active=1)
    assert layout.among({"乙", "丙", "丁"}) == Layout((Group((("乙", 2), ("丙", 3)), 1), second), active=1)
    assert layout.among({"甲", "乙"}) == Layout((Group((("甲", 1), ("乙", 2)), 1),), active=0)
    assert layout.among({"丁"}) == Layout((second,), active=0)
    assert layout.among(set()) is None
