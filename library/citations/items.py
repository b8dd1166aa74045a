"""What is cited: the fields of a document as styles of citation read them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from library.chinese.languages import Language, language_of
from library.citations.cleaning import cleaned
from library.citations.dates import year_of
from library.citations.names import NOBODY, Names, names_of
from library.fields import KIND_NAMES

_AT_ENDS = " ,，;；:：、。"
"""Punctuation that a style adds itself."""
_PAGES = re.compile(r"^(?:第|pp?\.?(?=\s*\d))\s*|\s*(?:页|頁)$", re.IGNORECASE)
_EXTENT = re.compile(r"\d+\s*(?:页|頁|p\.?|pp\.?|pages)$", re.IGNORECASE)
_DASH = re.compile(r"(?<=[\w])\s*[-‐‑‒–—－~～]+\s*(?=[\w])")
_COUNTED = re.compile(
    r"第?\s*([\w.]+?)\s*(?:卷|期|號|号)|(?:vol(?:ume)?\.?|v\.|no\.?|nr\.?|issue)\s*([\w.]+)", re.IGNORECASE
)
_EDITION_OF_PAPER = re.compile(r"(?:第|page\s*|p\.?\s*|版)?0*([\w]+?)\s*(?:版|版面)?$", re.IGNORECASE)
_NEWSLETTER = re.compile(r".*(?:简报|簡報|快报|专报|动态|要情|内参|摘报|工作交流|工作通讯|工作信息|情况反映)$")
_STANDARD = re.compile(r"(?:GB|DB|JB|HJ|CJJ?|JGJ|YY|SB|ISO|IEC|IEEE|ANSI)(?:/[TZ])?\s?\d")
_NEWSPAPER = re.compile(r".*(?:日报|日報|晚报|晚報|早报|晨报|时报|時報|导报|青年报|商报|周报|公报)$")


@dataclass(frozen=True, slots=True)
class Item:
    """A document as it is cited. `kind` is one of KINDS, told or guessed; dates are in ISO 8601 as far as they go.

    `pages` of a part of something are those on which it stands, of a whole those that are cited. `identifier` tells
    items apart, and is the document's id where there is one.
    """

    kind: str = "other"
    title: str = ""
    author: Names = NOBODY
    editor: Names = NOBODY
    translator: Names = NOBODY
    issuer: Names = NOBODY
    date: str = ""
    container: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    number: str = ""
    url: str = ""
    accessed: str = ""
    doi: str = ""
    language: Language = "other"
    identifier: str = ""

    @property
    def chinese(self) -> bool:
        return self.language == "chinese"

    @property
    def year(self) -> str:
        return year_of(self.date)

    @property
    def online(self) -> bool:
        return bool(self.url or self.doi)

    @property
    def creators(self) -> Names:
        """Who answers for it: the authors, else who issued it; of a whole, else the editors."""
        if self.author or self.issuer:
            return self.author or self.issuer
        return NOBODY if self.is_part else self.editor

    @property
    def is_part(self) -> bool:
        """Whether it stands in something that has editors of its own."""
        return self.kind in ("chapter", "conference", "article", "newspaper", "newsletter")


def item_of(values: Mapping[str, str], identifier: str = "") -> Item:
    """Return the item that the fields of a document tell, by the names of FIELDS; any text may stand in any of them."""
    told = {field: cleaned(value).strip(_AT_ENDS) for field, value in values.items()}

    def of(field: str) -> str:
        return told.get(field, "")

    translated = bool(of("translator"))
    kind = of("kind") if of("kind") in KIND_NAMES else _guessed(told)
    return Item(
        kind=kind,
        title=of("title"),
        author=names_of(of("author"), translated=translated),
        editor=names_of(of("editor")),
        translator=names_of(of("translator")),
        issuer=names_of(of("issuer")),
        date=of("date") or of("adopted"),
        container=of("container"),
        publisher=of("publisher"),
        place=of("place"),
        edition=of("edition"),
        volume=_counted(of("volume")),
        issue=_counted(of("issue")),
        pages=_pages(of("pages")),
        number=of("number"),
        url=_address(of("url")),
        accessed=of("accessed"),
        doi=_address(of("doi")),
        language=language_of(of("language"), of("title") or of("container") or of("author")),
        identifier=identifier or of("citekey"),
    )


def edition_of_paper(item: Item) -> str:
    """Return on which page of a newspaper an item stands, as a number where it is one: 15 of 第15版."""
    told = item.pages or item.edition or item.issue
    found = _EDITION_OF_PAPER.fullmatch(told)
    return found[1] if found else told


def is_newsletter(name: str) -> bool:
    """Say whether a serial is called as those are that an office issues for its own."""
    return _NEWSLETTER.fullmatch(name) is not None


def _guessed(told: Mapping[str, str]) -> str:
    """Return what an item seems to be by the fields that it has."""
    has = {field for field, value in told.items() if value}
    if "container" in has and _NEWSPAPER.fullmatch(told["container"]):
        return "newspaper"
    if "container" in has and is_newsletter(told["container"]):
        return "newsletter"
    if "container" in has and has & {"volume", "issue", "doi"}:
        return "article"
    if {"container", "pages"} <= has and has & {"publisher", "editor"}:
        return "chapter"
    if "number" in has and re.search("[〔［\\[（(]\\d{4}[〕］\\]）)]", told["number"]):
        return "official"
    if "number" in has and _STANDARD.match(told["number"]):
        return "standard"
    if "publisher" in has or "isbn" in has:
        return "book"
    return "webpage" if "url" in has else "other"


def _counted(told: str) -> str:
    """Return a volume or issue without the words around its number: 5 of 第5期 and of no. 5."""
    found = _COUNTED.fullmatch(told)
    return (found[1] or found[2]) if found else told


def _pages(told: str) -> str:
    """Return pages with a hyphen between the first and the last; nothing of how many there are: 320页."""
    return "" if _EXTENT.fullmatch(told) else _DASH.sub("-", _PAGES.sub("", told)).strip(_AT_ENDS)


def _address(told: str) -> str:
    return "".join(told.split()).rstrip(".")
