"""The words and letters of GB/T 7714 by the language of what is cited."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from library.chinese.languages import Language
from library.citations.items import Item
from library.citations.ordinals import ordinal

_LETTERS = {
    "book": "M", "chapter": "M", "gazetteer": "M", "article": "J", "newspaper": "N", "conference": "C", "thesis": "D",
    "report": "R", "archive": "A", "webpage": "EB", "official": "Z", "interview": "Z", "other": "Z",
    "newsletter": "Z", "standard": "S", "patent": "P", "dataset": "DS",
}  # fmt: skip
"""The letters of types (annex B of 2015, annex A of 2025)."""
_COMPILATION = re.compile(r".*(?:汇编|彙編|选编|選編)")
_PROCEEDINGS = re.compile(r".*(?:论文集|論文集|会议录|會議錄)|.*\bproceedings\b.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """What is said in the language of an item."""

    others: str
    anonymous: str
    no_date: str
    no_place: str
    no_publisher: str
    untitled: str
    edited: str
    interviewed: str
    translated: str
    issue: str
    edition: Callable[[int], str]


_CHINESE = Words(
    "等",
    "佚名",
    "无日期",
    "[出版地不详]",
    "[出版者不详]",
    "[无题名]",
    "编",
    "采访",
    "译",
    "第{}期",
    lambda count: f"{count}版",
)
_RUSSIAN = Words(
    "и др.",
    "Anon",
    "n.d.",
    "[S.l.]",
    "[s.n.]",
    "[Untitled]",
    "ред.",
    "интервьюер",
    "пер.",
    "№ {}",
    lambda count: f"{count}-е изд.",
)
_OTHER = Words(
    "et al.",
    "Anon",
    "n.d.",
    "[S.l.]",
    "[s.n.]",
    "[Untitled]",
    "ed.",
    "interviewer",
    "trans.",
    "no. {}",
    lambda count: f"{ordinal(count)} ed.",
)
WORDS: Mapping[Language, Words] = {
    "chinese": _CHINESE,
    "japanese": Words(
        "他",
        "佚名",
        "n.d.",
        "[S.l.]",
        "[s.n.]",
        "[Untitled]",
        "編",
        "聞き手",
        "訳",
        "第{}号",
        lambda count: f"{count}版",
    ),
    "russian": _RUSSIAN,
    "other": _OTHER,
}


def type_of(item: Item) -> str:
    """Return the letter of an item's type. Books called 汇编 are compilations, those called 论文集 proceedings."""
    letter = _LETTERS.get(item.kind, "Z")
    if letter == "M" and item.kind != "gazetteer":
        whole = item.container if item.kind == "chapter" else item.title
        if _COMPILATION.fullmatch(whole):
            return "G"
        return "C" if _PROCEEDINGS.fullmatch(whole) else "M"
    return letter
