"""What a file says of passages of its text."""

import json
from dataclasses import dataclass
from typing import Literal

ElementKind = Literal["heading", "strong", "emphasis", "link", "jump"]


@dataclass(frozen=True, slots=True)
class Element:
    """What a file says of a passage of its text: `start` and `end` are code points, end exclusive.

    `value` is a heading's level (1 to 6), a link's address, or the code point that a jump leads to (from the mark of a
    footnote to the note and back).
    """

    start: int
    end: int
    kind: ElementKind
    value: str = ""


def elements_of(packed: str) -> tuple[Element, ...]:
    """Return the elements of a Markup."""
    return tuple(Element(*row) for row in json.loads(packed))
