"""The highlights that carry a tag or answer a question, as a list: below the title of each document a row a passage."""

from __future__ import annotations

from collections.abc import Collection as Many
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.itemmodels.cardrows import spoken
from desktop.translation import plural
from library.errors import LibraryError, NotFound
from library.models import Document, Excerpt, ExcerptQuery

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library
    from library.search.highlights import Place

Index = QModelIndex | QPersistentModelIndex

PAGE = 32
"""How many passages are fetched at once: a screen and what may come next."""


@dataclass(frozen=True, slots=True)
class Head:
    """The row above the passages of one document."""

    document: Document
    count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which passages are shown: those of a tag, with those of the tags `below`, that carry `with_tag` too."""

    tag_id: str
    below: bool = True
    with_tag: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows to show, and the highlights among them."""

    rows: list[Head | Place]
    ids: frozenset[str]


NOTHING = Found([], frozenset())

FOLLOWED = ("tag", "tagging", "highlight", "note", "document", "link", "speaker", "speaker_name")
"""What may alter passages, or what is said of them."""


class PassageModel(QAbstractListModel):
    """Passages of one tag, or those a question asks for. What a row says is fetched when it is first looked at."""

    HeadRole = Qt.ItemDataRole.UserRole + 1
    ExcerptRole = Qt.ItemDataRole.UserRole + 2
    IdRole = Qt.ItemDataRole.UserRole + 3

    counted = Signal()
    """The passages may be others than before."""
    refused = Signal(object)
    """Carries the `LibraryError` that says why a question has no answer; no passages are shown."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: Wanted | ExcerptQuery | None = None
        self.patient = False
        """Whether the passages may be so many that they are looked up beside the main thread."""
        self._looked_at = True
        self._stale = False
        self.answered = False
        """Whether it was looked up at least once which passages there are."""
        self._rows, self._ids = NOTHING.rows, NOTHING.ids
        self._excerpts: dict[str, Excerpt] = {}
        session.changed.connect(self._follow)
        session.closed.connect(lambda: self.show_passages(None))

    @property
    def passage_count(self) -> int:
        """How many passages are shown."""
        return len(self._ids)

    @property
    def document_count(self) -> int:
        """In how many documents they stand."""
        return len(self._rows) - len(self._ids)

    def show_passages(self, wanted: Wanted | ExcerptQuery | None) -> None:
        """Show the passages that are wanted, or none."""
        self._wanted = wanted
        self.answered = self.answered and wanted is not None
        self._excerpts.clear()
        self._reload()

    def look(self, looked_at: bool) -> None:
        """Say whether the passages are in view: they are not kept up where nobody sees them."""
        self._looked_at = looked_at
        if looked_at and self._stale:
            self._excerpts.clear()
            self._reload()

    def excerpt(self, row: int) -> Excerpt | None:
        """Return all that is said of the passage in a row; None for a title, and just before its Changes come."""
        place = self._rows[row]
        if isinstance(place, Head):
            return None
        if place.id not in self._excerpts:
            first = max(0, row - PAGE // 4)
            self._fetch(other.id for other in self._rows[first : first + PAGE] if not isinstance(other, Head))
        return self._excerpts.get(place.id)

    def measures(self, start: int, end: int) -> list[int | None]:
        """Return for the rows `start` to `end` the length of the quote in code points, None for a title."""
        return [None if isinstance(row, Head) else row.end - row.start for row in self._rows[start:end]]

    def find_row(self, highlight_id: str) -> int | None:
        """Return the row of a highlight, or None where it is not shown."""
        if highlight_id not in self._ids:
            return None
        return next(at for at, row in enumerate(self._rows) if not isinstance(row, Head) and row.id == highlight_id)

    def find_rows(self, highlight_ids: Many[str]) -> list[int]:
        """Return the rows of those of these highlights that are shown, in their order."""
        wanted = self._ids.intersection(highlight_ids)
        return [at for at, row in enumerate(self._rows) if wanted and not isinstance(row, Head) and row.id in wanted]

    def ids(self, start: int, end: int) -> list[str]:
        """Return the highlights in the rows `start` to `end`."""
        return [row.id for row in self._rows[start:end] if not isinstance(row, Head)]

    def holds(self, highlight_ids: frozenset[str]) -> bool:
        """Say whether one of these highlights is shown."""
        return not self._ids.isdisjoint(highlight_ids)

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self._rows):
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.ItemIsEnabled
        taking = Qt.ItemFlag.ItemIsDropEnabled if self._session.writable else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | taking

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Head):
            told = f"{row.document.title}, {plural(row.count, '{count} highlight', '{count} highlights')}"
            texts = {Qt.ItemDataRole.DisplayRole: row.document.title, Qt.ItemDataRole.AccessibleTextRole: told}
            return row if role == self.HeadRole else texts.get(Qt.ItemDataRole(role)) if role < 0x100 else None
        if role == self.IdRole:
            return row.id
        excerpt = self.excerpt(index.row()) if role != self.HeadRole else None
        if excerpt is None or role == self.ExcerptRole:
            return excerpt
        if role == Qt.ItemDataRole.DisplayRole:
            return excerpt.highlight.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(filter(None, spoken(excerpt)))
        return None

    # Following the library

    def _reload(self) -> None:
        self._stale = False
        library, wanted = self._session.library, self._wanted
        key = f"passages:{id(self)}"
        if library is None or wanted is None:
            self._session.withdraw(key)
            self._take(NOTHING)
        elif self.patient:
            self._session.ask(key, lambda reading: read_rows(reading, wanted), self._take, self._refuse)
        else:
            self._session.withdraw(key)
            self._take(read_rows(library, wanted))

    def _refuse(self, error: LibraryError) -> None:
        self._take(NOTHING)
        self.refused.emit(error)

    def _take(self, found: Found) -> None:
        self.answered = self._wanted is not None
        if found.rows == self._rows:
            if found.rows:
                self.dataChanged.emit(self.index(0), self.index(len(found.rows) - 1))
        else:
            self.beginResetModel()
            self._rows, self._ids = found.rows, found.ids
            self.endResetModel()
        self.counted.emit()

    def _fetch(self, highlight_ids: Iterable[str]) -> None:
        missing = [highlight_id for highlight_id in highlight_ids if highlight_id not in self._excerpts]
        if missing and self._session.library is not None:
            for excerpt in self._session.library.excerpts.of_highlights(missing):
                self._excerpts[excerpt.highlight.id] = excerpt

    def _follow(self, changes: Changes) -> None:
        if self._wanted is None or not changes.touches(*FOLLOWED):
            return
        if not self._looked_at:
            self._stale = True
        elif changes.touches("tag", "document", "collection", "placement", "speaker", "speaker_name"):
            self._excerpts.clear()
            self._reload()
        else:
            altered = changes.ids("highlight") | changes.ids("tagging")
            if changes.touches("note", "link"):
                self._excerpts.clear()
            for highlight_id in altered & self._excerpts.keys():
                del self._excerpts[highlight_id]
            self._reload()


def read_rows(library: Library, wanted: Wanted | ExcerptQuery) -> Found:
    """Return the passages that are wanted below the documents they stand in; none where the tag is gone.

    NotFound and InvalidQuery as `Retrieval.find` says of a question.
    """
    if isinstance(wanted, ExcerptQuery):
        found = library.retrieval.places(wanted)
    else:
        try:
            found = library.codebook.passages(wanted.tag_id, below=wanted.below, with_tag=wanted.with_tag)
        except NotFound:
            return NOTHING
    documents = {document.id: document for document in library.documents.all()}
    rows: list[Head | Place] = []
    for document_id, places in groupby(found, key=lambda place: place.document_id):
        passages = list(places)
        rows += [Head(documents[document_id], len(passages)), *passages]
    return Found(rows, frozenset(place.id for place in found))
