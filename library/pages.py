"""The pages of a document whose file has pages: which page a place is on, and what of the text is on a page."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from library.elements import Element


class Box(NamedTuple):
    """A rectangle, in points from the upper left corner of a page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A stretch of text that stands on one page: `start` and `end` in code points, end exclusive.

    `number` counts the pages of the file from 1; `label` is what the page is called, in the file or in print. A page
    may have several stretches: its footnotes stand at the end of the text.
    """

    start: int
    end: int
    number: int
    label: str


class Pages:
    """The pages of one document, out of its elements; none where its file has no pages."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self.spans = tuple(_span(element) for element in elements if element.kind == "page")

    def __bool__(self) -> bool:
        return bool(self.spans)

    def at(self, position: int) -> PageSpan | None:
        """Return the stretch that a code point is in, or between two of them the one before; None before the first."""
        index = bisect_right(self.spans, position, key=lambda span: span.start) - 1
        return self.spans[index] if index >= 0 else None

    def of(self, number: int) -> tuple[PageSpan, ...]:
        """Return the stretches of text of a page, counted from 1, in order; none where nothing was read on it."""
        return tuple(span for span in self.spans if span.number == number)

    def labels(self, start: int, end: int) -> tuple[str, ...]:
        """Return what the first and the last page are called of a passage from `start` to `end`: one, two or none."""
        first, last = self.at(start), self.at(max(start, end - 1))
        return tuple(dict.fromkeys(span.label for span in (first, last) if span is not None))


def page_value(number: int, label: str) -> str:
    """Return the value of a page’s element: its number in the file, and its label where it is called otherwise."""
    return f"{number} {label}" if label and label != str(number) else str(number)


def _span(element: Element) -> PageSpan:
    number, _, label = element.value.partition(" ")
    return PageSpan(element.start, element.end, int(number), label or number)
