"""How characters are spoken: in a phrase, beside others, and by themselves."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from library.chinese.han import IDEOGRAPHS
from resources import path

Spoken: TypeAlias = tuple[tuple[str, ...], tuple[int, ...]]
"""The readings of the characters of a word, and which of them stand in no phrase."""

_KEPT = 1024 * 64
_BESIDE = 8
"""Characters on either side that may say how one is read."""

_READ = re.compile(f"[〇{IDEOGRAPHS}]")
_AS_IN_DICTIONARIES = {"一": ("yī", {"yí", "yì"}), "不": ("bù", {"bú"})}
"""The characters that are spoken in another tone before some tones, with the reading they have by themselves."""


def is_read(text: str) -> bool:
    """Say whether any character of `text` can have a reading."""
    return _READ.search(text) is not None


@lru_cache(maxsize=_KEPT)
def readings_of_word(word: str, common: str) -> Spoken:
    """Return the readings of the characters of `word`, which is `common` in common characters.

    A phrase of ours or of pypinyin's dictionary decides, the longest first, otherwise the most common reading of a
    character. Those that we list without a reading are no phrases: what stands beside their characters decides.
    """
    from pypinyin.constants import PHRASES_DICT

    ours = _phrases()
    found: list[str] = []
    alone: list[int] = []
    at = 0
    while at < len(word):
        ends = range(len(word), at + 1, -1)
        parts = (part for end in ends for part in (word[at:end], common[at:end]))
        phrase = next((part for part in parts if part in ours or part in PHRASES_DICT), "")
        if phrase in ours and not ours[phrase]:
            alone += range(at, at + len(phrase))
            found += map(_reading_of_character, phrase)
        elif phrase in ours:
            found += ours[phrase]
        elif phrase:
            found += [_as_in_dictionaries(*pair) for pair in zip(phrase, PHRASES_DICT[phrase], strict=True)]
        else:
            alone.append(at)
            found.append(_reading_of_character(word[at]))
        at += len(phrase) or 1
    return tuple(found), tuple(alone)


def reading_beside(text: str, at: int) -> str:
    """Return how the character at code point `at` is read by what stands beside it, or "" where that does not say."""
    for before, after, reading in _beside().get(text[at], ()):
        # a pattern of what stands before is searched for at its very end
        if before.search(text, max(at - _BESIDE, 0), at) and after.match(text, at + 1, at + 1 + _BESIDE):
            return reading
    return ""


@lru_cache(maxsize=_KEPT)
def known_readings(character: str) -> tuple[str, ...]:
    """Return all readings that are known of a character, with tone marks, its most common one first."""
    from pypinyin.constants import PINYIN_DICT

    if not is_read(character):
        return ()
    listed: str = PINYIN_DICT.get(ord(character)) or PINYIN_DICT.get(ord(unicodedata.normalize("NFKC", character)), "")
    common = most_common().get(character, "")
    return tuple(dict.fromkeys(reading for reading in (common, *listed.split(",")) if reading))


@cache
def most_common() -> dict[str, str]:
    """Return the most common reading of characters that have several."""
    return {row[0]: row[1] for row in _rows("polyphones")}


@cache
def _phrases() -> dict[str, list[str]]:
    return {row[0]: row[1].split() for row in _rows("phrases")}


def _reading_of_character(character: str) -> str:
    return next(iter(known_readings(character)), "")


def _as_in_dictionaries(character: str, readings: Sequence[str]) -> str:
    by_itself, spoken = _AS_IN_DICTIONARIES.get(character, ("", ()))
    return by_itself if readings[0] in spoken else readings[0]


@cache
def _beside() -> dict[str, list[tuple[re.Pattern[str], re.Pattern[str], str]]]:
    """Return what decides the reading of characters beside them: patterns of what stands before and after."""
    found: defaultdict[str, list[tuple[re.Pattern[str], re.Pattern[str], str]]] = defaultdict(list)
    classes: dict[str, str] = {}
    for name, reading, before, after in _rows("beside"):
        if name.isascii():
            classes[name] = before
            continue
        for character in name:
            patterns = tuple(part.format(**classes) for part in (rf"(?:{before})\Z", after))
            found[character].append((re.compile(patterns[0]), re.compile(patterns[1]), reading))
    return dict(found)


def _rows(name: str) -> Iterable[list[str]]:
    """Return the rows of a table in resources/dictionaries; the lines that begin with # are its description."""
    lines = path(f"dictionaries/{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
