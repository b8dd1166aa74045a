"""Telling text from what comes of a file that misnames its characters: letters that no language puts together."""

import re
import unicodedata
from collections import Counter

from library.importers.guessing import character_cost

_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile(r"[^\W\d_\0-\u024f]")
_WORD = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]{3,}")
_VOWEL = re.compile("[aeiouyæøœı]")
_FEWEST_WORDS = 40
_WITHOUT = 0.35
"""The share of different words without a vowel from which they are none: it is below a tenth in any language."""

_FEWEST = 100
"""Letters from which it can be said."""

_ONE = 0.8
"""The share of letters from which a script is that of the text."""

_COST = 11.0
"""Nats a letter from which no one writes so: Chinese has 6 to 9, rare characters taken by chance have 13."""


def is_gibberish(text: str) -> bool:
    """Say whether a text is no language: Latin words without vowels, or rare characters of all scripts at random.

    A text of a few words is never called so, nor one in a script of which nothing is known, as Thai.
    """
    foreign = Counter(_FOREIGN.findall(text))
    if 2 * foreign.total() < len(_LETTER.findall(text)):
        return _lacks_vowels(text)
    return foreign.total() >= _FEWEST and _is_at_random(foreign)


def _lacks_vowels(text: str) -> bool:
    plain = unicodedata.normalize("NFD", text.lower())
    words = set(_WORD.findall("".join(character for character in plain if not unicodedata.combining(character))))
    without = sum(_VOWEL.search(word) is None for word in words)
    return len(words) >= _FEWEST_WORDS and without > _WITHOUT * len(words)


def _is_at_random(letters: Counter[str]) -> bool:
    scripts = Counter[str]()
    for letter, count in letters.items():
        scripts[unicodedata.name(letter, "").partition(" ")[0]] += count
    script, count = scripts.most_common(1)[0]
    if script != "CJK" and count > _ONE * letters.total():
        return False  # nothing is known of how frequent the letters of small alphabets are
    return sum(character_cost(letter) * count for letter, count in letters.items()) >= _COST * letters.total()
