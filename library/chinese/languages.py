"""In which language something is written, as far as citations, and the words around quotations, must know it."""

import re
from typing import Literal, TypeAlias

from library.chinese.han import IDEOGRAPHS

Language: TypeAlias = Literal["chinese", "japanese", "russian", "other"]

BEGINNING = 1000
"""Code points of a text that are enough to know its language by."""
_CHINESE = re.compile(r"(?:zh|zho|chi|cmn|yue|chinese|mandarin)\b|.*[中汉漢华華][文语語]", re.IGNORECASE)
_JAPANESE = re.compile(r"(?:ja|jpn|japanese)\b|日[文语語本]", re.IGNORECASE)
_RUSSIAN = re.compile(r"(?:ru|rus|russian)\b|俄[文语語]|русский", re.IGNORECASE)
_HAN = re.compile(f"[{IDEOGRAPHS}]")
_KANA = re.compile("[\u3040-\u30ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTER = re.compile(r"[^\W\d_]")
_MANY = 8
"""Of so many letters of a text one is enough to be of its script: a Latin word has five or more, a Han word one or two.

It is what keeps an English text that names a Chinese word from being a Chinese one.
"""


def language_of(told: str, written: str) -> Language:
    """Return the language that is `told` of something, or in which its title or the like seems to be `written`."""
    if told:
        if _CHINESE.match(told):
            return "chinese"
        if _JAPANESE.match(told):
            return "japanese"
        return "russian" if _RUSSIAN.match(told) else "other"
    if _KANA.search(written):
        return "japanese"
    if _HAN.search(written):
        return "chinese"
    return "russian" if _CYRILLIC.search(written) else "other"


def language_of_text(text: str) -> Language:
    """Return the language of most of a text: a word of another one in it decides nothing."""
    enough = len(_LETTER.findall(text)) / _MANY
    if not enough:
        return "other"
    han, kana, cyrillic = (len(letters.findall(text)) for letters in (_HAN, _KANA, _CYRILLIC))
    if kana >= enough:
        return "japanese"
    if han >= enough:
        return "chinese"
    return "russian" if cyrillic >= enough else "other"
