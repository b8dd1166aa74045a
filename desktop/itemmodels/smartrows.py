"""The smart collections of the open library, for the shelf: kept in step by its Changes, counted beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from library.changes import Changes
from library.models import SmartCollection

if TYPE_CHECKING:
    from desktop.session import Session
    from library.errors import LibraryError
    from library.library import Library

COUNT_DELAY = 200
"""Milliseconds until everything is counted again: who marks a passage is not kept waiting, nor counted after each."""
COUNTED = ("collection", "document", "highlight", "note", "placement", "speaker", "speaker_name", "tag", "tagging")
"""What may alter the answer to a question."""


class SmartRows(QObject):
    """What is known of all smart collections, those that ask for excerpts and those that search alike.

    `altered` says that some came, went, moved or were renamed, `counted` that only counts have. `reset` says that
    another library, or none, is open.
    """

    reset = Signal()
    altered = Signal()
    counted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, SmartCollection] = {}
        self._counts: dict[str, int] = {}
        self._problems: dict[str, LibraryError] = {}
        self._counting = QTimer(self, singleShot=True, interval=COUNT_DELAY)
        self._counting.timeout.connect(self._count_all)
        session.opened.connect(self._open)
        session.closed.connect(self._open)
        session.changed.connect(self._follow)
        self._open()

    def all(self) -> list[SmartCollection]:
        """Return all smart collections in their order by hand."""
        return list(self._rows.values())

    def find(self, smart_id: str) -> SmartCollection | None:
        """Return a smart collection, or None."""
        return self._rows.get(smart_id)

    def count(self, smart_id: str) -> int | None:
        """Return how much a smart collection finds; None as long as that is not known."""
        return self._counts.get(smart_id)

    def problem(self, smart_id: str) -> LibraryError | None:
        """Return why a smart collection cannot be answered, such as a tag that is gone, or None."""
        return self._problems.get(smart_id)

    def renew(self) -> None:
        """Count again: the index holds more than before."""
        if self._rows:
            self._counting.start()

    def _open(self) -> None:
        self._read()
        self._counts.clear()
        self._problems.clear()
        self.reset.emit()
        self._counting.start()

    def _read(self) -> None:
        library = self._session.library
        self._rows = {row.id: row for row in library.smart.all()} if library is not None else {}

    def _follow(self, changes: Changes) -> None:
        if changes.touches("smart_collection"):
            before = self._rows
            self._read()
            for smart_id, row in before.items():
                now = self._rows.get(smart_id)
                if now is None or now.query != row.query:
                    self._counts.pop(smart_id, None)
                    self._problems.pop(smart_id, None)
            self.altered.emit()
        if self._rows and changes.touches("smart_collection", *COUNTED):
            self._counting.start()

    def _count_all(self) -> None:
        for row in self._rows.values():
            count = _count if row.kind == "excerpts" else _count_hits
            self._session.ask(
                f"count:{row.id}", partial(count, row.query), partial(self._take, row), partial(self._refuse, row)
            )

    def _take(self, row: SmartCollection, count: int | None) -> None:
        if count is None:
            return  # `renew` will be called
        if self._rows.get(row.id) == row and (self._counts.get(row.id) != count or row.id in self._problems):
            self._counts[row.id] = count
            self._problems.pop(row.id, None)
            self.counted.emit()

    def _refuse(self, row: SmartCollection, error: LibraryError) -> None:
        if self._rows.get(row.id) == row:
            self._problems[row.id] = error
            self._counts.pop(row.id, None)
            self.counted.emit()


def _count(query: str, library: Library) -> int:
    from library.annotation.retrieval import query_from_json

    return library.retrieval.count(query_from_json(query))


def _count_hits(kept: str, library: Library) -> int | None:
    """Return how many hits a search has; None while the index lacks something."""
    from library.search.saved import search_from_json

    query, options = search_from_json(kept)
    if library.search.is_kept and not library.search.is_current:
        return None
    return sum(tally.total for _, tally in library.search.ask(query, options).tallies())
