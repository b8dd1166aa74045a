"""Many short texts in one string, so that what is looked for is looked for in all of them in one go."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

LINE = "\n"


class Lines:
    """Texts of one line, each after a line feed and the last before one."""

    def __init__(self, lines: Iterable[str]) -> None:
        parts = list(lines)
        self._text = LINE.join(["", *parts, ""])
        self._starts = array("q", accumulate(map((1).__add__, map(len, parts)), initial=0))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index: int) -> str:
        return self._text[self._starts[index] + 1 : self._starts[index + 1]]

    @property
    def text(self) -> str:
        """The lines with line feeds between."""
        return self._text[1:-1]

    def find(self, part: str, only: int | None = None) -> Iterator[int]:
        """Yield the indexes of the lines that hold `part`, or of `only` one of them.

        A line feed at either end of `part` stands for that end of the line.
        """
        at, end = self._limits(only)
        while (at := self._text.find(part, at, end)) >= 0:
            index = self._line(at, part)
            if index >= len(self._starts) - 1:
                return
            yield index
            at = self._starts[index + 1]

    def search(self, pattern: str, only: int | None = None) -> Iterator[int]:
        """Yield the indexes of the lines in which `pattern` is found, or of `only` one of them."""
        at, end = self._limits(only)
        searching = re.compile(pattern)
        while (hit := searching.search(self._text, at, end)) is not None:
            index = self._line(hit.start(), hit.group())
            yield index
            at = self._starts[index + 1]

    def _limits(self, only: int | None) -> tuple[int, int]:
        return (0, len(self._text)) if only is None else (self._starts[only], self._starts[only + 1] + 1)

    def _line(self, at: int, part: str) -> int:
        """Return the line of a hit: one that begins with a line feed is of the line behind that."""
        return bisect_right(self._starts, at) - 1 if part[:1] == LINE else bisect_right(self._starts, at - 1) - 1
