"""Headings without a number: short lines between paragraphs, titles of speeches, and parts that every book has."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from library.chinese.cuts import is_cut
from library.chinese.layout import Layout
from library.chinese.persons import byline_name, is_bare_name, is_body, is_credit, is_reporter, is_told_by, is_word
from library.chinese.sentences import is_ended
from library.chinese.wrapping import is_full, wrapped_width

_LONGEST = 36
_LONGEST_SPEECH = 60
_LONGEST_LATIN = 72
_PARAGRAPH, _SAID = 8, 15
"""Code points of a sentence below a heading at least, and of one in quotation marks."""
_GREETING = 16
"""Code points of a salutation at most."""
_RUNNING = 3
"""Times that a line stands in a text before it is taken for what is printed on every page."""
_SPARSE = 6000
"""Code points a heading at most, where headings have no numbers: lines further apart are chance."""
_FEW = 3000
"""Code points of a text that may have a single heading without a number."""

_MATTER = re.compile(
    r"(?:(?P<chapter>前言|序言?|自序|代序|总序|導言|导言|后记|後記|跋|附录[一二三四五六七八九十\dA-Z]?|附錄|凡例|卷首语?)|"
    r"其[一二三四五六七八九十]{1,2}|(?:内容)?摘要|提要|绪论|緒論|引言|导论|導論|概述|概况|结语|結語|结论|結論|结束语|余论|餘論|参考文献|參考文獻|参考书目|致谢|致謝|"
    r"鸣谢|大事记|(?i:abstract|introduction|preface|foreword|conclusions?|references|bibliography|acknowledge?ments|"
    r"appendix(?:\s?[A-Z])?|notes))"
)
_NO_HEADING = re.compile(
    r"[A-Ha-h]\s?[.．、)）]\s?(?:[\u3400-\u9fff（(].*|.*[\s　][B-Hb-h]\s?[.．、)）].*)|[（(\[【〔].*[）)\]】〕]|[—\-–=*_·•●○■□◆★☆※>|~].*|.*(?:[。；：:;|\t]|https?://|www\.|\.{3}|……).*|"
    r".*[，、,…！!？?.]|(?:图|表|圖|图表|照片|附图|附表|附件|Fig|Figure|Table)\s*[\d０-９一二三四五六七八九十（(].*|(?:图|上图|下图|左图|右图|圖)为.*|"
    r"(?:此致|敬礼|敬禮|谨上|謹上|顿首|完|全文完|未完待续|待续|正文|返回|上一[篇页章]|下一[篇页章]|点击.*|.*阅读\s*\d+.*)|"
    r".*[\s　](?:\d{4}|[〇零○一二三四五六七八九]{4})\s?年\s?\S{1,3}\s?月\s?(?:\S{1,3}\s?[日号])?|"
    r"(?:第\s*)?[\d\s０-９/.:年月日时分〇零一二三四五六七八九十星期周旬农历初廿元]+"
    r"(?:[日号版页期年月日时]|第.{1,4}版)?(?:[\s　].{0,8})?"
)
_NAMES = re.compile(r"(?:[\u3400-\u9fff]{2,4}[\s　]+){2,}[\u3400-\u9fff]{2,4}")
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile("[㐀-鿿]")
_SPACED = re.compile("[㐀-鿿](?:[ 　]{1,4}[㐀-鿿]){1,3}")
_MASTHEAD = re.compile(r"\S{2,10}(?:日报|晚报|早报|晨报|时报|周报|周刊|导报|商报|青年报|日報|晚報|時報)")
_QUOTES = frozenset("“‘「『\"'")
_ANYTHING = "又"
_MORE = 2
"""Code points that the first heading may have more than the longest of the others."""
_NUMERAL = r"(?:[〇零一二三四五六七八九十百\d０-９]{1,4}|[IVX]{1,5}|[甲乙丙丁戊己庚辛壬癸])"
_COUNTED = re.compile(
    rf"(?P<before>第|[（(]|(?i:article|section|lesson|day|night|letter|scene|act|step|week|rule|canto|book)\s+){_NUMERAL}"
    rf"(?P<behind>\s?[\u3400-\u9fff]|[）)]|\b)"
)
_ACCOUNT = re.compile("..[志略考篇表]")
"""What a gazetteer calls its parts: 田赋志, which has the form of a name, as 田赋 has."""
_GAZETTEER = re.compile(
    "卷之?[〇零一二三四五六七八九十百上中下首末\\d]{1,4}(?:[\\s　].{0,20})?|.{2,20}[志誌](?:[·：\\s　].{0,20})?"
)
_ATTACHED = re.compile(r"附\s?件\s?[\d０-９一二三四五六七八九十]{0,3}")
_ASIDE = re.compile(r"[（(][^（）()]{1,24}[）)]")
_INTRODUCING = tuple("：:，,、；;")


@dataclass(frozen=True, slots=True)
class Subhead:
    """A line that is a heading without a number, by its index."""

    index: int
    kind: Literal["section", "speech", "chapter"]
    is_matter: bool = False


class Subheads:
    """Finds them among `candidates`, the indexes of short lines.

    `kinds` are those of the other headings, `listed` the lines of a table of contents, which names some of them.
    """

    def __init__(
        self,
        lines: Layout,
        candidates: Sequence[int],
        kinds: Mapping[int, str],
        *,
        title: int,
        length: int,
        listed: Set[int],
    ) -> None:
        self._lines = lines.texts
        self._kinds = kinds
        self._wrapped = wrapped_width(lines)
        self._laid_out = lines
        self._title = title
        self._length = length
        counts = Counter(lines.texts[index] for index in candidates)
        self._candidates = [
            index for index in candidates if counts[lines.texts[index]] < _RUNNING and index not in listed
        ]
        self._named = {lines.texts[index] for index in listed}
        self._found: set[int] = set()
        self._is_gazetteer = any(map(_GAZETTEER.fullmatch, lines.texts[: max(title, 0) + 1]))

    def find(self) -> Iterator[Subhead]:
        """Yield the headings in order."""
        plain: list[Subhead] = []
        others: list[Subhead] = []
        body = self._first_paragraph()
        for index in self._candidates:
            subhead = self._subhead(index, index < body)
            if subhead is None:
                continue
            self._found.add(index)
            counted = plain if subhead.kind == "section" and not subhead.is_matter else others
            counted.append(subhead)
        speeches = [subhead for subhead in others if subhead.kind == "speech"]
        if len(speeches) == 1 and speeches[0].index == self._title + 1 < body:
            others.remove(speeches[0])  # a second line of the title, above the only speech
        opening = self._opening(body, plain) if plain else None
        if opening is not None:
            others.append(Subhead(opening, "section"))
        if self._are_meant(len(plain)):
            others += plain
        yield from sorted(others, key=lambda subhead: subhead.index)

    def _opening(self, body: int, others: Sequence[Subhead]) -> int | None:
        """Return the line above the first paragraph where it is the first heading, as `others` that follow are.

        Below a title most such lines are subtitles: it counts where it is set apart, as 水　利, where the text is not
        Chinese, or where it is as short as the others. One that counts as they do (第一夜) is no title either.
        """
        index = body - 1
        if index < 0 or index > self._title + 1 or index not in self._candidates or index in self._found:
            return None
        line = self._lines[index]
        if not self._may_be(index) or self._is_cut(index):
            return None
        marker = _marker(line)
        if marker and any(marker == _marker(self._lines[other.index]) for other in others):
            return index
        if index == self._title or self._title < 0:
            return None
        longest = max(len(self._lines[other.index]) for other in others)
        is_foreign = not _HAN.search(line) and len(line) <= _LONGEST and len(others) > 1
        is_short = bool(_HAN.search(line)) and len(line) <= longest + _MORE and not is_body(line)
        return index if _SPACED.fullmatch(line) or is_foreign or is_short else None

    def _are_meant(self, count: int) -> bool:
        if count < 2:
            return self._length <= _FEW
        return self._length <= _SPARSE * count

    def _subhead(self, index: int, is_above: bool) -> Subhead | None:
        """Return what a line is: `is_above` says that it stands before the first paragraph."""
        line = self._lines[index]
        matter = _MATTER.fullmatch("".join(line.split()) if _HAN.search(line) else line)
        below = index + self._greets(index + 1)
        if matter and index != self._title and self._follows(below):
            return Subhead(index, "chapter" if matter["chapter"] else "section", is_matter=True)
        if index <= self._title:
            return None
        if not is_above and (self._is_attached(index) or (index - 1 in self._found and self._names_attached(index))):
            return Subhead(index, "section", is_matter=True)
        if self._is_life(index):
            return Subhead(index, "section")
        if not self._may_be(index) or (index - 1 in self._found and is_body(line)):
            return None
        if len(line) <= _LONGEST_SPEECH and self._is_speech(index):
            return Subhead(index, "speech")
        if line[-1] in "？！?!" or len(line) > (_LONGEST if _HAN.search(line) else _LONGEST_LATIN):
            return None
        if self._is_cut(index) or not self._follows(index):
            return None
        settled = self._is_below_head(index) if is_above else self._is_settled(index)
        return Subhead(index, "section") if settled or line in self._named else None

    def _is_attached(self, index: int) -> bool:
        """Say whether a line says only that an attachment begins: 附件1, with its title or its text below."""
        if not _ATTACHED.fullmatch(self._lines[index]) or index + 1 == len(self._lines):
            return False
        below = self._lines[index + 1]
        return not _ATTACHED.match(below) and not below[0].isdigit()

    def _names_attached(self, index: int) -> bool:
        """Say whether a line is the title of the attachment that the line above it begins."""
        line = self._lines[index]
        return _ATTACHED.fullmatch(self._lines[index - 1]) is not None and len(line) <= _LONGEST and self._may_be(index)

    def _is_cut(self, index: int) -> bool:
        """Say whether a line goes on in the next: a break cuts it, or it is a part of a paragraph that is wrapped."""
        if is_cut(self._lines[index], _ANYTHING):
            return True
        if index + 1 == len(self._lines) or not self._laid_out.are_adjacent(index):
            return False
        if self._lines[index + 1][0].islower():
            return True
        return self._wrapped is not None and is_full(self._laid_out, index, self._wrapped)

    def _may_be(self, index: int) -> bool:
        line = self._lines[index]
        if not _LETTER.search(line) or line[0].islower() or _NO_HEADING.fullmatch(line.rstrip("？！?!") or line):
            return False
        if is_credit(line) or is_reporter(line) or self._names_someone(index):
            return False
        return line.count("，") + line.count(",") <= 2

    def _names_someone(self, index: int) -> bool:
        line = self._lines[index]
        if byline_name(line) or _NAMES.fullmatch(line):
            return True
        return is_bare_name(line) and not (self._is_gazetteer and (is_word(line) or _ACCOUNT.fullmatch(line)))

    def _is_settled(self, index: int) -> bool:
        """Say whether the line above is complete, so that this one does not go on with it."""
        above = self._lines[index - 1] if index else ""
        if not above or index - 1 in self._kinds or index - 1 in self._found or index - 1 == self._title:
            return True
        if above.endswith(_INTRODUCING):
            return False
        return is_ended(above) or is_credit(above) or self._is_signed(index - 1)

    def _follows(self, index: int) -> bool:
        """Say whether a paragraph, or a heading that goes into detail, follows: at once, or below who reports."""
        for below in range(index + 1, min(index + 4, len(self._lines))):
            line = self._lines[below]
            if is_reporter(line) or self._is_byline(below) or is_body(line):
                continue
            return self._is_paragraph(below) or self._kinds.get(below, "chapter") != "chapter"
        return False

    def _greets(self, index: int) -> bool:
        """Say whether a line only addresses those who are written or spoken to."""
        return index < len(self._lines) and len(self._lines[index]) <= _GREETING and self._lines[index][-1] in "：:"

    def _is_life(self, index: int) -> bool:
        """Say whether a line is the name of a person whose life is told below."""
        line = self._lines[index]
        below = self._lines[index + 1] if index + 1 < len(self._lines) else ""
        return is_bare_name(line) and below.startswith(line) and self._is_paragraph(index + 1)

    def _is_speech(self, index: int) -> bool:
        """Say whether a speaker's position and name follow, and then what is said."""
        named = False
        for below in range(index + 1, min(index + 5, len(self._lines))):
            line = self._lines[below]
            if not named and (byline_name(line) or is_bare_name(line) or is_told_by(line)):
                named = True
            elif not (len(line) < 24 and _NO_HEADING.fullmatch(line) and not line.endswith("。")):
                return named and (self._is_paragraph(below) or below in self._kinds)
        return False

    def _is_byline(self, index: int) -> bool:
        return byline_name(self._lines[index]) is not None or is_bare_name(self._lines[index])

    def _is_paragraph(self, index: int) -> bool:
        line = self._lines[index]
        if len(line) < (_SAID if line[0] in _QUOTES else _PARAGRAPH) or is_credit(line):
            return False
        return is_ended(line) or "。" in line or len(line) > _LONGEST_SPEECH + _LONGEST_LATIN * line.isascii() // 2

    def _is_signed(self, index: int) -> bool:
        """Say whether a line names who wrote or spoke, in brackets or not."""
        line = self._lines[index]
        return is_reporter(line) or self._is_byline(index) or _ASIDE.fullmatch(line) is not None

    def _is_below_head(self, index: int) -> bool:
        """Say whether a line before the first paragraph heads it: below who wrote, or a newspaper's name and date."""
        if self._kinds.get(index - 1) == "chapter":
            return True
        if self._title < 0:
            return False
        if index > self._title + 1 and self._is_signed(index - 1):
            return True
        return _MASTHEAD.fullmatch(self._lines[self._title]) is not None and index <= self._title + 3

    def _first_paragraph(self) -> int:
        return next((index for index in range(len(self._lines)) if self._is_paragraph(index)), 0)


def _marker(line: str) -> tuple[str, str] | None:
    """Return what stands round the number that a line begins with, or None."""
    found = _COUNTED.match(line)
    return (found["before"], found["behind"]) if found else None
