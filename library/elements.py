"""What a file says of passages of its text."""

import json
from dataclasses import dataclass
from typing import Literal

ElementKind = Literal["heading", "strong", "emphasis", "link", "jump", "page"]


@dataclass(frozen=True, slots=True)
class Element:
    """What a file says of a passage of its text: `start` and `end` are code points, end exclusive.

    `value` is a heading's level (1 to 6), a link's address, the code point that a jump leads to (from the mark of a
    footnote to the note and back), or of a page its number in the file, with what it is called behind a space.
    """

    start: int
    end: int
    kind: ElementKind
    value: str = ""


def elements_of(packed: str) -> tuple[Element, ...]:
    """Return the elements of a Markup."""
    return tuple(Element(*row) for row in json.loads(packed))
