"""Space between characters: pairs of full-width marks closed up, a thin space between Han and Latin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.reader.punctuation import CLOSING, OPENING
from library.chinese.han import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.reader.punctuation import HalfMarks

CLOSED_UP = -0.5
THIN = 0.2
_ALL_MARKS = frozenset(OPENING + CLOSING)
_MARKS = re.escape(OPENING + CLOSING)
_LATIN = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff%\u2030\u00b0\u2103"
# to begin with one set of characters lets the search run over all others at once
_PLACES = re.compile(f"[{_MARKS}{_LATIN}](?:(?<=[{_MARKS}])(?=[{_MARKS}])|(?<=[{_LATIN}])[{_LATIN}]*)")


Spacing = tuple[int, int, float]
"""Space added behind each of the characters from a start to an end, in em; taken away where it is negative."""


def spacings(text: str, marks: HalfMarks, hidden: Sequence[tuple[int, int]] = ()) -> list[Spacing]:
    """Return the space behind characters of `text` that differs from what the face gives them, in order, none twice.

    Of two marks that stand together one half square goes (Requirements for Chinese Text Layout, W3C, 3.1.6); Latin
    letters and digits stand apart from Han by a thin space (the same, 3.2.2), unless there is a space already. What is
    hidden, in order, keeps nothing apart.
    """
    if hidden:
        edges = [0, *(edge for part in hidden for edge in part), len(text)]
        seen = [at for start, end in zip(edges[::2], edges[1::2], strict=True) for at in range(start, end)]
        visible = "".join(text[at] for at in seen)
        return [(seen[start], seen[start] + 1, em) for start, _, em in spacings(visible, marks)]
    found: list[Spacing] = []
    length = len(text)
    for place in _PLACES.finditer(text):
        start, end = place.span()
        former = text[start]
        if former in _ALL_MARKS:
            if former in marks.closing or (former not in CLOSING and text[end] in marks.opening):
                found.append((start, end, CLOSED_UP))
            continue
        if start and is_han(text[start - 1]):
            found.append((start - 1, start, THIN))
        if end < length and is_han(text[end]):
            found.append((end - 1, end, THIN))
    return found
