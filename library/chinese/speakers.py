"""Who speaks: the passages of speeches, interviews and minutes, each with its speaker."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from library.chinese.cuts import is_cut
from library.chinese.layout import Layout
from library.chinese.numbering import STARTS, numbering_of
from library.chinese.persons import NAME, POSITION, SURNAME, byline_name, is_credit, is_reporter
from library.chinese.sentences import is_ended

_HEAD = 120
"""Code points at the head of a line in which its speaker is named."""
_SENTENCE = 25
"""Code points from which a line without a full stop is a paragraph."""
_ROLES = (
    r"问|答|問|记者|記者|主持人|采访者|访谈者|受访者|受訪者|提问者?|笔者|编辑|读者|观众|网友|听众|旁白|甲|乙|丙|丁|众|"
    r"[QqAa](?:\d{1,3})?|[问答]\s?\d{1,3}|Interviewer|Interviewee|Moderator"
)
_LABEL = re.compile(
    rf"(?:\*\*|__|[【\[])?"
    rf"(?P<name>{_ROLES}|(?:{SURNAME})[\u3400-\u9fff· ]{{1,10}}|[\u3400-\u9fff·]{{2,6}}|[A-Z][\w.'’-]{{0,20}}"
    rf"(?: [A-Z][\w.'’-]{{0,20}}){{0,2}})(?:\s?[（(][^（）()]{{1,24}}[）)])?(?:\*\*|__|[】\]])?\s?[：:](?:\*\*)?"
)
_ROLE = re.compile(_ROLES)
_TITLE = rf"(?:(?:副|总|老)?(?:{POSITION})|常务副(?:{POSITION}))"
_PERSON = re.compile(rf"(?P<name>{NAME}){_TITLE}{{0,2}}")
_NICKNAME = re.compile(rf"[老小大阿]{SURNAME}|{SURNAME}(?:{_TITLE}|[老总工导])")
_PARTICULAR = re.compile(
    r"(?:会议)?(?:时间|地点|主持|出席|列席|缺席|参加|参会|记录|整理|来源|作者|日期|编号|单位|主办|承办|协办|联系人|电话|关键词|摘要|注|附件?|"
    r"附注|说明|责编|责任编辑|编辑|编者按?|按语|摄影|图|文|译者|校对|排版|审核|监制|发送|抄送|主题|题目|议题|议程|地址|邮编|网址|例如?|如下|"
    r"备注|结论|商定|议定|决定|原因|目的|采访|受访|对象|背景|提示|导语|导读|总之|首先|其次|最后|第.|一是|二是|三是|原文|今译|译文|注释|上联|下联|横批)"
    r"(?:人员?|者|时间|地点|单位|人员)?"
)
_SAID = (
    "说道?|說|表示|指出|强调|強調|认为|認為|谈到|谈道|介绍说?|建议|提出|回答说?|补充说?|补充道|发言说?|告诉记者|坦言|回忆说?|回忆道|要求|"
    "总结说?|感慨道?|提议|反映|呼吁|汇报说?|解释说?|解释道|讲道?|直言"
)
_MANNER = (
    "同志|先生|女士|讲话|发言|会上|也|还|则|又|接着|最后|随后|首先|进一步|特别|明确|着重|介绍|补充|总结|笑着|动情地|"
    "在[^，。：；]{1,24}?(?:上|中|时|后|里)|主持[^，。：；]{0,24}?时|接受[^，。：；]{1,16}?时|"
    "(?:对|向|代表|结合|就)[^，。：；]{1,16}?"
)
_SAYS = re.compile(
    rf"(?P<held>[^，。：；！？“”]{{0,48}}?)(?P<name>{NAME})(?P<title>{_TITLE})?(?:{_MANNER}){{0,3}}(?:{_SAID})(?=[，,：:“])"
)
_GOES_ON = re.compile(rf"(?:他|她)(?:{_MANNER}){{0,3}}(?:{_SAID})(?=[，,：:“])")
_HELD = re.compile(rf"(?:.*(?:{POSITION}|的|人|员|家|长|者|[、 　]))?")
_NO_NAME = re.compile(
    r".*[镇县市区乡村局厅部会办处院所站校社府司报书案省街组法律]|(?:方案|方面|于是|时候|时代|常委|单位|计划|项目|党.|关于|严格|成员|石家|关键|"
    r"农.|应.|和.|时.|金融|双方|有关|白皮).?"
)
_COUNTED = re.compile(r"(?:第?[一二三四五六七八九十]{1,2}(?:是|要|，|,|点|、)|首先|其次|再次|最后)")
_ASIDE = re.compile(r"[（(\[【〔].*[）)\]】〕]|[—\-*=_·]{3,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """What one speaker says at one time: `name` without position, the span in code points of the text."""

    name: str
    start: int
    end: int


def speakers(text: str) -> list[Passage]:
    """Return the passages of `text` whose speaker is named, in order; they do not overlap.

    A speaker is named in front of a colon (李华：, 问：), in a line of position and name above a speech, or at the
    head of a paragraph as 李华委员说. What is said goes on to the next speaker, to an aside or to the end; after 李华说
    it is the paragraph, with the points that it announces.
    """
    return _Speech(text).passages()


class _Speech:
    """The lines of one text, and who is named at the head of each."""

    def __init__(self, text: str) -> None:
        self._layout = Layout(text)
        self._lines = self._layout.texts

    def passages(self) -> list[Passage]:
        """Return the passages by labels where there are any, else those by bylines and by verbs."""
        labels = self._labels()
        if labels:
            return [self._passage(name, index, self._end_of_label(index, labels)) for index, name in labels.items()]
        bylines = self._bylines()
        found = [one for one in self._said() if not any(_overlap(one, other) for other in _near(one, bylines))]
        return sorted([*bylines, *found], key=lambda passage: passage.start)

    def _passage(self, name: str, first: int, end: int) -> Passage:
        return Passage(name, self._layout.start(first), self._layout.end(end - 1))

    def _labels(self) -> dict[int, str]:
        """Return the names before a colon by the index of their lines; none, if they are not those of speakers."""
        named: dict[int, str] = {}
        for index, line in enumerate(self._lines):
            found = _LABEL.match(line[:_HEAD])
            if found and not _is_particular(found["name"]) and self._is_speech(index, found.end()):
                named[index] = "".join(found["name"].split()) if not found["name"].isascii() else found["name"]
        counts = Counter(named.values())
        sure = {
            name for name in counts if _ROLE.fullmatch(name) or _PERSON.fullmatch(name) or _NICKNAME.fullmatch(name)
        }
        names = sure | {name for name, count in counts.items() if count > 1 and sure}
        labels = {index: _person(name) for index, name in named.items() if name in names}
        is_talk = len(set(labels.values())) > 1 or any(_ROLE.fullmatch(name) for name in labels.values())
        return labels if is_talk and len(labels) > 1 else {}

    def _is_speech(self, index: int, at: int) -> bool:
        """Say whether something is said behind the colon, there or in the next line."""
        said = self._lines[index][at:].strip() or (self._lines[index + 1] if index + 1 < len(self._lines) else "")
        return is_ended(said) or len(said) > _SENTENCE or bool(re.search("[。，！？,]", said))

    def _end_of_label(self, index: int, labels: dict[int, str]) -> int:
        """Return the index behind the last line of what is said from `index` on."""
        end = index + 1
        while end < len(self._lines) and end not in labels and not self._is_break(end):
            end += 1
        return end

    def _is_break(self, index: int) -> bool:
        """Say whether a line is no speech: an aside, a credit, a particular, or a line without an end."""
        line = self._lines[index]
        if _ASIDE.fullmatch(line) or is_credit(line) or line[0] == "#":
            return True
        label = _LABEL.match(line[:_HEAD])
        return (label is not None and _is_particular(label["name"])) or (len(line) <= _SENTENCE and not is_ended(line))

    def _bylines(self) -> list[Passage]:
        """Return the passages below lines of position and name, up to what stands above the next of them."""
        named = [(index, name) for index, line in enumerate(self._lines) if (name := byline_name(line))]
        named = [(index, name) for index, name in named if self._is_paragraph(index + 1)]
        found: list[Passage] = []
        for place, (index, name) in enumerate(named, 1):
            end = self._above(named[place][0]) if place < len(named) else len(self._lines)
            if end > index + 1:
                found.append(self._passage(name, index + 1, end))
        return found

    def _above(self, index: int) -> int:
        """Return the index of the first line of the heading above a byline."""
        while index and not self._is_paragraph(index - 1):
            index -= 1
        return index

    def _is_paragraph(self, index: int) -> bool:
        if not 0 <= index < len(self._lines):
            return False
        line = self._lines[index]
        if line[0] in STARTS and index + 1 < len(self._lines) and numbering_of(line) and self._is_paragraph(index + 1):
            return True
        return is_ended(line) or (len(line) > _SENTENCE and ("。" in line or len(line) > _HEAD))

    def _said(self) -> Iterator[Passage]:
        """Yield the paragraphs that begin with who says what follows."""
        last = ""
        free = 0
        for index, line in enumerate(self._lines):
            if index < free:
                continue
            head = line[:_HEAD]
            name = self._sayer(head) or (last if _GOES_ON.match(head) else "")
            last = name
            if name and len(line) > _SENTENCE // 4 and not is_reporter(line):
                free = self._end_of_saying(index)
                yield self._passage(name, index, free)

    def _sayer(self, head: str) -> str:
        found = _SAYS.match(head)
        if not found or not _HELD.fullmatch(found["held"]) or _NO_NAME.fullmatch(found["name"]):
            return ""
        return "".join(found["name"].split())

    def _end_of_saying(self, index: int) -> int:
        """Return the index behind a paragraph, the rest that a page break cut off, and the points that it announces."""
        end = self._end_of_paragraph(index)
        if self._lines[end - 1].endswith(("：", ":")):
            while end < len(self._lines) and self._is_counted(self._lines[end]):
                end = self._end_of_paragraph(end)
        return end

    def _end_of_paragraph(self, index: int) -> int:
        while index + 1 < len(self._lines) and is_cut(self._lines[index], self._lines[index + 1]):
            index += 1
        return index + 1

    def _is_counted(self, line: str) -> bool:
        return bool(_COUNTED.match(line)) or (line[0] in STARTS and numbering_of(line) is not None)


def _is_particular(name: str) -> bool:
    """Say whether what stands before a colon names no speaker but what follows: 时间, 地点, 注."""
    return _ROLE.fullmatch(name) is None and _PARTICULAR.fullmatch(name) is not None


def _person(name: str) -> str:
    """Return the name of a person without a position behind it."""
    found = _PERSON.fullmatch(name)
    return "".join(found["name"].split()) if found else name


def _near(passage: Passage, others: list[Passage]) -> Iterator[Passage]:
    """Yield those of `others`, in order, that may overlap `passage`."""
    at = bisect_right(others, passage.start, key=lambda other: other.start)
    yield from others[max(at - 1, 0) : at + 1]


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
