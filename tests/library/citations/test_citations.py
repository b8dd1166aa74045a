"""What all styles have in common, and what holds whatever the fields of a document hold."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from library.citations import BUILT_IN, DEFAULT, Locator, Style, bibliography, get, is_numeric, item_of
from library.errors import NotFound
from library.fields import FIELDS, KIND_NAMES

STYLES = pytest.mark.parametrize("style", BUILT_IN, ids=lambda style: style.name)
DOUBLED = re.compile(r"\.\.|，，|,,|：：|: :|::|\. \.|, ,|；；|\(\)|（）|\[\]|//\.|  ")
ODD = "𠮷😀\u202e\u2067\u2028\x00\x07\x1b\t\r\nא é·•（）()[]〔〕《》“”\"'<>&*_`"
PLAIN = "王李aBc 12第版卷期页-–"

odd_text = st.text(st.sampled_from(ODD + PLAIN + ".,，。：:;；?!？！/"), max_size=12)
fair_text = st.from_regex(r"[王李欧阳abcXYZ𠮷😀é]{1,4}( [王李A-Za-z]{1,5}){0,2}[.?!]?", fullmatch=True)


def fields_of(text: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    values: dict[str, st.SearchStrategy[str]] = {field.name: text for field in FIELDS}
    dates = st.sampled_from(["2017", "2017-03", "2017-03-01", "1887"])
    values |= {"kind": st.sampled_from(KIND_NAMES), "date": dates, "accessed": dates}
    values["author"] = st.lists(text, max_size=5).map("; ".join)
    return st.fixed_dictionaries({}, optional=values)


@given(fields=fields_of(odd_text | st.text(max_size=8)), locator=odd_text)
def test_nothing_raises_whatever_the_fields_hold(fields: dict[str, str], locator: str) -> None:
    item = item_of(fields)
    place = Locator.parse(locator)
    for style in BUILT_IN:
        made = bibliography([item, item_of({"title": "x"})], style)
        for text in (*(entry.line for entry in made.entries), made.cite(item, place), style.cite(item, place)):
            assert text.plain
            assert text.markdown
            assert "None" not in text.plain or "None" in "".join((locator, *fields.values()))
            assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069]", text.plain)


@given(fields=fields_of(fair_text))
@example(fields={"title": "X", "kind": "article", "volume": "3", "issue": "1"})
@example(fields={"title": "X", "kind": "article", "issue": "1", "pages": "3"})
@example(fields={"title": "X", "kind": "chapter", "container": "X.", "volume": "X", "publisher": "X"})
def test_no_punctuation_is_doubled_and_entries_end_with_a_full_stop(fields: dict[str, str]) -> None:
    item = item_of({**fields, "url": "https://example.org/a", "doi": "10.1000/182"} if "url" in fields else fields)
    for style in BUILT_IN:
        entry = style.entry(item).plain
        assert not DOUBLED.search(entry.replace("://", "")), entry
        assert not DOUBLED.search(style.cite(item, Locator(pages=("3",))).plain.replace("://", ""))
        assert entry.endswith((".", ".”", "?", "!", "?”", "!”")) or (style.name == "apa" and item.online)


@STYLES
def test_a_style_is_found_by_its_name(style: Style) -> None:
    assert get(style.name) is style
    assert is_numeric(style) == style.entry(item_of({"author": "王明", "date": "2001"})).plain.startswith("王明. [")


def test_a_name_that_is_none_tells_which_there_are() -> None:
    assert get(DEFAULT).name == "gbt7714-2025"
    with pytest.raises(NotFound, match="gbt7714-2015-author-date"):
        get("mla")


def test_a_text_is_written_in_three_ways() -> None:
    item = item_of(
        {"kind": "article", "title": "A *b* <c>", "author": "Ann Lee", "container": "Old & New", "date": "1902"}
    )
    entry = get("apa").entry(item)
    assert entry.plain == "Lee, A. (1902). A *b* <c>. Old & New."
    assert entry.markdown == r"Lee, A. (1902). A \*b\* \<c>. *Old & New*."
    assert entry.html == "Lee, A. (1902). A *b* &lt;c&gt;. <em>Old &amp; New</em>."
    cited = get("gbt7714-2015-author-date").cite(item, Locator(pages=("12",)))
    assert cited.html == "(Lee, 1902)<sup>12</sup>"
    assert cited.markdown == "(Lee, 1902)<sup>12</sup>"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"container": "东城政协简报", "issue": "62"}, "newsletter"),
        ({"container": "人民日报", "issue": "62"}, "newspaper"),
        ({"container": "社会学研究", "issue": "3"}, "article"),
        ({"number": "GB/T 7714—2015", "publisher": "中国标准出版社"}, "standard"),
        ({"number": "ISO 690:2021"}, "standard"),
        ({"number": "槐街〔2019〕12号"}, "official"),
        ({"number": "第12期"}, "other"),
    ],
)
def test_what_an_item_is_shows_in_its_fields(fields: dict[str, str], kind: str) -> None:
    assert item_of({"title": "题", **fields}).kind == kind
