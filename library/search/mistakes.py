"""What is wrong with a regular expression, in words that can be translated."""

import re

import regex

from library.errors import InvalidQuery

_WRONG = {
    "missing )": "In /{pattern}/ a parenthesis is open. Close it, or write \\( for the sign itself.",
    "unbalanced parenthesis": "In /{pattern}/ a parenthesis is closed that was not opened. For the sign itself"
    " write \\).",
    "unterminated character set": "In /{pattern}/ a square bracket is open. Close it, or write \\[ for the sign"
    " itself.",
    "missing ]": "In /{pattern}/ a square bracket is open. Close it, or write \\[ for the sign itself.",
    "nothing to repeat": "In /{pattern}/ one of * + ? has nothing before it that it could repeat. For the sign itself"
    " write \\ before it.",
    "multiple repeat": "In /{pattern}/ one of * + ? follows another. For the sign itself write \\ before it.",
    "min repeat greater than max repeat": "In /{pattern}/ the first number in braces is greater than the second.",
    "bad character range": "In /{pattern}/ a range ends before it begins. Write the lower character first.",
    "bad escape (end of pattern)": "/{pattern}/ ends with \\. For the sign itself write it twice.",
    "invalid group reference": "/{pattern}/ refers to a group that it does not have.",
    "unknown group": "/{pattern}/ refers to a group that it does not have.",
    "": "/{pattern}/ has switches that do not go together.",
}
"""By what the regex module calls a mistake, which has no code to know it by."""

_NAMED = re.compile(r"(.*) at position (\d+)")


def mistake_in(pattern: str, error: regex.error | ValueError) -> InvalidQuery:
    """Return what to say of a pattern that is refused: the usual mistakes by name, of others where they are."""
    named = _NAMED.match(str(error))
    kind, place = named.groups() if named else ("", None)
    return InvalidQuery(_WRONG.get(kind, "/{pattern}/ cannot be read at character {place}."), pattern=pattern,
                        place=int(place or 0) + 1)  # fmt: skip
