"""The tabs of one group: which documents stand in it, in which order, where each was left, and those closed last."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

CLOSED_KEPT = 20
"""So many closed tabs can be had back, the last one first."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A document in a tab. `place` is the code point that was first in sight, None where it was not shown yet."""

    id: int
    document_id: str
    place: int | None = None


class Tabs:
    """Light records in an order; one of them, unless there is none, is the current one."""

    def __init__(self) -> None:
        self._tabs: list[Tab] = []
        self._current: int | None = None
        self._closed: list[tuple[int, Tab]] = []
        self._made = 0

    @property
    def all(self) -> tuple[Tab, ...]:
        """The tabs from left to right."""
        return tuple(self._tabs)

    @property
    def current(self) -> Tab | None:
        """The tab that is shown."""
        return self._tabs[self.index] if self._tabs else None

    @property
    def index(self) -> int:
        """Where the current tab stands, counted from 0; -1 where there is none."""
        return next((index for index, tab in enumerate(self._tabs) if tab.id == self._current), -1)

    @property
    def can_reopen(self) -> bool:
        """Whether a closed tab can be had back."""
        return bool(self._closed)

    def find(self, document_id: str) -> Tab | None:
        """Return the tab of a document: the current one where that shows it, else the first."""
        current = self.current
        if current is not None and current.document_id == document_id:
            return current
        return next((tab for tab in self._tabs if tab.document_id == document_id), None)

    def add(self, document_id: str, place: int | None = None) -> Tab:
        """Add a tab right of the current one, and make it the current one."""
        tab = self._make(document_id, place)
        self._tabs.insert(self.index + 1, tab)
        self._current = tab.id
        return tab

    def append(self, document_id: str, place: int | None = None) -> None:
        """Add a tab at the right end; another one stays the current one."""
        tab = self._make(document_id, place)
        self._tabs.append(tab)
        self._current = self._current or tab.id

    def show(self, document_id: str) -> Tab:
        """Put another document into the current tab; where there is none, one is added."""
        if not self._tabs:
            return self.add(document_id)
        self._tabs[self.index] = replace(self._tabs[self.index], document_id=document_id, place=None)
        return self._tabs[self.index]

    def keep_place(self, place: int) -> None:
        """Remember which code point is the first in sight in the current tab."""
        if self._tabs:
            self._tabs[self.index] = replace(self._tabs[self.index], place=place)

    def choose(self, tab_id: int) -> None:
        """Make a tab the current one, if it is still there."""
        if any(tab.id == tab_id for tab in self._tabs):
            self._current = tab_id

    def step(self, step: int) -> None:
        """Make the tab `step` places further the current one, round the ends."""
        if self._tabs:
            self._current = self._tabs[(self.index + step) % len(self._tabs)].id

    def move(self, tab_id: int, index: int) -> None:
        """Let a tab stand at `index`, drawn between the ends."""
        place = next((at for at, tab in enumerate(self._tabs) if tab.id == tab_id), None)
        if place is not None:
            tab = self._tabs.pop(place)
            self._tabs.insert(max(0, min(index, len(self._tabs))), tab)

    def close(self, tab_id: int) -> None:
        """Take a tab away; it can be had back. The one right of the current tab, else the one left, takes its place."""
        place = next((at for at, tab in enumerate(self._tabs) if tab.id == tab_id), None)
        if place is None:
            return
        tab = self._tabs.pop(place)
        self._closed = [*self._closed, (place, tab)][-CLOSED_KEPT:]
        if tab.id == self._current:
            self._current = self._tabs[min(place, len(self._tabs) - 1)].id if self._tabs else None

    def reopen(self) -> Tab | None:
        """Put the tab that was closed last back where it stood, as the current one; None where there is none."""
        if not self._closed:
            return None
        place, tab = self._closed.pop()
        self._tabs.insert(min(place, len(self._tabs)), tab)
        self._current = tab.id
        return tab

    def retain(self, document_ids: Collection[str]) -> bool:
        """Drop the tabs, open and closed, of all other documents; say whether any that is open was dropped."""
        self._closed = [(place, tab) for place, tab in self._closed if tab.document_id in document_ids]
        before, index = len(self._tabs), self.index
        gone_before = sum(tab.document_id not in document_ids for tab in self._tabs[: max(index, 0)])
        self._tabs = [tab for tab in self._tabs if tab.document_id in document_ids]
        if self._tabs and self.index < 0:
            self._current = self._tabs[min(index - gone_before, len(self._tabs) - 1)].id
        return len(self._tabs) != before

    def restore(self, tabs: Iterable[tuple[str, int | None]], index: int) -> None:
        """Have these documents at these places and nothing else; the one at `index` is the current one."""
        self._closed = []
        self._tabs = [self._make(document_id, place) for document_id, place in tabs]
        self._current = self._tabs[max(0, min(index, len(self._tabs) - 1))].id if self._tabs else None

    def _make(self, document_id: str, place: int | None) -> Tab:
        self._made += 1
        return Tab(self._made, document_id, place)
