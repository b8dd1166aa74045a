"""The journal that an article in a PDF is from, as the margins of its pages tell it."""

import re
from collections.abc import Sequence

from library.chinese.han import HAN
from library.chinese.numerals import number_of

_N = r"(?:\d{1,3}|[〇一二三四五六七八九十]{1,3})"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_ISSUES = (
    re.compile(rf"第\s*(?P<volume>{_N})\s*卷\s*[,，]?\s*第?\s*(?P<issue>{_N})\s*期"),
    re.compile(rf"{_YEAR}\s*年?\s*[,，·.]?\s*(?<!总)第\s*(?P<issue>{_N})\s*期"),
    re.compile(rf"{_YEAR}\s*[,，]\s*(?P<volume>\d{{1,3}})\s*[(（](?P<issue>\d{{1,3}})[)）]"),
    re.compile(r"\bVol\.?\s*(?P<volume>\d{1,3})\s*[,，]?\s*(?:No|Iss(?:ue)?)\.?\s*(?P<issue>\d{1,3})\b", re.IGNORECASE),
)
_DATED = re.compile(rf"\b{_YEAR}\s*(?:年|\b)")
_AROUND = re.compile(rf"总第\s*\d+\s*期|{_YEAR}\s*年?(?:\s*\d{{1,2}}\s*月)?|[A-Za-z.,&\s]+|[\W\d_]+")
_NAME = re.compile(rf"[{HAN}]{{2,20}}")
_LABELS = ("文章编号", "中图分类号", "收稿日期")


def journal_of(margins: Sequence[str]) -> dict[str, str]:
    """Return the `container`, `volume`, `issue` and year (`date`) that margins of pages tell; nothing without an issue.

    The name of a journal is what stands beside its issue, if that is all in Chinese.
    """
    said: dict[str, str] = {}
    for line in margins:
        for pattern in _ISSUES:
            found = pattern.search(line)
            if found is None:
                continue
            parts = found.groupdict()
            for field, part in (("volume", "volume"), ("issue", "issue"), ("date", "year")):
                if parts.get(part):
                    said.setdefault(field, _digits(parts[part]))
            rest = line[: found.start()] + " " + line[found.end() :]
            year = _DATED.search(rest)
            if year is not None:
                said.setdefault("date", year["year"])
            name = _name(rest)
            if name:
                said.setdefault("container", name)
    return said if "issue" in said else {}


def _name(rest: str) -> str:
    if "：" in rest or ":" in rest or any(label in rest for label in _LABELS):
        return ""
    words = [word for word in _AROUND.sub(" ", rest).split() if word not in "第卷期年月"]
    return words[0] if len(words) == 1 and _NAME.fullmatch(words[0]) else ""


def _digits(written: str) -> str:
    value = number_of(written)
    return written if value is None else str(value)
