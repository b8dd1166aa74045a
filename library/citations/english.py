"""What the English styles of author and date have in common."""

from collections.abc import Sequence

from library.citations.editions import edition_number
from library.citations.items import Item
from library.citations.names import Person
from library.citations.ordinals import ordinal

_INNER = str.maketrans("“”", "‘’")
_DATED = ("newspaper", "webpage", "official", "interview", "archive", "newsletter", "patent", "other")
"""Kinds of which the day is told."""
_QUOTED = (
    "chapter",
    "conference",
    "article",
    "newspaper",
    "webpage",
    "thesis",
    "interview",
    "archive",
    "dataset",
    "other",
)


def tells_day(item: Item) -> bool:
    """Say whether an item is of a kind that comes out, or is made, on a day."""
    return item.kind in _DATED


def is_part_of_a_whole(item: Item) -> bool:
    """Say whether the title of an item is that of a part, which is not set in italics."""
    in_a_whole = item.kind in ("chapter", "conference", "newsletter") and bool(item.container)
    return item.kind in ("article", "newspaper") or in_a_whole


def is_quoted(item: Item) -> bool:
    """Say whether Chicago sets a title in quotation marks: that of a part, or of what is not published."""
    return is_part_of_a_whole(item) if item.kind in ("conference", "newsletter") else item.kind in _QUOTED


def address(item: Item) -> str:
    """Return where an item is on the web, by its DOI if it has one."""
    return f"https://doi.org/{item.doi}" if item.doi else item.url


def publisher(item: Item) -> str:
    """Return who published an item, or issued it for its authors."""
    return item.publisher or (", ".join(person.in_order for person in item.issuer.persons) if item.author else "")


def ranged(pages: str) -> str:
    """Return pages with an en dash between the first and the last."""
    return pages.replace("-", "–")


def edition(item: Item) -> str:
    """Return “2nd ed.”, what is told of an edition without a number, or nothing of the first one."""
    count = edition_number(item.edition)
    if count is None:
        return "Rev. ed." if item.edition.casefold().rstrip(".") in ("rev", "revised") else item.edition.rstrip(".")
    return "" if count == 1 else f"{ordinal(count)} ed."


def volume(item: Item) -> str:
    """Return “Vol. 2”, or a volume that has no number as it is told."""
    return f"Vol. {item.volume}" if item.volume.isdecimal() else item.volume.rstrip(".")


NUMBERED = ("report", "official", "archive", "other", "interview", "standard", "patent", "newsletter")
"""Kinds of which the number is told."""


def number(item: Item) -> str:
    """Return the number of a document as it is written, with “No.” before one that is bare."""
    return f"No. {item.number}" if item.number.isdecimal() else item.number


def quoted(title: str) -> str:
    """Return a title in quotation marks, those inside a level further in."""
    return f"“{title.translate(_INNER)}”"


def surname(person: Person) -> str:
    """Return a name as it stands in a text: the surname of a Western name, a Chinese one in characters whole."""
    return person.written if person.form == "translated" else person.surname


def listed(names: Sequence[str], last: str, *, serial: bool = True) -> str:
    """Return names with commas, and `last` before the last one: “A, B, and C”; of two, a comma only if `serial`."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if serial or len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"
