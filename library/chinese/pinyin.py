"""Pinyin of titles and names: what they sort by, and how typed letters find them.

Readings are without tone marks, with `v` for ü. Nothing here enters a text: these are keys for sorting and finding.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

SortKey: TypeAlias = tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]
"""Numbers, words and syllables in order; then the tones; then the title itself."""

EXACT, PREFIX, SUBSTRING, PINYIN, INITIALS = range(5)
"""The ranks of `matches`, best first."""

_NUMBER, _WORD, _SYLLABLE = range(3)
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_NEUTRAL = 5
_KEPT = 1024 * 64

_HAN = "㐀-䶿一-鿿\U00020000-\U0003ffff"
_ONES = "〇零一二三四五六七八九"
_NUMERAL = rf"[{_ONES}两十][{_ONES}两十百千]*"
_POWERS = {"十": 10, "百": 100, "千": 1000}

_TOKEN = re.compile(
    rf"(?P<digits>\d+)"
    rf"|(?P<numeral>(?<=[第卷之]){_NUMERAL}"
    rf"|{_NUMERAL}(?=期)"
    rf"|[{_ONES}]{{4}}(?![{_ONES}])"
    rf"|(?:(?<![{_HAN}])|(?<=[年月])){_NUMERAL}(?=[号卷辑集章回册届年月日、)]))"
    rf"|(?P<han>[{_HAN}])"
    rf"|(?P<word>(?:(?![{_HAN}])[^\W\d_])+)"
    rf"|(?P<symbol>\S)"
)

_UTTERANCE = re.compile(rf"(?P<han>[{_HAN}])|\d+|(?:(?![{_HAN}])[^\W\d_])+")

_COMMON_READINGS = {
    "佛": "fó",
    "似": "sì",
    "傀": "kuǐ",
    "勒": "lè",
    "卜": "bǔ",
    "厦": "xià",
    "掺": "chān",
    "晟": "shèng",
    "粘": "nián",
    "翟": "zhái",
    "脯": "fǔ",
    "茄": "qié",
    "薄": "bó",
    "隗": "wěi",
    "靓": "liàng",
    "颉": "xié",
}
"""Characters whose most common reading is not the one that pypinyin's table names first."""


@lru_cache(maxsize=_KEPT)
def sort_key(title: str) -> SortKey:
    """Return what `title` sorts by: numbers by value, then words, then Han characters by the reading in their word.

    Digits of every width and Chinese numerals that number something (第十二期, 卷二, 二〇一八年) are numbers.
    Punctuation and white space do not count. Any two keys can be compared; only equal titles have equal keys.
    """
    text = _plain(title)
    readings = _readings(text)
    parts: list[tuple[int, int, str]] = []
    tones: list[int] = []
    for token in _TOKEN.finditer(text):
        value = token.group()
        if token["digits"] or token["numeral"]:
            # Not an int: a title may hold more digits than Python is willing to convert.
            number = _decimal(value) if token["digits"] else _value_of_numeral(value)
            parts.append((_NUMBER, len(number), number))
        elif token["han"]:
            letters, tone = _without_tone(readings[token.start()])
            parts.append((_SYLLABLE, 0, letters))
            tones.append(tone)
        elif token["word"] or unicodedata.category(value)[0] not in "PC":
            parts.append((_WORD, 0, value))
    return tuple(parts), tuple(tones), title


@lru_cache(maxsize=_KEPT)
def syllables(text: str) -> tuple[str, ...]:
    """Return the reading of each Han character, each other word and each number of `text`, in order.

    A character without a known reading stands for itself; punctuation and white space are left out.
    """
    text = _plain(text)
    readings = _readings(text)
    found: list[str] = []
    for token in _UTTERANCE.finditer(text):
        found.append(_without_tone(readings[token.start()])[0] if token["han"] else token.group())
    return tuple(found)


def initials(text: str) -> str:
    """Return the first letter of each syllable and word of `text`, numbers whole: 党建 gives `dj`, 第12期 `d12q`."""
    return "".join(part if part.isdecimal() else part[0] for part in syllables(text))


def matches(query: str, name: str) -> int | None:
    """Return how well `query` finds `name`, or None.

    0 the whole name, 1 its beginning, 2 a part of it, 3 pinyin from a syllable on, 4 initials. Letter case, width
    and white space around them do not count; in pinyin neither do spaces and apostrophes, and ü may be typed as `v`.
    An empty query begins any name.
    """
    wanted = _folded(query.strip())
    written = _folded(name.strip())
    if wanted == written:
        return EXACT
    if written.startswith(wanted):
        return PREFIX
    if wanted in written:
        return SUBSTRING
    typed = _typed_pinyin(query)
    if not typed:
        return None
    spelled, starts, letters = _spelling(name)
    if typed in spelled and any(spelled.startswith(typed, start) for start in starts):
        return PINYIN
    return INITIALS if typed in letters else None


@lru_cache(maxsize=_KEPT)
def _spelling(name: str) -> tuple[str, tuple[int, ...], str]:
    parts = syllables(name)
    starts: list[int] = []
    length = 0
    for part in parts:
        starts.append(length)
        length += len(part)
    return "".join(parts), tuple(starts), initials(name)


@lru_cache(maxsize=_KEPT)
def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=64)
def _typed_pinyin(query: str) -> str:
    """Return `query` as pinyin is spelled here, or "" where it cannot be pinyin."""
    letters = re.sub(r"[\s'’·-]", "", _folded(query)).replace("ü", "v")
    plain = _plain(letters)
    return plain if plain.isascii() and plain.isalnum() else ""


def _plain(text: str) -> str:
    """Return `text` in one width and one case, without the marks on its letters."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _decimal(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")


def _value_of_numeral(numeral: str) -> str:
    """Return the value of a Chinese numeral below 10,000 as digits: 十二 is 12, 二〇一八 is 2018."""
    ones = {character: value for value, character in enumerate(_ONES[1:])} | {"〇": 0, "两": 2}
    if not any(character in _POWERS for character in numeral):
        return "".join(str(ones[character]) for character in numeral).lstrip("0")
    total = 0
    pending: int | None = None
    for character in numeral:
        if character in _POWERS:
            total += (1 if pending is None else pending) * _POWERS[character]
            pending = None
        else:
            pending = ones[character]
    return str(total + (pending or 0))


def _readings(text: str) -> dict[int, str]:
    """Return the reading, with tone marks, of each Han character of `text` by its offset in code points.

    A phrase of the dictionary inside one word decides, the longest first; otherwise the most common reading.
    """
    if not re.search(rf"[{_HAN}]", text):
        return {}
    from library.chinese.segmentation import words

    readings: dict[int, str] = {}
    for start, end in words(text):
        for offset, reading in enumerate(_readings_of_word(text[start:end]), start):
            readings[offset] = reading
    return readings


@lru_cache(maxsize=_KEPT)
def _readings_of_word(word: str) -> tuple[str, ...]:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    found: list[str] = []
    at = 0
    while at < len(word):
        end = next((end for end in range(len(word), at + 1, -1) if word[at:end] in PHRASES_DICT), at + 1)
        if end > at + 1:
            found += [readings[0] for readings in PHRASES_DICT[word[at:end]]]
        else:
            character = word[at]
            common = _COMMON_READINGS.get(character) or PINYIN_DICT.get(ord(character), character)
            found.append(common.split(",")[0])
        at = end
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _without_tone(reading: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    tone = next((_TONES[character] for character in decomposed if character in _TONES), _NEUTRAL)
    return "".join(character for character in decomposed if not unicodedata.combining(character)), tone
