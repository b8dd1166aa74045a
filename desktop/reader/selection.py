"""A selection in the text, and the extents that clicks and keys select."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QTextBoundaryFinder

from desktop.reader.document import ReaderDocument
from desktop.reader.offsets import Offsets

Extent = tuple[int, int]

_WINDOW = 4000
"""Code points before and behind a place in which the ends of its sentence are looked for."""
_HAN = "\u3400-\u9fff"
_SENTENCE_END = re.compile(rf"(?:[。！？；…!?]|(?<=[{_HAN}”）])[;.]|\.(?=[\"'”’)\]]*(?:\s|$)))+[”’」』）)》】\"'\]]*")


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


class Unit(Enum):
    """What one, two, three and four clicks select."""

    CHARACTER = 1
    WORD = 2
    SENTENCE = 3
    PARAGRAPH = 4


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
    first, last = segmentation.word_at(block, min(position - start, len(block) - 1))
    return start + first, start + last


def sentence_at(document: ReaderDocument, position: int) -> Extent:
    """Return start and end of the sentence at `position`, its closing quotes with it, without white space around."""
    first, last = document.paragraph(position)
    start, end = max(first, position - _WINDOW), min(last, position + _WINDOW)
    text = document.text.slice(start, end)
    at = min(position - start, max(len(text) - 1, 0))
    begin, finish = 0, len(text)
    for found in _SENTENCE_END.finditer(text):
        if found.end() > at:
            finish = found.end()
            break
        begin = found.end()
    sentence = text[begin:finish]
    begin += len(sentence) - len(sentence.lstrip())
    return start + begin, start + begin + len(sentence.strip())


def next_grapheme(document: ReaderDocument, position: int) -> int:
    """Return the end of the grapheme that begins at `position`; at the end of a paragraph, the start of the next."""
    index = document.block_at(position)
    start, block = document.start(index), document.block(index)
    if position - start >= len(block):
        return min(position + 1, document.length)
    return start + _step(block, position - start, QTextBoundaryFinder.toNextBoundary)


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
    return start + _step(block, position - start, QTextBoundaryFinder.toPreviousBoundary)


def next_word_end(document: ReaderDocument, position: int) -> int:
    """Return the end of the word at or behind `position`, over white space and punctuation."""
    while position < document.length:
        index = document.block_at(position)
        start, block = document.start(index), document.block(index)
        for first, last in _words(block):
            if start + last > position and _is_word(block[first:last]):
                return start + last
        position = start + len(block)
        if index + 1 < document.block_count:
            position = document.start(index + 1)
        else:
            break
    return document.length


def previous_word_start(document: ReaderDocument, position: int) -> int:
    """Return the start of the word at or before `position`, over white space and punctuation."""
    index = document.block_at(position)
    while index >= 0:
        start, block = document.start(index), document.block(index)
        for first, last in reversed(_words(block)):
            if start + first < position and _is_word(block[first:last]):
                return start + first
        index -= 1
    return 0


def _words(block: str) -> list[Extent]:
    from library.chinese import segmentation

    return list(segmentation.words(block))


def _is_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _step(block: str, position: int, go: Callable[[QTextBoundaryFinder], int]) -> int:
    offsets = Offsets(block)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, block)
    finder.setPosition(offsets.to_utf16(position))
    return offsets.from_utf16(go(finder))
