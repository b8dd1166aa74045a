"""What titles sort by, and how typed letters find names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese.pinyin import (
    EXACT,
    INITIALS,
    PINYIN,
    PREFIX,
    SUBSTRING,
    initials,
    matches,
    readings,
    sort_key,
    syllables,
)

AWKWARD = ["", " ", "𠮷野家", "😀", "e\u0301", "é", "甲\r\n乙", "〇", "第", "第期", "9" * 6000, "<b>" * 100, "\u0301"]


IN_CONTEXT = {
    "银行行走": "yín háng xíng zǒu",
    "长安长短": "cháng ān cháng duǎn",
    "县长长大": "xiàn zhǎng zhǎng dà",
    "重庆重要": "chóng qìng zhòng yào",
    "都是首都": "dōu shì shǒu dū",
    "音乐快乐": "yīn yuè kuài lè",
    "还有归还": "hái yǒu guī huán",
    "会计开会": "kuài jì kāi huì",
    "了解来了": "liǎo jiě lái le",
    "长安，銀行": "cháng ān  yín háng",
    "長安長短": "cháng ān cháng duǎn",
    "頭髮發展": "tóu fà fā zhǎn",
    "乾隆好像": "qián lóng hǎo xiàng",
    "二〇一八年": "èr líng yī bā nián",
    "女绿": "nǚ lǜ",
    "去看大夫，老大夫": "qù kàn dài fu  lǎo dài fu",
    "士大夫问御史大夫": "shì dà fū wèn yù shǐ dà fū",
    "大夫人": "dà fū rén",
    "重重地摔了": "zhòng zhòng de shuāi le",
    "困难重重": "kùn nán chóng chóng",
    "重重包围": "chóng chóng bāo wéi",
    "慢慢地，好好地。": "màn màn de  hǎo hǎo de ",
    "一块块地。": "yī kuài kuài dì ",
    "种师道种地": "chóng shī dào zhòng dì",
}


@pytest.mark.parametrize("text", IN_CONTEXT)
def test_a_character_with_several_readings_is_read_as_its_word_has_it(text: str) -> None:
    assert readings(text) == IN_CONTEXT[text].split(" ")


def test_tones_are_those_of_dictionaries() -> None:
    assert readings("一个一样不对不是一下") == ["yī", "gè", "yī", "yàng", "bù", "duì", "bù", "shì", "yī", "xià"]


def test_what_is_not_chinese_has_no_reading() -> None:
    text = "e\u0301了\ufe00，abc 12。😀𠮷\U0003134f豈\nかな"
    assert [reading for reading in readings(text) if reading] == ["le", "jí", "qǐ"]
    assert [text[index] for index, reading in enumerate(readings(text)) if reading] == ["了", "𠮷", "豈"]
    assert readings("") == []


def test_plain_readings_have_no_tones_and_are_as_typed() -> None:
    assert readings("女，绿", style="plain") == ["nv", "", "lv"]


@given(st.text(st.sampled_from("银行长安一不了髮 a，。𠮷😀\u0301\n〇豈")))
def test_there_is_one_reading_a_code_point(text: str) -> None:
    found = readings(text)
    assert len(found) == len(text)
    assert all(
        bool(reading) == (character in "银行长安一不了髮𠮷〇豈") for character, reading in zip(text, found, strict=True)
    )


def in_order(*titles: str) -> bool:
    """Say whether each of `titles` sorts before the next."""
    keys = [sort_key(title) for title in titles]
    return all(earlier < later for earlier, later in pairwise(keys))


def test_a_character_is_read_as_in_its_word() -> None:
    assert in_order("北京", "长安", "成都", "重庆", "东城", "长大", "重量")
    assert syllables("长安") == ("chang", "an")
    assert syllables("重庆") == ("chong", "qing")
    assert syllables("县长") == ("xian", "zhang")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("简报第2期", "简报第12期"),
        ("简报第２期", "简报第１２期"),
        ("简报第二期", "简报第十二期"),
        ("简报第 9 期", "简报第10期"),
        ("简报第九期", "简报第10期"),
        ("简报第2期", "简报第十期"),
        ("第一百零二期", "第一百二十期"),
        ("第九十九期", "第一百期"),
        ("二〇〇九年年鉴", "二〇一八年年鉴"),
        ("一九四九年档案", "2018年档案"),
        ("县志卷九", "县志卷十一"),
        ("简报二期", "简报十一期"),
        ("二、附记", "十、序"),
        ("（二）附记", "（十）序"),
        ("图 007", "图 8"),
        ("1" * 5000, "2" * 5000),
        ("9", "1" * 5000),
    ],
)
def test_numbers_sort_by_value(earlier: str, later: str) -> None:
    assert in_order(earlier, later)


def test_a_numeral_inside_a_word_is_a_word() -> None:
    assert syllables("三农问题")[0] == "san"
    assert in_order("3期", "安全", "三农", "一体化")
    assert in_order("百花", "百年", "柏林")


def test_numbers_come_before_words_and_words_before_han() -> None:
    assert in_order("12", "alpha", "Beta", "安", "北")


def test_case_width_marks_and_punctuation_do_not_decide() -> None:
    assert in_order("apple", "Éclair", "ｆｏｒｔ", "Zoo")
    assert in_order("《安》二", "“安”四")
    assert in_order("路", "乱", "绿")  # ü is written v, after u


def test_tones_decide_between_equal_syllables() -> None:
    assert in_order("妈", "麻", "马", "骂")


@given(
    st.lists(st.one_of(st.text(), st.sampled_from([*AWKWARD, "第十二期", "长安", "٣", "①", "Ⅻ", "豈"])), max_size=12)
)
def test_any_titles_can_be_sorted_and_only_equal_ones_tie(titles: list[str]) -> None:
    ordered = sorted(titles, key=sort_key)
    assert sorted(sorted(titles), key=sort_key) == ordered
    assert len({sort_key(title) for title in titles}) == len(set(titles))


@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_titles_have_syllables_and_initials(title: str) -> None:
    assert len(initials(title)) >= len(syllables(title))
    assert matches(title, title) == EXACT


def test_a_character_without_a_reading_stands_for_itself() -> None:
    assert syllables("\U0003134a山") == ("\U0003134a", "shan")


def test_initials() -> None:
    assert initials("党建") == "dj"
    assert initials("第12期") == "d12q"
    assert initials("New Deal 研究") == "ndyj"


@pytest.mark.parametrize(
    ("query", "name", "rank"),
    [
        ("党建", "党建", EXACT),
        ("ＡＢＣ", "abc", EXACT),
        ("党", "党建", PREFIX),
        ("", "党建", PREFIX),
        ("建", "党建", SUBSTRING),
        ("dangjian", "党建", PINYIN),
        ("dang jian", "党建", PINYIN),
        ("Dang'Jian", "党建", PINYIN),
        ("dǎngjiàn", "党建", PINYIN),
        ("dangj", "党建", PINYIN),
        ("zhengxie", "人民政协", PINYIN),
        ("chongqing", "重庆市志", PINYIN),
        ("lv", "绿化", PINYIN),
        ("lü", "绿化", PINYIN),
        ("lu:", "绿化", PINYIN),
        ("LU:HUA", "绿化", PINYIN),
        ("zx", "人民政协", INITIALS),
        ("d12q", "简报 第12期", INITIALS),
        ("angjian", "党建", None),
        ("zhangan", "长安", None),
        ("建党", "党建", None),
        ("'", "党建", None),
        ("<b>", "党建", None),
    ],
)
def test_matches(query: str, name: str, rank: int | None) -> None:
    assert matches(query, name) == rank
