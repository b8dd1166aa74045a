"""Ordinal numbers in English, read and written."""

import re

_WRITTEN = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_DIGITS = re.compile(r"(\d{1,4})(?:st|nd|rd|th)?", re.IGNORECASE)


def ordinal(count: int) -> str:
    """Return a number as 1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def ordinal_of(written: str) -> int | None:
    """Return the number that an ordinal is, in digits or written out up to the tenth; None if it is none."""
    found = _DIGITS.fullmatch(written)
    if found:
        return int(found[1])
    word = written.casefold()
    return _WRITTEN.index(word) + 1 if word in _WRITTEN else None
