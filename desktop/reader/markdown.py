"""The inline marks of Markdown in one block: what they set apart, and where they stand themselves, to be hidden."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple


class Look:
    """How characters are set apart; HIDDEN are the marks that say so, a SIGN stands for what would not be seen.

    Bits of plain numbers: those of an enumeration cost a call each, and every block that is laid out has many.
    """

    PLAIN = 0
    STRONG = 1
    EMPHASIS = 2
    CODE = 4
    STRUCK = 8
    LINK = 16
    HIDDEN = 32
    SIGN = 64
    SOFT = 128


class Part(NamedTuple):
    """The characters from `start` to `end` of a block and how they look."""

    start: int
    end: int
    look: int


_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|`+|\*+|_+|~+|!?\[|\]")
_TARGET = re.compile(
    r"""\([ \t]{0,8}(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,2000}){0,8})"""
    r"""(?:[ \t]{1,8}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?[ \t]{0,8}\)"""
)
_LEAD = re.compile(r"\A {0,3}(?:#{1,6}[ \t]+(?=\S)|(?:> ?)+)")
_TRAIL = re.compile(r"[ \t]+#+[ \t]*\Z")
_MARKS = re.compile(r"[\\`*_~\[]")


@dataclass(slots=True)
class _Run:
    """A run of one delimiter; `start` to `end` is what of it has not been used yet."""

    start: int
    end: int
    mark: str
    opens: bool
    closes: bool
    length: int


@dataclass(slots=True)
class _Found:
    """What has been found so far, and what may still become part of something."""

    parts: list[Part] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    brackets: list[tuple[int, int, int]] = field(default_factory=list)

    def add(self, start: int, end: int, look: int, opening: int, closing: int) -> None:
        """Take `start` to `end` as set apart by the marks of `opening` and `closing` characters at its ends."""
        self.parts.append(Part(start + opening, end - closing, look))
        self.parts.append(Part(start, start + opening, Look.HIDDEN))
        self.parts.append(Part(end - closing, end, Look.HIDDEN))


def lead(block: str) -> str:
    """Return the marks at the head of `block` that make it a heading or a quotation, their spaces with them."""
    found = _LEAD.match(block)
    return found[0] if found else ""


def parts(block: str) -> list[Part]:
    """Return what of `block` is set apart or hidden, in order and without overlap.

    Emphasis follows the rules of CommonMark 0.31 (6.2, by its appendix "A parsing strategy", in linear time), as do
    code spans (6.1), which bind tightest, inline links (6.3) and escapes (2.4); `~~` is that of GitHub's dialect.
    """
    head = len(lead(block))
    if not head and _MARKS.search(block) is None:
        return []
    found = _Found()
    if head:
        found.parts.append(Part(0, head, Look.HIDDEN))
        trail = _TRAIL.search(block, head) if block.lstrip().startswith("#") else None
        if trail is not None:
            found.parts.append(Part(trail.start(), trail.end(), Look.HIDDEN))
    _scan(block, head, found)
    _pair(found.runs, found)
    return flat(found.parts)


def _scan(block: str, start: int, found: _Found) -> None:
    ticks = _Ticks(block)
    at = start
    while (token := _TOKEN.search(block, at)) is not None:
        at = token.end()
        text = token[0]
        if text[0] == "\\":
            found.parts.append(Part(token.start(), token.start() + 1, Look.HIDDEN))
        elif text[0] == "`":
            end = ticks.closing(token.start(), len(text))
            if end:
                found.add(token.start(), end, Look.CODE, len(text), len(text))
                at = end
        elif text[-1] == "[":
            found.brackets.append((token.start(), at, len(found.runs)))
        elif text == "]":
            at = _close_bracket(block, token.start(), found)
        elif text[0] != "~" or len(text) == 2:
            found.runs.append(_run(block, token.start(), at))


class _Ticks:
    """The runs of backticks of a block, each looked at once however many open and never close."""

    def __init__(self, block: str) -> None:
        self._starts: dict[int, list[int]] = {}
        for run in re.finditer("`+", block) if "`" in block else ():
            self._starts.setdefault(len(run[0]), []).append(run.start())
        for starts in self._starts.values():
            starts.reverse()

    def closing(self, start: int, length: int) -> int:
        """Return the end of the next run as long as the one at `start`, or 0."""
        starts = self._starts.get(length, [])
        while starts and starts[-1] <= start:
            starts.pop()
        return starts[-1] + length if starts else 0


def _close_bracket(block: str, at: int, found: _Found) -> int:
    """Make a link of what the bracket at `at` closes, if its target follows; return where to go on."""
    if not found.brackets:
        return at + 1
    start, inside, first_run = found.brackets.pop()
    target = _TARGET.match(block, at + 1)
    if target is None:
        return at + 1
    found.add(start, target.end(), Look.LINK, inside - start, target.end() - at)
    _pair(found.runs[first_run:], found)
    del found.runs[first_run:]
    if inside - start == 1:
        # no link within a link
        found.brackets.clear()
    return target.end()


def _run(block: str, start: int, end: int) -> _Run:
    before = block[start - 1] if start else " "
    after = block[end] if end < len(block) else " "
    left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
    right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
    mark = block[start]
    if mark == "_":
        opens, closes = left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
        return _Run(start, end, mark, opens, closes, end - start)
    return _Run(start, end, mark, left, right, end - start)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _pair(runs: list[_Run], found: _Found) -> None:
    """Pair the delimiters of `runs`: each closing one with the nearest that may open for it."""
    openers: list[_Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        while run.closes and run.start < run.end:
            key = (run.mark, run.opens, run.length % 3)
            place = _opener(openers, run, bottoms.get(key, 0))
            if place is None:
                bottoms[key] = len(openers)
                break
            opener = openers[place]
            width = 2 if opener.end - opener.start > 1 and run.end - run.start > 1 else 1
            look = Look.STRUCK if run.mark == "~" else Look.STRONG if width == 2 else Look.EMPHASIS
            found.add(opener.end - width, run.start + width, look, width, width)
            opener.end -= width
            run.start += width
            del openers[place + (opener.start < opener.end) :]
        if run.opens and run.start < run.end:
            openers.append(run)


def _opener(openers: list[_Run], run: _Run, bottom: int) -> int | None:
    for place in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[place]
        if opener.mark != run.mark:
            continue
        both = opener.closes or run.opens
        if not both or (opener.length + run.length) % 3 or (opener.length % 3 == 0 and run.length % 3 == 0):
            return place
    return None


def flat(found: list[Part]) -> list[Part]:
    """Return `found` cut where any of it begins or ends, in order and without overlap."""
    edges = sorted({edge for start, end, _ in found if start < end for edge in (start, end)})
    waiting = sorted(found, reverse=True)
    open_parts: list[Part] = []
    made: list[Part] = []
    for start, end in pairwise(edges):
        while waiting and waiting[-1][0] <= start:
            open_parts.append(waiting.pop())
        open_parts = [part for part in open_parts if part[1] > start]
        look = 0
        for part in open_parts:
            look |= part[2]
        if look:
            made.append(Part(start, end, Look.HIDDEN if look & Look.HIDDEN else look))
    return made
