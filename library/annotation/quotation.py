"""Passages as they are copied: clean, and in quotation marks with their source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from library.chinese.cuts import joined
from library.chinese.han import IDEOGRAPHS
from library.models import Document
from library.storage.texts import ReadingText

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


_CHINESE = _Marks("“”", "‘’")
_TRADITIONAL = _Marks("「」", "『』")


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


def quotation(passage: str, document: Document, first: int, last: int, pages: Sequence[str] = ()) -> str:
    """Return `passage` in the quotation marks of its script, with its source: as much of it as is known of `document`.

    `first` and `last` are the numbers of its paragraphs, from 1; 0 where there is none. Where the document has pages,
    `pages` are what the first and the last are called, which then stand in place of paragraphs. In Chinese it is
    “……”（作者：《题名》，机构，第62期，2017-03-01，第12段）, in Latin scripts “…” (Author, “Title”, institution,
    number, date, para. 12); traditional characters stand in 「」. Quotation marks inside become those of the next
    level, and each paragraph begins with one, as GB/T 15834—2011 (4.8) and The Chicago Manual of Style both have it.
    """
    passage = passage.strip()
    if _HAN.search(document.title) or len(_HAN.findall(passage)) * 2 > len(passage):
        marks = _TRADITIONAL if _is_traditional(passage) else _CHINESE
        return f"{_quoted(passage, marks)}（{_chinese_source(document, _section(first, last, pages))}）"
    return f"{_quoted(passage, _CHINESE)} ({_latin_source(document, _place(first, last, pages))})"


def _quoted(passage: str, marks: _Marks) -> str:
    opening, closing = marks.outer
    lines = _nested(passage, marks).split("\n")
    return "\n".join(opening + line.lstrip() if line.strip() else line for line in lines) + closing


def _nested(passage: str, marks: _Marks) -> str:
    """Return `passage` with its quotation marks a level further in; apostrophes and unpaired marks stay."""
    opened: list[int] = []
    made = list(passage)
    pairs = {marks.outer[1]: marks.outer[0], marks.inner[1]: marks.inner[0]}
    for found in re.finditer(f"(?P<kept>{_APOSTROPHE})|[{marks.outer}{marks.inner}]", passage):
        at, mark = found.start(), found[0]
        if mark in pairs.values():
            opened.append(at)
        elif not found["kept"] and opened and passage[opened[-1]] == pairs[mark]:
            level = marks.outer if len(opened) % 2 == 0 else marks.inner
            made[opened.pop()], made[at] = level
    return "".join(made)


def _chinese_source(document: Document, place: str) -> str:
    title = f"《{document.title.translate(str.maketrans('《》', '〈〉'))}》"
    named = f"{document.author}：{title}" if document.author else title
    parts = (named, document.issuer, document.number, document.date, place)
    return "，".join(part for part in parts if part)


def _section(first: int, last: int, pages: Sequence[str]) -> str:
    if pages:
        return f"第{'—'.join(pages)}页"
    if not last:
        return ""
    return f"第{last}段" if first in (0, last) else f"第{first}—{last}段"


def _latin_source(document: Document, place: str) -> str:
    title = _quoted(document.title, _CHINESE)
    parts = (document.author, title, document.issuer, document.number, document.date, place)
    return ", ".join(part for part in parts if part)


def _place(first: int, last: int, pages: Sequence[str]) -> str:
    if pages:
        return f"{'pp.' if len(pages) > 1 else 'p.'} {'–'.join(pages)}"
    return "" if not last else f"para. {last}" if first in (0, last) else f"paras. {first}–{last}"


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
