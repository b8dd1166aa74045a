"""How characters with several readings are read in sentences."""

import unicodedata
from functools import partial

import pytest

from library.chinese.pinyin import readings
from library.chinese.spoken import known_readings
from resources import path
from tests.library.chinese.polyphones import accuracy, labelled, misread, plain_pypinyin

numbered = partial(readings, style="number")


def test_characters_with_several_readings_are_read_better_than_by_pypinyin_alone() -> None:
    ours, plain = accuracy(numbered), accuracy(plain_pypinyin)
    count = sum(len(one.readings) for one in labelled())
    print(
        f"\n{count} labelled characters: {ours:.1%} right; pypinyin alone {plain:.1%}\n" + "\n".join(misread(numbered))
    )
    assert count >= 500
    assert ours >= 0.97
    assert ours > plain + 0.1


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("女绿了的一不", "nv3 lv4 le5 de5 yi1 bu4"),
        ("安，a😀𠮷〇", "an1    ji2 ling2"),
        ("", ""),
    ],
)
def test_tones_are_told_as_numbers(text: str, spoken: str) -> None:
    assert numbered(text) == (spoken.split(" ") if text else [])


@pytest.mark.parametrize(
    ("text", "at", "spoken"),
    [
        ("一只鸡", 1, "zhī"), ("只有他", 0, "zhǐ"),
        ("跑得快", 1, "de"), ("我得走了", 1, "děi"), ("共得三分", 1, "dé"),
        ("高高兴兴地走", 4, "de"), ("这块地很大", 2, "dì"),
        ("為人民服務", 0, "wèi"), ("以他为师", 2, "wéi"),
        ("全长三米", 1, "cháng"), ("他长得高", 1, "zhǎng"),
        ("种磊", 0, "chóng"), ("种磊说，", 0, "chóng"), ("种先生", 0, "chóng"), ("种树人说", 0, "zhòng"),
        ("种类", 0, "zhǒng"), ("单磊同志", 0, "shàn"), ("解先生", 0, "xiè"), ("仇先生", 0, "qiú"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_character_tells_its_reading(text: str, at: int, spoken: str) -> None:
    assert readings(text)[at] == spoken


def test_a_phrase_that_is_listed_without_a_reading_is_read_by_what_stands_beside_it() -> None:
    assert [readings(text)[1] for text in ("一场雨", "一场戏", "一场大病")] == ["cháng", "chǎng", "cháng"]


def test_the_most_common_of_the_known_readings_comes_first() -> None:
    assert known_readings("长")[0] == "zhǎng"
    assert "cháng" in known_readings("长")
    assert known_readings("a") == ()


def _toneless(reading: str) -> str:
    """Return a syllable in the neutral tone: without its mark, ü as it is."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", reading) if sign not in "\u0300\u0301\u0304\u030c")
    return unicodedata.normalize("NFC", bare)


def test_every_reading_of_the_table_is_one_that_the_character_has_or_its_neutral_tone() -> None:
    rows = [line.split("\t") for line in path("dictionaries/beside.tsv").read_text(encoding="utf-8").splitlines()]
    told = [(row[0], row[1]) for row in rows if len(row) == 4 and not row[0].isascii()]
    assert len(told) > 200
    known = [{*known_readings(character), *map(_toneless, known_readings(character))} for character, _ in told]
    assert [pair for pair, readings in zip(told, known, strict=True) if pair[1] not in readings] == []
