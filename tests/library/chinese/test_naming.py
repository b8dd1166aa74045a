"""Finding among many names gives what finding in each would, the best first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.chinese.naming import NameIndex
from library.chinese.pinyin import EXACT, INITIALS, PINYIN, PREFIX, SUBSTRING, matches

NAMES = [
    "党建", "主题/党建", "重庆市志", "第12期", "Ａlpha", "𠮷祥里😀", "e\u0301tude", "绿色", "", "当前", "打架", "DJ",
]  # fmt: skip

words = st.text(st.sampled_from("党建重庆第期12aＡ𠮷😀e\u0301绿 /lvdjchongqing"), max_size=6)


@settings(deadline=None, max_examples=150)
@given(st.lists(words, max_size=8), words)
def test_it_finds_what_matches_does(names: list[str], query: str) -> None:
    index = NameIndex(names)
    alone = {at: rank for at, name in enumerate(names) if (rank := matches(query, name)) is not None}
    found = index.find(query, 100)
    assert {at: rank for rank, at in found} == alone
    assert found == sorted(found)
    assert {at: index.rank(query, at) for at in alone} == alone
    assert all(index.rank(query, at) is None for at in set(range(len(names))) - alone.keys())


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("党建", [(EXACT, "党建"), (SUBSTRING, "主题/党建")]),
        ("dj", [(EXACT, "DJ"), (INITIALS, "党建"), (INITIALS, "主题/党建"), (INITIALS, "打架")]),
        ("dangj", [(PINYIN, "党建"), (PINYIN, "主题/党建")]),
        ("lüse", [(PINYIN, "绿色")]),
        ("chong'q", [(PINYIN, "重庆市志")]),
        ("ALPHA", [(EXACT, "Ａlpha")]),
        ("𠮷", [(PREFIX, "𠮷祥里😀")]),
        ("12", [(SUBSTRING, "第12期")]),
    ],
)
def test_the_best_come_first(query: str, found: list[tuple[int, str]]) -> None:
    assert [(rank, NAMES[at]) for rank, at in NameIndex(NAMES).find(query, 20)] == found


def test_an_empty_query_finds_all_and_no_more_are_found_than_asked_for() -> None:
    assert sorted(at for _, at in NameIndex(NAMES).find(" ", 100)) == list(range(len(NAMES)))
    assert len(NameIndex(NAMES).find("", 3)) == 3
    assert NameIndex([]).find("a", 5) == []


def test_what_is_not_spelled_is_found_as_written_only() -> None:
    index = NameIndex(NAMES, spelled=False)
    assert [NAMES[at] for _, at in index.find("dj", 20)] == ["DJ"]
    assert index.rank("dj", 0) is None
    assert index.rank("党", 0) == PREFIX
