"""Keys: what does not matter is not in them, and every character of one leads back to its own."""

import importlib.util
import re
import runpy
import unicodedata
from importlib.metadata import version

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese.folding import dropped_letters, fold, forms, has_spaced_words, past_marks
from resources import path
from tests.library.folded import TABLE, letters

TEXTS = st.text(
    "政協协了瞭𠮷臺台がカ佛éÉe\u0301\u20dd\ufe0f ﬁ①㎏½ﷺ😀👍🏽ＡaБ가ー，。—_~+ \u3000\n\t\0\x01\x02\u200d\U0002f81a",
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("人民政\n\n協", "人民政协"), ("ＡＢＣ企業", "abc企业"), ("協商、民主", "协商民主"),
        ("銀行行長", "银行行长"), ("瞭解情況", "了解情况"), ("彷彿", "仿佛"), ("好象", "好像"),
        ("颱風", "台风"), ("檯子", "臺子"), ("著作", "着作"), ("說", "説"), ("內", "内"),
        ("二○一八", "二〇一八"), ("⻓江", "長江"), ("\uf9e1", "李"), ("葛\U000e0100", "葛"),
        ("café", "CAFE\u0301"), ("ﬁle", "FILE"), ("①", "1"), ("㈱", "株"), ("㎏", "kg"), ("ｶﾞ", "ガ"),
        ("℃", "°C"), ("Straße", "STRASSE"), ("Ελλάδας", "ΕΛΛΑΔΑΣ"), ("co\u00adop", "co-op"), ("a \n b", "A  b"),
        ("第 12 期", "第12期"), ("GDP 增长", "gdp增长"), ("《党章》", "<党章>"), ("1990～2000", "1990—2000"),
        ("👍🏽", "👍"), ("❤️", "❤"), ("한국\n어", "한국 어"),
    ],
)  # fmt: skip
def test_what_does_not_matter(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ab", "a b"), ("가", "각"), ("だ", "タ"), ("缺", "欠"), ("c++", "c"), ("ดี", "ดา"), ("कि", "का"), ("𠮷", "吉"),
        ("辩", "辨"),
    ],
)  # fmt: skip
def test_what_does(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@given(TEXTS)
def test_every_character_leads_back_to_its_own(text: str) -> None:
    expected = letters(text)
    folded = fold(text)
    assert folded.text == "".join(letter.sign for letter in expected)
    for index, letter in enumerate(expected):
        if letter.sign != " ":
            assert (folded.offsets.start(index), folded.offsets.end(index)) == (letter.start, letter.end)


@given(TEXTS)
def test_without_spaces_only_they_are_missing(text: str) -> None:
    expected = [letter for letter in letters(text) if letter.sign != " "]
    folded = fold(text, spaces=False)
    indices = range(len(folded.text))
    assert folded.text == "".join(letter.sign for letter in expected)
    assert folded.offsets.starts(indices) == [letter.start for letter in expected]
    assert folded.offsets.ends(indices) == [letter.end for letter in expected]


@given(TEXTS | st.text())
def test_the_key_of_a_key_is_that_key(text: str) -> None:
    key = fold(text).text
    assert fold(key).text == key


@given(st.text())
def test_the_form_of_normalisation_does_not_matter(text: str) -> None:
    hangul = "[\u1100-\u11ff가-힣]"  # a syllable is not its parts
    stable = re.sub(hangul, "", text)
    composed, decomposed = (unicodedata.normalize(form, stable) for form in ("NFC", "NFD"))
    assert fold(composed).text == fold(decomposed).text


@pytest.mark.parametrize("text", ["", "，。", " \n", "\u0301", "《》—…"])
def test_some_texts_have_no_key(text: str) -> None:
    assert fold(text).text == ""


def test_one_space_stays_between_words() -> None:
    folded = fold("  The \n\n end。 Of  它 it ")
    assert folded.text == "the end of它it"
    assert [folded.offsets.start(index) for index in (0, 4, 8, 10, 11)] == [2, 9, 14, 18, 20]


def test_marks_belong_to_the_character_before() -> None:
    assert past_marks("e\u0301\u0302。", 1) == 3
    assert past_marks("e。", 1) == 1
    assert past_marks("e", 1) == 1


def test_spaces_matter_between_words_only() -> None:
    assert has_spaced_words("gdp")
    assert has_spaced_words("政协ab")
    assert not has_spaced_words("政a协1")
    assert not has_spaced_words("")


@pytest.mark.parametrize("letter", ["台", "f", "1", "𠮷", "°"])
def test_forms_are_all_characters_that_become_a_letter(letter: str) -> None:
    alone, among = forms(letter)
    assert set(alone) == {character for character, key in TABLE.items() if key == letter} | {letter}
    assert set(among) == {character for character, key in TABLE.items() if letter in key and key != letter}


def test_what_looks_like_a_letter_may_be_dropped() -> None:
    assert "ﾞ" in dropped_letters()
    assert all(fold(letter).text == "" for letter in dropped_letters())


def test_the_table_has_every_character_once_and_folds_to_keys() -> None:
    _, *lines = path("dictionaries/folding.tsv").read_text(encoding="utf-8").split("\n")[5:-1]
    characters = [character for line in lines for character in line.partition("\t")[2]]
    assert len(characters) == len(set(characters))
    for character, key in TABLE.items():
        assert all(TABLE.get(sign, sign) == sign for sign in key.replace("\0", "")), character
        assert key != character or key == " "


def test_the_table_is_what_its_script_makes() -> None:
    if importlib.util.find_spec("opencc") is None:
        pytest.skip("OpenCC is not installed")
    kept = path("dictionaries/folding.tsv").read_text(encoding="utf-8")
    made_from = f"Unicode {unicodedata.unidata_version}, OpenCC {version('opencc')}"
    if kept.partition("\n")[0] != made_from:
        pytest.skip(f"the table was not made from {made_from}")
    script = runpy.run_path(str(path("dictionaries/make_folding.py")))
    assert script["content"]() == kept
