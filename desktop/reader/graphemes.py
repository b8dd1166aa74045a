"""Steps by grapheme: what a reader takes for one character, however many code points it has."""

from __future__ import annotations

import re

from PySide6.QtCore import QTextBoundaryFinder

from desktop.reader.document import ReaderDocument
from desktop.reader.offsets import Offsets

_COMPLEX = "\u0900-\u109f\u1780-\u17ff"
"""The scripts of South and South-East Asia."""
_FLAG = "\U0001f1e6-\U0001f1ff"
"""The letters that make a flag, two by two."""
_JOINING = "\u0300-\u036f\u200c\u200d\ufe00-\ufe0f"
_PIECE = re.compile(rf"[{_FLAG}]{{1,2}}[{_JOINING}]*|[{_COMPLEX}][{_COMPLEX}{_JOINING}]*|[^{_COMPLEX}{_FLAG}]+")
_MIXED = re.compile(rf"[{_COMPLEX}{_FLAG}]")


def next_grapheme(document: ReaderDocument, position: int) -> int:
    """Return the end of the grapheme that begins at `position`; at the end of a paragraph, the start of the next."""
    index = document.block_at(position)
    start, block = document.start(index), document.block(index)
    if position - start >= len(block):
        return min(position + 1, document.length)
    return start + _bounds(block, position - start)[1]


def previous_grapheme(document: ReaderDocument, position: int) -> int:
    """Return the start of the grapheme that ends at `position`; from the start of a paragraph, the end of the last."""
    if position <= 0:
        return 0
    index = document.block_at(position)
    if position == document.start(index):
        if document.begins_paragraph(index):
            return position - 1
        index -= 1
    start, block = document.start(index), document.block(index)
    return start + _bounds(block, position - start - 1)[0]


def grapheme_start(document: ReaderDocument, position: int) -> int:
    """Return `position`, drawn into the text, or the start of the grapheme that it stands in."""
    position = min(max(position, 0), document.length)
    index = document.block_at(position)
    start, block = document.start(index), document.block(index)
    if position - start >= len(block) or _stands_alone(block, position - start):
        return position
    return start + _bounds(block, position - start)[0]


def grapheme_end(document: ReaderDocument, position: int) -> int:
    """Return `position`, drawn into the text, or the end of the grapheme that it stands in."""
    start = grapheme_start(document, position)
    return next_grapheme(document, start) if start < min(position, document.length) else start


def _stands_alone(block: str, position: int) -> bool:
    """Say, at little cost, whether a grapheme begins at `position` for sure: plain letters and Han join nothing."""
    around = block[max(position - 1, 0) : position + 1]
    return all(" " <= character <= "~" or "\u4e00" <= character <= "\u9fff" for character in around)


def _bounds(block: str, position: int) -> tuple[int, int]:
    """Return start and end of the grapheme that code point `position` of `block` belongs to.

    Qt tells, one kind of script at a time: beside Thai or Devanagari it cuts an emoji in two, beside an emoji a flag.
    """
    first, last = 0, len(block)
    if _MIXED.search(block):
        first, last = next(piece.span() for piece in _PIECE.finditer(block) if position < piece.end())
    piece = block[first:last]
    offsets = Offsets(piece)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, piece)
    finder.setPosition(offsets.to_utf16(position - first))
    start_utf16 = finder.position() if finder.isAtBoundary() else finder.toPreviousBoundary()
    return first + offsets.from_utf16(start_utf16), first + offsets.from_utf16(finder.toNextBoundary())
