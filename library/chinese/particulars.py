"""The lines above a text that give its particulars: labels with their values, numbers, issues, mastheads."""

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from library.chinese.dates import is_date, without_dates
from library.chinese.numerals import HAN

LabelField = Literal["title", "document_number", "issue", "issuer", "date", "other"]

_NUMERAL = rf"(?:\d+|[０-９]+|[{HAN}]+)"
_OPEN, _CLOSE = r"[〔［\[（(【]", r"[〕］\]）)】]"
NUMBER = re.compile(
    rf"(?P<number>(?:[\u3400-\u9fffA-Za-z]{{1,16}}\s?)?{_OPEN}\s?(?:\d{{4}}|[〇零○一二三四五六七八九]{{4}})\s?{_CLOSE}\s?"
    rf"(?:第\s?)?{_NUMERAL}\s?[号號])"
)
ISSUE = re.compile(
    rf"(?P<issue>(?:[〔［\[（(]?(?:\d{{4}}|[〇零一二三四五六七八九]{{4}})[〕］\]）)]?\s?年?\s?(?=[第总總]))?(?:总|總)?第?\s?{_NUMERAL}\s?[期辑輯]|"
    rf"第\s?{_NUMERAL}\s?[期辑輯号號]|(?:\d{{4}}|[〇零一二三四五六七八九]{{4}})年第\s?{_NUMERAL}\s?次)"
)
_MORE_ISSUE = rf"(?:[\s，,·]*[（(〔]?\s*(?:总|總)\s?第?\s?{_NUMERAL}\s?[期辑輯]\s*[）)〕]?)"
ISSUE_LINE = re.compile(
    rf"(?:《[^《》]{{2,24}}》\s*)?(?:[（(〔\[](?!\d{{4}}[〕］\]）)]))?\s*{ISSUE.pattern}\s*{_MORE_ISSUE}?[）)〕\]]?\s*(?:[（(〔].{{1,20}}[）)〕])?"
)
"""A line that says which issue of a newsletter, or which meeting of a year, this is."""
PAPER = re.compile(
    r"(?:《)?(?P<paper>[^\s《》，。]{2,16}(?:日报|日報|晚报|晚報|早报|早報|时报|時報|周报|週報|周刊|週刊|导报|導報|晨报|商报|青年报))(?:》)?"
)

_FIELDS: dict[LabelField, str] = {
    "title": "书名 書名 标题 標題 题名 題名 篇名 文件名称 title",
    "document_number": "发文字号 發文字號 文号 文號 文件编号 公文编号",
    "issue": "期号 期次 刊期 期数",
    "issuer": (
        "发文机关 發文機關 发文单位 发布机构 发布机关 发布单位 颁布单位 公布机关 制定机关 主办单位 主办 "
        "编印 编发 编者 issued§by"
    ),
    "date": (
        "成文日期 发文日期 印发日期 公布日期 颁布日期 发布日期 发布时间 发表时间 会议时间 召开时间 "
        "采访时间 访谈时间 记录时间 时间 日期 date"
    ),
    "other": (
        "地点 地點 主持 主持人 出席 出席人 列席 缺席 参加 参会 参会人 与会 人员 记录 記錄 记录人 来源 "
        "來源 信息来源 作者 发布 编号 编號 单位 承办 协办 联系人 电话 关键词 主题词 摘要 签发 签发人 核稿 "
        "拟稿 会签 主送 抄送 采访 采访人 受访人 访谈人 采访者 受访者 整理 整理人 摄影 编辑 责任编辑 阅读 "
        "译者 出版社 索引号 主题分类 公开方式 公开类别 有效性 效力级别 时效性 生成日期 实施日期 施行日期 "
        "失效日期 文种 体裁 分类 类别 栏目 版次 服务对象 author source by"
    ),
}
"""Labels by what their values are; in Chinese ones white space may stand between the characters, § is one space."""


def _label_pattern(field: LabelField) -> str:
    """Return a pattern for the labels of a field, the longest first."""
    words = sorted((word.replace("§", " ") for word in _FIELDS[field].split()), key=len, reverse=True)
    spaced = (word if word.isascii() else r"[ \u3000\u00a0]*".join(word) for word in words)
    return f"(?P<{field}>{'|'.join(spaced)})"


_LABEL = re.compile(
    rf"(?:^|(?<=[\s；;|]))(?:{'|'.join(map(_label_pattern, _FIELDS))})(?:人员|时间|地点)?\s?[:：]\s*", re.IGNORECASE
)
_REST = re.compile(
    rf"(?:第\s*)?{_NUMERAL}\s*[页頁版]|[A-D]\d{{1,2}}\s*版?|今日\s?{_NUMERAL}\s?[版张]|(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|"
    rf"(?:农历|農曆|夏历|阴历|陰曆)\S{{2,16}}|(?:国内)?统一(?:连续出版物)?刊号\S*|[（(]?(?:总|總)\s?第?\s?{_NUMERAL}\s?[期号號][）)]?|"
    r"创刊号|(?:要闻|综合|副刊|理论|评论|国际|国内|广告)版?"
)
"""What else stands beside the name of a newspaper: page, day of the week, day of the moon."""
_SIGNS = re.compile(r"[\s·|/,，（()）]+")
_CELLS = re.compile(r"\s*(?:\u3000|\s{2,})\s*")
_EDITORS = re.compile(
    r"[*【［\[（(]{1,3}(?:编者按|编者的话|編者按|按语|编按)[*】］\]）)]{1,3}|[*【\[（(]*(?:编者按|编者的话|编者案|編者按|按语|按語|編按|编按)[*】\]）)]*(?:\s*[：:\s]|$)"
)


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """The value behind a label: where it stands in its line, in code points, and for which field."""

    field: LabelField
    start: int
    end: int


def labels_in(line: str) -> list[LabelledValue]:
    """Return the values of a line that begins with a label and may have more: `发文字号：…　发布日期：…`."""
    found = list(_LABEL.finditer(line))
    if not found or found[0].start():
        return []
    ends = [*(label.start() for label in found[1:]), len(line)]
    values = zip(found, ends, strict=True)
    return [LabelledValue(_field_of(label), label.end(), max(_drawn(line, end), label.end())) for label, end in values]


def is_numbered(line: str) -> bool:
    """Say whether a line gives the number of a paper or of an issue, alone or beside other particulars."""
    return any(NUMBER.fullmatch(cell) or ISSUE_LINE.fullmatch(cell) for cell in (line, *_CELLS.split(line)))


def is_particular(line: str) -> bool:
    """Say whether a line gives nothing but particulars: a number, an issue, a date, a page, a newspaper with these."""
    if is_numbered(line) or any(is_date(cell) for cell in _CELLS.split(line.strip("（()） "))):
        return True
    rest = remainder(line)
    return not rest or (rest != line and PAPER.fullmatch(rest) is not None)


def remainder(line: str) -> str:
    """Return what a line has beside dates, pages, issues and days of the week."""
    words = [word for word in _SIGNS.split(without_dates(line)) if word]
    return " ".join(word for word in words if not _REST.fullmatch(word) and not ISSUE.fullmatch(word))


def is_editors_note(line: str) -> bool:
    """Say whether a line is, or begins, a note of the editor."""
    return _EDITORS.match(line) is not None


def _field_of(label: re.Match[str]) -> LabelField:
    return cast(LabelField, next(field for field in get_args(LabelField) if label[field]))


def _drawn(line: str, end: int) -> int:
    return len(line[:end].rstrip(" \t\u3000\u00a0；;|"))
