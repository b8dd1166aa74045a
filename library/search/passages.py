"""Finding the places of a string in one text: in any form, or as it is written."""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate

from library.chinese.folding import fold
from library.search.folded import FoldedSearch
from library.storage.texts import ReadingText

_WINDOW = 150_000
"""Code points searched as they are written between two looks at `cancelled`: about a millisecond."""
_FOLDED_WINDOW = 30_000
"""Code points folded at a time: two milliseconds, for which other threads wait."""

_DENSE = 300
"""Hits in a window above which decoding all of it is cheaper than counting the code points before each hit."""

_WIDEST = 4
"""Bytes of a character at most."""

Passage = tuple[int, int]


def find_passages(
    text: ReadingText, query: str, *, exact: bool = False, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[list[Passage]]:
    """Yield the places of `query` in `text` as (start, end) in code points, in order, some at a time.

    Folded, as library/chinese/folding.py says, a place is whatever has the key of the query, marks after its last
    character included; a query that has no key, such as one of punctuation alone, is searched as it is written. So is
    any query with `exact`; then, where it has letters that exist in two cases, case does not matter (of the letters of
    ASCII, where the query is ASCII). Places do not overlap: each search goes on at the end of the place before. An
    empty query is nowhere. Stops early once `cancelled` says so.
    """
    if not query:
        return
    key = "" if exact else fold(query).text
    search = FoldedSearch(text, key) if key else _as_written(text, query)
    start = hits = 0
    for end in _window_ends(text, _FOLDED_WINDOW if key else _WINDOW):
        if cancelled():
            return
        if start < end:
            found = search.window(start, end, dense=hits > _DENSE)
            hits = len(found)
            start = end
            if found:
                start = max(end, found[-1][1])
                yield found


def _as_written(text: ReadingText, query: str) -> "_Exact | _Caseless":
    """Return what searches the bytes as they lie on disk; only other cased letters than ASCII need the decoded text."""
    cased = query.lower() != query.upper()
    return _Caseless(text, query) if cased and not query.isascii() else _Exact(text, query, any_case=cased)


def _window_ends(text: ReadingText, size: int) -> Iterator[int]:
    """Yield where windows end: at the beginnings of blocks about `size` apart, and at the end of the text."""
    end = size
    while end < text.length:
        start_of_block = text.block_start(text.block_at(end))
        yield start_of_block
        end = start_of_block + size
    yield text.length


class _Exact:
    """Searches for a string as it is written or, with `any_case`, without regard to the case of ASCII letters.

    Offsets in bytes are turned into code points hit by hit, or a window at a time where there are many.
    """

    def __init__(self, text: ReadingText, query: str, *, any_case: bool) -> None:
        self._text = text
        self._any_case = any_case
        self._query = query.lower() if any_case else query
        self._bytes = self._query.encode(errors="surrogatepass")

    def window(self, start: int, end: int, *, dense: bool) -> list[Passage]:
        """Return the places that begin in [start, end)."""
        first = self._text.byte_offset(start)
        window = self._text.data[first : self._text.byte_offset(end) + len(self._bytes) - 1]
        if self._any_case:
            window = window.lower()
        return self._by_splitting(window, start) if dense else self._one_by_one(window, first)

    def _one_by_one(self, window: bytes, first: int) -> list[Passage]:
        length, step = len(self._query), len(self._bytes)
        found: list[Passage] = []
        offset = window.find(self._bytes)
        while offset >= 0:
            position = self._text.position_at(first + offset)
            found.append((position, position + length))
            offset = window.find(self._bytes, offset + step)
        return found

    def _by_splitting(self, window: bytes, start: int) -> list[Passage]:
        """Split the decoded window at the query: the lengths of the parts give the places without a loop."""
        length = len(self._query)
        parts = window.decode(errors="ignore").split(self._query)
        parts.pop()
        ends = list(accumulate(map(length.__add__, map(len, parts)), initial=start))
        del ends[0]
        return list(zip(map((-length).__add__, ends), ends, strict=True))


class _Caseless:
    """Searches for a string with cased letters in any case, by the simple case mappings of Unicode."""

    def __init__(self, text: ReadingText, query: str) -> None:
        self._text = text
        self._pattern = re.compile(re.escape(query), re.IGNORECASE)
        self._reach = _WIDEST * len(query)

    def window(self, start: int, end: int, *, dense: bool) -> list[Passage]:
        """Return the places that begin in [start, end)."""
        first, last = self._text.byte_offset(start), self._text.byte_offset(end)
        window = self._text.data[first : last + self._reach].decode(errors="ignore")
        places = (found.span() for found in self._pattern.finditer(window))
        return [(start + place, start + stop) for place, stop in places if start + place < end]
