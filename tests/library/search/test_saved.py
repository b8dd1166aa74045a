"""Searches as they are kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import InvalidQuery
from library.search.leaves import Options
from library.search.saved import search_from_json, search_to_json


@given(st.text(), st.builds(Options, st.booleans(), st.booleans(), st.booleans()))
def test_a_search_comes_back_as_it_was(query: str, options: Options) -> None:
    assert search_from_json(search_to_json(query, options)) == (query, options)


@pytest.mark.parametrize("kept", ["", "人民", "[]", "{}", "null", '{"query": 3}', '"政协"', "[" * 10])
def test_what_is_no_search_is_refused(kept: str) -> None:
    with pytest.raises(InvalidQuery):
        search_from_json(kept)


def test_what_is_not_asked_for_is_left_out() -> None:
    assert json.loads(search_to_json("政协", Options())) == {"query": "政协"}
