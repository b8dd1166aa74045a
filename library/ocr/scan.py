"""A file of scanned pages, read page by page by tesseract, as a file of text that the PDF importer can put together."""

from collections.abc import Sequence
from pathlib import Path

from library.errors import Refused
from library.importers.pdfheadings import Bookmark
from library.ocr.kept import Kept, kept_name
from library.ocr.page import ScannedPage
from library.ocr.tesseract import Tesseract
from library.progress import Progress
from library.rendering.process import PageProcess, Picture

DOTS_PER_INCH = 300
_POINTS = 72
_MOST_PIXELS = 30_000_000
"""Pixels that a page is read from at most: a larger one is read at a lower resolution."""

_SIZES_AT_ONCE = 500


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


def read_pages(path: Path, tesseract: Tesseract, languages: str, kept: Kept, progress: Progress) -> Scan:
    """Read all pages of a PDF; each is kept as soon as it is read, so that what is cancelled can go on.

    `progress` counts pages. A page that cannot be read is left empty; Refused if none can be, Cancelled by `progress`.
    """
    failures: list[Refused] = []
    tables: list[str] = []
    with PageProcess(path) as pages:
        count = pages.count()
        sizes: list[tuple[float, float]] = []
        for first in range(0, count, _SIZES_AT_ONCE):
            sizes += pages.sizes(first, min(first + _SIZES_AT_ONCE, count))
        for page, size in enumerate(sizes):
            progress.report(page, count, path.name)
            name = kept_name(page)
            known = (kept.find(name) or b"").decode()
            if known.partition("\n")[0].endswith(f" {languages}"):
                tables.append(known)
                continue
            try:
                picture, dots = _drawn(pages, page, size)
                table = f"{dots} {languages}\n{tesseract.read(picture, languages, dots, progress)}"
            except Refused as error:
                failures.append(error)
                table = ""
            else:
                kept.keep(name, table.encode())
            tables.append(table)
    if failures and len(failures) == count:
        raise failures[-1]
    return Scan(sizes, tables)


def _drawn(pages: PageProcess, page: int, size: tuple[float, float]) -> tuple[bytes, int]:
    """Return a page as a file of a picture, and how many dots an inch it has."""
    width, height = (side / _POINTS for side in size)
    dots = min(DOTS_PER_INCH, int((_MOST_PIXELS / (width * height)) ** 0.5))
    picture = pages.draw(page, max(round(width * dots), 1), max(round(height * dots), 1), gray=True)
    return _portable(picture), dots


def _portable(picture: Picture) -> bytes:
    """Return a gray picture as a file that every reader of pictures takes (PGM, netpbm)."""
    stride, width = picture.stride, picture.width
    rows = (picture.data[row * stride : row * stride + width] for row in range(picture.height))
    return b"P5 %d %d 255\n" % (width, picture.height) + b"".join(rows)
