"""Pinyin: how the characters of a text are read, what titles sort by, and how typed letters find names.

Nothing here enters a text.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

from library.chinese.corrections import Corrections
from library.chinese.han import IDEOGRAPHS
from library.chinese.ownwords import in_common_form
from library.chinese.spoken import is_read, known_readings, most_common, reading_beside, readings_of_word

SortKey: TypeAlias = tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]
"""Numbers, words and syllables in order; then the tones; then the title itself."""

Style: TypeAlias = Literal["mark", "number", "plain"]
"""With tone marks, `lǜ`; with the number of the tone and `v` for ü, `lv4`, the neutral tone 5; without any, `lv`."""

EXACT, PREFIX, SUBSTRING, PINYIN, INITIALS = range(5)
"""The ranks of `matches`, best first."""

_NUMBER, _WORD, _SYLLABLE = range(3)
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_NEUTRAL = 5
_KEPT = 1024 * 64

_ONES = "〇零一二三四五六七八九"
_NUMERAL = rf"[{_ONES}两十][{_ONES}两十百千]*"
_POWERS = {"十": 10, "百": 100, "千": 1000}

_TOKEN = re.compile(
    rf"(?P<digits>\d+)"
    rf"|(?P<numeral>(?<=[第卷之]){_NUMERAL}"
    rf"|{_NUMERAL}(?=期)"
    rf"|[{_ONES}]{{4}}(?![{_ONES}])"
    rf"|(?:(?<![{IDEOGRAPHS}])|(?<=[年月])){_NUMERAL}(?=[号卷辑集章回册届年月日、)]))"
    rf"|(?P<han>[{IDEOGRAPHS}])"
    rf"|(?P<word>(?:(?![{IDEOGRAPHS}])[^\W\d_])+)"
    rf"|(?P<symbol>\S)"
)

_UTTERANCE = re.compile(rf"(?P<han>[{IDEOGRAPHS}])|\d+|(?:(?![{IDEOGRAPHS}])[^\W\d_])+")


def readings(text: str, *, style: Style = "mark", corrections: Corrections | None = None) -> list[str]:
    """Return the reading of each code point of `text`: empty for what is not Chinese or has no known reading.

    A phrase of pypinyin's dictionary inside one word decides, the longest first; then what stands beside the character;
    otherwise its most common reading. Tones are those of dictionaries: 一 is always yī, 不 is bù where it is stressed.
    What was corrected counts before all that.
    """
    found = [""] * len(text)
    if not is_read(text):
        return found
    from library.chinese.segmentation import words

    # words and phrases are listed in simplified characters
    common = in_common_form(text)
    by_itself: set[int] = set()
    for start, end in words(common):
        spoken, alone = readings_of_word(text[start:end], common[start:end])
        found[start:end] = spoken
        for at in alone:
            found[start + at] = reading_beside(common, start + at) or spoken[at]
            by_itself.add(start + at)
    if corrections:
        for at, reading in corrections.of(common, by_itself):
            found[at] = reading
    return found if style == "mark" else [_in_letters(reading, style) for reading in found]


@lru_cache(maxsize=_KEPT)
def sort_key(title: str) -> SortKey:
    """Return what `title` sorts by: numbers by value, then words, then Han characters by the reading in their word.

    Digits of every width and Chinese numerals that number something (第十二期, 卷二, 二〇一八年) are numbers.
    Punctuation and white space do not count. Any two keys can be compared; only equal titles have equal keys.
    """
    text = _plain(title)
    spoken = readings(text)
    parts: list[tuple[int, int, str]] = []
    tones: list[int] = []
    for token in _TOKEN.finditer(text):
        value = token.group()
        if token["digits"] or token["numeral"]:
            # Not an int: a title may hold more digits than Python is willing to convert.
            number = _decimal(value) if token["digits"] else _value_of_numeral(value)
            parts.append((_NUMBER, len(number), number))
        elif token["han"]:
            letters, tone = _without_tone(spoken[token.start()] or value)
            parts.append((_SYLLABLE, 0, letters))
            tones.append(tone)
        elif token["word"] or unicodedata.category(value)[0] not in "PC":
            parts.append((_WORD, 0, value))
    return tuple(parts), tuple(tones), title


@lru_cache(maxsize=_KEPT)
def word_key(word: str) -> tuple[str, str]:
    """Return what one word sorts by: its reading, letters for themselves, then the word; a fraction of `sort_key`."""
    spoken, _ = readings_of_word(word, in_common_form(word))
    letters = (_without_tone(reading)[0] or character for reading, character in zip(spoken, word, strict=True))
    return " ".join(letters).casefold(), word


@lru_cache(maxsize=_KEPT)
def syllables(text: str) -> tuple[str, ...]:
    """Return the reading of each Han character, each other word and each number of `text`, in order.

    A character without a known reading stands for itself; punctuation and white space are left out.
    """
    text = _plain(text)
    spoken = readings(text, style="plain")
    return tuple(spoken[token.start()] or token.group() for token in _UTTERANCE.finditer(text))


def spellings(word: str) -> list[str]:
    """Return the readings of a Chinese word without tones, its syllables with spaces between; that of the word first.

    Behind it come those with the second reading of one of its characters, where that has several: 朝阳 is zhao yang,
    and chao yang. Empty where a character has no known reading.
    """
    parts = readings(word, style="plain")
    if not parts or not all(parts):
        return []
    found = [" ".join(parts)]
    for at, character in enumerate(word):
        others = [other for other in _other_letters(character) if other != parts[at]]
        found += [" ".join([*parts[:at], other, *parts[at + 1 :]]) for other in others[:1]]
    return found


def initials(text: str) -> str:
    """Return the first letter of each syllable and word of `text`, numbers whole: 党建 gives `dj`, 第12期 `d12q`."""
    return "".join(part if part.isdecimal() else part[0] for part in syllables(text))


def matches(query: str, name: str) -> int | None:
    """Return how well `query` finds `name`, or None.

    0 the whole name, 1 its beginning, 2 a part of it, 3 pinyin from a syllable on, 4 initials. Letter case, width
    and white space around them do not count; in pinyin neither do spaces and apostrophes, and ü may be `v` or `u:`.
    An empty query begins any name.
    """
    wanted = folded(query.strip())
    written = folded(name.strip())
    if wanted == written:
        return EXACT
    if written.startswith(wanted):
        return PREFIX
    if wanted in written:
        return SUBSTRING
    typed = typed_pinyin(query)
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
def folded(text: str) -> str:
    """Return `text` in one width and one letter case, as names are compared."""
    return unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=64)
def typed_pinyin(query: str) -> str:
    """Return `query` as syllables are spelled here, run together, or "" where it cannot be pinyin."""
    letters = re.sub(r"[\s'’·-]", "", folded(query).replace("u:", "v").replace("ü", "v"))
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


@lru_cache(maxsize=_KEPT)
def _without_tone(reading: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    tone = next((_TONES[character] for character in decomposed if character in _TONES), _NEUTRAL)
    return "".join(character for character in decomposed if not unicodedata.combining(character)), tone


@lru_cache(maxsize=_KEPT)
def _in_letters(reading: str, style: Style) -> str:
    letters, tone = _without_tone(reading)
    return f"{letters}{tone}" if reading and style == "number" else letters


@lru_cache(maxsize=_KEPT)
def _other_letters(character: str) -> list[str]:
    """Return the readings of a character that has several in use, without tones and each once."""
    listed = known_readings(character) if character in most_common() else ()
    return list(dict.fromkeys(_without_tone(reading)[0] for reading in listed))
