"""What a PDF says of itself in its metadata stream (XMP, ISO 16684-1), in the words of Dublin Core and PRISM."""

import mmap
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from library.chinese.titles import one_line
from library.errors import Refused
from library.importers.parsing import parse_xml

_BEGIN, _END = b"<x:xmpmeta", b"</x:xmpmeta>"
_LONGEST = 1 << 20
_MOST = 50
"""Bytes of a packet and packets of a file that are read: pictures have such packets as well."""

_SPACES = re.compile(r"purl\.org/dc/|prismstandard|/pdfx/|purl\.org/ontology/bibo")
"""The namespaces of what is said of a publication; others tell of programs and cameras."""

_FIELDS = {
    "container": ("publicationname",),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "publisher": ("publisher",),
    "doi": ("doi", "wps-articledoi"),
    "isbn": ("isbn",),
}
_DATES = ("coverdate", "publicationdate", "coverdisplaydate", "date")
_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


class XmpPacket:
    """Takes the events of a packet, and keeps what it says of the publication by name in lower case."""

    def __init__(self) -> None:
        self._said: defaultdict[str, list[str]] = defaultdict(list)
        self._open: list[str] = []
        self._words = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._words = ""
        if _SPACES.search(tag):
            self._open.append(_local(tag))
        for name, value in attributes.items():
            if _SPACES.search(name):
                self._add(_local(name), value)

    def end(self, tag: str) -> None:
        if self._open:
            self._add(self._open[-1], self._words)
        self._words = ""
        if _SPACES.search(tag) and self._open:
            self._open.pop()

    def data(self, words: str) -> None:
        self._words += words

    def close(self) -> None:
        return None

    @property
    def title(self) -> str:
        """Return the title, or nothing."""
        return self._first("title")

    @property
    def author(self) -> str:
        """Return the names of the authors."""
        return "; ".join(dict.fromkeys(self._said["creator"]))

    @property
    def date(self) -> str:
        """Return the day, month or year of the publication as the file says it, or nothing."""
        return self._first(*_DATES).partition("T")[0]

    def fields(self) -> Iterator[tuple[str, str]]:
        """Yield what the packet says for the fields of a document that are kept beside its row."""
        for field, names in _FIELDS.items():
            value = self._first(*names)
            if field == "doi":
                found = next(filter(None, map(_DOI.fullmatch, (value, *self._said["identifier"]))), None)
                value = found[1] if found else ""
            if value:
                yield field, value
        pages = self._first("pagerange") or "-".join(
            filter(None, (self._first("startingpage"), self._first("endingpage")))
        )
        if pages:
            yield "pages", pages

    def _first(self, *names: str) -> str:
        return next((self._said[name][0] for name in names if self._said[name]), "")

    def _add(self, name: str, words: str) -> None:
        words = one_line(words)
        if words:
            self._said[name].append(words)


def xmp_of(path: Path) -> XmpPacket:
    """Return what the packets of a file say, the last of which counts most; nothing where they are packed or broken."""
    packet = XmpPacket()
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        end = len(data)
        for _ in range(_MOST):
            start = data.rfind(_BEGIN, 0, end)
            if start < 0:
                break
            stop = data.find(_END, start, start + _LONGEST)
            if stop >= 0:
                with suppress(Refused):
                    parse_xml(data[start : stop + len(_END)], packet)
            end = start
    return packet


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()
