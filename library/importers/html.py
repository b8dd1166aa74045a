"""Web pages: what reads as the article, or the whole page."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from lxml import etree

from library.chinese.titles import one_line, title_of
from library.errors import LibraryError
from library.importers.base import ImportOptions
from library.importers.encodings import Decoded, decode, known_encoding
from library.importers.flow import Flow
from library.importers.htmlhead import PageHead, page_fields
from library.importers.markup import MarkupTarget, parse_events, parse_html
from library.models import Draft
from library.progress import Progress

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD = 65_536
"""Bytes, and code points, in which what a page says of itself is looked for."""

_SURROUNDINGS = re.compile(
    r"<(?:nav|aside|footer|form)\b|"
    r"<[a-z]+\b[^>]{0,300}?\b(?:id|class|role)\s*=\s*[\"'][^\"'>]{0,200}"
    r"(?:nav|menu|side-?bar|foot|comment|share|related|banner|breadcrumb|recommend|advert)",
    re.IGNORECASE,
)
"""Signs that a page has more on it than a text."""

_TITLES = ("citation_title", "dc.title", "og:title", "title")
_AUTHORS = ("citation_author", "dc.creator", "author", "article:author")
_DATES = ("citation_publication_date", "citation_date", "dc.date", "article:published_time", "pubdate", "date")


class HtmlImporter:
    """Reads a web page; scripts, styles and pictures stay out, and nothing is loaded from anywhere."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml", ".xht", ".shtml")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the page as one document; Refused if its bytes are no text."""
        decoded = decode_page(path.read_bytes(), options.encoding)
        head = PageHead()
        parse_events(decoded.text[:_HEAD], head)
        flow = _whole(decoded.text) if options.whole_page else _article(decoded.text)
        text, elements = flow.finish()
        said = head.said
        title = next((said[name] for name in _TITLES if said.get(name)), "")
        yield Draft(
            text=text,
            title=one_line(title) or title_of(text, options.stem(path)),
            format=self.name,
            encoding=decoded.encoding,
            author="; ".join(head.first(*_AUTHORS)),
            date=one_line(next((said[name] for name in _DATES if said.get(name)), "")),
            language=one_line(said.get("lang", "")),
            fields=tuple(page_fields(head)),
            replaced=decoded.replaced,
            stripped=decoded.stripped,
            elements=elements,
        )


def decode_page(data: bytes, encoding: str | None) -> Decoded:
    """Return a page's text, read as `encoding`, as the page itself says if that makes sense of it, or as guessed."""
    named = _CHARSET.search(data[:_HEAD])
    if encoding is None and named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            codec = known_encoding(named[1].decode("ascii"))
            data.decode(codec)
            return decode(data, codec)
        except (LibraryError, UnicodeError):
            pass  # what the page says of itself is wrong, which is common: it is guessed instead
    return decode(data, encoding)


def _whole(page: str) -> Flow:
    return parse_html(page, MarkupTarget())


def _article(page: str) -> Flow:
    """Return what reads as the article of a page, or the whole page where nothing surrounds a text."""
    for element in ("article", "main"):
        if len(re.findall(rf"<{element}\b", page, re.IGNORECASE)) == 1:
            flow = parse_html(page, MarkupTarget(within=element, bare=True))
            if not flow.empty:
                return flow
    whole = parse_html(page, MarkupTarget(bare=True))
    if not _SURROUNDINGS.search(page):
        return whole
    found = _readable(page)
    return whole if found.empty else found


def _readable(page: str) -> Flow:
    """Return what readability takes for the article; empty where it takes nothing."""
    from readability import Document  # pyright: ignore[reportMissingTypeStubs]
    from readability.readability import Unparseable  # pyright: ignore[reportMissingTypeStubs]

    try:
        found = Document(page).summary(html_partial=True)  # pyright: ignore[reportUnknownVariableType]
    except (Unparseable, etree.LxmlError, ValueError):
        return Flow()
    return parse_html(cast(str, found), MarkupTarget(bare=True))
