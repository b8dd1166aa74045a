"""E-books: the chapters of an EPUB in reading order as one text."""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from library.chinese.titles import one_line
from library.errors import Refused
from library.importers.archive import Archive, open_archive
from library.importers.base import ImportOptions
from library.importers.epubcontents import Contents, Entry
from library.importers.flow import Flow
from library.importers.html import decode_page
from library.importers.markup import MarkupTarget
from library.importers.parsing import parse_events, parse_xml
from library.importers.titling import language_of_file, with_title
from library.models import Draft
from library.progress import Progress

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_FONTS = re.compile(rb"<(?:\w+:)?EncryptionMethod[^>]+Algorithm=\"(?!http://(?:www\.idpf\.org|ns\.adobe\.com/pdf/enc))")
"""The mark of a method of encryption that is not one of those for fonts alone."""

_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_SUFFIXES = (".xhtml", ".html", ".htm")
_NCX = "application/x-dtbncx+xml"
_ISBN = re.compile(r"(?:urn:isbn:|isbn[: ]*)?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])", re.IGNORECASE)
_DOI = re.compile(r"(?:urn:doi:|info:doi/|doi[: ]*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ROLES = {"edt": "editor", "trl": "translator"}
"""Roles of persons who are no authors (MARC relators), by the field that they are kept in."""

_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*);")


class EpubImporter:
    """Reads an e-book, its headings kept and the readings above its characters left out."""

    name = "epub"
    suffixes = (".epub",)

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the book as one document; Refused if it is locked, damaged or holds no text."""
        with open_archive(path) as archive:
            if _FONTS.search(archive.find(_LOCKED) or b""):
                raise Refused("This e-book is locked by its seller and cannot be read by other programs.")
            package = _package(archive)
            flow = Flow()
            chapters = package.chapters
            for number, name in enumerate(chapters):
                progress.report(number, len(chapters), options.name or path.name)
                _read_chapter(archive, name, flow, [entry for entry in package.contents if entry.page == name])
        text, elements = flow.finish()
        said = package.said
        title = one_line(said.get("title", ""))
        yield Draft(
            text=text,
            title=title or options.stem(path),
            format=self.name,
            author="; ".join(package.persons("author")),
            date=one_line(said.get("date", "")),
            language=language_of_file(one_line(said.get("language", "")), text),
            fields=tuple(package.fields()),
            elements=with_title(text, elements, title),
        )


@dataclass
class _Person:
    """Somebody whom the book names: the id, by which their role may be said, and whether they are a creator."""

    key: str
    role: str
    creates: bool
    name: str = ""


@dataclass
class _Package:
    """Takes the events of a package document: what the book says of itself, and its pages in reading order."""

    folder: str
    said: dict[str, str] = field(default_factory=dict[str, str])
    _persons: list[_Person] = field(default_factory=list[_Person])
    _roles: dict[str, str] = field(default_factory=dict[str, str])
    _refined: str = ""
    _items: dict[str, str] = field(default_factory=dict[str, str])
    _spine: list[str] = field(default_factory=list[str])
    _words: str = ""
    contents: tuple[Entry, ...] = ()
    _tables: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def tables(self) -> list[str]:
        """Return the names of the tables of contents, the newer kind first."""
        return [self._tables[kind] for kind in ("nav", "ncx") if kind in self._tables]

    @property
    def chapters(self) -> list[str]:
        """Return the names of the pages in reading order, where the book says none in that of its files."""
        named = [self._items[reference] for reference in self._spine if reference in self._items]
        return named or list(self._items.values())

    def fields(self) -> Iterator[tuple[str, str]]:
        """Yield what the book says for the fields of a document that are kept beside its row."""
        yield "kind", "book"
        yield from ((name, "; ".join(self.persons(name))) for name in _ROLES.values() if self.persons(name))
        yield from ((name, one_line(self.said[name])) for name in ("publisher", "isbn", "doi") if name in self.said)

    def persons(self, field_name: str) -> list[str]:
        """Return the names of the authors, editors or translators; those who only contributed are no authors."""
        return [
            one_line(person.name)
            for person in self._persons
            if person.name
            and _ROLES.get(self._roles.get(person.key) or person.role, "author" if person.creates else "") == field_name
        ]

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._words = ""
        if name in {"creator", "contributor"}:
            said = {key.rpartition("}")[2]: value for key, value in attributes.items()}
            self._persons.append(_Person(said.get("id", ""), said.get("role", ""), name == "creator"))
        self._refined = attributes.get("refines", "") if attributes.get("property") == "role" else ""
        if name == "item":
            self._add_item(attributes)
        elif name == "itemref" and "idref" in attributes:
            self._spine.append(attributes["idref"])

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        words = self._words.strip()
        if name in {"creator", "contributor"}:
            self._persons[-1].name = words
        elif name == "meta" and self._refined:
            self._roles[self._refined.removeprefix("#")] = words
        elif name in {"identifier", "source"} and (isbn := _ISBN.fullmatch(words)):
            self.said.setdefault("isbn", isbn[1])
        elif name == "identifier" and (doi := _DOI.fullmatch(words)):
            self.said.setdefault("doi", doi[1])
        elif name in {"title", "date", "language", "publisher"} and words:
            self.said.setdefault(name, words)

    def data(self, words: str) -> None:
        self._words += words

    def close(self) -> None:
        return None

    def _add_item(self, attributes: Mapping[str, str]) -> None:
        target = posixpath.normpath(posixpath.join(self.folder, unquote(attributes.get("href", ""))))
        kind = attributes.get("media-type", "")
        if kind in _PAGES or target.lower().endswith(_SUFFIXES):
            self._items[attributes.get("id", "")] = target
        if "nav" in attributes.get("properties", "").split():
            self._tables["nav"] = target
        elif kind == _NCX:
            self._tables["ncx"] = target


class _Root:
    """Takes the events of the container and keeps the name of the package document."""

    path = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag.rpartition("}")[2] == "rootfile" and not self.path:
            self.path = attributes.get("full-path", "")

    def end(self, tag: str) -> None:
        pass

    def data(self, words: str) -> None:
        pass

    def close(self) -> None:
        return None


def _package(archive: Archive) -> _Package:
    root = _Root()
    parse_xml(archive.read(_CONTAINER), root)
    package = _Package(posixpath.dirname(root.path))
    parse_xml(archive.read(root.path), package)
    if not package.chapters:
        raise Refused("There is no text in this file.")
    package.contents = next(filter(None, (_contents(archive, name) for name in package.tables)), ())
    return package


def _contents(archive: Archive, name: str) -> tuple[Entry, ...]:
    """Return the entries of a table of contents; none if it is missing or broken, for the text is read without it."""
    contents = Contents(name)
    with suppress(Refused):
        parse_xml(archive.read(name), contents)
    return tuple(contents.entries)


def _read_chapter(archive: Archive, name: str, flow: Flow, entries: Sequence[Entry]) -> None:
    """Write a chapter to `flow`: as XML, or as HTML where its markup is broken; a missing one is left out.

    What the contents tell of it (`entries`) and is no heading there is made one.
    """
    data = archive.find(name)
    if data is None:
        return
    page = decode_page(data, None).text
    named = _ENTITY.sub(lambda found: html.unescape(found[0]), page)
    chapter = MarkupTarget(page=name)
    try:
        parse_xml(re.sub(r"^\s*<\?xml[^>]*\?>", "", named).encode(), chapter)
    except Refused:
        chapter = MarkupTarget(page=name)
        parse_events(page, chapter)
    chapter.flow.add_headings([(entry.words, entry.place, entry.level) for entry in entries])
    flow.end_paragraph()
    flow.mark(f"{name}#")
    flow.append(chapter.flow)
    flow.end_paragraph()
