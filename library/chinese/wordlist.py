"""Words found by how they are read: typed letters lead to them, the best first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Self

from library.chinese.lines import LINE, Lines
from library.chinese.pinyin import typed_pinyin
from resources import path

WHOLE, INITIALS, BEGINNING, INSIDE = range(4)
"""How typed letters find a word, the best first: all of its reading, its initials, the first or other syllables."""

_SECTION = "\f"
_BETWEEN = re.compile(r"[\s'’·-]+")


def typed_parts(query: str) -> tuple[str, ...]:
    """Return the letters of typed pinyin, cut where it was cut by spaces or apostrophes; nothing if it is none.

    Any letters may be pinyin; ü is `v`, typed as such, as `ü` or as `u:`.
    """
    parts = tuple(typed_pinyin(part) for part in _BETWEEN.split(query.strip()))
    return parts if all(part.isalpha() for part in parts) else ()


class Wordlist:
    """Words in an order, the best first, each with its readings: syllables with spaces between, the first its own."""

    def __init__(self, words: Iterable[tuple[str, Sequence[str]]]) -> None:
        rows = list(words)
        others = [(word, other) for word, spellings in rows for other in spellings[1:]]
        self._words = Lines([word for word, _ in rows] + [word for word, _ in others])
        self._spelled = Lines([f" {spellings[0]}" for _, spellings in rows] + [f" {other}" for _, other in others])
        self._initials = Lines("".join(part[0] for part in spellings[0].split(" ")) for _, spellings in rows)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the list that `text` of another one holds: many times faster than making it."""
        made = cls([])
        words, spelled, initials = (part.split(LINE) if part else [] for part in text.split(_SECTION))
        made._words, made._spelled, made._initials = Lines(words), Lines(spelled), Lines(initials)
        return made

    @property
    def text(self) -> str:
        """All of it as text, without tabs."""
        return _SECTION.join(lines.text for lines in (self._words, self._spelled, self._initials))

    def __contains__(self, word: str) -> bool:
        return next(self._words.find(f"{LINE}{word}{LINE}"), None) is not None

    def spellings(self) -> dict[str, list[str]]:
        """Return the words with their readings."""
        found: dict[str, list[str]] = {}
        for word, spelled in zip(self._words.text.split(LINE), self._spelled.text.split(LINE), strict=True):
            found.setdefault(word, []).append(spelled[1:])
        return found if len(self._words) else {}

    def find(self, parts: Sequence[str], rank: int, most: int) -> list[str]:
        """Return at most `most` words that `parts` (see `typed_parts`) find in the way of `rank`, in their order."""
        indexes = self._hits(parts, rank)
        return list(islice(dict.fromkeys(self._words[index] for index in indexes), most))

    def ending(self, word: str, most: int) -> list[str]:
        """Return at most `most` longer words that end with `word`, in their order."""
        found = dict.fromkeys(self._words[index] for index in self._words.find(word + LINE))
        return list(islice((longer for longer in found if longer != word), most))

    def _hits(self, parts: Sequence[str], rank: int) -> Iterator[int]:
        spelled = _pattern(parts)
        match rank:
            case 0:
                return self._spelled.search(f"{LINE}{spelled}{LINE}")
            case 1:
                return self._initials.find(f"{LINE}{''.join(parts)}{LINE}")
            case 2:
                return self._spelled.search(f"{LINE}{spelled}")
            case _:
                return self._spelled.search(spelled)


class Dictionary:
    """The words of resources/dictionaries/words.tsv, held as the text that it is: some five megabytes."""

    def __init__(self) -> None:
        self._text = LINE + path("dictionaries/words.tsv").read_text(encoding="utf-8")

    def find(self, parts: Sequence[str]) -> list[str]:
        """Return the words that are read as `parts` say, the most frequent first for each reading."""
        found = re.finditer(f"{LINE}{_pattern(parts)[1:]}\t(.+)", self._text)
        return [word for line in found for word in line[1].split(" ")]

    def words(self) -> frozenset[str]:
        """Return all words."""
        return frozenset(word for line in self._text[1:].splitlines() for word in line.partition("\t")[2].split(" "))


def _pattern(parts: Sequence[str]) -> str:
    """Return what finds `parts` in a reading, from a syllable on; a part may hold several syllables."""
    return " " + " ".join(" ?".join(part) for part in parts)
