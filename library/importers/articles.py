"""What of a web page reads as its article, with the notes that belong to it."""

import re
from bisect import bisect_right
from typing import cast

from lxml import etree

from library.importers.flow import CELL, Flow
from library.importers.markup import MarkupTarget, parse_html
from library.importers.pagenotes import with_notes
from library.importers.parsing import without_declarations
from library.importers.returns import is_sign

_TAG = re.compile(r"<(?:(nav|aside|footer|form)\b|[a-z][a-z0-9]*\b([^<>]{0,600}))", re.IGNORECASE)
_SURROUNDING = re.compile(
    r"\b(?:id|class|role)\s*=\s*[\"'][^\"'>]{0,200}"
    r"(?:nav|menu|side-?bar|foot(?!note)|comment|share|related|banner|breadcrumb|recommend|advert)",
    re.IGNORECASE,
)
"""What the attributes of elements say that surround a text."""

_ENOUGH = 300
_PART = 4
"""Code points from which an article is taken as it is; a shorter one only if it is such a part of its page."""

_KNOWN = 0.9
"""The share of what was found that must stand so on the page."""

_NOTE = 1000
"""Code points of a note up to which paragraphs are taken with it, where another note follows."""


def article_of(page: str) -> Flow:
    """Return what reads as the article of a page, or the whole page where nothing surrounds a text."""
    page = with_notes(without_declarations(page))
    whole = parse_html(page, MarkupTarget(bare=True))
    for element in ("article", "main"):
        if len(re.findall(rf"<{element}\b", page, re.IGNORECASE)) == 1:
            flow = parse_html(page, MarkupTarget(within=element, bare=True))
            if flow.length >= _ENOUGH or (not flow.empty and flow.length * _PART >= whole.length):
                return _with_lost_notes(_with_heading(flow, whole), whole)
    if not _has_surroundings(page):
        return whole
    found = _readable(page)
    return whole if found.empty else _with_lost_notes(_with_heading(_with_lost_parts(found, whole), whole), whole)


def _has_surroundings(page: str) -> bool:
    """Say whether a page has more on it than a text."""
    return any(tag[1] or _SURROUNDING.search(tag[2]) for tag in _TAG.finditer(page))


def _with_heading(article: Flow, whole: Flow) -> Flow:
    """Return an article behind the one top heading of its page, if that stands outside and it begins with none."""
    top = [words for words, level in whole.headings() if level == "1"]
    own = [words for words, _ in article.headings()]
    if len(top) != 1 or top[0] in own or (own and article.begins_with(own[0])):
        return article
    flow = Flow()
    flow.begin("heading", "1")
    flow.add(top[0])
    flow.end("heading")
    flow.end_paragraph()
    flow.append(article)
    return flow


def _with_lost_parts(found: Flow, whole: Flow) -> Flow:
    """Return what was found of a page with the headings and rows of tables between its paragraphs.

    Readability drops short ones, and those with links. Where its paragraphs are not those of the page, nothing is done.
    """
    wanted = {words for words, _ in found.lines()}
    lines = [(start, words, words in wanted) for words, start in whole.lines()]
    known = {words for _, words, is_wanted in lines if is_wanted}
    if sum(map(len, known)) < _KNOWN * sum(map(len, wanted)):
        return found
    taken = [index for index, (_, _, is_wanted) in enumerate(lines) if is_wanted]
    headings = {words for words, _ in whole.headings()}
    return whole.only(
        {
            start
            for start, words, is_wanted in lines[taken[0] : taken[-1] + 1]
            if is_wanted or words in headings or CELL.strip() in words.split(" ")
        }
    )


def _with_lost_notes(article: Flow, whole: Flow) -> Flow:
    """Return an article followed by the notes that its marks lead to, where these stand elsewhere on the page."""
    lost = {whole.find_place(name) for words, name in article.loose_jumps() if is_sign(words)}
    starts = [start for _, start in whole.lines()]
    first = sorted({bisect_right(starts, place) - 1 for place in lost if place is not None and starts})
    wanted: set[int] = set()
    for index, following in zip(first, [*first[1:], len(starts)], strict=False):
        is_near = following < len(starts) and starts[following] - starts[index] <= _NOTE
        wanted.update(starts[index : following if is_near else index + 1])
    if wanted:
        article.end_paragraph()
        article.append(whole.only(wanted))
        article.end_paragraph()
    return article


def _readable(page: str) -> Flow:
    """Return what readability takes for the article; empty where it takes nothing."""
    from readability import Document  # pyright: ignore[reportMissingTypeStubs]
    from readability.readability import Unparseable  # pyright: ignore[reportMissingTypeStubs]

    try:
        found = Document(page).summary(html_partial=True)  # pyright: ignore[reportUnknownVariableType]
    except (Unparseable, etree.LxmlError, ValueError):
        return Flow()
    return parse_html(cast(str, found), MarkupTarget(bare=True))
