"""The order of a bibliography by its authors, Chinese ones by pinyin."""

import re
import unicodedata
from typing import TypeAlias

from library.chinese.han import IDEOGRAPHS
from library.chinese.pinyin import readings
from library.citations.items import Item
from library.citations.names import Person

Key: TypeAlias = tuple[int, tuple[str, ...], str, str]

_LANGUAGES = ("chinese", "japanese", "other", "russian")
"""The order of languages in a bibliography by authors (GB/T 7714—2015, 9.3.2), all Western ones together."""
_READ = (
    "单shan 單shan 仇qiu 解xie 曾zeng 区ou 區ou 查zha 朴piao 任ren 华hua 華hua 盖ge 蓋ge 葛ge 宁ning 缪miao "
    "繆miao 覃qin 翟zhai 应ying 應ying 曲qu 乐yue 樂yue 召shao 洗xian 冼xian 秘bi 繁po 员yun 員yun 逄pang "
    "车che 車che 燕yan 哈ha 黑he 种chong 相xiang 尉迟yuchi 尉遲yuchi 万俟moqi 长孙zhangsun 長孫zhangsun "
    "单于chanyu 令狐linghu 澹台tantai 鲜于xianyu"
)
"""Characters that are read in another way where they are surnames, and surnames of two characters."""
_SURNAMES = dict(re.findall(r"([^ a-z]+)([a-z]+)", _READ))
_HAN = re.compile(f"[{IDEOGRAPHS}]")
_SIGNS = re.compile(r"[^\w\s]+")


def by_language(item: Item, written: str) -> Key:
    """Return what an item sorts by where languages stand apart; `written` is what its authors are called there."""
    return (_LANGUAGES.index(item.language), _names(item), item.year, spelled(written))


def by_letter(item: Item, written: str) -> Key:
    """Return what an item sorts by where all stand in one alphabet."""
    return (0, _names(item), item.year, spelled(written))


def _names(item: Item) -> tuple[str, ...]:
    """Return the authors one by one, so that one alone stands before the same with others; else the title."""
    return tuple(map(_name, item.creators.persons)) or (spelled(item.title),)


def _name(person: Person) -> str:
    if person.form == "translated":
        return f"{spelled(person.family)} {spelled(person.given)}".strip()
    surname = person.surname
    read = next((_SURNAMES[surname[:length]] for length in (2, 1) if surname[:length] in _SURNAMES), "")
    if read and person.form == "whole" and len(surname) <= 4:
        length = 2 if surname[:2] in _SURNAMES else 1
        return f"{read} {spelled(surname[length:])}"
    return f"{spelled(surname)} {spelled(person.given)}".strip()


def spelled(text: str) -> str:
    """Return a text in small letters without marks, Han characters as their pinyin with a space between."""
    spoken = readings(text, style="plain") if _HAN.search(text) else [""] * len(text)
    letters = "".join(f" {reading} " if reading else character for character, reading in zip(text, spoken, strict=True))
    plain = "".join(
        character for character in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(character)
    )
    return " ".join(_SIGNS.sub(" ", plain.casefold()).split())
