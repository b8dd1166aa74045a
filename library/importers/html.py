"""Web pages: what reads as the article, or the whole page."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from library.chinese.persons import NAME
from library.chinese.titles import one_line, title_of
from library.elements import Element
from library.errors import LibraryError, Refused
from library.importers.articles import article_of
from library.importers.base import ImportOptions
from library.importers.encodings import Decoded, decode, is_utf8, known_encoding
from library.importers.htmlhead import PageHead, page_fields
from library.importers.markup import MarkupTarget, parse_html
from library.importers.parsing import parse_events
from library.importers.titling import language_of_file, with_title
from library.models import Draft
from library.progress import Progress

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_WESTERN = frozenset({"cp1252", "latin_1", "iso8859-1", "iso8859-15", "ascii", "utf-8"})
"""Encodings that pages name when they mean nothing by it: most make sense of any bytes."""

_FRAMES = re.compile(r"<frameset\b", re.IGNORECASE)
_FRAME_WORDS = 400
"""Code points below which the words of a page with frames say no more than that there are frames."""

_HEAD = 65_536
"""Bytes, and code points, in which what a page says of itself is looked for."""

_SITE_FIRST, _SITE_LAST = re.compile(r"[\s>»]*[-–—_|·:：>»]+\s*\Z"), re.compile(r"\s*[-–—_|·:：<«]+")
_CALLED = re.compile(
    rf"^(?:(?:本报|本刊|本网|本台|特约|见习|实习|新华社)*(?:记者|記者|作者|通讯员|撰文)(?:[\s:：/／]+|(?=(?:{NAME})$))|(?:文|by)[\s:：/／]+)",
    re.IGNORECASE,
)
"""What stands before a name and says that it is the author's."""

_TITLES = ("citation_title", "dc.title", "og:title", "ld:title", "title")
_AUTHORS = ("citation_author", "dc.creator", "author", "ld:author", "article:author")
_DATES = (
    "citation_publication_date",
    "citation_date",
    "dc.date",
    "article:published_time",
    "ld:date",
    "pubdate",
    "date",
)


class HtmlImporter:
    """Reads a web page; scripts, styles and pictures stay out, and nothing is loaded from anywhere."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml", ".xht", ".shtml")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the page as one document; Refused if its bytes are no text."""
        data = path.read_bytes()
        progress.report(0, 1, options.name or path.name)
        yield page_draft(data, options, path, self.name)


def page_draft(data: bytes, options: ImportOptions, path: Path, form: str, charset: str = "") -> Draft:
    """Return the document that a page makes; `charset` is what the server or message said that brought it.

    Refused if its bytes are no text, or if it only shows other pages.
    """
    decoded = decode_page(data, options.encoding, charset)
    head = PageHead()
    parse_events(decoded.text[:_HEAD], head)
    flow = parse_html(decoded.text, MarkupTarget()) if options.whole_page else article_of(decoded.text)
    text, elements = flow.finish()
    if _FRAMES.search(decoded.text) and len(text) < _FRAME_WORDS:
        raise Refused("This page only shows other pages in frames. Save and import those.")
    said = head.said
    title = next((said[name] for name in _TITLES if said.get(name)), "")
    title = _without_site(one_line(title), text, elements)
    return Draft(
        text=text,
        title=title or title_of(text, options.stem(path)),
        format=form,
        encoding=decoded.encoding,
        author="; ".join(_CALLED.sub("", author) for author in head.first(*_AUTHORS)),
        date=one_line(next((said[name] for name in _DATES if said.get(name)), "")),
        language=language_of_file(
            one_line(said.get("lang") or said.get("citation_language") or said.get("ld:language", "")), text
        ),
        fields=tuple(page_fields(head)),
        replaced=decoded.replaced,
        stripped=decoded.stripped,
        elements=with_title(text, elements, title),
    )


def _without_site(title: str, text: str, elements: Iterable[Element]) -> str:
    """Return the title of a page without the name of its site, where its first heading is the rest of it."""
    heading = next((element for element in elements if element.kind == "heading"), None)
    words = one_line(text[heading.start : heading.end]) if heading is not None else ""
    before, found, behind = title.partition(words) if words else ("", "", "")
    is_rest = found and not (before and behind) and (_SITE_FIRST.search(before) or _SITE_LAST.match(behind))
    return words if is_rest else title


def decode_page(data: bytes, encoding: str | None, charset: str = "") -> Decoded:
    """Return a page's text, read as `encoding`, or as its BOM says, else as UTF-8 if it is that without doubt.

    Next comes what the message said that brought it (`charset`), then what the page says of itself, if that makes
    sense of it, which for Western encodings is no proof; at last it is guessed.
    """
    if encoding is None and not data.startswith(_BOMS) and not is_utf8(data):
        named = _CHARSET.search(data[:_HEAD])
        for name in filter(None, (charset, named[1].decode("ascii") if named else "")):
            try:
                codec = known_encoding(name)
                data.decode(codec)
            except (LibraryError, UnicodeError):
                continue  # what is said of a page is often wrong
            if codec not in _WESTERN:
                return decode(data, codec)
    return decode(data, encoding)
