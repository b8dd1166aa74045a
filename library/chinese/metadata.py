"""What a text says of itself: its title, its number, who issued it and when, and the notes around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from library.chinese.dates import D, date_at, find_date
from library.chinese.layout import Layout
from library.chinese.particulars import (
    ISSUE,
    ISSUE_LINE,
    NUMBER,
    PAPER,
    LabelField,
    is_editors_note,
    labels_in,
    remainder,
)
from library.chinese.persons import NAME, is_reporter
from library.chinese.titles import one_line, title_in, title_span

_HEAD = 40
"""Lines at the head of a text, and code points of each, among which its particulars stand."""
_REACH = 8_000
_TAIL = 24
_TAIL_REACH = 4_000
_LINE = 80
"""Code points of a line that is not a paragraph, at most."""

_DATED_LINE = re.compile(rf"(?P<body>[^，。；：]{{3,40}}?)\s+(?P<date>{D}{{4}}\s?(?:年|[-./])[^\s，。]{{2,9}})")
_SERIAL = re.compile(
    r".{2,24}(?:简报|簡報|通讯|通訊|快报|专报|专刊|公报|公報|动态|信息|要情|参考|日报|日報|晚报|晚報|早报|时报|周报|周刊|导报|月刊|季刊|学报|内参|摘报|工作交流)"
)
_FILED = re.compile(r"(?P<issuer>.{3,40}?)\s*文\s?件")
_ISSUER = re.compile(
    r"(?P<issuer>[^，。；：、]{2,36}(?:办公室|辦公室|办公厅|委员会|委員會|秘书处|研究室|编辑部|人民政府|政府|局|厅|部|处|院|指挥部|中心|协会|公司|集团|总会|联合会|大学|学校|站|社))"
    r"\s*(?:主办|编印|编|印发|印)?"
)
_ADOPTED = re.compile(r"[（(][^（）()]*(?:通过|通過|批准|修订|修正|公布|发布|颁布|施行)[^（）()]*[）)]")
_SIGNED = re.compile(r"[（(](?P<in>[^（）()]{2,30})[）)]")
_SIGN_WORDS = re.compile(r".*(?:供稿|整理|报送|办公室|辦公室|秘书处|研究室|编辑部|执笔|记录|撰稿)$")
_PLACES = (
    "办公室|辦公室|委员会|委員會|指挥部|政府|局|厅|部|处|院|站|所|中心|党组|支部|总支|党委|协会|公司|学校|大学|联合会"
)
_SIGNER = re.compile(rf"[^，。；：、（）()]{{2,40}}(?:{_PLACES})")
_HOLDER = re.compile(
    r"(?:[^，。；：、（）()\s]{2,24}(?:主席|总统|總統)|(?:[^，。；：、（）()\s]{2,24})?(?:总理|[省市县縣区區州镇]长|部长|部長|主任|局长|局長|厅长|署长|审计长|行长))"
    rf"(?:[ \u3000]+|[：:][ \u3000]*)(?:{NAME})"
)
"""Who signs an order: the office and the name."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and the span in which it stands, in code points of the text."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text says of itself; None for what it does not say.

    `date` and `adopted` are days in ISO 8601, shortened where day or month is not given; the span of `adopted` is the
    whole note that tells it. The others are as they are written, on one line.
    """

    title: Finding | None = None
    document_number: Finding | None = None
    issue: Finding | None = None
    serial: Finding | None = None
    issuer: Finding | None = None
    date: Finding | None = None
    adopted: Finding | None = None
    editor_note: Finding | None = None
    sign_off: Finding | None = None


def metadata(text: str) -> Metadata:
    """Return what `text` says of itself at its head and at its end.

    The rules are those of Chinese official documents, newsletters and newspapers: what stands above the title, the
    numbers in their brackets, the note below the title, and the signature with its date.
    """
    return _Reading(text).metadata()


class _Reading:
    """The lines at the head of a text and those at its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._head = _spans(text[:_REACH], 0)[:_HEAD]
        shift = max(len(text) - _TAIL_REACH, 0)
        self._tail = _spans(text[shift:], shift)[-_TAIL:]
        span = title_span(text)
        self._title = Finding(title_in(text[span[0] : span[1]]), *span) if span else None
        self._top = self._above_paragraphs()

    def metadata(self) -> Metadata:
        """Return all that is found."""
        number = self._labelled("document_number") or self._first(NUMBER, "number", NUMBER)
        issue = self._labelled("issue") or self._first(ISSUE_LINE, "issue", ISSUE)
        serial = self._serial(issue is not None)
        sign_off = self._sign_off()
        return Metadata(
            title=None if serial and self._title and serial.start == self._title.start else self._title,
            document_number=number,
            issue=issue,
            serial=serial,
            issuer=self._labelled("issuer")
            or self._issuer(serial is not None or number is not None)
            or sign_off_issuer(sign_off),
            date=self._date(),
            adopted=self._adopted(),
            editor_note=self._editor_note(),
            sign_off=sign_off,
        )

    def _above_paragraphs(self) -> list[Finding]:
        """Return the lines before the first paragraph; a note of the editor and what it says are passed over."""
        found: list[Finding] = []
        for line in self._head:
            if is_editors_note(line.value):
                continue
            if (len(line.value) > _LINE or line.value.endswith(("。", "。”"))) and not labels_in(line.value):
                break
            found.append(line)
        return found

    def _labelled(self, field: LabelField) -> Finding | None:
        """Return the first value that stands behind a label of a field above the text."""
        for line in self._top:
            for label in labels_in(line.value):
                if label.field == field and label.start < label.end:
                    value = one_line(line.value[label.start : label.end])
                    return Finding(value, line.start + label.start, line.start + label.end)
        return None

    def _first(self, whole: re.Pattern[str], group: str, part: re.Pattern[str]) -> Finding | None:
        """Return the first line above the text that is `whole`, or has `part` among other particulars."""
        for line in self._top:
            if self._title and line.start == self._title.start:
                continue
            found = whole.fullmatch(line.value) or next(
                (part.fullmatch(cell) and part.search(line.value, at) for at, cell in _cells(line.value)), None
            )
            if found:
                start, end = found.span(group)
                return Finding(one_line(found[group]), line.start + start, line.start + end)
        return None

    def _serial(self, is_numbered: bool) -> Finding | None:
        """Return the name of the newsletter or newspaper that stands above the title, or above all."""
        for line in self._top[:4]:
            is_title = self._title is not None and line.start == self._title.start
            paper = PAPER.fullmatch(remainder(line.value))
            if paper and (not is_title or remainder(line.value) == line.value):
                at = line.start + line.value.index(paper["paper"])
                return Finding(paper["paper"], at, at + len(paper["paper"]))
            if _SERIAL.fullmatch(line.value) and is_numbered and not is_title:
                return line
            if is_title:
                return None
        return None

    def _issuer(self, is_issued: bool) -> Finding | None:
        """Return who issued the text; a body that is only named counts where the text `is_issued` under a number."""
        for line in self._top:
            if self._title and line.start == self._title.start:
                continue
            filed = _FILED.fullmatch(line.value)
            if filed and (not self._title or line.start < self._title.start):
                return _part(line, filed, "issuer")
            for at, cell in _cells(line.value):
                found = _ISSUER.fullmatch(cell)
                if found and is_issued:
                    start = line.start + at
                    return Finding(found["issuer"], start + found.start("issuer"), start + found.end("issuer"))
        return None

    def _date(self) -> Finding | None:
        """Return the date of issue: above the text, or at its end, below who signed."""
        tail = [line for line in reversed(self._tail) if not self._top or line.start > self._top[-1].start]
        for line in (*self._top, *tail):
            if (len(line.value) > _LINE and not labels_in(line.value)) or _ADOPTED.fullmatch(line.value):
                continue
            for at, cell in _cells(line.value):
                found = _dated(cell)
                if found:
                    value, start, end = found
                    return Finding(value, line.start + at + start, line.start + at + end)
        return None

    def _adopted(self) -> Finding | None:
        for line in self._head[: len(self._top) + 1]:
            value = find_date(line.value) if _ADOPTED.fullmatch(line.value) else None
            if value:
                return Finding(value, line.start, line.end)
        return None

    def _editor_note(self) -> Finding | None:
        return next((line for line in self._head if is_editors_note(line.value)), None)

    def _sign_off(self) -> Finding | None:
        """Return who signs: the last line in brackets, or the body that is named above the last date."""
        lines = [line for line in self._tail if not self._top or line.start > self._top[-1].start]
        for place, line in reversed(list(enumerate(lines))):
            signed = _SIGNED.fullmatch(line.value)
            if signed and place == len(lines) - 1 and _SIGN_WORDS.fullmatch(signed["in"]):
                return line
            below = lines[place + 1] if place + 1 < len(lines) else None
            signs = _SIGNER.fullmatch(line.value) or _HOLDER.fullmatch(line.value)
            if below and _dated(below.value) and signs and not is_reporter(line.value):
                return line
            if len(line.value) > _LINE:
                return None
        return None


def sign_off_issuer(sign_off: Finding | None) -> Finding | None:
    """Return who signs as the issuer, where it is a body and no note in brackets."""
    return sign_off if sign_off and _SIGNER.fullmatch(sign_off.value) else None


def _spans(text: str, shift: int) -> list[Finding]:
    lines = Layout(text)
    return [
        Finding(line, lines.start(index) + shift, lines.end(index) + shift) for index, line in enumerate(lines.texts)
    ]


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a line between wide spaces, each with its place, it whole, and what stands beside a date."""
    yield from ((found.start(), found.group()) for found in re.finditer(r"\S+(?:[ ]\S+)*", line))
    yield 0, line
    if len(line) <= _LINE and PAPER.fullmatch(remainder(line)):
        yield from ((found.start(), found.group()) for found in re.finditer(r"\S+", line))
    dated = _DATED_LINE.fullmatch(line) if len(line) <= _LINE else None
    if dated:
        yield from ((dated.start(part), dated[part]) for part in ("body", "date"))


def _part(line: Finding, found: re.Match[str], group: str) -> Finding:
    return Finding(found[group], line.start + found.start(group), line.start + found.end(group))


def _dated(line: str) -> tuple[str, int, int] | None:
    """Return the day that a line gives, and where: alone or behind a label, weekday, weather or hour behind it."""
    label = next((label for label in labels_in(line) if label.field == "date"), None)
    start = label.start if label else len(line) - len(line.lstrip("（("))
    found = date_at(line, start, alone=label is not None)
    if found is None:
        return None
    value, end = found
    rest = line[end : label.end if label else len(line)].strip("（()） \u3000")
    if rest and not re.fullmatch(r"(?:印发|星期.|周.|第.{1,6}|[\d:时分上下午]+|[晴阴雨雪多云]+)(?:[\s　].*)?", rest):
        return None
    return value, start, end
