"""The parsers of XML and HTML, which resolve nothing and load nothing."""

import re
from collections.abc import Mapping
from typing import Protocol

from lxml import etree

from library.errors import Refused

_SUBSET = re.compile(r"<!DOCTYPE[^\[>]{0,2000}\[.{0,50000}?\]\s*>", re.IGNORECASE | re.DOTALL)
"""A document type with declarations within it, which the HTML parser takes for text in part."""

_TOP = 4096
"""Code points in which a document type begins."""

_AMPERSAND = "&#38;"
_PIECE = 1 << 20
"""Bytes handed to the parser at a time."""


class EventTarget(Protocol):
    """What takes the events of a parser."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, tag: str) -> None: ...

    def data(self, words: str) -> None: ...

    def close(self) -> object: ...


class _Unescaped:
    """Passes events on; what stands for `&` in attributes, where entities are left as they are, is `&`."""

    def __init__(self, target: EventTarget) -> None:
        self._start = target.start
        self.end, self.data, self.close = target.end, target.data, target.close

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if any(_AMPERSAND in value for value in attributes.values()):
            attributes = {name: value.replace(_AMPERSAND, "&") for name, value in attributes.items()}
        self._start(tag, attributes)


def parse_xml(page: bytes, target: EventTarget) -> None:
    """Send the events of an XML text to `target`: no entity is resolved, and nothing outside the text is loaded.

    Refused if it is not well formed or nests too deep for the parser.
    """
    parser = etree.XMLParser(
        target=_Unescaped(target),  # pyright: ignore[reportArgumentType]  # the stub asks for events that lxml leaves out
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
    )
    page = page.lstrip(b" \t\r\n")
    try:
        for start in range(0, len(page), _PIECE):
            parser.feed(page[start : start + _PIECE])
        parser.close()
    except etree.XMLSyntaxError as error:
        if "amplification" in error.msg or "entity reference loop" in error.msg:
            raise Refused("This file declares words that multiply without end, which is refused.") from error
        raise Refused("This file is damaged: its markup breaks off or makes no sense.") from error


def parse_events(page: str, target: EventTarget) -> None:
    """Send the events of an HTML text to `target`, at any depth of nesting; nothing outside the text is loaded."""
    parser = etree.HTMLParser(
        target=target,  # pyright: ignore[reportArgumentType]  # the stub asks for events that lxml leaves out
        huge_tree=True,
        no_network=True,
        encoding="utf-8",
    )
    parser.feed(without_declarations(page).encode() or b"<p></p>")
    parser.close()


def without_declarations(page: str) -> str:
    """Return a page without its document type, if there are declarations in that: they are no text."""
    start = page[:_TOP].lower().find("<!doctype")
    found = _SUBSET.match(page, start) if start >= 0 else None
    return page[:start] + page[found.end() :] if found else page
