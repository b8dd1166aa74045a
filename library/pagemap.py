"""Where the text of a document stands on a page of its PDF: boxes of a passage, and the code point at a point."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from library.pages import Box, PageSpan

if TYPE_CHECKING:
    from library.importers.pdfsource import TextPage

Slice = Callable[[int, int], str]
"""What returns the text from one code point to another."""

_HYPHENS = ("-", "\u2010")
_SLACK = 16
"""Characters that repairs and signs between cells may have added."""

_NEAR = 24.0
"""Points from a character at which a point still means it."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A code point of the text, and where on the page it stands; those of a ligature have the same box."""

    position: int
    box: Box


class PageMap:
    """A page as it is shown, `width` by `height` points, and the characters on it that are in the text.

    Points and boxes count from the upper left corner. Running heads and the numbers of pages are in no map.
    """

    def __init__(self, width: float, height: float, glyphs: Sequence[Glyph]) -> None:
        self.width = width
        self.height = height
        self.glyphs = tuple(sorted(glyphs, key=lambda glyph: glyph.position))

    def boxes(self, start: int, end: int) -> list[Box]:
        """Return what covers the passage from code point `start` to `end` on this page: a box a line."""
        first = bisect_left(self.glyphs, start, key=lambda glyph: glyph.position)
        found: list[Box] = []
        for glyph in self.glyphs[first:]:
            if glyph.position >= end:
                break
            if found and (joined := _joined(found[-1], glyph.box)) is not None:
                found[-1] = joined
            else:
                found.append(glyph.box)
        return found

    def offset_at(self, x: float, y: float) -> int | None:
        """Return the code point whose character is at or next to a point of the page, or None where none is near."""
        near = min(((_distance(glyph.box, x, y), glyph.position) for glyph in self.glyphs), default=None)
        return near[1] if near is not None and near[0] <= _NEAR * _NEAR else None


def map_page(path: Path, number: int, spans: Sequence[PageSpan], text: Slice) -> PageMap:
    """Return the map of page `number`, from 1, of the PDF at `path`: `spans` are its stretches of the text.

    The page is read as the importer reads it; then its words are found again in the text one after the other, which
    may have been repaired since. Refused as by the importer.
    """
    from library.importers.pdffile import PdfFile  # loads PDFium, which whoever only looks a place up does not need

    with PdfFile(path) as file, file.page(number - 1) as page:
        return map_text(page, spans, text)


def map_text(page: "TextPage", spans: Sequence[PageSpan], text: Slice) -> PageMap:
    """Return the map of a page whose text was found in whatever way, as `map_page` does."""
    from library.importers.pdflines import lines_of

    words = [_Word(list(page.glyphs(run))) for line in lines_of(page.runs()) for run in line.runs]
    found: list[Glyph] = []
    for span in spans:
        stretch = _Stretch(text(span.start, span.end), span.start)
        words = stretch.take(words)
        found += stretch.glyphs
    return PageMap(page.width, page.height, found)


class _Word:
    """The characters of a run, each with its box."""

    def __init__(self, glyphs: Sequence[tuple[str, Box]]) -> None:
        self.characters = [(character, box) for text, box in glyphs for character in text if not character.isspace()]
        self.text = "".join(character for character, _ in self.characters)


class _Stretch:
    """A stretch of the text without white space, in which the words of a page are found one after the other."""

    def __init__(self, text: str, start: int) -> None:
        self.glyphs: list[Glyph] = []
        self._positions = [start + index for index, character in enumerate(text) if not character.isspace()]
        self._bare = "".join(text.split())
        self._at = 0

    def take(self, words: Sequence[_Word]) -> list[_Word]:
        """Find words and return those that are not here."""
        left: list[_Word] = []
        waiting: list[_Word] = []
        for word in words:
            place = self._place(word.text, sum(len(each.text) for each in waiting))
            if place is None:
                waiting.append(word)
                continue
            if place > self._at and waiting:
                self._match(waiting, place)
            else:
                left += waiting
            waiting = []
            self._put(word, place)
        return left + waiting

    def _place(self, words: str, passed: int) -> int | None:
        """Return where a word stands: next, or as far on as words that were passed over and a sign may reach."""
        if self._bare.startswith(words, self._at):
            return self._at
        if words.endswith(_HYPHENS) and self._bare.startswith(words[:-1], self._at):
            return self._at
        place = self._bare.find(words, self._at, self._at + len(words) + (passed + _SLACK if passed else 1))
        return place if place >= 0 and words else None

    def _put(self, word: _Word, place: int) -> None:
        last = min(place + len(word.text), len(self._bare))
        for index in range(place, last):
            character, box = word.characters[index - place]
            if character != self._bare[index]:  # a hyphen that is no longer there
                last = index
                break
            self.glyphs.append(Glyph(self._positions[index], box))
        self._at = last

    def _match(self, words: Sequence[_Word], end: int) -> None:
        """Match words that were repaired with what stands between the last word found and the next."""
        characters = [each for word in words for each in word.characters]
        written = "".join(character for character, _ in characters)
        for block in SequenceMatcher(None, written, self._bare[self._at : end], autojunk=False).get_matching_blocks():
            for index in range(block.size):
                position = self._positions[self._at + block.b + index]
                self.glyphs.append(Glyph(position, characters[block.a + index][1]))


def _joined(one: Box, two: Box) -> Box | None:
    """Return what covers two boxes of one line, across or down; None if they are not of one."""
    level = min(one.bottom, two.bottom) - max(one.top, two.top)
    upright = min(one.right, two.right) - max(one.left, two.left)
    height, width = min(one.bottom - one.top, two.bottom - two.top), min(one.right - one.left, two.right - two.left)
    across = level > 0.5 * height and two.left - one.right < 2 * height
    down = upright > 0.5 * width and abs(two.top - one.bottom) < 0.5 * width
    if not across and not down:
        return None
    return Box(min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3]))


def _distance(box: Box, x: float, y: float) -> float:
    """Return how far a point is from a box, squared."""
    across = max(box.left - x, 0, x - box.right)
    down = max(box.top - y, 0, y - box.bottom)
    return across * across + down * down
