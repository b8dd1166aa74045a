"""Typed pinyin leads to words by their whole reading, their initials, and some of their syllables."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.chinese.pinyin import spellings
from library.chinese.wordlist import BEGINNING, INITIALS, INSIDE, WHOLE, Dictionary, Wordlist, typed_parts

WORDS = ["政协", "中国政协", "西安", "绿色", "女儿", "重庆", "朝阳", "银行行长", "先", "政协委员"]


@pytest.fixture(scope="module")
def words() -> Wordlist:
    return Wordlist((word, spellings(word)) for word in WORDS)


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary()


@pytest.fixture(scope="module")
def entries(dictionary: Dictionary) -> list[str]:
    return sorted(dictionary.words())


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("zhengxie", ("zhengxie",)),
        (" Zheng  xie ", ("zheng", "xie")),
        ("xi'an", ("xi", "an")),
        ("lüse", ("lvse",)),
        ("lu:se", ("lvse",)),
        ("LVSE", ("lvse",)),
        ("ｚｘ", ("zx",)),
        ("政协", ()),
        ("zx1", ()),
        ("tag:x", ()),
        ('"zx"', ()),
        ("", ()),
        ("\0", ()),
    ],
)
def test_what_can_be_pinyin(query: str, parts: tuple[str, ...]) -> None:
    assert typed_parts(query) == parts


@pytest.mark.parametrize(
    ("query", "rank", "found"),
    [
        ("zhengxie", WHOLE, ["政协"]),
        ("zhengxie", INSIDE, ["政协", "中国政协", "政协委员"]),
        ("zhengx", BEGINNING, ["政协", "政协委员"]),
        ("zx", INITIALS, ["政协"]),
        ("zhongguo zhengxie", WHOLE, ["中国政协"]),
        ("xian", WHOLE, ["西安", "先"]),
        ("xi an", WHOLE, ["西安"]),
        ("lu:se", WHOLE, ["绿色"]),
        ("lüse", WHOLE, ["绿色"]),
        ("nver", WHOLE, ["女儿"]),
        ("chongqing", WHOLE, ["重庆"]),
        ("zhaoyang", WHOLE, ["朝阳"]),
        ("chaoyang", WHOLE, ["朝阳"]),
        ("yinhanghangzhang", WHOLE, ["银行行长"]),
        ("hengxie", INSIDE, []),
    ],
)
def test_words_by_how_they_are_read(words: Wordlist, query: str, rank: int, found: list[str]) -> None:
    assert words.find(typed_parts(query), rank, 10) == found


def test_a_list_is_read_again_as_it_was(words: Wordlist) -> None:
    again = Wordlist.read(words.text)
    assert again.text == words.text
    assert again.spellings() == {word: spellings(word) for word in WORDS}
    assert again.find(["zx"], INITIALS, 5) == ["政协"]
    assert Wordlist.read(Wordlist([]).text).spellings() == {}


def test_longer_words_and_membership(words: Wordlist) -> None:
    assert words.ending("政协", 5) == ["中国政协"]
    assert "政协" in words
    assert "政" not in words


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_every_word_of_the_dictionary_is_found_by_each_of_its_readings(
    dictionary: Dictionary, entries: list[str], data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(entries))
    words = Wordlist([(word, spellings(word))])
    for spelling in spellings(word):
        syllables = spelling.split(" ")
        for typed in ("".join(syllables), spelling, "'".join(syllables), spelling.upper().replace("V", "Ü")):
            assert word in dictionary.find(typed_parts(typed))
            assert words.find(typed_parts(typed), WHOLE, 1) == [word]
    assert words.find(["".join(part[0] for part in spellings(word)[0].split(" "))], INITIALS, 1) == [word]
