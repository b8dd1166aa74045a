"""Finding every place of a key in the indexed texts, overlapping ones included, and counting them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, product
from operator import add

import numpy as np

from library.chinese.folding import past_marks, repeated_letters
from library.chinese.letters import letters, spread
from library.search.chunks import GAP, REACH, chunk_end, is_spaced, tokens
from library.search.index import Chunk, Index, Spans
from library.storage.texts import ReadingText

_MOST_PHRASES = 300
"""Phrases above which all texts are gone through: the index would hardly be faster."""

_FEW = 3
"""Letters of a key that is sooner counted in each of its forms with gaps than in a text without any."""

_LOOK = 512
"""Code points read beyond the last place, for what was left out inside it and the marks behind it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key stands in a text; `start` and `end` are code points, end exclusive.

    `crosses` says that punctuation stands between its letters.
    """

    start: int
    end: int
    crosses: bool


@dataclass(slots=True)
class Tally:
    """How often a key stands in a text; `exact` leaves out places that cross punctuation.

    `repeated` are as many more in passages that stand there a second time, whether or not they cross punctuation.
    """

    total: int = 0
    exact: int = 0
    repeated: int = 0


class Places:
    """The places of one key, a key of `fold` that is not empty, in the texts of an index."""

    def __init__(self, index: Index, key: str) -> None:
        self._index = index
        self._key = key
        self._overlaps = any(key.endswith(key[:length]) for length in range(1, len(key)))
        self._crossing = None if self._overlaps or len(key) > _FEW or is_spaced(key) else _with_gaps(key)

    @property
    def repeat(self) -> bool:
        """Whether the key may stand more than once in the same characters, where one of those is several letters."""
        return {self._key[0], self._key[-1]} <= repeated_letters()

    def tallies(self) -> Iterator[tuple[int, Tally]]:
        """Yield the entries that have places and how many, texts in order; each as soon as it is counted.

        Where places `repeat`, an entry that `expands` may have fewer than that.
        """
        for entry_id, chunks in groupby(self._chunks(), key=lambda chunk: chunk.entry_id):
            tally = Tally()
            for chunk in chunks:
                self._count(chunk, tally)
            if tally.total:
                yield entry_id, tally

    def of_entry(self, entry_id: int, text: ReadingText, spans: Spans | None = None) -> Iterator[Place]:
        """Yield the places in one text in their order: all of them, or those that may be in one of `spans`."""
        for chunk in self._chunks(entry_id):
            if spans is not None and not _meets(chunk, spans):
                continue
            yield from dict.fromkeys(self._in_chunk(chunk, text))

    def _chunks(self, entry_id: int | None = None) -> Iterator[Chunk]:
        """Return the chunks in which places may begin, of one text or of all."""
        if self._phrases is not None:
            return self._index.chunks_with(self._phrases, entry_id)
        return self._index.all_chunks() if entry_id is None else self._index.chunks_of(entry_id)

    @cached_property
    def _phrases(self) -> list[str] | None:
        """Return what the tokens of a chunk with the key may be; None where they are too many to ask for.

        A word at the beginning of the key may be the end of a word, one at its end the beginning of one.
        """
        wanted = tokens(self._key[:REACH]).split()
        spaced = [is_spaced(token) for token in wanted]
        if len(wanted) == 1:
            choices = [self._index.words_with(wanted[0], begins=False, ends=False) if spaced[0] else wanted]
        else:
            firsts = self._index.words_with(wanted[0], begins=False, ends=True) if spaced[0] else wanted[:1]
            lasts = self._index.words_with(wanted[-1], begins=True, ends=False) if spaced[-1] else wanted[-1:]
            choices = [firsts, [" ".join(wanted[1:-1])], lasts]
        number = 1
        for choice in choices:
            number *= len(choice)
        if number > _MOST_PHRASES:
            return None
        return [" ".join(filter(None, parts)) for parts in product(*choices)]

    def _count(self, chunk: Chunk, tally: Tally) -> None:
        key, main = self._reaching(chunk), chunk.main
        found = self._number(key, main)
        tally.exact += found
        if self._crossing is not None:
            found += sum(key.count(form, 0, main + len(form) - 1) for form in self._crossing)
        elif GAP in key:
            found = self._number(key.replace(GAP, ""), main - key.count(GAP, 0, main))
        tally.total += found

    def _number(self, key: str, main: int) -> int:
        """Return how many places, those that overlap included, begin in the first `main` letters of `key`."""
        if not self._overlaps:
            return key.count(self._key, 0, main + len(self._key) - 1)
        return sum(1 for _ in self._indices(key, main))

    def _indices(self, key: str, main: int) -> Iterator[int]:
        index = key.find(self._key)
        while 0 <= index < main:
            yield index
            index = key.find(self._key, index + 1)

    def _in_chunk(self, chunk: Chunk, text: ReadingText) -> list[Place]:
        key = self._reaching(chunk)
        indices = list(self._indices(key.replace(GAP, ""), chunk.main - key.count(GAP, 0, chunk.main)))
        return self._placed(chunk.start, indices, text) if indices else []

    def _placed(self, start: int, indices: list[int], text: ReadingText) -> list[Place]:
        """Return the places at `indices` of the key, which has no gaps, that begins at code point `start`."""
        last, end = indices[-1] + len(self._key), start
        while True:  # until there is a letter behind the last place, whose marks are then all there
            end = min(max(start + last, end) + _LOOK, text.length)
            part = text.slice(start, end)
            found = letters(part)
            _, at = spread(found.codes, found.parted(found.spaced()))
            if (len(at) and at[-1] >= last) or end == text.length:
                break
        firsts = np.searchsorted(at, indices)
        lasts = np.searchsorted(at, np.array(indices) + len(self._key) - 1)
        gaps = np.cumsum(found.gaps)
        crosses = gaps[lasts] > gaps[firsts]
        spans = zip(found.starts[firsts].tolist(), found.starts[lasts].tolist(), crosses.tolist(), strict=True)
        return [Place(start + first, start + past_marks(part, last + 1), crossing) for first, last, crossing in spans]

    def _reaching(self, chunk: Chunk) -> str:
        """Return the key of a chunk, with as much of the following ones as a place in it may need."""
        if len(self._key) <= REACH:
            return chunk.key
        key, last = chunk.key[: chunk.main], chunk
        while len(key) - chunk.main < 2 * len(self._key):
            following = self._index.find_chunk(last.id + 1)
            if following is None or following.entry_id != chunk.entry_id:
                return key + last.key[last.main :]
            key, last = key + following.key[: following.main], following
        return key


def _meets(chunk: Chunk, spans: Spans) -> bool:
    """Say whether what begins in a chunk may be in one of `spans`."""
    at = bisect_right(spans, chunk.start, key=lambda span: span[1])
    return at < len(spans) and spans[at][0] < chunk_end(chunk.start)


def _with_gaps(key: str) -> list[str]:
    """Return the forms that a key may have where punctuation stands between its letters."""
    joints = product(("", GAP), repeat=len(key) - 1)
    return ["".join(map(add, key, (*joint, ""))) for joint in joints if any(joint)]
