"""Headings in lenticular brackets, as yearbooks and gazetteers set them: 【概况】, 第一条【目的】."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from library.chinese.layout import Layout
from library.chinese.numerals import HAN
from library.chinese.persons import NAME, POSITION, is_bare_name, is_word

_LEAST = 2
"""Such headings that a text must have: one alone may be a note."""
_PARAGRAPH = 8
_NOTES = (
    "编者按|編者按|编按|按语|编者|导读|导语|摘要|提要|内容提要|关键词|關鍵詞|注|注释|注釋|备注|作者|作者简介|来源|责任编辑|编辑|记者|本报讯|"
    "图片?|图说|链接|延伸阅读|相关阅读|相关链接|上一[篇页章]|下一[篇页章]|返回|推荐|广告|全文|详细|更多|打印|关闭|收藏|分享|大中小|字体.*"
)
_HEAD = re.compile(
    rf"(?:第\s?[{HAN}\d]{{1,6}}\s?条[\s　]*)?【(?!(?:{_NOTES})】)(?P<words>[^【】。，；！？:：]{{2,24}})】"
)
_SPEAKER = re.compile(
    rf".{{0,16}}(?:{POSITION}|记者|記者|听众|网友|众人|提问)[A-Z\d甲乙丙丁一二三四五]?|.{{0,16}}(?:{POSITION})\s*(?:{NAME})"
)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A heading by the index of its line; `end` in code points of the line."""

    index: int
    end: int
    kind: Literal["section", "run_in"]


def bracketed(lines: Layout) -> list[Bracketed]:
    """Return the headings of a text that stand in brackets, each with a paragraph behind or below it."""
    found = [one for index, line in enumerate(lines.texts) if line[0] in "【第" for one in _heading(index, line, lines)]
    return found if len(found) >= _LEAST else []


def _heading(index: int, line: str, lines: Layout) -> Iterator[Bracketed]:
    head = _HEAD.match(line)
    if not head or _SPEAKER.fullmatch(head["words"]) or (is_bare_name(head["words"]) and not is_word(head["words"])):
        return
    if head.end() < len(line):
        if len(line) - head.end() >= _PARAGRAPH:
            yield Bracketed(index, head.end(), "run_in")
    elif index + 1 < len(lines) and len(lines.texts[index + 1]) >= _PARAGRAPH:
        yield Bracketed(index, head.end(), "section")
