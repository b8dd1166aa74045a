"""What a line of a text numbers itself as: 一、 （一） 1. （1） ① 1.1 第一章 卷二 # and their kin."""

import re
from typing import Literal, NamedTuple

from library.chinese.numerals import HAN, number_of

Style = Literal["markdown", "volume", "chapter", "part", "roman", "han", "han_bracket", "digit", "digit_bracket",
                "circled", "decimal", "bare", "han_space"]  # fmt: skip
"""`volume` `chapter` `part` are 编, 章 and 节 and their kin; `bare` is a digit before a space, `han_space` a numeral
before one, `decimal` 1.1."""

LONGEST = 60
"""Code points of a heading at most, its number included."""
_MARK = 24
"""Code points at the head of a line in which its number stands."""

_N = rf"[{HAN}]{{1,6}}|[0-9０-９]{{1,4}}"
_UNITS: dict[str, Style] = {
    **dict.fromkeys(("编", "編", "卷", "部", "册", "冊", "篇", "部分", "辑", "輯"), "volume"),
    **dict.fromkeys("章回折幕出讲講", "chapter"),
    **dict.fromkeys(("节", "節"), "part"),
}
_APART = r"(?=[\s　、：:·・—.．]|$|(?P<title>[^\s\d，。、；的里中上下至到和与及之第]))"
_CHAPTER = re.compile(
    rf"第\s?(?P<number>{_N})\s?(?P<unit>部分|[编編卷册冊篇辑輯章回折幕讲講节節]|部(?![门门队长])|出(?=[\s　]|$))"
    rf"(?!合|课|課|车|车厢|目录|身|应|复){_APART}"
)
_UNNUMBERED = re.compile(
    r"(?:(?P<volume>[上中下前后後][编編卷部篇冊册]|卷之?(?P<number>[上中下末首]|[一二三四五六七八九十百]{1,5}|\d{1,3}))"
    r"|(?P<chapter>楔子|引子|序幕|序章|尾声|尾聲|终章|終章|番外[一二三四五六七八九十\d]*))(?=[\s　：:·]|$)"
)
_LATIN = re.compile(
    r"(?P<unit>Part|PART|Book|BOOK|Volume|VOLUME|Chapter|CHAPTER|Prologue|PROLOGUE|Epilogue|EPILOGUE)"
    r"(?:\s+(?P<number>\d{1,3}|[IVXLC]{1,7}|[A-Z][a-z]{2,8}|[A-Z]{3,9}))?(?P<stop>[.:—–-]?)(?=\s|$)"
)
_NUMBERED: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("han", re.compile(rf"(?P<number>[{HAN}]{{1,3}})\s?(?:、|[.．](?![{HAN}\d]))\s*")),
    ("han_bracket", re.compile(rf"[（(]\s?(?P<number>[{HAN}]{{1,3}})\s?[）)]\s*[、.．]?\s*")),
    ("digit_bracket", re.compile(r"(?:[（(]\s?)?(?P<number>[0-9０-９]{1,2})\s?[）)]\s*[、.．]?\s*")),
    ("circled", re.compile(r"(?P<number>[①-⑳])\s*[、.．]?\s*")),
    ("decimal", re.compile(r"(?P<number>[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,4})[.．]?(?:\s+|(?=[㐀-鿿]))")),
    ("digit", re.compile(r"(?P<number>[0-9０-９]{1,3})(?:[．、]|\.(?![0-9０-９]))\s*")),
    ("roman", re.compile(r"(?P<number>[IVX]{1,5}|[Ⅰ-Ⅻ])(?:[.．、]\s*)(?=[A-Z㐀-鿿])")),
    ("han_space", re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})[ 　]{1,2}(?=[㐀-鿿“《]{2})")),
    ("bare", re.compile(r"(?P<number>[0-9０-９]{1,2})[\s　]+(?=[A-Z㐀-鿿])")),
)  # fmt: skip
_MARKDOWN = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<title>.*)")
STARTS = frozenset(
    HAN
    + "第卷上中下前后後楔引序尾终終番(（#0123456789０１２３４５６７８９IVXPBC"
    + "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
    + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
"""The characters that a numbered line can begin with."""


class Numbering(NamedTuple):
    """How a line is numbered: `number` 0 where it has a mark but no number, `end` of the mark in code points.

    `numeral` is the number as it is written.
    `parts` the numbers of 1.2.3; `level` is that of Markdown's signs.
    """

    style: Style
    number: int
    end: int
    numeral: str = ""
    parts: tuple[int, ...] = ()
    level: int = 0


def numbering_of(line: str) -> Numbering | None:
    """Return how a line, without white space before it, is numbered, or None. Its rest may still be a sentence."""
    first = line[0]
    if first == "#":
        found = _MARKDOWN.match(line[: 8 * LONGEST])
        return Numbering("markdown", 0, found.start("title"), level=len(found["marks"])) if found else None
    head = line[:_MARK]
    if first in "第上中下前后後卷楔引序尾终終番":
        return _chapter(head)
    if first in "PBVCE" and (found := _LATIN.match(head)):
        return _latin(found)
    for style, pattern in _NUMBERED:
        found = pattern.match(head)
        if found:
            return _numbering(style, found)
    return None


def _numbering(style: Style, found: re.Match[str]) -> Numbering | None:
    if style == "decimal":
        parts = tuple(number_of(part) or 0 for part in re.split("[.．]", found["number"]))
        return Numbering(style, parts[-1], found.end(), found["number"], parts)
    numeral = found["number"]
    number = number_of(numeral)
    return None if number is None or number == 0 else Numbering(style, number, found.end(), numeral)


def _chapter(head: str) -> Numbering | None:
    found = _CHAPTER.match(head)
    if found:
        end = found.start("title") if found["title"] else found.end()
        return Numbering(_UNITS[found["unit"]], number_of(found["number"]) or 0, end, found["number"])
    found = _UNNUMBERED.match(head)
    if not found:
        return None
    number = number_of(found["number"]) if found["number"] else 0
    return Numbering("volume" if found["volume"] else "chapter", number or 0, found.end(), found["number"] or "")


def _latin(found: re.Match[str]) -> Numbering | None:
    unit = found["unit"].lower()
    if not found["number"] and unit not in {"prologue", "epilogue"}:
        return None
    number = number_of(found["number"]) if found["number"] else 0
    return Numbering(
        "volume" if unit in {"part", "book", "volume"} else "chapter", number or 0, found.end(), found["number"] or ""
    )
