"""What a text says of the names in it: who asks and who answers, and how somebody is called for short."""

import re
from collections.abc import Sequence
from itertools import chain

from library.chinese.labelnames import joined
from library.chinese.persons import NAME, SURNAME

_HEAD, _LONGEST = 40, 120
"""Lines at the head of a text in which those who talk are named, and code points of each that are read."""
_ASKING = (
    "采访者", "采访人", "采访", "採訪者", "採訪", "访谈者", "访谈人", "访问者", "访问人", "提问者", "提问人",
    "记者", "記者",
)  # fmt: skip
_ANSWERING = (
    "受访者", "受訪者", "受访人", "受訪人", "被采访者", "被采访人", "被访者", "被访人", "受访对象", "访谈对象",
    "采访对象", "口述者", "口述人", "口述", "讲述者", "讲述人", "讲述", "回答者", "嘉宾", "嘉賓",
)  # fmt: skip
_LEADING = ("主持人", "主持", "主席", "会议主持")
_BY_PART = {
    **dict.fromkeys(_ASKING, ("问", "問", "Q", "提问", *_ASKING)),
    **dict.fromkeys(_ANSWERING, ("答", "A", "回答", *_ANSWERING)),
    **dict.fromkeys(_LEADING, _LEADING),
}
"""The labels that stand for whom the head of a text names as such."""
_NAMES = rf"(?:{NAME})(?:[、 　和与](?:{NAME}))*"
_DECLARED = re.compile(
    rf"(?:(?<=[\s，,；;。|/（(])|^)(?P<part>{'|'.join(sorted(_BY_PART, key=len, reverse=True))})\s?[：:]\s?"
    rf"(?P<names>{_NAMES})(?=[\s；;|/（()）]|$|[，,](?!.*[我你您请吗呢吧？]))"
)
_SHORT = re.compile(
    rf"(?P<name>{NAME})\s?[（(][^（）()]{{0,12}}?(?:以下|下文|下)(?:均|皆)?[简簡]?[称稱](?:为|作|為)?[：:]?\s?"
    r"[“「『\"‘']?(?P<short>[^“”「」『』\"‘’'（）()\s]{1,6})[”」』\"’']?\s?[）)]"
)
_FIRST = frozenset(part[0] for part in _BY_PART)
_BETWEEN = re.compile("[、和与]|[ 　]{1,2}(?=[^ 　]{2})")
_SURNAME = re.compile(SURNAME)


def declared_names(lines: Sequence[str]) -> dict[str, str]:
    """Return the names that labels stand for, as the head of a text says and the notes 以下简称 anywhere in it.

    A part that several persons have stands for none of them; a surname for the only one who has it.
    """
    shorts = {
        found["short"]: joined(found["name"])
        for line in lines
        if "（" in line or "(" in line
        for found in _SHORT.finditer(line[: 2 * _LONGEST])
    }
    parts = _by_part(lines[:_HEAD])
    names = {label: held[0] for label, held in parts.items() if len(held) == 1}
    return _by_surname([*chain(*parts.values()), *shorts.values()]) | names | shorts


def is_declaring(line: str) -> bool:
    """Say whether a line says who has a part in the talk, and nothing that is said in it: 主持人：王建国."""
    return line[0] in _FIRST and _DECLARED.match(line[:_LONGEST]) is not None


def _by_part(head: Sequence[str]) -> dict[str, list[str]]:
    """Return who has each part by the labels that stand for it."""
    found = [each for line in head for each in _DECLARED.finditer(line[:_LONGEST])]
    parts: dict[str, list[str]] = {}
    for each in found:
        held = [joined(name) for name in _BETWEEN.split(each["names"])]
        for label in _BY_PART[each["part"]]:
            parts.setdefault(label, []).extend(name for name in held if name not in parts[label])
    return parts


def _by_surname(names: Sequence[str]) -> dict[str, str]:
    held: dict[str, set[str]] = {}
    for name in names:
        surname = _SURNAME.match(name)
        if surname:
            held.setdefault(surname[0], set()).add(name)
    return {surname: next(iter(each)) for surname, each in held.items() if len(each) == 1}
