"""Where in an item a passage stands: pages, paragraphs, a heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from library.citations.cleaning import cleaned
from library.citations.quotemarks import in_marks

LocatorChoice: TypeAlias = Literal["page", "paragraph", "heading"]
"""What a place is told by, where a document has such; its paragraphs are always there."""
LOCATORS: tuple[LocatorChoice, ...] = get_args(LocatorChoice)

_RANGE = r"(?P<first>[\w.]+)(?:\s*[-‐‑–—~至]+\s*(?P<last>[\w.]+))?"
_NUMBER = r"(?P<first>\d+)(?:\s*[-‐‑–—~至]+\s*(?P<last>\d+))?"
_PARAGRAPHS = (
    re.compile(rf"(?:paras?\.?|paragraphs?|段落?|¶+)\s*{_NUMBER}", re.IGNORECASE),
    re.compile(rf"第?\s*{_NUMBER}\s*(?:自然)?段"),
)
_PAGES = (
    re.compile(rf"(?:pp?\.|pages?|页|頁)\s*{_RANGE}", re.IGNORECASE),
    re.compile(rf"第\s*{_RANGE}\s*[页頁]"),
    re.compile(_NUMBER),
    re.compile(r"(?P<first>[ivxlc]+)(?:\s*[-–—]\s*(?P<last>[ivxlc]+))?"),
)


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in an item. `pages` and `paragraphs` are the first and the last, one if they are the same."""

    pages: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    heading: str = ""

    def __bool__(self) -> bool:
        return bool(self.pages or self.paragraphs or self.heading)

    @classmethod
    def of_passage(
        cls, first: int, last: int, pages: Sequence[str] = (), heading: str = "", choice: LocatorChoice = "page"
    ) -> "Locator":
        """Return the place of a passage as it is chosen, or else its paragraphs from 1.

        `first` and `last` are 0 where there is none, as in the title above the first paragraph.
        """
        if choice == "heading" and heading.strip():
            return cls(heading=cleaned(heading))
        if choice == "page" and pages:
            return cls(pages=tuple(dict.fromkeys(pages)))
        return cls(paragraphs=tuple(dict.fromkeys(number for number in (first or last, last) if number)))

    @classmethod
    def parse(cls, written: str) -> "Locator":
        """Return the place that is written: 12, p. 12, 第12页, pp. 3–5, 段 12, para. 12; anything else is a heading."""
        plain = cleaned(written)
        for pattern in _PARAGRAPHS:
            found = pattern.fullmatch(plain)
            if found:
                return cls(paragraphs=tuple(dict.fromkeys(int(number) for number in found.groups() if number)))
        for pattern in _PAGES:
            found = pattern.fullmatch(plain)
            if found:
                return cls(pages=tuple(dict.fromkeys(number for number in found.groups() if number)))
        return cls(heading=plain)


def in_chinese(locator: Locator) -> str:
    """Return a place as Chinese texts tell it: 12-13 of pages, 第12段, “标题”."""
    if locator.pages:
        return "-".join(locator.pages)
    if locator.paragraphs:
        return f"第{'-'.join(map(str, locator.paragraphs))}段"
    return in_marks(locator.heading, "curly", chinese=True) if locator.heading else ""


def in_english(locator: Locator, *, page_words: bool = True) -> str:
    """Return a place as English texts tell it: p. 12, pp. 12–13, para. 3, “Heading”; pages alone if asked."""
    if locator.pages:
        sign = ("pp. " if len(locator.pages) > 1 else "p. ") if page_words else ""
        return f"{sign}{'–'.join(locator.pages)}"
    if locator.paragraphs:
        return f"{'paras.' if len(locator.paragraphs) > 1 else 'para.'} {'–'.join(map(str, locator.paragraphs))}"
    return in_marks(locator.heading, "curly", chinese=False) if locator.heading else ""
