"""Finding the places of a string in one text: in any form, or as it is written."""

import re
from collections.abc import Callable, Iterator

from library.chinese.folding import fold
from library.search.folded import FoldedSearch
from library.storage.texts import ReadingText

_WINDOW = 150_000
"""Code points searched as they are written between two looks at `cancelled`: about a millisecond."""
_FOLDED_WINDOW = 30_000
"""Code points folded at a time: two milliseconds, for which other threads wait."""

_DECODED_WINDOW = 16_000
"""Code points decoded at a time: a larger string's memory comes from the system and goes back to it, each time."""
_DENSE = 0.001
"""Hits a code point above which decoding everything is cheaper than counting the code points before each hit."""

_WIDEST = 4
"""Bytes of a character at most."""

Passage = tuple[int, int]


def find_passages(
    text: ReadingText, query: str, *, exact: bool = False, first: int = 0, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[list[Passage]]:
    """Yield the places of `query` in `text` as (start, end) in code points, in order, some at a time.

    Folded, as library/chinese/folding.py says, a place is whatever has the key of the query, marks after its last
    character included; a query that has no key, such as one of punctuation alone, is searched as it is written. So is
    any query with `exact`; then, where it has letters that exist in two cases, case does not matter (of the letters of
    ASCII, where the query is ASCII). Places do not overlap: each search goes on at the end of the place before. An
    empty query is nowhere. Stops early once `cancelled` says so.

    The search goes round: it begins with the block that holds code point `first`, and comes to what begins before that
    block when it has been at the end of the text.
    """
    if not query:
        return
    begin = text.block_start(text.block_at(first))
    key = "" if exact else fold(query).text
    limit: int | None = None
    for found in _search(text, query, key, begin, text.length, cancelled):
        limit = found[0][0] if limit is None else limit
        yield found
    if begin == 0:
        return
    for found in _search(text, query, key, 0, begin, cancelled):
        kept = [place for place in found if place[0] < begin and (limit is None or place[1] <= limit)]
        if kept:
            yield kept


def _search(
    text: ReadingText, query: str, key: str, begin: int, end: int, cancelled: Callable[[], bool]
) -> Iterator[list[Passage]]:
    """Yield the places from code point `begin` on, at least all those that begin before `end`."""
    search = FoldedSearch(text, key) if key else _as_written(text, query)
    start, dense = begin, False
    while start < end or (start < text.length and search.has_begun_before(end)):
        if cancelled():
            return
        size = _FOLDED_WINDOW if key else _DECODED_WINDOW if dense else _WINDOW
        stop = _window_end(text, start, size)
        found = search.window(start, stop, dense=dense)
        dense = len(found) > _DENSE * (stop - start)
        start = stop
        if found:
            start = max(stop, found[-1][1])
            yield found


def _as_written(text: ReadingText, query: str) -> "_Exact | _Caseless":
    """Return what searches the bytes as they lie on disk; only other cased letters than ASCII need the decoded text."""
    cased = query.lower() != query.upper()
    return _Caseless(text, query) if cased and not query.isascii() else _Exact(text, query, any_case=cased)


def _window_end(text: ReadingText, start: int, size: int) -> int:
    """Return where a window from `start` on ends: about `size` further, where a block begins, or at the text's end."""
    end = start + size
    return text.block_start(text.block_at(end)) if end < text.length else text.length


class _Exact:
    """Searches for a string as it is written or, with `any_case`, without regard to the case of ASCII letters.

    Offsets in bytes are turned into code points hit by hit, or a window at a time where there are many.
    """

    def __init__(self, text: ReadingText, query: str, *, any_case: bool) -> None:
        self._text = text
        self._any_case = any_case
        self._query = query.lower() if any_case else query
        self._bytes = self._query.encode(errors="surrogatepass")
        self._pattern = re.compile(re.escape(self._query))

    def window(self, start: int, end: int, *, dense: bool) -> list[Passage]:
        """Return the places that begin in [start, end)."""
        first = self._text.byte_offset(start)
        window = self._text.data[first : self._text.byte_offset(end) + len(self._bytes) - 1]
        if self._any_case:
            window = window.lower()
        return self._decoded(window, start) if dense else self._one_by_one(window, first)

    def has_begun_before(self, end: int) -> bool:
        """Say whether a place that begins before `end` is still to come from the next window: never."""
        del end
        return False

    def _one_by_one(self, window: bytes, first: int) -> list[Passage]:
        step, find = len(self._bytes), window.find
        offsets: list[int] = []
        offset = find(self._bytes)
        while offset >= 0:
            offsets.append(first + offset)
            offset = find(self._bytes, offset + step)
        starts = self._text.positions_at(offsets)
        return list(zip(starts, map(len(self._query).__add__, starts), strict=True))

    def _decoded(self, window: bytes, start: int) -> list[Passage]:
        """Decode the window for its places, which takes as long for many as for none."""
        places = self._pattern.finditer(window.decode(errors="ignore"))
        starts = [start + place.start() for place in places]
        return list(zip(starts, map(len(self._query).__add__, starts), strict=True))


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

    def has_begun_before(self, end: int) -> bool:
        """Say whether a place that begins before `end` is still to come from the next window: never."""
        del end
        return False
