"""What of a text goes into the index: chunks of its key, and their tokens.

A chunk's key has a GAP wherever punctuation was left out, and the beginning of the next chunk behind it, so that what
is at most REACH letters long stands whole in the chunk it begins in. Tokens are Chinese characters, one by one, and
the words of other scripts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from library.chinese.folding import DROPPED
from library.chinese.letters import Codes, Flags, Letters, Places, decoded, letters, spread
from library.storage.texts import ReadingText

GAP = DROPPED
"""What stands in the key of a chunk where punctuation was left out between two letters."""

REACH = 64
"""Letters that what is looked for may have and still stand whole in one chunk."""

LONGEST_WORD = 64
"""Letters of a word above which a text is searched without the help of its words."""

SIGNS = "$+="
"""What of ASCII stands in keys besides letters, digits and spaces."""

_CHUNK = 4000
_PIECE = 1 << 17
"""Code points folded together: ten arrays of them are in memory."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A chunk, as it is made from a text: `main` is the index in `key` at which the next chunk's key begins.

    `expands` says that a character of it stands for several letters.
    """

    start: int
    main: int
    key: str
    tokens: str
    expands: bool


def cuts(text: ReadingText, words: set[str]) -> Iterator[Cut]:
    """Yield the chunks of a text in order, and add the words in them to `words`; without letters there is none."""
    rest, begin = letters(""), 0
    for start in range(0, text.length, _PIECE):
        end = min(start + _PIECE, text.length)
        rest = rest.joined(letters(text.slice(start, end), start))
        bounds = [*range(begin, end, _CHUNK), *([end] if end == text.length else [])]
        firsts: list[int] = np.searchsorted(rest.starts, bounds).tolist()
        while end < text.length and len(firsts) > 1 and firsts[-1] + REACH + LONGEST_WORD > len(rest):
            bounds.pop()
            firsts.pop()  # what follows this chunk is not there yet
        stretch = _Stretch(rest)
        words |= stretch.words(firsts)
        yield from stretch.cuts(bounds, firsts)
        rest, begin = rest.since(firsts[-1]), bounds[-1]


def chunk_end(start: int) -> int:
    """Return the code point before which everything begins that begins in the chunk from `start` on."""
    return start + _CHUNK


def tokens(key: str) -> str:
    """Return the tokens of a key, which has no gaps, with spaces between them."""
    return decoded(_Stretch(letters(key)).tokens)


def is_spaced(token: str) -> bool:
    """Say whether a token is a word of a script that parts its words by spaces."""
    return bool(letters(token).spaced().any())


class _Stretch:
    """Letters that follow one another, as they stand in keys and as tokens."""

    def __init__(self, found: Letters) -> None:
        spaced = found.spaced()
        parted = found.parted(spaced)
        self._letters = found
        self._spaced = np.flatnonzero(spaced)
        self._bounds = np.ones(len(found) + 1, np.bool_)
        self._bounds[1:-1] = parted[1:] | ~spaced[1:] | ~spaced[:-1]
        before = self._bounds[:-1].copy()
        before[:1] = False
        self.tokens, self._tokens_at = spread(found.codes, before)
        self._key, self._key_at = _with_gaps(found.codes, found.gaps[:-1], parted)

    def cuts(self, bounds: list[int], firsts: list[int]) -> Iterator[Cut]:
        """Yield the chunks that begin at code points `bounds` but the last, with letters `firsts`."""
        for start, (first, last) in zip(bounds[:-1], pairwise(firsts), strict=True):
            if first < last:
                yield self._cut(start, first, last)

    def words(self, firsts: list[int]) -> set[str]:
        """Return the words, and the ends of those that are cut in two where chunks begin."""
        at = self._spaced
        if not len(at):
            return set()
        before = self._bounds[at]
        before[0] = False
        before[1:] |= np.diff(at) > 1
        signs, _ = spread(self._letters.codes[at], before)
        inside = [first for first in firsts if not self._bounds[first]]
        return {*decoded(signs).split(" "), *map(self._word, inside)}

    def _cut(self, start: int, first: int, last: int) -> Cut:
        end = self._tail(last)
        begins, ends = int(self._key_at[first]), int(self._key_at[end - 1]) + 1
        main = (int(self._key_at[last]) if last < end else ends) - begins
        token = decoded(self.tokens[int(self._tokens_at[first]) : int(self._tokens_at[end - 1]) + 1])
        expands = bool((np.diff(self._letters.starts[first:end]) == 0).any())
        return Cut(start, main, decoded(self._key[begins:ends]), token, expands)

    def _tail(self, last: int) -> int:
        """Return where what follows letter `last` may end: REACH letters on, no word cut that is not too long."""
        end = min(last + REACH, len(self._letters))
        limit = min(end + LONGEST_WORD, len(self._letters))
        found = np.flatnonzero(self._bounds[end : limit + 1])
        return end + int(found[0]) if len(found) else limit

    def _word(self, first: int) -> str:
        """Return what is left of a word from letter `first` on."""
        end = first + 1
        while not self._bounds[end]:
            end += 1
        return decoded(self._letters.codes[first:end])


def _with_gaps(codes: Codes, gaps: Flags, parted: Flags) -> tuple[Codes, Places]:
    """Return the key with its gaps, and where in it each letter is; between two words, the gap is before the space."""
    before = gaps.astype(np.int8) + parted
    places = np.arange(len(codes)) + np.cumsum(before)
    signs = np.full(int(places[-1]) + 1 if len(codes) else 0, ord(" "), np.uint32)
    signs[places] = codes
    signs[places[gaps] - 1 - parted[gaps]] = ord(GAP)
    return signs, places
