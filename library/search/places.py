"""Finding every place of a key in the indexed texts, overlapping ones included, and counting them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, product

from library.chinese.folding import GAP, fold, fold_with_gaps
from library.search.index import REACH, Chunk, Index
from library.search.tokens import tokens, words
from library.storage.texts import ReadingText

_MOST_PHRASES = 300
"""Phrases above which all texts are gone through: the index would hardly be faster."""

_GAP = GAP.encode()
_LOOK = 512


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
    """How often a key stands in a text; `exact` leaves out places that cross punctuation."""

    total: int = 0
    exact: int = 0


class Places:
    """The places of one key, a key of `fold` that is not empty, in the texts of an index."""

    def __init__(self, index: Index, key: str) -> None:
        self._index = index
        self._key = key
        self._bytes = key.encode()

    def tallies(self) -> Iterator[tuple[int, Tally]]:
        """Yield the entries that have places and how many, texts in order; each as soon as it is counted."""
        for entry_id, chunks in groupby(self._chunks(), key=lambda chunk: chunk.entry_id):
            tally = Tally()
            for chunk in chunks:
                self._count(chunk, tally)
            if tally.total:
                yield entry_id, tally

    def of_entry(self, entry_id: int, text: ReadingText) -> Iterator[Place]:
        """Yield the places in one text in their order."""
        for chunk in self._chunks(entry_id):
            yield from self._in_chunk(chunk, text)

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
        spaced = [bool(words(token)) for token in wanted]
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
        key = self._reaching(chunk)
        main = chunk.main
        if _GAP in key:
            tally.exact += _occurrences(key, self._bytes, main)
            main -= key.count(_GAP, 0, main)
            key = key.replace(_GAP, b"")
            tally.total += _occurrences(key, self._bytes, main)
        else:
            found = _occurrences(key, self._bytes, main)
            tally.exact += found
            tally.total += found

    def _in_chunk(self, chunk: Chunk, text: ReadingText) -> Iterator[Place]:
        key = self._reaching(chunk)
        main = chunk.main - key.count(_GAP, 0, chunk.main)
        key = key.replace(_GAP, b"")
        indices: list[int] = []
        index = key.find(self._bytes)
        while 0 <= index < main:
            indices.append(len(key[:index].decode()))
            index = key.find(self._bytes, index + 1)
        if indices:
            yield from self._placed(chunk.start, indices, text)

    def _placed(self, start: int, indices: list[int], text: ReadingText) -> Iterator[Place]:
        """Yield the places of letters `indices` of the key that begins at code point `start`."""
        last, end = indices[-1] + len(self._key), start
        while True:  # until there is a letter behind the last place, whose marks are then all there
            end = min(max(start + last, end) + _LOOK, text.length)
            part = text.slice(start, end)
            folded = fold(part)
            if len(folded.text) > last or end == text.length:
                break
        starts = folded.offsets.starts(indices)
        ends = folded.offsets.ends([index + len(self._key) - 1 for index in indices])
        for first, behind in zip(starts, ends, strict=True):
            yield Place(start + first, start + behind, GAP in fold_with_gaps(part[first:behind]).strip(f" {GAP}"))

    def _reaching(self, chunk: Chunk) -> bytes:
        """Return the key of a chunk, with as much of the following ones as a place in it may need."""
        if len(self._key) <= REACH:
            return chunk.key
        key, last = chunk.key[: chunk.main], chunk
        while len(key) - chunk.main < 2 * len(self._bytes):
            following = self._index.find_chunk(last.id + 1)
            if following is None or following.entry_id != chunk.entry_id:
                return key + last.key[last.main :]
            key, last = key + following.key[: following.main], following
        return key


def _occurrences(key: bytes, wanted: bytes, main: int) -> int:
    """Return how often `wanted` begins in the first `main` bytes of `key`, places that overlap included."""
    number = 0
    index = key.find(wanted)
    while 0 <= index < main:
        number += 1
        index = key.find(wanted, index + 1)
    return number
