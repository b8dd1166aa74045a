"""Labels of speakers at the heads of lines: 李华：, 问：, 【主持人】, Smith:, names before wide space or a time."""

import re
from collections import Counter
from collections.abc import Container, Sequence

from library.chinese.declared import is_declaring
from library.chinese.labelnames import (
    LATIN,
    ROLES,
    are_people,
    is_latin,
    is_likely,
    is_particular,
    is_role,
    is_sure,
    joined,
    person,
)
from library.chinese.persons import SURNAME
from library.chinese.sentences import is_ended

HEAD = 120
"""Code points at the head of a line in which its speaker is named."""
SENTENCE = 25
"""Code points from which a line without a full stop is a paragraph."""

_WRITTEN = rf"{ROLES}|(?:{SURNAME})[\u3400-\u9fff· ]{{0,10}}|[\u3400-\u9fff·]{{2,10}}|{LATIN}"
_ASIDE = r"(?:\s?[（(][^（）()]{1,24}[）)])?"
_COLON = re.compile(
    rf"(?:\*\*|__|[【\[])?(?P<name>{_WRITTEN}){_ASIDE}(?:\*\*|__|[】\]])?\s?[：:](?:\*\*)?|(?P<letter>[QA]\d{{0,3}})\.\s"
)
_BRACKETED = re.compile(rf"(?:【(?P<name>{_WRITTEN}){_ASIDE}】|\[(?P<latin>{_WRITTEN}){_ASIDE}\])(?![：:])")
_SPACED = re.compile(
    rf"(?P<name>{ROLES}|[\u3400-\u9fff·]{{2,5}}|[\u3400-\u9fff]\u3000[\u3400-\u9fff])(?:\u3000| {{2}})"
)
_POST = re.compile(
    r"(?P<name>[^\s：:][^：:\n]{0,29}?)(?:[(（<][^()（）<>]{1,40}[)）>])?\s+(?:发表于|發表於|发布于|回复于|于)?[：:]?\s?"
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?"
)
_TELLS = re.compile(r".{2,}[说說道曰讲講云笑喊叫问問答]")
_CITED = re.compile(
    r"[《〈“][^》〉”]{1,60}[》〉”].{0,60}?(?:出版|书局|書局|印书馆|印書館|第\s?\d+\s?[页期卷頁]|\d{4}年)"
)
_NAME_LENGTH = 6
"""Code points from which what stands before a colon is sooner a phrase than a name."""
_PAIRED = {"问题": {"回答", "解答", "答"}, "問題": {"回答", "解答", "答"}}
"""Labels of what is asked, and those of what is answered, without one of which they name no speaker."""
_ADDRESSES = re.compile(
    "[我你您咱俺妳]|大家|各位|诸位|諸位|同意|谢谢|多谢|謝謝|多謝|请|請|[吗呢吧啊呀嘛嗎][。，！？!?]|[？?]|(?:是|对|好|行|嗯|不)[的啊]?[。，！]"
)
"""What is said to somebody, not told of something."""
_ASKS = re.compile("[你您妳].*[？?]")
_ADDRESSED = 2
"""Lines at least, and one in so many of all, that speak to somebody where the labels alone may be words."""


def names_of_labels(lines: Sequence[str], declared: Container[str] = ()) -> dict[int, str]:
    """Return the names of speakers by the index of the lines that begin with them; none, if they are not those of talk.

    Who is named before a colon or in brackets speaks if that is a role (问, 主持人) or the name of a person, or stands
    there several times beside such, or is one of those `declared`. A word that has the form of a name (高峰) and an
    office count beside who surely speaks, or where what stands behind them is said to somebody. A name before wide
    space, as in plays, has to stand there several times.
    """
    talks = (_of_talk(named, lines, declared) for named in (_before_colons(lines, declared), _in_brackets(lines)))
    return next(filter(None, talks), None) or _of_play(lines)


def names_of_posts(lines: Sequence[str]) -> dict[int, str]:
    """Return the names of those who wrote, by the index of the lines that give name and time above each post."""
    named = {
        index: found["name"].strip()
        for index, line in enumerate(lines)
        if line[-1].isdigit() and (found := _POST.fullmatch(line[:HEAD]))
    }
    written = sum(index + 1 < len(lines) and index + 1 not in named for index in named)
    return named if written > 1 and 2 * written > len(named) else {}


def begins_with_particular(line: str) -> bool:
    """Say whether a line begins with what names no speaker but what follows: 时间：, 地点：, 注：."""
    found = _COLON.match(line[:HEAD])
    return found is not None and is_particular(_written(found))


def _before_colons(lines: Sequence[str], declared: Container[str]) -> dict[int, str]:
    named: dict[int, str] = {}
    for index, line in enumerate(lines):
        found = _COLON.match(line[:HEAD])
        if found is None or not _may_speak(_written(found), declared) or is_declaring(line):
            continue
        if _is_speech(lines, index, found.end()) and not _CITED.match(line, found.end()):
            named[index] = _written(found)
    counts = Counter(named.values())
    ends = {index: found.end() for index in named if (found := _COLON.match(lines[index][:HEAD]))}
    return {index: name for index, name in named.items() if counts[name] > 1 or _is_sentence(lines, index, ends[index])}


def _in_brackets(lines: Sequence[str]) -> dict[int, str]:
    named: dict[int, str] = {}
    for index, line in enumerate(lines):
        found = _BRACKETED.match(line[:HEAD]) if line[0] in "【[" else None
        name = (found["name"] or found["latin"]) if found else ""
        if found and not is_particular(name) and _is_speech(lines, index, found.end()):
            named[index] = joined(name)
    return named


def _of_play(lines: Sequence[str]) -> dict[int, str]:
    named: dict[int, str] = {}
    for index, line in enumerate(lines):
        found = _SPACED.match(line[:HEAD])
        if found and not is_particular(joined(found["name"])) and is_ended(line) and len(line) > found.end():
            named[index] = joined(found["name"])
    counts = Counter(named.values())
    often = {name for name, count in counts.items() if count > 1}
    if len(often) < 2 or not are_people(often, _NAME_LENGTH) or 2 * sum(counts[name] for name in often) < len(lines):
        return {}
    return {index: name for index, name in named.items() if name in often or is_sure(name)}


def _may_speak(name: str, declared: Container[str]) -> bool:
    if name in declared or name in _PAIRED:
        return True
    return not is_particular(name) and not _TELLS.fullmatch(name)


def _of_talk(named: dict[int, str], lines: Sequence[str], declared: Container[str]) -> dict[int, str]:
    """Return those of the names that are speakers', if there are several of them or one has a role."""
    counts = Counter(named.values())
    often = {name for name, count in counts.items() if count > 1 and name not in _PAIRED}
    sure = {name for name in counts if is_sure(name) or name in declared}
    likely = {name for name in counts if is_likely(name)}
    latin = {name for name in often if is_latin(name)}
    if sure:
        names = sure | often | likely | {name for name, others in _PAIRED.items() if not others.isdisjoint(sure)}
    else:
        names = latin if len(latin) > 1 else likely if _are_addressed(named, likely, lines) else set[str]()
    labels = {index: person(name) for index, name in named.items() if name in names}
    is_talk = len(set(labels.values())) > 1 or any(is_role(name) for name in labels.values())
    return labels if is_talk and len(labels) > 1 else {}


def _are_addressed(named: dict[int, str], likely: Container[str], lines: Sequence[str]) -> bool:
    """Say whether most labels are likely ones, and what stands behind them is said to somebody."""
    said = [lines[index][:HEAD] for index, name in named.items() if name in likely]
    addressed = sum(_ADDRESSES.search(line) is not None for line in said)
    if 2 * len(said) <= len(named) or _ADDRESSED * addressed < len(said):
        return False
    return addressed >= _ADDRESSED or any(map(_ASKS.search, said))


def _is_speech(lines: Sequence[str], index: int, at: int) -> bool:
    """Say whether something is said behind a label, there or in the next line."""
    said = _said(lines, index, at)
    return is_ended(said) or len(said) > SENTENCE or bool(re.search("[。，！？,]", said))


def _is_sentence(lines: Sequence[str], index: int, at: int) -> bool:
    """Say whether a sentence stands behind a label that occurs but once: 受访人：李华，七十岁 says who that is."""
    said = _said(lines, index, at)
    return is_ended(said) or bool(re.search("[。！？]", said))


def _said(lines: Sequence[str], index: int, at: int) -> str:
    return lines[index][at:].strip() or (lines[index + 1] if index + 1 < len(lines) else "")


def _written(found: re.Match[str]) -> str:
    return joined(found["name"] or found["letter"])
