"""A document made of scanned pages, which tesseract reads; what it has read is kept with the texts."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from library.chinese.titles import title_of
from library.importers.base import ImportOptions
from library.importers.pdf import page_ranges
from library.importers.pdfmanuscript import Manuscript
from library.importers.scans import is_picture
from library.models import Draft, Remark
from library.ocr.scan import read_pages
from library.ocr.sheets import open_sheets
from library.ocr.tesseract import get_tesseract
from library.progress import Progress
from library.storage.texts import TextStore


def read_scan(path: Path, data: bytes, options: ImportOptions, texts: TextStore, progress: Progress) -> Draft:
    """Return the draft of a file whose pages are pictures, a PDF or a PNG, JPEG or TIFF; `data` are its bytes.

    Pages that were read are kept by these.

    Refused without tesseract or its languages, or if no page can be read; Cancelled by `progress`, which counts pages.
    """
    tesseract = get_tesseract()
    languages = tesseract.chosen(options.ocr or "")
    sha = hashlib.sha256(data).hexdigest()
    with open_sheets(path, data) as sheets:
        scan = read_pages(sheets, options.name or path.name, tesseract, languages, _Kept(texts, sha), progress)
    manuscript = Manuscript(scan, progress)
    text, elements = manuscript.written()
    title = title_of(text, options.stem(path))
    remarks = tuple(_remarks(manuscript.pictures))
    return Draft(
        text=text, title=title, format="picture" if is_picture(data) else "pdf", elements=elements, remarks=remarks
    )


def _remarks(unread: Sequence[int]) -> Iterator[Remark]:
    yield Remark("The text was read from pictures of its pages (OCR) and may have mistakes in it.")
    if unread:
        yield Remark("Pages {pages} could not be read by OCR and were left out.", (("pages", page_ranges(unread)),))


class _Kept:
    """The pages of one original that were read."""

    def __init__(self, texts: TextStore, sha: str) -> None:
        self._texts = texts
        self._sha = sha

    def find(self, name: str) -> bytes | None:
        """Return what is kept under a name, or None."""
        return self._texts.find_derived(self._sha, name)

    def keep(self, name: str, data: bytes) -> None:
        """Keep something under a name."""
        self._texts.keep_derived(self._sha, name, data)
