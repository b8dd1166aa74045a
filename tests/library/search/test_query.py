"""The language of queries: what is read, and what is explained."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import InvalidQuery
from library.search.query import LONGEST, All, Any, Field, Near, Node, Not, Pattern, Phrase, parse, sought

A, B, C = Phrase("a"), Phrase("b"), Phrase("c")


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("人民政协", Phrase("人民政协")),
        ("a b", All((A, B))),
        ("a\u3000b", All((A, B))),
        ('"a b"', Phrase("a b", quoted=True)),
        ("“a b”", Phrase("a b", quoted=True)),
        ("a -b", All((A, Not(B)))),
        ("a OR b c", Any((A, All((B, C))))),
        ("(a OR b) c", All((Any((A, B)), C))),
        ("((a))", A),
        ("a NEAR/5 b", Near(A, B, 5)),
        ("a NEAR/0 b c", All((Near(A, B, 0), C))),
        ("/a b+/", Pattern("a b+")),
        (r"/a\/b/", Pattern(r"a\/b")),
        ("tag:主题/协商", Field("tag", "主题/协商")),
        ('in:"甲 乙" a', All((Field("in", "甲 乙"), A))),
        ("date:2017..2019", Field("date", "2017..2019")),
        ("-tag:甲 a", All((Not(Field("tag", "甲")), A))),
        ("a-b", Phrase("a-b")),
        ("-", Phrase("-")),
        ("*^", Phrase("*^")),
        ("/", Phrase("/")),
        ("/a", Phrase("/a")),
        ("or", Phrase("or")),
        ("ORa", Phrase("ORa")),
        ("tags:a", Phrase("tags:a")),
        ("前“中”后", Phrase("前“中”后")),
        ("（一）关于", Phrase("（一）关于")),
        ("a\0b", Phrase("ab")),
        ("𠮷😀 e\u0301", All((Phrase("𠮷😀"), Phrase("e\u0301")))),
    ],
)
def test_what_is_read(query: str, node: Node) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    "query",
    ["", " ", "\0", '"a', "(a", "a)", "()", "a OR", "OR a", "-a", "-a OR b", "a NEAR/5", "NEAR/5 a", "a NEAR/5 (b c)",
     "a NEAR/5 -b", "a NEAR/99999999999999999999 b", "tag:", "a tag: b", "(" * 10_000, "a" * (LONGEST + 1),
     "(" * 41 + "a" + ")" * 41],
)  # fmt: skip
def test_what_is_explained(query: str) -> None:
    with pytest.raises(InvalidQuery) as caught:
        parse(query)
    assert str(caught.value)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (")", "A parenthesis is closed that was not opened."),
        ("a OR )", "Something is missing beside OR."),
        ("OR a", "Something is missing beside OR."),
        ("(", "A parenthesis is open."),
        ("a ()", "There is nothing between two parentheses."),
        ("政协 NEAR/x 委员", "NEAR/x needs a number"),
        ("政协 NEAR/ 委员", "NEAR/ needs a number"),
        ("政协 NEAR/-3 委员", "NEAR/-3 needs a number"),
        ("(政协 NEAR/5)", "NEAR/5 stands between two words. Type the second one."),
    ],
)
def test_the_mistake_is_called_by_its_name(query: str, told: str) -> None:
    with pytest.raises(InvalidQuery) as caught:
        parse(query)
    assert str(caught.value).startswith(told)


@given(st.text('ab 政"“”()（）-/:[]*^\\ORNEAR5tag\0\n', max_size=40))
def test_every_query_is_read_or_explained(query: str) -> None:
    with suppress(InvalidQuery):
        assert all(part != Phrase("") for part in sought(parse(query)))


def test_what_must_not_be_there_is_not_looked_for() -> None:
    assert list(sought(parse('a -b (c OR "a b") tag:x'))) == [A, C, Phrase("a b", quoted=True)]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("说话人:李华", Field("speaker", "李华")),
        ("发文机关：办公室", Field("issuer", "办公室")),
        ("日期:2017..2019", Field("date", "2017..2019")),
        ('标签:"a b"', Field("tag", "a b")),
    ],
)
def test_fields_have_chinese_names_too(query: str, field: Field) -> None:
    assert parse(query) == field


def test_a_field_of_ones_own_is_not_taken_for_another() -> None:
    assert parse("日期:2019", ["日期"]) == Field("日期", "2019")
    assert parse("第一卷：三") == Phrase("第一卷：三")  # in the middle of a word a colon is a character
    with pytest.raises(InvalidQuery, match="日期"):
        parse("日期: 2019")
