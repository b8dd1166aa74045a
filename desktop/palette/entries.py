"""What the palette offers: entries, found by their names, the best and those chosen lately first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["action", "heading", "document", "tag", "collection", "smart", "memo"]

KINDS: tuple[Kind, ...] = ("action", "heading", "document", "tag", "collection", "smart", "memo")
SIGNS: dict[str, Kind] = {">": "action", "#": "tag", "@": "heading"}
"""What may stand in front of a query to ask for one kind only."""
MOST = 60
"""More rows than anyone reads."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do or to go to; it is found by each of its `names`, and `keys` do the same."""

    kind: Kind
    id: str
    text: str
    names: tuple[str, ...]
    keys: str = ""
    enabled: bool = True

    @property
    def key(self) -> str:
        """What the entry is remembered by."""
        return f"{self.kind}:{self.id}"


class EntryIndex:
    """Entries of one kind in their order. Those not `spelled` are found as they are written only."""

    def __init__(self, entries: Iterable[Entry], *, spelled: bool) -> None:
        from library.chinese.naming import NameIndex  # with the readings of all characters: once something is sought

        self.entries = tuple(entries)
        self.places = {entry.key: place for place, entry in enumerate(self.entries)}
        self._owners = [place for place, entry in enumerate(self.entries) for _ in entry.names]
        self._firsts = [0]
        for entry in self.entries:
            self._firsts.append(self._firsts[-1] + len(entry.names))
        self._names = NameIndex([name for entry in self.entries for name in entry.names], spelled=spelled)

    def find(self, query: str, most: int) -> dict[int, int]:
        """Return the places of about `most` entries that `query` finds, each with its best rank."""
        found: dict[int, int] = {}
        for rank, name in self._names.find(query, most * 4):
            found.setdefault(self._owners[name], rank)
        return found

    def rank(self, query: str, place: int) -> int | None:
        """Return how well `query` finds one entry, or None."""
        names = range(self._firsts[place], self._firsts[place + 1])
        return min((rank for at in names if (rank := self._names.rank(query, at)) is not None), default=None)


def offered(
    query: str, indexes: Mapping[Kind, EntryIndex], recent: Sequence[str], order: Sequence[Kind] = KINDS
) -> list[Entry]:
    """Return the entries to offer for what is typed: by rank, then those chosen lately, then by kind and order."""
    sign = SIGNS.get(query.strip()[:1])
    wanted = query.strip()[1:].strip() if sign else query.strip()
    kinds = [sign] if sign else order
    ages = {key: age for age, key in enumerate(recent)}
    rows: list[tuple[tuple[int, bool, int, int, int], Entry]] = []
    for place_of_kind, kind in enumerate(kinds):
        index = indexes.get(kind)
        if index is None:
            continue
        found = index.find(wanted, MOST)
        for key in recent:  # one of many that are found may stand far behind
            place = index.places.get(key)
            if place is not None and place not in found and (rank := index.rank(wanted, place)) is not None:
                found[place] = rank
        for place, rank in found.items():
            entry = index.entries[place]
            rows.append(((rank, not entry.enabled, ages.get(entry.key, len(ages)), place_of_kind, place), entry))
    rows.sort(key=lambda row: row[0])
    return [entry for _, entry in rows[:MOST]]
