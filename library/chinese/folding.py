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

_DROPPED, _EXTRA, _MARK = "\0\x01\x02"
"""What folding writes for a character that is left out, before each further one of an expansion, and for a mark."""

UNSPACED = "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\U00016fe0-\U00018dff\U0001aff0-\U0001b2ff\U00020000-\U0003ffff"
"""What is written without spaces between words, as ranges in a pattern: Chinese characters, kana, and the like."""
_NEEDLESS_SPACE = re.compile(rf" (?:(?<=\A ) *|(?<=[{UNSPACED}] ) *| *(?=[{UNSPACED} ]|\Z))")
_UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
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
    marked, extra, removed = text.translate(_table()), [], []
    if _EXTRA in marked:
        extra = [found.end() for found in re.finditer(_EXTRA, marked)]
    has_marks = _MARK in marked
    for sign in (_EXTRA, _MARK) if spaces else (_EXTRA, _MARK, " "):
        marked = marked.replace(sign, _DROPPED)
    parts = marked.split(_DROPPED)
    key = "".join(parts)
    removed = [list(accumulate(map(len, parts[:-1])))]
    if spaces and " " in key:
        key, needless = _without_needless_spaces(key)
        removed.insert(0, needless)
    return Folded(key, Offsets(text, tuple(removed), extra, marked=has_marks))


GAP = "\0"
"""What `fold_with_gaps` writes where punctuation was left out between two letters."""

_SPACES = re.compile(rf"[ {GAP}]* [ {GAP}]*")


def fold_with_gaps(text: str) -> str:
    """Return the key of `text` with a GAP wherever punctuation was left out; without them it is that of `fold`.

    What was left out at the ends stays as it is, so that the keys of two parts of a text can be joined by `join_keys`.
    """
    signs = text.translate(_table()).replace(_EXTRA, "").replace(_MARK, "")
    head, tail = signs[:1] == GAP, signs[-1:] == GAP
    signs = GAP.join(filter(None, signs.split(GAP)))
    signs = f"{GAP if head else ''}{signs}{GAP if tail and signs else ''}"
    return _SPACES.sub(_joint, signs) if " " in signs else signs


def join_keys(keys: Iterable[str]) -> tuple[str, list[int]]:
    """Return the keys of the parts of a text as that of the whole, and where in it the key of each part begins."""
    parts: list[str] = []
    starts: list[int] = []
    length, between, last = 0, "", ""
    for key in keys:
        core = key.strip(f" {GAP}")
        if core:
            lead = len(key) - len(key.lstrip(f" {GAP}"))
            joint = _kept(last, between + key[:lead], core[0])
            parts += (joint, core)
            length += len(joint)
            between, last = key[lead + len(core) :], core[-1]
        else:
            between += key
        starts.append(length)
        length += len(core)
    return "".join(parts), starts


def _joint(found: re.Match[str]) -> str:
    signs, start, end = found.string, found.start(), found.end()
    if start == 0 or end == len(signs):
        return found[0]
    return _kept(signs[start - 1], found[0], signs[end])


def _kept(left: str, between: str, right: str) -> str:
    """Return what a key keeps of the gaps and spaces between two letters; at the beginning of a text, nothing."""
    if not left:
        return ""
    gap = GAP if GAP in between else ""
    spaced = " " in between and _UNSPACED_LETTER.match(left) is None and _UNSPACED_LETTER.match(right) is None
    return f"{gap} " if spaced else gap


def has_spaced_words(key: str) -> bool:
    """Say whether spaces matter in `key`, one without spaces: whether it has neighbours that a space could part."""
    return _SPACED_WORD.search(key) is not None


def forms(letter: str) -> tuple[str, str]:
    """Return the characters that are `letter` in a key, and those that are several, `letter` among them."""
    alone, among = [letter], list[str]()
    for code, key in list(_table().items()):
        if isinstance(key, str):
            if letter in key:
                among.append(chr(code))
        elif key == ord(letter) != code:
            alone.append(chr(code))
    return "".join(alone), "".join(among)


@cache
def dropped_letters() -> str:
    """Return the characters that a key leaves out although they count as letters or digits."""
    signs = (ord(_DROPPED), ord(_MARK), ord(" "))
    return "".join(chr(code) for code, key in list(_table().items()) if key in signs and chr(code).isalnum())


def past_marks(text: str, end: int) -> int:
    """Return where the marks end that begin at `end`; there, if none do."""
    table = _table()
    while end < len(text) and table[ord(text[end])] == ord(_MARK):
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
def _table() -> _Table:
    _, dropped, marks, spaces, *forms = path("dictionaries/folding.tsv").read_text(encoding="utf-8").split("\n")[:-1]
    table = _Table()
    for line, sign in ((dropped, _DROPPED), (marks, _MARK), (spaces, " ")):
        for part in line.partition("\t")[2].split():
            first, _, last = part.partition("-")
            table.update(zip(range(int(first, 16), int(last or first, 16) + 1), repeat(ord(sign))))
    for line in forms:
        key, _, characters = line.partition("\t")
        table.update(zip(map(ord, characters), repeat(ord(key) if len(key) == 1 else _EXTRA.join(key))))
    return table
