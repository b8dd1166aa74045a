"""PDF files with a text layer: paragraphs rebuilt from lines, with the pages on which they stand."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from library.chinese.titles import one_line, title_of
from library.importers.base import ImportOptions
from library.importers.pdfjournal import journal_of
from library.importers.pdfmetadata import xmp_of
from library.importers.scans import no_text
from library.importers.titling import with_title
from library.models import Draft, Remark
from library.progress import Progress

if TYPE_CHECKING:
    from library.importers.pdfmanuscript import Manuscript

_HEAD = 6000
"""Code points at the head of a text in which its own DOI stands, before those that it cites."""

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s，。；“”<>|]+", re.IGNORECASE)
_AFTER = ".,;:)]}’'\""


class PdfImporter:
    """Reads a PDF; running heads and the numbers of pages are left out, pages kept as elements."""

    name = "pdf"
    suffixes = (".pdf",)

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the document; Refused if it is locked, damaged or holds no text."""
        from library.importers.pdffile import (  # loads PDFium, which whoever only lists formats does not need
            PdfFile,
            meant_author,
            meant_title,
        )
        from library.importers.pdfmanuscript import Manuscript

        with PdfFile(path) as file:
            manuscript = Manuscript(file, progress)
            if manuscript.is_empty:
                raise no_text()
            text, elements = manuscript.written()
            said = file.said()
        packet = xmp_of(path)
        journal = journal_of(manuscript.margins)
        title = one_line(said.title) or one_line(meant_title(packet.title))
        yield Draft(
            text=text,
            title=title or title_of(text, options.stem(path)),
            format=self.name,
            author=meant_author(packet.author) or one_line(said.author),
            date=packet.date or journal.pop("date", ""),
            elements=with_title(text, elements, title),
            remarks=tuple(_remarks(manuscript)),
            fields=tuple((_told(text) | journal | dict(packet.fields())).items()),
        )


def _told(text: str) -> dict[str, str]:
    """Return the DOI that a text tells at its head."""
    doi = _DOI.search(text[:_HEAD])
    return {"doi": doi[0].rstrip(_AFTER)} if doi else {}


def _remarks(manuscript: "Manuscript") -> Iterator[Remark]:
    if manuscript.pictures:
        yield Remark("Pages without text: {pages}.", (("pages", page_ranges(manuscript.pictures)),))
    if manuscript.characters.lost:
        count = ("count", str(manuscript.characters.lost))
        yield Remark("{count} characters were left out of which the file does not say what they are.", (count,))
    if manuscript.characters.mended:
        count = ("count", str(manuscript.characters.mended))
        yield Remark("{count} characters that its fonts misname, as ⽂ for 文, were put right.", (count,))


def page_ranges(numbers: Sequence[int]) -> str:
    """Return the numbers of pages, in order, as `3, 5–7`."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
