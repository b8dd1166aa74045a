"""What the kinds of repairs are called in the user's language, and how a place of each is shown."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.translation import tr
from library.mending import EDITS, RepairKind

BREAK, SPACE, MADE = "⏎", "·", "｜"
"""Signs for a line break and a space that were there, and for the place from which something was taken."""


def kind_name(kind: RepairKind) -> str:
    """Return what repairs of a kind are called."""
    names: dict[RepairKind, str] = {
        "join": tr("Broken paragraphs"),
        "wrap": tr("Wrapped lines"),
        "space": tr("Spaces between characters"),
        "gap": tr("Lost text"),
        "duplicate": tr("Standing twice"),
        "stray": tr("Stray letters"),
    }
    return names[kind]


def refused_name(kind: RepairKind) -> str:
    """Return what repairs of a kind are called that were refused, or whose kind was switched off."""
    return tr("{kind}: not wanted", kind=kind_name(kind))


def count_told(numbers: Mapping[RepairKind, int]) -> str:
    """Say how many repairs there are, and how many places that are only pointed out; nothing where there are none."""
    edits = sum(number for kind, number in numbers.items() if kind in EDITS)
    flags = sum(number for kind, number in numbers.items() if kind not in EDITS)
    told = tr("Repairs {count}", count=edits) if edits else ""
    pointed = tr("Pointed out {count}", count=flags) if flags else ""
    return " · ".join(filter(None, (told, pointed)))


def flag_told(kind: RepairKind, detail: str = "") -> str:
    """Say what is wrong at a place of a kind that changes nothing; `detail` is the number that a gap misses."""
    if kind == "gap":
        return tr("text may be missing here: {number}", number=detail) if detail else tr("text may be missing here")
    if kind == "duplicate":
        return tr("printed twice: left out of counts")
    return tr("may not belong here")


def missing_told(number: str) -> str:
    """Say that a number is missing, where it would stand."""
    return tr("[{number} missing]", number=number)


def one_line(text: str) -> str:
    """Return a passage on one line, its line breaks as signs."""
    return text.replace("\n", BREAK).replace("\t", " ")
