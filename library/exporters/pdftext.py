"""What the glyphs of a PDF stand for, so that its text can be copied and searched.

Qt names only glyphs that a character of the basic plane leads to, and of several such characters the first: 𠮷 and what
a face shapes by context are lost, and 月 comes back as the radical ⽉. This adds the names of those that were drawn.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

_FONT = re.compile(rb"/BaseFont /(\S+)\s+/Encoding /Identity-H\s+/DescendantFonts \[(\d+) 0 R\]\s+/ToUnicode (\d+) 0 R")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_AT_ONCE = 100
"""Entries of one block of a character map, at most (Adobe technical note 5411)."""
_NAME_ID = 6
"""What a face is called in PostScript (OpenType, name)."""
_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class Glyphs(NamedTuple):
    """Glyphs of a face by their numbers, in the order in which they are drawn; 0 is the one for what a face has not."""

    face: str
    numbers: Sequence[int]


Part = tuple[str, Sequence[Glyphs]]
"""Characters that are drawn together, and their glyphs."""


class GlyphTexts:
    """Keeps for each face the glyphs in the order of their first use, which is the one that Qt embeds them in."""

    def __init__(self) -> None:
        self._texts: dict[str, dict[int, str]] = {}

    def draw(self, runs: Sequence[Glyphs], parts: Callable[[], Iterable[Part]]) -> None:
        """Take note of a line that is drawn; its `parts` are asked for if there is a glyph that was not met before."""
        met = True
        for face, numbers in runs:
            known = self._texts.setdefault(face, {0: ""})
            if not all(map(known.__contains__, numbers)):
                met = False
                for number in numbers:
                    known.setdefault(number, "")
        if not met:
            for text, glyphs in parts():
                self._name(text, glyphs)

    def knows(self, runs: Sequence[Glyphs]) -> bool:
        """Say whether it is known what each of these glyphs stands for."""
        return all(not number or self._texts[face].get(number) for face, numbers in runs for number in numbers)

    def _name(self, text: str, runs: Sequence[Glyphs]) -> None:
        """Keep what glyphs stand for: each for its own character, or the first one for all of them."""
        glyphs = [(face, number) for face, numbers in runs for number in numbers]
        if not all(number for _, number in glyphs):
            return
        for place, (face, number) in enumerate(glyphs):
            own = text[place] if len(glyphs) == len(text) else "" if place else text
            self._texts[face][number] = self._texts[face].get(number) or own

    def named(self, pdf: bytes) -> bytes:
        """Return a PDF of Qt's with the texts of its glyphs, as an update of the file (ISO 32000-1, 7.5.6)."""
        trailer = _TRAILER.search(pdf)
        fonts = {font[1].decode(): int(font[3]) for font in _FONT.finditer(pdf)}
        if trailer is None or len(fonts) < len(_FONT.findall(pdf)):
            return pdf
        made = bytearray(pdf)
        places: list[tuple[int, int]] = []
        for face, number in sorted(fonts.items(), key=lambda font: font[1]):
            if face in self._texts:
                places.append((number, len(made)))
                map_ = _character_map(self._texts[face].values()).encode()
                made += b"%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (number, len(map_), map_)
        start = len(made)
        made += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
        made += b"trailer\n<<%b/Prev %b\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], start)
        return bytes(made)


def face_name(table: bytes) -> str:
    """Return the PostScript name of a face out of its table `name`; "" where it has none."""
    count, strings = (int.from_bytes(table[at : at + 2]) for at in (2, 4))
    for at in range(6, 6 + 12 * count, 12):
        platform, _, _, name, length, offset = (int.from_bytes(table[at + n : at + n + 2]) for n in range(0, 12, 2))
        if name == _NAME_ID:
            written = table[strings + offset : strings + offset + length]
            return written.decode("mac-roman" if platform == 1 else "utf-16-be", "replace")
    return ""


def _character_map(texts: Iterable[str]) -> str:
    named = ((number, text.encode("utf-16-be", "surrogatepass").hex()) for number, text in enumerate(texts))
    entries = [f"<{number:04x}> <{text}>" for number, text in named if text]
    blocks = (entries[at : at + _AT_ONCE] for at in range(0, len(entries), _AT_ONCE))
    listed = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return f"{_HEAD}{listed}{_FOOT}"
