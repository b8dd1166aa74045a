"""Sentences in a document, over the page and column breaks that cut their paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reader.document import Role
from desktop.reader.graphemes import grapheme_start

if TYPE_CHECKING:
    from desktop.reader.document import ReaderDocument

_WINDOW = 4000
"""Code points before and behind a place in which the ends of its sentence are looked for."""
_HEAD = 200
_MOST_BLANK = 40
"""Blank lines that a break leaves at most."""


def sentence_at(document: ReaderDocument, position: int) -> tuple[int, int]:
    """Return start and end of the sentence at `position`, its closing quotes with it, without white space around.

    It goes on over the cuts of its paragraph (`is_cut`), the blank lines there stepped over.
    """
    from library.chinese import sentences

    first, last = document.paragraph(position)
    start, end = _backward(document, first, position), _forward(document, last, position)
    begin, finish = sentences.sentence_at(document.text.slice(start, end), position - start)
    return start + begin, start + finish


def _backward(document: ReaderDocument, first: int, position: int) -> int:
    """Return where the paragraph that begins at `first`, with all it continues, begins, within the window."""
    while first > position - _WINDOW:
        before = _written(document, first, -1)
        if before is None or not _is_cut(document, document.paragraph(before), document.paragraph(first)):
            break
        first = document.paragraph(before)[0]
    return grapheme_start(document, max(first, position - _WINDOW))


def _forward(document: ReaderDocument, last: int, position: int) -> int:
    """Return where the paragraph that ends at `last`, with all that continues it, ends, within the window."""
    while last < position + _WINDOW:
        after = _written(document, last, 1)
        if after is None or not _is_cut(document, document.paragraph(last), document.paragraph(after)):
            break
        last = document.paragraph(after)[1]
    return grapheme_start(document, min(last, position + _WINDOW))


def _is_cut(document: ReaderDocument, paragraph: tuple[int, int], following: tuple[int, int]) -> bool:
    from library.chinese.repair import is_cut

    tail = document.text.slice(max(paragraph[0], paragraph[1] - _WINDOW), paragraph[1])
    head = document.text.slice(following[0], min(following[1], following[0] + _HEAD))
    return is_cut(tail, head)


def _written(document: ReaderDocument, position: int, step: int) -> int | None:
    """Return a place in the nearest paragraph after or, for -1, before that of `position` that is not blank."""
    index = document.block_at(position)
    for _ in range(_MOST_BLANK):
        index += step
        if not 0 <= index < document.block_count:
            return None
        if document.role(index, document.block(index)) is not Role.BLANK:
            return document.start(index)
    return None
