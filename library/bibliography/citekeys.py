"""Keys to cite documents by that have none: author, year and first word of the title, in Latin letters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from library.bibliography.names import parts_of
from library.chinese.persons import SURNAME
from library.chinese.pinyin import readings
from library.fields import split_names

_SURNAME = re.compile(SURNAME)
_LETTER = re.compile(r"[a-z0-9]+")
_LEFT_OUT = frozenset({"a", "an", "the", "der", "die", "das", "le", "la", "les", "un", "une", "on", "of"})
_LONGEST_WORD = 16
_TITLE_REACH = 60


def generated(documents: Sequence[tuple[str, Mapping[str, str]]], taken: Collection[str]) -> dict[str, str]:
    """Return a key for each of these documents, by id: such as fei1948xiangtu; the same fields give the same key.

    Where several would have the same, or it is among `taken`, a letter follows, in the order of `documents`: b, c, …
    """
    used = {key.casefold() for key in taken}
    numbers: Counter[str] = Counter()
    made: dict[str, str] = {}
    for document_id, values in documents:
        plain = key_of(values)
        key = plain
        while key.casefold() in used:
            numbers[plain] += 1
            key = f"{plain}{_letters(numbers[plain] + 1)}"
        used.add(key.casefold())
        made[document_id] = key
    return made


def key_of(values: Mapping[str, str]) -> str:
    """Return the key that the fields of a document make."""
    author = next(iter(split_names(values.get("author", "") or values.get("editor", ""))), values.get("issuer", ""))
    parts = (_surname(author), values.get("date", "")[:4], _first_word(values.get("title", "")))
    return "".join(parts) or "document"


def _surname(name: str) -> str:
    last, first, _ = parts_of(name)
    chinese = _SURNAME.match(last)
    if chinese and len(last) <= 4:
        return _latin(chinese[0])
    return _latin(last if first else last.rpartition(" ")[2])


def _first_word(title: str) -> str:
    from library.chinese.segmentation import words

    head = title[:_TITLE_REACH]
    first = ""
    for start, end in words(head):
        word = _latin(head[start:end])
        if word and word not in _LEFT_OUT:
            return word[:_LONGEST_WORD]
        first = first or word
    return first[:_LONGEST_WORD]


def _latin(text: str) -> str:
    """Return the small letters and digits of a text, of Chinese characters those of their readings."""
    spoken = readings(text, style="plain")
    plain = "".join(reading or character for reading, character in zip(spoken, text, strict=True))
    return "".join(_LETTER.findall(unicodedata.normalize("NFKD", plain).lower()))


def _letters(number: int) -> str:
    """Return a number in letters: 2 is b, 27 is aa."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
