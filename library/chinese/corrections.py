"""Readings that a person corrected: how they are written, and where they count."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set

from library.chinese.han import is_han
from library.chinese.ownwords import OwnWords, in_common_form

_MARKS = ("", "\u0304", "\u0301", "\u030c", "\u0300", "")
_TYPED = re.compile(r"([^\W\d_]+)([0-5]?)")
_SYLLABLE = re.compile(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouüê]{1,3}(?:ng?|r)?|h?ng?|h?m")
_SOUNDS = ("a", "e", "o")


class Corrections:
    """Readings by word, with tone marks and a space between two. They count wherever the characters of the word stand.

    That of a single character counts only where it stands in no phrase, whose reading is known.
    """

    def __init__(self, readings: Mapping[str, str]) -> None:
        self._readings = {in_common_form(word): reading.split() for word, reading in readings.items()}
        self._words = OwnWords(self._readings)

    def __bool__(self) -> bool:
        return bool(self._readings)

    def of(self, common: str, alone: Set[int]) -> Iterator[tuple[int, str]]:
        """Yield the corrected readings with their code points in `common`, a text in common characters.

        `alone` are the code points of the characters that stand in no phrase.
        """
        for start, end in self._words.spans(common):
            word = common[start:end]
            if len(word) > 1 or start in alone:
                spoken = (start + at for at, character in enumerate(word) if is_han(character))
                yield from zip(spoken, self._readings[word], strict=True)


def typed_reading(word: str, typed: str) -> str:
    """Return a reading with tone marks, as it is kept, or "" where `typed` does not read `word`.

    One syllable for each Chinese character, with a mark or a number for its tone, `v` for ü; a space between two.
    """
    syllables = [_marked(part) for part in typed.casefold().replace("u:", "v").split()]
    fits = bool(syllables) and len(syllables) == sum(map(is_han, word)) and all(syllables)
    return " ".join(syllables) if fits else ""


def _marked(syllable: str) -> str:
    """Return a syllable with its tone marked, or "" where it is none: on a, e or o, or the last vowel."""
    found = _TYPED.fullmatch(unicodedata.normalize("NFC", syllable).replace("v", "ü"))
    if found is None:
        return ""
    letters = found[1]
    plain, mark = without_tone(letters)
    if _SYLLABLE.fullmatch(plain) is None or (mark and found[2]):
        return ""
    tone = mark or _MARKS[int(found[2] or 0)]
    if not tone:
        return plain
    at = next((plain.index(sound) for sound in _SOUNDS if sound in plain), -1)
    if at < 0:
        at = max((place for place, letter in enumerate(plain) if letter in "iuüê"), default=0)
    return unicodedata.normalize("NFC", plain[: at + 1] + tone + plain[at + 1 :])


def without_tone(letters: str) -> tuple[str, str]:
    """Return letters without the mark of a tone, and that mark."""
    parts = unicodedata.normalize("NFD", letters)
    marks = [part for part in parts if part in _MARKS[1:5]]
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in marks)), "".join(marks)
