"""Pictures put together byte by byte: white pages without anything on them."""

import struct
import zlib


def png(width: int, height: int, dots: int = 0) -> bytes:
    """Return a gray PNG that says how many dots an inch it has."""
    rows = zlib.compress(b"".join(b"\0" + b"\xff" * width for _ in range(height)))
    said = _chunk(b"pHYs", struct.pack(">IIB", *[round(dots / 0.0254)] * 2, 1)) if dots else b""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + said + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def tiff(*sizes: tuple[int, int], order: str = "<", dots: int = 0) -> bytes:
    """Return a gray TIFF with a page of each size."""
    made = bytearray((b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8))
    for number, (width, height) in enumerate(sizes, 1):
        start = len(made)
        tags = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (277, 3, 1),
                (278, 4, height), (279, 4, width * height)]  # fmt: skip
        pixels = start + 2 + 12 * (len(tags) + 2) + 4 + 8
        tags = sorted([*tags, (273, 4, pixels), (282, 5, pixels - 8)])
        made += struct.pack(f"{order}H", len(tags))
        for tag, kind, value in tags:
            short = struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}I", value)
            made += struct.pack(f"{order}HHI", tag, kind, 1) + short
        last = number == len(sizes)
        made += struct.pack(f"{order}III", 0 if last else pixels + width * height, dots, 1) + b"\xff" * (width * height)
    return bytes(made)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
