"""The highlights of the open document as a list, a row a card, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.translation import plural
from library.annotation.references import shown_words
from library.errors import NotFound

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library
    from library.models import Excerpt, Highlight, Note

Index = QModelIndex | QPersistentModelIndex

PAGE = 48
"""How many cards are fetched at once: a screen and what may come next."""
MANY = 200
"""More altered cards than this are cheaper to fetch anew, all of them."""


@dataclass(frozen=True, slots=True)
class CardFilter:
    """What a card must have to be shown: a piece of text, and any one of some tags."""

    text: str = ""
    tag_ids: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.text or self.tag_ids)

    def admits(self, excerpt: Excerpt) -> bool:
        """Say whether the text is in the quote, the note or a tag's path, and one of the tags is there."""
        if self.tag_ids and not any(tag.id in self.tag_ids for tag in excerpt.tags):
            return False
        wanted = self.text.casefold()
        return any(wanted in part.casefold() for part in (excerpt.highlight.quote, excerpt.note, *excerpt.tag_paths))


def text_order(highlight: Highlight) -> tuple[int, int, str]:
    """Return the key that sorts highlights as they stand in the text."""
    return highlight.start, highlight.end, highlight.id


class CardModel(QAbstractListModel):
    """Cards of one document. What a card shows is fetched when it is first looked at."""

    ExcerptRole = Qt.ItemDataRole.UserRole + 1
    IdRole = Qt.ItemDataRole.UserRole + 2

    counted = Signal()
    """The number of highlights, of those shown or of notes may have changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document_id: str | None = None
        self._filter = CardFilter()
        self._all: list[Highlight] = []
        self._shown: list[Highlight] = []
        self._by_id: dict[str, Highlight] = {}
        self._excerpts: dict[str, Excerpt] = {}
        self._notes: dict[str, Note] = {}
        session.changed.connect(self._follow)
        session.closed.connect(self._forget)

    # What is shown

    @property
    def document_id(self) -> str | None:
        return self._document_id

    @property
    def card_filter(self) -> CardFilter:
        return self._filter

    @property
    def total(self) -> int:
        return len(self._all)

    @property
    def note_count(self) -> int:
        return len(self._notes)

    def show_document(self, document_id: str | None) -> None:
        """Show the cards of a document, or none, without a filter."""
        self._document_id = document_id
        self._filter = CardFilter()
        self._reload()

    def set_filter(self, card_filter: CardFilter) -> None:
        """Show only the cards that `card_filter` admits."""
        if card_filter == self._filter:
            return
        self.beginResetModel()
        self._filter = card_filter
        self._choose()
        self.endResetModel()
        self.counted.emit()

    def find_row(self, highlight_id: str) -> int | None:
        """Return the row of a highlight, or None when it is not shown."""
        highlight = self._by_id.get(highlight_id)
        if highlight is None:
            return None
        row = bisect_left(self._shown, text_order(highlight), key=text_order)
        return row if row < len(self._shown) and self._shown[row].id == highlight_id else None

    def find_nearest(self, start: int, end: int) -> int | None:
        """Return the first row within the code points `start` to `end`, else the last before them, else the first."""
        if not self._shown:
            return None
        row = bisect_left(self._shown, start, key=lambda highlight: highlight.start)
        if row == len(self._shown) or (self._shown[row].start >= end and row > 0):
            row -= 1
        return row

    def highlight(self, row: int) -> Highlight:
        """Return the highlight of a row, without fetching what the card says of it."""
        return self._shown[row]

    def measures(self, start: int, end: int) -> list[tuple[int, bool]]:
        """Return for the rows `start` to `end` the length of the quote in code points and whether there is a note."""
        notes = self._notes
        return [(row.end - row.start, row.id in notes) for row in self._shown[start:end]]

    def excerpt(self, row: int) -> Excerpt | None:
        """Return all that the card of a row says; None in the moment between a removal and its Changes."""
        wanted = self._shown[row].id
        if wanted not in self._excerpts:
            first = max(0, row - PAGE // 4)
            self._fetch(highlight.id for highlight in self._shown[first : first + PAGE])
        return self._excerpts.get(wanted)

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown[index.row()].quote
        if role == self.IdRole:
            return self._shown[index.row()].id
        if role == self.ExcerptRole:
            return self.excerpt(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            excerpt = self.excerpt(index.row())
            return "\n".join(filter(None, spoken(excerpt))) if excerpt else None
        return None

    # Following the library

    def _forget(self) -> None:
        self.show_document(None)

    def _reload(self) -> None:
        self.beginResetModel()
        library = self._session.library
        found = library.highlights.of_document(self._document_id) if library and self._document_id else []
        self._all = found
        self._by_id = {highlight.id: highlight for highlight in self._all}
        self._excerpts.clear()
        self._notes = self._read_notes()
        self._choose()
        self.endResetModel()
        self.counted.emit()

    def _read_notes(self) -> dict[str, Note]:
        library = self._session.library
        return library.notes.of_highlights(self._document_id) if library and self._document_id else {}

    def _choose(self) -> None:
        if not self._filter:
            self._shown = list(self._all)
            return
        self._fetch(highlight.id for highlight in self._all)
        self._shown = [highlight for highlight in self._all if self._admits(highlight.id)]

    def _admits(self, highlight_id: str) -> bool:
        if not self._filter:
            return True
        self._fetch([highlight_id])
        excerpt = self._excerpts.get(highlight_id)
        return excerpt is not None and self._filter.admits(excerpt)

    def _fetch(self, highlight_ids: Iterable[str]) -> None:
        missing = [highlight_id for highlight_id in highlight_ids if highlight_id not in self._excerpts]
        if missing and self._session.library is not None:
            for excerpt in self._session.library.excerpts.of_highlights(missing):
                self._excerpts[excerpt.highlight.id] = excerpt

    def _follow(self, changes: Changes) -> None:
        if self._document_id is None or self._session.library is None:
            return
        if changes.touches("tag"):
            self._excerpts.clear()
            self._redraw(0, len(self._shown) - 1)
        if self._document_id not in changes.document_ids:
            return
        if self._document_id in changes.ids("document"):
            self._reload()  # the document came, went, or another process wrote
            return
        altered = set(changes.ids("highlight") | changes.ids("tagging"))
        if changes.touches("note"):
            altered |= self._follow_notes(changes.ids("note"))
        altered |= self._linked_by(self._session.library, changes.ids("link"))
        if len(altered) > MANY:
            self._reload()
            return
        for highlight_id in altered:
            self._refresh(highlight_id)
        self.counted.emit()

    def _follow_notes(self, note_ids: frozenset[str]) -> set[str]:
        """Return the highlights whose notes differ; all notes are read anew only where one was added."""
        library = self._session.library
        targets = {note.id: highlight_id for highlight_id, note in self._notes.items()}
        if library is not None and note_ids <= targets.keys():
            altered = {targets[note_id] for note_id in note_ids}
            found = {highlight_id: library.notes.find("highlight", highlight_id) for highlight_id in altered}
            kept = {highlight_id: note for highlight_id, note in self._notes.items() if highlight_id not in altered}
            self._notes = kept | {highlight_id: note for highlight_id, note in found.items() if note is not None}
            return altered
        before, self._notes = self._notes, self._read_notes()
        return {key for key in before.keys() | self._notes.keys() if before.get(key) != self._notes.get(key)}

    def _linked_by(self, library: Library, link_ids: frozenset[str]) -> set[str]:
        """Return the highlights that these links lead from and to, or on whose cards they still stand."""
        if not link_ids:
            return set()
        ends = {end for link in library.links.some(link_ids) for end in (link.source_id, link.target_id)}
        known = (excerpt for excerpt in self._excerpts.values() if excerpt.links)
        gone = {excerpt.highlight.id for excerpt in known if any(link.id in link_ids for link in excerpt.links)}
        return gone | (ends & self._by_id.keys())

    def _refresh(self, highlight_id: str) -> None:
        self._excerpts.pop(highlight_id, None)
        old, new = self._by_id.get(highlight_id), self._find(highlight_id)
        row = self.find_row(highlight_id)
        if old is not None:
            del self._all[bisect_left(self._all, text_order(old), key=text_order)]
            del self._by_id[highlight_id]
        if new is not None:
            insort(self._all, new, key=text_order)
            self._by_id[highlight_id] = new
        if row is not None and new is not None:
            self._replace(row, new)
        elif row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
        elif new is not None and self._admits(highlight_id):
            row = bisect_left(self._shown, text_order(new), key=text_order)
            self.beginInsertRows(QModelIndex(), row, row)
            self._shown.insert(row, new)
            self.endInsertRows()

    def _find(self, highlight_id: str) -> Highlight | None:
        library = self._session.library
        try:
            found = library.highlights.get(highlight_id) if library else None
        except NotFound:
            return None
        return found if found is not None and found.document_id == self._document_id else None

    def _replace(self, row: int, new: Highlight) -> None:
        others = self._shown[:row] + self._shown[row + 1 :]
        to = bisect_left(others, text_order(new), key=text_order)
        if to == row:
            self._shown[row] = new
        else:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to if to < row else to + 1)
            others.insert(to, new)
            self._shown = others
            self.endMoveRows()
        self._redraw(to, to)

    def _redraw(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))


def spoken(excerpt: Excerpt) -> Iterator[str]:
    """Yield what a screen reader says of a card: quote, note, tags, how many links."""
    yield excerpt.highlight.quote
    yield shown_words(excerpt.note)
    yield ", ".join(excerpt.tag_paths)
    yield plural(len(excerpt.links), "{count} link", "{count} links") if excerpt.links else ""
