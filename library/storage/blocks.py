"""The block table of a text: where each paragraph, or each chunk of a long one, begins in code points and in bytes.

The table is derived and memory-mapped: a header of five 64-bit integers (magic, version, code points, bytes, blocks),
then `blocks + 1` starts in code points, `blocks + 1` offsets in bytes, and one integer a block that holds the number
of its paragraph among the non-blank ones, doubled, plus one if the block is the first of its paragraph.
"""

import unicodedata
from array import array
from bisect import bisect_right

CHUNK = 1600
"""Code points above which a paragraph is laid out in chunks."""

_MAGIC = int.from_bytes(b"zhupipar", "little")
_VERSION = 1
_HEADER = 5
_SENTENCE_ENDS = "。！？!?；;."
_CLOSERS = "”’」』）)》】…"


class Blocks:
    """A view of a block table; `starts` and the other columns are views of 64-bit integers."""

    def __init__(self, table: memoryview) -> None:
        words = table.cast("B").cast("q")
        magic, version, self.length, self.byte_length, self.count = words[:_HEADER]
        if (magic, version) != (_MAGIC, _VERSION) or len(words) != _HEADER + 3 * self.count + 2:
            raise ValueError("not a block table of this version")
        self.starts = words[_HEADER : _HEADER + self.count + 1]
        self.offsets = words[_HEADER + self.count + 1 : _HEADER + 2 * self.count + 2]
        self._numbers = words[_HEADER + 2 * self.count + 2 :]
        words.release()
        if (self.starts[0], self.starts[-1], self.offsets[-1]) != (0, self.length + 1, self.byte_length + 1):
            raise ValueError("the block table does not cover the text")

    def release(self) -> None:
        """Let go of the memory below the views."""
        for view in (self.starts, self.offsets, self._numbers):
            view.release()

    def is_first(self, index: int) -> bool:
        """Say whether block `index` begins a paragraph; so does the end of the text."""
        return index >= self.count or bool(self._numbers[index] & 1)

    def number(self, index: int) -> int:
        """Return the number of the paragraph of block `index` among the non-blank ones, from 1; 0 before the first."""
        return self._numbers[index] >> 1

    def end(self, index: int) -> int:
        """Return the code point after the last of block `index`, the line feed left out."""
        return self.starts[index + 1] - (1 if self.is_first(index + 1) else 0)

    def byte_end(self, index: int) -> int:
        """Return the byte after the last of block `index`, the line feed left out."""
        return self.offsets[index + 1] - (1 if self.is_first(index + 1) else 0)

    def at(self, position: int) -> int:
        """Return the block that holds code point `position`, clamped to the text."""
        return min(max(bisect_right(self.starts, position) - 1, 0), self.count - 1)

    def at_byte(self, offset: int) -> int:
        """Return the block that holds the byte at `offset`, clamped to the text."""
        return min(max(bisect_right(self.offsets, offset) - 1, 0), self.count - 1)


def build_table(text: str) -> bytes:
    """Return the block table of `text`, whose line ends are LF."""
    starts, offsets, numbers = array("q"), array("q"), array("q")
    start = offset = number = 0
    for paragraph in text.split("\n"):
        number += bool(paragraph) and not paragraph.isspace()
        first = 1
        for chunk in (paragraph,) if len(paragraph) <= CHUNK else _chunks(paragraph):
            starts.append(start)
            offsets.append(offset)
            numbers.append(number << 1 | first)
            start += len(chunk)
            offset += len(chunk) if chunk.isascii() else len(chunk.encode())
            first = 0
        start += 1
        offset += 1
    count = len(numbers)
    starts.append(start)
    offsets.append(offset)
    header = array("q", (_MAGIC, _VERSION, start - 1, offset - 1, count))
    return b"".join(part.tobytes() for part in (header, starts, offsets, numbers))


def _chunks(paragraph: str) -> list[str]:
    """Cut a paragraph into chunks of at most CHUNK code points, after a sentence if one ends in the second half."""
    chunks: list[str] = []
    start = 0
    while len(paragraph) - start > CHUNK:
        cut = _cut(paragraph, start)
        chunks.append(paragraph[start:cut])
        start = cut
    chunks.append(paragraph[start:])
    return chunks


def _cut(paragraph: str, start: int) -> int:
    middle, limit = start + CHUNK // 2, start + CHUNK
    cut = 1 + max(paragraph.rfind(mark, middle, limit - 1) for mark in _SENTENCE_ENDS)
    if cut:
        while cut < limit and paragraph[cut] in _CLOSERS:
            cut += 1
    else:
        cut = limit
    while cut > middle and _continues(paragraph[cut - 1], paragraph[cut]):
        cut -= 1
    return cut


def _continues(before: str, after: str) -> bool:
    """Say whether `after` belongs to the grapheme of `before`: a mark, a variation, a joined character.

    Skin tones, regional indicators and the tags of flags count as such (Unicode Annex 29, in its simplest form).
    """
    return (
        before == "\u200d"
        or after == "\u200d"
        or unicodedata.category(after).startswith("M")
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\U0001f1e6" <= after <= "\U0001f1ff"
        or "\U000e0020" <= after <= "\U000e007f"
    )
