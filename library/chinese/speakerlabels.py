"""Labels of speakers at the heads of lines: 李华：, 问：, 【主持人】, Smith:, names before wide space or a time."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from library.chinese.persons import NAME, POSITION, SURNAME, is_word
from library.chinese.sentences import is_ended

HEAD = 120
"""Code points at the head of a line in which its speaker is named."""
SENTENCE = 25
"""Code points from which a line without a full stop is a paragraph."""
TITLE = rf"(?:(?:副|总|老)?(?:{POSITION})|常务副(?:{POSITION}))"
"""A pattern for the position behind a name."""

_ROLES = (
    r"问|答|問|记者|記者|主持人|主席|采访者|采访人|访谈者|访谈人|受访者|受訪者|受访人|提问者?|笔者|编辑|读者|观众|网友|听众|旁白|画外音|"
    r"甲|乙|丙|丁|众人?|楼主|版主|\d{1,4}楼|嘉宾|发言人|审判长|审判员|书记员|法官|公诉人|辩护人|原告|被告|被告人|上诉人|证人|"
    r"(?:原告|被告|上诉人|委托)?(?:诉讼)?代理人|[老学]?生\d?|师|[QqAa](?:\d{1,3})?|[问答]\s?\d{1,3}|"
    r"(?:The )?(?:Interviewer|Interviewee|Moderator|Narrator|Question|Answer|Chairman|Witness)|"
    r"THE [A-Z]{3,16}|INTERVIEWER|INTERVIEWEE|MODERATOR"
)
_LATIN = r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,2}"
_WRITTEN = rf"{_ROLES}|(?:{SURNAME})[\u3400-\u9fff· ]{{1,10}}|[\u3400-\u9fff·]{{2,10}}|{_LATIN}"
_ASIDE = r"(?:\s?[（(][^（）()]{1,24}[）)])?"
_COLON = re.compile(
    rf"(?:\*\*|__|[【\[])?(?P<name>{_WRITTEN}){_ASIDE}(?:\*\*|__|[】\]])?\s?[：:](?:\*\*)?|(?P<letter>[QA]\d{{0,3}})\.\s"
)
_BRACKETED = re.compile(rf"(?:【(?P<name>{_WRITTEN}){_ASIDE}】|\[(?P<latin>{_WRITTEN}){_ASIDE}\])(?![：:])")
_SPACED = re.compile(
    rf"(?P<name>{_ROLES}|[\u3400-\u9fff·]{{2,5}}|[\u3400-\u9fff]\u3000[\u3400-\u9fff])(?:\u3000| {{2}})"
)
_POST = re.compile(
    r"(?P<name>[^\s：:][^：:\n]{0,29}?)(?:[(（<][^()（）<>]{1,40}[)）>])?\s+(?:发表于|發表於|发布于|回复于|于)?[：:]?\s?"
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?"
)
_ROLE = re.compile(_ROLES)
_REPORTER = re.compile(r"[\u3400-\u9fff·《》]{2,9}(?:记者|記者)")
_PERSON = re.compile(rf"(?P<name>{NAME}){TITLE}{{0,2}}")
_NICKNAME = re.compile(rf"[老小大阿]{SURNAME}|{SURNAME}(?:{TITLE}|[老总工导])")
_NAME_LATIN = re.compile(_LATIN)
_TELLS = re.compile(r".{2,}[说說道曰讲講云笑喊叫问問答]")
_CITED = re.compile(
    r"[《〈“][^》〉”]{1,60}[》〉”].{0,60}?(?:出版|书局|書局|印书馆|印書館|第\s?\d+\s?[页期卷頁]|\d{4}年)"
)
_NAME_LENGTH = 6
"""Code points from which what stands before a colon is sooner a phrase than a name."""
_PARTICULAR = re.compile(
    r"(?:会议)?(?:时间|地点|主持|出席|列席|缺席|参加|参会|记录|整理|来源|作者|日期|编号|单位|主办|承办|协办|联系人|电话|关键词|摘要|注|附件?|"
    r"附注|说明|责编|责任编辑|编辑|编者按?|按语|摄影|图|文|译者|校对|排版|审核|监制|发送|抄送|主题|题目|议题|议程|地址|邮编|网址|例如?|如下|"
    r"备注|结论|商定|议定|决定|原因|目的|采访|受访|对象|背景|提示|导语|导读|总之|首先|其次|最后|第.|一是|二是|三是|原文|今译|译文|注释|上联|下联|横批|"
    r"时间|時間|地點|紀錄|決議|决议|决定|案由|人物|布景|注意|办法|结果|教训|说明|版权声明|声明|须知|要求|要点|.*如下|.*意见|.*建议|.*问题|.*方面|"
    r"開庭.*|开庭.*|发布|受訪|採訪)"
    r"(?:人员?|者|时间|地点|单位|人员)?"
)
_PARTICULAR_LATIN = re.compile(
    "(?:Note|Notes|Date|Time|Place|Venue|Location|Source|Sources|Author|Authors|Editor|Title|Subject|From|To|Cc|Bcc|Re|"
    "Sent|Price|Address|Tel|Email|Phone|Fax|Contact|Website|ISBN|ISSN|Publisher|Published|Pages|Version|Usage|Input|"
    "Output|Name|Names|Example|Examples|Solution|Theorem|Proof|Lemma|Corollary|Definition|Remark|Problem|Exercise|"
    "Hint|Figure|Fig|Table|Chapter|Section|Part|Step|Tip|Tips|Warning|Caution|Important|Summary|Abstract|Keywords|"
    "Introduction|Background|Objective|Objectives|Method|Methods|Results|Result|Conclusion|Conclusions|Discussion|"
    "Pros|Cons|Advantages|Disadvantages|Ingredients|Directions|Day|Week|Month|Year|Photo|Photograph|Credit|Caption|"
    "Present|Absent|Attendance|Minutes|Agenda|Item|Motion|Vote|Ayes|Noes|Update|Correction|Edit|PS|NB)(?: .*)?",
)


def names_of_labels(lines: Sequence[str]) -> dict[int, str]:
    """Return the names of speakers by the index of the lines that begin with them; none, if they are not those of talk.

    Who is named before a colon or in brackets speaks if that is a role (问, 主持人) or the name of a person, or stands
    there several times beside such. A name before wide space, as in plays, has to stand there several times.
    """
    return _of_talk(_before_colons(lines)) or _of_talk(_in_brackets(lines)) or _of_play(lines)


def names_of_posts(lines: Sequence[str]) -> dict[int, str]:
    """Return the names of those who wrote, by the index of the lines that give name and time above each post."""
    named = {
        index: found["name"].strip()
        for index, line in enumerate(lines)
        if line[-1].isdigit() and (found := _POST.fullmatch(line[:HEAD]))
    }
    written = sum(index + 1 < len(lines) and index + 1 not in named for index in named)
    return named if written > 1 and 2 * written > len(named) else {}


def is_particular(line: str) -> bool:
    """Say whether a line begins with what names no speaker but what follows: 时间：, 地点：, 注：."""
    found = _COLON.match(line[:HEAD])
    return found is not None and _is_particular(_written(found))


def _before_colons(lines: Sequence[str]) -> dict[int, str]:
    named: dict[int, str] = {}
    for index, line in enumerate(lines):
        found = _COLON.match(line[:HEAD])
        if found is None or _is_particular(_written(found)) or _TELLS.fullmatch(_written(found)):
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
        if found and not _is_particular(name) and _is_speech(lines, index, found.end()):
            named[index] = _joined(name)
    return named


def _of_play(lines: Sequence[str]) -> dict[int, str]:
    named: dict[int, str] = {}
    for index, line in enumerate(lines):
        found = _SPACED.match(line[:HEAD])
        if found and not _is_particular(_joined(found["name"])) and is_ended(line) and len(line) > found.end():
            named[index] = _joined(found["name"])
    counts = Counter(named.values())
    often = {name for name, count in counts.items() if count > 1}
    if len(often) < 2 or not _are_people(often) or 2 * sum(counts[name] for name in often) < len(lines):
        return {}
    return {index: name for index, name in named.items() if name in often or _is_sure(name)}


def _of_talk(named: dict[int, str]) -> dict[int, str]:
    """Return those of the names that are speakers', if there are several of them or one has a role."""
    counts = Counter(named.values())
    often = {name for name, count in counts.items() if count > 1}
    sure = {name for name in counts if _is_sure(name)}
    latin = {name for name in often if name.isascii() and _NAME_LATIN.fullmatch(name)}
    names = sure | (often if sure else latin if len(latin) > 1 else set[str]())
    labels = {index: _person(name) for index, name in named.items() if name in names}
    is_talk = len(set(labels.values())) > 1 or any(_ROLE.fullmatch(name) for name in labels.values())
    return labels if is_talk and len(labels) > 1 else {}


def _is_sure(name: str) -> bool:
    """Say whether a name can hardly be anything but that of who speaks."""
    if _ROLE.fullmatch(name):
        return True
    return any(each.fullmatch(name) for each in (_PERSON, _NICKNAME, _REPORTER)) and not is_word(name)


def _are_people(names: Iterable[str]) -> bool:
    return all(_is_sure(name) or len(name) < _NAME_LENGTH for name in names) and any(map(_is_sure, names))


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
    return _joined(found["name"] or found["letter"])


def _joined(name: str) -> str:
    return name if name.isascii() else "".join(name.split())


def _is_particular(name: str) -> bool:
    """Say whether what stands before a colon names no speaker but what follows: 时间, 地点, 注."""
    if name.isascii():
        return _ROLE.fullmatch(name) is None and _PARTICULAR_LATIN.fullmatch(name) is not None
    return _ROLE.fullmatch(name) is None and _PARTICULAR.fullmatch(name) is not None


def _person(name: str) -> str:
    """Return the name of a person without a position behind it."""
    found = _PERSON.fullmatch(name)
    return "".join(found["name"].split()) if found else name
