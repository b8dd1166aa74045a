"""Persons and bodies that are named as authors, editors and translators: what of a name is what."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from library.chinese.han import IDEOGRAPHS
from library.chinese.persons import SURNAME
from library.citations.pinyinnames import is_pinyin_name, stands_first
from library.fields import split_names

NameForm: TypeAlias = Literal["whole", "western", "pinyin", "translated"]
"""A body, or a name that is not parted; a Western name; a Chinese one in Latin letters; a Western one in Chinese."""

_CHINA = (
    "先秦 春秋 战国 戰國 秦 汉 漢 西汉 西漢 东汉 東漢 三国 三國 魏 曹魏 蜀 蜀汉 蜀漢 吴 吳 晋 晉 西晋 西晉 东晋 東晉 "
    "南朝 北朝 南朝宋 南朝齐 南朝齊 南朝梁 南朝陈 南朝陳 北魏 东魏 東魏 西魏 北齐 北齊 北周 宋 齐 齊 梁 陈 陳 隋 唐 "
    "五代 十国 十國 南唐 前蜀 后蜀 後蜀 吴越 后梁 后唐 后晋 后汉 后周 北宋 南宋 辽 遼 金 西夏 元 明 南明 清 清末 近代 "
    "民国 民國 中 中国 中國"
)
"""What before a name tells a time or China; anything else in such brackets is a nation."""
_PARTICLES = (
    "de da di do du la le del della dello dos das des van von der den ter ten te zu zum zur af el al bin ibn d’ d' v d"
)
_OTHERS = frozenset({"等", "等人", "et al", "et al.", "others", "and others"})
_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr|II|III|IV)\.?", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:of|for|and|the|on|in|und|für|pour|et|&|University|Universität|Université|College|School|Institute?|Institution"
    r"|Department|Ministry|Office|Bureau|Agency|Committee|Commission|Council|Board|Association|Society|Organi[sz]ation"
    r"|Union|Nations|States|Bank|Group|Company|Corporation|Inc|Ltd|LLC|Foundation|Cent(?:er|re)|Academy|Museum|Library"
    r"|Archives?|Government|Congress|Parliament|Court|Press|Publishing|News|Agency|Network|Consortium|Project|Team"
    r"|Service|Federation|League|Party|Program(?:me)?|Fund|Forum|Laboratory)\b",
    re.IGNORECASE,
)
_ORIGIN = re.compile(r"^[\[［〔【（(](?P<origin>[^\]］〕】）)]{1,6})[\]］〕】）)]\s*")
_ORIGINAL = re.compile(r"\s*[（(][A-Za-zÀ-ÿ .,’'-]+[)）]$")
_HAN = re.compile(f"[{IDEOGRAPHS}]")
_INVERTED = re.compile(rf"(?P<family>{SURNAME}|[{IDEOGRAPHS}])\s*[,，]\s*(?P<given>[{IDEOGRAPHS}]{{1,3}})")
"""A Chinese name with a comma behind its surname, of one character or one of those of two, as programs write it."""
_DOTS = "·•・‧．∙"
_INITIAL = re.compile(rf"(?:[A-Za-z]\s*[.．{_DOTS}]?\s*-?\s*)+(?=[{IDEOGRAPHS}])")


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a body. A name that is not parted is all in `family`; `particle` stands before the surname: van der.

    Of a Western name in Chinese, `given` is what stands before the surname: initials, or nothing if it is in Chinese.
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    form: NameForm = "whole"
    written: str = ""
    """A name that is in Chinese, as it was written, without dynasty and nation."""

    @property
    def surname(self) -> str:
        """The surname with what belongs before it."""
        return f"{self.particle} {self.family}".strip()

    @property
    def in_order(self) -> str:
        """The whole name in the order in which it is spoken."""
        if self.form == "western":
            return " ".join(part for part in (self.given, self.surname, self.suffix) if part)
        return " ".join(part for part in (self.family, self.given) if part) if self.form == "pinyin" else self.written

    def initials(self, *, hyphens: bool) -> list[str]:
        """Return the first letters of the given names; with `hyphens` those of Jean-Luc are one: J-L."""
        found: list[str] = []
        for word in re.split(r"[\s.]+(?!-)", self.given):
            parts = [part for part in re.split(r"\.?[-‐‑]", word) if part]
            letters = [letter for part in parts for letter in _first_letters(part)]
            found += ["-".join(letters)] if hyphens and letters and len(parts) > 1 else letters
        return found


@dataclass(frozen=True, slots=True)
class Names:
    """Who is named, in order; `more` where others are said to be, without their names."""

    persons: tuple[Person, ...] = ()
    more: bool = False

    def __bool__(self) -> bool:
        return bool(self.persons)


NOBODY = Names()


def names_of(field: str, *, translated: bool = False) -> Names:
    """Return who a field of names tells. Of a `translated` item, names with · in Chinese are taken for Western ones."""
    told = split_names(field)
    persons = [person for name in told if name.casefold() not in _OTHERS and (person := person_of(name, translated))]
    return Names(tuple(persons), any(name.casefold() in _OTHERS for name in told))


def person_of(name: str, translated: bool = False) -> Person | None:
    """Return whose name is written, None if nothing is left of it.

    {Braces} keep a name in one piece, as in BibTeX. Dynasties, 〔清〕, and nations, （美）, are left out, as in
    GB/T 7714—2015, 8.1.1.
    """
    name = name.strip()
    if name.startswith("{") and name.endswith("}"):
        return _whole(name.strip("{}").strip())
    origin = _ORIGIN.match(name)
    name = name[origin.end() :] if origin else name
    if _HAN.search(name):
        return _chinese(_ORIGINAL.sub("", name), foreign=translated or bool(origin and _foreign(origin["origin"])))
    return _latin(name)


def _foreign(origin: str) -> bool:
    return origin.strip() not in _CHINA.split() and not origin.strip().endswith(("朝", "代"))


def _chinese(name: str, *, foreign: bool) -> Person | None:
    initials = _INITIAL.match(name)
    if initials and len(name) > initials.end():
        given = " ".join(letter.upper() for letter in re.findall("[A-Za-z]", initials[0]))
        return Person(name[initials.end() :].strip(_DOTS + " "), given, form="translated", written=name)
    parts = [part for part in re.split(f"[{_DOTS}]", name) if part.strip()]
    if foreign and len(parts) > 1:
        return Person(parts[-1].strip(), form="translated", written=name)
    inverted = _INVERTED.fullmatch(name)
    if inverted:
        return _whole(inverted["family"] + inverted["given"])
    # 王  明 is set apart to stand in a column, 昂温 G is not
    return _whole(re.sub(rf"(?<=[{IDEOGRAPHS}])\s+(?=[{IDEOGRAPHS}])", "", name) if len(name) <= 6 else name)


def _latin(name: str) -> Person | None:
    parts = [part.strip() for part in re.split("[,，]", name) if part.strip()]
    if len(parts) > 1 and not _BODY.search(name):
        return _inverted(parts)
    words = name.split()
    if len(words) < 2 or _BODY.search(name):
        return _whole(name)
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if len(words) == 2 and is_pinyin_name(*words) and stands_first(*words):
        return Person(words[0], words[1], form="pinyin", written=name)
    start = len(words) - 1
    first = next((at for at in range(1, start) if words[at] in _PARTICLES.split()), start)
    return Person(words[start], " ".join(words[:first]), " ".join(words[first:start]), suffix, "western")


def _inverted(parts: list[str]) -> Person | None:
    suffix = next((part for part in parts[1:] if _SUFFIX.fullmatch(part)), "")
    family, *given = [part for part in parts if part != suffix] or parts
    words = family.split()
    first = next((at for at, word in enumerate(words) if word not in _PARTICLES.split()), len(words) - 1)
    held = " ".join(given)
    trailing = held.split()
    while len(trailing) > 1 and trailing[-1] in _PARTICLES.split():
        words.insert(first, trailing.pop())
        first += 1
    family, held, particle = " ".join(words[first:]), " ".join(trailing), " ".join(words[:first])
    if not held:
        return _whole(family)
    form: NameForm = "pinyin" if is_pinyin_name(family, held) else "western"
    return Person(family, held, particle, suffix, form)


def _whole(name: str) -> Person | None:
    plain = name.strip(" ,，;；:：、")
    return Person(plain, written=plain) if plain else None


def _first_letters(word: str) -> list[str]:
    """Return the initial of a word, or each letter of initials that are written together: JL."""
    letters = [character for character in word if character.isalpha()]
    if 1 < len(letters) <= 3 and all(letter.isupper() for letter in letters) and word.isalpha():
        return letters
    return [letters[0].upper()] if letters else []
