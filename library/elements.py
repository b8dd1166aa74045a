"""What a file says of passages of its text."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import Literal

ElementKind = Literal["title", "heading", "strong", "emphasis", "link", "jump", "page"]

AT_ONCE = 50_000
"""Code points of the elements of a document, as they are kept, that are read without waiting: some milliseconds."""
_SET_APART = frozenset[ElementKind]({"strong", "emphasis", "link", "jump"})
_A_PAGE = ',"page","'
"""What stands so among elements as they are kept is the kind of one: in a string its quotes would be escaped."""
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Element:
    """What a file says of a passage of its text: `start` and `end` are code points, end exclusive.

    The title is that of the document, which is no heading. `value` is a heading's level (1 to 6), a link's address,
    the code point that a jump leads to (from the mark of a footnote to the note and back), or of a page its number in
    the file, with what it is called behind a space.
    """

    start: int
    end: int
    kind: ElementKind
    value: str = ""


class Marks:
    """What of a text its file sets apart: of its elements, in order of their starts, those that change its look."""

    def __init__(self, elements: Iterable[Element] = ()) -> None:
        self.elements = tuple(row for row in elements if row.kind in _SET_APART and row.start < row.end)
        self._reach = tuple(accumulate((row.end for row in self.elements), max))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Marks) and self.elements == other.elements

    def __hash__(self) -> int:
        return hash(self.elements)

    def between(self, start: int, end: int) -> Iterator[Element]:
        """Return those that have a code point from `start` up to `end`, in order."""
        first = bisect_right(self._reach, start)
        for index in range(first, bisect_left(self.elements, end, key=_START)):
            if self.elements[index].end > start:
                yield self.elements[index]


def packed_elements(elements: Iterable[Element]) -> str:
    """Return elements as they are kept in a Markup."""
    rows = [[element.start, element.end, element.kind, element.value] for element in elements]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def elements_of(packed: str) -> tuple[Element, ...]:
    """Return the elements of a Markup. They are read one by one, so that other threads have their turn meanwhile."""
    return tuple(_elements(packed))


def pages_of(packed: str) -> Iterator[Element]:
    """Return those elements of a Markup that are pages, in order; the others are not read."""
    decode = json.JSONDecoder().raw_decode
    at = packed.find(_A_PAGE)
    while at >= 0:
        row, end = decode(packed, packed.rindex("[", 0, at))
        yield Element(*row)
        at = packed.find(_A_PAGE, end)


def _elements(packed: str) -> Iterator[Element]:
    decode = json.JSONDecoder().raw_decode
    at = 1  # behind the bracket of the list; then behind the comma or the bracket that follows a row
    while packed.startswith("[", at):
        row, end = decode(packed, at)
        yield Element(*row)
        at = end + 1
