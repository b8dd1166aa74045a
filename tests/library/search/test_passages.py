"""Places of a string in a text: compared with a scan of the string itself, or of its key."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.chinese.folding import fold
from library.search.passages import find_passages
from library.storage.blocks import build_table
from library.storage.texts import ReadingText, TextStore
from tests.library import folded

LETTERS = "政协的𠮷😀e\u0301\nab"


def reading(text: str) -> ReadingText:
    return ReadingText(text.encode(), build_table(text))


def places(text: str, query: str, *, exact: bool = True) -> list[tuple[int, int]]:
    return [place for batch in find_passages(reading(text), query, exact=exact) for place in batch]


def scan(text: str, query: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(re.escape(query), text)]


@given(text=st.text(LETTERS, max_size=60), query=st.text("政协的𠮷😀\u0301\n", min_size=1, max_size=3))
def test_every_place_is_found(text: str, query: str) -> None:
    assert places(text, query) == scan(text, query)


@pytest.mark.parametrize("query", ["政协", "。", "𠮷野😀", "e\u0301", "里\n", "没有"])
def test_long_text_of_many_windows(query: str, tmp_path: Path) -> None:
    paragraph = "政协委员在𠮷野😀写下了 e\u0301te\u0301。" * 150 + "这是另外一段，在街道里\n"
    text = "前言\n" + paragraph * 200 + "政协"
    assert len(text) > 500_000
    store = TextStore(tmp_path)
    mapped = store.open(store.add_text(text))
    batches = list(find_passages(mapped, query, exact=True))
    mapped.close()
    assert [place for batch in batches for place in batch] == scan(text, query)
    assert len(batches) > 2 or query == "没有"


def test_one_endless_paragraph_without_sentence_ends() -> None:
    text = "甲乙丙丁" * 100_000
    assert places(text, "丁甲乙丙丁甲") == scan(text, "丁甲乙丙丁甲")


def test_many_hits_that_run_across_the_ends_of_windows() -> None:
    text = "的" * 400_001
    assert places(text, "的的的") == scan(text, "的的的")


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("GDP gdp Gdp 𠮷gDp", "gdp", ["GDP", "gdp", "Gdp", "gDp"]),
        ("GDP增长 gdp增长", "Gdp增长", ["GDP增长", "gdp增长"]),
        ("École école ÉCOLE ecole", "éCole", ["École", "école", "ÉCOLE"]),
        ("Москва МОСКВА", "москва", ["Москва", "МОСКВА"]),
        ("a.c abc A.C", "a.c", ["a.c", "A.C"]),
    ],
)
def test_case_does_not_matter(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, query)] == found


def test_case_does_not_matter_in_any_window() -> None:
    text = ("正文 Éa " + "字" * 90) * 6_000
    assert places(text, "éA") == scan(text, "Éa")
    assert places(text.replace("É", "E"), "ea") == scan(text, "Éa")


@pytest.mark.parametrize("text", ["", "政协\n\n"])
@pytest.mark.parametrize("exact", [True, False])
def test_nothing_is_found(text: str, exact: bool) -> None:
    assert places(text, "", exact=exact) == []
    assert places(text, "不在", exact=exact) == []
    assert places(text, "\ud800", exact=exact) == []


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("人民政协", "在人民政\n\n協里", ["人民政\n\n協"]),
        ("abc企业", "（ＡＢＣ企業）", ["ＡＢＣ企業"]),
        ("协商民主", "協商、民主，协商民主", ["協商、民主", "协商民主"]),
        ("银行行长", "銀行行長。", ["銀行行長"]),
        ("了解情况", "𠮷瞭解情況", ["瞭解情況"]),
        ("瞭解情況", "了解情况", ["了解情况"]),
        ("CAFE", "café, cafe\u0301 Café", ["café", "cafe\u0301", "Café"]),
        ("café", "CAFE", ["CAFE"]),
        ("file", "a ﬁle, f\u0301ile", ["ﬁle", "f\u0301ile"]),
        ("i", "ﬁ", ["ﬁ"]),
        ("1", "① ⑪", ["①", "⑪"]),
        ("11", "⑪ 1,1 11", ["⑪", "1,1", "11"]),
        ("𠮷野", "𠮷\n\n野", ["𠮷\n\n野"]),
        ("the end", "the\nend the end. them endless weather ending", ["the\nend", "the end"]),
        ("gdp", "G D P gdp ＧＤＰ", ["gdp", "ＧＤＰ"]),
        ("aa", "a aa", ["aa"]),
        ("政协", "政协政协", ["政协", "政协"]),
        ("，", "一，二,三", ["，"]),
        ("——", "一——二—三", ["——"]),
        (" ", "a b", [" "]),
    ],
)
def test_any_form_is_found_where_it_stands(query: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, query, exact=False)] == found


@pytest.mark.parametrize("query", ["政協", "的𠮷", "Ete", "ete政", "段fi在", "me et", "fi", "没有"])
def test_any_form_is_found_in_a_long_text_of_many_windows(query: str, tmp_path: Path) -> None:
    paragraph = "政協委員的，𠮷野😀写下了 e\u0301te\u0301。" * 80 + "这是另外一段 ﬁ，在街道里\n\n　　some\neTÉ"
    text = "前言\n" + paragraph * 60 + "政协"
    store = TextStore(tmp_path)
    mapped = store.open(store.add_text(text))
    batches = list(find_passages(mapped, query))
    mapped.close()
    assert [place for batch in batches for place in batch] == folded.scan(text, query)
    assert len(batches) > 2 or query == "没有"


def test_a_place_may_be_as_far_apart_as_it_likes() -> None:
    gap = "\n" * 100_000
    text = f"人民{gap}政{gap}协 the{gap}end"
    assert places(text, "人民政协", exact=False) == [(0, 200_004)]
    assert places(text, "the end", exact=False) == [(200_005, 300_011)]


@pytest.mark.parametrize("exact", [True, False])
def test_stops_when_told(exact: bool) -> None:
    answers = iter([False, True])
    cancelled: Callable[[], bool] = lambda: next(answers)  # noqa: E731
    text = ("政协" + "字" * 998) * 1_000
    assert len(list(find_passages(reading(text), "政协", exact=exact, cancelled=cancelled))) == 1


def round_from(text: str, query: str, first: int, scan: Callable[[str, str], list[tuple[int, int]]]) -> object:
    """Scan what follows the beginning of the paragraph at `first`, and then what begins before it."""
    begin = text.rfind("\n", 0, first) + 1
    ahead = [(begin + start, begin + end) for start, end in scan(text[begin:], query)]
    limit = ahead[0][0] if ahead else len(text)
    return ahead + [(start, end) for start, end in scan(text, query) if start < begin and end <= limit]


@settings(max_examples=300)
@given(st.text(LETTERS + "協，", max_size=60), st.text("政协\u0301\na的", min_size=1, max_size=3), st.data())
def test_a_search_begins_at_a_place_and_goes_round(text: str, query: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    found = [place for batch in find_passages(reading(text), query, exact=True, first=first) for place in batch]
    assert found == round_from(text, query, first, scan)
    found = [place for batch in find_passages(reading(text), query, first=first) for place in batch]
    if fold(query).text:
        assert found == round_from(text, query, first, folded.scan)


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("query", ["政协", "落\n协", "没有"])
def test_going_round_finds_the_same_in_a_text_of_many_windows(query: str, exact: bool) -> None:
    text = ("政协委员在𠮷野写下了。" * 40 + "段落\n协商\n") * 400
    all_places = sorted(places(text, query, exact=exact))
    for first in (0, 17, 100_000, len(text) - 4, len(text)):
        found = [place for batch in find_passages(reading(text), query, exact=exact, first=first) for place in batch]
        assert sorted(found) == all_places
        begin = text.rfind("\n", 0, first) + 1
        assert found == sorted(found, key=lambda place: (place[0] < begin, place))


@pytest.mark.parametrize("exact", [True, False])
def test_what_stands_at_the_place_is_found_before_the_rest_is_searched(exact: bool) -> None:
    text = "政协一段话\n" * 100_000
    assert next(find_passages(reading(text), "政协", exact=exact, first=len(text) - 9))[0] == (599_988, 599_990)
