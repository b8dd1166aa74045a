"""Writing PDF files for tests: real text, the same on every machine, for it brings its font, which is squares."""

import hashlib
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from tests import squares

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
"""What passwords are filled up with (ISO 32000-1, 7.6.3.3)."""


@dataclass
class Page:
    """A page in the making, in points from the lower left corner; `rotate` is how far it is turned when shown."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    extra: str = ""

    def put(self, x: float, y: float, text: str, size: float = 10, font: str = "F") -> None:
        """Write `text` with its baseline at (x, y); fonts are F, B (bold), V (downwards)."""
        self._show(f"1 0 0 1 {x:g} {y:g}", text, size, font)

    def turned(self, x: float, y: float, text: str, size: float = 10) -> None:
        """Write `text` upwards, its baseline beginning at (x, y)."""
        self._show(f"0 1 -1 0 {x:g} {y:g}", text, size, "F")

    def lines(self, x: float, y: float, lines: list[str], size: float = 10, leading: float = 15) -> float:
        """Write lines one below the other and return where the next would stand."""
        for line in lines:
            self.put(x, y, line, size)
            y -= leading
        return y

    def _show(self, matrix: str, text: str, size: float, font: str) -> None:
        self.used.update(text)
        codes = "".join(f"{{{ord(character):x}}}" for character in text)
        self.content.append(f"BT /{font} {size:g} Tf {matrix} Tm <{codes}> Tj ET")


class Paper:
    """A PDF file in the making. Han and other wide characters are one em wide, all others half of one."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.info: dict[str, str] = {}
        self.bookmarks: list[tuple[int, str, int]] = []
        self.labels = ""
        self.catalog = ""
        self.meanings: dict[str, str] = {}

    def page(self, width: float = 595, height: float = 842, rotate: int = 0) -> Page:
        """Add a page."""
        self.pages.append(Page(width, height, rotate))
        return self.pages[-1]

    def save(self, path: Path, *, password: str | None = None) -> Path:
        """Write the file; with `password` it is locked, with an empty one anyone may read and the owner alone change.

        `bookmarks` are (level from 0, title, page from 0); `meanings` what the file says that a character is, where
        this is not itself.
        """
        path.write_bytes(self._bytes(password))
        return path

    def _bytes(self, password: str | None) -> bytes:
        characters = sorted(set().union(*(page.used for page in self.pages)) | {" "})
        codes = {character: number for number, character in enumerate(characters, 1)}
        first = 13
        kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(self.pages)))
        outline = first + 2 * len(self.pages)
        catalog = f"<< /Type /Catalog /Pages 2 0 R {self.catalog} {self.labels}"
        if self.bookmarks:
            catalog += f" /Outlines {outline} 0 R"
        objects: dict[int, bytes] = {
            1: f"{catalog} >>".encode(),
            2: f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>".encode(),
            **self._fonts(codes),
        }
        for number, page in enumerate(self.pages):
            box = f"/MediaBox [0 0 {page.width:g} {page.height:g}] /Rotate {page.rotate}"
            fonts = "/Resources << /Font << /F 3 0 R /B 4 0 R /V 5 0 R >> >>"
            at = first + 2 * number
            objects[at] = f"<< /Type /Page /Parent 2 0 R {box} {fonts} /Contents {at + 1} 0 R {page.extra} >>".encode()
            content = "\n".join(page.content)
            for character in page.used:
                content = content.replace(f"{{{ord(character):x}}}", f"{codes[character]:04x}")
            objects[at + 1] = _stream(content.encode())
        objects |= self._outline(outline, first)
        info = max(objects) + 1
        values = " ".join(f"/{name} {_string(value)}" for name, value in self.info.items())
        objects[info] = f"<< {values} >>".encode()
        return _file(objects, info, password)

    def _fonts(self, codes: dict[str, int]) -> dict[int, bytes]:
        widths = " ".join(f"{code} [{_width(character)}]" for character, code in codes.items())
        descriptor = "/Type /FontDescriptor /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /CapHeight 700"
        descriptor += " /Ascent 880 /Descent -120"
        return {
            3: _font("Song", "Identity-H", 6),
            4: _font("Song-Bold", "Identity-H", 7),
            5: _font("Song", "Identity-V", 6),
            6: _descendant("Song", 8, widths),
            7: _descendant("Song-Bold", 9, widths),
            8: f"<< {descriptor} /FontName /Song /StemV 80 /FontFile2 11 0 R >>".encode(),
            9: f"<< {descriptor} /FontName /Song-Bold /StemV 180 /FontWeight 700 /FontFile2 11 0 R >>".encode(),
            10: _stream(self._to_unicode(codes).encode()),
            11: _stream(squares.font()),
            12: _stream(b"\0\0" + b"".join(b"\0\1" if _width(each) == squares.EM else b"\0\2" for each in codes)),
        }

    def _to_unicode(self, codes: dict[str, int]) -> str:
        items = list(codes.items())
        blocks = ""
        for start in range(0, len(items), 100):
            block = items[start : start + 100]
            rows = "\n".join(
                f"<{code:04x}> <{self.meanings.get(each, each).encode('utf-16-be').hex()}>" for each, code in block
            )
            blocks += f"{len(block)} beginbfchar\n{rows}\nendbfchar\n"
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            f"{blocks}endcmap CMapName currentdict /CMap defineresource pop end end"
        )

    def _outline(self, first: int, page: int) -> dict[int, bytes]:
        if not self.bookmarks:
            return {}
        numbers = range(first + 1, first + 1 + len(self.bookmarks))
        children: dict[int, list[int]] = {first: []}
        above: list[tuple[int, int]] = [(-1, first)]
        parents: list[int] = []
        for number, (level, _, _) in zip(numbers, self.bookmarks, strict=True):
            while above[-1][0] >= level:
                above.pop()
            parents.append(above[-1][1])
            children.setdefault(parents[-1], []).append(number)
            above.append((level, number))
        made = {first: f"<< /Type /Outlines {_family(children[first])} >>".encode()}
        for number, parent, (_, title, target) in zip(numbers, parents, self.bookmarks, strict=True):
            siblings = children[parent]
            place = siblings.index(number)
            links = f"/Parent {parent} 0 R {_family(children.get(number, []))}"
            links += f" /Prev {siblings[place - 1]} 0 R" if place else ""
            links += f" /Next {siblings[place + 1]} 0 R" if place + 1 < len(siblings) else ""
            made[number] = f"<< /Title {_string(title)} /Dest [{page + 2 * target} 0 R /Fit] {links} >>".encode()
        return made


def _width(character: str) -> int:
    return squares.EM if ord(character) > 0x2E7F or character in "—…“”‘’" else squares.EM // 2


def _font(name: str, encoding: str, descendant: int) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /{encoding} "
        f"/DescendantFonts [{descendant} 0 R] /ToUnicode 10 0 R >>"
    ).encode()


def _descendant(name: str, descriptor: int, widths: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor {descriptor} 0 R /DW 1000 "
        "/CIDToGIDMap 12 0 R "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [{widths}] >>"
    ).encode()


def _family(children: list[int]) -> str:
    return f"/First {children[0]} 0 R /Last {children[-1]} 0 R /Count {len(children)}" if children else ""


def _string(value: str) -> str:
    return f"({value})" if value.isascii() else f"<feff{value.encode('utf-16-be').hex()}>"


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< /Filter /FlateDecode /Length %d >> stream\n%b\nendstream" % (len(packed), packed)


def _file(objects: dict[int, bytes], info: int, password: str | None) -> bytes:
    identity = bytes(range(16))
    lock = _Lock(password, identity) if password is not None else None
    if lock:
        objects[info + 1] = lock.dictionary
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        places[number] = len(made)
        if lock and number <= info:
            body = lock.locked(number, body)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(made)
    rows = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
    trailer = b"/Size %d /Root 1 0 R /Info %d 0 R /ID [<%b> <%b>]" % (
        len(places) + 1, info, identity.hex().encode(), identity.hex().encode()
    )  # fmt: skip
    if lock:
        trailer += b" /Encrypt %d 0 R" % (info + 1)
    made += b"xref\n0 %d\n0000000000 65535 f \n%btrailer << %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1, rows, trailer, start
    )  # fmt: skip
    return bytes(made)


class _Lock:
    """The standard lock of 40 bits (ISO 32000-1, 7.6.3); streams are locked, what is short stays as it is."""

    def __init__(self, password: str, identity: bytes) -> None:
        owner = hashlib.md5((b"owner" + _PADDING)[:32]).digest()[:5]
        padded = (password.encode() + _PADDING)[:32]
        owned = _rc4(owner, padded)
        self._key = hashlib.md5(padded + owned + (-4).to_bytes(4, "little", signed=True) + identity).digest()[:5]
        self.dictionary = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >>" % (
            owned.hex().encode(), _rc4(self._key, _PADDING).hex().encode()
        )  # fmt: skip

    def locked(self, number: int, body: bytes) -> bytes:
        """Return an object with its stream locked."""
        head, found, rest = body.partition(b"stream\n")
        if not found:
            return body
        key = hashlib.md5(self._key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        return head + found + _rc4(key, rest.removesuffix(b"\nendstream")) + b"\nendstream"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    made = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        made.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(made)
