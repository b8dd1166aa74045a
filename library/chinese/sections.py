"""Sections that count by points: 1, 1.1, 1.1.1."""

from collections.abc import Sequence

from library.chinese.entries import CHAPTERS, Entry

_FARTHEST = 5
_LEAST = 2
"""Sections with a point that a text must have, so that no chance number makes it one."""


def decimal_entries(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that count as 1, 1.1, 1.2, 2 do, each the next to one before."""
    found: list[Entry] = []
    last: tuple[int, ...] = ()
    for entry in entries:
        numbering = entry.numbering
        if numbering.style in CHAPTERS:
            last = ()
        if numbering.style not in ("decimal", "digit", "bare") or entry.form != "line":
            continue
        parts = numbering.parts or (numbering.number,)
        if _is_next(parts, last):
            found.append(entry)
            last = parts
    return found if sum(len(entry.numbering.parts) > 1 for entry in found) >= _LEAST else []


def _is_next(parts: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Say whether a section numbered `parts` may follow one numbered `last`; above it, numbers may be missing."""
    if not last:
        return parts[-1] == 1
    if len(parts) == len(last) + 1:
        return parts[:-1] == last and parts[-1] == 1
    shared = len(parts) - 1
    return len(parts) <= len(last) and parts[:-1] == last[:shared] and 0 < parts[shared] - last[shared] <= _FARTHEST
