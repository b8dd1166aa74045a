"""What of a written value can stand in a line of others."""

import unicodedata

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What turns the direction of all that follows it, and so of the rest of an entry."""
_LEFT_OUT = ("Cc", "Cs")


def cleaned(value: str) -> str:
    """Return a value on one line with single spaces, without control characters and what turns directions."""
    kept = (
        " " if character.isspace() or unicodedata.category(character) in _LEFT_OUT else character
        for character in value
        if character not in _BIDI
    )
    return " ".join("".join(kept).split())
