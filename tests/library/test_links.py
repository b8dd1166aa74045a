"""Addresses that lead into a library: made and read back, and refused in words where they are none."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.errors import InvalidLink
from library.links import Link, address, is_address, links_in, parse

IDS = st.uuids().map(str)
A, B, C = (f"0190a3d2-7c1b-7e55-8f00-00000000000{last}" for last in "abc")


@settings(max_examples=25)
@given(IDS, IDS, IDS | st.just(""), st.text(st.sampled_from("字 \n𠮷😀(.]，"), max_size=5))
def test_an_address_leads_where_it_was_made_for(library: str, document: str, highlight: str, around: str) -> None:
    made = address(library, document, highlight)
    link = Link(library, document, highlight)
    assert parse(made) == link
    assert link.address == made
    assert is_address(made)
    for changed in (f" {made}\n", f"{made}/", made.upper()):
        assert parse(changed) == link
    (found,) = links_in(around + made + around)
    assert (found.start, found.end, found.link) == (len(around), len(around + made), link)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "zhupi:", "zhupi://", f"zhupi://{A}", f"zhupi://{A}/", f"zhupi:{A}/{B}", f"zhupi:///{A}/{B}",
        f"http://{A}/{B}", f"file:///{A}/{B}/{C}", "javascript:alert(1)", f"zhupi://../{B}/{C}", f"zhupi://{A}/../{B}",
        f"zhupi://{A}/{B}/{C}/{C}", f"zhupi://{A}/{B}?x=1", f"zhupi://{A}/{B}#x", f"zhupi://user@{A}/{B}",
        f"zhupi://{A}/%2e%2e/{B}", f"zhupi://{A}/{B}%00", f"zhupi://{A}/{B}\n{C}", f"zhupi://{A}//{B}", "库", "𠮷" * 9,
        f"zhupi://{A}/{B}/{C[:-1]}", f"zhupi://{A}/{B}/{C}0", "zhupi://" + "a/" * 5_000, "%" * 10_000, "\x00\u202e😀",
        f"zhupı://{A}/{B}", f"zhupi://{A.replace('0', '０')}/{B}",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_words(text: str) -> None:
    with pytest.raises(InvalidLink) as caught:
        parse(text)
    said = str(caught.value)
    assert len(said) < 300
    assert said.isprintable()
    assert "zhupi://" in said


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for tried in (text, f"zhupi:{text}", f"zhupi://{A}/{text}"):
        with suppress(InvalidLink):
            assert parse(tried).library_id
