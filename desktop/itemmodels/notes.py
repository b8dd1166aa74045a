"""Notes as a list: of one document or of the whole library, newest first or by place, those with some words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.translation import tr
from desktop.widgets.cardparts import page_words
from library.errors import NotFound
from library.models import Note
from library.references import shown_words

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library
    from library.models import Excerpt

Index = QModelIndex | QPersistentModelIndex
Order = Literal["newest", "place"]

PAGE = 24
"""Notes whose targets are fetched at once: a screen of them."""
MANY = 200
"""More altered notes than this are cheaper to fetch anew, all of them."""
SLICE = 0.006
"""Seconds that the main thread folds notes at a stretch."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a note is on, in words: the quote or the name, and where that is."""

    name: str
    place: str


class NoteModel(QAbstractListModel):
    """Rows of notes. What a note is on is fetched when its row is first looked at."""

    NoteRole = Qt.ItemDataRole.UserRole + 1
    TargetRole = Qt.ItemDataRole.UserRole + 2

    counted = Signal()
    """The number of notes, or of those shown, may have changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document_id: str | None = None
        self._whole = False
        self._order: Order = "newest"
        self._query = ""
        self._words: list[str] = []
        self._notes: dict[str, Note] = {}
        self._shown: list[Note] = []
        self._ranks: dict[str, tuple[int, int]] = {}
        self._keys: dict[str, tuple[str, str]] = {}
        self._targets: dict[str, Target] = {}
        self._unfolded: list[Note] = []
        self._folding = QTimer(self, singleShot=True, interval=0)
        self._folding.timeout.connect(self._fold_on)
        session.changed.connect(self._follow)
        for signal in (session.opened, session.closed):
            signal.connect(self._reload)

    @property
    def total(self) -> int:
        """How many notes there are, shown or not."""
        return len(self._notes)

    @property
    def whole(self) -> bool:
        """Whether the notes of the whole library are shown."""
        return self._whole

    @property
    def order(self) -> Order:
        return self._order

    @property
    def query(self) -> str:
        return self._query

    def show_document(self, document_id: str | None) -> None:
        """Take another document for the open one."""
        if document_id != self._document_id:
            self._document_id = document_id
            if not self._whole:
                self._reload()

    def show_whole(self, whole: bool) -> None:
        """Show the notes of the whole library, or of the open document only."""
        if whole != self._whole:
            self._whole = whole
            self._reload()

    def sort_by(self, order: Order) -> None:
        """Put the notes into another order."""
        self._order = order
        self._reload()

    def search(self, query: str) -> None:
        """Show only the notes in which all words of `query` stand, however they are written; soon, where it is many."""
        self._query = " ".join(query.split())
        self._words = _words(self._query)
        self._unfolded = [note for note in self._notes.values() if self._is_unfolded(note)] if self._query else []
        self._fold_on()

    def note(self, row: int) -> Note:
        """Return the note of a row."""
        return self._shown[row]

    def find_row(self, note_id: str) -> int | None:
        """Return the row of a note, or None when it is not shown."""
        return next((row for row, note in enumerate(self._shown) if note.id == note_id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        note = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_words(note.text)
        if role == self.NoteRole:
            return note
        if role == self.TargetRole:
            return self._target(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            target = self._target(index.row())
            return "\n".join(filter(None, (shown_words(note.text), target.name, target.place)))
        return None

    # Fetching

    def _reload(self) -> None:
        library = self._session.library
        self._targets.clear()
        self._notes = {note.id: note for note in self._fetch(library)} if library is not None else {}
        self._ranks = self._read_ranks(library) if library is not None and self._order == "place" else {}
        self._keys = {note_id: key for note_id, key in self._keys.items() if note_id in self._notes}
        self.search(self._query)

    def _fetch(self, library: Library) -> list[Note]:
        if self._whole:
            return library.notes.all()
        return library.notes.of_document(self._document_id) if self._document_id is not None else []

    def _read_ranks(self, library: Library) -> dict[str, tuple[int, int]]:
        """Return where the targets stand: by document in the order these were added, then in the text."""
        documents = {document.id: number for number, document in enumerate(library.documents.all())}
        marks = library.highlights.some(note.target_id for note in self._notes.values())
        found = {mark.id: (documents[mark.document_id], mark.start) for mark in marks if mark.document_id in documents}
        return found | {document_id: (number, -1) for document_id, number in documents.items()}

    def _rank(self, note: Note) -> tuple[object, ...]:
        """Return the key that sorts notes by place, or with the newest last."""
        if self._order == "newest":
            return note.created, note.id
        nowhere = (len(self._ranks), 0)  # tags and collections, after all that stands in a text
        return (*self._ranks.get(note.target_id, nowhere), note.target_kind, note.id)

    def _choose(self) -> None:
        """Show the notes that have the words, in order."""
        self.beginResetModel()
        found = self._notes.values()
        if self._query:
            found = [note for note in found if self._admits(note)]
        self._shown = sorted(found, key=self._rank, reverse=self._order == "newest")
        self.endResetModel()
        self.counted.emit()

    def _admits(self, note: Note) -> bool:
        if not self._query:
            return True
        key = self._key(note)
        return all(word in key for word in self._words)

    def _key(self, note: Note) -> str:
        if self._is_unfolded(note):
            from library.chinese.folding import fold  # its table is large, and needed only once someone searches

            self._keys[note.id] = (note.text, fold(shown_words(note.text), spaces=False).text)
        return self._keys[note.id][1]

    def _is_unfolded(self, note: Note) -> bool:
        known = self._keys.get(note.id)
        return known is None or known[0] != note.text

    def _fold_on(self) -> None:
        """Fold notes for a moment; once all are, show those with the words."""
        end = perf_counter() + SLICE
        while self._unfolded:
            self._key(self._unfolded.pop())
            if perf_counter() > end:
                self._folding.start()
                return
        self._folding.stop()
        self._choose()

    def _target(self, row: int) -> Target:
        note = self._shown[row]
        if note.target_id not in self._targets:
            first = max(0, row - PAGE // 4)
            self._fetch_targets(self._shown[first : first + PAGE])
        return self._targets.get(note.target_id, Target("", ""))

    def _fetch_targets(self, notes: Iterable[Note]) -> None:
        library = self._session.library
        if library is None:
            return
        wanted = [note for note in notes if note.target_id not in self._targets]
        marks = [note.target_id for note in wanted if note.target_kind == "highlight"]
        for excerpt in library.excerpts.of_highlights(marks):
            self._targets[excerpt.highlight.id] = Target(_one_line(excerpt.highlight.quote), _place(excerpt))
        for note in wanted:
            try:
                self._targets.setdefault(note.target_id, _target(library, note))
            except NotFound:
                self._targets[note.target_id] = Target("", "")

    # Following

    def _follow(self, changes: Changes) -> None:
        library = self._session.library
        if library is None:
            return
        if changes.touches("highlight", "document", "tag", "collection"):
            self._targets.clear()
            if self._shown:
                self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        altered = changes.ids("note")
        if len(altered) > MANY or (altered and (self._order == "place" or not self._session.writable)):
            self._reload()
        elif altered:
            found = {note.id: note for note in library.notes.some(altered)}
            for note_id in altered:
                self._refresh(library, note_id, found.get(note_id))
            self.counted.emit()

    def _refresh(self, library: Library, note_id: str, note: Note | None) -> None:
        if note is not None and not self._belongs(library, note):
            note = None
        row = self.find_row(note_id)
        if note is None:
            self._notes.pop(note_id, None)
        else:
            self._notes[note_id] = note
        if note is not None and row is not None:
            # also one that has the words no more: it is being written in
            self._shown[row] = note
            self.dataChanged.emit(self.index(row), self.index(row))
        elif row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
        elif note is not None and self._admits(note):
            # by place the list would have been read anew: here it is sorted with the newest first
            row = sum(self._rank(one) > self._rank(note) for one in self._shown)
            self.beginInsertRows(QModelIndex(), row, row)
            self._shown.insert(row, note)
            self.endInsertRows()

    def _belongs(self, library: Library, note: Note) -> bool:
        if self._whole:
            return True
        if note.target_kind == "highlight":
            try:
                return library.highlights.get(note.target_id).document_id == self._document_id
            except NotFound:
                return False
        return note.target_id == self._document_id


def _target(library: Library, note: Note) -> Target:
    match note.target_kind:
        case "document":
            return Target(library.documents.get(note.target_id).title, tr("Document note"))
        case "tag":
            return Target(library.tags.path(note.target_id), tr("Tag"))
        case "collection":
            return Target(library.collections.path(note.target_id), tr("Collection"))
        case _:
            return Target(_one_line(library.highlights.get(note.target_id).quote), tr("In the bin"))


def _place(excerpt: Excerpt) -> str:
    paragraph = tr("¶ {number}", number=excerpt.paragraph) if excerpt.paragraph else ""
    return " · ".join(filter(None, (excerpt.document.title, page_words(excerpt), paragraph)))


def _one_line(text: str) -> str:
    return " ".join(text[:200].split())


def _words(query: str) -> list[str]:
    """Return the search keys of the words of a query."""
    if not query:
        return []
    from library.chinese.folding import fold

    return [fold(word, spaces=False).text for word in query.split()]
