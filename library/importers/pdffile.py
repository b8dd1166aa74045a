"""A PDF file that is opened with PDFium: what it says of itself, its pages, their labels and its bookmarks."""

import re
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Self

from library.errors import Refused
from library.importers.pdfcharacters import readable
from library.importers.pdfglyphs import PageText
from library.importers.pdfheadings import Bookmark

pdfium: Any = import_module("pypdfium2")  # which says nothing of its types
pdfium_c: Any = import_module("pypdfium2.raw")

_DEPTH = 8
_MOST = 20_000
_NOBODY = re.compile(
    r"(?i)\W*(?:anonymous|unknown|unspecified|untitled|author|user|owner|admin(?:istrator)?|微软用户)?\W*"
)
"""What programs write for an author where no one is named."""
_NO_TITLE = re.compile(
    r"(?i)\W*(?:anonymous|unspecified)\W*\Z|untitled|microsoft word\b|.*\.(?:docx?|wps|pdf|tex|dvi|indd|qxd|pmd|fm)\Z"
    r"|\W*\Z|\d+\Z"
)
"""What programs write for a title where no one gave one: names of files and of themselves."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of itself; the day it was made is none of its text."""

    title: str
    author: str


class PdfFile:
    """An open PDF. Nothing in it is run or fetched: PDFium gets no way to do so."""

    def __init__(self, path: Path) -> None:
        """Open the file; Refused if it is locked or damaged, OSError if it cannot be read."""
        self._file = path.open("rb")  # PDFium takes no names that are not UTF-8
        try:
            self._pdf = pdfium.PdfDocument(self._file)
        except pdfium.PdfiumError as error:
            self._file.close()
            raise _refusal() from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pdf.close()
        self._file.close()

    def __len__(self) -> int:
        return len(self._pdf)

    def page(self, number: int) -> PageText:
        """Return a page, counted from 0, to be closed; Refused if it is damaged."""
        try:
            return PageText(self._pdf[number])
        except pdfium.PdfiumError as error:
            raise Refused("Page {page} of this PDF is damaged.", page=number + 1) from error

    def label(self, number: int) -> str:
        """Return what the file calls a page, or nothing."""
        return str(self._pdf.get_page_label(number)).strip()

    def bookmarks(self) -> list[Bookmark]:
        """Return the file's own outline, down to some depth and no more entries than a book has."""
        found: list[Bookmark] = []
        for entry in islice(self._pdf.get_toc(max_depth=_DEPTH), _MOST):
            target = entry.get_dest()
            page = target.get_index() if target else None
            if page is not None:
                found.append(Bookmark(entry.level + 1, readable(entry.get_title()), page))
        return found

    def said(self) -> Said:
        """Return what the file says of itself, without what programs write where no one said anything."""
        values: dict[str, str] = self._pdf.get_metadata_dict()
        return Said(meant_title(values.get("Title", "")), meant_author(values.get("Author", "")))


def meant_title(written: str) -> str:
    """Return a title as a file says it; nothing for what programs write where no one gave one."""
    title = written.replace("\0", "")
    return "" if _NO_TITLE.match(title) else title


def meant_author(written: str) -> str:
    """Return an author as a file says it; nothing for what programs write where no one is named."""
    author = written.replace("\0", "")
    return "" if _NOBODY.fullmatch(author) else author


def _refusal() -> Refused:
    match pdfium_c.FPDF_GetLastError():
        case pdfium_c.FPDF_ERR_PASSWORD:
            return Refused(
                "This PDF is locked with a password. Open it in a PDF reader, print it to a PDF without a password, "
                "then import that."
            )
        case pdfium_c.FPDF_ERR_SECURITY:
            return Refused("This PDF is locked in a way that only the program of its publisher can open.")
        case _:
            return Refused("This PDF is damaged: it cannot be opened. Fetch it again, or open and save it elsewhere.")
