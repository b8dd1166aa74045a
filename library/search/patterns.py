"""Regular expressions in queries."""

import regex

from library.errors import InvalidQuery
from library.search.mistakes import mistake_in

PATIENCE = 2.0
"""Seconds that a pattern may take for one text; a search that is stopped ends after so many at the latest."""

_CALL = regex.compile(r"(?<!\\)(?:\\\\)*\(\?(?:R|[+-]?\d|&|P>)")
"""A group that is called: where it calls itself without an end, a gigabyte is filled before it is noticed."""
_SHOWN = 60
"""Characters of a pattern that are quoted where something is wrong with it."""


class Matcher:
    """A regular expression, matched as it is written: no form but this one, and no switch, has a part in it.

    “^” and “$” are the ends of lines, and “.” stays in its line; what else may match a line break, such as “\\s” or
    “[^x]”, goes on in the next.
    """

    def __init__(self, pattern: str) -> None:
        """Take the pattern; InvalidQuery, in words, where it is none."""
        self._shown = pattern if len(pattern) <= _SHOWN else pattern[:_SHOWN] + "…"
        if _CALL.search(pattern):
            raise self._too_deep()
        try:
            self._pattern = regex.compile(pattern, regex.MULTILINE)
        except (regex.error, ValueError) as error:  # flags that do not go together are a ValueError
            raise mistake_in(self._shown, error) from error
        except (RecursionError, MemoryError) as error:
            raise self._too_deep() from error

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the pattern matches, in order; a match that is empty is none. InvalidQuery from hard ones."""
        try:
            found = self._pattern.finditer(text, timeout=PATIENCE, concurrent=True)
            return sorted(match.span() for match in found if match.end() > match.start())
        except TimeoutError as error:
            raise InvalidQuery(
                "The pattern /{pattern}/ takes too long. Write it without repetitions inside repetitions.",
                pattern=self._shown,
            ) from error
        except (RecursionError, MemoryError) as error:
            raise self._too_deep() from error

    def _too_deep(self) -> InvalidQuery:
        return InvalidQuery(
            "The pattern /{pattern}/ goes too deep. Write it with fewer groups, and without calls of groups.",
            pattern=self._shown,
        )
