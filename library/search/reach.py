"""How far a passage reaches where whole words or sentences are wanted of it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from library.chinese import segmentation
from library.chinese.cuts import is_cut
from library.chinese.sentences import sentences

if TYPE_CHECKING:
    from library.chinese.ownwords import OwnWords
    from library.storage.texts import ReadingText

Reach = Literal["exact", "words", "sentences"]
REACHES: tuple[Reach, ...] = ("exact", "words", "sentences")

_WINDOW = 4000
"""Code points before and behind a place in which the ends of its sentence are looked for."""
_NEAR = 2000
"""Code points from the end of what was looked at within which a sentence may be cut off."""
_HEAD = 200
_MOST_BLANK = 40
"""Blank lines that a break leaves at most."""


class Widening:
    """Widens passages of one text, in any order; those that follow one another share what was found out.

    Where whole words are wanted, the `own` words of who asks are such.
    """

    def __init__(self, text: ReadingText, reach: Reach, own: OwnWords | None = None) -> None:
        self._text = text
        self._reach = reach
        self._own = own
        self._range = (0, 0)
        self._clipped = (False, False)
        self._bounds: list[int] = []

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the passage from code point `start` to `end`, which is not empty, with all it shall reach over."""
        if self._reach == "exact":
            return start, end
        first, last = self._unit(start), self._unit(end - 1)
        return min(first[0], start), max(last[1], end)

    def _unit(self, position: int) -> tuple[int, int]:
        """Return the word or sentence at `position`, without white space around it."""
        if not self._is_known(position):
            self._find(position)
        index = bisect_right(self._bounds, position)
        start = self._bounds[index - 1] if index else position
        end = self._bounds[index] if index < len(self._bounds) else position
        unit = self._text.slice(start, end)
        start += len(unit) - len(unit.lstrip())
        return start, start + len(unit.strip())

    def _stretch(self, position: int) -> tuple[int, tuple[int, int]]:
        """Return the stretch in which sentences are looked for, and the place it is reckoned from.

        A blank line inside a paragraph that goes on behind it belongs to that paragraph, as for the words there.
        """
        text = self._text
        if not text.slice(*text.paragraph(position)).strip():
            before = _written(text, position, -1)
            found = (0, 0) if before is None else surroundings(text, before)
            if before is not None and found[0] <= position < found[1]:
                return before, found
        return position, surroundings(text, position)

    def _is_known(self, position: int) -> bool:
        start, end = self._range
        first = start + _NEAR * self._clipped[0]
        return first <= position < end - _NEAR * self._clipped[1]

    def _find(self, position: int) -> None:
        """Find the bounds of the words or sentences around `position`."""
        if self._reach == "words":
            block = self._text.block_at(position)
            start = self._text.block_start(block)
            content = self._text.block(block)
            units = segmentation.words(content, self._own)
            self._clipped = False, False
        else:
            position, (start, end) = self._stretch(position)
            content = self._text.slice(start, end)
            units = sentences(content)
            self._clipped = start == position - _WINDOW, end == position + _WINDOW
        self._range = start, start + len(content)
        self._bounds = [start, *(start + bound for _, bound in units)]


def surroundings(text: ReadingText, position: int) -> tuple[int, int]:
    """Return where the paragraph at `position` begins and ends, with what it goes on in and what goes on in it.

    So it does over page and column breaks (`repair.is_cut`), the blank lines there stepped over. No further than 4,000
    code points on either side.
    """
    first, last = text.paragraph(position)
    return max(_backward(text, first, position), position - _WINDOW), min(
        _forward(text, last, position), position + _WINDOW
    )


def _backward(text: ReadingText, first: int, position: int) -> int:
    while first > position - _WINDOW:
        before = _written(text, first, -1)
        if before is None or not _is_cut(text, text.paragraph(before), text.paragraph(first)):
            break
        first = text.paragraph(before)[0]
    return first


def _forward(text: ReadingText, last: int, position: int) -> int:
    while last < position + _WINDOW:
        after = _written(text, last, 1)
        if after is None or not _is_cut(text, text.paragraph(last), text.paragraph(after)):
            break
        last = text.paragraph(after)[1]
    return last


def _is_cut(text: ReadingText, paragraph: tuple[int, int], following: tuple[int, int]) -> bool:
    tail = text.slice(max(paragraph[0], paragraph[1] - _WINDOW), paragraph[1])
    return is_cut(tail, text.slice(following[0], min(following[1], following[0] + _HEAD)))


def _written(text: ReadingText, position: int, step: int) -> int | None:
    """Return a place in the nearest paragraph after or, for -1, before that of `position` that is not blank."""
    index = text.block_at(position)
    for _ in range(_MOST_BLANK):
        index += step
        if not 0 <= index < text.block_count:
            return None
        if text.block(index).strip():
            return text.block_start(index)
    return None
