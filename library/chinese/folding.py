"""Folding: the key by which a text is searched, in which the form of a character, width, case and marks do not matter.

A key leaves out marks, punctuation and white space; one space stays between words of scripts that part them. Of each
other character it has the compatible form, in lower case, and of Chinese characters one form for all. The table is
made by resources/dictionaries/make_folding.py.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, repeat
from operator import add

from resources import path

DROPPED, EXTRA, MARK, UNSEEN, SPACE = "\0\x01\x02\x03 "
"""What folding writes for punctuation, before further letters of an expansion, for marks, the unseen, white space."""

UNSPACED = "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\U00016fe0-\U00018dff\U0001aff0-\U0001b2ff\U00020000-\U0003ffff"
"""What is written without spaces between words, as ranges in a pattern: Chinese characters, kana, and the like."""
_NEEDLESS_SPACE = re.compile(rf" (?:(?<=\A ) *|(?<=[{UNSPACED}] ) *| *(?=[{UNSPACED} ]|\Z))")
_SPACED_WORD = re.compile(rf"[^{UNSPACED}]{{2}}")


class Offsets:
    """Leads from the characters of a key to those of the text, both in code points."""

    def __init__(self, text: str, removed: tuple[list[int], ...], extra: list[int], *, marked: bool) -> None:
        """Take what was removed, stage by stage: before which characters of what was left over.

        `extra` are the places, with all that was removed put back, of the further characters of expansions. With
        `marked`, `text` has marks, which end with the character they follow.
        """
        self._text = text
        self._removed = removed
        self._extra = extra
        self._marked = marked

    @property
    def expands(self) -> bool:
        """Whether several characters of the key may stand for one of the text."""
        return bool(self._extra)

    def start(self, index: int) -> int:
        """Return where the character of the text begins that character `index` of the key stands for."""
        return self.starts([index])[0]

    def end(self, index: int) -> int:
        """Return where the character that character `index` of the key stands for ends, its marks included."""
        return self.ends([index])[0]

    def starts(self, indices: Iterable[int]) -> list[int]:
        """Return `start` of many."""
        places = list(indices)
        for removed in self._removed:
            places = list(map(add, places, map(bisect_right, repeat(removed), places)))
        if self._extra:
            places = [place - 2 * bisect_right(self._extra, place) for place in places]
        return places

    def ends(self, indices: Iterable[int]) -> list[int]:
        """Return `end` of many."""
        ends = [start + 1 for start in self.starts(indices)]
        return [past_marks(self._text, end) for end in ends] if self._marked else ends


@dataclass(frozen=True, slots=True)
class Folded:
    """The key of a text, and where its characters come from."""

    text: str
    offsets: Offsets


def fold(text: str, *, spaces: bool = True) -> Folded:
    """Return the key of `text`; without `spaces` also those between words are left out.

    Texts with equal keys differ only in what does not matter. The key of a key is that key.
    """
    marked, extra, removed = text.translate(table()), [], []
    if EXTRA in marked:
        extra = [found.end() for found in re.finditer(EXTRA, marked)]
    has_marks = MARK in marked
    for sign in (EXTRA, MARK, UNSEEN) if spaces else (EXTRA, MARK, UNSEEN, SPACE):
        marked = marked.replace(sign, DROPPED)
    parts = marked.split(DROPPED)
    key = "".join(parts)
    removed = [list(accumulate(map(len, parts[:-1])))]
    if spaces and SPACE in key:
        key, needless = _without_needless_spaces(key)
        removed.insert(0, needless)
    return Folded(key, Offsets(text, tuple(removed), extra, marked=has_marks))


def has_spaced_words(key: str) -> bool:
    """Say whether spaces matter in `key`, one without spaces: whether it has neighbours that a space could part."""
    return _SPACED_WORD.search(key) is not None


def forms(letter: str) -> tuple[str, str]:
    """Return the characters that are `letter` in a key, and those that are several, `letter` among them."""
    alone, among = [letter], list[str]()
    for code, key in list(table().items()):
        if isinstance(key, str):
            if letter in key:
                among.append(chr(code))
        elif key == ord(letter) != code:
            alone.append(chr(code))
    return "".join(alone), "".join(among)


@cache
def repeated_letters() -> frozenset[str]:
    """Return the letters that one character may stand for more than once, such as i of ⅲ."""
    texts = (key.split(EXTRA) for key in table().values() if isinstance(key, str))
    return frozenset(letter for parts in texts for letter in parts if parts.count(letter) > 1)


@cache
def dropped_letters() -> str:
    """Return the characters that a key leaves out although they count as letters or digits."""
    signs = tuple(map(ord, (DROPPED, MARK, UNSEEN, SPACE)))
    return "".join(chr(code) for code, key in list(table().items()) if key in signs and chr(code).isalnum())


def past_marks(text: str, end: int) -> int:
    """Return where the marks end that begin at `end`; there, if none do."""
    entries = table()
    while end < len(text) and entries[ord(text[end])] == ord(MARK):
        end += 1
    return end


def _without_needless_spaces(key: str) -> tuple[str, list[int]]:
    """Return `key` with single spaces and only between words, and what `Offsets` wants to know of the others."""
    parts: list[str] = []
    removed: list[int] = []
    kept = end = 0
    for found in _NEEDLESS_SPACE.finditer(key):
        start = found.start()
        parts.append(key[end:start])
        kept += start - end
        end = found.end()
        removed += repeat(kept, end - start)
    parts.append(key[end:])
    return "".join(parts), removed


class _Table(dict[int, int | str]):
    """What code points become. Those it does not know stay as they are, and are known from then on."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


@cache
def table() -> _Table:
    """Return what code points become: others, or texts where they become several letters with EXTRA between them."""
    _, dropped, unseen, marks, spaces, *forms = (
        path("dictionaries/folding.tsv").read_text(encoding="utf-8").split("\n")[:-1]
    )
    found = _Table()
    for line, sign in ((dropped, DROPPED), (unseen, UNSEEN), (marks, MARK), (spaces, SPACE)):
        for part in line.partition("\t")[2].split():
            first, _, last = part.partition("-")
            found.update(zip(range(int(first, 16), int(last or first, 16) + 1), repeat(ord(sign))))
    for line in forms:
        key, _, characters = line.partition("\t")
        found.update(zip(map(ord, characters), repeat(ord(key) if len(key) == 1 else EXTRA.join(key))))
    return found
