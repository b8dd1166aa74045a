"""Word documents: the text with its headings, the numbers of its lists, tables, footnotes and links."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from library.chinese.titles import one_line, title_of
from library.importers.archive import Archive, open_archive
from library.importers.base import ImportOptions
from library.importers.flow import Flow
from library.importers.parsing import EventTarget, parse_xml
from library.importers.titling import date_of_file, language_of_file, with_title
from library.importers.wordbody import WordBody, WordNotes
from library.importers.wordparts import Numbering, Relations, Styles, local
from library.models import Draft, Remark
from library.progress import Progress

TargetT = TypeVar("TargetT", bound=EventTarget)


class DocxImporter:
    """Reads a Word document (DOCX); what is marked as deleted stays out, what is inserted comes in."""

    name = "docx"
    suffixes = (".docx", ".docm", ".dotx")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the document; Refused if it is damaged, locked or unpacks to too much."""
        progress.report(0, 1, options.name or path.name)
        with open_archive(path) as archive:
            word = _Word(archive)
            word.read()
            said = word.said()
        text, elements = word.flow.finish()
        title = one_line(word.title) or one_line(said.get("title", ""))
        yield Draft(
            text=text,
            title=title or title_of(text, options.stem(path)),
            format=self.name,
            author=one_line(said.get("creator", "")),
            date=date_of_file(said.get("created", ""), text),
            language=language_of_file(one_line(said.get("language", "")), text),
            elements=with_title(text, elements, title),
            remarks=tuple(_remarks(word.left_out)),
        )


def _remarks(left_out: Mapping[str, int]) -> Iterator[Remark]:
    """Yield what is to be said of what was left out, by what it is and how often."""
    if left_out["comments"]:
        yield Remark("Comments that were left out: {count}.", (("count", str(left_out["comments"])),))
    if left_out["parts"]:
        yield Remark(
            "Parts of this document in other formats that were left out: {count}. "
            "Save it anew in Word or LibreOffice to have them.",
            (("count", str(left_out["parts"])),),
        )


class _Word:
    """The parts of one document, read in turn into one flow."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        root = self._parse("_rels/.rels", Relations())
        self._main = root.kinds.get("officeDocument", "word/document.xml").lstrip("/")
        self._core = root.kinds.get("core-properties", "docProps/core.xml").lstrip("/")
        folder, name = posixpath.split(self._main)
        self._folder = folder
        self._relations = self._parse(f"{folder}/_rels/{name}.rels", Relations())
        self._styles = self._parse(self._part("styles"), Styles())
        self._numbering = self._parse(self._part("numbering"), Numbering())
        self.flow = Flow()
        self.title = ""
        self.left_out: Mapping[str, int] = {}

    def read(self) -> None:
        """Read the text, then the footnotes and endnotes it refers to, in the order in which it does."""
        body = WordBody(self.flow, self._styles, self._numbering, self._relations.targets)
        parse_xml(self._archive.read(self._main), body)
        self.title, self.left_out = body.title, body.left_out
        for part in ("footnotes", "endnotes"):
            notes = self._parse(self._part(part), WordNotes(part, self._styles, self._numbering))
            for reference, sign in body.references.items():
                note = notes.flows.get(reference)
                if note is not None:
                    self.flow.add_note(f"[{sign}]", f"#{reference}", f"#to-{reference}", note)

    def said(self) -> dict[str, str]:
        """Return what the document says of itself, by name."""
        return self._parse(self._core, _Core()).said

    def _part(self, kind: str) -> str:
        target = self._relations.kinds.get(kind, f"{kind}.xml")
        return target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)

    def _parse(self, name: str, target: TargetT) -> TargetT:
        data = self._archive.find(posixpath.normpath(name))
        if data is not None:
            parse_xml(data, target)
        return target


class _Core:
    """Takes the events of the core properties, and keeps what they say by name."""

    def __init__(self) -> None:
        self.said: dict[str, str] = {}
        self._words = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._words = ""

    def end(self, tag: str) -> None:
        self.said.setdefault(local(tag), self._words.strip())

    def data(self, words: str) -> None:
        self._words += words

    def close(self) -> None:
        return None
