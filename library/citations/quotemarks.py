"""Quotation marks around a passage, as its script, or who writes, has them."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from library.chinese.han import IDEOGRAPHS

MarksChoice: TypeAlias = Literal["script", "curly", "corner"]
"""Quotation marks as the script of a passage has them; “” for all; 「」 for what is Chinese."""

_HAN = re.compile(f"[{IDEOGRAPHS}]")
_APOSTROPHE = "(?<=[^\\W_])'(?=[^\\W_])|(?<=[^\\W_])’(?=[^\\W_])"


@dataclass(frozen=True, slots=True)
class _Marks:
    """The quotation marks of a script: the outer pair, and the inner pair for what stood in outer ones."""

    outer: str
    inner: str


_CURLY = _Marks("“”", "‘’")
_CORNERED = _Marks("「」", "『』")
_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『"}
"""The marks that close a quotation, and those that open it."""


def in_marks(passage: str, choice: MarksChoice, *, chinese: bool) -> str:
    """Return `passage` in quotation marks; it is Chinese if it says so itself, or what it is from is `chinese`.

    Traditional characters stand in 「」, unless others are chosen; what is not Chinese always in “”. Marks inside are
    then those of the next level, and each paragraph begins with one, as GB/T 15834—2011 (4.8) and The Chicago Manual
    of Style both have it.
    """
    marks = _marks(passage, choice, chinese or len(_HAN.findall(passage)) * 2 > len(passage))
    opening, closing = marks.outer
    lines = _nested(passage, marks).split("\n")
    return "\n".join(opening + line.lstrip() if line.strip() else line for line in lines) + closing


def _marks(passage: str, choice: MarksChoice, chinese: bool) -> _Marks:
    if not chinese:
        return _CURLY
    cornered = choice == "corner" or (choice == "script" and _is_traditional(passage))
    return _CORNERED if cornered else _CURLY


def _nested(passage: str, marks: _Marks) -> str:
    """Return `passage` with its quotation marks a level further in; apostrophes and unpaired marks stay."""
    opened: list[int] = []
    made = list(passage)
    for found in re.finditer(f"(?P<kept>{_APOSTROPHE})|[{''.join(_PAIRS.values())}{''.join(_PAIRS)}]", passage):
        at, mark = found.start(), found[0]
        if mark in _PAIRS.values():
            opened.append(at)
        elif not found["kept"] and opened and passage[opened[-1]] == _PAIRS[mark]:
            level = marks.outer if len(opened) % 2 == 0 else marks.inner
            made[opened.pop()], made[at] = level
    return "".join(made)


def _is_traditional(text: str) -> bool:
    """Say whether more characters of `text` are in Big5 alone than in GB 2312 alone, or it is quoted in 「」."""
    han = set(_HAN.findall(text))
    balance = sum(_is_in(character, "big5") - _is_in(character, "gb2312") for character in han)
    return balance > 0 or (balance == 0 and "「" in text)


def _is_in(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
