"""The smallest TrueType font: a wide and a narrow square, so that text has its boxes whatever fonts a machine has."""

import struct

EM = 1000
ASCENT, DESCENT = 880, -120


def font() -> bytes:
    """Return the font: glyph 0 is empty, 1 as wide as it is high, 2 half as wide (OpenType 1.9, the tables named)."""
    glyphs = [b"", _square(EM), _square(EM // 2)]
    places, at = [0], 0
    for glyph in glyphs:
        at += len(glyph)
        places.append(at // 2)
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, EM, 0, 0, 0, DESCENT, EM, ASCENT, 0, 8, 2, 0, 0
        ),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, ASCENT, DESCENT, 0, EM, 0, 0, EM, 1, *[0] * 7, len(glyphs)),
        b"hmtx": b"".join(struct.pack(">Hh", width, 0) for width in (EM, EM, EM // 2)),
        b"loca": struct.pack(f">{len(places)}H", *places),
        b"maxp": struct.pack(">IHHH11H", 0x10000, len(glyphs), 4, 1, *[0] * 11),
    }
    return _packed(tables)


def _square(width: int) -> bytes:
    corners = [(0, DESCENT), (0, ASCENT), (width, ASCENT), (width, DESCENT)]
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(corners, [(0, 0), *corners], strict=False)]
    made = struct.pack(">hhhhhHH", 1, 0, DESCENT, width, ASCENT, 3, 0) + b"\x01" * 4
    made += b"".join(struct.pack(">h", x) for x, _ in steps) + b"".join(struct.pack(">h", y) for _, y in steps)
    return made + b"\0" * (-len(made) % 4)


def _packed(tables: dict[bytes, bytes]) -> bytes:
    head = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    at = len(head) + 16 * len(tables)
    entries, bodies = b"", b""
    for name, body in sorted(tables.items()):
        entries += struct.pack(">4sIII", name, 0, at + len(bodies), len(body))
        bodies += body + b"\0" * (-len(body) % 4)
    return head + entries + bodies
