"""What the head of a picture says of it: how large its pages are. PNG, JPEG (JFIF) and TIFF 6.0 are known."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from library.errors import Refused

MOST_PIXELS = 100_000_000
"""Pixels of a page above which it is refused: tesseract needs several bytes for each."""

_MOST_PAGES = 5_000
_LONG_SIDE = 11.7
"""Inches of the long side of a page (A4) where a picture does not say how large it is."""
_DOTS = 70, 1200
"""Dots per inch that are believed: of fewer, a screen or a camera put them there."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of JPEG after which width and height stand."""
_INCHES_PER_CENTIMETRE = 2.54


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a picture: width and height in pixels, and the dots per inch that it was scanned in."""

    width: int
    height: int
    dots: int

    @classmethod
    def measured(cls, width: int, height: int, dots: float = 0.0) -> "Sheet":
        """Return a page; where `dots` make no sense, they are those of an A4 page."""
        least, most = _DOTS
        if not least < dots <= most:
            dots = max(width, height) / _LONG_SIDE
        return cls(width, height, round(min(max(dots, least), most)))


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture as a file, of which `page`, from 0, is meant, and how many dots an inch it has."""

    data: bytes
    dots: int
    page: int = 0


def sheets_of(data: bytes) -> list[Sheet]:
    """Return the pages of a picture; Refused if it is damaged or of another kind."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            found = [_png(data)]
        elif data.startswith(b"\xff\xd8"):
            found = [_jpeg(data)]
        else:
            found = list(_tiff(data))
    except (struct.error, IndexError, ZeroDivisionError):
        found = []
    if not found or any(sheet.width < 1 or sheet.height < 1 for sheet in found):
        raise Refused("This picture is damaged or incomplete.")
    return found


def _png(data: bytes) -> Sheet:
    width, height = struct.unpack_from(">II", data, 16)
    at = 8
    while data[at + 4 : at + 8] not in (b"IDAT", b"IEND", b""):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] == b"pHYs" and data[at + 16] == 1:
            (per_metre,) = struct.unpack_from(">I", data, at + 8)
            return Sheet.measured(width, height, per_metre * _INCHES_PER_CENTIMETRE / 100)
        at += 12 + length
    return Sheet.measured(width, height)


def _jpeg(data: bytes) -> Sheet:
    at, dots = 2, 0.0
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            raise IndexError(at)
        marker = data[at + 1]
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return Sheet.measured(width, height, dots)
        if marker == 0xE0 and data[at + 4 : at + 9] == b"JFIF\0":
            unit, across = struct.unpack_from(">BH", data, at + 11)
            dots = across * {1: 1.0, 2: _INCHES_PER_CENTIMETRE}.get(unit, 0.0)
        at += 2 + max(length, 2)


def _tiff(data: bytes) -> Iterator[Sheet]:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        return
    seen: set[int] = set()
    (at,) = struct.unpack_from(f"{order}I", data, 4)
    while at and at not in seen and len(seen) < _MOST_PAGES:
        seen.add(at)
        (count,) = struct.unpack_from(f"{order}H", data, at)
        values: dict[int, int] = {}
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind = struct.unpack_from(f"{order}HH", data, entry)
            values[tag] = struct.unpack_from(f"{order}{'H' if kind == 3 else 'I'}", data, entry + 8)[0]
        across, inches = struct.unpack_from(f"{order}II", data, values[282]) if 282 in values else (0, 1)
        scale = _INCHES_PER_CENTIMETRE if values.get(296) == 3 else 1.0
        yield Sheet.measured(values.get(256, 0), values.get(257, 0), across / inches * scale)
        (at,) = struct.unpack_from(f"{order}I", data, at + 2 + 12 * count)
