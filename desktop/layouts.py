"""How the groups of tabs were left, as the state of a library keeps it."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from typing import Any

GROUPS_KEY = "window.groups"
"""Under this key a library's state keeps the layout."""
SHOWN_KEY = "window.shown"
"""Under this key it says what was shown: `document:ID`, `list:KEY`, `tag:ID`, `memo:ID` or `memo:`."""
MOST_GROUPS = 2


@dataclass(frozen=True, slots=True)
class Group:
    """The tabs of one group, each a document and the first code point in sight, and which of them is shown."""

    tabs: tuple[tuple[str, int | None], ...]
    index: int = 0

    def among(self, document_ids: Collection[str]) -> Group:
        """Return the group with only those of its tabs whose documents are among `document_ids`."""
        tabs = tuple(tab for tab in self.tabs if tab[0] in document_ids)
        before = sum(tab[0] in document_ids for tab in self.tabs[: self.index])
        return Group(tabs, max(0, min(before, len(tabs) - 1)))


@dataclass(frozen=True, slots=True)
class Layout:
    """Up to two groups, the second `below` or right of the first, which has `share` of the room."""

    groups: tuple[Group, ...]
    active: int = 0
    below: bool = False
    share: float = 0.5
    together: bool = False

    def among(self, document_ids: Collection[str]) -> Layout | None:
        """Return the layout with only the tabs of `document_ids` and the groups that have any; None without any."""
        found = [(at, group) for at, old in enumerate(self.groups) if (group := old.among(document_ids)).tabs]
        if not found:
            return None
        active = next((index for index, (at, _) in enumerate(found) if at == self.active), 0)
        return replace(self, groups=tuple(group for _, group in found), active=active)


def encode(layout: Layout) -> str:
    """Return a layout as text."""
    return json.dumps(asdict(layout))


def decode(text: str) -> Layout | None:
    """Return the layout that `text` says, or None where it says none."""
    try:
        found: Any = json.loads(text)
        groups = tuple(Group(_tabs(group["tabs"]), int(group["index"])) for group in found["groups"][:MOST_GROUPS])
        return Layout(
            tuple(group for group in groups if group.tabs),
            int(found["active"]),
            bool(found["below"]),
            min(max(float(found["share"]), 0.1), 0.9),
            bool(found["together"]),
        )
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


def _tabs(stored: Any) -> tuple[tuple[str, int | None], ...]:
    return tuple((str(document_id), None if place is None else max(0, int(place))) for document_id, place in stored)
