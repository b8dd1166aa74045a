"""A selection in the text, and the extents that clicks and keys select."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.reader.document import ReaderDocument
from desktop.reader.graphemes import grapheme_end, grapheme_start
from desktop.reader.sentences import sentence_at
from desktop.reader.units import Unit

Extent = tuple[int, int]

_MOST_BLOCKS = 500


@dataclass(frozen=True, slots=True)
class Selection:
    """From `anchor` to `active`, the end that moves; in code points. Both are the caret where nothing is selected."""

    anchor: int
    active: int

    @property
    def start(self) -> int:
        return min(self.anchor, self.active)

    @property
    def end(self) -> int:
        return max(self.anchor, self.active)

    @property
    def is_empty(self) -> bool:
        return self.anchor == self.active


def whole(document: ReaderDocument, selection: Selection) -> Selection:
    """Return `selection` within the text, with all of the graphemes that it holds a part of."""
    start, end = grapheme_start(document, selection.start), selection.end
    end = start if selection.is_empty else grapheme_end(document, end)
    return Selection(start, end) if selection.anchor <= selection.active else Selection(end, start)


def extent(document: ReaderDocument, unit: Unit, position: int) -> Extent:
    """Return start and end of the word, sentence or paragraph at `position`; a character has no extent."""
    found: dict[Unit, Callable[[ReaderDocument, int], Extent]] = {
        Unit.CHARACTER: lambda _, at: (at, at),
        Unit.WORD: word_at,
        Unit.SENTENCE: sentence_at,
        Unit.PARAGRAPH: lambda document, at: document.paragraph(at),
    }
    return found[unit](document, position)


def word_at(document: ReaderDocument, position: int) -> Extent:
    """Return start and end of the word that covers `position`; at the end of a line, of the one before."""
    from library.chinese import segmentation

    index = document.block_at(position)
    start, block = document.start(index), document.block(index)
    if not block:
        return position, position
    first, last = segmentation.word_at(block, min(position - start, len(block) - 1), document.own)
    return start + first, start + last


def next_word_end(document: ReaderDocument, position: int) -> int:
    """Return the end of the word at or behind `position`, over white space and punctuation; the end of a text at last.

    Of a long stretch without any word, no more is gone over at a time than some blocks.
    """
    index = document.block_at(position)
    for number in range(index, min(index + _MOST_BLOCKS, document.block_count)):
        start, block = document.start(number), document.block(number)
        for first, last in _words(document, block):
            if start + last > position and _is_word(block[first:last]):
                return start + last
    return document.end(min(index + _MOST_BLOCKS, document.block_count) - 1)


def previous_word_start(document: ReaderDocument, position: int) -> int:
    """Return the start of the word at or before `position`, over white space and punctuation; 0 at last."""
    index = document.block_at(position)
    least = max(index - _MOST_BLOCKS, -1)
    for number in range(index, least, -1):
        start, block = document.start(number), document.block(number)
        for first, last in reversed(_words(document, block)):
            if start + first < position and _is_word(block[first:last]):
                return start + first
    return document.start(least + 1)


def _words(document: ReaderDocument, block: str) -> list[Extent]:
    from library.chinese import segmentation

    return list(segmentation.words(block, document.own)) if block else []


def _is_word(text: str) -> bool:
    return any(character.isalnum() for character in text)
