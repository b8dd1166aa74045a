"""OpenDocument texts: the text with its headings, the numbers of its lists, tables, notes and links."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from library.chinese.titles import one_line, title_of
from library.importers.archive import locked, open_archive
from library.importers.base import ImportOptions
from library.importers.odtbody import OdtBody
from library.importers.odtparts import OdtStyles
from library.importers.parsing import parse_xml
from library.importers.titling import date_of_file, language_of_file, with_title
from library.importers.wordparts import local
from library.models import Draft
from library.progress import Progress

_MARK = b"\xef\xbb\xbf \t\r\n"


class OdtImporter:
    """Reads an OpenDocument text (ODT), packed or not."""

    name = "odt"
    suffixes = (".odt", ".ott", ".fodt")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the document; Refused if it is damaged, locked or unpacks to too much."""
        progress.report(0, 1, options.name or path.name)
        parts = _parts(path)
        styles, said = OdtStyles(), _Meta()
        for part in dict.fromkeys((parts.styles, parts.content)):
            parse_xml(part, styles)
        body = OdtBody(styles)
        parse_xml(parts.content, body)
        parse_xml(parts.meta, said)
        text, elements = body.finish()
        title = one_line(body.title) or one_line(said.get("title"))
        yield Draft(
            text=text,
            title=title or title_of(text, options.stem(path)),
            format=self.name,
            author=one_line(said.get("initial-creator") or said.get("creator")),
            language=language_of_file(one_line(said.get("language")), text),
            date=date_of_file(said.get("creation-date"), text),
            elements=with_title(text, elements, title),
        )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a document that are read."""

    content: bytes
    styles: bytes
    meta: bytes


def _parts(path: Path) -> _Parts:
    """Return the parts of a document, which are all of it where it is not packed (flat XML)."""
    if not zipfile.is_zipfile(path):
        whole = path.read_bytes()
        if whole.lstrip(_MARK).startswith(b"<"):
            return _Parts(whole, whole, whole)
    with open_archive(path) as archive:
        if b"encryption-data" in (archive.find("META-INF/manifest.xml") or b""):
            raise locked()
        content = archive.read("content.xml")
        return _Parts(content, archive.find("styles.xml") or b"<styles/>", archive.find("meta.xml") or b"<meta/>")


class _Meta:
    """Takes the events of `meta.xml`, and keeps what they say by name; others have persons and dates of changes."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self._words = ""
        self._within = False

    def get(self, name: str) -> str:
        """Return what is said under a name, or nothing."""
        return self._said.get(name, "")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._words = ""
        self._within = self._within or local(tag) == "meta"

    def end(self, tag: str) -> None:
        if self._within:
            self._said.setdefault(local(tag), self._words.strip())
        self._within = self._within and local(tag) != "meta"

    def data(self, words: str) -> None:
        self._words += words

    def close(self) -> None:
        return None
