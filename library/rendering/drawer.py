"""The process that draws pages for another one: a request a line comes in; a line goes out, and a picture after it."""

import json
import math
import os
import sys
from base64 import b64decode
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from library.errors import LibraryError
from library.pages import PageSpan
from library.processes import limit_memory

pdfium: Any = import_module("pypdfium2")  # which says nothing of its types
raw: Any = pdfium.raw

MOST_PIXELS = 32_000_000
"""Pixels that a picture may have: a page that is asked for larger is not drawn."""

LONGEST = 14_400.0
"""Points that a side of a page may be long (ISO 32000-1, annex C.2)."""

USUAL = 595.0, 842.0
"""The size in points that is taken for a page that says none: A4."""


class Drawer:
    """Answers the requests for one file."""

    def __init__(self) -> None:
        self._path = Path()
        self._file: Any = None

    def answer(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], memoryview | None]:
        """Return what is to be said, and the picture that belongs to it; PdfiumError for what cannot be drawn."""
        match request["verb"]:
            case "open":
                self._path = Path(os.fsdecode(b64decode(request["path"])))
                self._file = pdfium.PdfDocument(_opened(self._path))
                return {"count": len(self._file)}, None
            case "sizes":
                return {"sizes": [self._size(page) for page in range(request["first"], request["last"])]}, None
            case "map":
                return self._map(request["page"], request["stretches"]), None
            case _:
                return self._draw(request["page"], request["width"], request["height"], gray=request["gray"])

    @property
    def _opened(self) -> Any:
        if self._file is None:
            raise pdfium.PdfiumError("no file was opened")
        return self._file

    def _size(self, page: int) -> tuple[float, float]:
        try:
            width, height = self._opened.get_page_size(page)
        except pdfium.PdfiumError:
            return USUAL
        if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
            return USUAL
        return min(width, LONGEST), min(height, LONGEST)

    def _draw(self, number: int, width: int, height: int, *, gray: bool) -> tuple[dict[str, Any], memoryview]:
        if width * height > MOST_PIXELS:
            raise pdfium.PdfiumError("too large")
        page = self._opened[number]
        form = raw.FPDFBitmap_Gray if gray else raw.FPDFBitmap_BGRx
        picture = pdfium.PdfBitmap.new_native(width, height, form)
        picture.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if gray else 0)
        raw.FPDF_RenderPageBitmap(picture, page, 0, 0, width, height, 0, flags)
        page.close()
        said = {"width": width, "height": height, "stride": picture.stride, "bytes": picture.stride * height}
        return said, memoryview(picture.buffer).cast("B")

    def _map(self, number: int, stretches: list[tuple[int, str]]) -> dict[str, Any]:
        """Return where the characters of stretches of text, each with its first code point, stand on a page."""
        from library.pagemap import map_page

        texts = dict(stretches)
        spans = [PageSpan(start, start + len(text), number + 1, "") for start, text in stretches]
        found = map_page(self._path, number + 1, spans, lambda start, _: texts[start])
        rows = [(glyph.position, *(round(side, 2) for side in glyph.box)) for glyph in found.glyphs]
        return {"width": found.width, "height": found.height, "glyphs": rows}


def _opened(path: Path) -> str | BinaryIO:
    """Return a file as PDFium reads it quickest: by its name, unless that is not UTF-8, which it does not take."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return path.open("rb")
    return str(path)


def main() -> None:
    """Answer requests until there are no more; whatever others print goes where errors go."""
    limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    drawer = Drawer()
    for line in sys.stdin.buffer:
        picture = None
        try:
            said, picture = drawer.answer(json.loads(line))
        except (pdfium.PdfiumError, LibraryError, MemoryError, OSError, ValueError) as error:
            said = {"failed": str(error)}
        answers.write(json.dumps(said).encode() + b"\n")
        if picture is not None:
            answers.write(picture)
        answers.flush()


if __name__ == "__main__":
    main()
