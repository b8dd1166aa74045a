"""A file of scanned pages, read page by page by tesseract, as a file of text that the PDF importer can put together."""

from collections.abc import Sequence

from library.errors import Refused
from library.importers.pdfheadings import Bookmark
from library.ocr.kept import Kept, kept_name
from library.ocr.page import ScannedPage
from library.ocr.sheets import Sheets
from library.ocr.tesseract import Tesseract
from library.progress import Progress


class Scan:
    """The pages of a file that were read; those that could not be are empty."""

    def __init__(self, sizes: Sequence[tuple[float, float]], tables: Sequence[str]) -> None:
        self._sizes = sizes
        self._tables = tables

    def __len__(self) -> int:
        return len(self._sizes)

    def page(self, number: int) -> ScannedPage:
        """Return a page, counted from 0."""
        return ScannedPage(self._sizes[number], self._tables[number])

    def label(self, _number: int, /) -> str:
        """Return what the file calls a page: nothing, for it holds pictures only."""
        return ""

    def bookmarks(self) -> Sequence[Bookmark]:
        """Return the file's own outline: nothing."""
        return ()


def read_pages(sheets: Sheets, name: str, tesseract: Tesseract, languages: str, kept: Kept, progress: Progress) -> Scan:
    """Read all pages of a file; each is kept as soon as it is read, so that what is cancelled can go on.

    `progress` counts pages of the file `name`. A page that cannot be read is left empty; Refused if none can be,
    Cancelled by `progress`.
    """
    failures: list[Refused] = []
    tables: list[str] = []
    for page in range(len(sheets.sizes)):
        progress.report(page, len(sheets.sizes), name)
        known = (kept.find(kept_name(page)) or b"").decode()
        if known.partition("\n")[0].endswith(f" {languages}"):
            tables.append(known)
            continue
        try:
            shot = sheets.shot(page)
            table = f"{shot.dots} {languages}\n{tesseract.read(shot, languages, progress)}"
        except Refused as error:
            failures.append(error)
            table = ""
        else:
            kept.keep(kept_name(page), table.encode())
        tables.append(table)
    if failures and len(failures) == len(sheets.sizes):
        raise failures[-1]
    return Scan(sheets.sizes, tables)
