"""Passages as they are copied: clean, and in quotation marks with their citation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from library.chinese.cuts import joined
from library.chinese.han import IDEOGRAPHS
from library.citations import Item, Locator, RichText, Style, rich
from library.storage.texts import ReadingText

MarksChoice: TypeAlias = Literal["script", "curly", "corner"]
"""Quotation marks as the script of a passage has them; “” for all; 「」 for what is Chinese."""

_BEFORE, _AFTER = 4000, 200
"""Code points around a passage that tell whether its first and last paragraph were cut."""
_WINDOW = 100_000
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


def clean_text(text: ReadingText, start: int, end: int) -> str:
    """Return the passage of `text` from code point `start` to `end` without a line break inside a sentence.

    Paragraphs that a page or column break cut are joined (`repair.joined`); nothing else is altered.
    """
    before = text.slice(max(start - _BEFORE, 0), start).rpartition("\n")[2]
    after = text.slice(end, min(end + _AFTER, text.length)).partition("\n")[0]
    return joined(_lines(text, start, end), before=before, after=after)


def _lines(text: ReadingText, start: int, end: int) -> Iterator[str]:
    """Yield the lines of a passage, read some at a time: whoever waits for the interpreter does not wait long."""
    rest = ""
    for at in range(start, end, _WINDOW):
        *lines, rest = (rest + text.slice(at, min(at + _WINDOW, end))).split("\n")
        yield from lines
    yield rest


def quotation(passage: str, item: Item, place: Locator, style: Style, marks: MarksChoice = "script") -> RichText:
    """Return `passage` in quotation marks, with the citation of `item` that `style` has for it.

    Traditional characters stand in 「」, unless other `marks` are asked for; what is not Chinese always in “”. Marks
    inside become those of the next level, and each paragraph begins with one, as GB/T 15834—2011 (4.8) and The Chicago
    Manual of Style both have it.
    """
    passage = passage.strip()
    cited = style.cite(item, place)
    space = " " if cited.plain.startswith("(") else ""
    return rich(f"{_quoted(passage, _marks(passage, item, marks))}{space}", *cited.runs)


def _marks(passage: str, item: Item, choice: MarksChoice) -> _Marks:
    if not (item.chinese or len(_HAN.findall(passage)) * 2 > len(passage)):
        return _CURLY
    cornered = choice == "corner" or (choice == "script" and _is_traditional(passage))
    return _CORNERED if cornered else _CURLY


def _quoted(passage: str, marks: _Marks) -> str:
    opening, closing = marks.outer
    lines = _nested(passage, marks).split("\n")
    return "\n".join(opening + line.lstrip() if line.strip() else line for line in lines) + closing


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
