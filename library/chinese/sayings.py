"""Who says what a paragraph says: 李华委员说，… and “…。”李华说."""

import re

from library.chinese.labelnames import TITLE, joined
from library.chinese.persons import NAME_AT_LEAST, POSITION, is_known_person, is_word

_SAID = (
    "说道?|說道?|表示|指出|强调|強調|认为|認為|谈到|谈道|介绍说?|建议|提出|回答说?|补充说?|补充道|发言说?|告诉记者|坦言|回忆说?|回忆道|要求|"
    "总结说?|感慨道?|提议|反映|呼吁|汇报说?|解释说?|解释道|讲道?|直言"
)
_ANSWERED = "问道?|問道?|答道?|喊道?|叫道?|笑道|叹道|嘆道|应道|應道|应声说|道"
"""Verbs that tell who says what stands in quotation marks before them, beside those above."""
_ADVERBS = (
    "也|亦|还|還|则|則|又|再|才|就|便|却|卻|都|并|並|即|曾|已|将|將|总|總|只|常|仍|更|甚至|曾经|已经|仍然|依然|总是|常常|一直|不停地|连忙|赶紧|忽然|"
    "忽|突然|立刻|立即|马上|当即|随即|同时|一再|多次|反复|接着|接著|最后|最後|随后|首先|其次|进一步|特别|明确|着重"
)
_SHORTLY = rf"同志|先生|女士|讲话|发言|会上|介绍|补充|总结|{_ADVERBS}|[低高大小轻厉]声(?:地)?|(?:微|苦|冷|大)?笑着?"
_AT_LENGTH = (
    "[^，。：；]{1,6}[地着]|一[边面][^，。：；]{1,6}?一[边面]|在[^，。：；]{1,24}?(?:上|中|时|時|后|後|里|裡)|主持[^，。：；]{0,24}?时|"
    "接受[^，。：；]{1,16}?时|(?:对|對|向|代表|结合|就)[^，。：；]{1,16}?"
)
_MANNER = f"(?:{_SHORTLY}){{0,3}}(?:(?:{_AT_LENGTH})(?:{_SHORTLY}){{0,2}}){{0,2}}"
"""How, where and to whom somebody says something; only two of what may be long, so that the search stays short."""
_HELD_BEFORE = rf"(?:(?P<held>[^，。：；！？“”「」]{{0,47}}?(?:{POSITION}|[的人员員家长長者、 　]))(?=.))??"
_WHO = rf"(?P<name>{NAME_AT_LEAST})(?P<title>{TITLE})?{_MANNER}"
_VERB = re.compile(f"(?:{_SAID}|{_ANSWERED})(?:[，,：:。；“「]|$)")
_SAYS = re.compile(rf"{_HELD_BEFORE}{_WHO}(?:{_SAID})(?=[，,：:“「])")
_SAYS_BEHIND = re.compile(rf"[，,]?{_HELD_BEFORE}{_WHO}(?:{_SAID}|{_ANSWERED})(?=[，,：:。；“「]|$)")
_GOES_ON = re.compile(rf"(?:他|她){_MANNER}(?:{_SAID})(?=[，,：:“])")
_NO_NAME = re.compile(
    r".*[镇县市区乡村局厅部会办处院所站校社府司报书案省街组法律们們]|(?:方案|方面|于是|时候|时代|时人|常委|单位|计划|项目|党.|关于|严格|成员|石家|关键|"
    r"农.|应.|和.|时.|金融|双方|有关|白皮).?|.(?:"
    rf"{_ADVERBS}|[在对對向])"
)
_OTHERS = re.compile(".*[人家者民众眾员生地着]")
"""What groups and manners end with, as some names do: 周围人, 温和地."""
_QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"'}
_LONGEST = 2_000
"""Code points of what stands in quotation marks before who says it, at most."""


def sayer(line: str, reach: int) -> str:
    """Return the name of who says what a paragraph says, or "".

    It stands in the first `reach` code points, or in as many behind the quotation that the paragraph begins with.
    """
    closing = line.find(_QUOTES[line[0]], 1, _LONGEST) if line[0] in _QUOTES else -1
    head = line[closing + 1 : closing + 1 + reach]
    if not _VERB.search(head):
        return ""
    return _named((_SAYS_BEHIND if closing > 0 else _SAYS).match(head))


def goes_on(head: str) -> bool:
    """Say whether a paragraph begins with 他说: who spoke before goes on."""
    return _GOES_ON.match(head) is not None


def _named(found: re.Match[str] | None) -> str:
    if not found or _NO_NAME.fullmatch(found["name"]):
        return ""
    name = joined(found["name"])
    is_other = is_word(name) or (_OTHERS.fullmatch(name) is not None and is_word(name[:2]))
    return "" if not found["title"] and is_other and not is_known_person(name) else name
