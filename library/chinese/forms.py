"""The forms of a character: simplified, traditional, and the others that mean the same."""

import unicodedata
from collections import defaultdict
from functools import cache

from library.chinese.folding import fold
from library.chinese.han import is_ideograph
from resources import path


def simplified(text: str) -> str:
    """Return `text` in simplified characters, one for one."""
    return "".join(_simplified().get(character, character) for character in text)


def traditional(character: str) -> str:
    """Return the traditional characters that `character` may be simplified from; itself where there is no other."""
    return _traditional().get(character, character)


def in_traditional(text: str) -> str:
    """Return `text` in traditional characters as its words are written, the longest first: 头发 is 頭髮, 皇后 皇后."""
    words = _traditional_words()
    longest = max(map(len, words), default=1)
    found: list[str] = []
    at = 0
    while at < len(text):
        ends = range(min(at + longest, len(text)), at + 1, -1)
        word = next((text[at:end] for end in ends if text[at:end] in words), text[at])
        found.append(words[word] if word in words else traditional(word)[:1])
        at += len(word)
    return "".join(found)


def variants(character: str) -> str:
    """Return all forms that a search takes for the same character but `character` itself."""
    key = fold(character).text
    forms = (*_by_key().get(key, ()), key)
    # those that Unicode has twice for old encodings look like what they stand for
    once = (form for form in forms if unicodedata.normalize("NFKC", form) == form)
    return "".join(dict.fromkeys(form for form in once if form != character and is_ideograph(form)))


@cache
def _traditional() -> dict[str, str]:
    lines = path("dictionaries/forms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {line[0]: line[2:] for line in lines}


@cache
def _traditional_words() -> dict[str, str]:
    lines = path("dictionaries/traditional.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {word: written for word, _, written in (line.partition("\t") for line in lines)}


@cache
def _simplified() -> dict[str, str]:
    """Return the simplified character of each traditional one that is not also a simplified one itself."""
    found = {form: one for one, forms in _traditional().items() for form in forms if form != one}
    return {form: one for form, one in found.items() if form not in _traditional()}


@cache
def _by_key() -> dict[str, list[str]]:
    """Return the ideographs that fold to something else by what they fold to."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    lines = path("dictionaries/folding.tsv").read_text(encoding="utf-8").splitlines()
    for key, forms in (line.split("\t") for line in lines if len(line.split("\t")) == 2):
        if len(key) == 1 and is_ideograph(key):
            found[key] += filter(is_ideograph, forms)
    return dict(found)
