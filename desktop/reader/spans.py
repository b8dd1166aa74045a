"""The marks of a text, found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from library.models import Color, Style

_CLASS_BITS = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A mark to paint: `start` and `end` in code points, end exclusive."""

    id: str
    start: int
    end: int
    color: Color
    style: Style = "highlight"


class _LengthClass:
    """Spans whose lengths are of one order, by start: one that reaches a place starts at most `longest` before it."""

    def __init__(self, spans: list[Span], longest: int) -> None:
        self.spans = sorted(spans, key=_START)
        self.starts = [span.start for span in self.spans]
        self.longest = longest

    def touching(self, start: int, end: int) -> list[Span]:
        low = bisect_right(self.starts, start - self.longest)
        high = bisect_left(self.starts, end, low)
        return [span for span in self.spans[low:high] if span.end > start]

    def add(self, span: Span) -> None:
        insort(self.spans, span, key=_START)
        insort(self.starts, span.start)

    def remove(self, span: Span) -> None:
        at = self.spans.index(span, bisect_left(self.starts, span.start))
        del self.spans[at], self.starts[at]


class Spans:
    """All marks of a text, sorted by start in classes of length, each class a factor of eight wide.

    Within a class the bisection needs no running maximum of ends, so that adding or removing one mark costs no walk
    over those behind it, and one long mark does not slow down the search among short ones.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._by_id: dict[str, Span] = {}
        self._classes: dict[int, _LengthClass] = {}
        self.replace(spans)

    def __len__(self) -> int:
        return len(self._by_id)

    def find(self, id: str | None) -> Span | None:
        """Return the span `id`, or None."""
        return self._by_id.get(id) if id is not None else None

    def replace(self, spans: Iterable[Span]) -> None:
        """Hold `spans` instead of what was held."""
        self._by_id = {span.id: span for span in spans}
        grouped: dict[int, list[Span]] = {}
        for span in self._by_id.values():
            grouped.setdefault((span.end - span.start).bit_length() // _CLASS_BITS, []).append(span)
        self._classes = {kind: _LengthClass(members, _longest(kind)) for kind, members in grouped.items()}

    def put(self, span: Span) -> Span | None:
        """Add `span`, or put it in the place of the one with its id, which is returned."""
        before = self.remove(span.id)
        kind = (span.end - span.start).bit_length() // _CLASS_BITS
        if kind not in self._classes:
            self._classes[kind] = _LengthClass([], _longest(kind))
        self._classes[kind].add(span)
        self._by_id[span.id] = span
        return before

    def remove(self, id: str) -> Span | None:
        """Take the span `id` away and return it; None if it is not held."""
        span = self._by_id.pop(id, None)
        if span is not None:
            self._classes[(span.end - span.start).bit_length() // _CLASS_BITS].remove(span)
            return span

    def touching(self, start: int, end: int) -> list[Span]:
        """Return the spans that share a code point with `start` to `end`, by start and then the longer first."""
        found = [span for kind in self._classes.values() for span in kind.touching(start, end)]
        found.sort(key=_order)
        return found

    def at(self, position: int) -> list[Span]:
        """Return the spans that cover the code point at `position`, the innermost first."""
        return sorted(self.touching(position, position + 1), key=_length)

    def first_in(self, bounds: Sequence[int]) -> list[Span | None]:
        """Return for each pair of neighbours in `bounds`, ascending, a span that starts between them, or None."""
        found: list[Span | None] = [None] * max(len(bounds) - 1, 0)
        for kind in self._classes.values():
            low = bisect_left(kind.starts, bounds[0]) if found else 0
            for at in range(len(found)):
                high = bisect_left(kind.starts, bounds[at + 1], low)
                if high > low:
                    found[at] = kind.spans[low]
                    low = high
        return found


_START = attrgetter("start")


def _longest(kind: int) -> int:
    return 1 << _CLASS_BITS * (kind + 1)


def _order(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _length(span: Span) -> tuple[int, int]:
    return span.end - span.start, -span.start
