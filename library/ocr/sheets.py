"""The pages of a file that holds pictures of them, as tesseract takes them."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from library.errors import Refused
from library.importers.scans import is_picture
from library.ocr.pictures import MOST_PIXELS, Shot, sheets_of
from library.rendering.process import PageProcess, Picture

DOTS_PER_INCH = 300
_POINTS = 72
_MOST_DRAWN = 30_000_000
"""Pixels that a page of a PDF is read from at most: a larger one is read at a lower resolution."""

_SIZES_AT_ONCE = 500


class Sheets(Protocol):
    """The pages of one file, numbered from 0, with their sizes in points."""

    @property
    def sizes(self) -> Sequence[tuple[float, float]]: ...

    def shot(self, page: int) -> Shot:
        """Return the picture of a page; Refused if it cannot be had."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...


class PdfSheets:
    """The pages of a PDF, drawn by a process of its own."""

    def __init__(self, path: Path) -> None:
        self._pages = PageProcess(path)
        self._stack = ExitStack()
        self.sizes: list[tuple[float, float]] = []

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self._pages)
            count = self._pages.count()
            for first in range(0, count, _SIZES_AT_ONCE):
                self.sizes += self._pages.sizes(first, min(first + _SIZES_AT_ONCE, count))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()

    def shot(self, page: int) -> Shot:
        width, height = (side / _POINTS for side in self.sizes[page])
        dots = min(DOTS_PER_INCH, int((_MOST_DRAWN / (width * height)) ** 0.5))
        picture = self._pages.draw(page, max(round(width * dots), 1), max(round(height * dots), 1), gray=True)
        return Shot(_portable(picture), dots)


class PictureSheets:
    """The pages of a picture: one, or of a TIFF as many as there are in it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sheets = sheets_of(data)
        self.sizes = [(each.width * _POINTS / each.dots, each.height * _POINTS / each.dots) for each in self._sheets]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing is open."""

    def shot(self, page: int) -> Shot:
        sheet = self._sheets[page]
        if sheet.width * sheet.height > MOST_PIXELS:
            raise Refused(
                "This picture has more than {count} million pixels. Save it smaller, then import it.",
                count=MOST_PIXELS // 10**6,
            )
        return Shot(self._data, sheet.dots, page)


def open_sheets(path: Path, data: bytes) -> Sheets:
    """Return the pages of a PDF or a picture at `path`, whose bytes are `data`; Refused if it is damaged."""
    return PictureSheets(data) if is_picture(data) else PdfSheets(path)


def _portable(picture: Picture) -> bytes:
    """Return a gray picture as a file that every reader of pictures takes (PGM, netpbm)."""
    stride, width = picture.stride, picture.width
    rows = (picture.data[row * stride : row * stride + width] for row in range(picture.height))
    return b"P5 %d %d 255\n" % (width, picture.height) + b"".join(rows)
